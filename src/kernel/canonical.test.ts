import * as fc from 'fast-check'
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { canonical } from './canonical.ts'
import { sha256 } from './sha256.ts'

test.each([
  ['names are in order of their code units, capital letters first', { b: 1, a: 2, B: 3, 数: 4 }, '{"B":3,"a":2,"b":1,"数":4}'],
  ['numbers are as ECMAScript writes them', [1e21, 0.1, -0, 100, 1e-7, 333333333.3333333], '[1e+21,0.1,0,100,1e-7,333333333.3333333]'],
  ['nothing is spaced, lists keep their order', { list: [3, 1, [true, null]] }, '{"list":[3,1,[true,null]]}'],
  ['only what must be is escaped', '“养老”\n\u0007/é', '"“养老”\\n\\u0007/é"'],
])('%s', (_name, value, text) => expect(canonical(value)).toBe(text))

test('what is no number and half a character have no canonical form', () => {
  expect(() => canonical(Number.NaN)).toThrow('no canonical form')
  expect(() => canonical('\ud800')).toThrow('no canonical form')
})

test('whatever order the names came in, the text is the same, and it reads back', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string({ unit: 'grapheme' }), fc.oneof(fc.integer(), fc.string({ unit: 'grapheme' }), fc.boolean())),
      (value) => {
        const reversed = Object.fromEntries(Object.entries(value).toReversed())
        expect(canonical(reversed)).toBe(canonical(value))
        expect(JSON.parse(canonical(value))).toEqual({ ...value })
      },
    ),
  )
})

test('the SHA-256 of the product is everybody’s SHA-256', () => {
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'))
    }),
  )
  expect(sha256('双台子区'.repeat(100))).toBe(createHash('sha256').update('双台子区'.repeat(100)).digest('hex'))
})
