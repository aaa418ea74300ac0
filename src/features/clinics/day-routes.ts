import type { z } from 'zod'
import { canReach, canReachInto } from '../../kernel/reach.ts'
import { absent, changedMeanwhile, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { mayChangeUnderHours } from '../ledger/hours-routes.ts'
import type { Kind } from '../ledger/kind-schema.ts'
import { statusSchema } from '../ledger/kind-schema.ts'
import type { ServiceInput } from '../ledger/schema.ts'
import { checkAttendees, checkService } from '../ledger/service-rules.ts'
import * as ledger from '../ledger/write-store.ts'
import { findProject } from '../projects/store.ts'
import { levelOf, mayEnd, mayReceive, mayUndoSignIn } from './day-rules.ts'
import {
  beginClinic,
  changeClinic,
  endClinic,
  listClinicDays,
  openClinic,
  planClinic,
  queueOfClinic,
  signIn,
  undoSignIn,
  type Planned,
} from './day-schema.ts'
import * as store from './day-store.ts'
import { clinicFor, visitFor } from './found-routes.ts'
import { partsOf } from './part-schema.ts'
import { hasHandOver } from './supply-store.ts'
import { getVisitor, listVisitors } from './visitor-store.ts'

const kind: Kind = 'clinic_day'
const outside = no(
  'clinics.outside',
  { zh: '这个社区不在您负责的范围内。', en: 'This community is not in your reach.' },
  { sort: 'forbidden' },
)
const noHost = absent({ zh: '这个机构', en: 'organisation' })

const serviceOf = (
  plan: Planned,
  status: ServiceInput['status'],
  before?: { number: string | null; note: string | null },
): ServiceInput => ({
  line: 'physical',
  status,
  themes: [],
  number: before?.number ?? null,
  title: plan.title,
  communityCode: plan.communityCode,
  day: plan.day,
  startsAt: plan.startsAt,
  minutes: plan.minutes,
  place: plan.place,
  worker: plan.worker,
  unnamedCount: 0,
  quantity: null,
  unit: null,
  note: before?.note ?? null,
})

/** Whether a day may stand as planned, in a place that the caller works in. */
async function checked(
  call: SignedInCall<unknown>,
  projectId: z.output<typeof planClinic.input>['projectId'],
  input: ServiceInput,
): Promise<Verdict> {
  const { tx, tenantId, today, reach } = call
  const facts = await ledger.findRecordingFacts(tx, tenantId, { projectId, communityCode: input.communityCode, ids: [], reach })
  if (facts === undefined) return absent({ zh: '这个项目', en: 'project' })
  return canReach(reach, { projectId, communityCode: input.communityCode }) ? checkService(input, facts.project, today) : outside
}

export const dayRoutes = [
  route(listClinicDays, async ({ tx, tenantId, input, reach }) => {
    if ((await findProject(tx, tenantId, input.projectId)) === undefined) return absent({ zh: '这个项目', en: 'project' })
    return canReachInto(reach, input.projectId) ? yes(await store.listDays(tx, tenantId, input, reach)) : outside
  }),

  route(planClinic, async (call) => {
    const { tx, tenantId, input, actor } = call
    call.note({ subject: `service:${input.id}` })
    const service = serviceOf(input, 'planned')
    const may = await checked(call, input.projectId, service)
    if (!may.ok) return may
    const host = await store.findHost(tx, tenantId, input.hostId)
    if (host === undefined) return noHost
    await ledger.addService(tx, tenantId, { ...service, id: input.id, projectId: input.projectId, kind }, actor.accountId)
    await ledger.setHost(tx, tenantId, input.id, input.hostId)
    await ledger.setHostContribution(tx, tenantId, input.id, host)
    await store.savePlan(tx, tenantId, input.id, input)
    return yes({ id: input.id })
  }),

  route(changeClinic, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await clinicFor(call, input.id)
    if (!found.ok) return found
    const before = found.value
    const service = { ...serviceOf(input, statusSchema.parse(before.status), before), unnamedCount: before.unnamed_count }
    const may = await checked(call, before.project_id, service)
    if (!may.ok) return may
    const host = await store.findHost(tx, tenantId, input.hostId)
    if (host === undefined) return noHost
    const hours = await mayChangeUnderHours(call, before, service)
    if (!hours.ok) return hours
    call.note({ reason: input.reason })
    if (!(await ledger.keepVersion(tx, tenantId, input.id, input.version, input.reason, actor.accountId))) return changedMeanwhile
    await ledger.changeService(tx, tenantId, input.id, service)
    if (before.host_id !== input.hostId) {
      await ledger.setHost(tx, tenantId, input.id, input.hostId)
      await ledger.setHostContribution(tx, tenantId, input.id, host, before.host_id)
    }
    await store.savePlan(tx, tenantId, input.id, input)
    return yes({ version: input.version + 1 })
  }),

  route(beginClinic, async (call) => {
    const { tx, tenantId, input, actor, today } = call
    const found = await clinicFor(call, input.id)
    if (!found.ok) return found
    const { status, day } = found.value
    if (status !== 'planned')
      return no('clinics.begun', { zh: '这场义诊已经开诊或已取消。', en: 'It has begun already, or was cancelled.' })
    if (day !== null && day > today)
      return no('clinics.ahead', {
        zh: '还没到义诊那天。日期有变请先调整计划。',
        en: 'The day has not come. Change the plan if it was moved.',
      })
    const reason = '开诊'
    if (!(await ledger.keepVersion(tx, tenantId, input.id, input.version, reason, actor.accountId))) return changedMeanwhile
    await ledger.setStatus(tx, tenantId, input.id, 'held')
    return yes({ version: input.version + 1 })
  }),

  route(endClinic, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await clinicFor(call, input.id)
    if (!found.ok) return found
    if (input.ended) {
      const { toRefer } = await store.getDay(tx, tenantId, input.id)
      const may = mayEnd(statusSchema.parse(found.value.status), toRefer)
      if (!may.ok) return may
    }
    await store.setEnded(tx, tenantId, input.id, input.ended, actor.accountId)
    return yes({ ended: input.ended })
  }),

  route(openClinic, async (call) => {
    const { tx, tenantId, input, today } = call
    const found = await clinicFor(call, input.id)
    if (!found.ok) return found
    const service = found.value
    const plan = await store.findPlan(tx, tenantId, input.id)
    return yes({
      ...(await store.getDay(tx, tenantId, input.id)),
      projectId: service.project_id,
      version: service.version,
      minutes: service.minutes,
      place: service.place,
      worker: service.worker,
      note: service.note,
      hostId: service.host_id,
      staff: plan?.staff ?? null,
      stations: plan?.stations ?? [],
      endedAt: plan?.endedAt ?? null,
      people: await listVisitors(tx, tenantId, input.id, service.day ?? today),
    })
  }),

  route(queueOfClinic, async (call) => {
    const { tx, tenantId, input, today } = call
    const found = await clinicFor(call, input.id)
    if (!found.ok) return found
    const day = await store.getDay(tx, tenantId, input.id)
    const plan = await store.findPlan(tx, tenantId, input.id)
    const visitors = await listVisitors(tx, tenantId, input.id, found.value.day ?? today)
    return yes({
      title: day.title,
      day: day.day,
      communityCode: day.communityCode,
      communityName: day.communityName,
      projectId: found.value.project_id,
      status: day.status,
      isEnded: day.isEnded,
      stations: plan?.stations ?? [],
      rows: visitors.map((visitor) => ({
        attendanceId: visitor.attendanceId,
        name: visitor.name,
        hints: visitor.hints,
        sex: visitor.sex,
        age: visitor.age,
        done: visitor.reading === null ? [] : partsOf(visitor.reading),
        level: levelOf(visitor),
      })),
    })
  }),

  route(signIn, async (call) => {
    const { tx, tenantId, input, actor, today } = call
    const found = await clinicFor(call, input.serviceId)
    if (!found.ok) return found
    const service = found.value
    const plan = await store.findPlan(tx, tenantId, input.serviceId)
    const may = mayReceive(statusSchema.parse(service.status), (plan?.endedAt ?? null) !== null)
    if (!may.ok) return may
    const part = 'beneficiary'
    if (input.personId === null) {
      if (input.writtenName === null)
        return no(
          'clinics.whom',
          { zh: '请选一个人，或写下姓名。', en: 'Choose somebody, or write a name.' },
          { field: 'writtenName', sort: 'invalid' },
        )
      const written = { id: input.id, part, name: input.writtenName, hints: input.writtenHints } as const
      await ledger.addWrittenName(tx, tenantId, input.serviceId, written, actor.displayName)
      return yes({ id: input.id, already: false })
    }
    const before = await ledger.findAttendanceOf(tx, tenantId, input.serviceId, input.personId, part)
    if (before !== undefined) return yes({ id: before, already: true })
    const facts = await ledger.findRecordingFacts(tx, tenantId, {
      projectId: service.project_id,
      communityCode: service.community_code,
      ids: [input.personId],
      reach: call.reach,
    })
    const attended = [{ id: input.id, personId: input.personId, part, minutes: null } as const]
    const fits = checkAttendees(attended, facts?.attendees ?? [], service.day ?? today)
    if (!fits.ok) return fits
    await ledger.addAttended(tx, tenantId, input.serviceId, attended, actor.displayName)
    return yes({ id: input.id, already: false })
  }),

  route(undoSignIn, async (call) => {
    const { tx, tenantId, input, actor, today } = call
    const found = await visitFor(call, input.attendanceId)
    if (!found.ok) return found
    const { service } = found.value
    const visitor = await getVisitor(tx, tenantId, input.attendanceId, today)
    const may = mayUndoSignIn(
      visitor !== undefined && visitor.reading !== null,
      (visitor?.followUp ?? null) !== null,
      await hasHandOver(tx, tenantId, input.attendanceId),
    )
    if (!may.ok) return may
    call.note({ reason: input.reason })
    if (!(await ledger.keepVersion(tx, tenantId, service.id, service.version, input.reason, actor.accountId))) return changedMeanwhile
    await ledger.removeAttended(tx, tenantId, service.id, [input.attendanceId])
    return yes({})
  }),
]
