import { useWords } from '../../web/language/language.tsx'
import { Chip, type Tone } from '../../web/ui/chip.tsx'
import type { Status } from './kind-schema.ts'
import { statusWords } from './ledger-words.ts'

const tones: Record<Status, Tone> = { planned: 'calm', held: 'good', cancelled: 'plain', failed: 'look' }

export function StatusChip({ status }: { status: Status }) {
  const t = useWords()
  return <Chip tone={tones[status]}>{t(statusWords[status])}</Chip>
}
