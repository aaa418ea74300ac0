import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { personIdSchema, serviceIdSchema, type PersonId, type ProjectId, type ServiceId } from '../../kernel/ids.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { serviceWithin } from '../ledger/store.ts'
import { acknowledgedSchema, paidSchema } from './income-schema.ts'
import { pieceStateSchema, type Piece } from './schema.ts'

const makerOf = sql`(select a.person_id from attendance a where a.tenant_id = s.tenant_id and a.service_id = s.id and a.part = 'partner' and not a.repeats order by a.id limit 1)`

const pieceSchema = z.object({
  id: serviceIdSchema,
  version: z.int(),
  number: z.string(),
  craft: z.string().nullable(),
  day: daySchema.nullable(),
  communityName: z.string().nullable(),
  makerId: personIdSchema.nullable(),
  maker: z.string().nullable(),
  priceFen: z.number().nullable(),
  state: pieceStateSchema,
  consignedTo: z.string().nullable(),
  shareBasisPoints: z.int().nullable(),
  photos: z.int(),
  saleId: serviceIdSchema.nullable(),
  soldOn: daySchema.nullable(),
  soldFen: z.number().nullable(),
})

async function readPieces(tx: Tx, tenantId: TenantId, where: RawBuilder<unknown>): Promise<Piece[]> {
  const { rows } = await sql`
    select s.id, s.version, c.number, c.craft, s.day, (select v.name from division v where v.tenant_id = s.tenant_id and v.code = s.community_code) as "communityName",
      m.id as "makerId", coalesce(m.name, (select a.written_name from attendance a where a.tenant_id = s.tenant_id and a.service_id = s.id and a.part = 'partner' order by a.id limit 1)) as maker,
      c.price_fen as "priceFen", c.state, coalesce(c.consigned_to, (select coalesce(x.title, x.place, x.number) from service x where x.tenant_id = c.tenant_id and x.id = c.exhibition_id)) as "consignedTo",
      c.share_basis_points as "shareBasisPoints",
      (select count(*)::int from evidence e where e.tenant_id = s.tenant_id and e.service_id = s.id and e.kind = 'photo' and e.removed_at is null) as photos,
      sold.id as "saleId", sold.day as "soldOn", sold.value_fen as "soldFen"
    from craft_piece c join service s on s.tenant_id = c.tenant_id and s.id = c.service_id
    left join person m on m.tenant_id = s.tenant_id and m.id = ${makerOf}
    left join lateral (
      select w.id, w.day, (select sum(g.value_fen) from contribution g where g.tenant_id = w.tenant_id and g.service_id = w.id and g.given = 'sale') as value_fen
      from service w left join craft_sale f on f.tenant_id = w.tenant_id and f.service_id = w.id
      where w.tenant_id = s.tenant_id and w.project_id = s.project_id and w.kind = 'craft_sale' and w.status = 'held' and not w.repeats
        and (f.piece_id = s.id or (f.piece_id is null and w.number = c.number)) order by w.day limit 1) sold on true
    where c.tenant_id = ${tenantId} and s.status = 'held' and not s.repeats and ${where} order by c.number desc, s.id`.execute(tx)
  return z.array(pieceSchema).parse(rows)
}

export const listPieces = (tx: Tx, tenantId: TenantId, projectId: ProjectId, reach: Reach): Promise<Piece[]> =>
  readPieces(tx, tenantId, sql`s.project_id = ${projectId} and ${serviceWithin(reach)}`)

/** A piece, kept from others until the transaction ends, so that it is sold once. */
export async function lockPiece(tx: Tx, tenantId: TenantId, id: ServiceId): Promise<Piece | undefined> {
  await sql`select 1 from craft_piece where tenant_id = ${tenantId} and service_id = ${id} for update`.execute(tx)
  return (await readPieces(tx, tenantId, sql`s.id = ${id}`))[0]
}

const saleSchema = z.object({
  id: serviceIdSchema,
  pieceId: serviceIdSchema.nullable(),
  number: z.string().nullable(),
  craft: z.string().nullable(),
  day: daySchema.nullable(),
  makerId: personIdSchema.nullable(),
  priceFen: z.number(),
  incomeFen: z.number(),
  paid: paidSchema,
  paymentId: z.uuid().nullable(),
  paidOn: daySchema.nullable(),
  acknowledgedBy: z.string().nullable(),
  acknowledgedHow: acknowledgedSchema.nullable(),
  keptAt: z.string().nullable(),
})
export type ReadSale = z.output<typeof saleSchema>

async function readSales(tx: Tx, tenantId: TenantId, where: RawBuilder<unknown>): Promise<ReadSale[]> {
  const given = (what: string) =>
    sql`coalesce((select sum(g.value_fen) from contribution g where g.tenant_id = s.tenant_id and g.service_id = s.id and g.given = ${what}), 0)`
  const { rows } = await sql`
    select s.id, f.piece_id as "pieceId", s.number, s.title as craft, s.day, ${makerOf} as "makerId", coalesce(f.price_fen, ${given('sale')}) as "priceFen", coalesce(f.income_fen, ${given('income')}) as "incomeFen",
      case when f.service_id is null then 'book' when f.payment_id is null then 'due' else 'paid' end as paid, f.payment_id as "paymentId",
      p.paid_on as "paidOn", p.acknowledged_by as "acknowledgedBy", p.acknowledged_how as "acknowledgedHow", p.kept_at as "keptAt"
    from service s left join craft_sale f on f.tenant_id = s.tenant_id and f.service_id = s.id
    left join craft_payment p on p.tenant_id = f.tenant_id and p.id = f.payment_id
    where s.tenant_id = ${tenantId} and s.kind = 'craft_sale' and s.status = 'held' and not s.repeats and ${where} order by s.day, s.number, s.id`.execute(
    tx,
  )
  return z.array(saleSchema).parse(rows)
}

export const listSales = (tx: Tx, tenantId: TenantId, projectId: ProjectId, reach: Reach): Promise<ReadSale[]> =>
  readSales(tx, tenantId, sql`s.project_id = ${projectId} and ${serviceWithin(reach)}`)

export const listSalesOf = (tx: Tx, tenantId: TenantId, projectId: ProjectId, personId: PersonId): Promise<ReadSale[]> =>
  readSales(tx, tenantId, sql`s.project_id = ${projectId} and ${makerOf} = ${personId}::uuid`)

/** Sales by their ids, kept from others until the transaction ends, so that none is paid twice. */
export async function lockSales(tx: Tx, tenantId: TenantId, ids: readonly ServiceId[]): Promise<ReadSale[]> {
  await sql`select 1 from craft_sale where tenant_id = ${tenantId} and service_id = any(${ids}::uuid[]) order by service_id for update`.execute(
    tx,
  )
  return readSales(tx, tenantId, sql`s.id = any(${ids}::uuid[])`)
}

export const listSalesOfPayment = (tx: Tx, tenantId: TenantId, paymentId: string): Promise<ReadSale[]> =>
  readSales(tx, tenantId, sql`f.payment_id = ${paymentId}::uuid`)

/** Who took part in craft lessons or made a piece, with how many lessons. */
export async function listLearners(
  tx: Tx,
  tenantId: TenantId,
  projectId: ProjectId,
  reach: Reach,
): Promise<{ personId: PersonId; name: string; lessons: number }[]> {
  const { rows } = await sql`
    select p.id as "personId", p.name, (count(distinct s.id) filter (where s.kind = 'craft_lesson'))::int as lessons
    from service s join attendance a on a.tenant_id = s.tenant_id and a.service_id = s.id and not a.repeats
    join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
    where s.tenant_id = ${tenantId} and s.project_id = ${projectId} and s.status = 'held' and not s.repeats and ${serviceWithin(reach)}
      and ((s.kind = 'craft_lesson' and a.part = 'beneficiary') or (s.kind = 'craft_piece' and a.part = 'partner'))
    group by p.id, p.name, p.pinyin order by p.pinyin, p.id`.execute(tx)
  return z.array(z.object({ personId: personIdSchema, name: z.string(), lessons: z.int() })).parse(rows)
}

export async function listExhibitions(
  tx: Tx,
  tenantId: TenantId,
  projectId: ProjectId,
  reach: Reach,
): Promise<{ id: ServiceId; name: string }[]> {
  const { rows } = await sql`select s.id, concat_ws(' ', s.title, s.number, s.place, s.day::text) as name from service s
    where s.tenant_id = ${tenantId} and s.project_id = ${projectId} and s.kind = 'exhibition' and s.status in ('held', 'planned') and ${serviceWithin(reach)} order by s.day desc`.execute(
    tx,
  )
  return z.array(z.object({ id: serviceIdSchema, name: z.string() })).parse(rows)
}

export async function getName(tx: Tx, tenantId: TenantId, id: PersonId): Promise<string> {
  const row = await tx.selectFrom('person').select('name').where('tenant_id', '=', tenantId).where('id', '=', id).executeTakeFirstOrThrow()
  return row.name
}
