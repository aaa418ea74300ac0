import { useMemo } from 'react'
import type { PaperFormat } from '../../kernel/paper.ts'
import { useWords } from '../../web/language/language.tsx'
import { PaperButtons } from '../../web/ui/paper-buttons.tsx'
import { respiteWords } from './respite-words.ts'
import { printRespite, type Carer } from './schema.ts'

/** 喘息服务单 of one carer. */
export function RespitePaper({ carer }: { carer: Carer }) {
  const t = useWords()
  const { relationId } = carer
  const papers = useMemo(
    () => [{ name: t(respiteWords.sheet), inputFor: (format: PaperFormat) => ({ relationId, format }) }],
    [t, relationId],
  )
  return <PaperButtons endpoint={printRespite} papers={papers} label={t(respiteWords.sheet)} />
}
