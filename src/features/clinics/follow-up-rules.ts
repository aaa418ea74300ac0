import { addDays, asOf, type Day } from '../../kernel/day.ts'
import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { Level } from './band-words.ts'
import type { Outcome, Result } from './follow-up-schema.ts'

/** Whoever is referred for a danger is asked after within two weeks (national rules of basic public health service). */
const followUpDays = 14

export const dueOf = (day: Day): Day => addDays(day, followUpDays)

/** As of which day something is overdue: a project that has ended is not late by another day each day. */
export const asOfDay = (today: Day, endsOn: Day): Day => asOf(today, dueOf(endsOn))

/** Whether somebody can be put on the list: usual readings ask for nothing. */
export const mayFollowUp = (level: Level, hasReading: boolean): Verdict<Exclude<Level, 'usual'>> => {
  if (!hasReading)
    return no(
      'followUps.noReading',
      { zh: '这位还没有读数，先量了再安排。', en: 'Nothing was measured of this person yet.' },
      { sort: 'invalid' },
    )
  if (level === 'usual')
    return no(
      'followUps.usual',
      { zh: '这位的读数都在常见范围，不需要安排随访。', en: 'All of this person’s readings are usual: there is nothing to follow up.' },
      { sort: 'invalid' },
    )
  return yes(level)
}

/** Whether a follow-up may be closed: what it is said to have come to must have been heard from somebody. */
export function mayClose(outcome: Outcome, results: readonly Result[], note: string | null): Verdict {
  const heard = results.some((result) => result !== 'not_reached')
  if ((outcome === 'seen' || outcome === 'treated' || outcome === 'in_range') && !heard)
    return no(
      'followUps.nobodyAsked',
      { zh: '还没有联系上的记录，请先“记一次随访”，再办结。', en: 'Nobody has been reached yet: record that first, then close it.' },
      { field: 'outcome' },
    )
  if (outcome === 'not_found' && results.filter((result) => result === 'not_reached').length < 2)
    return no(
      'followUps.askAgain',
      { zh: '至少两次没有联系上，才能按“联系不上”办结。', en: 'Only after two tries that reached nobody can it be closed as not found.' },
      { field: 'outcome' },
    )
  if ((outcome === 'not_needed' || outcome === 'refused') && (note === null || note === ''))
    return no('followUps.why', { zh: '请写明理由。', en: 'Say why.' }, { field: 'note', sort: 'invalid' })
  return yes()
}
