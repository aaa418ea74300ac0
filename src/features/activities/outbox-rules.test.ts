import { expect, test } from 'vitest'
import { aheadOf, asRefused, asTried, eventsOf, nextOf, readKept, withNew, without, type Kept, type Sending } from './outbox-rules.ts'

const event = '0199f3a0-0000-7000-8000-00000000000e'
const id = (n: number) => `0199f3a0-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`
const kept = (text: object): Sending => {
  const [one] = readKept(JSON.stringify([{ operationId: id(99), sending: text, tried: false, refused: null }]))
  if (one === undefined) throw new Error('No such thing is kept.')
  return one.sending
}
const heads = (by: number) => kept({ to: 'heads', input: { serviceId: event, by } })
const tick = (person: number) =>
  kept({
    to: 'checkIn',
    input: {
      serviceId: event,
      means: 'list',
      at: '2024-09-17T01:00:00.000Z',
      people: [{ id: id(50), personId: id(person), part: 'beneficiary' }],
    },
  })
const add = (before: readonly Kept[], n: number, sending: Sending) => withNew(before, { operationId: id(n), sending })

test('what is kept survives being written down and read again, in its order; what nobody can read is left out', () => {
  const all = add(add([], 1, tick(21)), 2, heads(1))
  expect(readKept(JSON.stringify([...all, { nonsense: true }]))).toEqual(all)
  expect(readKept('not json')).toEqual([])
  expect(readKept(null)).toEqual([])
})

test('a name that an earlier version kept is forgotten when it is read', () => {
  const [one] = add([], 1, tick(21))
  expect(JSON.stringify(readKept(JSON.stringify([{ ...one, names: ['王秀云'] }])))).not.toContain('王秀云')
})

test('passers-by are one count until it is tried; after that they are another, because the first may have arrived', () => {
  const three = add(add(add([], 1, heads(1)), 2, heads(1)), 3, heads(1))
  expect(three.map(({ operationId, sending }) => [operationId, sending.to === 'heads' ? sending.input.by : 0])).toEqual([[id(1), 3]])
  expect(add(asTried(three, id(1)), 4, heads(1))).toHaveLength(2)
  expect(add(add([], 1, heads(1)), 2, heads(-1))).toEqual([])
})

test('the earliest goes first; one that was refused stands aside and holds up nobody', () => {
  const two = add(add([], 1, tick(21)), 2, tick(22))
  expect(nextOf(two)?.operationId).toBe(id(1))
  const refused = asRefused(two, id(1), '活动已取消，不能签到。')
  expect(nextOf(refused)?.operationId).toBe(id(2))
  expect(nextOf(without(refused, id(2)))).toBeUndefined()
  expect(refused).toHaveLength(2)
})

test('who waits to be sent is shown as here already, and passers-by as counted', () => {
  const all = add(add(add([], 1, tick(21)), 2, heads(2)), 3, tick(22))
  expect(aheadOf(all, event)).toMatchObject({ people: [{ personId: id(21) }, { personId: id(22) }], heads: 2 })
  expect(aheadOf(asRefused(all, id(1), '不行'), event).people).toHaveLength(1)
  expect(eventsOf(all)).toEqual([event])
  expect(aheadOf(all, id(77))).toEqual({ people: [], children: 0, heads: 0 })
})
