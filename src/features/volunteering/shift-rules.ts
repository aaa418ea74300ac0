import { minutesOf } from '../../kernel/day.ts'

/** A shift as it was written down. Minutes are as claimed and as confirmed. */
export type WrittenShift = {
  readonly volunteer: string
  readonly day: string
  readonly startsAt?: string
  readonly endsAt?: string
  readonly claimed?: number
  readonly confirmed?: number
}

/** Hours are written in halves: a presence may be rounded up to the next half hour before a claim is too long. */
const roundedTo = 30

/** Minutes between signing in and signing out; undefined while the shift is open or when the times are the wrong way round. */
export function presenceOf({ startsAt, endsAt }: Pick<WrittenShift, 'startsAt' | 'endsAt'>): number | undefined {
  if (startsAt === undefined || endsAt === undefined) return undefined
  const minutes = minutesOf(endsAt) - minutesOf(startsAt)
  return minutes > 0 ? minutes : undefined
}

/** More is claimed than the time between signing in and out allows. */
export function claimsTooMuch(shift: WrittenShift): boolean {
  const presence = presenceOf(shift)
  return presence !== undefined && shift.claimed !== undefined && shift.claimed > Math.ceil(presence / roundedTo) * roundedTo
}

/** Signed in and never out: its hours rest on whoever confirms them. */
export const lacksCheckOut = (shift: WrittenShift): boolean => shift.startsAt !== undefined && shift.endsAt === undefined

/** Nobody confirms their own hours. */
export const isSelfConfirmed = (volunteerName: string | undefined, confirmedBy: string | undefined): boolean =>
  volunteerName !== undefined && volunteerName !== '' && volunteerName === confirmedBy

/** Shifts of one volunteer on one day that share minutes, each with an earlier one that it overlaps. */
export function overlapsOf<S extends WrittenShift>(shifts: readonly S[]): { readonly shift: S; readonly earlier: S }[] {
  const byVolunteerAndDay = new Map<string, S[]>()
  for (const shift of shifts) {
    if (presenceOf(shift) === undefined) continue
    const key = `${shift.volunteer}|${shift.day}`
    byVolunteerAndDay.set(key, [...(byVolunteerAndDay.get(key) ?? []), shift])
  }
  const overlaps: { shift: S; earlier: S }[] = []
  for (const sameDay of byVolunteerAndDay.values()) {
    let latest: S | undefined
    for (const shift of [...sameDay].sort((a, b) => startOf(a) - startOf(b))) {
      if (latest !== undefined && startOf(shift) < endOf(latest)) overlaps.push({ shift, earlier: latest })
      if (latest === undefined || endOf(shift) > endOf(latest)) latest = shift
    }
  }
  return overlaps
}

const startOf = (shift: WrittenShift): number => minutesOf(shift.startsAt ?? '00:00')
const endOf = (shift: WrittenShift): number => minutesOf(shift.endsAt ?? '00:00')
