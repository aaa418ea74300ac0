import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays, daySchema, dayNumber } from '../../kernel/day.ts'
import { flagsOf, minutesBetween, mondayOf, overlap, spanOf, type ShiftFacts } from './flag-rules.ts'
import { canConfirm, localMinutes, localTime, mayWitness, starsOf, sumOf, timeTaken } from './hours-rules.ts'
import { defaultSettings } from './settings-schema.ts'

const day = daySchema.parse('2025-03-06')
const shift = (more: Partial<ShiftFacts> = {}): ShiftFacts => ({
  id: 'one',
  day,
  startsAt: '14:00',
  present: 120,
  isOpen: false,
  claimed: 120,
  confirmed: null,
  status: 'planned',
  communityCode: '211102001001',
  partOf: null,
  isBackEntry: false,
  isLateEnd: false,
  isServedThere: false,
  confirmedBy: null,
  ...more,
})
const later = localMinutes(new Date('2025-03-08T08:00:00+08:00'))
const han = {
  personId: 'han',
  name: '韩雪',
  family: [
    { personId: 'dad', name: '韩建国' },
    { personId: null, name: '刘芳' },
  ],
}
const code = (verdict: { ok: true } | { ok: false; code: string }): string => (verdict.ok ? 'yes' : verdict.code)

describe('hours are witnessed by somebody else', () => {
  it.each([
    ['a community worker', { personId: null, displayName: '刘欣' }, { capacity: 'communityWorker', name: '刘欣' }, 'yes'],
    ['the elder, written down by a worker', { personId: null, displayName: '刘欣' }, { capacity: 'elder', name: '王秀云' }, 'yes'],
    [
      'a worker who volunteers too, for somebody else',
      { personId: 'liu', displayName: '刘欣' },
      { capacity: 'socialWorker', name: '刘欣' },
      'yes',
    ],
    ['the volunteer', { personId: 'han', displayName: '小韩' }, { capacity: 'socialWorker', name: '小韩' }, 'hours.own'],
    [
      'an account in the volunteer’s name',
      { personId: null, displayName: '韩雪' },
      { capacity: 'socialWorker', name: '韩雪' },
      'hours.ownName',
    ],
    [
      'an elder who volunteers and was served, as the elder who witnesses it',
      { personId: null, displayName: '刘欣' },
      { capacity: 'elder', name: '韩雪' },
      'hours.ownName',
    ],
    ['the volunteer’s name as a witness', { personId: null, displayName: '刘欣' }, { capacity: 'elder', name: '韩雪' }, 'hours.ownName'],
    [
      'an account of the same volunteer family',
      { personId: 'dad', displayName: '韩建国' },
      { capacity: 'family', name: '邻居' },
      'hours.family',
    ],
    [
      'a name of the same volunteer family',
      { personId: null, displayName: '刘欣' },
      { capacity: 'family', name: '韩建国' },
      'hours.family',
    ],
    [
      'the family’s contact, who has no file',
      { personId: null, displayName: '刘欣' },
      { capacity: 'family', name: '刘芳' },
      'hours.family',
    ],
  ] as const)('%s', (_, who, witness, answer) => expect(code(mayWitness(who, witness, han))).toBe(answer))
})

describe('hours come only from a service that took place', () => {
  const held = { id: 'activity', status: 'held', minutes: 90 } as const
  it.each([
    ['as long as the volunteer was there', shift(), 120, 'yes'],
    ['a minute more', shift(), 121, 'hours.tooMuch'],
    ['none at all', shift(), 0, 'hours.tooMuch'],
    ['as long as the activity took', shift({ partOf: held }), 90, 'yes'],
    ['longer than the activity took', shift({ partOf: held }), 91, 'hours.tooMuch'],
    ['of an activity that was cancelled', shift({ partOf: { ...held, status: 'cancelled' } }), 60, 'hours.notHeld'],
    ['of an activity that still lies ahead', shift({ partOf: { ...held, status: 'planned' } }), 60, 'hours.notHeld'],
    ['of a shift to which nobody came', shift({ status: 'failed' }), 60, 'hours.notDone'],
    ['without a check-out', shift({ isOpen: true }), 60, 'hours.noEnd'],
    ['of an imported shift without an end', shift({ status: 'held', present: null }), 60, 'hours.noEnd'],
    ['before it is over', shift({ day: daySchema.parse('2025-03-08'), startsAt: '07:00' }), 60, 'hours.notOver'],
    ['of an elder who was served at the same activity, after a look', shift({ partOf: held, isServedThere: true }), 90, 'yes'],
    ['of a night, over midnight', shift({ day: daySchema.parse('2025-03-07'), startsAt: '22:00', present: 480 }), 480, 'yes'],
    ['of a night that is not over', shift({ day: daySchema.parse('2025-03-08'), startsAt: '02:00', present: 480 }), 480, 'hours.notOver'],
  ])('%s', (_, written, minutes, answer) => expect(code(canConfirm(written, [written], minutes, later))).toBe(answer))

  it('are not confirmed twice for the same minutes, also over midnight', () => {
    const before = shift({ id: 'two', startsAt: '15:30', confirmed: 60, present: 60, status: 'held' })
    expect(code(canConfirm(shift(), [before], 120, later))).toBe('hours.overlaps')
    const night = shift({ id: 'two', day: addDays(day, -1), startsAt: '22:00', present: 600, confirmed: 600, status: 'held' })
    expect(code(canConfirm(shift({ startsAt: '07:00' }), [night], 60, later))).toBe('hours.overlaps')
    expect(code(canConfirm(shift({ startsAt: '08:00' }), [night], 60, later))).toBe('yes')
  })

  it('of two shifts at one activity are not more than the activity took', () => {
    const first = shift({ id: 'two', startsAt: '13:00', present: 60, confirmed: 60, status: 'held', partOf: held })
    expect(timeTaken(shift({ partOf: held }), [first])).toBe(30)
  })

  it('confirmed and not confirmed are told apart', () => {
    expect(sumOf([shift({ confirmed: 90, status: 'held' }), shift(), shift({ status: 'failed' }), shift({ status: 'cancelled' })])).toEqual(
      { confirmed: 90, unconfirmed: 120 },
    )
  })
})

describe('what is worth a look', () => {
  const other = (more: Partial<ShiftFacts>) => shift({ id: 'two', ...more })
  it.each([
    ['nothing', shift(), [], []],
    ['one that overlaps', shift(), [other({ startsAt: '15:59' })], ['overlap']],
    ['one that follows', shift(), [other({ startsAt: '16:00' })], []],
    ['one that was cancelled', shift(), [other({ startsAt: '15:00', status: 'cancelled' })], []],
    ['one in another community a moment later', shift(), [other({ startsAt: '16:05', communityCode: '211102001002' })], ['travel']],
    ['one in another community in good time', shift(), [other({ startsAt: '16:15', communityCode: '211102001002' })], []],
    ['a night', shift({ startsAt: '21:00' }), [], ['night']],
    ['an early morning', shift({ startsAt: '05:30' }), [], ['night']],
    ['more than eight hours a day', shift(), [other({ startsAt: '06:00', present: 361, claimed: 361 })], ['manyHours']],
    [
      'more than forty hours a week',
      shift(),
      [1, 2, 3, 4]
        .map((n) =>
          other({
            id: `${n}`,
            day: addDays(mondayOf(day), n === 4 ? 4 : n - 1),
            startsAt: '06:30',
            present: 480,
            claimed: n === 4 ? 480 : 470,
          }),
        )
        .concat(other({ id: '5', day: addDays(mondayOf(day), 5), startsAt: '06:30', present: 480, claimed: 480 })),
      ['manyInWeek'],
    ],
    [
      'a fourth shift on one day',
      shift(),
      [8, 9, 10].map((h) => other({ id: `${h}`, startsAt: `${String(h).padStart(2, '0')}:00`, present: 30, claimed: 30 })),
      ['manyShifts'],
    ],
    ['no check-out', shift({ status: 'held', present: null }), [], ['noEnd']],
    ['more claimed than the time present', shift({ claimed: 121 }), [], ['claimsTooMuch']],
    ['more claimed than the activity took', shift({ partOf: { id: 'a', status: 'held', minutes: 90 } }), [], ['moreThanService']],
    ['entered afterwards', shift({ isBackEntry: true }), [], ['backEntry']],
    ['an elder who volunteers where they were served too', shift({ isServedThere: true }), [], ['servedThere']],
    ['an elder who volunteers elsewhere on the day that they were served', shift(), [], []],
    ['an end given afterwards', shift({ isLateEnd: true }), [], ['lateEnd']],
    ['a roll where the volunteer confirmed themselves', shift({ confirmedBy: '韩雪', confirmed: 60 }), [], ['ownConfirmation']],
  ])('%s', (_, written, others, flags) => expect(flagsOf(written, [written, ...others], defaultSettings, '韩雪')).toEqual(flags))
})

test('a shift from ten in the evening to six in the morning takes eight hours', () => {
  expect(minutesBetween('22:00', '06:00')).toBe(480)
  expect(minutesBetween('09:00', '11:30')).toBe(150)
  expect(spanOf({ day, startsAt: '22:00', present: 480 })?.to).toBe(dayNumber(day) * 1440 + 1440 + 360)
  expect(localTime(new Date('2025-03-06T16:30:00Z'))).toEqual({ day: '2025-03-07', time: '00:30' })
})

test.each([
  [99, 0],
  [100, 1],
  [300, 2],
  [1499, 4],
  [1500, 5],
])('%i hours are %i stars', (hours, stars) => expect(starsOf(hours * 60, defaultSettings.stars)).toBe(stars))

const history = fc.record({
  services: fc.array(
    fc.record({ status: fc.constantFrom('held', 'planned', 'cancelled'), minutes: fc.option(fc.integer({ min: 10, max: 300 })) }),
    { minLength: 1, maxLength: 3 },
  ),
  shifts: fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 3 * 1440 }),
      present: fc.option(fc.integer({ min: 1, max: 700 }), { freq: 6 }),
      of: fc.option(fc.nat({ max: 2 })),
      isOpen: fc.boolean(),
      status: fc.constantFrom('planned', 'held', 'cancelled', 'failed'),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  steps: fc.array(
    fc.record({
      shift: fc.nat({ max: 5 }),
      minutes: fc.integer({ min: -5, max: 900 }),
      by: fc.constantFrom('han', 'dad', 'liu'),
      takeBack: fc.boolean(),
    }),
    { maxLength: 12 },
  ),
})

test('in ten thousand histories no confirmed hour is more than the time a service took, counts twice, or is one’s own', () => {
  fc.assert(
    fc.property(history, ({ services, shifts, steps }) => {
      const book: ShiftFacts[] = shifts.map(({ at, present, of, isOpen, status }, n) => {
        const service = of === null ? undefined : services[of]
        return shift({
          id: `${n}`,
          day: addDays(day, -Math.floor(at / 1440) - 4),
          startsAt: `${String(Math.floor((at % 1440) / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`,
          present,
          isOpen,
          status,
          partOf: service === undefined ? null : { id: `${of}`, status: service.status, minutes: service.minutes },
        })
      })
      for (const { shift: at, minutes, by, takeBack } of steps) {
        const one = book[at]
        if (one === undefined) continue
        if (takeBack) {
          book[at] = { ...one, confirmed: null, confirmedBy: null }
          continue
        }
        const witness = { capacity: 'socialWorker', name: by } as const
        if (!mayWitness({ personId: by, displayName: by }, witness, han).ok || !canConfirm(one, book, minutes, later).ok) continue
        book[at] = { ...one, status: 'held', confirmed: minutes, confirmedBy: by }
      }
      const confirmed = book.filter((one) => one.confirmed !== null)
      for (const one of confirmed) {
        expect(one.confirmedBy).toBe('liu')
        expect(one.confirmed).toBeLessThanOrEqual(one.present ?? 0)
        expect(one.partOf?.status ?? 'held').toBe('held')
        for (const other of confirmed) {
          const [a, b] = [spanOf(one), spanOf(other)]
          if (one !== other && a !== undefined && b !== undefined) expect(overlap(a, b)).toBe(false)
        }
      }
      services.forEach(({ minutes }, n) => {
        const together = confirmed.filter((one) => one.partOf?.id === `${n}`).reduce((sum, one) => sum + (one.confirmed ?? 0), 0)
        if (minutes !== null) expect(together).toBeLessThanOrEqual(minutes)
      })
    }),
    { numRuns: 10_000, seed: 67 },
  )
})
