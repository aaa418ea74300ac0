import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, asOf, daySchema, type Day } from '../../kernel/day.ts'
import { divisionCodeSchema, personIdSchema } from '../../kernel/ids.ts'
import type { Kind } from '../ledger/kind-schema.ts'
import { listed, meansOf, overviewOf, standingOf, type DutyFacts } from './duty-rules.ts'
import { defaultSettings, meansSchema, showSchema, tierSchema, type Means, type Tier } from './visit-schema.ts'

const on = daySchema.parse('2025-02-01')
const ago = (days: number): Day => addDays(on, -days)
const kinds: Record<Means, Kind> = {
  door: 'home_visit',
  phone: 'phone_visit',
  video: 'phone_visit',
  neighbour: 'look_in',
  community: 'look_in',
  family: 'look_in',
}
const seen = (means: Means, days: number) => ({ kind: kinds[means], means, day: ago(days) })

const elder: DutyFacts = {
  personId: personIdSchema.parse('019ac000-0000-7000-8000-000000000001'),
  name: '王秀云',
  pinyin: 'wang xiu yun',
  phone: null,
  birthDate: null,
  livingWith: null,
  householdId: null,
  communityCode: null,
  communityName: null,
  since: ago(100),
  labels: [],
  decided: null,
  served: [],
  missed: [],
  assigned: null,
  lastVisitor: null,
  escalation: null,
  fellOn: null,
  scores: [],
}
const decided = (tier: Tier) => ({ tier, reviewOn: null, reason: '面谈后确定' })

describe('tiers × days × attempts', () => {
  // tier, days since somebody was at the door, days since a call, attempts since → days overdue, attempts in a row
  test.each<[Tier, number, number | null, number[], number, number]>([
    ['general', 30, null, [], 0, 0],
    ['general', 31, null, [], 1, 0],
    ['general', 90, 10, [], -20, 0],
    ['general', 40, null, [3, 1], 10, 2],
    ['watched', 14, null, [], 0, 0],
    ['watched', 15, null, [], 1, 0],
    ['watched', 29, 2, [], -1, 0],
    ['watched', 31, 2, [], 1, 0],
    ['watched', 20, 5, [6, 3], -9, 1],
    ['high', 3, null, [], 0, 0],
    ['high', 4, null, [], 1, 0],
    ['high', 6, 1, [], -1, 0],
    ['high', 8, 1, [], 1, 0],
    ['high', 5, null, [4, 2, 1], 2, 3],
    ['crisis', 1, null, [], 0, 0],
    ['crisis', 2, null, [], 1, 0],
    ['crisis', 2, 0, [], -1, 0],
    ['crisis', 4, 0, [], 1, 0],
    ['crisis', 0, null, [0], -1, 0],
    ['crisis', 1, null, [0], 0, 1],
  ])('%s, at the door %i days ago, called %s, missed %j: %i days overdue, %i attempts', (tier, door, call, missed, overdue, attempts) => {
    const served = [seen('door', door), ...(call === null ? [] : [seen('phone', call)])]
    const standing = standingOf({ ...elder, decided: decided(tier), served, missed: missed.map(ago) }, defaultSettings, on)
    expect([standing.overdueDays, standing.attempts]).toEqual([overdue, attempts])
    expect(standing.shows.includes('overdue')).toBe(overdue > 0)
  })

  test('whoever was never visited is due from the day the project looks after them', () => {
    expect(standingOf({ ...elder, since: ago(30) }, defaultSettings, on)).toMatchObject({ overdueDays: 0, lastLook: null })
    expect(standingOf({ ...elder, since: ago(31) }, defaultSettings, on)).toMatchObject({ overdueDays: 1 })
  })

  test('a means that the project does not accept is no look', () => {
    const served = [seen('family', 1)]
    expect(standingOf({ ...elder, served }, defaultSettings, on).lastLook).toBeNull()
    expect(standingOf({ ...elder, served }, { ...defaultSettings, means: ['family'] }, on).lastLook?.day).toBe(ago(1))
  })

  test('another service face to face counts where the project says so', () => {
    const served = [{ kind: 'case_session' as const, means: null, day: ago(5) }]
    expect(standingOf({ ...elder, served }, defaultSettings, on).overdueDays).toBe(-25)
    expect(standingOf({ ...elder, served }, { ...defaultSettings, otherServices: false }, on).overdueDays).toBe(70)
  })

  test('of a project that has ended, the last day is asked for', () => {
    expect(asOf(daySchema.parse('2026-11-25'), daySchema.parse('2025-05-01'))).toBe('2025-05-01')
    expect(asOf(daySchema.parse('2025-01-01'), daySchema.parse('2025-05-01'))).toBe('2025-01-01')
  })

  test.each<[Kind, string | null, Means | null]>([
    ['home_visit', '上门', 'door'],
    ['home_visit', null, 'door'],
    ['phone_visit', '微信视频', 'video'],
    ['phone_visit', '电话', 'phone'],
    ['look_in', 'neighbour', 'neighbour'],
    ['activity', null, null],
  ])('%s written as %s is looked in on by %s', (kind, written, means) => expect(meansOf(kind, written)).toBe(means))
})

describe('the lists', () => {
  test.each([
    [59, false],
    [60, true],
  ])('an elder with a hardship label and no service for %i days is asked after: %s', (days, isSilent) => {
    const labels = [{ code: 'DB' as const, grade: null, reviewOn: null }]
    const served = [{ kind: 'hand_out' as const, means: null, day: ago(days) }]
    expect(standingOf({ ...elder, labels, served }, defaultSettings, on).shows.includes('silent')).toBe(isSilent)
    expect(standingOf({ ...elder, served }, defaultSettings, on).shows.includes('silent')).toBe(false)
  })

  test('a label past its review, a tier past its review and a tier nobody decided are listed', () => {
    const labels = [{ code: 'SN' as const, grade: null, reviewOn: ago(1) }]
    expect(standingOf({ ...elder, labels }, defaultSettings, on).shows).toEqual(expect.arrayContaining(['labelReview', 'undecided']))
    const reviewed = { ...decided('watched'), reviewOn: ago(1) }
    expect(standingOf({ ...elder, decided: reviewed }, defaultSettings, on).shows).toContain('tierReview')
  })

  const facts = fc.record({
    community: fc.constantFrom(null, '211102001001', '211102001002'),
    since: fc.integer({ min: 0, max: 400 }),
    tier: fc.option(fc.constantFrom(...tierSchema.options), { nil: null }),
    review: fc.option(fc.integer({ min: -50, max: 50 }), { nil: null }),
    labels: fc.array(
      fc.record({
        code: fc.constantFrom('DB' as const, 'DJ' as const, 'SN' as const, 'JSTS' as const),
        review: fc.option(fc.integer({ min: -50, max: 50 }), { nil: null }),
      }),
      { maxLength: 3 },
    ),
    served: fc.array(fc.record({ means: fc.constantFrom(...meansSchema.options), days: fc.integer({ min: 0, max: 200 }) }), {
      maxLength: 4,
    }),
    missed: fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 4 }),
    worker: fc.constantFrom(null, '赵敏', '钱进'),
    waits: fc.boolean(),
  })

  test('each number is as long as its list, whatever is on record', () => {
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 30 }), (all) => {
        const standings = all.map((one, at) =>
          standingOf(
            {
              ...elder,
              personId: personIdSchema.parse(`019ac000-0000-7000-8000-${String(at).padStart(12, '0')}`),
              communityCode: one.community === null ? null : divisionCodeSchema.parse(one.community),
              since: ago(one.since),
              decided:
                one.tier === null ? null : { tier: one.tier, reason: '定级', reviewOn: one.review === null ? null : ago(one.review) },
              labels: one.labels.map(({ code, review }) => ({ code, grade: null, reviewOn: review === null ? null : ago(review) })),
              served: one.served.map(({ means, days }) => seen(means, days)),
              missed: one.missed.map(ago),
              lastVisitor: one.worker,
              escalation: one.waits ? { id: 'x', openedOn: ago(1), steps: [] } : null,
            },
            defaultSettings,
            on,
          ),
        )
        const overview = overviewOf(standings, showSchema.options)
        for (const show of showSchema.options) expect(overview.counts[show]).toBe(listed(standings, { show }).length)
        for (const { worker, count } of overview.overdueByWorker) expect(listed(standings, { show: 'overdue', worker }).length).toBe(count)
        for (const { code, count, of } of overview.overdueByCommunity) {
          if (code === null) continue
          expect(listed(standings, { show: 'overdue', communityCode: code }).length).toBe(count)
          expect(listed(standings, { show: 'all', communityCode: code }).length).toBe(of)
        }
        const sum = (counts: readonly { count: number }[]) => counts.reduce((total, { count }) => total + count, 0)
        expect(sum(overview.overdueByCommunity)).toBe(overview.counts.overdue)
        expect(sum(overview.overdueByWorker)).toBe(overview.counts.overdue)
      }),
    )
  })
})
