import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { personIdSchema } from '../../kernel/ids.ts'
import { candidateOf, nextOpen } from './decided-rules.ts'
import type { UnresolvedRow } from './schema.ts'

const known = personIdSchema.parse(v7())
const candidate = (person: UnresolvedRow['candidates'][number]['person'], name: string) => ({
  person,
  name,
  community: null,
  because: { zh: '同名', en: 'bears this name' },
})
const row = (subject: string, decision: UnresolvedRow['decision'] = null): UnresolvedRow => ({
  subject,
  file: '04 活动.xlsx',
  sheet: null,
  row: 12,
  column: '姓名',
  name: '田文河',
  community: null,
  hints: '',
  about: '',
  candidates: [candidate({ key: 'person:a' }, '田文河'), candidate({ id: known }, '赵文河')],
  decision,
})

describe('names that were resolved', () => {
  test('somebody of this import and somebody on file are found among those offered', () => {
    expect(candidateOf(row('s'), { key: 'person:a' })?.name).toBe('田文河')
    expect(candidateOf(row('s'), { id: known })?.name).toBe('赵文河')
  })

  test('nobody, and somebody found by searching, are none of them', () => {
    expect(candidateOf(row('s'), 'nobody')).toBeUndefined()
    expect(candidateOf(row('s'), null)).toBeUndefined()
    expect(candidateOf(row('s'), { id: personIdSchema.parse(v7()) })).toBeUndefined()
  })

  test('after a name the next open one is taken, and from the end one comes round', () => {
    const rows = [row('1'), row('2', 'nobody'), row('3')]
    expect(nextOpen(rows, '1')).toBe('3')
    expect(nextOpen(rows, '3')).toBe('1')
  })

  test('the last open name has none after it', () => {
    expect(nextOpen([row('1', 'nobody'), row('2')], '2')).toBeUndefined()
    expect(nextOpen([], '1')).toBeUndefined()
  })
})
