import type { Day } from '../../kernel/day.ts'
import type { DivisionCode } from '../../kernel/ids.ts'
import type { Kind } from '../ledger/kind-schema.ts'
import type { ImportFacts, KnownService } from './plan-schema.ts'
import { type PlannedService, serviceOnFile } from './service-plan-rules.ts'

/** The services that other rows speak of, by number or by what they are: those on file, and those of this plan. */
export type ServiceBook = {
  readonly add: (service: PlannedService) => void
  /** By number; with a kind, of that kind alone. */
  readonly numbered: (number: string | undefined, kind?: Kind) => PlannedService | undefined
  /** The one service of a kind, day and title, in the community where there are several. */
  readonly titled: (kind: Kind, day: Day | undefined, title: string | undefined, community?: DivisionCode) => PlannedService | undefined
  /** Whether any service of a kind is known: a number that is not among them is then a mistake. */
  readonly has: (kind: Kind) => boolean
  /** The file of a service that a draft is about to write again. */
  readonly onFile: (kind: Kind, number: string | undefined, key: string) => KnownService | undefined
  /** Whether numbers that begin with the same letters are known: then one that is not among them is a mistake. */
  readonly hasSeriesOf: (number: string) => boolean
  readonly ofKind: (kind: Kind) => readonly PlannedService[]
}

export function serviceBook(facts: ImportFacts): ServiceBook {
  const byNumber = new Map<string, PlannedService>()
  const byTitle = new Map<string, Set<PlannedService>>()
  const byKind = new Map<Kind, Map<string, PlannedService>>()
  const series = new Set<string>()
  const files = new Map<string, KnownService>()
  const add = (service: PlannedService) => {
    if (service.number !== undefined) {
      series.add(lettersOf(service.number))
      for (const name of [service.number, `${service.kind}|${service.number}`]) {
        const earlier = byNumber.get(name)
        // Of two services of this plan with one number the first keeps it; a file gives way to what the plan makes of it.
        if (earlier === undefined || earlier.key === service.key || 'id' in earlier.link) byNumber.set(name, service)
      }
    }
    const title = titleKey(service.kind, service.day, service.title)
    const known = byTitle.get(title) ?? new Set()
    for (const other of known) if (other.key === service.key) known.delete(other)
    byTitle.set(title, known.add(service))
    const ofKind = byKind.get(service.kind) ?? new Map<string, PlannedService>()
    byKind.set(service.kind, ofKind.set(service.key, service))
  }
  for (const known of facts.services) {
    add(serviceOnFile(known))
    if (known.number !== undefined) files.set(`${known.kind}|${known.number}`, known)
    for (const key of known.keys) files.set(key, known)
  }
  return {
    add,
    numbered: (number, kind) => (number === undefined ? undefined : byNumber.get(kind === undefined ? number : `${kind}|${number}`)),
    titled: (kind, day, title, community) => {
      const all = [...(byTitle.get(titleKey(kind, day, title)) ?? [])]
      const here = all.length > 1 ? all.filter((service) => service.community === community) : all
      return here.length === 1 ? here[0] : undefined
    },
    has: (kind) => byKind.has(kind),
    onFile: (kind, number, key) => files.get(key) ?? (number === undefined ? undefined : files.get(`${kind}|${number}`)),
    hasSeriesOf: (number) => series.has(lettersOf(number)),
    ofKind: (kind) => [...(byKind.get(kind)?.values() ?? [])],
  }
}

const lettersOf = (number: string): string => number.replace(/\d.*$/, '')

const titleKey = (kind: Kind, day: Day | undefined, title: string | undefined): string => `${kind}|${day}|${title}`
