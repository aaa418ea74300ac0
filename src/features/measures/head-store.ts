import { sql } from 'kysely'
import type { TenantId } from '../../server/db.ts'
import type { MemberSort } from './schema.ts'
import type { Sql } from './source-store.ts'

/** How members of one sort are put in order, and by what they are compared with what the caller may see. */
export type Head = {
  /** The person that a member is or is about: seen by whoever may see that person. */
  readonly person?: Sql
  /** Where a member lies: what decides for those that are about no person. */
  readonly community: Sql
  /** The order of the list; the key follows, so that pages never overlap. */
  readonly order: readonly [Sql, Sql]
  /** Members counted once however many rows they have: the table they are looked up in, as `e`, the member being `m`. */
  readonly lookup?: Sql
  /** Members that are no record of their own: their place, out of their rows. */
  readonly place?: Sql
}

const none = sql`null::text`

export function headOf(sort: MemberSort, tenantId: TenantId): Head {
  const lookup = (table: string, key = 'id') => sql`join ${sql.raw(table)} e on e.tenant_id = ${tenantId} and e.${sql.raw(key)} = m.key`
  switch (sort) {
    case 'person':
      return { person: sql`e.id`, community: none, order: [sql`e.pinyin`, sql`e.name`], lookup: lookup('person') }
    case 'household':
      return { community: sql`e.community_code`, order: [sql`e.community_code`, sql`e.number`], lookup: lookup('household') }
    case 'group':
      return { community: sql`e.community_code`, order: [sql`e.number`, sql`e.name`], lookup: lookup('support_group') }
    case 'community':
      return { community: sql`e.code`, order: [none, none], lookup: lookup('division', 'code') }
    case 'organisation':
      return { community: none, order: [sql`e.name`, none], lookup: lookup('organisation') }
    case 'family':
      return { community: sql`m.place`, order: [none, none], place: sql`min(v.community_code)` }
    case 'lot':
      return { community: none, order: [none, none], place: none }
    case 'wish':
      return { community: sql`w.community_code`, order: [sql`w.community_code`, sql`w.collected_at::text`] }
    case 'attendance':
      return { person: sql`a.person_id`, community: sql`s.community_code`, order: [sql`s.day`, sql`s.id`] }
    case 'service':
    case 'contribution':
      return { community: sql`s.community_code`, order: [sql`s.day`, sql`s.number`] }
    case 'case':
      return { person: sql`f.person_id`, community: sql`s.community_code`, order: [sql`f.number`, none] }
    case 'registration':
      return { person: sql`e.person_id`, community: none, order: [sql`e.community_code`, sql`e.number`] }
    case 'assessment':
      return { person: sql`x.person_id`, community: none, order: [sql`x.occasion`, sql`x.day`] }
    case 'budgetLine':
      return { community: none, order: [sql`b.position`, none] }
    case 'expense':
      return { community: none, order: [sql`y.spent_on`, sql`y.voucher`] }
    case 'estimateLine':
      return { community: none, order: [sql`l.position`, none] }
  }
}
