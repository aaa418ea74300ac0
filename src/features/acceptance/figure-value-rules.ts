import { toYuan } from '../../kernel/money.ts'
import { decimalsOf, measures } from '../measures/measure-list-rules.ts'
import type { MeasureKey } from '../measures/measure-schema.ts'

/** A measure's value as a table of a workbook holds it: a number, whole where it is whole. */
export const rounded = (key: MeasureKey, value: number | null): number | null =>
  value === null ? null : Number(value.toFixed(decimalsOf(measures[key])))

/** A measure's value as a paper prints it: 1,900. A dash where there is none. */
export function printed(key: MeasureKey | null, value: number | null): string {
  if (value === null) return '—'
  const whole = key === null ? value : (rounded(key, value) ?? value)
  const [digits = '', rest] = String(Math.abs(whole)).split('.')
  const grouped = digits.replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return `${whole < 0 ? '-' : ''}${grouped}${rest === undefined ? '' : `.${rest}`}`
}

export const percentText = (percent: number | null): string => (percent === null ? '—' : `${percent}%`)
export const yuan = (fen: number): string => toYuan(fen)
