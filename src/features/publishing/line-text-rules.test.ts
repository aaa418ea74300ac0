import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import type { DraftFigure } from './bulletin-schema.ts'
import { fromTyped, toTyped } from './line-text-rules.ts'

const figures: readonly DraftFigure[] = [
  { measure: 'sessions', scope: {}, value: 349 },
  { measure: 'attendances', scope: {}, value: 1550 },
]

test('what is typed reads back: figures by their names, links, and everything else as it stands', () => {
  const typed = '面谈【个案面谈次数】，活动【活动人次，约余数】，见[原文](https://www.gov.cn/a)。【不认识的】'
  const line = fromTyped(typed, figures, [], v7)
  expect(line.map(({ is }) => is)).toEqual(['text', 'figure', 'text', 'figure', 'text', 'link', 'text'])
  expect(toTyped(line, figures)).toBe(typed)
})

test('a figure that was there keeps its name while the text around it is typed', () => {
  const line = fromTyped('面谈【个案面谈次数】', figures, [], v7)
  const again = fromTyped('累计面谈【个案面谈次数】。', figures, line, v7)
  expect(again[1]).toEqual(line[1])
})

test('markup is text', () => {
  expect(fromTyped('<b>x</b> [a](javascript:alert(1))', figures, [], v7)).toEqual([
    { is: 'text', text: '<b>x</b> [a](javascript:alert(1))' },
  ])
})
