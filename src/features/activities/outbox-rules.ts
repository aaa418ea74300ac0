import { z } from 'zod'
import { serviceIdSchema, type ServiceId } from '../../kernel/ids.ts'
import type { PartPlayed } from '../ledger/kind-schema.ts'
import { checkIn, checkInChild, countHeads } from './attend-schema.ts'

// What was done at an event's door and has not reached the server yet: kept on this device, in its order, each with the
// operation id that it is sent with however often it is tried. Who it is of stands there by number alone: a telephone that
// is lost gives away no name of a file.

const sendingSchema = z.discriminatedUnion('to', [
  z.object({ to: z.literal('checkIn'), input: checkIn.input }),
  z.object({ to: z.literal('child'), input: checkInChild.input }),
  z.object({ to: z.literal('heads'), input: countHeads.input }),
])
export type Sending = z.output<typeof sendingSchema>

const keptSchema = z.object({
  operationId: z.uuid(),
  sending: sendingSchema,
  /** It may have reached the server: what it says must not change any more. */
  tried: z.boolean(),
  /** Why the server would not take it; null while it waits. */
  refused: z.string().nullable(),
})
export type Kept = z.output<typeof keptSchema>

/** What a device kept, whatever has become of it there. */
export function readKept(text: string | null): Kept[] {
  try {
    const found = z.array(z.unknown()).safeParse(JSON.parse(text ?? '[]'))
    return found.success ? found.data.flatMap((one) => keptSchema.safeParse(one).data ?? []) : []
  } catch {
    return []
  }
}

export const eventOf = ({ sending }: Kept): ServiceId => serviceIdSchema.parse(sending.input.serviceId)

/** With one more at the end. Passers-by are added to a count that has not been sent yet. */
export function withNew(kept: readonly Kept[], next: Omit<Kept, 'tried' | 'refused'>): Kept[] {
  const { sending } = next
  const last = kept.at(-1)
  if (
    sending.to === 'heads' &&
    last?.sending.to === 'heads' &&
    !last.tried &&
    last.refused === null &&
    last.sending.input.serviceId === sending.input.serviceId
  ) {
    const by = last.sending.input.by + sending.input.by
    const before = kept.slice(0, -1)
    return by === 0 ? before : [...before, { ...last, sending: { to: 'heads', input: { ...sending.input, by } } }]
  }
  return [...kept, { ...next, tried: false, refused: null }]
}

const changed = (kept: readonly Kept[], operationId: string, to: Partial<Kept>): Kept[] =>
  kept.map((one) => (one.operationId === operationId ? { ...one, ...to } : one))

export const asTried = (kept: readonly Kept[], operationId: string): Kept[] => changed(kept, operationId, { tried: true })
export const asRefused = (kept: readonly Kept[], operationId: string, because: string): Kept[] =>
  changed(kept, operationId, { refused: because })
export const without = (kept: readonly Kept[], operationId: string): Kept[] => kept.filter((one) => one.operationId !== operationId)

/** The events of which something is kept, each once, in the order in which it came. */
export const eventsOf = (kept: readonly Kept[]): ServiceId[] => [...new Set(kept.map(eventOf))]

/** What is sent next: the earliest that waits. */
export const nextOf = (kept: readonly Kept[]): Kept | undefined => kept.find(({ refused }) => refused === null)

type Here = { readonly personId: string | null; readonly part: PartPlayed }

/** What a device knows of an event beside what the server said: who is here by what still waits, and how many passers-by. */
export function aheadOf(kept: readonly Kept[], serviceId: string): { people: Here[]; children: number; heads: number } {
  const own = kept.filter((one) => one.refused === null && eventOf(one) === serviceId)
  return {
    people: own.flatMap(({ sending }) => (sending.to === 'checkIn' ? sending.input.people : [])),
    children: own.filter(({ sending }) => sending.to === 'child').length,
    heads: own.reduce((sum, { sending }) => sum + (sending.to === 'heads' ? sending.input.by : 0), 0),
  }
}
