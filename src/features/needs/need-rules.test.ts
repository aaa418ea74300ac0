import { expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { domainFor, maySave, maySettle, ruleFor } from './need-rules.ts'
import type { NeedState } from './schema.ts'

const six = ['心理能量低', '生活条件差', '家庭照顾缺失', '精神生活匮乏', '缺乏健康指导', '社区融入感低'].map((need) => ({ need }))

test.each([
  ['GDS-15', 'moderate', 11, '心理能量低'],
  ['GDS-15', null, 11, '心理能量低'],
  ['GDS-15', null, 4, undefined],
  ['GDS-15', 'none', 2, undefined],
  ['self-care', 'unable', 20, '家庭照顾缺失'],
  ['self-care', 'light', 5, undefined],
  ['ability', '1', 80, undefined],
  ['ability', '3', 40, '家庭照顾缺失'],
  ['home-safety', 'many', 5, '生活条件差'],
  ['fall-risk', 'high', 5, '缺乏健康指导'],
  ['UCLA-3', 'lonely', 7, '社区融入感低'],
  ['satisfaction', 'dissatisfied', 8, undefined],
])('%s, %s, %s suggests a need of %s', (scale, band, score, domain) => {
  const rule = ruleFor({ id: 'x', scale, band, score })
  expect(rule === undefined ? undefined : domainFor(rule, six)?.need).toBe(domain)
})

test.each([
  [{ assessmentId: null, judgement: null, version: 0, reason: null }, 'needs.noSource'],
  [{ assessmentId: null, judgement: '独居，冬天没有取暖', version: 0, reason: null }, undefined],
  [{ assessmentId: 'x', judgement: null, version: 0, reason: null }, undefined],
  [{ assessmentId: 'x', judgement: null, version: 1, reason: null }, 'needs.noReason'],
])('a need says where it was seen, and a change says why: %j', (need, code) => {
  const verdict = maySave(need)
  expect(verdict.ok ? undefined : verdict.code).toBe(code)
})

test.each<[NeedState, NeedState, boolean]>([
  ['open', 'met', true],
  ['inHand', 'notMet', true],
  ['open', 'withdrawn', true],
  ['met', 'open', true],
  ['met', 'notMet', false],
  ['open', 'inHand', false],
])('from %s to %s: %s', (from, to, may) => {
  const day = daySchema.parse('2025-01-10')
  expect(maySettle(from, to, day, day).ok).toBe(may)
})

test('nothing is settled on a day to come', () => {
  expect(maySettle('open', 'met', daySchema.parse('2025-01-11'), daySchema.parse('2025-01-10')).ok).toBe(false)
})
