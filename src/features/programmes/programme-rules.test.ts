import { describe, expect, test } from 'vitest'
import { daySchema, monthSchema } from '../../kernel/day.ts'
import { organisationIdSchema } from '../../kernel/ids.ts'
import { figuresToShow, isLate, mayBelong, mayChange, mayMove, mayPlan, templateOf } from './programme-rules.ts'
import type { Content, ProgrammeState } from './schema.ts'

const day = (text: string) => daySchema.parse(text)
const month = (text: string) => monthSchema.parse(text)
const uuid = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`
const step = (at: string, doneOn: string | null = null) => ({
  id: uuid(1),
  month: month(at),
  what: '苇编课',
  doneOn: doneOn === null ? null : day(doneOn),
})
const planned = { purpose: '让老人有事做', steps: [step('2024-10')] }

describe('from plan to end', () => {
  test.each<[ProgrammeState, ProgrammeState, string | null, string]>([
    ['draft', 'active', null, 'started'],
    ['draft', 'ended', '社区合并', 'ended'],
    ['active', 'ended', '项目到期', 'ended'],
    ['active', 'draft', '启动早了', 'backToDraft'],
    ['ended', 'active', '结束点错了', 'reopened'],
  ])('%s may become %s', (from, to, reason, act) => {
    expect(mayMove(from, to, planned, reason)).toEqual({ ok: true, value: act })
  })

  test.each<[ProgrammeState, ProgrammeState, typeof planned | { purpose: null; steps: [] }, string | null, string]>([
    ['ended', 'draft', planned, '再来', 'programmes.move'],
    ['active', 'active', planned, '再来', 'programmes.move'],
    ['draft', 'active', { purpose: null, steps: [] }, null, 'programmes.unplanned'],
    ['active', 'ended', planned, null, 'programmes.reason'],
    ['ended', 'active', planned, null, 'programmes.reason'],
  ])('%s may not become %s', (from, to, plan, reason, code) => {
    expect(mayMove(from, to, plan, reason)).toMatchObject({ ok: false, code })
  })

  test.each<[ProgrammeState, string | null, boolean]>([
    ['draft', null, true],
    ['active', null, false],
    ['active', '改了月份', true],
    ['ended', '改了月份', false],
  ])('a programme that is %s, changed because of %s: %s', (state, reason, ok) => {
    expect(mayChange(state, reason).ok).toBe(ok)
  })
})

test('a step is done today or before, and late once its month is over', () => {
  expect(mayPlan([step('2024-10', '2024-10-09')], day('2024-10-09')).ok).toBe(true)
  expect(mayPlan([step('2024-10', '2024-10-10')], day('2024-10-09'))).toMatchObject({ ok: false, field: 'steps' })
  expect(isLate(step('2024-10'), day('2024-10-31'))).toBe(false)
  expect(isLate(step('2024-10'), day('2024-11-01'))).toBe(true)
  expect(isLate(step('2024-10', '2024-10-09'), day('2024-11-01'))).toBe(false)
})

test.each([
  [{}, true],
  [{ projectId: 'other' }, false],
  [{ communityCode: '211102003001' }, false],
  [{ communityCode: null }, false],
  [{ status: 'planned' as const }, false],
  [{ status: 'cancelled' as const }, false],
  [{ repeats: true }, false],
])('a service that differs by %o may belong: %s', (more, ok) => {
  const service = { projectId: 'p', communityCode: '211102002005', status: 'held' as const, repeats: false, ...more }
  expect(mayBelong(service, { projectId: 'p', communityCode: '211102002005' }).ok).toBe(ok)
})

test('a template has the plan and nobody’s work: no partner’s name, nothing done, no results, no mark', () => {
  const content: Content = {
    name: '巧手苇编',
    forWhom: '会编织的老人',
    purpose: '让老人有事做',
    partners: [{ id: uuid(2), party: 'charity', organisationId: organisationIdSchema.parse(uuid(3)), does: '收购成品' }],
    steps: [step('2024-11', '2024-11-20'), step('2025-02')],
    results: '办了六课',
    markId: uuid(4),
  }
  let made = 10
  expect(templateOf(content, '巧手苇编（二）', month('2025-12'), () => uuid(made++))).toEqual({
    name: '巧手苇编（二）',
    forWhom: '会编织的老人',
    purpose: '让老人有事做',
    partners: [{ id: uuid(10), party: 'charity', organisationId: null, does: '收购成品' }],
    steps: [
      { id: uuid(11), month: '2025-12', what: '苇编课', doneOn: null },
      { id: uuid(12), month: '2026-03', what: '苇编课', doneOn: null },
    ],
    results: null,
    markId: null,
  })
})

test('persons and attendances stand also as nought, other figures where there is something', () => {
  expect(
    figuresToShow([
      { key: 'direct_persons', value: 0 },
      { key: 'activities', value: 0 },
      { key: 'craft_lessons', value: 3 },
    ]).map(({ key }) => key),
  ).toEqual(['direct_persons', 'craft_lessons'])
})
