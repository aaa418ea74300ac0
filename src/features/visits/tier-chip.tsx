import { useWords } from '../../web/language/language.tsx'
import { Chip, type Tone } from '../../web/ui/chip.tsx'
import { dutyWords } from './duty-words.ts'
import { tierWords, type Tier } from './visit-schema.ts'

const tones: Record<Tier, Tone> = { general: 'plain', watched: 'calm', high: 'look', crisis: 'bad' }

/** A tier of risk, and whether it is only suggested. */
export function TierChip({ tier, isDecided = true }: { tier: Tier; isDecided?: boolean }) {
  const t = useWords()
  return (
    <>
      <Chip tone={tones[tier]}>{t(tierWords[tier])}</Chip>
      {isDecided ? null : <small> {t(dutyWords.suggested)}</small>}
    </>
  )
}
