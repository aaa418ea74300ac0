import { useMemo } from 'react'
import type { PaperFormat } from '../../kernel/paper.ts'
import { useWords } from '../../web/language/language.tsx'
import { PaperButtons } from '../../web/ui/paper-buttons.tsx'
import { caseWords } from './case-words.ts'
import { printCase } from './print-schema.ts'

/** A form, a session or the whole file of a case, to be printed or handed over. */
export function CasePrint({ caseId, what, recordId }: { caseId: string; what: 'file' | 'form' | 'session'; recordId?: string }) {
  const t = useWords()
  const papers = useMemo(
    () => [
      {
        name: t(what === 'file' ? caseWords.file : caseWords.one),
        inputFor: (format: PaperFormat) => ({ id: caseId, what, format, ...(recordId === undefined ? {} : { recordId }) }),
      },
    ],
    [t, caseId, what, recordId],
  )
  return <PaperButtons endpoint={printCase} papers={papers} {...(what === 'file' ? { label: t(caseWords.file) } : {})} />
}
