import type { Words } from '../../kernel/words.ts'
import { bands } from './band-words.ts'

const names = new Map<string, Words>(Object.entries(bands).map(([code, { name }]) => [code, name]))

/** What was found, by the codes that were kept. */
export const findingText = (codes: readonly string[]): Words[] => codes.flatMap((code) => names.get(code) ?? [])
