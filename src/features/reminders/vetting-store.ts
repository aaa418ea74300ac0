import { sql } from 'kysely'
import { z } from 'zod'
import { daySchema, type Day } from '../../kernel/day.ts'
import { divisionCodeSchema, type ProjectId } from '../../kernel/ids.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { placeWithin } from '../volunteering/register-store.ts'

const rowSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  vetted_until: daySchema,
  community_code: divisionCodeSchema.nullable(),
  community_name: z.string().nullable(),
})

/** Volunteers on the roll whose vetting was done and runs out by a day, or has run out. */
export async function listVettingUntil(tx: Tx, tenantId: TenantId, projectId: ProjectId, reach: Reach, until: Day) {
  const { rows } = await sql`
    select v.id, p.name, v.vetted_until, p.community_code,
      (select d.name from division d where d.tenant_id = ${tenantId} and d.code = p.community_code) as community_name
    from volunteer v join person p on p.tenant_id = ${tenantId} and p.id = v.person_id
    where v.tenant_id = ${tenantId} and v.project_id = ${projectId} and v.ended_on is null and v.vetted_until <= ${until}::date
      and ${placeWithin(reach, sql`v.project_id`, sql`p.community_code`)}
    order by v.vetted_until, v.id limit 2000`.execute(tx)
  return z.array(rowSchema).parse(rows)
}
