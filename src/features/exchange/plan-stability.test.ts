import { beforeAll, describe, expect, it } from 'vitest'
import type { Draft } from './draft-schema.ts'
import type { FormRow } from './form-schema.ts'
import { Memory } from './plan-memory-testing.ts'
import { emptyFacts, type Expected, firstFacts, plan, readExpected, readReferenceRows } from './plan-testing.ts'
import type { ImportFacts } from './plan-schema.ts'

let expected: Expected
let rows: FormRow[]
let facts: ImportFacts

beforeAll(async () => {
  expected = await readExpected()
  rows = await readReferenceRows()
  facts = firstFacts(expected)
})

const plain = (drafts: readonly Draft[]) => drafts.map(({ source: _source, ...draft }) => JSON.stringify(draft)).sort()
const said = (found: { findings: readonly { code: string; file: string; sheet?: string; row?: number; column?: string }[] }) =>
  found.findings.map(({ code, file, sheet, row, column }) => `${code} ${file} ${sheet} ${row} ${column}`).sort()

function difference(a: Memory, b: Memory) {
  const [all, other] = [new Set(a.all()), new Set(b.all())]
  return { more: [...all.difference(other)].slice(0, 3), less: [...other.difference(all)].slice(0, 3) }
}

describe('a plan stays the same', { timeout: 30_000 }, () => {
  it('when sheets change places', () => {
    const sheets = [...Map.groupBy(rows, ({ file, sheet, form }) => `${file}|${sheet}|${form}`).values()]
    const first = plan(rows, facts)
    for (const order of [sheets.toReversed(), sheets.toSorted((a, b) => a.length - b.length)]) {
      const again = plan(order.flat(), facts)
      expect(plain(again.drafts)).toEqual(plain(first.drafts))
      expect(said(again)).toEqual(said(first))
    }
  })

  it('when files get other names', () => {
    const renamed = rows.map((row) => ({ ...row, file: `最终版 ${row.file}` }))
    expect(plain(plan(renamed, facts).drafts)).toEqual(plain(plan(rows, facts).drafts))
  })
})

describe('an import after another', { timeout: 30_000 }, () => {
  it('changes nothing when the books are the same', () => {
    const memory = new Memory(facts.divisions)
    const first = plan(rows, facts)
    expect(memory.write(first.drafts)).toEqual({ added: first.drafts.length, changed: 0, left: 0 })
    const again = plan(rows, memory.facts())
    expect(memory.write(again.drafts)).toEqual({ added: 0, changed: 0, left: first.drafts.length })
    expect(again.drafts.map(({ table, key }) => `${table} ${key}`).sort()).toEqual(
      first.drafts.map(({ table, key }) => `${table} ${key}`).sort(),
    )
    expect(said(again)).toEqual(said(first))
  })

  it.each([
    ['in their order', ['11', '08', '01', '01-1', '02', '03', '04', '05', '06', '09', '10', '07']],
    [
      'backwards, after the project, the linkages and the registers',
      ['11', '08', '01-1', '01', '10', '09', '06', '05', '04', '03', '02', '07'],
    ],
  ])('comes to the same end, one book at a time %s', (_, order) => {
    const books = Map.groupBy(rows, ({ file }) => file.split(' ')[0] ?? '')
    expect([...order].sort()).toEqual([...books.keys()].sort())
    const memory = new Memory(facts.divisions)
    for (const name of order) memory.write(plan(books.get(name) ?? [], memory.facts()).drafts)
    const whole = new Memory(facts.divisions)
    whole.write(plan(rows, facts).drafts)
    expect(difference(memory, whole)).toEqual({ more: [], less: [] })
    const again = plan(rows, memory.facts())
    expect(memory.write(again.drafts)).toEqual({ added: 0, changed: 0, left: again.drafts.length })
  })

  it('lets one sheet of a month follow alone', () => {
    const memory = new Memory(facts.divisions)
    const october = rows.filter(({ form, sheet }) => form === 'signIn' && sheet === '2024年10月签到')
    memory.write(
      plan(
        rows.filter((row) => !october.includes(row)),
        facts,
      ).drafts,
    )
    const later = plan(october, memory.facts())
    expect(memory.write(later.drafts)).toEqual({ added: later.drafts.length, changed: 0, left: 0 })
    const whole = new Memory(facts.divisions)
    whole.write(plan(rows, facts).drafts)
    expect(difference(memory, whole)).toEqual({ more: [], less: [] })
  })

  it('follows what somebody decided about a name, and keeps the attendance', () => {
    const memory = new Memory(facts.divisions)
    const first = plan(rows, facts)
    memory.write(first.drafts)
    const decisions = new Map(first.unresolved.map(({ subject, candidates }) => [subject, candidates[0]?.person ?? ('nobody' as const)]))
    const again = plan(rows, memory.facts(decisions))
    expect(again.unresolved).toEqual([])
    expect(again.findings.filter(({ code }) => code.startsWith('name_'))).toEqual([])
    expect(memory.write(again.drafts)).toEqual({
      added: 0,
      changed: first.unresolved.length,
      left: first.drafts.length - first.unresolved.length,
    })
    const third = plan(rows, memory.facts(decisions))
    expect(memory.write(third.drafts)).toMatchObject({ added: 0, changed: 0 })
  })
})

describe('a plan of nothing', () => {
  it('is empty', () => {
    expect(plan([], emptyFacts)).toMatchObject({ drafts: [], findings: [], unresolved: [] })
  })
})
