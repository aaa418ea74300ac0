import { useMemo } from 'react'
import type { PersonId, ProjectId } from '../../kernel/ids.ts'
import type { PaperFormat } from '../../kernel/paper.ts'
import { useWords } from '../../web/language/language.tsx'
import { PaperButtons } from '../../web/ui/paper-buttons.tsx'
import { needWords } from './need-words.ts'
import { printNeeds } from './print-schema.ts'

/** 需求与服务安排表, to be printed or handed over. */
export function NeedsPaper({ personId, projectId }: { personId: PersonId; projectId: ProjectId }) {
  const t = useWords()
  const papers = useMemo(
    () => [{ name: t(needWords.sheet), inputFor: (format: PaperFormat) => ({ personId, projectId, format }) }],
    [t, personId, projectId],
  )
  return <PaperButtons endpoint={printNeeds} papers={papers} />
}
