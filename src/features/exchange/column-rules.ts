import { checkWords } from './check-words.ts'
import { readDay, timesIn } from './day-cell-rules.ts'
import type { FieldSort } from './form-schema.ts'
import { forms } from './forms-schema.ts'
import { formWords, type LooseFormWords } from './form-words.ts'
import { plainForms, plainWord, sessionOrdinal, wordsOf } from './header-rules.ts'
import { isItemColumn } from './item-rules.ts'
import { readLabels } from './label-cell-rules.ts'
import { isMark } from './mark-cell-rules.ts'
import { isNothing } from './text-cell-rules.ts'
import type { Table } from './table-rules.ts'
import { type Column, headerOf, isDayHeader } from './table-header-rules.ts'
import { labelOfHeader, matchesOf } from './vocabulary-rules.ts'

/** What a column is taken for. `sessions` and `checks` are the columns that a form may have any number of. */
export type Assignment = { readonly column: Column; readonly field?: string }

const looseForms: Readonly<Record<string, LooseFormWords>> = formWords
export const fieldSorts: Readonly<Record<string, Readonly<Record<string, FieldSort>>>> = Object.fromEntries(
  Object.entries(forms).map(([form, { fields }]) => [form, fields]),
)

const weakestColumn = 0.4

/** Texts of a column, as many as are needed to see what it holds. */
export function samplesOf(table: Table, column: number): string[] {
  const samples: string[] = []
  for (const { row } of table.rows) {
    const text = row.cells.get(column)?.text
    if (text !== undefined) samples.push(text)
    if (samples.length >= 40) break
  }
  return samples
}

/** The share of marks among texts; of no texts, all. */
function marksIn(samples: readonly string[]): number {
  const said = samples.filter((text) => !isNothing(text))
  return said.length === 0 ? 1 : said.filter(isMark).length / said.length
}

const checks = new Set(wordsOf(checkWords).map(plainWord))

/** The label that a whole column stands for: 低保, 困难类别/低保, 是否独居. */
export const labelOfColumn = (column: Column): string | undefined =>
  labelOfHeader(column.text) ??
  labelOfHeader(headerOf(column)) ??
  labelOfHeader(column.text.replace(/^是否(?:为|属于|享受|是)?|情况$/g, ''))

/** The theme that a column of ticks stands for, in the list of activities: 节日活动, 活动类型/科普, 是否代际. */
export function themeOfColumn(column: Column): string | undefined {
  const word = (plainForms(column.text)[0] ?? '').replace(/^是否(?:为|属于|是)?|类?活动$|类$|主题$/g, '')
  if (word === '') return undefined
  const isOfThemes = column.group !== undefined && /类型|类别|主题|标签|性质|分类/.test(column.group)
  return isOfThemes || /^(?:传统)?节[日庆]|^代际|^老少|^祖孙/.test(word) ? word : undefined
}

/** Columns that a form may have any number of: sessions of a roll, a check list, a column for each label. */
function repeatedField(form: string, column: Column, samples: () => readonly string[]): string | undefined {
  if (form === 'groupRoll' && isSession(column)) return 'sessions'
  if (
    form === 'visits' &&
    (checks.has(plainWord(column.text)) || (column.group !== undefined && /检查|核查|情况|安全|清单/.test(column.group)))
  ) {
    return marksIn(samples()) >= 0.8 ? 'checks' : undefined
  }
  if (form === 'handOut') return isItemColumn(column, samples()) ? 'items' : undefined
  if (form === 'activityList' && themeOfColumn(column) !== undefined) {
    return samples().some((text) => isMark(text)) && marksIn(samples()) >= 0.8 ? 'themes' : undefined
  }
  if (form === 'register' && labelOfColumn(column) !== undefined) {
    // 残疾 heads ticks in one book and 肢体二级 in another; other labels head nothing but their own.
    const alsoField = matchesOf(column.text).some((match) => match.form === form && match.strength > 0.9)
    return column.group !== undefined || !alsoField || marksIn(samples()) >= 0.5 ? 'labels' : undefined
  }
  if (form === 'register' && holdsLabels(column, samples)) return 'labels'
  return undefined
}

const fewestLabels = 0.8

/** 婚姻状况 over 已婚 and 丧偶, 经济状况 over 正常 and 低保: a column that no field claims and in which labels are listed. */
function holdsLabels(column: Column, samples: () => readonly string[]): boolean {
  if (matchesOf(column.text, column.group).some((match) => match.form === 'register' && match.strength > weakestColumn)) return false
  const said = samples().filter((text) => !isNothing(text) && !isMark(text))
  const read = said.map((text) => readLabels({ text }))
  const understood = read.filter(({ fault }) => fault === undefined).length
  return understood > 0 && understood >= said.length * fewestLabels && read.some(({ value }) => (value ?? []).length > 0)
}

/** 第3节, a day, or a bare number under a group of attendance. */
export function isSession(column: Column): boolean {
  if (sessionOrdinal(headerOf(column)) !== undefined || sessionOrdinal(column.text) !== undefined || isDayHeader(column.text)) return true
  const underRoll = column.group !== undefined && /出勤|出席|签到|考勤|节次|各节/.test(column.group)
  return underRoll && /^\d{1,2}$|^[\d./\-年月日]{3,11}$/.test(column.text.trim())
}

type Candidate = { readonly at: number; readonly field: string; readonly strength: number }

/** How well a column's cells suit a field of days or times; other sorts are not put to the test. */
function fitOf(sort: FieldSort | undefined, table: Table, column: number): number {
  if (sort !== 'day' && sort !== 'time') return 1
  const cells = table.rows.slice(0, 30).flatMap(({ row }) => row.cells.get(column) ?? [])
  if (cells.length === 0) return 1
  const days = cells.filter((cell) => readDay(cell, { header: '', date1904: false, year: 2000 }).fault !== 'unreadable').length
  const times = cells.filter((cell) => (cell.number === undefined ? timesIn(cell.text).length > 0 : cell.number < 1)).length
  if (sort === 'day' && days === 0 && times === cells.length) return 0
  if (sort === 'day') return days * 2 < cells.length && times * 2 > cells.length ? 0.5 : 1
  return times * 2 < cells.length && days * 2 > cells.length ? 0.5 : 1
}

const others = new Map(Object.entries(looseForms).map(([form, words]) => [form, new Set(wordsOf(words.others ?? '').map(plainWord))]))
const isOfOthers = (form: string, column: Column) => plainForms(column.text).some((word) => others.get(form)?.has(word) === true)

function candidatesOf(form: string, table: Table, taken: ReadonlyMap<number, string>): Candidate[] {
  const sorts = fieldSorts[form] ?? {}
  const order = Object.keys(sorts)
  return table.columns
    .flatMap((column, at) =>
      taken.has(at) || isOfOthers(form, column)
        ? []
        : matchesOf(column.text, column.group)
            .filter((match) => match.form === form && match.strength >= weakestColumn)
            .map(({ field, strength }) => ({ at, field, strength: strength * fitOf(sorts[field], table, column.column) }))
            .filter(({ strength }) => strength > 0),
    )
    .toSorted((a, b) => b.strength - a.strength || order.indexOf(a.field) - order.indexOf(b.field) || a.at - b.at)
}

/** The best column for each field and the best field for each column, the surest pairs first. */
export function assign(form: string, table: Table): Assignment[] {
  const fields = new Map<number, string>()
  for (const [at, column] of table.columns.entries()) {
    const repeated = repeatedField(form, column, () => samplesOf(table, column.column))
    if (repeated !== undefined) fields.set(at, repeated)
  }
  const candidates = candidatesOf(form, table, fields)
  const used = new Set<string>()
  for (const { at, field } of [...contactsOf(form, table, candidates), ...candidates]) {
    if (fields.has(at) || used.has(field)) continue
    fields.set(at, field)
    used.add(field)
  }
  giveNeeded(form, fields, candidates)
  return table.columns.map((column, at) => {
    const field = fields.get(at)
    return { column, ...(field === undefined ? {} : { field }) }
  })
}

/** A field that the form cannot be without takes a column that could also be something else: 领取人 where no other name is. */
function giveNeeded(form: string, fields: Map<number, string>, candidates: readonly Candidate[]): void {
  const needs = looseForms[form]?.needs ?? []
  for (const group of needs.slice(0, 1)) {
    if (group.some((field) => [...fields.values()].includes(field))) continue
    const candidate = candidates.find(
      ({ at, field }) =>
        group.includes(field) && !needs.some((other) => other !== group && other.length === 1 && other[0] === fields.get(at)),
    )
    if (candidate !== undefined) fields.set(candidate.at, candidate.field)
  }
}

/** A bare 电话 right behind the contact's name or relation is the contact's, though 电话 alone would be the elder's. */
function contactsOf(form: string, table: Table, candidates: readonly Candidate[]): Candidate[] {
  if (form !== 'register') return []
  const isAt = (at: number, ...fields: string[]) =>
    candidates.some((each) => each.at === at && fields.includes(each.field) && each.strength > 0.9)
  if (candidates.some((each) => each.field === 'contactPhone' && each.strength > 0.9)) return []
  const at = table.columns.findIndex((_, index) => isAt(index, 'phone') && isAt(index - 1, 'contactName', 'contactRelation'))
  return at < 1 ? [] : [{ at, field: 'contactPhone', strength: 1 }]
}
