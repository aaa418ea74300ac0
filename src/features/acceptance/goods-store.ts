import { sql } from 'kysely'
import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { evidenceIdSchema, serviceIdSchema, type ProjectId } from '../../kernel/ids.ts'
import { maskedName } from '../../kernel/masks.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Goods, Period } from './facts-schema.ts'

const handOutSchema = z.object({
  id: serviceIdSchema,
  day: daySchema.nullable(),
  community: z.string().nullable(),
  receivers: z.array(z.string()),
  item: z.string().nullable(),
  quantity: z.coerce.number().nullable(),
  unit: z.string().nullable(),
  lot: z.string().nullable(),
  takenBy: z.string().nullable(),
  receipt: z.string().nullable(),
  evidence: z.array(
    z.object({
      id: evidenceIdSchema,
      kind: z.string(),
      title: z.string().nullable(),
      sha256: z.string(),
      bytes: z.number(),
      mediaType: z.string(),
      publishable: z.boolean(),
    }),
  ),
})

const stockSchema = z.object({
  lot: z.string(),
  item: z.string().nullable(),
  received: z.coerce.number(),
  handedOut: z.coerce.number(),
  remaining: z.coerce.number(),
  damaged: z.coerce.number(),
})

/** What was given to whom in a period, by day, with the receipts that were filed; and the stock that was counted. */
export async function findGoods(tx: Tx, tenantId: TenantId, projectId: ProjectId, period: Period, named: boolean): Promise<Goods> {
  const handOuts = await sql`
    select s.id, s.day, d.name as community, s.quantity, s.unit, coalesce(g.item, s.title) as item, g.lot_number as lot,
      g.taken_by as "takenBy", g.receipt,
      coalesce((select array_agg(p.name order by p.name, p.id) from attendance a
        join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
        where a.tenant_id = s.tenant_id and a.service_id = s.id and not a.repeats and a.part in ('beneficiary', 'carer')), '{}') as receivers,
      coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'kind', v.kind, 'title', v.title, 'sha256', v.sha256, 'bytes', v.bytes,
        'mediaType', v.media_type, 'publishable', v.publishable) order by v.kind, v.title, v.sha256, v.id)
        from evidence v where v.tenant_id = s.tenant_id and v.service_id = s.id and v.removed_at is null), '[]') as evidence
    from service s
    left join goods_hand_out g on g.tenant_id = s.tenant_id and g.service_id = s.id
    left join division d on d.tenant_id = s.tenant_id and d.code = s.community_code
    where s.tenant_id = ${tenantId} and s.project_id = ${projectId} and s.kind = 'hand_out' and s.status = 'held' and not s.repeats
      and (s.day between ${period.from}::date and ${period.to}::date or (s.day is null and ${period.scope.days === undefined}))
    order by s.day nulls last, g.lot_number, d.name, s.id`.execute(tx)
  const stock = await sql`select lot_number as lot, item, received, handed_out as "handedOut", remaining, damaged
    from goods_stock_count where tenant_id = ${tenantId} and project_id = ${projectId} order by lot_number, id`.execute(tx)
  const shown = (name: string | null) => (name === null || named ? name : maskedName(name))
  return {
    handOuts: z
      .array(handOutSchema)
      .parse(handOuts.rows)
      .map((row) => ({
        ...row,
        receivers: row.receivers.length === 0 ? null : row.receivers.map((name) => shown(name) ?? '').join('、'),
        takenBy: shown(row.takenBy),
        receipt: named ? row.receipt : row.receipt === null ? null : '有',
      })),
    stock: z.array(stockSchema).parse(stock.rows),
  }
}
