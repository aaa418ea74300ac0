import { useWords } from '../../web/language/language.tsx'
import { Chip, type Tone } from '../../web/ui/chip.tsx'
import { caseWords } from './case-words.ts'
import type { CaseRow } from './schema.ts'
import type { CaseStage } from './vocabulary-schema.ts'
import { stageWords } from './vocabulary-words.ts'

const tones: Record<CaseStage, Tone> = {
  intake: 'look',
  assessment: 'calm',
  plan: 'calm',
  intervention: 'calm',
  evaluation: 'calm',
  closed: 'good',
  not_accepted: 'plain',
}

/** Where a case stands, and what presses. */
export function CaseState({ row }: { row: Pick<CaseRow, 'stage' | 'suspendedOn' | 'isCrisis'> }) {
  const t = useWords()
  return (
    <>
      <Chip tone={tones[row.stage]}>{t(stageWords[row.stage])}</Chip>
      {row.suspendedOn === null ? null : (
        <>
          {' '}
          <Chip tone="look">{t(caseWords.suspended)}</Chip>
        </>
      )}
      {row.isCrisis ? (
        <>
          {' '}
          <Chip tone="bad">{t(caseWords.crisis)}</Chip>
        </>
      ) : null}
    </>
  )
}
