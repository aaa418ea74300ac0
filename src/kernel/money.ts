import { z } from 'zod'

/** Money in 分, a whole number. */
export const fenSchema = z.int().meta({ id: 'Fen', description: 'Money in 分 (a hundredth of a yuan).' })

/** `1234567` → `12,345.67`. */
export function toYuan(fen: number): string {
  const sign = fen < 0 ? '-' : ''
  const whole = Math.floor(Math.abs(fen) / 100)
  const rest = Math.abs(fen) % 100
  return `${sign}${whole.toLocaleString('en-US')}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`
}

/** Yuan as a number, which may carry the noise of binary fractions, to whole 分. */
export const toFen = (yuan: number): number => Math.round(yuan * 100)
