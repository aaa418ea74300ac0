import { useAsk } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { watchProgress } from '../identity/schema.ts'
import { publishingWords } from './publishing-words.ts'

const steps = { count: publishingWords.counting, freeze: publishingWords.freezing } as const
const isStep = (step: string): step is keyof typeof steps => step in steps

/** How far a freezing is: thousands of figures take a while. */
export function FreezeStage({ operationId }: { operationId: string | undefined }) {
  const t = useWords()
  const told = useAsk(watchProgress, { operationId: operationId ?? '' }, { when: operationId !== undefined, every: 500 }).data?.progress
  const known = told !== undefined && told !== null && isStep(told.step) ? { ...told, step: told.step } : undefined
  return (
    <>
      <progress
        aria-label={t(publishingWords.freeze)}
        style={{ width: '100%' }}
        {...(known === undefined ? {} : { value: known.done, max: Math.max(1, known.of) })}
      />
      <output>{known === undefined ? t(publishingWords.freezeWaiting) : t(steps[known.step], { n: known.done, of: known.of })}</output>
    </>
  )
}
