import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { daySchema, type Day } from '../../kernel/day.ts'
import { serviceIdSchema, type DivisionCode, type PersonId, type ProjectId } from '../../kernel/ids.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { kindSchema, statusSchema, type Kind } from '../ledger/kind-schema.ts'
import { serviceWithin } from '../ledger/store.ts'

/** Kinds that gather people, whose titles stand on posters. The others are between few: their titles may say who is meant. */
export const gatherings: readonly Kind[] = [
  'activity',
  'clinic_day',
  'group_session',
  'hand_out',
  'craft_lesson',
  'exhibition',
  'craft_sale',
]

const rowSchema = z.object({
  id: serviceIdSchema,
  kind: kindSchema,
  status: statusSchema,
  title: z.string().nullable(),
  day: daySchema,
  starts_at: z.string().nullable(),
  minutes: z.number().nullable(),
  place: z.string().nullable(),
  community_code: z.string().nullable(),
  community_name: z.string().nullable(),
  version: z.number(),
  updated_at: z.date(),
  names: z.array(z.string()),
})
export type PlannedRow = z.infer<typeof rowSchema>

const columns = (
  tenantId: TenantId,
) => sql`s.id, s.kind, s.status, s.title, s.day, s.starts_at, s.minutes, s.place, s.community_code, s.version, s.updated_at,
  (select d.name from division d where d.tenant_id = ${tenantId} and d.code = s.community_code) as community_name,
  array(select distinct p.name from person p where p.tenant_id = ${tenantId} and s.title is not null and position(p.name in s.title) > 0 and p.id in (
      select a.person_id from attendance a where a.tenant_id = ${tenantId} and a.service_id = s.id and a.person_id is not null and a.part <> 'volunteer'
      union select k.person_id from volunteer_shift x join volunteer_task k on k.tenant_id = x.tenant_id and k.id = x.task_id
        where x.tenant_id = ${tenantId} and x.service_id = s.id and k.person_id is not null)) as names`

type Between = { readonly from: Day; readonly to: Day }

/** At most so many events: what lies far behind or ahead is left out of phones. */
const most = 3000

async function list(tx: Tx, tenantId: TenantId, where: RawBuilder<unknown>, { from, to }: Between): Promise<PlannedRow[]> {
  const { rows } = await sql`select ${columns(tenantId)} from service s
    where s.tenant_id = ${tenantId} and not s.repeats and s.status <> 'failed' and s.day between ${from}::date and ${to}::date and ${where}
    order by s.day desc, s.starts_at desc nulls last, s.id limit ${most}`.execute(tx)
  return z.array(rowSchema).parse(rows)
}

/** What gathers people within a reach, and whatever else is written down as this worker's. */
export const listForWorker = (tx: Tx, tenantId: TenantId, reach: Reach, worker: string, between: Between): Promise<PlannedRow[]> =>
  list(
    tx,
    tenantId,
    sql`${serviceWithin(reach)} and (s.kind = any(${gatherings}::text[]) or (s.worker = ${worker} and s.kind in ('case_session', 'home_visit', 'phone_visit', 'respite')))`,
    between,
  )

/** What gathers people in a community of a project. */
export const listForCommunity = (
  tx: Tx,
  tenantId: TenantId,
  of: { projectId: ProjectId; communityCode: DivisionCode },
  between: Between,
): Promise<PlannedRow[]> =>
  list(
    tx,
    tenantId,
    sql`s.project_id = ${of.projectId} and s.community_code = ${of.communityCode} and s.kind = any(${gatherings}::text[])`,
    between,
  )

/** A volunteer's shifts. */
export const listForVolunteer = (tx: Tx, tenantId: TenantId, personId: PersonId, between: Between): Promise<PlannedRow[]> =>
  list(
    tx,
    tenantId,
    sql`s.kind = 'volunteer_shift' and exists (select 1 from attendance a where a.tenant_id = ${tenantId} and a.service_id = s.id
      and a.person_id = ${personId} and a.part = 'volunteer' and not a.repeats)`,
    between,
  )

/** What is planned of a project up to a day and has not been said to have taken place: the soonest first. Shifts and sessions of a day that is over are asked for elsewhere. */
export async function listPlanned(
  tx: Tx,
  tenantId: TenantId,
  projectId: ProjectId,
  reach: Reach,
  { today, to }: { today: Day; to: Day },
): Promise<PlannedRow[]> {
  const { rows } = await sql`select ${columns(tenantId)} from service s
    where s.tenant_id = ${tenantId} and s.project_id = ${projectId} and ${serviceWithin(reach)} and not s.repeats and s.status = 'planned'
      and s.day <= ${to}::date and (s.kind not in ('volunteer_shift', 'case_session') or s.day >= ${today}::date)
    order by s.day, s.starts_at nulls last, s.id limit ${most}`.execute(tx)
  return z.array(rowSchema).parse(rows)
}
