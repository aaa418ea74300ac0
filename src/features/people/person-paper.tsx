import { useMemo } from 'react'
import type { PaperFormat } from '../../kernel/paper.ts'
import { useWords } from '../../web/language/language.tsx'
import { PaperButtons } from '../../web/ui/paper-buttons.tsx'
import { printPerson } from './paper-schema.ts'
import { paperWords } from './paper-words.ts'
import type { PersonDetail } from './schema.ts'

/** 个人基本信息表, to be printed or handed over. */
export function PersonPaper({ person }: { person: PersonDetail }) {
  const t = useWords()
  const papers = useMemo(
    () => [{ name: t(paperWords.title), inputFor: (format: PaperFormat) => ({ id: person.id, format }) }],
    [t, person.id],
  )
  return <PaperButtons endpoint={printPerson} papers={papers} />
}
