import type { OrganisationId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Organisation, OrganisationParty } from './schema.ts'

export type OrganisationFilter = { offset: number; limit: number; search: string; party: OrganisationParty | undefined }

/** Organisations by name, with how many there are in all. */
export async function listOrganisations(tx: Tx, tenantId: TenantId, filter: OrganisationFilter) {
  const { party } = filter
  const found = tx
    .selectFrom('organisation')
    .where('tenant_id', '=', tenantId)
    .where('ended_on', 'is', null)
    .where('name', 'like', `%${filter.search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`)
    .$if(party !== undefined, (query) => query.where('party', '=', party ?? 'community'))
  const rows = await found
    .select(['id', 'name', 'party', 'kind', 'credit_code as creditCode', 'phone', 'division_code as divisionCode', 'version'])
    .orderBy('name')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute()
  const { total } = await found.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { rows, total }
}

export async function findOrganisationByName(tx: Tx, tenantId: TenantId, name: string): Promise<OrganisationId | undefined> {
  const row = await tx.selectFrom('organisation').select('id').where('tenant_id', '=', tenantId).where('name', '=', name).executeTakeFirst()
  return row?.id
}

const columnsOf = (organisation: Organisation) => ({
  name: organisation.name,
  party: organisation.party,
  kind: organisation.kind,
  credit_code: organisation.creditCode,
  phone: organisation.phone,
  division_code: organisation.divisionCode,
})

export async function addOrganisation(tx: Tx, tenantId: TenantId, organisation: Organisation): Promise<void> {
  await tx
    .insertInto('organisation')
    .values({ tenant_id: tenantId, id: organisation.id, ...columnsOf(organisation) })
    .execute()
}

/** Whether there was such an organisation at this version. */
export async function changeOrganisation(tx: Tx, tenantId: TenantId, organisation: Organisation, version: number): Promise<boolean> {
  const changed = await tx
    .updateTable('organisation')
    .set({ ...columnsOf(organisation), version: version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', organisation.id)
    .where('version', '=', version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

export async function isOrganisation(tx: Tx, tenantId: TenantId, id: OrganisationId): Promise<boolean> {
  return (
    (await tx.selectFrom('organisation').select('id').where('tenant_id', '=', tenantId).where('id', '=', id).executeTakeFirst()) !==
    undefined
  )
}

/** Every organisation in being by its name. */
export async function listOrganisationNames(tx: Tx, tenantId: TenantId): Promise<{ id: OrganisationId; name: string }[]> {
  return tx
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('tenant_id', '=', tenantId)
    .where('ended_on', 'is', null)
    .orderBy('name')
    .execute()
}
