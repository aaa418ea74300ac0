import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { projectIdSchema, type AccountId, type ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Sealer } from '../../server/seal.ts'

const bound = (tenantId: TenantId, id: string): string => `${tenantId}/project_file/${id}/content`

const rowSchema = z.object({
  id: z.uuid(),
  dutyKey: z.string().nullable(),
  fileName: z.string(),
  mediaType: z.string(),
  bytes: z.number(),
  addedBy: z.string().nullable(),
  addedAt: z.date(),
})

async function list(tx: Tx, tenantId: TenantId, where: RawBuilder<unknown>) {
  const { rows } =
    await sql`select f.id, f.duty_key as "dutyKey", f.file_name as "fileName", f.media_type as "mediaType", f.bytes, f.added_at as "addedAt",
      (select a.display_name from account a where a.tenant_id = ${tenantId} and a.id = f.added_by) as "addedBy"
    from project_file f where f.tenant_id = ${tenantId} and ${where} and f.removed_at is null order by f.added_at, f.id`.execute(tx)
  return z
    .array(rowSchema)
    .parse(rows)
    .map(({ addedAt, ...row }) => ({ ...row, addedAt: addedAt.toISOString() }))
}

export const listExpenseFiles = (tx: Tx, tenantId: TenantId, expenseId: string) => list(tx, tenantId, sql`f.expense_id = ${expenseId}`)

/** The files of every duty of a project, each with the duty's key. */
export const listDutyFiles = (tx: Tx, tenantId: TenantId, projectId: ProjectId) =>
  list(tx, tenantId, sql`f.project_id = ${projectId} and f.duty_key is not null`)

/** The vouchers of every expense of a project, in the order in which they were filed. */
export async function listVouchers(tx: Tx, tenantId: TenantId, projectId: ProjectId) {
  const rows = await tx
    .selectFrom('project_file')
    .select(['id', 'expense_id as expenseId', 'file_name as fileName', 'media_type as mediaType', 'bytes'])
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .where('expense_id', 'is not', null)
    .where('removed_at', 'is', null)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return rows
}
export type Voucher = Awaited<ReturnType<typeof listVouchers>>[number]

type NewFile = {
  readonly id: string
  readonly projectId: ProjectId
  readonly expenseId: string | null
  readonly dutyKey: string | null
  readonly fileName: string
  readonly mediaType: string
  readonly sha256: string
  readonly content: Buffer
}

export async function addFile(tx: Tx, tenantId: TenantId, sealer: Sealer, file: NewFile, by: AccountId): Promise<void> {
  await tx
    .insertInto('project_file')
    .values({
      tenant_id: tenantId,
      id: file.id,
      project_id: file.projectId,
      expense_id: file.expenseId,
      duty_key: file.dutyKey,
      file_name: file.fileName,
      media_type: file.mediaType,
      sha256: file.sha256,
      bytes: file.content.length,
      sealed: sealer.sealBytes(file.content, bound(tenantId, file.id)),
      added_by: by,
    })
    .execute()
}

const factsSchema = z.object({
  projectId: projectIdSchema,
  expenseId: z.uuid().nullable(),
  dutyKey: z.string().nullable(),
  isRemoved: z.boolean(),
})

/** Whose file it is, also when it was removed. */
export async function findFileFacts(tx: Tx, tenantId: TenantId, id: string) {
  const { rows } =
    await sql`select f.project_id as "projectId", f.expense_id as "expenseId", f.duty_key as "dutyKey", f.removed_at is not null as "isRemoved"
    from project_file f where f.tenant_id = ${tenantId} and f.id = ${id}`.execute(tx)
  return z.array(factsSchema).parse(rows)[0]
}

/** @throws when there is no such file. */
export async function getFile(tx: Tx, tenantId: TenantId, sealer: Sealer, id: string) {
  const row = await tx
    .selectFrom('project_file')
    .select(['file_name', 'media_type', 'sealed'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { fileName: row.file_name, mediaType: row.media_type, bytes: sealer.openBytes(row.sealed, bound(tenantId, id)) }
}

export async function removeFile(tx: Tx, tenantId: TenantId, id: string, reason: string): Promise<void> {
  await sql`update project_file set removed_at = now(), removed_reason = ${reason} where tenant_id = ${tenantId} and id = ${id}`.execute(tx)
}
