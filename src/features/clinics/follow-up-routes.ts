import type { Day } from '../../kernel/day.ts'
import { canReachInto } from '../../kernel/reach.ts'
import { absent, changedMeanwhile, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { findProject } from '../projects/store.ts'
import { adviceOf, tellingFindings } from './advice-rules.ts'
import { clinicFor } from './found-routes.ts'
import { asOfDay, dueOf, mayClose, mayFollowUp } from './follow-up-rules.ts'
import {
  addFollowUpEntry,
  addFollowUps,
  closeFollowUp,
  listFollowUps,
  openFollowUp,
  reopenFollowUp,
  type FollowUpRow,
} from './follow-up-schema.ts'
import * as store from './follow-up-store.ts'
import { settleFollowUp, tellOfFollowUp } from './notice-routes.ts'
import { levelOf } from './day-rules.ts'
import { listVisitors } from './visitor-store.ts'

const outside = no(
  'followUps.outside',
  { zh: '这条随访不在您负责的范围内。', en: 'This follow-up is not in your reach.' },
  { sort: 'forbidden' },
)

/** A follow-up whose clinic day is within the caller's reach. */
async function followUpFor(call: SignedInCall<unknown>, id: string): Promise<Verdict<FollowUpRow>> {
  const found = await store.findFollowUp(call.tx, call.tenantId, id, call.today)
  if (found === undefined) return absent({ zh: '这条随访', en: 'follow-up' })
  const may = await clinicOf(call, found)
  if (!may.ok) return may
  if (found.personId !== null) call.note({ subject: `person:${found.personId}` })
  return yes(found)
}

/** Of the kind of the service nothing is asked: only whether it is within reach. */
async function clinicOf(call: SignedInCall<unknown>, found: FollowUpRow): Promise<Verdict> {
  const clinic = await clinicFor(call, found.serviceId)
  return clinic.ok || clinic.code === 'clinics.otherKind' ? yes() : clinic
}

export const followUpRoutes = [
  route(listFollowUps, async (call) => {
    const { tx, tenantId, input, reach, today } = call
    const project = await findProject(tx, tenantId, input.projectId)
    if (project === undefined) return absent({ zh: '这个项目', en: 'project' })
    if (!canReachInto(reach, input.projectId)) return outside
    call.note({ subject: `project:${input.projectId}` })
    const asOf = asOfDay(today, project.endsOn)
    return yes({ ...(await store.listFollowUps(tx, tenantId, input, reach, asOf)), asOf })
  }),

  route(openFollowUp, async (call) => {
    const found = await followUpFor(call, call.input.id)
    if (!found.ok) return found
    const { tx, tenantId, sealer, input } = call
    return yes({
      ...found.value,
      history: await store.listEntries(tx, tenantId, sealer, input.id),
      closing: await store.getClosing(tx, tenantId, sealer, input.id),
    })
  }),

  route(addFollowUps, async (call) => {
    const { tx, tenantId, input, actor, today } = call
    const found = await clinicFor(call, input.serviceId)
    if (!found.ok) return found
    const service = found.value
    const on: Day = service.day ?? today
    const visitors = await listVisitors(tx, tenantId, input.serviceId, on)
    let added = 0
    for (const asked of input.visitors) {
      const visitor = visitors.find((one) => one.attendanceId === asked.attendanceId)
      if (visitor === undefined) return absent({ zh: '这位来诊者', en: 'visitor' })
      const may = mayFollowUp(levelOf(visitor), visitor.reading !== null)
      if (!may.ok) return may
      const whose = { sex: visitor.sex, ownOxygenLow: visitor.ownOxygenLow ?? undefined }
      const findings = visitor.reading === null ? [] : tellingFindings(adviceOf(visitor.reading, whose)).map(({ band }) => band)
      const isNew = await store.addFollowUp(tx, tenantId, {
        id: asked.id,
        attendanceId: asked.attendanceId,
        serviceId: input.serviceId,
        projectId: service.project_id,
        communityCode: service.community_code,
        findings,
        level: may.value,
        openedOn: today,
        dueOn: dueOf(on),
        told: input.told,
        by: actor.accountId,
      })
      if (!isNew) continue
      added += 1
      await tellOfFollowUp(call, service, { id: asked.id, attendanceId: asked.attendanceId, name: visitor.name, dueOn: dueOf(on) })
    }
    call.note({ details: { added } })
    return yes({ added, dueOn: dueOf(on) })
  }),

  route(addFollowUpEntry, async (call) => {
    const { tx, tenantId, input, actor, today, sealer } = call
    const found = await followUpFor(call, input.id)
    if (!found.ok) return found
    if (found.value.closedOn !== null) return isClosed
    if (input.entry.day > today)
      return no('followUps.ahead', { zh: '随访日期不能在今天之后。', en: 'The day lies ahead.' }, { field: 'entry.day', sort: 'invalid' })
    if (!(await store.takeVersion(tx, tenantId, input.id, input.version))) return changedMeanwhile
    await store.addEntry(tx, tenantId, sealer, input.id, input.entry, actor.accountId)
    return yes({ version: input.version + 1 })
  }),

  route(closeFollowUp, async (call) => {
    const { tx, tenantId, input, actor, today, sealer } = call
    const found = await followUpFor(call, input.id)
    if (!found.ok) return found
    if (found.value.closedOn !== null) return isClosed
    const entries = await store.listEntries(tx, tenantId, sealer, input.id)
    const may = mayClose(
      input.outcome,
      entries.map(({ result }) => result),
      input.note,
    )
    if (!may.ok) return may
    if (!(await store.takeVersion(tx, tenantId, input.id, input.version))) return changedMeanwhile
    await store.setClosing(tx, tenantId, sealer, input.id, { on: today, outcome: input.outcome, note: input.note, by: actor.accountId })
    await settleFollowUp(call, input.id)
    return yes({ version: input.version + 1 })
  }),

  route(reopenFollowUp, async (call) => {
    const { tx, tenantId, input, sealer } = call
    const found = await followUpFor(call, input.id)
    if (!found.ok) return found
    call.note({ reason: input.reason })
    if (!(await store.takeVersion(tx, tenantId, input.id, input.version))) return changedMeanwhile
    await store.setClosing(tx, tenantId, sealer, input.id, null)
    return yes({ version: input.version + 1 })
  }),
]

const isClosed = no('followUps.closed', {
  zh: '这条随访已办结；还要再记，请先“重新打开”。',
  en: 'This follow-up is closed; open it again first.',
})
