import { sql } from 'kysely'
import { z } from 'zod'
import { daySchema, type Day } from '../../kernel/day.ts'
import type { AccountId, PersonId, ProjectId, ServiceId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { newId } from '../../server/ids.ts'
import { changeService, keepVersion } from '../ledger/write-store.ts'
import { withChanges } from '../ledger/service-rules.ts'
import type { SettledNeed } from './closing-rules.ts'
import type { CaseForm, Signature } from './form-schema.ts'
import type { CaseConsent } from './schema.ts'
import type { Box } from './sealed-store.ts'
import type { CaseRecord } from './store.ts'
import { caseStageSchema, closeReasonSchema, type CaseStage, type CaseStep } from './vocabulary-schema.ts'

/** The next number of a project's cases in a year: GA2025-004. */
export async function nextNumber(tx: Tx, tenantId: TenantId, projectId: ProjectId, year: string): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`case number ${tenantId} ${projectId}`}, 0))`.execute(tx)
  const { rows } = await sql<{ n: number }>`select coalesce(max(substring(number from '^GA\\d{4}-(\\d{3,5})$')::int), 0) as n
    from case_file where tenant_id = ${tenantId} and project_id = ${projectId} and number like ${`GA${year}-%`}`.execute(tx)
  return `GA${year}-${String((rows[0]?.n ?? 0) + 1).padStart(3, '0')}`
}

export async function addCase(
  tx: Tx,
  tenantId: TenantId,
  one: { id: string; projectId: ProjectId; serviceId: ServiceId; personId: PersonId; number: string; source: string; by: AccountId },
): Promise<void> {
  await tx
    .insertInto('case_file')
    .values({
      tenant_id: tenantId,
      id: one.id,
      project_id: one.projectId,
      opening_service_id: one.serviceId,
      person_id: one.personId,
      recorded_person_id: one.personId,
      number: one.number,
      source: one.source,
      state: 'open',
      stage: 'intake',
      worker_id: one.by,
      written_by: one.by,
    })
    .execute()
}

type Change = Partial<{
  state: 'open' | 'closed' | 'not_accepted'
  stage: CaseStage | null
  opened_on: Day | null
  closed_on: Day | null
  suspended_on: Day | null
  close_reason: string | null
  risk: CaseRecord['risk']
  worker_id: string | null
  supervisor_id: string | null
  consent_id: string | null
}>

/** Whether the case was at this version; it takes the next. */
export async function changeCase(tx: Tx, tenantId: TenantId, id: string, version: number, change: Change): Promise<boolean> {
  const changed = await tx
    .updateTable('case_file')
    .set({ ...change, version: version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

/** What a step changed, so that it can be put back. */
const beforeSchema = z.object({
  stage: caseStageSchema.nullable(),
  state: z.enum(['open', 'closed', 'not_accepted']),
  opened_on: daySchema.nullable(),
  closed_on: daySchema.nullable(),
  suspended_on: daySchema.nullable(),
  close_reason: closeReasonSchema.nullable().catch(null),
  service_status: z.enum(['planned', 'held', 'cancelled', 'failed']),
  service_day: daySchema.nullable(),
  /** The needs that it settled, as it left them. */
  needs: z.array(z.object({ id: z.uuid(), version: z.int() })).default([]),
})

export async function addStep(
  tx: Tx,
  tenantId: TenantId,
  box: Box,
  one: { row: CaseRecord; step: CaseStep; on: Day; note: string | null; by: AccountId; needs?: readonly SettledNeed[] },
): Promise<void> {
  const id = newId()
  const { row } = one
  await tx
    .insertInto('case_step')
    .values({
      tenant_id: tenantId,
      id,
      case_id: row.id,
      step: one.step,
      made_on: one.on,
      before: JSON.stringify({ ...beforeSchema.parse(row), needs: one.needs ?? [] }),
      note_sealed: box.sealOr(one.note, 'case_step', id, 'note'),
      made_by: one.by,
    })
    .execute()
}

/** The opening step has nothing before it to go back to. */
export async function findLastStep(tx: Tx, tenantId: TenantId, caseId: string) {
  const row = await tx
    .selectFrom('case_step')
    .select(['id', 'step', 'before'])
    .where('tenant_id', '=', tenantId)
    .where('case_id', '=', caseId)
    .where('undone_at', 'is', null)
    .where('step', '<>', 'opened')
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row === undefined ? undefined : { id: row.id, step: row.step, before: beforeSchema.parse(row.before) }
}

export async function markUndone(tx: Tx, tenantId: TenantId, box: Box, id: string, reason: string, by: AccountId): Promise<void> {
  await tx
    .updateTable('case_step')
    .set({ undone_by: by, undone_at: sql`now()`, undone_note_sealed: box.seal(reason, 'case_step', id, 'undone') })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
}

/** Sets what the ledger says of a case's opening: held when it is accepted, cancelled when it is not. */
export async function setOpening(
  tx: Tx,
  tenantId: TenantId,
  row: CaseRecord,
  to: { status: 'planned' | 'held' | 'cancelled' | 'failed'; day: Day | null },
  reason: string,
  by: AccountId,
): Promise<boolean> {
  if (row.service_status === to.status && row.service_day === to.day) return true
  const service = await tx
    .selectFrom('service')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', row.opening_service_id)
    .executeTakeFirstOrThrow()
  const changed = withChanges(service, { status: to.status, ...(to.day === null ? {} : { day: to.day }) })
  if (!changed.ok) return false
  if (!(await keepVersion(tx, tenantId, row.opening_service_id, service.version, reason, by))) return false
  await changeService(tx, tenantId, row.opening_service_id, changed.value)
  return true
}

export async function addConsent(tx: Tx, tenantId: TenantId, personId: PersonId, consent: CaseConsent): Promise<string> {
  const id = newId()
  await tx
    .insertInto('consent')
    .values({
      tenant_id: tenantId,
      id,
      person_id: personId,
      purpose: 'casework',
      notice_version: 'casework-1',
      given_by: consent.givenBy,
      capacity: consent.capacity,
      method: consent.method,
      witness: consent.witness,
      given_on: consent.givenOn,
    })
    .execute()
  return id
}

/** A form's next version. Its ordinal. */
export async function addForm(
  tx: Tx,
  tenantId: TenantId,
  box: Box,
  caseId: string,
  id: string,
  form: CaseForm,
  by: AccountId,
): Promise<number> {
  const { rows } = await sql<{ ordinal: number }>`insert into case_form (tenant_id, id, case_id, kind, ordinal, content_sealed, written_by)
    select ${tenantId}, ${id}, ${caseId}, ${form.kind}, coalesce(max(o.ordinal), 0) + 1, ${box.sealJson(form.content, 'case_form', id, 'content')}, ${by}
    from case_form o where o.tenant_id = ${tenantId} and o.case_id = ${caseId} and o.kind = ${form.kind} returning ordinal`.execute(tx)
  return rows[0]?.ordinal ?? 1
}

export async function addSignature(
  tx: Tx,
  tenantId: TenantId,
  box: Box,
  id: string,
  formId: string,
  signature: Signature,
  by: AccountId,
): Promise<void> {
  await tx
    .insertInto('case_signature')
    .values({
      tenant_id: tenantId,
      id,
      form_id: formId,
      party: signature.party,
      name_sealed: box.seal(signature.name, 'case_signature', id, 'name'),
      method: signature.method,
      picture_sealed: box.sealOr(signature.picture, 'case_signature', id, 'picture'),
      signed_on: signature.signedOn,
      recorded_by: by,
    })
    .execute()
}
