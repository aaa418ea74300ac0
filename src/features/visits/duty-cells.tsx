import { useFormats, useWords } from '../../web/language/language.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { kindWords } from '../ledger/kind-schema.ts'
import { hardshipWords } from '../people/hardship-schema.ts'
import { dutyWords } from './duty-words.ts'
import type { DutyRow } from './schema.ts'
import { meansWords, stepWords, type Show } from './visit-schema.ts'
import style from './visits.module.css'

/** Since when, how often, and what else the list is about. */
export function DueCell({ row, show }: { row: DutyRow; show: Show }) {
  const t = useWords()
  const { day } = useFormats()
  const late = row.overdueDays
  const joined = (words: readonly string[]) => words.join(t(dutyWords.and))
  return (
    <>
      <div>
        {late > 0 ? (
          <Chip tone="bad">{t(dutyWords.overdue, { days: late })}</Chip>
        ) : late === 0 ? (
          <Chip tone="look">{t(dutyWords.dueToday)}</Chip>
        ) : (
          t(dutyWords.dueIn, { days: -late })
        )}{' '}
        {row.attempts > 0 ? <Chip tone="look">{t(dutyWords.attempts, { n: row.attempts })}</Chip> : null}
      </div>
      <small className={style['faint']}>
        {t(dutyWords.dueOn, { day: day(row.dueOn) })} · {t(dutyWords.every, { days: row.everyDays })}
        {row.wantsFace ? ` · ${t(dutyWords.wantsFace)}` : ''}
      </small>
      {show === 'labelReview' ? (
        <small className={style['more']}>
          {t(dutyWords.review, { labels: joined(row.labelsToReview.map((code) => t(hardshipWords[code]))) })}
        </small>
      ) : null}
      {show === 'tierReview' && row.tierReviewOn !== null ? (
        <small className={style['more']}>{t(dutyWords.reviewOn, { day: day(row.tierReviewOn) })}</small>
      ) : null}
      {show === 'undecided' ? (
        <small className={style['more']}>{joined(row.suggestion.reasons.map(({ because }) => t(because)))}</small>
      ) : null}
      {show === 'escalated' && row.escalation !== null ? (
        <small className={style['more']}>
          {row.escalation.steps.length === 0
            ? t(dutyWords.notAsked, { day: day(row.escalation.openedOn) })
            : t(dutyWords.asked, { steps: joined(row.escalation.steps.map((step) => t(stepWords[step]))) })}
        </small>
      ) : null}
    </>
  )
}

/** When they were last looked in on; and the last service, where that is another. */
export function LastCell({ row }: { row: DutyRow }) {
  const t = useWords()
  const { day } = useFormats()
  const { lastLook, lastService } = row
  const other = lastService !== null && lastService.day !== lastLook?.day ? lastService : null
  return (
    <>
      <div>
        {lastLook === null
          ? t(dutyWords.never)
          : `${day(lastLook.day)} · ${lastLook.means === null ? t(kindWords[lastLook.kind]) : t(meansWords[lastLook.means])}`}
      </div>
      {other === null ? null : (
        <small className={style['faint']}>
          {t(dutyWords.lastService)} {day(other.day)} · {t(kindWords[other.kind])}
        </small>
      )}
    </>
  )
}

/** Who looks after them; who was there last, where nobody was named. */
export function WorkerCell({ row }: { row: DutyRow }) {
  const t = useWords()
  if (row.worker === null) return <span className={style['faint']}>{t(dutyWords.nobody)}</span>
  return (
    <>
      {row.worker}
      {row.workerFrom === 'visitor' ? <small className={style['faint']}> {t(dutyWords.byLastVisitor)}</small> : null}
    </>
  )
}
