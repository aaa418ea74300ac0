import { describe, expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { handedOf, maskedHanded } from './handed-rules.ts'
import {
  checkConsent,
  doesConsentCover,
  isHandedOver,
  isReferralOverdue,
  mayAnswerReferral,
  mayChangeReferral,
  mayFinishReferral,
  maySendReferral,
  mayUndoReferral,
  mayWithdrawReferral,
  type ReferralFacts,
} from './referral-rules.ts'
import { referralStateSchema, type ReferralState } from './schema.ts'

const day = (text: string) => daySchema.parse(text)
const today = day('2025-03-10')
const referral = (state: ReferralState, more: Partial<ReferralFacts> = {}): ReferralFacts => ({
  state,
  hasConsent: true,
  sentOn: day('2025-03-01'),
  dueOn: day('2025-03-08'),
  answeredVia: 'office',
  ...more,
})
const codeOf = (verdict: { ok: boolean; code?: string }) => (verdict.ok ? 'yes' : verdict.code)

describe('what may be done with a referral', () => {
  test.each([
    ['draft', 'change, send, withdraw'],
    ['sent', 'answer, withdraw'],
    ['accepted', 'finish, withdraw, undo'],
    ['refused', 'undo'],
    ['done', 'undo'],
    ['withdrawn', 'undo'],
  ] as const)('%s: %s', (state, allowed) => {
    const facts = referral(state)
    const verdicts = {
      change: mayChangeReferral(facts),
      send: maySendReferral(facts),
      answer: mayAnswerReferral(facts, { answer: 'accepted', on: today, note: null }, today),
      finish: mayFinishReferral(facts, today, today),
      withdraw: mayWithdrawReferral(facts),
      undo: mayUndoReferral(facts, 'sent'),
    }
    expect(
      Object.entries(verdicts)
        .filter(([, verdict]) => verdict.ok)
        .map(([name]) => name)
        .join(', '),
    ).toBe(allowed)
  })

  test('nothing is sent before the elder has agreed to this referral', () => {
    expect(codeOf(maySendReferral(referral('draft', { hasConsent: false })))).toBe('referral.consent.missing')
  })

  test('a refusal says why, and no answer is older than the sending or from tomorrow', () => {
    const answer = (more: object) =>
      codeOf(mayAnswerReferral(referral('sent'), { answer: 'accepted', on: today, note: null, ...more }, today))
    expect(answer({ answer: 'refused' })).toBe('referral.refusal.reason')
    expect(answer({ answer: 'refused', note: '没有床位' })).toBe('yes')
    expect(answer({ on: day('2025-02-28') })).toBe('referral.day.early')
    expect(answer({ on: day('2025-03-11') })).toBe('referral.day.future')
  })

  test('what a partner answered itself is not taken back by the office; a withdrawn one goes back to where it was', () => {
    expect(codeOf(mayUndoReferral(referral('accepted', { answeredVia: 'partner' }), 'sent'))).toBe('referral.undo.partner')
    const undone = mayUndoReferral(referral('withdrawn'), 'accepted')
    expect(undone.ok && undone.value).toBe('accepted')
  })
})

describe('the separate consent', () => {
  const consent = { givenBy: '王秀云', capacity: 'self', method: 'signature', givenOn: today, witness: null } as const
  test('by word of mouth it needs a witness, and it is not given tomorrow', () => {
    expect(codeOf(checkConsent(consent, today))).toBe('yes')
    expect(codeOf(checkConsent({ ...consent, method: 'spoken' }, today))).toBe('referral.consent.witness')
    expect(codeOf(checkConsent({ ...consent, method: 'spoken', witness: '网格员' }, today))).toBe('yes')
    expect(codeOf(checkConsent({ ...consent, givenOn: day('2025-03-11') }, today))).toBe('referral.consent.future')
  })

  test('covers the same recipient, no field and no reading more', () => {
    const agreed = { organisationId: 'a', fields: ['name', 'phone'], measured: ['血压 181/96'] } as const
    expect(doesConsentCover(agreed, agreed)).toBe(true)
    expect(doesConsentCover(agreed, { ...agreed, fields: ['name'] })).toBe(true)
    expect(doesConsentCover(agreed, { ...agreed, fields: ['name', 'idNumber'] })).toBe(false)
    expect(doesConsentCover(agreed, { ...agreed, organisationId: 'b' })).toBe(false)
    expect(doesConsentCover(agreed, { ...agreed, measured: [] })).toBe(true)
    expect(doesConsentCover(agreed, { ...agreed, measured: ['血压 181/96', '血糖 17.2'] })).toBe(false)
  })
})

test.each([
  ['sent', '2025-03-09', true],
  ['sent', '2025-03-10', false],
  ['accepted', '2025-03-09', true],
  ['done', '2025-03-09', false],
  ['draft', '2025-03-09', false],
] as const)('%s and due on %s is overdue on 10 March: %s', (state, due, expected) =>
  expect(isReferralOverdue({ state, dueOn: day(due) }, today)).toBe(expected),
)

test('a partner reads what was handed over only while there is a purpose to it', () => {
  expect(referralStateSchema.options.filter(isHandedOver)).toEqual(['sent', 'accepted', 'done'])
})

test('only the chosen fields are copied, in words, and numbers come back masked', () => {
  const file = {
    name: '王秀云',
    sex: 'female' as const,
    birthDate: day('1945-03-07'),
    idNumber: '000000194503070018',
    phone: '13800001709',
    otherPhone: null,
    community: '旭东社区',
    address: '旭东社区3号楼',
    livingWith: '独居',
    contacts: [{ name: '王芳', relation: '女儿', phone: '13900001111' }],
    labels: ['DB', 'DJ'] as const,
  }
  const handed = handedOf(file, ['name', 'age', 'phone', 'otherPhone', 'labels', 'contacts'], today)
  expect(handed).toEqual([
    { field: 'name', value: '王秀云' },
    { field: 'age', value: '80岁' },
    { field: 'phone', value: '13800001709' },
    { field: 'otherPhone', value: null },
    { field: 'labels', value: '低保、独居' },
    { field: 'contacts', value: '王芳 女儿 13900001111' },
  ])
  expect(maskedHanded(handed)[2]).toEqual({ field: 'phone', value: '138****1709' })
})
