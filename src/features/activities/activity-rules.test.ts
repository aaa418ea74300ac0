import { expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { afterStep, blankPlan, mayCheckIn, mayConfirm, satisfactionOf } from './activity-rules.ts'

const whole = {
  ...blankPlan,
  contingency: { emergency: '打120，最近是中心医院', firstAid: '刘社工', transport: '志愿者接送', floor: '铺防滑垫', weather: '改在室内' },
}
const today = daySchema.parse('2024-09-17')

test('an event with elders stands only with its whole contingency plan; what is missing is said', () => {
  expect(mayConfirm(whole)).toMatchObject({ ok: true })
  const lacking = mayConfirm({ ...whole, contingency: { ...whole.contingency, firstAid: '', weather: null } })
  expect(lacking).toMatchObject({ ok: false, code: 'activity.contingency', field: 'contingency' })
  if (!lacking.ok) expect(lacking.because.zh).toContain('谁会急救、天气变化怎么办')
  expect(mayConfirm({ ...blankPlan, forElders: false })).toMatchObject({ ok: true })
})

test('an event with children stands only with the guardians’ consent', () => {
  const guardian = { school: '实验小学', keptBy: 'school' as const, agreedOn: null, children: 20 }
  expect(mayConfirm({ ...whole, guardian })).toMatchObject({ code: 'activity.guardian' })
  expect(mayConfirm({ ...whole, guardian: { ...guardian, agreedOn: today } })).toMatchObject({ ok: true })
})

test.each([
  ['confirm', 'planned', false, { status: 'planned', confirmed: true }],
  ['confirm', 'planned', true, 'activity.step'],
  ['reopen', 'planned', true, { status: 'planned', confirmed: false }],
  ['hold', 'planned', true, { status: 'held', confirmed: true }],
  ['hold', 'held', true, 'activity.step'],
  ['hold', 'cancelled', true, 'activity.step'],
  ['cancel', 'planned', true, { status: 'cancelled', confirmed: true }],
  ['cancel', 'cancelled', true, 'activity.step'],
  ['restore', 'cancelled', true, { status: 'planned', confirmed: false }],
  ['restore', 'held', true, 'activity.step'],
] as const)('%s of an event that is %s leads where it should', (step, status, confirmed, wanted) => {
  const went = afterStep(step, { status, confirmed, day: today, plan: whole }, today)
  expect(went.ok ? went.value : went.code).toEqual(wanted)
})

test('an event is not held before its day, and nobody is checked in before it or at one that was called off', () => {
  const at = { status: 'planned' as const, confirmed: true, day: daySchema.parse('2024-09-18'), plan: whole }
  expect(afterStep('hold', at, today)).toMatchObject({ code: 'activity.future' })
  expect(mayCheckIn(at, today)).toMatchObject({ code: 'activity.early' })
  expect(mayCheckIn({ ...at, status: 'cancelled' }, today)).toMatchObject({ code: 'activity.cancelled' })
  expect(mayCheckIn({ ...at, day: today }, today)).toMatchObject({ ok: true })
})

test('satisfaction is the share of those content among usable answers, and says how many there were', () => {
  const of = (very: number, content: number, neutral: number) =>
    satisfactionOf({
      course: null,
      effect: null,
      improve: null,
      report: null,
      costs: [],
      satisfaction: { very, content, neutral, discontent: 0, veryDiscontent: 0 },
    })
  expect(of(6, 2, 2)).toEqual({ share: 0.8, answers: 10 })
  expect(of(0, 0, 0)).toBeUndefined()
})
