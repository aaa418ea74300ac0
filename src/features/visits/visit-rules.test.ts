import { describe, expect, test } from 'vitest'
import { daySchema, monthSchema } from '../../kernel/day.ts'
import { personIdSchema } from '../../kernel/ids.ts'
import { nextStep, settleAttempts } from './escalation-rules.ts'
import { ratesOf, rateMembers, type RateFacts } from './rate-rules.ts'
import { checkVisit, itemsOn, type VisitEntry } from './visit-rules.ts'
import { defaultSettings } from './visit-schema.ts'

const day = (text: string) => daySchema.parse(text)
const visit: VisitEntry = {
  day: day('2025-01-10'),
  means: 'door',
  informant: null,
  people: [{ personId: 'a', seen: true }],
  checks: { health: true, heating: true, carbonMonoxide: true },
  problems: [],
}
const problem = { item: 'utilities', personId: null, urgency: 'urgent', handled: null, referredTo: null } as const
const codeOf = (entry: Partial<VisitEntry>) => {
  const verdict = checkVisit({ ...visit, ...entry })
  return verdict.ok ? 'ok' : verdict.code
}

describe('what a visit’s record must have', () => {
  test.each<[string, Partial<VisitEntry>, string]>([
    ['all in order', {}, 'ok'],
    ['in January, heating not looked at', { checks: { health: true } }, 'visit.cold'],
    ['in May, heating not looked at', { day: day('2025-05-01'), checks: { health: true } }, 'ok'],
    ['by telephone in January', { means: 'phone', checks: { health: true } }, 'ok'],
    ['told by nobody', { means: 'neighbour', checks: {} }, 'visit.informant'],
    ['told by the neighbour opposite', { means: 'neighbour', informant: '对门刘婶', checks: {} }, 'ok'],
    ['nobody was met', { people: [{ personId: 'a', seen: false }], checks: {} }, 'ok'],
    ['nobody was met, and yet all is in order', { people: [{ personId: 'a', seen: false }] }, 'visit.unseenChecked'],
    ['a problem without a word', { checks: { ...visit.checks, utilities: false } }, 'visit.problemUntold'],
    ['an urgent problem left as it is', { checks: { ...visit.checks, utilities: false }, problems: [problem] }, 'visit.urgentLeft'],
    [
      'an urgent problem passed on',
      { checks: { ...visit.checks, utilities: false }, problems: [{ ...problem, referredTo: 'community' }] },
      'ok',
    ],
  ])('%s: %s', (_what, entry, code) => expect(codeOf(entry)).toBe(code))

  test.each([
    ['2024-10-31', false],
    ['2024-11-01', true],
    ['2025-03-31', true],
    ['2025-04-01', false],
  ])('on %s heating and carbon monoxide are asked for: %s', (at, asked) => expect(itemsOn(day(at)).includes('carbonMonoxide')).toBe(asked))
})

describe('when nobody is met', () => {
  const none = { seenOn: null, missed: [], open: null, closedOn: null }
  const [d1, d2, d3] = [day('2025-02-01'), day('2025-02-03'), day('2025-02-05')]
  test.each<[string, Parameters<typeof settleAttempts>[0], object]>([
    ['once', { ...none, missed: [d1] }, { do: 'nothing' }],
    ['twice', { ...none, missed: [d1, d2] }, { do: 'open', on: d2 }],
    ['twice on one day', { ...none, missed: [d1, d1] }, { do: 'open', on: d1 }],
    ['once before and once after they were seen', { ...none, missed: [d1, d3], seenOn: d2 }, { do: 'nothing' }],
    ['twice, open already', { ...none, missed: [d1, d2], open: { openedOn: d2 } }, { do: 'nothing' }],
    [
      'seen after it was opened',
      { ...none, missed: [d1, d2], open: { openedOn: d2 }, seenOn: d3 },
      { do: 'close', outcome: 'seen', on: d3 },
    ],
    ['one attempt was a mistake', { ...none, missed: [d2], open: { openedOn: d2 } }, { do: 'close', outcome: 'mistake', on: d2 }],
    ['closed by somebody, then missed once more', { ...none, missed: [d1, d2, d3], closedOn: d2 }, { do: 'nothing' }],
  ])('%s', (_what, facts, settled) => expect(settleAttempts(facts, 2)).toEqual(settled))

  test('a neighbour is asked first, the police last', () => {
    expect(nextStep([])).toBe('neighbour')
    expect(nextStep(['neighbour', 'community', 'family'])).toBe('police')
    expect(nextStep(['neighbour', 'community', 'family', 'police'])).toBeUndefined()
  })
})

describe('the monthly visit rate', () => {
  const elder = (n: number, more: Partial<RateFacts>): RateFacts => ({
    personId: personIdSchema.parse(`019ac000-0000-7000-8000-${String(n).padStart(12, '0')}`),
    name: `老人${n}`,
    communityCode: null,
    communityName: null,
    since: day('2024-09-01'),
    deceasedOn: null,
    labels: [{ code: 'DJ', grade: null, from: null, to: null }],
    visits: [],
    ...more,
  })
  const [dec, jan] = [monthSchema.parse('2024-12'), monthSchema.parse('2025-01')]
  const at = (kind: 'home_visit' | 'phone_visit', means: string) => [{ kind, means, month: jan }]

  test('is of those in special difficulty, by visits of means that count', () => {
    const all = [
      elder(1, { visits: at('home_visit', '上门') }),
      elder(2, {}),
      elder(3, { visits: at('phone_visit', '电话') }),
      elder(4, { labels: [{ code: 'DB', grade: null, from: null, to: null }], visits: at('home_visit', '上门') }),
      elder(5, { labels: [{ code: 'DJ', grade: null, from: day('2025-02-01'), to: null }] }),
      elder(6, { deceasedOn: day('2024-12-20') }),
    ]
    expect(ratesOf(all, [dec, jan], defaultSettings)).toMatchObject([
      { month: dec, registered: 4, visited: 0 },
      { month: jan, registered: 3, visited: 2 },
    ])
    expect(ratesOf(all, [jan], { ...defaultSettings, means: ['door'] })).toMatchObject([{ visited: 1 }])
    expect(
      rateMembers(all, jan, null, defaultSettings)
        .filter(({ visited }) => !visited)
        .map(({ facts }) => facts.name),
    ).toEqual(['老人2'])
  })
})
