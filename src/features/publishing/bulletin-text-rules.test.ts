import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import type { Content, Token } from './bulletin-schema.ts'
import { bindIn, findingsOf, isListedLink, printFigure, roundBelow, sayingOf, unsettled } from './bulletin-text-rules.ts'
import { frozenIdSchema } from './figure-record-schema.ts'

const token: Token = { is: 'figure', id: frozenIdSchema.parse(v7()), measure: 'sessions', scope: {}, saying: 'full' }
const facts = { figures: [{ measure: 'sessions' as const, scope: {}, value: 349 }], names: [] }
const contentOf = (text: string): Content => ({ title: '简报', blocks: [{ is: 'paragraph', line: [{ is: 'text', text }] }], kept: [] })

test.each([
  ['as it is', 'sessions', 349, 'full', '349人次'],
  ['as a lower bound', 'attendances', 1550, 'atLeast', '1500余人次'],
  ['as a lower bound of tens', 'goods_batches', 63, 'atLeast', '60余批'],
  ['an estimate always says so', 'indirect_persons', 17_270, 'full', '约17,270人'],
  ['alone', 'activities', 120, 'number', '120'],
  ['of nothing', 'closure_rate', null, 'full', '—'],
] as const)('a figure is printed %s', (_name, measure, value, saying, printed) => {
  expect(printFigure(measure, value, saying).zh).toBe(printed)
})

test('the round number below is below', () => {
  expect([8, 63, 120, 349, 1550, 17_270].map(roundBelow)).toEqual([8, 60, 120, 340, 1500, 17_000])
})

test('a typed number gives way to a figure, and what stood around it stays', () => {
  const line = [{ is: 'text' as const, text: '个案面谈349人次，活动很多。' }]
  expect(bindIn(line, 4, 9, token)).toEqual([{ is: 'text', text: '个案面谈' }, token, { is: 'text', text: '，活动很多。' }])
})

test('a figure in a text is no finding, and a number kept with a reason is settled only in its sentence', () => {
  const [found] = findingsOf(contentOf('四成老人独居。个案面谈340余人次。'), facts)
  expect(found?.claim.is).toBe('foreign')
  const second = findingsOf(contentOf('四成老人独居。个案面谈340余人次。'), facts)[1]
  expect(second === undefined ? undefined : sayingOf(second.claim)).toBe('atLeast')
  const kept = [{ text: '四成', sentence: '四成老人独居', reason: '问卷' }]
  expect(unsettled(findingsOf({ ...contentOf('四成老人独居。'), kept }, facts))).toEqual([])
  expect(unsettled(findingsOf({ ...contentOf('四成老人参加。'), kept }, facts))).toHaveLength(1)
  expect(findingsOf({ title: '简报', blocks: [{ is: 'paragraph', line: [token] }], kept: [] }, facts)).toEqual([])
})

describe('links', () => {
  test.each([
    ['https://www.gov.cn/a', true],
    ['https://gov.cn', true],
    ['http://gov.cn', false],
    ['https://notgov.cn', false],
    ['https://gov.cn.evil.example/', false],
    ['javascript:alert(1)', false],
    ['https://gov.cn@evil.example/', false],
    ['//gov.cn', false],
  ])('%s: %s', (href, listed) => expect(isListedLink(href, ['gov.cn'])).toBe(listed))
})
