import { Link } from 'react-router'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { caseWords, sessionWords } from './case-words.ts'
import type { CaseDetail } from './schema.ts'
import type { CaseSession } from './session-schema.ts'
import { meansSchema } from './vocabulary-schema.ts'
import { meansWords, reviewWords } from './vocabulary-words.ts'

/** How a session was held: a word of ours, or as a book wrote it. */
export function useMeans(): (means: string | null) => string | null {
  const t = useWords()
  return (means) => {
    const known = meansSchema.safeParse(means)
    return known.success ? t(meansWords[known.data]) : means
  }
}

/** A case's sessions, the last one first. */
export function CaseSessions({ found }: { found: CaseDetail }) {
  const t = useWords()
  const { day } = useFormats()
  const meansOf = useMeans()
  return (
    <Panel title={t(sessionWords.list)}>
      <Entries
        rows={found.caseSessions.toReversed()}
        keyOf={(row) => row.id}
        empty={t(sessionWords.none)}
        head={(row) => (
          <>
            <Link to={`/case-sessions/${row.id}`}>
              {row.ordinal === null ? '' : `${t(sessionWords.nth, { n: row.ordinal })} `}
              {row.day === null ? '—' : day(row.day)}
            </Link>{' '}
            <SessionMarks row={row} />
          </>
        )}
        more={(row) =>
          [
            meansOf(row.means),
            row.minutes === null ? null : t({ zh: '{n} 分钟', en: '{n} minutes' }, { n: row.minutes }),
            row.place,
            row.worker,
            row.attended
              .filter((one) => one.part !== 'beneficiary')
              .map((one) => one.name)
              .join('、'),
          ]
            .filter((part) => part !== null && part !== '')
            .join(' · ')
        }
      />
      {found.nextOn === null ? null : <p>{t({ zh: '约定下次：{day}', en: 'Next: {day}' }, { day: day(found.nextOn) })}</p>}
      {found.overdue === 0 ? null : <p>{t(caseWords.overdueN, { n: found.overdue })}</p>}
    </Panel>
  )
}

/** What is to be said of a session beside its day. */
export function SessionMarks({ row }: { row: Pick<CaseSession, 'isNarrow' | 'isOverdue' | 'isWritten' | 'review' | 'repeats'> }) {
  const t = useWords()
  return (
    <>
      {row.isNarrow ? <Chip tone="plain">{t(sessionWords.narrowChip)}</Chip> : null}{' '}
      {row.isOverdue ? <Chip tone="look">{t(caseWords.overdue)}</Chip> : row.isWritten ? null : <Chip>{t(sessionWords.unwritten)}</Chip>}{' '}
      {row.review === null ? null : (
        <Chip tone={row.review === 'approved' ? 'good' : row.review === 'returned' ? 'bad' : 'calm'}>{t(reviewWords[row.review])}</Chip>
      )}
    </>
  )
}
