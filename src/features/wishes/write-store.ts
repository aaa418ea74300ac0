import { sql } from 'kysely'
import type { z } from 'zod'
import type { Day } from '../../kernel/day.ts'
import type { AccountId, DivisionCode, OrganisationId, PersonId, ProjectId, ServiceId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { newId } from '../../server/ids.ts'
import type { Sealer } from '../../server/seal.ts'
import type { partySchema } from '../ledger/kind-schema.ts'
import type { WishSort, WishState } from './schema.ts'
import { codeOf } from './wish-rules.ts'

export const boundSaid = (tenantId: TenantId, id: string): string => `${tenantId}/wish/${id}/said`

type Written = { id: string; sort: WishSort; title: string; about: string | null; valueFen: number; said: string | null }

const sealed = (sealer: Sealer, tenantId: TenantId, { id, said }: Written) =>
  said === null || said === '' ? null : sealer.seal(said, boundSaid(tenantId, id))

export async function addWish(
  tx: Tx,
  tenantId: TenantId,
  sealer: Sealer,
  wish: Written & { projectId: ProjectId; personId: PersonId; communityCode: DivisionCode; agreedOn: Day },
  by: AccountId,
): Promise<void> {
  await sql`insert into wish (tenant_id, id, project_id, person_id, recorded_person_id, community_code, state, sort, title, about, value_fen, said_sealed,
      agreed_on, collected_by, written_by)
    values (${tenantId}, ${wish.id}, ${wish.projectId}, ${wish.personId}, ${wish.personId}, ${wish.communityCode}, 'collected', ${wish.sort}, ${wish.title},
      ${wish.about}, ${wish.valueFen}, ${sealed(sealer, tenantId, wish)}, ${wish.agreedOn}, ${by}, ${by})`.execute(tx)
}

/** Writes a wish anew, to be screened again. Whether it stood at this version. */
export async function changeWish(
  tx: Tx,
  tenantId: TenantId,
  sealer: Sealer,
  wish: Written & { version: number },
  by: AccountId,
): Promise<boolean> {
  const { rows } =
    await sql`update wish set sort = ${wish.sort}, title = ${wish.title}, about = ${wish.about}, value_fen = ${wish.valueFen},
      said_sealed = ${sealed(sealer, tenantId, wish)}, state = 'collected', written_by = ${by}, screened_by = null, version = version + 1
    where tenant_id = ${tenantId} and id = ${wish.id} and version = ${wish.version} returning id`.execute(tx)
  return rows.length === 1
}

type Change = {
  state: WishState
  screenedBy?: AccountId | null
  delivered?: { serviceId: ServiceId; on: Day } | null
  confirmed?: { by: 'self' | 'relative'; on: Day } | null
}

/** Takes a wish to its next state. Whether it stood at this version. */
export async function setState(tx: Tx, tenantId: TenantId, id: string, version: number, to: Change): Promise<boolean> {
  const changed = await tx
    .updateTable('wish')
    .set({ state: to.state, version: version + 1 })
    .$if(to.screenedBy !== undefined, (query) => query.set({ screened_by: to.screenedBy ?? null }))
    .$if(to.delivered !== undefined, (query) =>
      query.set({ service_id: to.delivered?.serviceId ?? null, delivered_on: to.delivered?.on ?? null }),
    )
    .$if(to.confirmed !== undefined, (query) =>
      query.set({ confirmed_by: to.confirmed?.by ?? null, confirmed_on: to.confirmed?.on ?? null }),
    )
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

export async function addStep(tx: Tx, tenantId: TenantId, wishId: string, step: string, reason: string | null, by: AccountId) {
  await sql`insert into wish_step (tenant_id, id, wish_id, step, reason, taken_by)
    values (${tenantId}, ${newId()}, ${wishId}, ${step}, ${reason}, ${by})`.execute(tx)
}

export type NewClaim = {
  id: string
  means: 'own' | 'forOther'
  party: z.infer<typeof partySchema>
  organisationId: OrganisationId | null
  donor: string | null
  until: Day
}

export async function addClaim(tx: Tx, tenantId: TenantId, wishId: string, claim: NewClaim, by: AccountId, today: Day): Promise<void> {
  await sql`insert into wish_claim (tenant_id, id, wish_id, claimed_by, means, party, organisation_id, donor, claimed_on, until)
    values (${tenantId}, ${claim.id}, ${wishId}, ${by}, ${claim.means}, ${claim.party}, ${claim.organisationId}, ${claim.donor}, ${today}, ${claim.until})`.execute(
    tx,
  )
}

/** Ends the claim that stands, if one does. */
export async function endClaim(
  tx: Tx,
  tenantId: TenantId,
  wishId: string,
  ended: 'dropped' | 'expired' | 'withdrawn',
  reason: string | null,
  today: Day,
): Promise<void> {
  await sql`update wish_claim set ended = ${ended}, end_reason = ${reason}, ended_on = ${today}
    where tenant_id = ${tenantId} and wish_id = ${wishId} and ended is null`.execute(tx)
}

export async function setClaimUntil(tx: Tx, tenantId: TenantId, wishId: string, until: Day): Promise<void> {
  await sql`update wish_claim set until = greatest(until, ${until}::date) where tenant_id = ${tenantId} and wish_id = ${wishId} and ended is null`.execute(
    tx,
  )
  await sql`update published_wish b set claimed_until = c.until from wish_claim c
    where b.tenant_id = ${tenantId} and b.id = ${wishId} and c.tenant_id = ${tenantId} and c.wish_id = b.id and c.ended is null`.execute(tx)
}

/** Puts what the public reads of a wish in its place, without anything that says who. */
export async function publish(
  tx: Tx,
  tenantId: TenantId,
  wish: { id: string; sort: WishSort; title: string; about: string | null; value_fen: number; town_name: string | null },
): Promise<void> {
  await sql`insert into published_wish (tenant_id, id, code, sort, title, about, town, value_fen, state)
    values (${tenantId}, ${wish.id}, ${codeOf(wish.id)}, ${wish.sort}, ${wish.title}, ${wish.about}, ${wish.town_name}, ${wish.value_fen}, 'open')`.execute(
    tx,
  )
}

export async function unpublish(tx: Tx, tenantId: TenantId, id: string): Promise<void> {
  await tx.deleteFrom('published_wish').where('tenant_id', '=', tenantId).where('id', '=', id).execute()
}

/** What became of it, as the public reads it. */
export async function setPublished(
  tx: Tx,
  tenantId: TenantId,
  id: string,
  state: 'open' | 'claimed' | 'done',
  until: Day | null,
): Promise<void> {
  await tx
    .updateTable('published_wish')
    .set({ state, claimed_until: until })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
}

export async function saveSettings(
  tx: Tx,
  tenantId: TenantId,
  projectId: ProjectId,
  settings: { limitFen: number; claimDays: number },
): Promise<void> {
  await tx
    .updateTable('project')
    .set({ wish_limit_fen: settings.limitFen, wish_claim_days: settings.claimDays })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', projectId)
    .execute()
}
