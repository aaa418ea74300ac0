import type { ServiceId } from '../../kernel/ids.ts'
import { useWords } from '../../web/language/language.tsx'
import { PaperButtons } from '../../web/ui/paper-buttons.tsx'
import { activityPaperWords } from './activity-paper-words.ts'
import { printRoll } from './paper-schema.ts'

const both = ['roll', 'cards'] as const

/** The sheet to sign on and the cards, to print. */
export function RollPapers({ id, papers = both }: { id: ServiceId; papers?: readonly ('roll' | 'cards')[] }) {
  const t = useWords()
  return (
    <PaperButtons
      endpoint={printRoll}
      papers={papers.map((paper) => ({
        name: t(activityPaperWords[paper]),
        inputFor: (format) => ({ id, paper, format, origin: window.location.origin }),
      }))}
    />
  )
}
