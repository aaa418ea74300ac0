import type { Day } from '../../kernel/day.ts'
import type { DivisionCode } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Division } from './schema.ts'

/** Every division, also those whose code has ended, in order of code. */
export async function listDivisions(tx: Tx, tenantId: TenantId): Promise<Division[]> {
  return tx
    .selectFrom('division')
    .select(['code', 'name', 'level', 'parent_code as parentCode', 'valid_from as validFrom', 'valid_to as validTo'])
    .where('tenant_id', '=', tenantId)
    .orderBy('code')
    .execute()
}

/** Adds divisions; codes that are there already stay as they are. */
export async function addDivisions(tx: Tx, tenantId: TenantId, divisions: readonly Division[]): Promise<number> {
  const added = await tx
    .insertInto('division')
    .values(
      divisions.map((division) => ({
        tenant_id: tenantId,
        code: division.code,
        name: division.name,
        level: division.level,
        parent_code: division.parentCode,
        valid_from: division.validFrom,
        valid_to: division.validTo,
      })),
    )
    .onConflict((conflict) => conflict.columns(['tenant_id', 'code']).doNothing())
    .executeTakeFirst()
  return Number(added.numInsertedOrUpdatedRows ?? 0n)
}

/** Whether there was such a division, still valid. */
export async function endDivision(tx: Tx, tenantId: TenantId, code: DivisionCode, validTo: Day): Promise<boolean> {
  const ended = await tx
    .updateTable('division')
    .set({ valid_to: validTo })
    .where('tenant_id', '=', tenantId)
    .where('code', '=', code)
    .where('valid_to', 'is', null)
    .executeTakeFirst()
  return ended.numUpdatedRows === 1n
}
