import { describe, expect, test } from 'vitest'
import {
  compareMembers,
  whyOfAttendance,
  whyOfPerson,
  whyOfService,
  type DriftFacts,
  type MergeFacts,
  type ServiceFacts,
  type Touched,
} from './drift-rules.ts'

const was: ServiceFacts = {
  status: 'held',
  day: '2024-10-08',
  communityCode: '211102001001',
  kind: 'activity',
  line: 'cultural',
  themes: ['festival'],
  repeats: false,
  attended: [
    { id: 'a1', personId: 'wang', recordedId: 'wang', part: 'beneficiary', repeats: false },
    { id: 'a2', personId: null, recordedId: null, part: 'beneficiary', repeats: false },
  ],
}
const [first, second] = was.attended
if (first === undefined || second === undefined) throw new Error('Two attended.')

const touched = (before: ServiceFacts | undefined, now: ServiceFacts | undefined): Touched => ({
  serviceId: 's1',
  before,
  now,
  said: '核对',
})
const factsOf = (one: readonly Touched[], merges: readonly MergeFacts[] = [], resolved: readonly string[] = []): DriftFacts => ({
  touched: one,
  merges,
  resolved: new Set(resolved),
  imports: { added: new Map(), undone: undefined },
})

describe('a service', () => {
  test.each([
    ['was entered late', undefined, was, 'came', 'late'],
    ['was removed', was, undefined, 'went', 'removed'],
    ['was cancelled', was, { ...was, status: 'cancelled' }, 'went', 'cancelled'],
    ['is held now', { ...was, status: 'planned' }, was, 'came', 'held'],
    ['has another day', was, { ...was, day: '2025-06-01' }, 'went', 'date'],
    ['was typed twice', was, { ...was, repeats: true }, 'went', 'repeats'],
    ['was somewhere else', was, { ...was, communityCode: '211102001002' }, 'went', 'place'],
    ['has another theme', was, { ...was, themes: [] }, 'went', 'sort'],
  ] as const)('that %s', (_name, before, now, direction, reason) => {
    expect(whyOfService(direction, 's1', factsOf([touched(before, now)]))).toEqual({ reason, said: '核对' })
  })

  test('that nothing is known of came late, or is gone', () => {
    expect(whyOfService('came', 's9', factsOf([]))).toEqual({ reason: 'late', said: null })
    expect(whyOfService('went', 's9', factsOf([]))).toEqual({ reason: 'removed', said: null })
  })
})

describe('an attendance', () => {
  test.each([
    ['was taken off the sheet', 'went', [touched(was, { ...was, attended: [second] })], [], 'removed'],
    ['played another part', 'went', [touched(was, { ...was, attended: [{ ...first, part: 'volunteer' }, second] })], [], 'part'],
    ['was of a service that was cancelled', 'went', [touched(was, { ...was, status: 'cancelled' })], [], 'cancelled'],
    ['was a name that somebody resolved', 'came', [], ['a1'], 'resolved'],
  ] as const)('that %s', (_name, direction, services, resolved, reason) => {
    expect(whyOfAttendance(direction, 'a1', factsOf(services, [], resolved)).reason).toBe(reason)
  })
})

describe('a person', () => {
  const merge: MergeFacts = { keptId: 'li', mergedId: 'wang', undone: false, reason: '同一人' }
  test.each([
    ['whose file was merged into another', 'went', [], [merge], 'wang', 'merged'],
    ['whose file came back out of a merge', 'came', [], [{ ...merge, undone: true }], 'wang', 'unmerged'],
    ['into whose file another was merged', 'came', [], [merge], 'li', 'merged'],
    ['whose only service was cancelled', 'went', [touched(was, { ...was, status: 'cancelled' })], [], 'wang', 'cancelled'],
    ['whose service moved out of the period', 'went', [touched(was, { ...was, day: '2025-06-01' })], [], 'wang', 'date'],
    ['whose first service was entered late', 'came', [touched(undefined, was)], [], 'wang', 'late'],
    ['who was not there after all', 'went', [touched(was, { ...was, attended: [second] })], [], 'wang', 'removed'],
  ] as const)('%s', (_name, direction, services, merges, id, reason) => {
    expect(whyOfPerson(direction, id, factsOf(services, merges)).reason).toBe(reason)
  })

  test('who goes is not said to go because something else was entered late', () => {
    const services = [touched(undefined, was), touched(was, { ...was, status: 'cancelled' })]
    expect(whyOfPerson('went', 'wang', factsOf(services)).reason).toBe('cancelled')
  })
})

describe('a workbook', () => {
  const facts = (services: readonly Touched[], undone?: string): DriftFacts => ({
    ...factsOf(services),
    imports: {
      added: new Map([
        ['s1', '活动.xlsx'],
        ['a1', '签到.xlsx'],
      ]),
      undone,
    },
  })
  test('that brought a service, somebody on its sheet, or a person, is named', () => {
    const brought = facts([touched(undefined, was)])
    expect(whyOfService('came', 's1', brought)).toEqual({ reason: 'imported', said: '活动.xlsx' })
    const listed = facts([touched({ ...was, attended: [second] }, was)])
    expect(whyOfAttendance('came', 'a1', listed)).toEqual({ reason: 'imported', said: '签到.xlsx' })
    expect(whyOfPerson('came', 'wang', listed)).toEqual({ reason: 'imported', said: '签到.xlsx' })
  })

  test('that came again with another day is a corrected day, not something new', () => {
    expect(whyOfService('went', 's1', facts([touched(was, { ...was, day: '2025-06-01' })])).reason).toBe('date')
  })

  test('that was taken back leaves no record: whoever is gone without another reason went with it', () => {
    const taken = facts([touched(was, { ...was, status: 'cancelled' })], '报错了表')
    expect(whyOfService('went', 's9', taken)).toEqual({ reason: 'importUndone', said: '报错了表' })
    expect(whyOfPerson('went', 'zhao', taken)).toEqual({ reason: 'importUndone', said: '报错了表' })
    expect(whyOfAttendance('went', 'a9', taken)).toEqual({ reason: 'importUndone', said: '报错了表' })
    expect(whyOfService('went', 's1', taken).reason).toBe('cancelled')
  })
})

test('two lists beside one another: who came, who went, whose amount changed', () => {
  const before = new Map([
    ['a', 60],
    ['b', 90],
  ])
  const now = new Map([
    ['b', 30],
    ['c', 10],
  ])
  expect(compareMembers(before, now)).toEqual({ came: ['c'], went: ['a'], changed: ['b'] })
})
