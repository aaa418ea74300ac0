import { sql } from 'kysely'
import { z } from 'zod'
import { daySchema, type Day } from '../../kernel/day.ts'
import type { AccountId, ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { charitySchema, reportsSchema, type CourseSettings } from './schema.ts'

const settingsSchema = z.object({ reports: reportsSchema, reportDays: z.int(), charity: charitySchema.nullable(), version: z.int() })

/** By which rules a project's duties are reckoned; version 0 when nobody has said. */
export async function getSettings(tx: Tx, tenantId: TenantId, projectId: ProjectId): Promise<CourseSettings & { version: number }> {
  const { rows } = await sql`select c.reports, c.report_days as "reportDays", c.charity, c.version from project_course c
    where c.tenant_id = ${tenantId} and c.project_id = ${projectId}`.execute(tx)
  return z.array(settingsSchema).parse(rows)[0] ?? { reports: 'monthly', reportDays: 10, charity: null, version: 0 }
}

/** Whether they stood at this version. */
export async function saveSettings(
  tx: Tx,
  tenantId: TenantId,
  of: { projectId: ProjectId; version: number },
  settings: CourseSettings,
): Promise<boolean> {
  const { rows } = await sql`insert into project_course as c (tenant_id, project_id, reports, report_days, charity, version)
    select ${tenantId}, ${of.projectId}, ${settings.reports}, ${settings.reportDays}, ${settings.charity}, 1
    where ${of.version} = 0 or exists (select 1 from project_course x where x.tenant_id = ${tenantId} and x.project_id = ${of.projectId})
    on conflict (tenant_id, project_id) do update
      set reports = excluded.reports, report_days = excluded.report_days, charity = excluded.charity, version = c.version + 1
      where c.version = ${of.version} returning 1`.execute(tx)
  return rows.length === 1
}

const dutySchema = z.object({
  key: z.string(),
  title: z.string().nullable(),
  dueOn: daySchema.nullable(),
  doneOn: daySchema.nullable(),
  doneBy: z.string().nullable(),
  note: z.string().nullable(),
  dismissed: z.string().nullable(),
  version: z.int(),
  updatedAt: z.date(),
})
export type KeptDuty = z.infer<typeof dutySchema>

/** What became of a project's duties, and those of its own. */
export async function listKept(tx: Tx, tenantId: TenantId, projectId: ProjectId): Promise<KeptDuty[]> {
  const { rows } =
    await sql`select d.key, d.title, d.due_on as "dueOn", d.done_on as "doneOn", d.note, d.dismissed_reason as dismissed, d.version,
      d.updated_at as "updatedAt", (select a.display_name from account a where a.tenant_id = ${tenantId} and a.id = d.done_by) as "doneBy"
    from project_duty d where d.tenant_id = ${tenantId} and d.project_id = ${projectId} order by d.key`.execute(tx)
  return z.array(dutySchema).parse(rows)
}

type Becomes = {
  readonly title: string | null
  readonly dueOn: Day | null
  readonly doneOn: Day | null
  readonly doneBy: AccountId | null
  readonly note: string | null
  readonly dismissed: string | null
}

/** Writes what becomes of a duty; version 0: nothing was written of it yet. Whether it stood at this version. */
export async function saveDuty(
  tx: Tx,
  tenantId: TenantId,
  of: { projectId: ProjectId; key: string; version: number },
  duty: Becomes,
): Promise<boolean> {
  const columns = {
    title: duty.title,
    due_on: duty.dueOn,
    done_on: duty.doneOn,
    done_by: duty.doneBy,
    note: duty.note,
    dismissed_reason: duty.dismissed,
  }
  if (of.version === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('project_duty')
      .values({ tenant_id: tenantId, project_id: of.projectId, key: of.key, ...columns })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow()
    return numInsertedOrUpdatedRows === 1n
  }
  const changed = await tx
    .updateTable('project_duty')
    .set({ ...columns, version: of.version + 1, updated_at: sql<Date>`now()` })
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', of.projectId)
    .where('key', '=', of.key)
    .where('version', '=', of.version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}
