import { expect, test } from 'vitest'
import { canonical, type Json } from './canonical.ts'
import { checkProof, proofOf } from './proof.ts'
import { sha256 } from './sha256.ts'

const figure = (id: string, more: Record<string, Json> = {}): Json => ({
  format: 'nuanyang-figure-1',
  id,
  value: 349,
  name: { zh: '个案面谈', en: 'sessions' },
  corrects: null,
  ...more,
})
const hashOf = (record: Json) => sha256(canonical(record))
const first = figure('a')
const correction = figure('b', { value: 348, corrects: { id: 'a', hash: hashOf(first), value: 349 } })
const bulletin: Json = {
  format: 'nuanyang-bulletin-1',
  id: 'c',
  title: '结项简报',
  figures: [{ id: 'b', hash: hashOf(correction) }],
}
const volunteer: Json = ['nuanyang volunteer record 1', '光点', '王志愿', null, null, [['s', '2025-03-01', '09:00', '助餐', 120]]]
const files = { figure: [first], correction: [correction, first], bulletin: [bulletin, correction, first], volunteer: [volunteer] }

/** A file with one bit of its UTF-8 turned, one for each bit; bytes that are no text are shown as such. */
function* turned(text: string): Generator<string> {
  const bytes = new TextEncoder().encode(text)
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const changed = bytes.slice()
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    yield new TextDecoder('utf-8', { ignoreBOM: true }).decode(changed)
  }
}

test.each(Object.entries(files))(
  'a %s that was taken away is found whole, and every single bit that is turned in it is found',
  (_name, records) => {
    const text = proofOf(records)
    expect(checkProof(`${text}\n`)).toMatchObject({ ok: true, hash: hashOf(records[0] ?? null), record: records[0] })
    let tried = 0
    const missed = [...turned(text)].filter((changed) => {
      tried++
      return checkProof(changed).ok
    })
    expect(missed).toEqual([])
    expect(tried).toBeGreaterThan(1000)
  },
)

test.each([
  ['a note about something else', '{"hello":1}', 'notProof'],
  ['no JSON', '349', 'notProof'],
  ['a file that a program wrote anew', JSON.stringify(JSON.parse(proofOf([first])), null, 1), 'form'],
  ['a bulletin without the figure that it names', proofOf([bulletin]), 'link'],
  ['a bulletin with another figure than the one it names', proofOf([bulletin, figure('b', { value: 999 })]), 'link'],
  ['a figure with another beside it', proofOf([first, figure('z')]), 'stray'],
  ['a figure twice', proofOf([first, first]), 'stray'],
] as const)('%s is no proof', (_what, text, fault) => expect(checkProof(text)).toEqual({ ok: false, fault }))

test('whoever changes a figure and makes its hash anew is found by the bulletin that names it', () => {
  const forged = figure('b', { value: 999, corrects: { id: 'a', hash: hashOf(first), value: 349 } })
  expect(checkProof(proofOf([bulletin, forged, first]))).toEqual({ ok: false, fault: 'link' })
})
