import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { ProjectId } from '../../kernel/ids.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { placeWithin } from './register-store.ts'

/** Volunteers and families whose vetting was done and runs out within thirty days of a day, or has run out. */
export async function countVettingSoon(tx: Tx, tenantId: TenantId, projectId: ProjectId, reach: Reach, day: Day): Promise<number> {
  const { rows } = await sql<{ n: number }>`select (
      (select count(distinct v.person_id) from volunteer v join person p on p.tenant_id = v.tenant_id and p.id = v.person_id
        where v.tenant_id = ${tenantId} and v.project_id = ${projectId} and v.ended_on is null and v.vetted_until <= ${day}::date + 30
          and ${placeWithin(reach, sql`v.project_id`, sql`p.community_code`)})
      + (select count(*) from volunteer_family f where f.tenant_id = ${tenantId} and f.project_id = ${projectId} and f.ended_on is null
          and f.vetted_until <= ${day}::date + 30 and ${placeWithin(reach, sql`f.project_id`, sql`f.community_code`)})
    )::int as n`.execute(tx)
  return rows[0]?.n ?? 0
}
