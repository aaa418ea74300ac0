import { v7 } from 'uuid'
import { daySchema } from '../kernel/day.ts'
import type { PersonId, ServiceId } from '../kernel/ids.ts'
import type { Tx } from '../server/db.ts'
import type { Spot } from './matrix.ts'

/** A volunteer on the roll with a task, a shift that is over, a family and a question about their record. */
export async function addVolunteering(tx: Tx, tenantId: number, spot: Spot, personId: PersonId): Promise<void> {
  const { projectId, communityCode } = spot
  const { id, taskId, shiftId, familyId, queryId, sheetId } = spot.volunteer
  const person = { person_id: personId, recorded_person_id: personId }
  const day = daySchema.parse('2024-10-02')
  await tx
    .insertInto('volunteer')
    .values({ tenant_id: tenantId, id, project_id: projectId, ...person })
    .execute()
  await tx
    .insertInto('volunteer_family')
    .values({ tenant_id: tenantId, id: familyId, project_id: projectId, number: familyId.slice(-8), community_code: communityCode })
    .execute()
  await tx
    .insertInto('volunteer_task')
    .values({
      tenant_id: tenantId,
      id: taskId,
      project_id: projectId,
      community_code: communityCode,
      title: '帮厨',
      day,
      starts_at: '09:00',
      minutes: 60,
      wanted: 2,
    })
    .execute()
  await addShift(tx, tenantId, spot, shiftId, personId)
  await tx
    .insertInto('volunteer_query')
    .values({ tenant_id: tenantId, id: queryId, project_id: projectId, ...person, text: '少记了一次' })
    .execute()
  await tx
    .insertInto('volunteer_sheet')
    .values({
      tenant_id: tenantId,
      id: sheetId,
      project_id: projectId,
      person_id: spot.personId,
      recorded_person_id: spot.personId,
      code_hash: Buffer.from(sheetId),
      code_sealed: Buffer.from('nothing'),
      minutes: 60,
      shifts: 1,
      issuer: '机构',
      content_hash: Buffer.from('nothing'),
      service_ids: [],
      issued_by: spot.accountId,
    })
    .execute()
}

async function addShift(tx: Tx, tenantId: number, spot: Spot, serviceId: ServiceId, personId: PersonId): Promise<void> {
  await tx
    .insertInto('service')
    .values({
      tenant_id: tenantId,
      id: serviceId,
      project_id: spot.projectId,
      line: 'social',
      kind: 'volunteer_shift',
      status: 'held',
      community_code: spot.communityCode,
      day: daySchema.parse('2024-10-02'),
      starts_at: '09:00',
      minutes: 60,
    })
    .execute()
  await tx
    .insertInto('attendance')
    .values({
      tenant_id: tenantId,
      id: v7(),
      service_id: serviceId,
      person_id: personId,
      recorded_person_id: personId,
      part: 'volunteer',
      certainty: 'name',
    })
    .execute()
}
