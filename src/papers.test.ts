import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { importStateSchema } from './features/exchange/schema.ts'
import { roleSchema, roleWords } from './features/identity/role-rules.ts'
import {
  certaintySchema,
  kindSchema,
  kindWords,
  lineSchema,
  partPlayedSchema,
  partySchema,
  statusSchema,
} from './features/ledger/kind-schema.ts'
import { certaintyWords, partPlayedWords, statusWords } from './features/ledger/ledger-words.ts'
import { hardshipCodeSchema, hardshipWords } from './features/people/hardship-schema.ts'
import { numberStateWords, partWords } from './features/people/people-words.ts'
import { numberStateSchema, partSchema } from './features/people/schema.ts'

// What the papers say is there, and what is there stands in the papers.

const root = join(import.meta.dirname, '..')
const glossary = readFileSync(join(root, 'GLOSSARY.md'), 'utf8')
const papers = globSync(['*.md', 'docs/**/*.md', 'src/**/README.md', 'bench/*.md', 'demo/**/*.md'], { cwd: root })

test.each([
  ['role', roleSchema.options, Object.values(roleWords)],
  ['kind of service', kindSchema.options, Object.values(kindWords)],
  ['line of service', lineSchema.options, []],
  ['status', statusSchema.options, Object.values(statusWords)],
  ['part played', partPlayedSchema.options, Object.values(partPlayedWords)],
  ['certainty', certaintySchema.options, Object.values(certaintyWords)],
  ['party', partySchema.options, []],
  ['part', partSchema.options, Object.values(partWords)],
  ['state of an identity number', numberStateSchema.options, Object.values(numberStateWords)],
  ['hardship label', hardshipCodeSchema.options, Object.values(hardshipWords)],
  ['state of an import', importStateSchema.options, []],
])('every %s is in the glossary, in the words that screens say', (_what, values, words) => {
  expect(values.filter((value) => !glossary.includes(`\`${value}\``))).toEqual([])
  expect(words.map(({ zh }) => zh).filter((zh) => !glossary.includes(zh))).toEqual([])
})

test('every link from one paper leads to a file that is there', () => {
  const dead = papers.flatMap((paper) =>
    [...readFileSync(join(root, paper), 'utf8').matchAll(/\]\((?!https?:)([^)#\s]*)(#[^)\s]*)?\)/g)]
      .map((found) => found[1] ?? '')
      .filter((to) => to !== '' && !existsSync(resolve(root, dirname(paper), to)))
      .map((to) => `${paper} → ${to}`),
  )
  expect(dead).toEqual([])
  expect(papers.length).toBeGreaterThan(30)
})

test('every decision is in the list of decisions, under its number', () => {
  const list = readFileSync(join(root, 'docs/decisions/README.md'), 'utf8')
  const decisions = globSync('[0-9]*.md', { cwd: join(root, 'docs/decisions') }).toSorted()
  expect(decisions.filter((file) => !list.includes(`[${file.slice(0, 4)}](${file})`))).toEqual([])
  expect(decisions.map((file) => Number(file.slice(0, 4)))).toEqual(decisions.map((_file, at) => at + 1))
})

test('a command that a readme tells to type is one that there is', () => {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
  for (const readme of ['README.md', 'README.zh-CN.md', 'STYLE.md'])
    for (const [, script] of readFileSync(join(root, readme), 'utf8').matchAll(/npm run ([a-z]+)/g))
      expect(Object.keys(scripts)).toContain(script)
})
