import { useWords } from '../../web/language/language.tsx'
import { Chip, type Tone } from '../../web/ui/chip.tsx'
import { levelWords, type Level } from './band-words.ts'

const tones: Record<Level, Tone> = { usual: 'good', note: 'calm', retest: 'look', advise: 'look', urgent: 'bad', emergency: 'bad' }

/** What readings ask for, in a word. */
export function LevelChip({ level }: { level: Level }) {
  const t = useWords()
  return <Chip tone={tones[level]}>{t(levelWords[level])}</Chip>
}
