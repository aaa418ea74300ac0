import type { Words } from '../../kernel/words.ts'
import { useWords } from '../../web/language/language.tsx'

/** What somebody wrote, under its name, with its lines kept; nothing when nothing was written. */
export function Written({ words, text }: { words: Words; text: string }) {
  const t = useWords()
  if (text.trim() === '') return null
  return (
    <>
      <h3 style={{ fontSize: 14, color: 'var(--ink-soft)', margin: '12px 0 4px' }}>{t(words)}</h3>
      <p style={{ margin: 0, whiteSpace: 'pre-wrap' }}>{text}</p>
    </>
  )
}
