import type { Day } from '../../kernel/day.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { Answers, RiskContact, RiskProtocol } from './scale-schema.ts'
import { asksForProtocol } from './scoring-rules.ts'

/** Somebody who thinks of dying is not filed away: what is done about it is written before anything is kept. */
export function mayKeep(scale: string, answers: Answers, protocol: RiskProtocol | null, day: Day): Verdict {
  if (!asksForProtocol(scale, answers)) return yes()
  if (protocol === null)
    return no(
      'assessments.riskProtocol',
      {
        zh: '第 9 题提示有轻生或自伤的念头，请先填写风险处置再保存。心理援助热线 12356；有危险请立即拨打 120 或 110，不要离开本人。',
        en: 'Question 9 shows thoughts of dying or self-harm: fill in the risk protocol before saving. Helpline 12356; in danger call 120 or 110 at once and do not leave the person alone.',
      },
      { sort: 'invalid', field: 'protocol' },
    )
  if (protocol.nextContactOn < day)
    return no(
      'assessments.nextContactEarlier',
      { zh: '下次联系的日期不能早于测评当天。', en: 'The next contact cannot be before the day of the assessment.' },
      { sort: 'invalid', field: 'protocol.nextContactOn' },
    )
  return yes()
}

/** A contact is written down under the protocol that was opened, on a day that has been. */
export function mayFollowUp(
  of: { protocol: RiskProtocol | null; day: Day | null },
  contact: { contactedOn: Day; nextContactOn: Day | null; safeNow: RiskContact['safeNow'] },
  today: Day,
): Verdict {
  if (of.protocol === null)
    return no('assessments.noProtocol', { zh: '这次测评没有风险处置，不用登记跟进。', en: 'No risk protocol was opened here.' })
  if (contact.contactedOn > today)
    return no(
      'assessments.future',
      { zh: '联系日期不能晚于今天。', en: 'The day cannot be after today.' },
      { sort: 'invalid', field: 'contactedOn' },
    )
  if (of.day !== null && contact.contactedOn < of.day)
    return no(
      'assessments.contactEarlier',
      { zh: '联系日期早于测评当天，请核对。', en: 'The contact is before the day of the assessment.' },
      { sort: 'invalid', field: 'contactedOn' },
    )
  if (contact.nextContactOn !== null && contact.nextContactOn < contact.contactedOn)
    return no(
      'assessments.nextContactEarlier',
      { zh: '下次联系的日期不能早于这次。', en: 'The next contact cannot be before this one.' },
      { sort: 'invalid', field: 'nextContactOn' },
    )
  if (contact.safeNow !== 'yes' && contact.nextContactOn === null)
    return no(
      'assessments.stillAtRisk',
      { zh: '还不能说目前安全，请定下次联系的日期。', en: 'Not safe for sure yet: say when the next contact is.' },
      { sort: 'invalid', field: 'nextContactOn' },
    )
  return yes()
}

/** Whether an assessment of that day may be written in this file. */
export function mayAssess(file: { deceasedOn: Day | null; mergedInto: PersonId | null }, day: Day, today: Day): Verdict {
  if (file.mergedInto !== null)
    return no('people.merged', {
      zh: '这份档案已并入另一份，请在合并后的档案里登记。',
      en: 'This file was merged into another; record it there.',
    })
  if (day > today)
    return no(
      'assessments.future',
      { zh: '测评日期不能晚于今天。', en: 'The day cannot be after today.' },
      { sort: 'invalid', field: 'day' },
    )
  if (file.deceasedOn !== null && day > file.deceasedOn)
    return no(
      'assessments.afterDeath',
      {
        zh: '测评日期晚于登记的去世日期，请核对日期；如去世登记有误，请先更正。',
        en: 'The day is after the death on record; check it, or take the death back first.',
      },
      { sort: 'invalid', field: 'day' },
    )
  return yes()
}

/** An occasion has one first score and one last: a second would be counted twice. */
export const samePhase = (day: Day | 'undated') =>
  no(
    'assessments.samePhase',
    day === 'undated'
      ? {
          zh: '这个人在同一个案（或小组）里已有这一时点的得分，请改选“过程中”，或写明是哪个个案、小组。',
          en: 'This case or group has such a score already; choose “in between”, or name another case or group.',
        }
      : {
          zh: `这个人在同一个案（或小组）里已有这一时点的得分（${day}），请改选“过程中”，或写明是哪个个案、小组。`,
          en: `This case or group has such a score already (${day}); choose “in between”, or name another case or group.`,
        },
    { field: 'phase' },
  )
