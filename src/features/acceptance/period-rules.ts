import type { Day } from '../../kernel/day.ts'
import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { Period } from './facts-schema.ts'

type Project = { readonly startsOn: Day; readonly endsOn: Day }

/**
 * A project up to a day. On its last day and after it is the whole project, in which also count the register and what has
 * no day; before that, what was done from its first day to the day asked for.
 */
export function periodUpTo(project: Project, to: Day): Verdict<Period> {
  if (to < project.startsOn)
    return no(
      'acceptance.tooEarly',
      {
        zh: `项目${project.startsOn}才开始，请选这一天或以后的日期。`,
        en: `The project begins on ${project.startsOn}; choose that day or a later one.`,
      },
      { field: 'day', sort: 'invalid' },
    )
  return yes(
    to >= project.endsOn
      ? { from: project.startsOn, to: project.endsOn, scope: {} }
      : { from: project.startsOn, to, scope: { days: { from: project.startsOn, to } } },
  )
}

/** A part of a project: a month's report. */
export function periodBetween(project: Project, from: Day, to: Day): Verdict<Period> {
  if (from > to)
    return no(
      'acceptance.reversed',
      { zh: '开始日期晚于结束日期，请调换。', en: 'The beginning is after the end; please swap them.' },
      { field: 'from', sort: 'invalid' },
    )
  if (to < project.startsOn || from > project.endsOn)
    return no(
      'acceptance.outsideProject',
      {
        zh: `这段时间不在项目期内（${project.startsOn}至${project.endsOn}）。`,
        en: `That time is outside the project (${project.startsOn} to ${project.endsOn}).`,
      },
      { field: 'from', sort: 'invalid' },
    )
  return yes({ from, to, scope: { days: { from, to } } })
}
