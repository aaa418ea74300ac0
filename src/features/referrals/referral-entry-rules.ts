import { entered } from '../../kernel/entered.ts'
import { addDays, daySchema, type Day } from '../../kernel/day.ts'
import { organisationIdSchema, type OrganisationId } from '../../kernel/ids.ts'
import type { HandedField, ReferralContent, ReferralDetail } from './schema.ts'

/** A referral as a form holds one. */
export type ReferralEntry = {
  organisationId?: string
  receiver?: string
  receiverPhone?: string
  reason?: string
  given?: string
  needs?: string
  enclosed?: string[]
  measured?: string[]
  fields?: HandedField[]
  dueOn?: string | null
}

/** What is chosen at first: what nearly everybody needs to find the person, and no number. */
const usual: readonly HandedField[] = ['name', 'sex', 'age', 'phone', 'community']

/** An answer is asked for within a week. */
export const newEntry = (today: Day): ReferralEntry => ({ fields: [...usual], dueOn: addDays(today, 7) })

/** What was written to one place, for another: the same words, another recipient. */
export const entryOf = (referral: ReferralDetail): ReferralEntry => ({
  ...referral.content,
  fields: referral.fields,
  organisationId: referral.organisationId,
  ...(referral.receiver === null ? {} : { receiver: referral.receiver }),
  ...(referral.receiverPhone === null ? {} : { receiverPhone: referral.receiverPhone }),
  dueOn: referral.dueOn,
})

/** The form in the endpoint's shape; the form itself has asked for what may not be missing. */
export function inputOf(entry: ReferralEntry):
  | {
      organisationId: OrganisationId
      receiver: string | null
      receiverPhone: string | null
      content: ReferralContent
      fields: HandedField[]
      dueOn: Day
    }
  | undefined {
  const organisationId = organisationIdSchema.safeParse(entry.organisationId).data
  const dueOn = daySchema.safeParse(entry.dueOn).data
  if (organisationId === undefined || dueOn === undefined) return undefined
  return {
    organisationId,
    receiver: entered(entry.receiver),
    receiverPhone: entered(entry.receiverPhone),
    content: {
      reason: entered(entry.reason) ?? '',
      given: entered(entry.given) ?? '',
      needs: entered(entry.needs) ?? '',
      enclosed: entry.enclosed ?? [],
      measured: entry.measured ?? [],
    },
    fields: entry.fields ?? [],
    dueOn,
  }
}
