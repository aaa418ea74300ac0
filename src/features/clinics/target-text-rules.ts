import type { Target } from './schema.ts'
import { healthWords } from './health-words.ts'
import type { Words } from '../../kernel/words.ts'

/** The bounds of a target in words, with what is put into them; a pressure names both of its values. */
export function boundsText(target: Target): { words: Words; with: { low: string; high: string } } {
  const pair = (first: number | null, second: number | null) =>
    first === null ? null : second === null ? String(first) : `${first}/${second}`
  const [low, high] = [pair(target.low, target.lowSecond), pair(target.high, target.highSecond)]
  const words = low === null ? healthWords.upTo : high === null ? healthWords.from : healthWords.between
  return { words, with: { low: low ?? '', high: high ?? '' } }
}
