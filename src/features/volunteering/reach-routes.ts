import type { PersonId, ProjectId, ServiceId } from '../../kernel/ids.ts'
import { maskedName } from '../../kernel/masks.ts'
import { canReach, canReachInto } from '../../kernel/reach.ts'
import { absent, no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { SignedInCall } from '../../server/route.ts'
import { maySeeNames } from '../identity/role-rules.ts'
import { findProject } from '../projects/store.ts'
import type { VolunteerId } from './register-schema.ts'
import { findVolunteer, type VolunteerRecord } from './register-store.ts'
import type { TaskId } from './shift-schema.ts'
import { findShift, type ShiftRecord } from './shift-store.ts'
import { findTask, type TaskRecord } from './task-store.ts'

// What several of the feature's routes load first: the record, if it is there and within the caller's reach.

export const outside = no(
  'volunteering.outside',
  { zh: '这条记录不在您负责的社区或项目内。', en: 'This record is not in your communities or projects.' },
  { sort: 'forbidden' },
)
const aProject = { zh: '这个项目', en: 'project' }
export const aVolunteer = { zh: '这位志愿者', en: 'volunteer' }

/** Shows a name as the caller may see it. */
export const shownBy = (call: SignedInCall<unknown>): ((name: string) => string) => {
  const sees = maySeeNames(call.actor.grants)
  return (name) => (sees ? name : maskedName(name))
}

export async function projectFor(call: SignedInCall<unknown>, id: ProjectId) {
  const project = await findProject(call.tx, call.tenantId, id)
  if (project === undefined) return absent(aProject)
  return canReachInto(call.reach, id) ? yes(project) : outside
}

export async function volunteerFor(call: SignedInCall<unknown>, id: VolunteerId): Promise<Verdict<VolunteerRecord>> {
  const found = await findVolunteer(call.tx, call.tenantId, id)
  if (found === undefined) return absent(aVolunteer)
  call.note({ subject: `person:${found.person_id}` })
  return canReach(call.reach, { projectId: found.project_id, communityCode: found.community_code }) ? yes(found) : outside
}

export async function taskFor(call: SignedInCall<unknown>, id: TaskId): Promise<Verdict<TaskRecord>> {
  const found = await findTask(call.tx, call.tenantId, id)
  if (found === undefined) return absent({ zh: '这个志愿班次', en: 'task' })
  call.note({ subject: `task:${id}` })
  return canReach(call.reach, { projectId: found.project_id, communityCode: found.community_code }) ? yes(found) : outside
}

/** A shift with whose it is: a name that nobody has resolved has no hours to confirm. */
export type ShiftOfPerson = ShiftRecord & { readonly person_id: PersonId }

export async function shiftFor(call: SignedInCall<unknown>, id: ServiceId): Promise<Verdict<ShiftOfPerson>> {
  const found = await findShift(call.tx, call.tenantId, id)
  if (found === undefined) return absent({ zh: '这个班次', en: 'shift' })
  call.note({ subject: `service:${id}` })
  if (!canReach(call.reach, { projectId: found.project_id, communityCode: found.community_code })) return outside
  const { person_id } = found
  return person_id === null
    ? no('shift.unresolved', {
        zh: '这个班次上的姓名还没有认领，请先在服务记录里确认是谁。',
        en: 'Nobody has said yet who the name on this shift is: do so on the service first.',
      })
    : yes({ ...found, person_id })
}
