import { sql } from 'kysely'
import type { PersonId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Sealer } from '../../server/seal.ts'
import { hardshipCodeSchema } from './hardship-schema.ts'

/** What a sealed field is bound to: in another row, or another field, it does not open. */
export const boundTo = (tenantId: TenantId, id: PersonId, field: string): string => `${tenantId}:person:${id}:${field}`

/** A person's own row with its identity number opened. */
export async function getPerson(tx: Tx, tenantId: TenantId, id: PersonId, sealer: Sealer) {
  const row = await tx.selectFrom('person').selectAll().where('tenant_id', '=', tenantId).where('id', '=', id).executeTakeFirstOrThrow()
  return { ...row, idNumber: row.id_number_sealed === null ? null : sealer.open(row.id_number_sealed, boundTo(tenantId, id, 'idNumber')) }
}

/** What is known of a person beside their own row, by the same names as the detail's shape. */
export async function listAround(tx: Tx, tenantId: TenantId, id: PersonId, householdId: string | null) {
  const labelHistory = await tx
    .selectFrom('hardship_label')
    .select([
      'id',
      'code',
      'grade',
      'category',
      'basis',
      'source',
      'started_on as startedOn',
      'review_on as reviewOn',
      'ended_on as endedOn',
      'end_reason as endReason',
    ])
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', id)
    .orderBy('started_on')
    .orderBy('code')
    .execute()
  const contacts = await tx
    .selectFrom('contact')
    .select(['id', 'name', 'relation', 'phone'])
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', id)
    .orderBy('id')
    .execute()
  const parts = await tx
    .selectFrom('person_part')
    .leftJoin('organisation', (join) =>
      join.onRef('organisation.tenant_id', '=', 'person_part.tenant_id').onRef('organisation.id', '=', 'person_part.organisation_id'),
    )
    .select(['person_part.part', 'organisation.id', 'organisation.name'])
    .where('person_part.tenant_id', '=', tenantId)
    .where('person_part.person_id', '=', id)
    .where('person_part.until', 'is', null)
    .execute()
  const registrations = await tx
    .selectFrom('registration')
    .innerJoin('project', (join) =>
      join.onRef('project.tenant_id', '=', 'registration.tenant_id').onRef('project.id', '=', 'registration.project_id'),
    )
    .leftJoin('division', (join) =>
      join.onRef('division.tenant_id', '=', 'registration.tenant_id').onRef('division.code', '=', 'registration.community_code'),
    )
    .select([
      'registration.project_id as projectId',
      'project.name as project',
      'registration.part',
      'registration.community_code as communityCode',
      'division.name as communityName',
      'registration.registered_on as registeredOn',
      'registration.note',
    ])
    .where('registration.tenant_id', '=', tenantId)
    .where('registration.person_id', '=', id)
    .orderBy('registration.registered_on')
    .execute()
  const merged = await tx
    .selectFrom('person_merge')
    .innerJoin('person', (join) =>
      join.onRef('person.tenant_id', '=', 'person_merge.tenant_id').onRef('person.id', '=', 'person_merge.merged_id'),
    )
    .select(['person_merge.id as mergeId', 'person.id', 'person.name', 'person_merge.merged_at as mergedAt', 'person_merge.reason'])
    .where('person_merge.tenant_id', '=', tenantId)
    .where('person_merge.kept_id', '=', id)
    .where('person_merge.undone_at', 'is', null)
    .orderBy('person_merge.merged_at')
    .execute()
  const household = householdId === null ? undefined : await findHousehold(tx, tenantId, householdId)
  return {
    labelHistory: labelHistory.map((label) => ({ ...label, code: hardshipCodeSchema.parse(label.code) })),
    contacts,
    parts,
    registrations,
    merged,
    household,
  }
}

async function findHousehold(tx: Tx, tenantId: TenantId, id: string) {
  const household = await tx
    .selectFrom('household')
    .select(['id', 'number', 'head_name as headName'])
    .where('tenant_id', '=', tenantId)
    .where(sql<boolean>`id = ${id}`)
    .executeTakeFirst()
  if (household === undefined) return undefined
  const members = await tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('tenant_id', '=', tenantId)
    .where('household_id', '=', household.id)
    .where('merged_into', 'is', null)
    .orderBy('birth_date')
    .execute()
  return { ...household, members }
}
