import { useMemo } from 'react'
import type { PersonId, ProjectId } from '../../kernel/ids.ts'
import type { PaperFormat } from '../../kernel/paper.ts'
import { useWords } from '../../web/language/language.tsx'
import { PaperButtons } from '../../web/ui/paper-buttons.tsx'
import { assessmentWords } from './assessment-words.ts'
import { printAssessment } from './print-schema.ts'
import type { Scale } from './scale-schema.ts'
import type { Assessment } from './schema.ts'

/** A sheet as it was filled in, to be printed or handed over. */
export function AssessmentPaper({ personId, assessment }: { personId: PersonId; assessment: Assessment }) {
  const t = useWords()
  const { id, scale, projectId } = assessment
  const papers = useMemo(
    () => [{ name: t(assessmentWords.sheet), inputFor: (format: PaperFormat) => ({ personId, projectId, scale, id, format }) }],
    [t, personId, projectId, scale, id],
  )
  return <PaperButtons endpoint={printAssessment} papers={papers} />
}

/** An empty sheet with the person's name on it, to take along. */
export function BlankSheet({ personId, projectId, scale }: { personId: PersonId; projectId: ProjectId; scale: Scale }) {
  const t = useWords()
  const papers = useMemo(
    () => [{ name: t(scale.name), inputFor: (format: PaperFormat) => ({ personId, projectId, scale: scale.code, format }) }],
    [t, personId, projectId, scale],
  )
  return <PaperButtons endpoint={printAssessment} papers={papers} label={t(assessmentWords.blankSheet)} />
}
