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
