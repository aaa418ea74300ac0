import { ageOn, type Day } from '../../kernel/day.ts'
import type { Words } from '../../kernel/words.ts'
import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import { overlap, spanOf, type ShiftFacts } from './flag-rules.ts'

/** What is on file of a volunteer, as far as it decides what they may do. */
export type Standing = {
  readonly birthDate: Day | null
  readonly vettedUntil: Day | null
  readonly insuredUntil: Day | null
  readonly agreedOn: Day | null
  readonly guardianConsent: boolean
  readonly dataConsentOn: Day | null
  readonly endedOn: Day | null
}

export const lackWords = {
  ended: { zh: '已退出', en: 'No longer a volunteer' },
  notVetted: { zh: '未做背景核查', en: 'Not vetted' },
  vettingOver: { zh: '背景核查已过期', en: 'Vetting has expired' },
  vettingSoon: { zh: '背景核查30天内到期', en: 'Vetting expires within 30 days' },
  notInsured: { zh: '没有有效保险', en: 'No insurance in force' },
  noAgreement: { zh: '未签服务协议', en: 'No agreement signed' },
  noGuardian: { zh: '未满18岁，缺监护人同意', en: 'Under 18 without a guardian’s consent' },
  noDataConsent: { zh: '未满14岁，缺监护人单独同意', en: 'Under 14 without the guardian’s consent to keep data' },
} as const satisfies Record<string, Words>

/** What was never done, in a word. */
export const neverWords = {
  notVetted: { zh: '背景核查', en: 'vetting' },
  notInsured: { zh: '有效保险', en: 'insurance' },
  noAgreement: { zh: '服务协议', en: 'agreement' },
} as const satisfies Partial<Record<keyof typeof lackWords, Words>>
export type Lack = keyof typeof lackWords

const ofAge = 18
/** Personal information of a child under 14 needs the guardian's own consent (PIPL, article 31). */
const ofDataAge = 14

const daysLater = (day: Day, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** What a volunteer's file lacks on a day. */
export function lacksOf(standing: Standing, day: Day): Lack[] {
  const lacks: Lack[] = []
  if (standing.endedOn !== null && standing.endedOn <= day) lacks.push('ended')
  if (standing.vettedUntil === null) lacks.push('notVetted')
  else if (standing.vettedUntil < day) lacks.push('vettingOver')
  else if (standing.vettedUntil <= daysLater(day, 30)) lacks.push('vettingSoon')
  if (standing.insuredUntil === null || standing.insuredUntil < day) lacks.push('notInsured')
  if (standing.agreedOn === null) lacks.push('noAgreement')
  const age = standing.birthDate === null ? undefined : ageOn(standing.birthDate, day)
  if (age !== undefined && age < ofAge && !standing.guardianConsent) lacks.push('noGuardian')
  if (age !== undefined && age < ofDataAge && standing.dataConsentOn === null) lacks.push('noDataConsent')
  return lacks
}

/** Whether a volunteer family was vetted and still is on a day. Whoever sends it to somebody's home asks this first. */
export const isFamilyVetted = (family: { vettedUntil: Day | null; endedOn: Day | null }, day: Day): boolean =>
  family.vettedUntil !== null && family.vettedUntil >= day && (family.endedOn === null || family.endedOn > day)

export type TaskFacts = {
  readonly day: Day
  readonly startsAt: string
  readonly minutes: number
  readonly wanted: number
  readonly taken: number
  readonly state: 'open' | 'closed' | 'cancelled'
  readonly elderId: string | null
  readonly needsVetting: boolean
  readonly needsInsurance: boolean
}

const refusals = {
  ended: no('task.notVolunteer', {
    zh: '志愿者档案已标为退出，请联系社工恢复后再报名。',
    en: 'Your volunteer file says that you have left. Ask a worker.',
  }),
  noGuardian: no('task.guardian', {
    zh: '未满18岁须先有监护人同意，请联系社工登记后再报名。',
    en: 'Under 18 a guardian’s consent is needed first. Ask a worker.',
  }),
  noDataConsent: no('task.dataConsent', {
    zh: '未满14岁须先有监护人对个人信息的单独同意，请联系社工登记。',
    en: 'Under 14 the guardian’s consent to keep data is needed first. Ask a worker.',
  }),
}

const full = no('task.full', { zh: '名额已满，请看看其他班次。', en: 'All places are taken. Have a look at the other tasks.' })
const twice = no('task.twice', { zh: '已经报过这个班次。', en: 'This shift is taken by the same volunteer already.' })

/** Whether a volunteer may take a task. `now` in minutes since 1970-01-01, where the service is done. */
export function mayTake(
  task: TaskFacts,
  volunteer: { readonly personId: string; readonly standing: Standing; readonly hasIt: boolean; readonly shifts: readonly ShiftFacts[] },
  now: number,
): Verdict {
  if (task.state !== 'open') return no('task.closed', { zh: '这个班次已停止报名。', en: 'This task no longer takes volunteers.' })
  if (volunteer.hasIt) return twice
  const span = spanOf({ day: task.day, startsAt: task.startsAt, present: task.minutes })
  if (span === undefined || span.to <= now) return no('task.over', { zh: '这个班次已经过去，不能再报名。', en: 'This task is over.' })
  if (task.taken >= task.wanted) return full
  if (task.elderId === volunteer.personId)
    return no('task.oneself', { zh: '这个班次服务的正是本人，不能给自己当志愿者。', en: 'This task is for the volunteer themselves.' })
  const lacks = lacksOf(volunteer.standing, task.day)
  for (const lack of ['ended', 'noGuardian', 'noDataConsent'] as const) if (lacks.includes(lack)) return refusals[lack]
  if ((task.needsVetting || task.elderId !== null) && (lacks.includes('notVetted') || lacks.includes('vettingOver')))
    return no('task.vetting', {
      zh: '这个班次要去老人家里或接触个人信息，须背景核查在有效期内。请联系社工办理核查。',
      en: 'This task goes to an elder’s home: vetting must be in force. Ask a worker.',
    })
  if (task.needsInsurance && lacks.includes('notInsured'))
    return no('task.insurance', {
      zh: '这个班次可能有人身危险，须先有志愿者人身意外保险。请联系社工办理。',
      en: 'This task may be dangerous: accident insurance must be in force. Ask a worker.',
    })
  const meets = volunteer.shifts.some((shift) => {
    const known = shift.status === 'planned' || shift.status === 'held' ? spanOf(shift) : undefined
    return known !== undefined && overlap(span, known)
  })
  return meets
    ? no('task.overlaps', {
        zh: '与已报的另一班次时间重叠，请先退掉其中一个。',
        en: 'It overlaps with another shift of yours: give that one back first.',
      })
    : yes()
}
