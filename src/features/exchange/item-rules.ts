import type { FieldSort, FormRow, ReadCell } from './form-schema.ts'
import { plainForms, plainWord, wordsOf } from './header-rules.ts'
import { isMark } from './mark-cell-rules.ts'
import type { Column } from './table-header-rules.ts'
import { isNothing } from './text-cell-rules.ts'
import { isIgnoredHeader, matchesOf } from './vocabulary-rules.ts'

const units = new Set(
  wordsOf(
    '袋 桶 床 盒 箱 斤 瓶 件 份 套 个 条 双 包 提 罐 听 块 台 副 把 只 支 本 公斤 千克 kg 克 升 l 张 捆 对 枚 篮 打 板 袋装 桶装',
  ).map(plainWord),
)
const goods = /物资|物品|慰问品|发放|领取|品种|礼品/
const inBrackets = /^(.{1,20}?)\s*[(（[【]\s*(.{1,8}?)\s*[)）\]】]$/

/** 大米（袋）: what a column of amounts is headed by, when every kind of goods has a column of its own. */
function itemOfHeader(header: string): { readonly item: string; readonly unit?: string } {
  const [, item, unit] = inBrackets.exec(header.trim()) ?? []
  const isUnit = unit !== undefined && units.has(plainWord(unit.replace(/^\d+(?:\.\d+)?/, '').replace(/^.*\//, '')))
  return item === undefined || unit === undefined || !isUnit ? { item: header.trim() } : { item: item.trim(), unit }
}

const isAmount = (text: string) => isMark(text) || /^\d{1,4}(?:\.\d+)?\s*\D{0,2}$/.test(text.trim())

/** Whether a column of a list of hand-outs stands for one kind of goods, with an amount or a mark for each person. */
export function isItemColumn(column: Column, samples: readonly string[]): boolean {
  if (isIgnoredHeader(column.text) || plainForms(column.text).some((form) => matchesOf(form).some(({ strength }) => strength > 0.9)))
    return false
  if (itemOfHeader(column.text).unit === undefined && !goods.test(column.group ?? '')) return false
  const said = samples.filter((text) => !isNothing(text))
  return said.length > 0 && said.every(isAmount)
}

/** One kind of goods that a row hands out. */
export type Item = { readonly item: ReadCell<'text'>; readonly unit?: ReadCell<'text'>; readonly quantity: ReadCell<'number'> }

export function itemOf(column: string, word: string, quantity: ReadCell<'number'>): Item {
  const { item, unit } = itemOfHeader(word)
  return {
    item: { value: item, written: item, column },
    quantity,
    ...(unit === undefined ? {} : { unit: { value: unit, written: unit, column } }),
  }
}

/** A row of several goods as one row for each. */
export function splitItems(row: FormRow, items: readonly Item[]): FormRow[] {
  const cells: Readonly<Record<string, ReadCell<FieldSort>>> = row.cells
  return items.map((item) => ({
    ...row,
    cells: { ...cells, ...item },
    columns: { ...row.columns, item: item.item.column, quantity: item.quantity.column },
  }))
}
