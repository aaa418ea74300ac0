import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { daySchema, type Day } from '../../kernel/day.ts'
import { grantIdSchema, projectIdSchema } from '../../kernel/ids.ts'
import type { Verdict } from '../../kernel/verdict.ts'
import {
  mayClose,
  mayDecide,
  mayGoTo,
  mayHoldSession,
  mayReopen,
  mayResume,
  maySuspend,
  mayWork,
  nextOf,
  type CaseFacts,
} from './case-rules.ts'
import { attainmentsOf, beforeAfter, lastedDays } from './closing-rules.ts'
import { mayChangeNote, mayNarrow, mayReadNote, mayReview, minutesFrom, writtenBefore } from './note-rules.ts'
import { ecoBlock } from './eco-paper-rules.ts'
import { ecoOf, ringOf } from './eco-rules.ts'
import { intakeFormSchema } from './form-schema.ts'
import { domainOfNeed } from './need-domain-rules.ts'
import { noteContentSchema } from './session-schema.ts'
import { endsAtOf, usualTimes } from './session-entry-rules.ts'
import { caseStageSchema, type CaseStage } from './vocabulary-schema.ts'

const day = (text: string): Day => daySchema.parse(text)
const today = day('2025-03-10')
const facts = (stage: CaseStage, more: Partial<CaseFacts> = {}): CaseFacts => ({
  stage,
  suspendedOn: null,
  openedOn: day('2024-10-10'),
  closedOn: stage === 'closed' ? day('2025-02-01') : null,
  hasAssessment: true,
  plan: { goals: 2, signed: ['elder', 'worker'] },
  sessions: 3,
  isDeceased: false,
  ...more,
})
const said = (verdict: Verdict<unknown>): string => (verdict.ok ? 'yes' : verdict.code)

describe('what may be done at each stage', () => {
  test.each([
    ['intake', 'decide, suspend'],
    ['assessment', 'session, suspend'],
    ['plan', 'session, suspend'],
    ['intervention', 'session, evaluate, suspend'],
    ['evaluation', 'session, close, suspend'],
    ['closed', 'reopen'],
    ['not_accepted', 'reopen'],
  ] as const)('%s: %s', (stage, allowed) => {
    const it = facts(stage)
    const verdicts = {
      decide: mayDecide(it),
      session: mayHoldSession(it),
      evaluate: mayGoTo(it, 'evaluation'),
      close: mayClose(it, 'goals_met', today, today),
      suspend: maySuspend(it),
      reopen: mayReopen(it, today),
    }
    expect(
      Object.entries(verdicts)
        .filter(([, verdict]) => verdict.ok)
        .map(([name]) => name)
        .join(', '),
    ).toBe(allowed)
  })

  test('nothing goes on while a case is suspended, but to resume or to close', () => {
    const halted = facts('intervention', { suspendedOn: day('2025-01-01') })
    expect([mayWork(halted), mayHoldSession(halted), mayGoTo(halted, 'evaluation')].map(said)).toEqual(Array(3).fill('case.suspended'))
    expect([mayResume(halted), mayClose(halted, 'died', today, today)].map(said)).toEqual(['yes', 'yes'])
    expect(said(mayResume(facts('intervention')))).toBe('case.running')
  })

  test.each(caseStageSchema.options)('from %s no stage is jumped over', (stage) => {
    const next = nextOf(facts(stage))
    for (const to of caseStageSchema.options)
      expect([to, mayGoTo(facts(stage), to).ok]).toEqual([to, next?.to === to && next.missing.length === 0])
  })
})

test.each([
  ['assessment', { hasAssessment: false }, ['还没有预估表']],
  ['plan', { plan: null }, ['还没有服务计划（至少一个具体目标）']],
  ['plan', { plan: { goals: 1, signed: [] } }, ['服务对象还没有在计划上签名', '社工还没有在计划上签名']],
  ['plan', { plan: { goals: 1, signed: ['elder'] } }, ['社工还没有在计划上签名']],
  ['intervention', { sessions: 0 }, ['还没有一次写好记录的服务']],
] as const)('at %s with %o it says what is missing', (stage, more, missing) => {
  expect(nextOf(facts(stage, more))?.missing.map((words) => words.zh)).toEqual(missing)
})

test.each([
  ['intervention', 'goals_met', 'case.close.evaluation'],
  ['intervention', 'moved', 'yes'],
  ['intervention', 'died', 'yes'],
  ['plan', 'elder_ends', 'yes'],
  ['assessment', 'referred', 'yes'],
  ['intervention', 'project_over', 'case.close.evaluation'],
  ['intake', 'lost', 'case.close.intake'],
  ['closed', 'other', 'case.ended'],
] as const)('at %s a case closes because of %s: %s', (stage, reason, code) => {
  expect(said(mayClose(facts(stage), reason, today, today))).toBe(code)
})

test('a case does not close before it opened or tomorrow, nor reopen late or after a death', () => {
  expect(said(mayClose(facts('evaluation'), 'goals_met', day('2024-10-09'), today))).toBe('case.close.early')
  expect(said(mayClose(facts('evaluation'), 'goals_met', day('2025-03-11'), today))).toBe('case.day.future')
  expect(said(mayReopen(facts('closed'), day('2025-07-31')))).toBe('yes')
  expect(said(mayReopen(facts('closed'), day('2025-08-01')))).toBe('case.reopen.late')
  expect(said(mayReopen(facts('closed', { isDeceased: true }), today))).toBe('case.reopen.deceased')
})

describe('who reads a note', () => {
  const projectOf = { p: projectIdSchema.parse(v7()), q: projectIdSchema.parse(v7()) }
  const grant = (role: 'supervisor' | 'manager' | 'counsellor' | 'bureau', projectId: 'p' | 'q') => ({
    accountId: 'x',
    grants: [{ id: grantIdSchema.parse(v7()), role, projectId: projectOf[projectId] }],
  })
  const note = { isNarrow: true, writtenBy: 'author', projectId: projectOf.p, review: 'waiting' }
  const author = { accountId: 'author', grants: [] }
  test.each([
    ['its author', author, true],
    ['the project’s supervisor', grant('supervisor', 'p'), true],
    ['another project’s supervisor', grant('supervisor', 'q'), false],
    ['the manager', grant('manager', 'p'), false],
    ['another counsellor', grant('counsellor', 'p'), false],
    ['the bureau', grant('bureau', 'p'), false],
  ] as const)('a counselling note: %s', (_who, reader, expected) => {
    expect(mayReadNote(note, reader)).toBe(expected)
    expect(mayReadNote({ ...note, isNarrow: false }, reader)).toBe(true)
  })
  test('it is changed by its author alone, and opened to the case by a supervisor alone', () => {
    expect(said(mayChangeNote(note, author))).toBe('yes')
    expect(said(mayChangeNote(note, grant('supervisor', 'p')))).toBe('note.author')
    expect(said(mayChangeNote(note, grant('manager', 'p')))).toBe('note.narrow')
    expect(
      [mayNarrow(note, true, author), mayNarrow(note, false, author), mayNarrow(note, false, grant('supervisor', 'p'))].map(said),
    ).toEqual(['yes', 'note.widen', 'yes'])
  })
})

test('a return says what to change; nobody approves their own; an imported record is not reviewed', () => {
  const record = { review: 'waiting', writtenBy: 'author' }
  expect(said(mayReview(record, 'returned', '', 'x'))).toBe('review.body')
  expect(said(mayReview(record, 'returned', '请写事实', 'x'))).toBe('yes')
  expect(said(mayReview(record, 'approved', null, 'x'))).toBe('yes')
  expect(said(mayReview(record, 'approved', null, 'author'))).toBe('review.own')
  expect(said(mayReview({ ...record, review: null }, 'approved', null, 'x'))).toBe('review.imported')
  expect(said(mayReview({ ...record, review: 'approved' }, 'approved', null, 'x'))).toBe('review.done')
})

test.each([
  ['2025-03-10', 3, '2025-03-05'],
  ['2025-03-14', 3, '2025-03-11'],
  ['2025-03-16', 1, '2025-03-13'],
])('on %s with %d working days, what was held by %s must be written', (on, days, expected) => {
  const isWorkday = (one: string) => ![0, 6].includes(new Date(`${one}T00:00:00Z`).getUTCDay())
  expect(writtenBefore(day(on), days, isWorkday)).toBe(expected)
})

test('minutes are counted within a day, and the usual time is that of the last session', () => {
  expect([minutesFrom('09:30', '10:15'), minutesFrom('10:15', '09:30')]).toEqual([45, undefined])
  expect([endsAtOf('9:30', 45), endsAtOf('0930', null), endsAtOf('23:40', 60), endsAtOf('早上', 45)]).toEqual([
    '10:15',
    '10:30',
    '23:59',
    undefined,
  ])
  expect(usualTimes('14:00', 40)).toEqual({ startsAt: '14:00', endsAt: '14:40' })
  expect(usualTimes(null, null)).toEqual({})
})

test('goals at closing say where each last stood, from the form or else from the sessions', () => {
  const goals = ['a', 'b'].map((id) => ({
    id,
    text: id,
    domain: null,
    needId: null,
    indicator: '',
    baseline: '0',
    target: '3',
    deadline: null,
  }))
  const note = (value: string) =>
    noteContentSchema.parse({ facts: '…', progress: [{ goalId: '0192e0a0-0000-7000-8000-000000000001', value }] })
  const own = goals.map((goal, at) => ({ ...goal, id: at === 0 ? '0192e0a0-0000-7000-8000-000000000001' : goal.id }))
  expect(attainmentsOf(own, [note('1次'), note('2次'), note('')], undefined).map((one) => one.last)).toEqual(['2次', ''])
  expect(lastedDays(day('2024-10-10'), day('2024-10-10'))).toBe(1)
})

test('scores before and after are told by their phase, or else by their day', () => {
  const row = (score: number, phase: 'before' | 'during' | 'after', on: string | null) => ({
    scale: 'GDS-15',
    score,
    phase,
    day: on === null ? null : day(on),
  })
  expect(beforeAfter([row(5, 'after', null), row(11, 'before', null)])).toEqual([
    { scale: 'GDS-15', first: { score: 11, day: null }, last: { score: 5, day: null } },
  ])
  expect(beforeAfter([row(8, 'during', '2025-01-01'), row(10, 'during', '2024-11-01')])[0]).toMatchObject({
    first: { score: 10 },
    last: { score: 8 },
  })
  expect(beforeAfter([row(11, 'before', null)])[0]?.last).toBeNull()
})

test('who is around an elder is drawn from the intake, from who came to sessions and from referrals, nobody twice', () => {
  const family = [{ id: 'a', name: '王女儿', relation: '女儿', age: null, work: '', together: true, phone: '' }]
  const intake = {
    kind: 'intake' as const,
    content: intakeFormSchema.parse({ source: 'self', appeal: '闷', family: family.map((one) => ({ ...one, id: v7() })) }),
  }
  const form = {
    id: v7(),
    ordinal: 1,
    form: intake,
    review: 'waiting' as const,
    writtenBy: null,
    writtenAt: '',
    signatures: [],
    comments: [],
  }
  const came = (name: string) => ({ attended: [{ personId: null, name, part: 'carer' as const }] })
  const referral = (organisation: string, state: 'sent' | 'withdrawn') => ({ id: v7(), organisation, state, isOverdue: false })
  const found = {
    forms: [form],
    caseSessions: [came('王女儿'), came('王儿媳')],
    referrals: [referral('人民医院', 'sent'), referral('残联', 'withdrawn')],
  }
  expect(ecoOf(found).map(({ name, tie }) => [name, tie])).toEqual([
    ['王女儿', 'together'],
    ['王儿媳', 'met'],
    ['人民医院', 'referral'],
  ])
  const [table] = ecoBlock(found)
  expect(table?.kind === 'table' ? table.rows : []).toEqual([
    ['王女儿', '女儿', { zh: '同住', en: 'at home' }],
    ['王儿媳', null, { zh: '来过服务的家人', en: 'came to sessions' }],
    ['人民医院', null, { zh: '转介单位', en: 'referred to' }],
  ])
  expect(ecoBlock({ forms: [], caseSessions: [], referrals: [] })).toEqual([])
  expect(ringOf(4, 480, 300)).toEqual([
    { x: 240, y: 30 },
    { x: 410, y: 150 },
    { x: 240, y: 270 },
    { x: 70, y: 150 },
  ])
})

test.each([
  [{ domain: '心理能量低', statement: '没人说话' }, 'mental'],
  [{ domain: null, statement: '冬天居住环境差' }, 'housing'],
  [{ domain: '其他', statement: '不会用手机挂号' }, 'information'],
  [{ domain: null, statement: '想学二胡' }, 'other'],
] as const)('a need on record comes into the assessment in the domain that its words say', (need, domain) => {
  expect(domainOfNeed(need)).toBe(domain)
})
