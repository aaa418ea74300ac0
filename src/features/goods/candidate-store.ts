import { sql } from 'kysely'
import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { householdIdSchema, personIdSchema } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { hardshipCodeSchema } from '../people/hardship-schema.ts'
import type { Candidate } from './round-schema.ts'
import type { ReadRound } from './round-store.ts'

/** The hardship labels in force of a person `p`. */
export const labelsOf = sql`(select coalesce(json_agg(distinct l.code), '[]'::json) from hardship_label l where l.tenant_id = p.tenant_id and l.person_id = p.id and l.ended_on is null)`

const candidateSchema = z.object({
  person_id: personIdSchema,
  household_id: householdIdSchema.nullable(),
  household_number: z.string().nullable(),
  name: z.string(),
  labels: z.array(hardshipCodeSchema),
  last_on: daySchema.nullable(),
  last_item: z.string().nullable(),
  needs: z.array(z.string()),
})

/** Elders registered in a list's community who are not on it, by household, with what speaks for them. */
export async function listCandidates(tx: Tx, tenantId: TenantId, round: ReadRound): Promise<Omit<Candidate, 'points'>[]> {
  const { rows } = await sql`
    select p.id as person_id, p.household_id, w.number as household_number, p.name, ${labelsOf} as labels, l.day as last_on, l.title as last_item,
      (select coalesce(json_agg(distinct coalesce(d.need, '')), '[]'::json) from need n left join project_need d on d.tenant_id = n.tenant_id and d.id = n.domain_id
        where n.tenant_id = p.tenant_id and n.person_id = p.id and n.project_id = ${round.project_id} and n.state in ('open', 'inHand')) as needs
    from person p
    left join household w on w.tenant_id = p.tenant_id and w.id = p.household_id
    left join lateral (select s.day, s.title from attendance a join service s on s.tenant_id = a.tenant_id and s.id = a.service_id
      where a.tenant_id = p.tenant_id and a.person_id = p.id and a.part = 'beneficiary' and s.kind = 'hand_out' and s.status = 'held'
      order by s.day desc nulls last limit 1) l on true
    where p.tenant_id = ${tenantId} and p.merged_into is null and p.deceased_on is null
      and exists (select 1 from registration g where g.tenant_id = p.tenant_id and g.person_id = p.id and g.project_id = ${round.project_id} and g.part = 'elder' and g.community_code = ${round.community_code})
      and not exists (select 1 from goods_recipient e where e.tenant_id = p.tenant_id and e.round_id = ${round.id}::uuid and e.person_id = p.id and e.removed_reason is null)
    order by p.pinyin, p.id`.execute(tx)
  const byHousehold = Map.groupBy(z.array(candidateSchema).parse(rows), (row) => row.household_id ?? row.person_id)
  return [...byHousehold.values()].flatMap((members) => {
    const [first] = members
    if (first === undefined) return []
    const last = members.toSorted((one, other) => (other.last_on ?? '').localeCompare(one.last_on ?? ''))[0]
    return [
      {
        personIds: members.map((one) => one.person_id),
        householdId: first.household_id,
        householdNumber: first.household_number,
        names: members.map((one) => one.name),
        labels: [...new Set(members.flatMap((one) => one.labels))],
        lastOn: last?.last_on ?? null,
        lastItem: last?.last_item ?? null,
        needs: [...new Set(members.flatMap((one) => one.needs))],
      },
    ]
  })
}
