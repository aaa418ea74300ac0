import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { daySchema, type Day } from '../../kernel/day.ts'
import {
  divisionCodeSchema,
  projectIdSchema,
  serviceIdSchema,
  type AccountId,
  type DivisionCode,
  type PersonId,
  type ProjectId,
  type ServiceId,
} from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { RoundRow } from './round-schema.ts'

const roundSchema = z.object({
  id: z.uuid(),
  project_id: projectIdSchema,
  version: z.int(),
  title: z.string(),
  day: daySchema,
  lot_id: serviceIdSchema,
  item: z.string(),
  unit: z.string().nullable(),
  each: z.number(),
  community_code: divisionCodeSchema,
  community_name: z.string(),
  place: z.string(),
  fits_use: z.boolean(),
  sheet_kept_at: z.string().nullable(),
  closed: z.boolean(),
  shares: z.int(),
  handed: z.int(),
  by_relatives: z.int(),
})
export type ReadRound = z.output<typeof roundSchema>

async function readRounds(tx: Tx, tenantId: TenantId, where: RawBuilder<unknown>): Promise<ReadRound[]> {
  const key = sql`coalesce(e.household_id, e.id)`
  const { rows } = await sql`
    select r.id, r.project_id, r.version, r.title, r.day, r.lot_id, d.item, d.unit, r.each, r.community_code, v.name as community_name, r.place, r.fits_use, r.sheet_kept_at,
      r.closed_at is not null as closed, c.shares, c.handed,
      (select count(*)::int from goods_hand_out o join service s on s.tenant_id = o.tenant_id and s.id = o.service_id
        where o.tenant_id = r.tenant_id and o.round_id = r.id and o.taken_relation is not null and s.status = 'held') as by_relatives
    from goods_round r join goods_lot d on d.tenant_id = r.tenant_id and d.service_id = r.lot_id
    join division v on v.tenant_id = r.tenant_id and v.code = r.community_code
    cross join lateral (select count(distinct ${key})::int as shares, count(distinct e.service_id)::int as handed
      from goods_recipient e where e.tenant_id = r.tenant_id and e.round_id = r.id and e.removed_reason is null) c
    where r.tenant_id = ${tenantId} and ${where} order by r.day desc, r.created_at desc`.execute(tx)
  return z.array(roundSchema).parse(rows)
}

export const toRoundRow = (row: ReadRound): RoundRow => ({
  id: row.id,
  title: row.title,
  day: row.day,
  lotId: row.lot_id,
  item: row.item,
  unit: row.unit,
  each: row.each,
  communityCode: row.community_code,
  communityName: row.community_name,
  shares: row.shares,
  handed: row.handed,
  byRelatives: row.by_relatives,
  closed: row.closed,
})

export const listRounds = (
  tx: Tx,
  tenantId: TenantId,
  projectId: ProjectId,
  communities: readonly DivisionCode[] | undefined,
): Promise<ReadRound[]> =>
  readRounds(
    tx,
    tenantId,
    sql`r.project_id = ${projectId} and ${communities === undefined ? sql`true` : sql`r.community_code = any(${communities}::text[])`}`,
  )

export const listRoundsOfLot = (tx: Tx, tenantId: TenantId, lotId: ServiceId): Promise<ReadRound[]> =>
  readRounds(tx, tenantId, sql`r.lot_id = ${lotId}`)

export async function findRound(tx: Tx, tenantId: TenantId, id: string): Promise<ReadRound | undefined> {
  return (await readRounds(tx, tenantId, sql`r.id = ${id}::uuid`))[0]
}

type NewRound = {
  id: string
  projectId: ProjectId
  lotId: ServiceId
  communityCode: DivisionCode
  title: string
  day: Day
  place: string
  each: number
  fitsUse: boolean
}

export async function addRound(tx: Tx, tenantId: TenantId, round: NewRound, by: AccountId): Promise<void> {
  await tx
    .insertInto('goods_round')
    .values({
      tenant_id: tenantId,
      id: round.id,
      project_id: round.projectId,
      lot_id: round.lotId,
      community_code: round.communityCode,
      title: round.title,
      day: round.day,
      place: round.place,
      each: round.each,
      fits_use: round.fitsUse,
      created_by: by,
    })
    .execute()
}

export async function setClosed(
  tx: Tx,
  tenantId: TenantId,
  round: { id: string; version: number; closed: boolean; sheetKeptAt: string | null },
): Promise<boolean> {
  const { rows } =
    await sql`update goods_round set closed_at = ${round.closed ? sql`now()` : sql`null`}, sheet_kept_at = ${round.sheetKeptAt}, version = version + 1
    where tenant_id = ${tenantId} and id = ${round.id}::uuid and version = ${round.version} returning id`.execute(tx)
  return rows.length === 1
}

/** Puts people on a list, each once; how many came new. */
export async function addRecipients(
  tx: Tx,
  tenantId: TenantId,
  roundId: string,
  people: readonly { id: string; personId: PersonId }[],
  by: AccountId,
): Promise<number> {
  const { rows } = await sql`
    insert into goods_recipient (tenant_id, id, round_id, person_id, recorded_person_id, household_id, added_by)
    select ${tenantId}, n.id, ${roundId}::uuid, n.person_id, n.person_id, p.household_id, ${by}::uuid
    from unnest(${people.map((one) => one.id)}::uuid[], ${people.map((one) => one.personId)}::uuid[]) as n (id, person_id)
    join person p on p.tenant_id = ${tenantId} and p.id = n.person_id
    where not exists (select 1 from goods_recipient e where e.tenant_id = ${tenantId} and e.round_id = ${roundId}::uuid and e.person_id = n.person_id and e.removed_reason is null)
    returning id`.execute(tx)
  return rows.length
}
