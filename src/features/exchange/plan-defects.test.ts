import { beforeAll, describe, expect, it } from 'vitest'
import { findingWords } from './finding-words.ts'
import type { ImportPlan } from './plan-schema.ts'
import { type Expected, firstFacts, plan, readExpected, readReferenceRows } from './plan-testing.ts'

let expected: Expected
let found: ImportPlan

beforeAll(async () => {
  expected = await readExpected()
  found = plan(await readReferenceRows(), firstFacts(expected))
})

const at = (file: string, sheet: string | null | undefined, row: number | undefined, column: string | undefined) =>
  `${file}|${sheet ?? ''}|${row}|${column}`

describe("what is wrong in the reference project's books", () => {
  it('is found at its file, sheet, row and column, once, under its name; and nobody is accused beside', () => {
    const planted = expected.defects.map(({ kind, file, sheet, row, column }) => `${kind} ${at(file, sheet, row, column)}`)
    const reported = found.findings.map(({ code, file, sheet, row, column }) => `${code} ${at(file, sheet, row, column)}`)
    expect(reported.sort()).toEqual(planted.sort())
  })

  it('is told in words that are whole, in both languages', () => {
    for (const finding of found.findings) {
      const { wrong, toDo } = findingWords.of({ ...finding })
      const { zh, en } = findingWords.title(finding.code)
      for (const text of [wrong.zh, wrong.en, toDo.zh, toDo.en, zh, en]) {
        expect(text).not.toBe('')
        expect(text).not.toMatch(/undefined|NaN|“”|null/)
      }
    }
  })

  it('holds no identity number in its words', () => {
    for (const { params } of found.findings) expect(Object.values(params).join(' ')).not.toMatch(/\d{14}/)
  })

  it('asks about the names that nobody could resolve, and has the true person among the likeliest', () => {
    const open = expected.defects.filter(({ kind }) => kind === 'name_not_on_register' || kind === 'name_ambiguous')
    expect(found.unresolved).toHaveLength(open.length)
    for (const defect of open) {
      const asked = found.unresolved.find(
        ({ file, sheet, row }) => at(file, sheet, row, '') === at(defect.file, defect.sheet, defect.row, ''),
      )
      expect(asked?.candidates.slice(0, 2).map(({ name }) => name)).toContain(defect.truth?.replace(/（.*/, ''))
    }
    expect(new Set(found.unresolved.map(({ subject }) => subject)).size).toBe(open.length)
  })
})
