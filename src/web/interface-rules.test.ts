import { describe, expect, test } from 'vitest'
import { linesOf, typeOf } from './interface-rules.ts'

describe('a shape as a reader sees it', () => {
  test('says what a field may be in one line', () => {
    expect(typeOf({ type: 'string', minLength: 10, maxLength: 200 })).toBe('string (≥ 10, ≤ 200)')
    expect(typeOf({ anyOf: [{ $ref: '#/components/schemas/Day' }, { type: 'null' }] })).toBe('Day | null')
    expect(typeOf({ type: 'array', items: { type: 'string', enum: ['elder', 'carer'] } })).toBe('"elder" | "carer"[]')
    expect(typeOf({ type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991 })).toBe('integer')
  })

  test('lists fields of fields below them, through lists and through what may be absent', () => {
    const shape = {
      type: 'object',
      required: ['rows'],
      properties: {
        rows: { type: 'array', items: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] } },
        household: { anyOf: [{ type: 'object', properties: { number: { type: 'string' } } }, { type: 'null' }] },
      },
    }
    expect(linesOf(shape).map(({ name, depth, required }) => [name, depth, required])).toEqual([
      ['rows', 0, true],
      ['name', 1, true],
      ['household', 0, false],
      ['number', 1, false],
    ])
  })
})
