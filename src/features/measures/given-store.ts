import { sql } from 'kysely'
import { z } from 'zod'
import { personIdSchema, serviceIdSchema, type PersonId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { withinReach } from '../people/store.ts'
import { dressingOf } from './dressing-store.ts'
import type { Seen } from './member-store.ts'
import type { MemberSort } from './schema.ts'
import type { At } from './source-store.ts'

const rowSchema = z.object({
  id: z.string(),
  person_id: personIdSchema.nullable(),
  service_id: serviceIdSchema.nullable(),
  name: z.string().nullable(),
  title: z.string().nullable(),
  community: z.string().nullable(),
  day: z.string().nullable(),
  known: z.boolean(),
  inside: z.boolean(),
  merged_id: personIdSchema.nullable(),
  merged_name: z.string().nullable(),
})

export type Given = {
  readonly id: string
  readonly personId: PersonId | null
  readonly serviceId: z.output<typeof serviceIdSchema> | null
  readonly name: string | null
  readonly title: string | null
  readonly community: string | null
  readonly day: string | null
  /** Whether there is such a record still. */
  readonly known: boolean
  /** Whether the caller may see it. */
  readonly inside: boolean
  /** Of a person: the file that it was merged into, at the end. */
  readonly mergedInto: { readonly id: PersonId; readonly name: string } | null
}

/** Members that are named by their ids, whether or not a measure counts them now. Whoever was merged is seen as the file that was kept. */
export async function listGiven(tx: Tx, sort: MemberSort, at: At, ids: readonly string[], seen: Seen): Promise<Given[]> {
  if (ids.length === 0) return []
  const { tenantId } = at
  const { from, personId, serviceId, name, title, community, day } = dressingOf(sort, at)
  const isText = sort === 'community' || sort === 'family' || sort === 'lot'
  const kept = sql`coalesce(q.id, d.person_id)`
  const inside =
    seen === 'all'
      ? sql`true`
      : sql`case when d.person_id is null then coalesce(d.community_code = any(${[...seen.communities]}::text[]), false)
          else ${kept} in (select p.id from person p where p.tenant_id = ${tenantId} and ${withinReach(tenantId, seen.reach)}) end`
  const { rows } = await sql`with dressed as (
      select m.key::text as id, ${personId} as person_id, ${serviceId} as service_id, ${name} as name, ${title} as title,
        ${community} as community_code, ${day} as day
      from unnest(${[...ids]}::${sql.raw(isText ? 'text[]' : 'uuid[]')}) m (key) ${from}
    )
    select d.id, d.person_id, d.service_id, d.name, d.title, place.name as community, d.day::text as day,
      coalesce(d.person_id::text, d.service_id::text, d.name, d.title, d.community_code) is not null as known, ${inside} as inside,
      q.id as merged_id, q.name as merged_name
    from dressed d
    left join division place on place.tenant_id = ${tenantId} and place.code = d.community_code
    left join lateral (${keptFileOf(tenantId)}) q on true
    order by d.day nulls last, d.name, d.title, d.id`.execute(tx)
  return z
    .array(rowSchema)
    .parse(rows)
    .map((row) => ({
      id: row.id,
      personId: row.person_id,
      serviceId: row.service_id,
      name: row.name,
      title: row.title,
      community: row.community,
      day: row.day,
      known: row.known,
      inside: row.inside,
      mergedInto: row.merged_id === null || row.merged_name === null ? null : { id: row.merged_id, name: row.merged_name },
    }))
}

/** The file at the end of a person's merges; nothing for a file that was not merged. */
const keptFileOf = (tenantId: TenantId) => sql`with recursive next as (
    select p.merged_into as id from person p where p.tenant_id = ${tenantId} and p.id = d.person_id and p.merged_into is not null
    union
    select p.merged_into from next n join person p on p.tenant_id = ${tenantId} and p.id = n.id where p.merged_into is not null
  )
  select p.id, p.name from next n join person p on p.tenant_id = ${tenantId} and p.id = n.id where p.merged_into is null`
