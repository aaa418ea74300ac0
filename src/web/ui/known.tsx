import type { Words } from '../../kernel/words.ts'
import { useWords } from '../language/language.tsx'

/** A name and a value in running text; nothing when the value is not known. */
export function Known({ words, value }: { words: Words; value: string | null }) {
  const t = useWords()
  return value === null || value.trim() === '' ? null : (
    <span>
      {t(words)} {value}
    </span>
  )
}
