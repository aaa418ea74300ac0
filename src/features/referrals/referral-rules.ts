import type { Day } from '../../kernel/day.ts'
import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { HandedField, ReferralConsent, ReferralState } from './schema.ts'

/** What the rules need to know of a referral. */
export type ReferralFacts = {
  readonly state: ReferralState
  readonly hasConsent: boolean
  readonly sentOn: Day | null
  readonly dueOn: Day | null
  readonly answeredVia: 'partner' | 'office' | null
}

const notIn = (state: ReferralState, what: { zh: string; en: string }) =>
  no('referral.state', {
    zh: `这份转介${saidOf[state].zh}，${what.zh}。`,
    en: `This referral ${saidOf[state].en}: ${what.en}.`,
  })

const saidOf: Record<ReferralState, { zh: string; en: string }> = {
  draft: { zh: '还没有发出', en: 'has not been sent' },
  sent: { zh: '已经发出，正等对方答复', en: 'has been sent and waits for its answer' },
  accepted: { zh: '对方已经接收', en: 'has been accepted' },
  refused: { zh: '对方已经拒绝', en: 'has been refused' },
  done: { zh: '已经办结', en: 'is done' },
  withdrawn: { zh: '已经撤回', en: 'has been withdrawn' },
}

export const mayChangeReferral = ({ state }: ReferralFacts): Verdict =>
  state === 'draft' ? yes() : notIn(state, { zh: '内容不能再改；要改请撤回后另写一份', en: 'withdraw it and write another to change it' })

/**
 * Giving personal information to another body needs a separate consent that names the recipient, the purpose and the kinds
 * (个人信息保护法 art. 23). Words alone are not enough unless somebody heard them.
 */
export function checkConsent(consent: ReferralConsent, today: Day): Verdict {
  if (consent.givenOn > today)
    return no(
      'referral.consent.future',
      { zh: '同意的日期在今天之后，请核对。', en: 'The day of the consent lies ahead.' },
      { field: 'givenOn', sort: 'invalid' },
    )
  if (consent.method === 'spoken' && (consent.witness ?? '') === '')
    return no(
      'referral.consent.witness',
      { zh: '口头同意要有见证人，请写见证人姓名。', en: 'A spoken consent needs a witness: give the name.' },
      { field: 'witness', sort: 'invalid' },
    )
  return yes()
}

export function maySendReferral(referral: ReferralFacts): Verdict {
  if (referral.state !== 'draft') return notIn(referral.state, { zh: '不能再发一次', en: 'it cannot be sent again' })
  if (!referral.hasConsent)
    return no('referral.consent.missing', {
      zh: '还没有登记本人对这次转介的单独同意，请先登记同意再发出。',
      en: 'The separate consent to this referral is not on record: record it first.',
    })
  return yes()
}

/** An answer is given on a day between the sending and today; a refusal says why. */
export function mayAnswerReferral(
  referral: ReferralFacts,
  answer: { answer: 'accepted' | 'refused'; on: Day; note: string | null },
  today: Day,
): Verdict {
  if (referral.state !== 'sent') return notIn(referral.state, { zh: '不能登记答复', en: 'no answer can be recorded' })
  if (answer.answer === 'refused' && (answer.note ?? '').length < 2)
    return no(
      'referral.refusal.reason',
      { zh: '拒绝请写明原因，好让对方另找去处。', en: 'Say why it is refused, so that another place can be found.' },
      { field: 'note', sort: 'invalid' },
    )
  return checkDay(answer.on, referral.sentOn, today)
}

export function mayFinishReferral(referral: ReferralFacts, on: Day, today: Day): Verdict {
  if (referral.state !== 'accepted') return notIn(referral.state, { zh: '接收之后才能办结', en: 'only an accepted one can be closed' })
  return checkDay(on, referral.sentOn, today)
}

export const mayWithdrawReferral = ({ state }: ReferralFacts): Verdict =>
  state === 'draft' || state === 'sent' || state === 'accepted'
    ? yes()
    : notIn(state, { zh: '不用撤回', en: 'there is nothing to withdraw' })

/** To which state an undo goes back; what the partner itself answered is for the partner to say otherwise. */
export function mayUndoReferral(referral: ReferralFacts, before: ReferralState | null): Verdict<ReferralState> {
  switch (referral.state) {
    case 'accepted':
    case 'refused':
      return referral.answeredVia === 'partner'
        ? no('referral.undo.partner', {
            zh: '这是对方自己答复的，不能由我们撤销；请与对方联系，或撤回转介。',
            en: 'The partner answered it themselves: speak with them, or withdraw the referral.',
          })
        : yes('sent')
    case 'done':
      return yes('accepted')
    case 'withdrawn':
      return yes(before ?? 'draft')
    case 'draft':
    case 'sent':
      return notIn(referral.state, { zh: '没有可撤销的步骤；发出后要收回请用“撤回”', en: 'there is no step to take back; use “withdraw”' })
  }
}

function checkDay(on: Day, sentOn: Day | null, today: Day): Verdict {
  if (on > today)
    return no('referral.day.future', { zh: '日期在今天之后，请核对。', en: 'The day lies ahead.' }, { field: 'on', sort: 'invalid' })
  if (sentOn !== null && on < sentOn)
    return no(
      'referral.day.early',
      { zh: '日期早于发出的日期，请核对。', en: 'The day is before the referral was sent.' },
      { field: 'on', sort: 'invalid' },
    )
  return yes()
}

type Agreed = { readonly organisationId: string; readonly fields: readonly HandedField[]; readonly measured: readonly string[] }

/** Whether what was agreed to still covers what is written: the same recipient, no field and no reading more. */
export const doesConsentCover = (agreed: Agreed, written: Agreed): boolean =>
  agreed.organisationId === written.organisationId &&
  written.fields.every((field) => agreed.fields.includes(field)) &&
  written.measured.every((line) => agreed.measured.includes(line))

/** Somebody waits: sent without an answer, or accepted and not done, and its day is over. */
export const isReferralOverdue = (referral: { state: ReferralState; dueOn: Day | null }, asOf: Day): boolean =>
  (referral.state === 'sent' || referral.state === 'accepted') && referral.dueOn !== null && referral.dueOn < asOf

/** A partner reads what was handed over while there is a purpose to it. */
export const isHandedOver = (state: ReferralState): boolean => state === 'sent' || state === 'accepted' || state === 'done'
