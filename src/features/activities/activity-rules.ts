import type { Day } from '../../kernel/day.ts'
import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { Status } from '../ledger/kind-schema.ts'
import type { Contingency, Plan, Step, Summary } from './activity-schema.ts'

/** What an event with elders must have thought of before it stands, in words a manager would ask for. */
const contingencyWords: Record<keyof Contingency, { zh: string; en: string }> = {
  emergency: { zh: '突发疾病怎么办（急救电话、最近的医院）', en: 'sudden illness' },
  firstAid: { zh: '谁会急救', en: 'who gives first aid' },
  transport: { zh: '老人怎么来回', en: 'how elders come and go' },
  floor: { zh: '场地防滑防跌', en: 'wet floors and falls' },
  weather: { zh: '天气变化怎么办', en: 'weather' },
}

export const missingOf = (contingency: Contingency): (keyof Contingency)[] =>
  (['emergency', 'firstAid', 'transport', 'floor', 'weather'] as const).filter((part) => (contingency[part] ?? '') === '')

/** Whether a plan may stand: an event with elders has its contingency plan whole, one with children the guardians' consent. */
export function mayConfirm(plan: Plan): Verdict {
  const missing = plan.forElders ? missingOf(plan.contingency) : []
  if (missing.length > 0)
    return no(
      'activity.contingency',
      {
        zh: `老人参加的活动要先写全应急预案，还缺：${missing.map((part) => contingencyWords[part].zh).join('、')}。`,
        en: `An event with elders needs its contingency plan first. Missing: ${missing.map((part) => contingencyWords[part].en).join(', ')}.`,
      },
      { field: 'contingency' },
    )
  if (plan.guardian !== null && plan.guardian.agreedOn === null)
    return no(
      'activity.guardian',
      {
        zh: '有孩子参加的活动，要先取得监护人同意，并写明同意日期和同意书由谁保管。',
        en: 'An event with children needs their guardians’ consent first: its day, and who keeps it.',
      },
      { field: 'guardian' },
    )
  return yes()
}

/** Where a step leads from a state, or why it does not. */
export function afterStep(
  step: Step,
  at: { status: Status; confirmed: boolean; day: Day | null; plan: Plan },
  today: Day,
): Verdict<{ status: Status; confirmed: boolean }> {
  const wrong = no('activity.step', {
    zh: '活动现在的状态不能这样操作，请刷新后再看。',
    en: 'This cannot be done in the event’s present state.',
  })
  switch (step) {
    case 'confirm': {
      if (at.status !== 'planned' || at.confirmed) return wrong
      const may = mayConfirm(at.plan)
      return may.ok ? yes({ status: 'planned', confirmed: true }) : may
    }
    case 'reopen':
      return at.status === 'planned' && at.confirmed ? yes({ status: 'planned', confirmed: false }) : wrong
    case 'hold':
      if (at.status !== 'planned') return wrong
      if (at.day === null || at.day > today)
        return no(
          'activity.future',
          { zh: '活动日期还没到，不能记为已开展。', en: 'The day of the event has not come: it cannot have been held.' },
          { field: 'day' },
        )
      if (!at.confirmed) {
        const may = mayConfirm(at.plan)
        if (!may.ok) return may
      }
      return yes({ status: 'held', confirmed: true })
    case 'cancel':
      return at.status === 'cancelled' ? wrong : yes({ status: 'cancelled', confirmed: at.confirmed })
    case 'restore':
      return at.status === 'cancelled' ? yes({ status: 'planned', confirmed: false }) : wrong
  }
}

/** Whether people can be checked in: not at an event that was called off, and not days before it. */
export function mayCheckIn(at: { status: Status; day: Day | null }, today: Day): Verdict {
  if (at.status === 'cancelled')
    return no('activity.cancelled', {
      zh: '活动已取消，不能签到。如又办了，请先恢复。',
      en: 'The event was called off. Restore it first if it took place.',
    })
  if (at.day !== null && at.day > today)
    return no('activity.early', {
      zh: '还没到活动当天，先报名，到场再签到。',
      en: 'The day has not come: sign people up now, check them in then.',
    })
  return yes()
}

/** Satisfied answers among the usable ones, with how many there were; undefined without any. */
export function satisfactionOf({ satisfaction: s }: Summary): { share: number; answers: number } | undefined {
  const answers = s.very + s.content + s.neutral + s.discontent + s.veryDiscontent
  return answers === 0 ? undefined : { share: (s.very + s.content) / answers, answers }
}

export const totalFen = (lines: readonly { amountFen: number }[]): number => lines.reduce((sum, line) => sum + line.amountFen, 0)

/** What an event has of which nobody has written anything: an imported one, or one from the services' form. */
export const blankPlan: Plan = {
  forElders: true,
  background: null,
  goal: null,
  audience: null,
  expected: null,
  capacity: null,
  program: [],
  duties: [],
  supplies: [],
  budget: [],
  contingency: { emergency: null, firstAid: null, transport: null, floor: null, weather: null },
  guardian: null,
}
