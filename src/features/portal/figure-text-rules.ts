import type { Words } from '../../kernel/words.ts'
import type { FigureRecord } from '../publishing/figure-record-schema.ts'

/** A number with its thousands apart and as many decimals as its measure has. */
export const numberText = (value: number | null, decimals: number): string =>
  value === null ? '—' : new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value)

/** A figure as it is said: an estimate never without 约. */
export function figureText({ value, decimals, unit, estimate }: Pick<FigureRecord, 'value' | 'decimals' | 'unit' | 'estimate'>): Words {
  const number = numberText(value, decimals)
  return {
    zh: `${estimate === null ? '' : '约'}${number}${unit.zh}`,
    en: `${estimate === null ? '' : 'about '}${number} ${unit.en}`.trim(),
  }
}
