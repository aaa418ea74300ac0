import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { AccountId, OrganisationId, PersonId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { newId } from '../../server/ids.ts'
import type { Sealer } from '../../server/seal.ts'
import type { Handed, ReferralConsent, ReferralInput, ReferralState } from './schema.ts'

/** What a sealed field of a referral is bound to. */
export const referralBound = (tenantId: TenantId, id: string, field: string): string => `${tenantId}:referral:${id}:${field}`

const columnsOf = (tenantId: TenantId, sealer: Sealer, input: ReferralInput) => ({
  community_code: input.communityCode,
  organisation_id: input.organisationId,
  receiver: input.receiver,
  receiver_phone: input.receiverPhone,
  content_sealed: sealer.seal(JSON.stringify(input.content), referralBound(tenantId, input.id, 'content')),
  handed_fields: [...input.fields],
  due_on: input.dueOn,
})

/** A new referral, still a draft: whoever uses this has seen that the person is within the caller's reach. */
export async function addReferral(tx: Tx, tenantId: TenantId, sealer: Sealer, input: ReferralInput, by: AccountId): Promise<void> {
  await tx
    .insertInto('referral')
    .values({
      tenant_id: tenantId,
      id: input.id,
      project_id: input.projectId,
      person_id: input.personId,
      recorded_person_id: input.personId,
      case_id: input.caseId,
      service_id: input.serviceId,
      state: 'draft',
      written_by: by,
      ...columnsOf(tenantId, sealer, input),
    })
    .execute()
  await addStep(tx, tenantId, sealer, { id: input.id, step: 'written', stateBefore: null, note: null, by })
}

type Change = Partial<{
  state: ReferralState
  consent_id: string | null
  handed_sealed: Buffer | null
  sent_on: Day | null
  sent_by: string | null
  answered_on: Day | null
  answered_by: string | null
  answered_via: 'partner' | 'office' | null
  answer_sealed: Buffer | null
  ended_on: Day | null
  outcome_sealed: Buffer | null
}>

/** Whether the referral was at this version; it takes the next. */
export async function changeReferral(tx: Tx, tenantId: TenantId, id: string, version: number, change: Change): Promise<boolean> {
  const changed = await tx
    .updateTable('referral')
    .set({ ...change, version: version + 1, updated_at: sql`now()` })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

/** The same for what a draft says. `keepsConsent`: what was agreed to still covers it. */
export async function rewriteReferral(
  tx: Tx,
  tenantId: TenantId,
  sealer: Sealer,
  input: ReferralInput,
  keepsConsent: boolean,
): Promise<boolean> {
  const changed = await tx
    .updateTable('referral')
    .set({
      ...columnsOf(tenantId, sealer, input),
      ...(keepsConsent ? {} : { consent_id: null }),
      version: input.version + 1,
      updated_at: sql`now()`,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', input.id)
    .where('version', '=', input.version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

export type Step = {
  id: string
  step: 'written' | 'changed' | 'consented' | 'sent' | 'accepted' | 'refused' | 'done' | 'withdrawn' | 'undone'
  stateBefore: ReferralState | null
  note: string | null
  by: AccountId
}

export async function addStep(tx: Tx, tenantId: TenantId, sealer: Sealer, { id, step, stateBefore, note, by }: Step): Promise<void> {
  const own = newId()
  await tx
    .insertInto('referral_step')
    .values({
      tenant_id: tenantId,
      id: own,
      referral_id: id,
      step,
      state_before: stateBefore,
      note_sealed: note === null ? null : sealer.seal(note, referralBound(tenantId, own, 'note')),
      made_by: by,
    })
    .execute()
}

/** The separate consent to one referral, among the person's consents. */
export async function addReferralConsent(
  tx: Tx,
  tenantId: TenantId,
  of: { personId: PersonId; organisationId: OrganisationId },
  consent: ReferralConsent,
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('consent')
    .values({
      tenant_id: tenantId,
      id,
      person_id: of.personId,
      purpose: `referral:${of.organisationId}`,
      notice_version: 'referral-1',
      given_by: consent.givenBy,
      capacity: consent.capacity,
      method: consent.method,
      witness: consent.witness,
      given_on: consent.givenOn,
    })
    .execute()
  return id
}

export async function withdrawConsent(tx: Tx, tenantId: TenantId, id: string, on: Day | null): Promise<void> {
  await tx.updateTable('consent').set({ withdrawn_on: on }).where('tenant_id', '=', tenantId).where('id', '=', id).execute()
}

export const sealHanded = (sealer: Sealer, tenantId: TenantId, id: string, handed: readonly Handed[]): Buffer =>
  sealer.seal(JSON.stringify(handed), referralBound(tenantId, id, 'handed'))
