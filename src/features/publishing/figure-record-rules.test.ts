import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { projectIdSchema } from '../../kernel/ids.ts'
import { sha256 } from '../../kernel/sha256.ts'
import { measures } from '../measures/measure-list-rules.ts'
import { beforeTheFirst, faultOfFigure, isListOf, membersOfText, recordOf, textOfMembers, textOfRecord } from './figure-record-rules.ts'
import { frozenIdSchema, frozenSetIdSchema, type FigureRecord, type StoredFigure } from './figure-record-schema.ts'

const list = textOfMembers([
  ['f2', null],
  ['a1', null],
  ['c3', null],
])
const { name, unit, rule, version } = measures.direct_persons
const record: FigureRecord = {
  format: 'nuanyang-figure-1',
  tenant: 'test',
  id: frozenIdSchema.parse(v7()),
  seq: 1,
  previous: beforeTheFirst,
  set: { id: frozenSetIdSchema.parse(v7()), purpose: 'closing', title: '结项数字', scope: {}, by: v7() },
  project: { id: projectIdSchema.parse(v7()), name: '为老服务项目' },
  period: { from: daySchema.parse('2024-09-01'), to: daySchema.parse('2025-05-01') },
  asOf: '2025-05-01T02:03:04.000Z',
  measure: 'direct_persons',
  version,
  name,
  unit,
  rule,
  decimals: 0,
  scope: {},
  scopeText: { zh: '整个项目', en: 'the whole project' },
  at: {},
  value: 3,
  estimate: null,
  parts: null,
  members: { sort: 'person', count: 3, sha256: sha256(list) },
  corrects: null,
}
const body = textOfRecord(record)
const stored: StoredFigure = {
  id: record.id,
  seq: 1,
  setId: record.set.id,
  projectId: record.project.id,
  measure: record.measure,
  at: '{}',
  membersSha256: record.members?.sha256 ?? null,
  corrects: null,
  body,
  hash: sha256(body),
}
const start = { seq: 0, hash: beforeTheFirst }

/** A text with one bit of its UTF-8 turned, one for each bit. */
function* turned(text: string): Generator<string> {
  const bytes = new TextEncoder().encode(text)
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const changed = bytes.slice()
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    yield new TextDecoder('utf-8', { ignoreBOM: true }).decode(changed)
  }
}

test('a figure as it was frozen is found to be so, and its text says the whole of it', () => {
  expect(faultOfFigure(stored, start)).toBeUndefined()
  expect(recordOf(body)).toEqual(record)
  expect(body.startsWith('{"asOf":"2025-05-01T02:03:04.000Z","at":{},"corrects":null')).toBe(true)
})

test('whichever single bit of a figure is turned, in its text, its hash or any column, it is found', () => {
  const missed: string[] = []
  let tried = 0
  const columns = ['id', 'setId', 'projectId', 'measure', 'at', 'membersSha256', 'body', 'hash'] as const
  for (const column of columns)
    for (const text of turned(stored[column] ?? '')) {
      tried++
      if (faultOfFigure({ ...stored, [column]: text }, start) === undefined) missed.push(`${column}: ${text}`)
    }
  for (let bit = 0; bit < 31; bit++) if (faultOfFigure({ ...stored, seq: 1 ^ (1 << bit) }, start) === undefined) missed.push(`seq ${bit}`)
  expect(missed).toEqual([])
  expect(tried).toBeGreaterThan(10_000)
})

test('whichever single bit of a list of members is turned, it is found', () => {
  const { members } = record
  if (members === null) throw new Error('It has members.')
  expect(isListOf(list, members)).toBe(true)
  expect([...turned(list)].filter((text) => isListOf(text, members))).toEqual([])
})

test('somebody who changes a value and makes its hash anew is found by the next figure’s chain', () => {
  const forged = textOfRecord({ ...record, value: 4 })
  const next = textOfRecord({ ...record, id: frozenIdSchema.parse(v7()), seq: 2, previous: stored.hash })
  const after: StoredFigure = { ...stored, id: JSON.parse(next).id, seq: 2, body: next, hash: sha256(next) }
  expect(faultOfFigure(after, { seq: 1, hash: stored.hash })).toBeUndefined()
  expect(faultOfFigure(after, { seq: 1, hash: sha256(forged) })).toBe('chain')
})

test('members are in order whatever order they came in, with amounts where the measure adds', () => {
  expect(list).toBe('["a1","c3","f2"]')
  expect(
    textOfMembers([
      ['b', 90],
      ['a', null],
    ]),
  ).toBe('[["a",null],["b",90]]')
  expect([...membersOfText('[["a",null],["b",90]]')]).toEqual([
    ['a', null],
    ['b', 90],
  ])
})
