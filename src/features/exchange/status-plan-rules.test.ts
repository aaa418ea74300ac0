import { expect, it } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { caseStateOf, statusOf } from './status-plan-rules.ts'

const [before, today, after] = [daySchema.parse('2025-01-01'), daySchema.parse('2025-06-01'), daySchema.parse('2025-12-01')]

it.each([
  ['已开展', 'held'],
  ['已完成', 'held'],
  ['已落实', 'held'],
  ['取消（大雪）', 'cancelled'],
  ['已取消', 'cancelled'],
  ['计划', 'planned'],
  ['未开展', 'planned'],
  ['未完成', 'planned'],
  ['洽谈中', 'planned'],
  ['未到岗', 'failed'],
  ['？？', undefined],
])('%s is %s', (written, status) => {
  expect(statusOf(written, before, today)).toBe(status)
})

it('an empty status means held, or planned when the day is still to come', () => {
  expect(statusOf(undefined, before, today)).toBe('held')
  expect(statusOf(' ', after, today)).toBe('planned')
})

it.each([
  ['不接案', 'not_accepted'],
  ['已结案', 'closed'],
  ['未结案', 'open'],
  ['跟进中', 'open'],
  ['转介', 'closed'],
  [undefined, 'open'],
])('a case that is %s is %s', (written, state) => {
  expect(caseStateOf(written, undefined)).toBe(state)
})

it('a case without a status is closed when it has a closing day', () => {
  expect(caseStateOf(undefined, before)).toBe('closed')
})
