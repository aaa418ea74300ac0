import { entered } from '../../kernel/entered.ts'
import { daySchema } from '../../kernel/day.ts'
import { divisionCodeSchema, organisationIdSchema } from '../../kernel/ids.ts'
import type { ClinicDay, Planned } from './day-schema.ts'
import type { ReadingPart } from './part-schema.ts'

type StationEntry = { name?: string; parts?: ReadingPart[]; staff?: string }

/** A plan as its form holds it. */
export type PlanEntry = {
  title?: string
  communityCode?: string
  day?: string | null
  startsAt?: string
  minutes?: number | null
  place?: string
  worker?: string
  hostId?: string
  staff?: string
  stations?: StationEntry[]
  reason?: string
}

/** A form in the endpoint's shape; undefined while what the form itself asks for is missing. */
export function planOf(entry: PlanEntry): Planned | undefined {
  const communityCode = divisionCodeSchema.safeParse(entry.communityCode).data
  const day = daySchema.safeParse(entry.day).data
  const hostId = organisationIdSchema.safeParse(entry.hostId).data
  if (communityCode === undefined || day === undefined || hostId === undefined) return undefined
  return {
    title: entered(entry.title),
    communityCode,
    day,
    startsAt: entered(entry.startsAt),
    minutes: entry.minutes ?? null,
    place: entered(entry.place),
    worker: entered(entry.worker),
    hostId,
    staff: entered(entry.staff),
    stations: (entry.stations ?? []).map((station) => ({
      name: station.name?.trim() ?? '',
      parts: station.parts ?? [],
      staff: entered(station.staff),
    })),
  }
}

const known = (values: Record<string, string | number | null>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))

/** The stations that most clinic days have. */
export const usualStations: StationEntry[] = [
  { name: '血压', parts: ['pressure', 'symptoms'] },
  { name: '血糖', parts: ['glucose'] },
]

export const entryOf = (day: ClinicDay): PlanEntry => ({
  ...known({
    title: day.title,
    communityCode: day.communityCode,
    day: day.day,
    startsAt: day.startsAt,
    minutes: day.minutes,
    place: day.place,
    worker: day.worker,
    hostId: day.hostId,
    staff: day.staff,
  }),
  stations:
    day.stations.length === 0
      ? usualStations
      : day.stations.map(({ name, parts, staff }) => ({ name, parts, ...(staff === null ? {} : { staff }) })),
})
