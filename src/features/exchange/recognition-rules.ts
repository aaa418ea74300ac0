import { type Assignment, assign } from './column-rules.ts'
import { formWords, type LooseFormWords } from './form-words.ts'
import { plainWord, wordsOf } from './header-rules.ts'
import { proposeByContent } from './proposal-rules.ts'
import type { Table } from './table-rules.ts'
import type { Column } from './table-header-rules.ts'
import { isIgnoredHeader, matchesOf } from './vocabulary-rules.ts'

/** What a table was taken for; with `guess` alone it was not recognised, only likened to a form. */
export type Recognition = {
  readonly form?: string
  readonly guess?: string
  /** 0 to 1. */
  readonly confidence: number
  readonly assignments: readonly Assignment[]
}

const looseForms: Readonly<Record<string, LooseFormWords>> = formWords
const formNames = Object.keys(looseForms)

/** From here on a table's rows are read; below, a person says first what it is. */
const surest = 0.5
const mostUnsure = 0.49

/**
 * 服务日期, 服务对象, 服务内容 stand over many things: a table with no other word, and no title, that fits two forms about as
 * well is only likened to one.
 */
const closeBy = 0.12
const fewOwners = 2

const isOfMany = (field: string | undefined) => field === 'sessions' || field === 'checks' || field === 'labels' || field === 'items'

function isOwnWord(form: string, column: Column): boolean {
  const owners = new Set(matchesOf(column.text, column.group).flatMap((match) => (match.strength > 0.9 ? [match.form] : [])))
  return owners.has(form) && owners.size <= fewOwners
}

/** How many forms know a header: what stands in all of them tells little. */
function weightOf(column: Column): number {
  const known = new Set(
    matchesOf(column.text, column.group)
      .filter((match) => match.strength > 0.9)
      .map((match) => match.form),
  )
  return known.size === 0 ? 0.5 : 1 / Math.sqrt(known.size)
}

/** What the titles, the sheet's name and the file's name say for a form, from 0 to 1. */
function titleScore(form: string, table: Table): number {
  const words = wordsOf(looseForms[form]?.titles ?? '').map(plainWord)
  const scoreIn = (text: string) => {
    const plain = plainWord(text)
    const longest = words.reduce((length, word) => (plain.includes(word) ? Math.max(length, word.length) : length), 0)
    return longest === 0 ? 0 : Math.min(1, 0.35 + longest / 8)
  }
  const titles = table.titles.toReversed().slice(0, 3)
  const fromTitles = Math.max(0, ...titles.map((title, at) => scoreIn(title.text.slice(0, 60)) * (1 - at * 0.15)))
  const fromSheet = scoreIn(table.sheet ?? '')
  const fromFile = scoreIn(table.file.replace(/\.[a-z]+$/i, ''))
  return Math.min(1, Math.max(fromTitles, fromSheet * 0.95) + fromFile * 0.15)
}

type Score = { readonly confidence: number; readonly assignments: Assignment[]; readonly isOwn: boolean }

/** How many of the groups of fields that a form cannot be without are nowhere in a table. */
function countMissing(form: string, table: Table, found: ReadonlySet<string | undefined>): number {
  const words = looseForms[form]
  return (words?.needs ?? []).filter(
    (group) => !group.some((field) => found.has(field) || (words?.context?.includes(field) === true && hasSideValue(table, form, field))),
  ).length
}

const fairlySure = 0.7

/** A table that is known to be of a form, with its columns as they are given; a proposal when the form asks for more. */
export function recogniseAs(
  form: string,
  table: Table,
  given: (assignment: Assignment) => Assignment,
  oneOf?: readonly string[],
): Recognition {
  const assignments = assign(form, table).map(given)
  const found = new Set(assignments.map(({ field }) => field))
  const isWhole = countMissing(form, table, found) === 0 && (oneOf === undefined || oneOf.some((field) => found.has(field)))
  return isWhole ? { form, confidence: fairlySure, assignments } : { guess: form, confidence: 0, assignments }
}

function scoreOf(form: string, table: Table): Score {
  const words = looseForms[form]
  const assignments = assign(form, table)
  if (words === undefined) return { confidence: 0, assignments, isOwn: false }
  let matched = 0
  let all = 0
  let repeated = 0
  for (const { column, field } of assignments) {
    if (field === undefined && isIgnoredHeader(column.text)) continue
    const weight = weightOf(column)
    all += weight
    if (field === undefined) continue
    if (isOfMany(field)) repeated += 1
    const strength = matchesOf(column.text, column.group).find((match) => match.form === form && match.field === field)?.strength ?? 0.9
    matched += weight * strength
  }
  const isNamed = titleScore(form, table) > 0 || sideScore(form, table) > 0
  const isOwn = isNamed || assignments.some(({ column, field }) => isOfMany(field) || (field !== undefined && isOwnWord(form, column)))
  const found = new Set(assignments.map(({ field }) => field))
  // Columns of goods say what was handed out and how much of it.
  for (const field of found.has('items') ? ['item', 'quantity'] : []) found.add(field)
  const missing = countMissing(form, table, found)
  // A roll has a column for each session, or a row for each, which says when it was.
  const says = (...fields: string[]) => fields.some((field) => found.has(field) || hasSideValue(table, form, field))
  const isLongRoll = says('groupTitle', 'groupNumber') && says('ordinal', 'day')
  const needsSessions = form === 'groupRoll' && repeated < 2 && !isLongRoll
  const coverage = all === 0 ? 0 : matched / all
  const bonus = form === 'groupRoll' && repeated >= 2 ? 0.15 : 0
  const penalty = (missing === 0 ? 1 : missing === 1 ? 0.55 : 0.3) * (needsSessions ? 0.6 : 1)
  return {
    confidence: Math.min(1, (coverage * 0.75 + titleScore(form, table) * 0.35 + sideScore(form, table) + bonus) * penalty),
    assignments,
    isOwn,
  }
}

/** A label that so few forms know stands over no other. */
const fewForms = 2

/** What the labels above a table say for a form, or against it: 小组性质 stands over nothing but groups, 日期 over many things. */
function sideScore(form: string, table: Table): number {
  const scores = table.sideValues.map(({ label }) => {
    const known = new Set(
      matchesOf(label).flatMap((match) =>
        match.strength > 0.9 && looseForms[match.form]?.context?.includes(match.field) === true ? [match.form] : [],
      ),
    )
    if (known.has(form)) return 0.15 / known.size
    return known.size > 0 && known.size <= fewForms ? -0.1 : 0
  })
  const sum = scores.reduce((total, score) => total + score, 0)
  return Math.max(-0.3, Math.min(0.3, sum))
}

const hasSideValue = (table: Table, form: string, field: string) =>
  table.sideValues.some((value) =>
    matchesOf(value.label).some((match) => match.form === form && match.field === field && match.strength > 0.9),
  )

/** What a table is: the form that explains its headers and titles best. */
export function recognise(table: Table): Recognition {
  const scores = formNames.map((form) => ({ form, ...scoreOf(form, table) }))
  const [best, second] = scores.toSorted((a, b) => b.confidence - a.confidence)
  if (best === undefined) return { confidence: 0, assignments: table.columns.map((column) => ({ column })) }
  const { form, confidence, assignments } = best
  const isClear = best.isOwn || confidence - (second?.confidence ?? 0) > closeBy
  if (confidence >= surest && isClear) return { form, confidence, assignments }
  return propose(table, scores) ?? { confidence, assignments }
}

/** The form that a table resembles most when the cells of its columns are looked at as well as their headers. */
function propose(table: Table, scores: readonly (Score & { readonly form: string })[]): Recognition | undefined {
  const proposals = scores.map(({ form, confidence, assignments }) => {
    const proposed = proposeByContent(form, table, assignments)
    const used = proposed.filter(({ field }) => field !== undefined).length
    const missing = countMissing(form, table, new Set(proposed.map(({ field }) => field)))
    return { form, confidence, proposed, used, likeness: confidence + used / proposed.length - missing * 0.5 }
  })
  const [best] = proposals.filter(({ used }) => used > 0).toSorted((a, b) => b.likeness - a.likeness)
  return best === undefined
    ? undefined
    : { guess: best.form, confidence: Math.min(best.confidence, mostUnsure), assignments: best.proposed }
}
