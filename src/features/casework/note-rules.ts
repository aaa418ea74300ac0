import { addDays, type Day } from '../../kernel/day.ts'
import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { Grant } from '../identity/schema.ts'

export type NoteFacts = { readonly isNarrow: boolean; readonly writtenBy: string | null; readonly projectId: string }
export type Reader = { readonly accountId: string; readonly grants: readonly Grant[] }

/** Whether somebody supervises in this project. */
export const isSupervisorOf = (reader: Reader, projectId: string): boolean =>
  reader.grants.some((grant) => grant.role === 'supervisor' && grant.projectId === projectId)

/**
 * A counselling note is read by its author and the project's supervisors alone: not by the manager, the bureau, another
 * worker or another counsellor. One that was imported has no author here.
 */
export const mayReadNote = (note: NoteFacts, reader: Reader): boolean =>
  !note.isNarrow || (note.writtenBy !== null && note.writtenBy === reader.accountId) || isSupervisorOf(reader, note.projectId)

/** A note is changed by whoever wrote it; one that nobody here has written, by whoever may read it. */
export function mayChangeNote(note: NoteFacts & { review: string | null }, reader: Reader): Verdict {
  if (!mayReadNote(note, reader))
    return no(
      'note.narrow',
      { zh: '这是心理咨询记录，只有记录人和督导可以读写。', en: 'A counselling note is for its author and the supervisor.' },
      { sort: 'forbidden' },
    )
  if (note.writtenBy !== null && note.writtenBy !== reader.accountId)
    return no(
      'note.author',
      { zh: '记录由写的人自己改；督导可以批注或退回。', en: 'A note is changed by its author; a supervisor comments or returns it.' },
      { sort: 'forbidden' },
    )
  return yes()
}

/** The author may narrow a note; only a supervisor may open it to the case again. */
export function mayNarrow(note: NoteFacts, narrow: boolean, reader: Reader): Verdict {
  if (isSupervisorOf(reader, note.projectId)) return yes()
  if (narrow && (note.writtenBy === null || note.writtenBy === reader.accountId)) return yes()
  return no(
    'note.widen',
    {
      zh: narrow ? '只有记录人或督导可以列为心理咨询记录。' : '改回普通记录要由督导办理。',
      en: narrow ? 'Only its author or a supervisor may make it a counselling note.' : 'Only a supervisor may open it to the case.',
    },
    { sort: 'forbidden' },
  )
}

/** A return says what to change; a record approved already is not returned without saying so. */
export function mayReview(
  record: { review: string | null; writtenBy: string | null },
  kind: 'comment' | 'returned' | 'approved',
  body: string | null,
  by: string,
): Verdict {
  if (kind !== 'comment' && record.writtenBy === by)
    return no(
      'review.own',
      { zh: '自己写的记录请另一位督导审阅。', en: 'Another supervisor reviews what one wrote oneself.' },
      { sort: 'forbidden' },
    )
  if (kind !== 'approved' && (body ?? '').length < 2)
    return no(
      'review.body',
      { zh: kind === 'returned' ? '退回请写明要改什么。' : '请写批注。', en: 'Say what should be changed.' },
      { field: 'body', sort: 'invalid' },
    )
  if (record.review === null) return no('review.imported', { zh: '导入的记录不用审阅。', en: 'An imported record is not reviewed.' })
  if (kind !== 'comment' && record.review === kind)
    return no('review.done', { zh: kind === 'approved' ? '已经通过。' : '已经退回，等社工修改。', en: 'That has been done already.' })
  return yes()
}

/** The last day whose sessions must be written down by now, when there are so many working days for it. */
export function writtenBefore(today: Day, workingDays: number, isWorkday: (day: Day) => boolean): Day {
  let left = workingDays
  let day = today
  while (left > 0) {
    if (isWorkday(day)) left -= 1
    day = addDays(day, -1)
  }
  return day
}

/** Minutes from a time to a later one of the same day; undefined when it is not later. */
export function minutesFrom(startsAt: string, endsAt: string): number | undefined {
  const [a, b] = [startsAt, endsAt].map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)))
  return a !== undefined && b !== undefined && b > a ? b - a : undefined
}
