import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { daySchema, type Day } from '../../kernel/day.ts'
import {
  divisionCodeSchema,
  organisationIdSchema,
  personIdSchema,
  projectIdSchema,
  serviceIdSchema,
  type OrganisationId,
  type PersonId,
} from '../../kernel/ids.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { referralStateSchema, type listReferrals, type ReferralRow } from './schema.ts'

const rowSchema = z.object({
  id: z.uuid(),
  state: referralStateSchema,
  project_id: projectIdSchema,
  person_id: personIdSchema,
  person: z.string(),
  community_name: z.string().nullable(),
  organisation_id: organisationIdSchema,
  organisation: z.string(),
  due_on: daySchema.nullable(),
  sent_on: daySchema.nullable(),
  answered_on: daySchema.nullable(),
  ended_on: daySchema.nullable(),
  has_consent: z.boolean(),
  is_overdue: z.boolean(),
  written_by: z.string(),
})

/** A project that has ended is looked at as of its last day. */
const isOverdue = (today: Day): RawBuilder<unknown> =>
  sql`(r.state in ('sent', 'accepted') and r.due_on is not null and r.due_on < least(${today}::date, j.ends_on))`

const columns = (today: Day): RawBuilder<unknown> => sql`r.id, r.state, r.project_id, r.person_id, p.name as person, r.organisation_id,
  o.name as organisation, r.due_on, r.sent_on, r.answered_on, r.ended_on, r.consent_id is not null as has_consent, ${isOverdue(today)} as is_overdue,
  (select d.name from division d where d.tenant_id = r.tenant_id and d.code = r.community_code) as community_name,
  coalesce((select a.display_name from account a where a.tenant_id = r.tenant_id and a.id = r.written_by), '') as written_by`

const from = (tenantId: TenantId): RawBuilder<unknown> => sql`referral r
  join project j on j.tenant_id = ${tenantId} and j.id = r.project_id
  join person p on p.tenant_id = ${tenantId} and p.id = r.person_id
  join organisation o on o.tenant_id = ${tenantId} and o.id = r.organisation_id`

/** Whether a referral `r` is within a reach. */
function within(reach: Reach): RawBuilder<unknown> {
  if (reach.whole) return sql`true`
  const projects = reach.places.filter((place) => place.communityCode === undefined).map((place) => place.projectId)
  const pairs = reach.places.flatMap((place) => (place.communityCode === undefined ? [] : [`${place.projectId}/${place.communityCode}`]))
  return sql`(r.project_id = any(${projects}::uuid[]) or r.project_id || '/' || r.community_code = any(${pairs}::text[]))`
}

const toRow = (row: z.infer<typeof rowSchema>): ReferralRow => ({
  id: row.id,
  state: row.state,
  projectId: row.project_id,
  personId: row.person_id,
  person: row.person,
  communityName: row.community_name,
  organisationId: row.organisation_id,
  organisation: row.organisation,
  dueOn: row.due_on,
  sentOn: row.sent_on,
  answeredOn: row.answered_on,
  endedOn: row.ended_on,
  hasConsent: row.has_consent,
  isOverdue: row.is_overdue,
  writtenBy: row.written_by,
})

/** Referrals of a project, what waits first, with how many there are in all. */
export async function listReferralRows(
  tx: Tx,
  tenantId: TenantId,
  filter: z.output<typeof listReferrals.input>,
  reach: Reach,
  today: Day,
): Promise<{ rows: ReferralRow[]; total: number }> {
  const where = sql.join(
    [
      sql`r.tenant_id = ${tenantId} and r.project_id = ${filter.projectId}`,
      within(reach),
      ...(filter.state === undefined ? [] : [sql`r.state = ${filter.state}`]),
      ...(filter.overdue === true ? [isOverdue(today)] : []),
      ...(filter.organisationId === undefined ? [] : [sql`r.organisation_id = ${filter.organisationId}`]),
      ...(filter.communityCode === undefined ? [] : [sql`r.community_code = ${filter.communityCode}`]),
    ],
    sql` and `,
  )
  const found = await sql`select ${columns(today)} from ${from(tenantId)} where ${where}
    order by r.state in ('draft', 'sent', 'accepted') desc, r.due_on nulls last, r.id offset ${filter.offset} limit ${filter.limit}`.execute(
    tx,
  )
  const counted = await sql<{ total: number }>`select count(*)::int as total from ${from(tenantId)} where ${where}`.execute(tx)
  return { rows: z.array(rowSchema).parse(found.rows).map(toRow), total: counted.rows[0]?.total ?? 0 }
}

/** A person's referrals, the newest first. */
export async function listReferralsOf(tx: Tx, tenantId: TenantId, personId: PersonId, reach: Reach, today: Day): Promise<ReferralRow[]> {
  const { rows } = await sql`select ${columns(today)} from ${from(tenantId)}
    where r.tenant_id = ${tenantId} and r.person_id = ${personId} and ${within(reach)} order by r.id desc`.execute(tx)
  return z.array(rowSchema).parse(rows).map(toRow)
}

/** The referrals that came out of a case, the newest first. */
export async function listReferralsOfCase(tx: Tx, tenantId: TenantId, caseId: string, today: Day): Promise<ReferralRow[]> {
  const { rows } = await sql`select ${columns(today)} from ${from(tenantId)}
    where r.tenant_id = ${tenantId} and r.case_id = ${caseId} order by r.id desc`.execute(tx)
  return z.array(rowSchema).parse(rows).map(toRow)
}

export async function getReferralRow(tx: Tx, tenantId: TenantId, id: string, today: Day): Promise<ReferralRow> {
  const { rows } = await sql`select ${columns(today)} from ${from(tenantId)} where r.tenant_id = ${tenantId} and r.id = ${id}`.execute(tx)
  return toRow(rowSchema.parse(rows[0]))
}

/** A referral's own row. */
export async function findReferral(tx: Tx, tenantId: TenantId, id: string) {
  return tx.selectFrom('referral').selectAll().where('tenant_id', '=', tenantId).where('id', '=', id).executeTakeFirst()
}
export type ReferralRecord = NonNullable<Awaited<ReturnType<typeof findReferral>>>

export async function findReferralConsent(tx: Tx, tenantId: TenantId, id: string | null) {
  if (id === null) return undefined
  return tx
    .selectFrom('consent')
    .select(['given_by as givenBy', 'capacity', 'method', 'given_on as givenOn', 'witness'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** What happened to a referral, the latest first. */
export async function listReferralSteps(tx: Tx, tenantId: TenantId, id: string) {
  return tx
    .selectFrom('referral_step')
    .leftJoin('account', (join) =>
      join.onRef('account.tenant_id', '=', 'referral_step.tenant_id').on(sql`account.id`, '=', sql`referral_step.made_by`),
    )
    .select([
      'referral_step.id',
      'referral_step.step',
      'referral_step.state_before as stateBefore',
      'referral_step.note_sealed as noteSealed',
      'referral_step.made_at as madeAt',
      'account.display_name as by',
    ])
    .where('referral_step.tenant_id', '=', tenantId)
    .where('referral_step.referral_id', '=', id)
    .orderBy('referral_step.made_at', 'desc')
    .orderBy('referral_step.id', 'desc')
    .execute()
}

const receivedSchema = z.object({
  id: z.uuid(),
  state: referralStateSchema,
  from: z.string(),
  sent_on: daySchema.nullable(),
  due_on: daySchema.nullable(),
  is_overdue: z.boolean(),
  handed_sealed: z.instanceof(Buffer).nullable(),
})

/** What was sent to these organisations and not left a draft, what waits first. */
export async function listReceivedRows(
  tx: Tx,
  tenantId: TenantId,
  filter: { organisations: readonly OrganisationId[]; state: ReferralRow['state'] | undefined; offset: number; limit: number },
  today: Day,
) {
  const where = sql`r.tenant_id = ${tenantId} and r.organisation_id = any(${filter.organisations}::uuid[]) and r.sent_on is not null
    and ${filter.state === undefined ? sql`true` : sql`r.state = ${filter.state}`}`
  const { rows } =
    await sql`select r.id, r.state, r.sent_on, r.due_on, r.handed_sealed, ${isOverdue(today)} as is_overdue, coalesce(g.name, j.name) as from
    from referral r join project j on j.tenant_id = ${tenantId} and j.id = r.project_id
    left join organisation g on g.tenant_id = ${tenantId} and g.id = j.agency_id
    where ${where} order by r.state = 'sent' desc, r.sent_on desc, r.id offset ${filter.offset} limit ${filter.limit}`.execute(tx)
  const counted = await sql<{ total: number }>`select count(*)::int as total from referral r where ${where}`.execute(tx)
  return { rows: z.array(receivedSchema).parse(rows), total: counted.rows[0]?.total ?? 0 }
}

const caseSchema = z.object({ project_id: projectIdSchema, person_id: personIdSchema.nullable() })

/** Whether a case or a service is of this project, so that a referral may say that it came out of it. */
export async function isOfProject(
  tx: Tx,
  tenantId: TenantId,
  of: { projectId: string; personId: PersonId; caseId: string | null; serviceId: string | null },
): Promise<boolean> {
  if (of.caseId !== null) {
    const { rows } = await sql`select project_id, person_id from case_file where tenant_id = ${tenantId} and id = ${of.caseId}`.execute(tx)
    const found = caseSchema.safeParse(rows[0])
    if (!found.success || found.data.project_id !== of.projectId || found.data.person_id !== of.personId) return false
  }
  if (of.serviceId !== null) {
    const { rows } =
      await sql`select 1 from service s where s.tenant_id = ${tenantId} and s.id = ${serviceIdSchema.parse(of.serviceId)} and s.project_id = ${of.projectId}`.execute(
        tx,
      )
    if (rows.length === 0) return false
  }
  return true
}

/** The name of the community with this code. */
export async function communityNameOf(tx: Tx, tenantId: TenantId, code: string | null): Promise<string | null> {
  if (code === null) return null
  const row = await tx
    .selectFrom('division')
    .select('name')
    .where('tenant_id', '=', tenantId)
    .where('code', '=', divisionCodeSchema.parse(code))
    .executeTakeFirst()
  return row?.name ?? null
}

/** From which agency a referral comes, and who sent it. */
export async function findSender(tx: Tx, tenantId: TenantId, row: ReferralRecord): Promise<{ from: string; sentBy: string | null }> {
  const { rows } = await sql<{ from: string; sentBy: string | null }>`select coalesce(g.name, j.name) as from,
      (select a.display_name from account a where a.tenant_id = ${tenantId} and a.id = ${row.sent_by}::uuid) as "sentBy"
    from project j left join organisation g on g.tenant_id = ${tenantId} and g.id = j.agency_id
    where j.tenant_id = ${tenantId} and j.id = ${row.project_id}`.execute(tx)
  return { from: rows[0]?.from ?? '', sentBy: rows[0]?.sentBy ?? null }
}
