import type { Words } from '../../kernel/words.ts'

/** A number as it is printed, in every place alike: thousands apart from ten thousand on, no noughts at the end. */
export const numberText = (value: number | null, decimals = 0): string =>
  value === null ? '—' : value.toLocaleString('en-US', { maximumFractionDigits: decimals, useGrouping: Math.abs(value) >= 10_000 })

type Printed = { readonly value: number | null; readonly decimals: number; readonly unit: Words; readonly isEstimate: boolean }

/** A figure as it is said: with its unit, and an estimate never without 约. */
export function figureText({ value, decimals, unit, isEstimate }: Printed): Words {
  if (value === null) return { zh: '—', en: '—' }
  const number = numberText(value, decimals)
  const said = { zh: `${number}${unit.zh}`, en: unit.zh === '%' ? `${number}%` : `${number} ${unit.en}` }
  return isEstimate ? { zh: `约${said.zh}`, en: `about ${said.en}` } : said
}

/** What a reader types to verify: the first sixteen digits of a hash, in fours. */
export const codeOf = (hash: string): string => (hash.slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join('-')
