import type { Words } from '../../kernel/words.ts'
import { useWords } from '../../web/language/language.tsx'
import { Chip, type Tone } from '../../web/ui/chip.tsx'
import { importsWords } from './imports-words.ts'
import type { ImportRow } from './schema.ts'

const looks: Record<ImportRow['state'], readonly [Tone, Words]> = {
  received: ['look', importsWords.received],
  read: ['look', importsWords.read],
  accepted: ['good', importsWords.accepted],
  undone: ['plain', importsWords.undone],
  refused: ['bad', importsWords.refusedState],
}

export function ImportState({ state }: { state: ImportRow['state'] }) {
  const t = useWords()
  const [tone, words] = looks[state]
  return <Chip tone={tone}>{t(words)}</Chip>
}
