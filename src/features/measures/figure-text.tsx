import { useFormats } from '../../web/language/language.tsx'
import { decimalsOf, measures } from './measure-list-rules.ts'
import type { MeasureKey } from './measure-schema.ts'

/** A measure's value as people read it, without its unit: whole where it is whole. A dash where there is none. */
export function useFigureText(): (key: MeasureKey, value: number | null) => string {
  const { number, decimal } = useFormats()
  return (key, value) => {
    if (value === null) return '—'
    return Number.isInteger(value) ? number(value) : decimal(value, decimalsOf(measures[key]))
  }
}
