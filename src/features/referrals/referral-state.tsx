import { useWords } from '../../web/language/language.tsx'
import { Chip, type Tone } from '../../web/ui/chip.tsx'
import { referralStateWords, referralWords } from './referral-words.ts'
import type { ReferralState as State } from './schema.ts'

const tones: Record<State, Tone> = { draft: 'plain', sent: 'calm', accepted: 'good', refused: 'bad', done: 'good', withdrawn: 'plain' }

/** Where a referral stands, and whether its day is over. */
export function ReferralState({ referral }: { referral: { state: State; isOverdue: boolean } }) {
  const t = useWords()
  return (
    <>
      <Chip tone={tones[referral.state]}>{t(referralStateWords[referral.state])}</Chip>
      {referral.isOverdue ? (
        <>
          {' '}
          <Chip tone="look">{t(referralWords.overdue)}</Chip>
        </>
      ) : null}
    </>
  )
}
