import type { TenantId, Tx } from '../../server/db.ts'

/** The tenants of this deployment, the oldest first. */
export const listTenants = (tx: Tx) =>
  tx.selectFrom('tenant_directory').select(['tenant_id', 'code', 'name']).orderBy('tenant_id').execute()

/** A tenant's id by its code; of the oldest tenant when no code is given. */
export async function findTenant(tx: Tx, code: string | undefined): Promise<TenantId | undefined> {
  const rows = await listTenants(tx)
  return (code === undefined || code === '' ? rows[0] : rows.find((row) => row.code === code))?.tenant_id
}

export async function findTenantName(tx: Tx, tenantId: TenantId): Promise<string> {
  const row = await tx.selectFrom('tenant_directory').select('name').where('tenant_id', '=', tenantId).executeTakeFirst()
  return row?.name ?? ''
}

export async function findTenantCode(tx: Tx, tenantId: TenantId): Promise<string> {
  const row = await tx.selectFrom('tenant_directory').select('code').where('tenant_id', '=', tenantId).executeTakeFirst()
  return row?.code ?? ''
}

/** A tenant by its code. */
export async function findTenantByCode(tx: Tx, code: string): Promise<{ id: TenantId; code: string; name: string } | undefined> {
  return tx.selectFrom('tenant_directory').select(['tenant_id as id', 'code', 'name']).where('code', '=', code).executeTakeFirst()
}
