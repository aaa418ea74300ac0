import { entered } from '../../kernel/entered.ts'
import { daySchema } from '../../kernel/day.ts'
import { divisionCodeSchema } from '../../kernel/ids.ts'
import type { Line, Status } from './kind-schema.ts'
import type { ServiceDetail, ServiceInput } from './schema.ts'

/** A service as a form holds one: what is not filled in is not there. */
export type ServiceEntry = {
  line?: Line
  status?: Status
  themes?: string[]
  number?: string
  title?: string
  communityCode?: string | null
  day?: string | null
  startsAt?: string
  minutes?: number | null
  place?: string
  worker?: string
  unnamedCount?: number | null
  quantity?: number | null
  unit?: string
  note?: string
}

/** The fields of a form in the endpoint's shape. Day and community are asked for by the form itself. */
export function inputOf(entry: ServiceEntry): Omit<ServiceInput, 'communityCode' | 'day' | 'line' | 'status'> & {
  communityCode: ServiceInput['communityCode'] | undefined
  day: ServiceInput['day'] | undefined
} {
  return {
    themes: (entry.themes ?? []).map((theme) => theme.trim()).filter((theme) => theme !== ''),
    number: entered(entry.number),
    title: entered(entry.title),
    communityCode: divisionCodeSchema.safeParse(entry.communityCode).data,
    day: daySchema.safeParse(entry.day).data,
    startsAt: entered(entry.startsAt),
    minutes: entry.minutes ?? null,
    place: entered(entry.place),
    worker: entered(entry.worker),
    unnamedCount: entry.unnamedCount ?? 0,
    quantity: entry.quantity ?? null,
    unit: entered(entry.unit),
    note: entered(entry.note),
  }
}

/** A service as a form begins with it. */
export function entryOf(service: ServiceDetail): ServiceEntry {
  const written = (values: Record<string, string | null>) =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
  return {
    line: service.line,
    status: service.status,
    themes: service.themes,
    communityCode: service.communityCode,
    day: service.day,
    minutes: service.minutes,
    unnamedCount: service.unnamedCount,
    quantity: service.quantity,
    ...written({
      number: service.number,
      title: service.title,
      startsAt: service.startsAt,
      place: service.place,
      worker: service.worker,
      unit: service.unit,
      note: service.note,
    }),
  }
}

/** What a correction changes: only fields that are not as they were. */
export function changesOf(before: ServiceEntry, after: ServiceEntry): Partial<ServiceInput> {
  const was = new Map(Object.entries({ ...inputOf(before), line: before.line, status: before.status }))
  const is = Object.entries({ ...inputOf(after), line: after.line, status: after.status })
  return Object.fromEntries(is.filter(([name, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(was.get(name))))
}
