import { attendanceIdSchema, serviceIdSchema, type ServiceId } from '../../kernel/ids.ts'
import { canReach } from '../../kernel/reach.ts'
import type { z } from 'zod'
import { absent, changedMeanwhile, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { newId } from '../../server/ids.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { reachOf } from '../identity/role-rules.ts'
import { checkAttendees, checkService, withChanges } from '../ledger/service-rules.ts'
import { findService } from '../ledger/store.ts'
import * as ledger from '../ledger/write-store.ts'
import { mayStep } from './link-rules.ts'
import { stepLink } from './link-schema.ts'
import * as store from './link-store.ts'
import { openUnits } from './need-rules.ts'
import { findNeed, setNeedState } from './need-store.ts'
import { outsideCommunity, projectFor } from './place-routes.ts'

type StepCall = SignedInCall<z.output<typeof stepLink.input>>

const aLink = { zh: '这条链接', en: 'link' }

/** A linkage that came about, in the ledger: whose it is, who gave what, and who came. */
async function record(call: StepCall, link: store.LinkRecord): Promise<Verdict<ServiceId>> {
  const { tx, tenantId, input, actor, today, reach } = call
  const ids = [link.need_person_id, link.volunteer_person_id].filter((id) => id !== null)
  const facts = await ledger.findRecordingFacts(tx, tenantId, {
    projectId: link.project_id,
    communityCode: link.community_code,
    ids,
    reach,
  })
  if (facts === undefined) return absent(aLink)
  const service = { day: input.on, status: 'held', startsAt: null, minutes: null } as const
  const may = checkService(service, facts.project, today)
  if (!may.ok) return may.field === 'day' ? { ...may, field: 'on' } : may
  const attended = [
    ...(link.need_person_id === null ? [] : [{ personId: link.need_person_id, part: 'beneficiary' as const }]),
    ...(link.volunteer_person_id === null ? [] : [{ personId: link.volunteer_person_id, part: 'volunteer' as const }]),
  ].map((one) => ({ ...one, id: attendanceIdSchema.parse(newId()), minutes: null }))
  const known = checkAttendees(attended, facts.attendees, input.on)
  if (!known.ok) return known
  const contribution = {
    id: newId(),
    party: link.party,
    organisationId: link.organisation_id,
    given: link.given_kind,
    quantity: input.quantity ?? link.quantity,
    unit: link.unit,
    valueFen: input.valueFen,
    note: null,
  }
  if (link.service_id !== null) {
    const found = await findService(tx, tenantId, link.service_id, { whole: true })
    const again = found === undefined ? undefined : withChanges(found.row, { status: 'held', day: input.on })
    if (found !== undefined && again?.ok === true) {
      if (!(await ledger.keepVersion(tx, tenantId, link.service_id, found.row.version, '重新落实', actor.accountId)))
        return changedMeanwhile
      await ledger.changeService(tx, tenantId, link.service_id, again.value)
      await ledger.setContributions(tx, tenantId, link.service_id, [contribution])
      return yes(link.service_id)
    }
  }
  const id = input.serviceId ?? serviceIdSchema.parse(newId())
  await ledger.addService(
    tx,
    tenantId,
    {
      ...service,
      id,
      projectId: link.project_id,
      kind: 'linkage',
      line: 'social',
      themes: [],
      number: null,
      // No person's name stands in a title: a volunteer is among those who attended.
      title: link.organisation_id === null ? link.resource_title : link.giver_name,
      communityCode: link.community_code,
      place: null,
      worker: actor.displayName,
      unnamedCount: 0,
      quantity: null,
      unit: null,
      note: null,
    },
    actor.accountId,
  )
  if (link.organisation_id !== null) await ledger.setHost(tx, tenantId, id, link.organisation_id)
  await ledger.addAttended(tx, tenantId, id, attended, actor.displayName)
  await ledger.addContributions(tx, tenantId, id, [contribution])
  return yes(id)
}

/** What was recorded is taken back: the service stays, cancelled, with why. */
async function takeBack(call: StepCall, serviceId: ServiceId, reason: string): Promise<Verdict> {
  const { tx, tenantId, actor } = call
  const found = await findService(tx, tenantId, serviceId, { whole: true })
  if (found === undefined) return yes()
  if (!(await ledger.keepVersion(tx, tenantId, serviceId, found.row.version, reason, actor.accountId))) return changedMeanwhile
  await ledger.setStatus(tx, tenantId, serviceId, 'cancelled')
  return yes()
}

/** A need whose links are all closed and that asks for nothing more is met; one whose link is opened again is not. */
async function settleNeed(call: StepCall, needId: string, closed: boolean): Promise<void> {
  const { tx, tenantId, sealer } = call
  const need = await findNeed(tx, tenantId, sealer, needId)
  if (need === undefined) return
  if (closed && need.state === 'open' && openUnits(need) === 0 && need.promised === 0)
    await setNeedState(tx, tenantId, needId, need.version, 'met', '链接已办结')
  if (!closed && need.state === 'met') await setNeedState(tx, tenantId, needId, need.version, 'open', '链接退回')
}

const sinceOf = (link: store.LinkRecord) =>
  link.state === 'confirmed' || link.state === 'closed'
    ? (link.confirmed_on ?? link.asked_on)
    : link.state === 'done'
      ? (link.done_on ?? link.asked_on)
      : (link.answered_on ?? link.asked_on)

export const stepRoutes = [
  route(stepLink, async (call) => {
    const { tx, tenantId, input, actor, today, note, reach } = call
    const link = await store.findLink(tx, tenantId, input.id)
    if (link === undefined) return absent(aLink)
    const at = await projectFor(call, link.project_id)
    if (!at.ok) return at
    const place = { projectId: link.project_id, communityCode: link.community_code }
    // Whoever works in the community says that something was received; all else is the worker's.
    const writes = reachOf(actor.grants, 'linkage.write')
    if (!canReach(reach, place) || (input.step !== 'confirm' && (writes === undefined || !canReach(writes, place)))) return outsideCommunity
    const may = mayStep(link.state, sinceOf(link), input, today)
    if (!may.ok) return may
    const to = may.value
    note({ details: { link: link.id, from: link.state, to }, ...(input.reason === null ? {} : { reason: input.reason }) })
    let serviceId = link.service_id
    if (input.step === 'do') {
      if ((input.quantity ?? link.quantity) > link.quantity)
        return no(
          'linkage.more',
          { zh: '比答应的多，请另外询问。', en: 'More than was promised: ask for the rest.' },
          { sort: 'invalid', field: 'quantity' },
        )
      const recorded = await record(call, link)
      if (!recorded.ok) return recorded
      serviceId = recorded.value
    }
    if (input.step === 'back' && link.state === 'done' && serviceId !== null) {
      const taken = await takeBack(call, serviceId, input.reason ?? '')
      if (!taken.ok) return taken
    }
    const changed = await store.changeLink(tx, tenantId, link.id, input.version, changesOf(input, to, serviceId))
    if (!changed) return changedMeanwhile
    await store.addStep(tx, tenantId, { linkId: link.id, from: link.state, to, on: input.on, reason: input.reason, by: actor.accountId })
    if (to === 'closed' || link.state === 'closed') await settleNeed(call, link.linkage_need_id, to === 'closed')
    return yes({ version: input.version + 1, serviceId })
  }),
]

/** The columns of each step; a step back leaves empty what it takes back. */
function changesOf(input: StepCall['input'], state: store.LinkChanges['state'], serviceId: ServiceId | null): store.LinkChanges {
  const { on, reason, confirmedBy, confirmedAs, quantity, step } = input
  if (step === 'back') {
    if (state === 'asked') return { state, answered_on: null, answer: null }
    if (state === 'accepted') return { state, done_on: null }
    if (state === 'done') return { state, confirmed_on: null, confirmed_by: null, confirmed_as: null }
    return { state, closed_on: null }
  }
  if (step === 'do') return { state, done_on: on, service_id: serviceId, ...(quantity === null ? {} : { quantity }) }
  if (step === 'confirm') return { state, confirmed_on: on, confirmed_by: confirmedBy, confirmed_as: confirmedAs }
  if (step === 'close') return { state, closed_on: on }
  return { state, answered_on: on, answer: reason }
}
