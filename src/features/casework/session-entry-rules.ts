const two = (n: number) => String(n).padStart(2, '0')
const toTime = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`

/** When a session ends that begins at a time and lasts as long as the last one; an hour when nothing is known. */
export function endsAtOf(startsAt: string, minutes: number | null): string | undefined {
  const found = /^([01]?\d|2[0-3])[:：]?([0-5]\d)$/.exec(startsAt)
  if (found === null) return undefined
  const end = Number(found[1]) * 60 + Number(found[2]) + (minutes ?? 60)
  return end < 24 * 60 ? toTime(end) : '23:59'
}

/** The usual time of a case: that of its last session. */
export function usualTimes(startsAt: string | null, minutes: number | null): { startsAt?: string; endsAt?: string } {
  if (startsAt === null) return {}
  const endsAt = endsAtOf(startsAt, minutes)
  return { startsAt, ...(endsAt === undefined ? {} : { endsAt }) }
}
