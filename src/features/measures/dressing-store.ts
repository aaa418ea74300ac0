import { sql } from 'kysely'
import type { MemberSort } from './schema.ts'
import type { At, Sql } from './source-store.ts'

/** What is shown of the members of one page, looked up by their key in `m`. */
export type Dressing = {
  readonly from: Sql
  readonly personId: Sql
  readonly serviceId: Sql
  readonly name: Sql
  readonly title: Sql
  readonly kind: Sql
  readonly community: Sql
  readonly day: Sql
}

const bare = {
  personId: sql`null::uuid`,
  serviceId: sql`null::uuid`,
  name: sql`null::text`,
  title: sql`null::text`,
  kind: sql`null::text`,
  community: sql`null::text`,
  day: sql`null::date`,
}

const ofService = {
  serviceId: sql`s.id`,
  title: sql`coalesce(s.title, s.number)`,
  kind: sql`s.kind`,
  community: sql`s.community_code`,
  day: sql`s.day`,
}

export function dressingOf(sort: MemberSort, { tenantId, projectId }: At): Dressing {
  const by = (table: string, alias: string, id = 'm.key', key = 'id') =>
    sql`left join ${sql.raw(`${table} ${alias}`)} on ${sql.raw(alias)}.tenant_id = ${tenantId} and ${sql.raw(`${alias}.${key} = ${id}`)}`
  const person = (id: string) => by('person', 'p', id)
  switch (sort) {
    case 'person':
      return { ...bare, from: person('m.key'), personId: sql`p.id`, name: sql`p.name`, community: sql`p.community_code` }
    case 'household':
      return { ...bare, from: by('household', 'o'), name: sql`o.head_name`, title: sql`o.number`, community: sql`o.community_code` }
    case 'attendance':
      return {
        ...ofService,
        from: sql`${by('attendance', 'a')} ${by('service', 's', 'a.service_id')} ${person('a.person_id')}`,
        personId: sql`a.person_id`,
        name: sql`coalesce(p.name, a.written_name)`,
      }
    case 'service':
      return { ...bare, ...ofService, from: by('service', 's') }
    case 'case':
      return {
        ...ofService,
        from: sql`${by('case_file', 'f')} ${by('service', 's', 'f.opening_service_id')} ${person('f.person_id')}`,
        personId: sql`f.person_id`,
        name: sql`p.name`,
        title: sql`f.number`,
        day: sql`f.closed_on`,
      }
    case 'group':
      return { ...bare, from: by('support_group', 'o'), title: sql`coalesce(o.name, o.number)`, community: sql`o.community_code` }
    case 'community':
      return { ...bare, from: by('division', 'o', 'm.key', 'code'), title: sql`o.name`, community: sql`o.code` }
    case 'contribution':
      return {
        ...bare,
        ...ofService,
        from: sql`${by('contribution', 'c')} ${by('service', 's', 'c.service_id')} ${by('organisation', 'o', 'c.organisation_id')}`,
        title: sql`coalesce(o.name, s.title, s.number)`,
      }
    case 'organisation':
      return { ...bare, from: by('organisation', 'o'), title: sql`o.name`, community: sql`o.division_code` }
    case 'registration':
      return {
        ...bare,
        from: sql`${by('registration', 'o')} ${person('o.person_id')}`,
        personId: sql`p.id`,
        name: sql`p.name`,
        title: sql`o.number`,
        community: sql`o.community_code`,
        day: sql`o.registered_on`,
      }
    case 'assessment':
      return {
        ...bare,
        from: sql`${by('assessment', 'o')} ${person('o.person_id')}`,
        personId: sql`p.id`,
        name: sql`p.name`,
        title: sql`o.occasion`,
        community: sql`o.community_code`,
        day: sql`o.day`,
      }
    case 'family':
      return {
        ...bare,
        from: sql`left join lateral (select v.* from volunteer_family v where v.tenant_id = ${tenantId} and v.project_id = ${projectId}
          and v.number = m.key order by v.id limit 1) o on true`,
        name: sql`o.contact_name`,
        title: sql`coalesce(o.name, o.number)`,
        community: sql`o.community_code`,
        day: sql`o.joined_on`,
      }
    case 'lot':
      return {
        ...bare,
        from: sql`left join lateral (select k.item from goods_stock_count k where k.tenant_id = ${tenantId} and k.project_id = ${projectId}
          and k.lot_number = m.key order by k.id limit 1) k on true
          left join lateral (select d.service_id from goods_lot d where d.tenant_id = ${tenantId} and d.project_id = ${projectId}
          and d.number = m.key order by d.service_id limit 1) d on true`,
        serviceId: sql`d.service_id`,
        title: sql`k.item`,
      }
    case 'wish':
      return {
        ...bare,
        from: by('wish', 'o'),
        serviceId: sql`o.service_id`,
        title: sql`o.title`,
        community: sql`o.community_code`,
        day: sql`(o.collected_at at time zone 'Asia/Shanghai')::date`,
      }
    case 'budgetLine':
      return { ...bare, from: by('budget_line', 'o'), title: sql`o.name` }
    case 'expense':
      return { ...bare, from: by('expense', 'o'), title: sql`coalesce(o.purpose, o.voucher)`, day: sql`o.spent_on` }
    case 'estimateLine':
      return { ...bare, from: by('estimate_line', 'o'), title: sql`o.basis` }
  }
}
