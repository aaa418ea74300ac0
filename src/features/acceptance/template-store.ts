import type { AccountId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { TemplateFormat } from './report-schema.ts'

/** The templates in use, the newest first. */
export const listTemplates = (tx: Tx, tenantId: TenantId) =>
  tx
    .selectFrom('report_template')
    .innerJoin('account', (join) =>
      join.onRef('account.tenant_id', '=', 'report_template.tenant_id').onRef('account.id', '=', 'report_template.added_by'),
    )
    .select([
      'report_template.id',
      'report_template.name',
      'report_template.format',
      'report_template.bytes',
      'report_template.sha256',
      'report_template.added_at as addedAt',
      'account.display_name as addedBy',
    ])
    .where('report_template.tenant_id', '=', tenantId)
    .where('report_template.removed_at', 'is', null)
    .orderBy('report_template.added_at', 'desc')
    .execute()

export const findTemplate = (tx: Tx, tenantId: TenantId, id: string) =>
  tx
    .selectFrom('report_template')
    .select(['id', 'name', 'format', 'content'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()

type NewTemplate = {
  readonly id: string
  readonly name: string
  readonly format: TemplateFormat
  readonly content: Buffer
  readonly sha256: string
}

export async function addTemplate(tx: Tx, tenantId: TenantId, template: NewTemplate, by: AccountId, now: Date): Promise<void> {
  await tx
    .insertInto('report_template')
    .values({ tenant_id: tenantId, ...template, bytes: template.content.length, added_by: by, added_at: now })
    .execute()
}

/** Whether there was one to put out of use. */
export async function removeTemplate(tx: Tx, tenantId: TenantId, id: string, reason: string, now: Date): Promise<boolean> {
  const done = await tx
    .updateTable('report_template')
    .set({ removed_at: now, removed_reason: reason })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
