import { sql } from 'kysely'
import { z } from 'zod'
import { daySchema, type Day } from '../../kernel/day.ts'
import { divisionCodeSchema, projectIdSchema, type ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'

/** Takes the day: false when its duties have been told already, by this server or another. */
export async function takeDay(tx: Tx, tenantId: TenantId, day: Day): Promise<boolean> {
  const { rows } =
    await sql`insert into reminder_day (tenant_id, day) values (${tenantId}, ${day}::date) on conflict do nothing returning day`.execute(tx)
  return rows.length === 1
}

export async function noteTold(tx: Tx, tenantId: TenantId, day: Day, told: number): Promise<void> {
  await sql`update reminder_day set told = ${told} where tenant_id = ${tenantId} and day = ${day}::date`.execute(tx)
}

const projectSchema = z.object({
  id: projectIdSchema,
  startsOn: daySchema,
  endsOn: daySchema,
  communities: z.array(z.object({ code: divisionCodeSchema, name: z.string() })),
})

/** Projects that run on a day, with their communities. */
export async function listRunning(tx: Tx, tenantId: TenantId, day: Day): Promise<z.infer<typeof projectSchema>[]> {
  const { rows } = await sql`
    select p.id, p.starts_on as "startsOn", p.ends_on as "endsOn",
      (select coalesce(json_agg(json_build_object('code', c.community_code, 'name', d.name) order by c.community_code), '[]'::json)
        from project_community c join division d on d.tenant_id = ${tenantId} and d.code = c.community_code
        where c.tenant_id = ${tenantId} and c.project_id = p.id) as communities
    from project p where p.tenant_id = ${tenantId} and ${day}::date between p.starts_on and p.ends_on order by p.id`.execute(tx)
  return z.array(projectSchema).parse(rows)
}

/** Notices of duties that are no longer open are done for everybody. */
export async function settleOthers(tx: Tx, tenantId: TenantId, projectId: ProjectId, open: readonly string[]): Promise<void> {
  await sql`update notice set done_at = now(), read_at = coalesce(read_at, now())
    where tenant_id = ${tenantId} and project_id = ${projectId} and code like 'due.%' and done_at is null and not (matter = any(${open}::text[]))`.execute(
    tx,
  )
}
