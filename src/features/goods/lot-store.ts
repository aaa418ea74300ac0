import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { divisionCodeSchema, organisationIdSchema, serviceIdSchema, type ProjectId, type ServiceId } from '../../kernel/ids.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { serviceWithin } from '../ledger/store.ts'
import { categorySchema, conditionSchema, donorKindSchema, receiptKindSchema, valuedBySchema, type LotRow } from './lot-schema.ts'

const readSchema = z.object({
  id: serviceIdSchema,
  version: z.int(),
  number: z.string(),
  item: z.string(),
  unit: z.string().nullable(),
  category: categorySchema.nullable(),
  donor_kind: donorKindSchema.nullable(),
  donor_id: organisationIdSchema.nullable(),
  donor_name: z.string().nullable(),
  organisation: z.string().nullable(),
  may_be_named: z.boolean().nullable(),
  spec: z.string().nullable(),
  batch_code: z.string().nullable(),
  unit_price_fen: z.number().nullable(),
  valued_by: valuedBySchema.nullable(),
  value_note: z.string().nullable(),
  value_fen: z.number().nullable(),
  condition: conditionSchema.nullable(),
  checked_by: z.string().nullable(),
  restricted_to: z.string().nullable(),
  receipt_kind: receiptKindSchema.nullable(),
  receipt_number: z.string().nullable(),
  received_by: z.string().nullable(),
  low_at: z.number().nullable(),
  community_code: divisionCodeSchema.nullable(),
  community_name: z.string().nullable(),
  received_on: daySchema.nullable(),
  expires_on: daySchema.nullable(),
  quantity: z.number(),
  book_out: z.number(),
  book_lines: z.int(),
  chain_seq: z.number().nullable(),
  chain_handed_out: z.number().nullable(),
  chain_book_out: z.number(),
  chain_lost: z.number().nullable(),
  households: z.int(),
  count_received: z.number().nullable(),
  count_handed_out: z.number().nullable(),
  count_remaining: z.number().nullable(),
  count_damaged: z.number().nullable(),
})
export type ReadLot = z.output<typeof readSchema>

/** The hand-outs of a lot `d`: those of lists name it, those of a book bear its number in its project. */
const handOutsOf = sql`goods_hand_out o join service h on h.tenant_id = o.tenant_id and h.id = o.service_id
  where o.tenant_id = d.tenant_id and h.project_id = d.project_id and h.status = 'held' and not h.repeats
    and (o.lot_id = d.service_id or (o.lot_id is null and o.lot_number = d.number))`

/** What went from stock to people by the book, less what came back by it. */
const bookOutOf = sql`coalesce((select sum(m.quantity * ((m.to_account = 'handed_out')::int - (m.from_account = 'handed_out')::int))
  from goods_movement m where m.tenant_id = d.tenant_id and m.lot_id = d.service_id and m.cause = 'book'), 0)`

async function readLots(tx: Tx, tenantId: TenantId, where: RawBuilder<unknown>): Promise<ReadLot[]> {
  const { rows } = await sql`
    select d.service_id as id, s.version, d.number, d.item, d.unit, d.category, d.donor_kind, d.donor_id, d.donor_name, g.name as organisation,
      d.may_be_named, d.spec, d.batch_code, d.unit_price_fen, d.valued_by, d.value_note, gift.value_fen, d.condition, d.checked_by,
      d.restricted_to, d.receipt_kind, d.receipt_number, d.received_by, d.low_at, s.community_code,
      (select v.name from division v where v.tenant_id = d.tenant_id and v.code = s.community_code) as community_name,
      s.day as received_on, d.expires_on, d.quantity,
      coalesce(book.quantity, 0) as book_out, coalesce(book.lines, 0)::int as book_lines,
      chain.seq as chain_seq, chain.handed_out as chain_handed_out, chain.lost as chain_lost,
      case when chain.seq is null then 0 else ${bookOutOf} end as chain_book_out,
      (select count(distinct coalesce(a.household_id, a.person_id))::int from attendance a join (select o.service_id as given from ${handOutsOf}) x on x.given = a.service_id
        where a.tenant_id = d.tenant_id and a.part = 'beneficiary' and not a.repeats) as households,
      k.received as count_received, k.handed_out as count_handed_out, k.remaining as count_remaining, k.damaged as count_damaged
    from goods_lot d
    join service s on s.tenant_id = d.tenant_id and s.id = d.service_id
    left join organisation g on g.tenant_id = d.tenant_id and g.id = d.donor_id
    left join lateral (select sum(h.quantity) as quantity, count(*) as lines from ${handOutsOf} and o.lot_id is null) book on true
    left join lateral (select m.seq, m.handed_out, m.lost from goods_movement m where m.tenant_id = d.tenant_id and m.lot_id = d.service_id order by m.seq desc limit 1) chain on true
    left join lateral (select sum(c.value_fen) as value_fen from contribution c where c.tenant_id = d.tenant_id and c.service_id = d.service_id and c.given = 'goods') gift on true
    left join lateral (select n.received, n.handed_out, n.remaining, n.damaged from goods_stock_count n
      where n.tenant_id = d.tenant_id and n.project_id = d.project_id and n.lot_number = d.number order by n.id desc limit 1) k on true
    where d.tenant_id = ${tenantId} and s.status = 'held' and not s.repeats and ${where}
    order by s.day desc nulls last, d.number desc, d.service_id`.execute(tx)
  return z.array(readSchema).parse(rows)
}

/** A lot's totals: what its chain says, or where it has none what the books say; lines that a book brought since are in it. */
export function totalsOf(lot: ReadLot) {
  const handedOut = lot.chain_handed_out === null ? lot.book_out : lot.chain_handed_out + lot.book_out - lot.chain_book_out
  const lost = lot.chain_lost ?? lot.count_damaged ?? 0
  return { received: lot.quantity, handedOut, lost, stock: lot.quantity - handedOut - lost }
}

export const toRow = (lot: ReadLot): LotRow => ({
  id: lot.id,
  version: lot.version,
  number: lot.number,
  item: lot.item,
  unit: lot.unit,
  category: lot.category,
  donorKind: lot.donor_kind ?? (lot.donor_id === null ? null : 'organisation'),
  donor: lot.organisation ?? lot.donor_name,
  communityCode: lot.community_code,
  communityName: lot.community_name,
  receivedOn: lot.received_on,
  expiresOn: lot.expires_on,
  lowAt: lot.low_at,
  restrictedTo: lot.restricted_to,
  ...totalsOf(lot),
  valueFen: lot.value_fen,
  households: lot.households,
  count:
    lot.count_remaining === null
      ? null
      : {
          received: lot.count_received ?? lot.quantity,
          handedOut: lot.count_handed_out ?? 0,
          remaining: lot.count_remaining,
          lost: lot.count_damaged ?? 0,
        },
})

/** A project's lots that may be seen: those of the communities within reach, and those of the whole project. */
export const listLots = (tx: Tx, tenantId: TenantId, projectId: ProjectId, reach: Reach): Promise<ReadLot[]> =>
  readLots(tx, tenantId, sql`d.project_id = ${projectId} and (s.community_code is null or ${serviceWithin(reach)})`)

export async function findLot(tx: Tx, tenantId: TenantId, id: ServiceId): Promise<ReadLot | undefined> {
  return (await readLots(tx, tenantId, sql`d.service_id = ${id}`))[0]
}

/** How far what a donor gave got, without names: households counted once over all its lots' hand-outs. */
export async function reachOfLot(
  tx: Tx,
  tenantId: TenantId,
  id: ServiceId,
): Promise<{ households: number; persons: number; communities: string[]; from: string | null; to: string | null }> {
  const { rows } = await sql`
    with given as (select h.id, h.day, h.community_code from goods_lot d, lateral (select h.* from ${handOutsOf}) h where d.tenant_id = ${tenantId} and d.service_id = ${id})
    select
      (select count(distinct coalesce(a.household_id, a.person_id))::int from given g join attendance a on a.tenant_id = ${tenantId} and a.service_id = g.id where a.part = 'beneficiary' and not a.repeats) as households,
      (select count(distinct a.person_id)::int from given g join attendance a on a.tenant_id = ${tenantId} and a.service_id = g.id where a.part = 'beneficiary' and not a.repeats) as persons,
      (select coalesce(json_agg(distinct v.name), '[]'::json) from given g join division v on v.tenant_id = ${tenantId} and v.code = g.community_code) as communities,
      (select min(g.day) from given g) as "from", (select max(g.day) from given g) as "to"`.execute(tx)
  return z
    .object({
      households: z.int(),
      persons: z.int(),
      communities: z.array(z.string()),
      from: daySchema.nullable(),
      to: daySchema.nullable(),
    })
    .parse(rows[0])
}
