/** The instant a day begins where the work is done. */
export const startOfDay = (day: string): string => new Date(`${day}T00:00:00+08:00`).toISOString()

/** The instant the day after begins. */
export const endOfDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00+08:00`) + 86_400_000).toISOString()

/** What the trail is asked for. Empty conditions are none. */
export type TrailQuery = { from: string; to: string; accountName: string; entry: string; subject: string }

export const everything: TrailQuery = { from: '', to: '', accountName: '', entry: '', subject: '' }

export const filterOf = (query: TrailQuery) => ({
  ...(query.from === '' ? {} : { from: startOfDay(query.from) }),
  ...(query.to === '' ? {} : { to: endOfDay(query.to) }),
  ...(query.accountName.trim() === '' ? {} : { accountName: query.accountName.trim() }),
  ...(query.entry === '' ? {} : { entry: query.entry }),
  ...(query.subject.trim() === '' ? {} : { subject: query.subject.trim() }),
})

/** An entry's details as pairs to read; a text that is no JSON object as it stands. */
export function detailsOf(text: string): readonly (readonly [string, string])[] {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [['', text]]
    return Object.entries(value).map(([name, each]) => [name, Array.isArray(each) ? each.join(', ') : String(each)])
  } catch {
    return text === '' ? [] : [['', text]]
  }
}
