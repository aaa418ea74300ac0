import type { Words } from '../../kernel/words.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import type { ProjectStep } from './expense-schema.ts'
import { projectWords } from './project-words.ts'

/** What happened to something of a project, the latest first. */
export function ProjectSteps({ steps, words }: { steps: readonly ProjectStep[]; words: Readonly<Record<string, Words>> }) {
  const t = useWords()
  const { moment } = useFormats()
  return (
    <Entries
      rows={steps}
      keyOf={(step) => step.id}
      empty={t(projectWords.noSteps)}
      head={(step) => <b>{t(words[step.step] ?? { zh: step.step, en: step.step })}</b>}
      more={(step) => (
        <>
          {[step.by, moment(step.at)].filter((known) => known !== null).join(' · ')}
          {step.reason === null ? null : <div>{step.reason}</div>}
        </>
      )}
    />
  )
}
