import { yes, type Verdict } from '../../kernel/verdict.ts'
import type { ServiceId } from '../../kernel/ids.ts'
import { absent } from '../../kernel/verdict.ts'
import type { SignedInCall } from '../../server/route.ts'
import { kindWords } from '../ledger/kind-schema.ts'
import { mayTake } from './claim-rules.ts'
import { localMinutes } from './hours-rules.ts'
import { standingOf } from './register-routes.ts'
import type { VolunteerRecord } from './register-store.ts'
import { addShiftService } from './shift-adding-routes.ts'
import type { TaskId } from './shift-schema.ts'
import { factsOf, listShiftsOf, noteShift } from './shift-store.ts'
import { findTask, queueForTask } from './task-store.ts'

/** Gives a place of a task to a volunteer: asked by themselves or by a worker, decided by the same rule, one at a time. */
export async function takePlace(
  call: SignedInCall<unknown>,
  taskId: TaskId,
  volunteer: VolunteerRecord,
  serviceId: ServiceId,
): Promise<Verdict<{ serviceId: ServiceId }>> {
  const { tx, tenantId, now } = call
  await queueForTask(tx, tenantId, taskId)
  const task = await findTask(tx, tenantId, taskId)
  if (task === undefined || task.project_id !== volunteer.project_id) return absent({ zh: '这个志愿班次', en: 'task' })
  const may = mayTake(
    {
      day: task.day,
      startsAt: task.starts_at,
      minutes: task.minutes,
      wanted: task.wanted,
      taken: task.taken.length,
      state: task.state,
      elderId: task.person_id,
      needsVetting: task.needs_vetting,
      needsInsurance: task.needs_insurance,
    },
    {
      personId: volunteer.person_id,
      standing: standingOf(volunteer),
      hasIt: task.taken.some((one) => one.personId === volunteer.person_id),
      shifts: factsOf(await listShiftsOf(tx, tenantId, [volunteer.person_id])),
    },
    localMinutes(now),
  )
  if (!may.ok) return may
  call.note({ details: { task: taskId, service: serviceId } })
  await addShiftService(call, {
    id: serviceId,
    projectId: task.project_id,
    communityCode: task.community_code,
    line: task.about?.line ?? kindWords.volunteer_shift.line,
    title: task.title,
    day: task.day,
    startsAt: task.starts_at,
    minutes: task.minutes,
    place: task.place,
    partOf: task.part_of,
    personId: volunteer.person_id,
  })
  await noteShift(tx, tenantId, serviceId, { task_id: taskId, entered_by: call.actor.accountId })
  return yes({ serviceId })
}
