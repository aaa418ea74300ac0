import { useWords } from '../../web/language/language.tsx'
import { Chip, type Tone } from '../../web/ui/chip.tsx'
import type { BulletinState } from './bulletin-schema.ts'
import { publishingWords, stateWords } from './publishing-words.ts'

const tones: Record<BulletinState, Tone> = { draft: 'plain', submitted: 'look', approved: 'calm', published: 'good', withdrawn: 'bad' }

export function StateChip({ state, superseded }: { state: BulletinState; superseded: boolean }) {
  const t = useWords()
  return (
    <>
      <Chip tone={tones[state]}>{t(stateWords[state])}</Chip> {superseded ? <Chip>{t(publishingWords.superseded)}</Chip> : null}
    </>
  )
}
