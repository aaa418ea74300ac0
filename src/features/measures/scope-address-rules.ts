import { scopeSchema, type Scope } from './scope-schema.ts'

/** The parts of an address that name a scope. */
export type ScopeAddress = Readonly<Record<string, string>>

const lists = {
  place: 'places',
  home: 'homes',
  line: 'lines',
  kind: 'kinds',
  label: 'labels',
  sure: 'certainties',
  programme: 'programmes',
} as const
const spans = { months: ['from', 'to'], days: ['since', 'until'] } as const

/** A scope as parts of an address, so that a figure can be kept as a bookmark and comes back the same. */
export function addressOfScope(scope: Scope): ScopeAddress {
  const address: Record<string, string> = {}
  for (const [name, part] of entriesOf(lists)) {
    const values: readonly string[] | undefined = scope[part]
    if (values !== undefined) address[name] = values.join(',')
  }
  for (const [part, [from, to]] of entriesOf(spans)) {
    const span = scope[part]
    if (span !== undefined) Object.assign(address, { [from]: span.from, [to]: span.to })
  }
  return address
}

/** The scope that an address names; what is no scope is left out. */
export function scopeOfAddress(read: (name: string) => string | null): Scope {
  const scope: Scope = {}
  for (const [name, part] of entriesOf(lists)) {
    const text = read(name)
    if (text !== null && text !== '') Object.assign(scope, parsed({ [part]: text.split(',') }))
  }
  for (const [part, [from, to]] of entriesOf(spans)) {
    const [first, last] = [read(from) ?? read(to), read(to) ?? read(from)]
    if (first !== null && last !== null) Object.assign(scope, parsed({ [part]: { from: first, to: last } }))
  }
  return scope
}

const parsed = (part: unknown): Scope => scopeSchema.safeParse(part).data ?? {}

function entriesOf<T extends Readonly<Record<string, unknown>>>(object: T): { [K in keyof T]: [K, T[K]] }[keyof T][]
function entriesOf(object: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(object)
}
