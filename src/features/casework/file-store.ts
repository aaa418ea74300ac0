import { sql } from 'kysely'
import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import type { PersonId, ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { ScoreRow } from './closing-rules.ts'
import { caseFormSchema, signatureSchema } from './form-schema.ts'
import type { FormOnFile } from './schema.ts'
import type { Box } from './sealed-store.ts'
import type { Comment } from './session-schema.ts'

/** A case's comments with whom they are about. */
export async function listComments(tx: Tx, tenantId: TenantId, box: Box, caseIds: readonly string[]) {
  if (caseIds.length === 0) return []
  const rows = await tx
    .selectFrom('case_comment')
    .innerJoin('account', (join) =>
      join.onRef('account.tenant_id', '=', 'case_comment.tenant_id').on(sql`account.id`, '=', sql`case_comment.made_by`),
    )
    .select([
      'case_comment.id',
      'case_comment.kind',
      'case_comment.body_sealed as bodySealed',
      'case_comment.made_at as madeAt',
      'case_comment.service_id as serviceId',
      'case_comment.form_id as formId',
      'account.display_name as by',
    ])
    .where('case_comment.tenant_id', '=', tenantId)
    .where('case_comment.case_id', 'in', caseIds)
    .orderBy('case_comment.made_at')
    .execute()
  return rows.map(({ bodySealed, madeAt, ...row }) => ({
    ...row,
    at: madeAt.toISOString(),
    body: box.open(bodySealed, 'case_comment', row.id, 'body'),
  }))
}

/** Every version of every form of a case, in order, opened. */
export async function listForms(tx: Tx, tenantId: TenantId, box: Box, caseId: string): Promise<FormOnFile[]> {
  const forms = await tx
    .selectFrom('case_form')
    .leftJoin('account', (join) =>
      join.onRef('account.tenant_id', '=', 'case_form.tenant_id').on(sql`account.id`, '=', sql`case_form.written_by`),
    )
    .select([
      'case_form.id',
      'case_form.kind',
      'case_form.ordinal',
      'case_form.content_sealed',
      'case_form.review',
      'case_form.written_at',
      'account.display_name as writtenBy',
    ])
    .where('case_form.tenant_id', '=', tenantId)
    .where('case_form.case_id', '=', caseId)
    .orderBy('case_form.written_at')
    .orderBy('case_form.id')
    .execute()
  const signatures = await tx
    .selectFrom('case_signature')
    .innerJoin('case_form', (join) =>
      join.onRef('case_form.tenant_id', '=', 'case_signature.tenant_id').onRef('case_form.id', '=', 'case_signature.form_id'),
    )
    .selectAll('case_signature')
    .where('case_signature.tenant_id', '=', tenantId)
    .where('case_form.case_id', '=', caseId)
    .execute()
  const comments = await listComments(tx, tenantId, box, [caseId])
  return forms.map((row) => ({
    id: row.id,
    ordinal: row.ordinal,
    form: caseFormSchema.parse({ kind: row.kind, content: box.openJson(z.unknown(), row.content_sealed, 'case_form', row.id, 'content') }),
    review: row.review,
    writtenBy: row.writtenBy,
    writtenAt: row.written_at.toISOString(),
    signatures: signatures
      .filter((one) => one.form_id === row.id)
      .map((one) =>
        signatureSchema.parse({
          party: one.party,
          name: box.open(one.name_sealed, 'case_signature', one.id, 'name'),
          method: one.method,
          signedOn: one.signed_on,
          picture: box.open(one.picture_sealed, 'case_signature', one.id, 'picture'),
        }),
      ),
    comments: comments.filter((one) => one.formId === row.id).map(toComment),
  }))
}

export const toComment = ({ id, kind, body, by, at }: Comment): Comment => ({ id, kind, body, by, at })

export async function findForm(tx: Tx, tenantId: TenantId, id: string) {
  return tx
    .selectFrom('case_form')
    .select(['id', 'case_id', 'kind', 'review', 'written_by'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
}

const crisisSchema = z.object({ happened: z.string(), done: z.string() })

export async function addCrisis(
  tx: Tx,
  tenantId: TenantId,
  box: Box,
  one: { id: string; caseId: string; level: 'high' | 'crisis'; on: string; happened: string; done: string; by: string },
): Promise<void> {
  await tx
    .insertInto('case_crisis')
    .values({
      tenant_id: tenantId,
      id: one.id,
      case_id: one.caseId,
      level: one.level,
      raised_on: daySchema.parse(one.on),
      content_sealed: box.sealJson({ happened: one.happened, done: one.done }, 'case_crisis', one.id, 'content'),
      raised_by: one.by,
    })
    .execute()
}

/** Whether there was such a crisis that had not ended. */
export async function endCrisis(
  tx: Tx,
  tenantId: TenantId,
  box: Box,
  one: { id: string; caseId: string; on: string; outcome: string; by: string },
): Promise<boolean> {
  const ended = await tx
    .updateTable('case_crisis')
    .set({ ended_on: daySchema.parse(one.on), ended_by: one.by, outcome_sealed: box.seal(one.outcome, 'case_crisis', one.id, 'outcome') })
    .where('tenant_id', '=', tenantId)
    .where('case_id', '=', one.caseId)
    .where('id', '=', one.id)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return ended.numUpdatedRows === 1n
}

export async function listCrises(tx: Tx, tenantId: TenantId, box: Box, caseId: string) {
  const rows = await tx
    .selectFrom('case_crisis')
    .leftJoin('account', (join) =>
      join.onRef('account.tenant_id', '=', 'case_crisis.tenant_id').on(sql`account.id`, '=', sql`case_crisis.raised_by`),
    )
    .selectAll('case_crisis')
    .select('account.display_name as by')
    .where('case_crisis.tenant_id', '=', tenantId)
    .where('case_crisis.case_id', '=', caseId)
    .orderBy('case_crisis.raised_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    level: row.level,
    raisedOn: row.raised_on,
    raisedBy: row.by,
    ...box.openJson(crisisSchema, row.content_sealed, 'case_crisis', row.id, 'content'),
    endedOn: row.ended_on,
    outcome: box.open(row.outcome_sealed, 'case_crisis', row.id, 'outcome'),
  }))
}

/** What happened to a case, the latest first. */
export async function listSteps(tx: Tx, tenantId: TenantId, box: Box, caseId: string) {
  const rows = await tx
    .selectFrom('case_step')
    .leftJoin('account', (join) =>
      join.onRef('account.tenant_id', '=', 'case_step.tenant_id').on(sql`account.id`, '=', sql`case_step.made_by`),
    )
    .selectAll('case_step')
    .select('account.display_name as by')
    .where('case_step.tenant_id', '=', tenantId)
    .where('case_step.case_id', '=', caseId)
    .orderBy('case_step.made_at', 'desc')
    .orderBy('case_step.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    step: row.step,
    on: row.made_on,
    by: row.by,
    at: row.made_at.toISOString(),
    note: box.open(row.note_sealed, 'case_step', row.id, 'note'),
    isUndone: row.undone_at !== null,
    undoneWhy: box.open(row.undone_note_sealed, 'case_step', row.id, 'undone'),
  }))
}

/** Scores of a person that belong to a case: those made for it, and others of its time. */
export async function listScores(
  tx: Tx,
  tenantId: TenantId,
  of: { projectId: ProjectId; personId: PersonId; number: string; from: string | null },
): Promise<ScoreRow[]> {
  const { rows } = await sql`select a.scale, a.score, a.day, a.phase from assessment a
    where a.tenant_id = ${tenantId} and a.project_id = ${of.projectId} and a.person_id = ${of.personId} and a.score is not null and a.withdrawn_at is null
      and (a.occasion = ${of.number} or (a.occasion is null and (${of.from}::date is null or a.day >= ${of.from}::date - 60)))
    order by a.day nulls first, a.id`.execute(tx)
  return z
    .array(z.object({ scale: z.string(), score: z.number(), day: daySchema.nullable(), phase: z.enum(['before', 'during', 'after']) }))
    .parse(rows)
}

export async function findAccountName(tx: Tx, tenantId: TenantId, id: string | null): Promise<string | null> {
  if (id === null) return null
  const { rows } = await sql<{
    name: string
  }>`select display_name as name from account where tenant_id = ${tenantId} and id = ${id}`.execute(tx)
  return rows[0]?.name ?? null
}

export async function findConsent(tx: Tx, tenantId: TenantId, id: string | null) {
  if (id === null) return undefined
  return tx
    .selectFrom('consent')
    .select(['given_by as givenBy', 'method', 'given_on as givenOn', 'witness'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
}
