import { useFormats, useWords } from '../../web/language/language.tsx'
import { RecordTable } from '../../web/ui/record-table.tsx'
import { caseWords } from './case-words.ts'
import type { CaseDetail } from './schema.ts'

/** First and last scores of each scale, as they were assessed. */
export function CaseScores({ scores }: { scores: CaseDetail['scores'] }) {
  const t = useWords()
  const { day } = useFormats()
  if (scores.length === 0) return null
  const said = (one: { score: number; day: string | null } | null) =>
    one === null
      ? '—'
      : one.day === null
        ? t({ zh: '{score}（日期不详）', en: '{score} (undated)' }, { score: one.score })
        : t({ zh: '{score}（{day}）', en: '{score} ({day})' }, { score: one.score, day: day(one.day) })
  return (
    <>
      <RecordTable
        name={t(caseWords.scores)}
        rows={scores}
        keyOf={(row) => row.scale}
        columns={[
          { title: caseWords.scale, cell: (row) => row.scale, heads: true },
          { title: caseWords.first, cell: (row) => said(row.first) },
          { title: caseWords.lastScore, cell: (row) => said(row.last) },
        ]}
      />
      <p style={{ color: 'var(--ink-soft)' }}>{t(caseWords.scoresNote)}</p>
    </>
  )
}
