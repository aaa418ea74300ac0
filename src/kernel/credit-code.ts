import { z } from 'zod'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** Whether an 18-character unified social credit code carries its check character (GB 32100-2015). */
function isCreditCode(code: string): boolean {
  if (code.length !== 18 || [...code].some((character) => !alphabet.includes(character))) return false
  const sum = weights.reduce((total, weight, at) => total + weight * alphabet.indexOf(code[at] ?? ''), 0)
  return alphabet[(31 - (sum % 31)) % 31] === code[17]
}

export const creditCodeSchema = z
  .string()
  .trim()
  .toUpperCase()
  .refine(isCreditCode, { error: '统一社会信用代码不对，请核对18位代码。' })
  .meta({ id: 'CreditCode', description: 'GB 32100-2015' })
