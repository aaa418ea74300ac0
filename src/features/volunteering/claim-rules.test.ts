import { describe, expect, it, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { isFamilyVetted, lacksOf, mayTake, type Standing, type TaskFacts } from './claim-rules.ts'
import type { ShiftFacts } from './flag-rules.ts'
import { localMinutes } from './hours-rules.ts'
import { dueOn } from './workday-rules.ts'
import { default as chineseDays } from 'chinese-days'

const day = daySchema.parse('2025-03-06')
const ready: Standing = {
  birthDate: daySchema.parse('1980-05-05'),
  vettedUntil: daySchema.parse('2026-03-01'),
  insuredUntil: daySchema.parse('2025-12-31'),
  agreedOn: daySchema.parse('2024-09-01'),
  guardianConsent: false,
  dataConsentOn: null,
  endedOn: null,
}
const child = { ...ready, birthDate: daySchema.parse('2011-03-07') }
const task: TaskFacts = {
  day,
  startsAt: '09:00',
  minutes: 120,
  wanted: 2,
  taken: 1,
  state: 'open',
  elderId: null,
  needsVetting: false,
  needsInsurance: false,
}
const earlier = localMinutes(new Date('2025-03-05T12:00:00+08:00'))
const shift: ShiftFacts = {
  id: 'other',
  day,
  startsAt: '10:30',
  present: 60,
  isOpen: true,
  claimed: null,
  confirmed: null,
  status: 'planned',
  communityCode: null,
  partOf: null,
  isBackEntry: false,
  isLateEnd: false,
  isServedThere: false,
  confirmedBy: null,
}
const take = (
  facts: Partial<TaskFacts>,
  standing: Standing = ready,
  more: { hasIt?: boolean; shifts?: ShiftFacts[] } = {},
  now = earlier,
) => {
  const verdict = mayTake({ ...task, ...facts }, { personId: 'han', standing, hasIt: false, shifts: [], ...more }, now)
  return verdict.ok ? 'yes' : verdict.code
}

describe('a volunteer takes a task', () => {
  it.each([
    ['with a place left', take({}), 'yes'],
    ['with none left', take({ taken: 2 }), 'task.full'],
    ['a second time', take({}, ready, { hasIt: true }), 'task.twice'],
    ['that is closed', take({ state: 'closed' }), 'task.closed'],
    ['that is over', take({}, ready, {}, localMinutes(new Date('2025-03-06T11:00:00+08:00'))), 'task.over'],
    ['that has begun', take({}, ready, {}, localMinutes(new Date('2025-03-06T10:00:00+08:00'))), 'yes'],
    ['for an elder who is the volunteer', take({ elderId: 'han' }), 'task.oneself'],
    ['for another elder', take({ elderId: 'wang' }), 'yes'],
    ['at an elder’s home without vetting', take({ elderId: 'wang' }, { ...ready, vettedUntil: null }), 'task.vetting'],
    [
      'at an elder’s home with vetting that is over by then',
      take({ elderId: 'wang' }, { ...ready, vettedUntil: daySchema.parse('2025-03-05') }),
      'task.vetting',
    ],
    ['elsewhere without vetting', take({}, { ...ready, vettedUntil: null }), 'yes'],
    ['with danger and no insurance', take({ needsInsurance: true }, { ...ready, insuredUntil: null }), 'task.insurance'],
    ['after leaving', take({}, { ...ready, endedOn: day }), 'task.notVolunteer'],
    ['under 18 without a guardian', take({}, { ...ready, birthDate: daySchema.parse('2008-03-07') }), 'task.guardian'],
    ['under 18 with a guardian’s consent', take({}, { ...ready, birthDate: daySchema.parse('2008-03-07'), guardianConsent: true }), 'yes'],
    ['under 14 with consent to volunteer only', take({}, { ...child, guardianConsent: true }), 'task.dataConsent'],
    ['under 14 with both', take({}, { ...child, guardianConsent: true, dataConsentOn: day }), 'yes'],
    ['at the time of another', take({}, ready, { shifts: [shift] }), 'task.overlaps'],
    ['at the time of one that was cancelled', take({}, ready, { shifts: [{ ...shift, status: 'cancelled' }] }), 'yes'],
  ])('%s', (_, answer, wanted) => expect(answer).toBe(wanted))
})

test('what a file lacks is named, vetting thirty days before it is over', () => {
  expect(lacksOf(ready, day)).toEqual([])
  expect(lacksOf({ ...ready, vettedUntil: daySchema.parse('2025-04-05') }, day)).toEqual(['vettingSoon'])
  expect(lacksOf({ ...ready, vettedUntil: null, insuredUntil: null, agreedOn: null }, day)).toEqual([
    'notVetted',
    'notInsured',
    'noAgreement',
  ])
})

test.each([
  ['on its last day', '2025-03-06', null, true],
  ['a day later', '2025-03-05', null, false],
  ['after the family left', '2026-01-01', '2025-03-01', false],
])('a family is vetted %s', (_, until, ended, vetted) =>
  expect(isFamilyVetted({ vettedUntil: daySchema.parse(until), endedOn: ended === null ? null : daySchema.parse(ended) }, day)).toBe(
    vetted,
  ),
)

test.each([
  ['a Thursday in March', '2025-03-06', '2025-03-20'],
  ['before the National Day holiday of 2025, with make-up days', '2025-09-26', '2025-10-16'],
  ['before the Spring Festival of 2026', '2026-02-10', '2026-03-02'],
])('ten working days after %s', (_, from, to) => expect(dueOn(daySchema.parse(from), chineseDays.isWorkday)).toBe(to))
