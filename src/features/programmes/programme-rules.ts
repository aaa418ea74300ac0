import { monthSchema, type Day, type Month } from '../../kernel/day.ts'
import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { Status } from '../ledger/kind-schema.ts'
import type { MeasureKey } from '../measures/measure-schema.ts'
import type { Act, Content, Plan, ProgrammeState, Step } from './schema.ts'

/** What a programme may come to, in the order that it is shown. */
export const programmeMeasures: readonly MeasureKey[] = [
  'direct_persons',
  'direct_times',
  'activities',
  'activities_intergenerational',
  'attendances',
  'group_sessions',
  'group_attendances',
  'craft_lessons',
  'craft_attendances',
  'craft_makers',
  'craft_sales',
  'craft_income',
  'clinic_days',
  'clinic_visits',
  'sessions',
  'visits_door',
  'goods_households',
  'respite_sessions',
  'vol_persons',
  'shifts',
  'hours_confirmed',
  'linkages',
  'linkage_value',
]

/** Persons and attendances always stand, also as nought; the others where there is something. */
const always: readonly MeasureKey[] = ['direct_persons', 'direct_times']
export const figuresToShow = <Figure extends { key: MeasureKey; value: number | null }>(figures: readonly Figure[]): Figure[] =>
  figures.filter(({ key, value }) => always.includes(key) || (value !== null && value !== 0))

const moves: Record<ProgrammeState, Partial<Record<ProgrammeState, Act>>> = {
  draft: { active: 'started', ended: 'ended' },
  active: { ended: 'ended', draft: 'backToDraft' },
  ended: { active: 'reopened' },
}

/** Whether a programme may be started, ended, or brought back; what that is called. */
export function mayMove(
  from: ProgrammeState,
  to: ProgrammeState,
  plan: Pick<Plan, 'purpose' | 'steps'>,
  reason: string | null,
): Verdict<Act> {
  const act = moves[from][to]
  if (act === undefined)
    return no('programmes.move', {
      zh: '这个一社一品现在不能这样变更，请刷新后再看。',
      en: 'The programme cannot go that way from here: look again.',
    })
  if (act === 'started' && (plan.purpose === null || plan.steps.length === 0))
    return no('programmes.unplanned', {
      zh: '请先写明宗旨，并列出至少一步年度计划，再启动。',
      en: 'Write its purpose and at least one step of the year’s plan before it is started.',
    })
  if (act !== 'started' && reason === null)
    return no('programmes.reason', { zh: '请写明原因。', en: 'Please say why.' }, { field: 'reason', sort: 'invalid' })
  return yes(act)
}

/** An ended programme stays as it was. */
export function mayStillChange(state: ProgrammeState): Verdict {
  if (state !== 'ended') return yes()
  return no('programmes.ended', {
    zh: '这个一社一品已结束，内容不再修改；如结束有误，请先恢复为进行中。',
    en: 'The programme has ended and stays as it is. If that was a mistake, reopen it first.',
  })
}

/** A running one is changed with a reason. */
export function mayChange(state: ProgrammeState, reason: string | null): Verdict {
  const may = mayStillChange(state)
  if (!may.ok) return may
  if (state === 'active' && reason === null)
    return no(
      'programmes.reason',
      { zh: '已启动的一社一品，修改时请写明原因。', en: 'The programme is under way: say why it is changed.' },
      { field: 'reason', sort: 'invalid' },
    )
  return yes()
}

/** What is done lies in the past. */
export function mayPlan(steps: readonly Step[], today: Day): Verdict {
  const early = steps.find(({ doneOn }) => doneOn !== null && doneOn > today)
  if (early === undefined) return yes()
  return no(
    'programmes.stepAhead',
    { zh: `“${early.what}”的完成日期在今天之后，请改正。`, en: `“${early.what}” is said to be done on a day to come.` },
    { field: 'steps', sort: 'invalid' },
  )
}

/** What was held in the programme's own community counts for it; nothing else does. */
export function mayBelong(
  service: { projectId: string; communityCode: string | null; status: Status; repeats: boolean },
  programme: { projectId: string; communityCode: string },
): Verdict {
  if (service.projectId !== programme.projectId || service.communityCode !== programme.communityCode)
    return no('programmes.elsewhere', {
      zh: '只能归入本项目、本社区的服务。',
      en: 'Only services of the same project and community can belong to it.',
    })
  if (service.status !== 'held' || service.repeats)
    return no('programmes.notHeld', {
      zh: '只能归入已经举办、且没有标为重复的服务。',
      en: 'Only services that were held, and are no repetition, can belong to it.',
    })
  return yes()
}

const monthNumber = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
const monthOfNumber = (n: number): Month =>
  monthSchema.parse(`${String(Math.floor(n / 12)).padStart(4, '0')}-${String((n % 12) + 1).padStart(2, '0')}`)

/**
 * A plan for another community: purpose, for whom, what partners are needed for, and the steps from a month on. Who
 * the partners are, what is done, results and mark stay behind. Ids are made by whoever copies.
 */
export function templateOf(content: Content, name: string, firstMonth: Month, newId: () => string): Content {
  const first = Math.min(...content.steps.map((step) => monthNumber(step.month)))
  return {
    name,
    forWhom: content.forWhom,
    purpose: content.purpose,
    partners: content.partners.map(({ party, does }) => ({ id: newId(), party, organisationId: null, does })),
    steps: content.steps.map(({ month, what }) => ({
      id: newId(),
      month: monthOfNumber(monthNumber(firstMonth) + monthNumber(month) - first),
      what,
      doneOn: null,
    })),
    results: null,
    markId: null,
  }
}

export const isLate = (step: Pick<Step, 'month' | 'doneOn'>, asOf: Day): boolean => step.doneOn === null && step.month < asOf.slice(0, 7)
