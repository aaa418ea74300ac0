import type { z } from 'zod'
import type { ProjectId } from '../../kernel/ids.ts'
import { canReach, canReachInto } from '../../kernel/reach.ts'
import { absent, changedMeanwhile, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { paperFile } from '../../server/paper.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { fileWithin } from '../people/open-routes.ts'
import { findProject } from '../projects/store.ts'
import { attendeesFor, outside, serviceDetail, serviceFor } from './open-routes.ts'
import { printService } from './paper-schema.ts'
import { mayChangeUnderHours } from './hours-routes.ts'
import { shiftElsewhere } from './hours-rules.ts'
import {
  changeAttendance,
  correctService,
  listServices,
  listServicesOfPerson,
  openService,
  recordService,
  resolveName,
  type ServiceInput,
} from './schema.ts'
import { fileNameOf, recordPaper, rollPaper } from './service-paper-rules.ts'
import { checkAttendees, checkService, keptElsewhere, withChanges } from './service-rules.ts'
import * as store from './store.ts'
import * as write from './write-store.ts'

const wishElsewhere = no(
  'service.wish',
  {
    zh: '微心愿在“微心愿”里登记、认领、送达，送达时自动记一次服务。',
    en: 'A wish is recorded where it was claimed: bringing it is the service.',
  },
  { sort: 'invalid', field: 'kind' },
)

async function checked(
  call: SignedInCall<unknown>,
  projectId: ProjectId,
  input: ServiceInput,
  attended: z.output<typeof recordService.input>['attended'],
): Promise<Verdict> {
  const { tx, tenantId, today, reach } = call
  const ids = attended.map((one) => one.personId)
  const facts = await write.findRecordingFacts(tx, tenantId, { projectId, communityCode: input.communityCode, ids, reach })
  if (facts === undefined) return absent({ zh: '这个项目', en: 'project' })
  const may = checkService(input, facts.project, today)
  return may.ok ? checkAttendees(attended, facts.attendees, input.day) : may
}

export const ledgerRoutes = [
  route(listServices, async ({ tx, tenantId, input, reach }) => {
    if ((await findProject(tx, tenantId, input.projectId)) === undefined) return absent({ zh: '这个项目', en: 'project' })
    if (!canReachInto(reach, input.projectId)) return outside
    return yes(await store.listServiceRows(tx, tenantId, input, reach))
  }),

  route(openService, async (call) => {
    const found = await serviceFor(call, call.input.id)
    return found.ok ? yes(await serviceDetail(call, found.value)) : found
  }),

  route(printService, async (call) => {
    const found = await serviceFor(call, call.input.id)
    if (!found.ok) return found
    const service = await serviceDetail(call, found.value)
    const { project, agency } = await store.paperHeadOf(call.tx, call.tenantId, found.value.project_id)
    const facts = { service, project, agency, today: call.today }
    const paper = call.input.paper === 'roll' ? rollPaper(facts) : recordPaper(facts)
    return paperFile(call, call.input.format, fileNameOf(call.input.paper, service), paper)
  }),

  route(listServicesOfPerson, async (call) => {
    const { tx, tenantId, input } = call
    call.note({ subject: `person:${input.personId}` })
    const may = await fileWithin(call, input.personId)
    return may.ok ? yes(await store.listRowsOfPerson(tx, tenantId, input.personId, input.projectId, input)) : may
  }),

  route(recordService, async (call) => {
    const { tx, tenantId, input, actor } = call
    call.note({ subject: `service:${input.id}`, details: { kind: input.kind, attended: input.attended.length } })
    if (input.kind === 'volunteer_shift') return shiftElsewhere
    if (input.kind === 'wish') return wishElsewhere
    if (!canReach(call.reach, { projectId: input.projectId, communityCode: input.communityCode })) {
      const exists = await findProject(tx, tenantId, input.projectId)
      return exists === undefined ? absent({ zh: '这个项目', en: 'project' }) : outside
    }
    const may = await checked(call, input.projectId, input, input.attended)
    if (!may.ok) return may
    await write.addService(tx, tenantId, input, actor.accountId)
    await write.addAttended(tx, tenantId, input.id, input.attended, actor.displayName)
    await write.addContributions(tx, tenantId, input.id, input.contributions)
    return yes({ id: input.id })
  }),

  route(correctService, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await serviceFor(call, input.id)
    if (!found.ok) return found
    const { id, version, reason, ...changes } = input
    const corrected = withChanges(found.value, changes)
    if (!corrected.ok) return corrected
    const may = await checked(call, found.value.project_id, corrected.value, [])
    if (!may.ok) return may
    if (!canReach(call.reach, { projectId: found.value.project_id, communityCode: corrected.value.communityCode })) return outside
    const { status, quantity } = corrected.value
    if ((status !== found.value.status || quantity !== found.value.quantity) && (await write.isInChain(tx, tenantId, id)))
      return keptElsewhere
    const hours = await mayChangeUnderHours(call, found.value, corrected.value)
    if (!hours.ok) return hours
    call.note({ reason, details: { fields: Object.keys(changes) } })
    if (!(await write.keepVersion(tx, tenantId, id, version, reason, actor.accountId))) return changedMeanwhile
    await write.changeService(tx, tenantId, id, corrected.value)
    return yes({ version: version + 1 })
  }),

  route(changeAttendance, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await serviceFor(call, input.id)
    if (!found.ok) return found
    if (found.value.kind === 'volunteer_shift') return shiftElsewhere
    const ids = input.add.map((one) => one.personId)
    const may = checkAttendees(input.add, await attendeesFor(call, found.value, ids), found.value.day ?? call.today)
    if (!may.ok) return may
    call.note({ reason: input.reason, details: { added: input.add.length, removed: input.remove.length } })
    if (!(await write.keepVersion(tx, tenantId, input.id, input.version, input.reason, actor.accountId))) return changedMeanwhile
    await write.removeAttended(tx, tenantId, input.id, input.remove)
    await write.addAttended(tx, tenantId, input.id, input.add, actor.displayName)
    return yes({ version: input.version + 1 })
  }),

  route(resolveName, async (call) => {
    const { tx, tenantId, input } = call
    const attendance = await write.findAttendance(tx, tenantId, input.attendanceId)
    if (attendance === undefined) return absent({ zh: '这条签到', en: 'attendance' })
    const found = await serviceFor(call, attendance.serviceId)
    if (!found.ok) return found
    if (input.personId === null && attendance.writtenName === null)
      return no('attendance.noName', {
        zh: '这条记录没有原始姓名，不能改为未确认。',
        en: 'Nothing was written here but the person: it cannot become unresolved.',
      })
    if (input.personId !== null) {
      const attendees = await attendeesFor(call, found.value, [input.personId])
      const may = checkAttendees([{ personId: input.personId, part: attendance.part }], attendees, found.value.day ?? call.today)
      if (!may.ok) return may
    }
    call.note({ details: { attendance: input.attendanceId, person: input.personId } })
    return yes({ repeats: await write.setAttendee(tx, tenantId, input.attendanceId, input.personId) })
  }),
]
