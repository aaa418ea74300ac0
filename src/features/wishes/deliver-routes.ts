import { addDays } from '../../kernel/day.ts'
import type { ServiceId } from '../../kernel/ids.ts'
import { absent, changedMeanwhile, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { mayChangeUnderHours } from '../ledger/hours-routes.ts'
import type { ServiceInput } from '../ledger/schema.ts'
import { checkAttendees, checkService, withChanges } from '../ledger/service-rules.ts'
import { findService } from '../ledger/store.ts'
import * as ledger from '../ledger/write-store.ts'
import { heldWishFor } from './open-routes.ts'
import { deliverWish, stepBackWish } from './schema.ts'
import * as store from './store.ts'
import { mayStep, stateOn, stepBackFrom } from './wish-rules.ts'
import * as write from './write-store.ts'

/** The service that a delivery was stays in the ledger, cancelled and with why. */
async function cancel(call: SignedInCall<unknown>, id: ServiceId, reason: string): Promise<Verdict> {
  const { tx, tenantId, actor } = call
  const service = await findService(tx, tenantId, id, { whole: true })
  if (service === undefined) return absent({ zh: '这次服务的记录', en: 'service' })
  const cancelled = withChanges(service.row, { status: 'cancelled' })
  if (!cancelled.ok) return cancelled
  const hours = await mayChangeUnderHours(call, service.row, cancelled.value)
  if (!hours.ok) return hours
  await ledger.keepVersion(tx, tenantId, id, service.row.version, reason, actor.accountId)
  await ledger.changeService(tx, tenantId, id, cancelled.value)
  return yes()
}

export const deliverRoutes = [
  route(deliverWish, async (call) => {
    const { tx, tenantId, input, actor, today, reach } = call
    const found = await heldWishFor(call, input.id)
    if (!found.ok) return found
    const wish = found.value
    const may = mayStep(wish.state, 'deliver')
    if (!may.ok) return may
    const [claim] = await store.listClaims(tx, tenantId, wish.id)
    if (claim === undefined || claim.ended !== null) return changedMeanwhile
    const { limitFen } = await store.findSettings(tx, tenantId, wish.project_id)
    if (input.valueFen > limitFen)
      return no(
        'wishes.large',
        {
          zh: '超过本项目微心愿的价值上限，请核对；大件物资请走物资入库和发放。',
          en: 'More than a wish may be worth: record it as goods.',
        },
        { sort: 'invalid', field: 'valueFen' },
      )
    const service: ServiceInput = {
      line: wish.sort === 'goods' ? 'living' : wish.sort === 'help' ? 'social' : 'cultural',
      status: 'held',
      themes: [],
      number: null,
      title: wish.title,
      communityCode: wish.community_code,
      day: input.day,
      startsAt: null,
      minutes: null,
      place: null,
      worker: input.worker,
      unnamedCount: 0,
      quantity: null,
      unit: null,
      note: input.note,
    }
    const attended = [{ id: input.attendanceId, personId: wish.person_id, part: 'beneficiary' as const, minutes: null }]
    const facts = await ledger.findRecordingFacts(tx, tenantId, {
      projectId: wish.project_id,
      communityCode: wish.community_code,
      ids: [wish.person_id],
      reach,
    })
    if (facts === undefined) return absent({ zh: '这个项目', en: 'project' })
    const held = checkService(service, facts.project, today)
    if (!held.ok) return held
    const known = checkAttendees(attended, facts.attendees, input.day)
    if (!known.ok) return known
    await ledger.addService(tx, tenantId, { ...service, id: input.serviceId, projectId: wish.project_id, kind: 'wish' }, actor.accountId)
    await ledger.addAttended(tx, tenantId, input.serviceId, attended, actor.displayName)
    await ledger.addContributions(tx, tenantId, input.serviceId, [
      {
        id: input.contributionId,
        party: claim.party,
        organisationId: claim.organisation_id,
        given: wish.sort === 'goods' ? 'goods' : 'service',
        quantity: null,
        unit: null,
        valueFen: input.valueFen,
        note: claim.donor ?? (claim.organisation_id === null ? claim.by : null),
      },
    ])
    const delivered = { serviceId: input.serviceId, on: input.day }
    if (!(await write.setState(tx, tenantId, wish.id, input.version, { state: 'delivered', delivered }))) return changedMeanwhile
    await write.setPublished(tx, tenantId, wish.id, 'done', null)
    await write.addStep(tx, tenantId, wish.id, 'delivered', input.note, actor.accountId)
    return yes({ version: input.version + 1 })
  }),

  route(stepBackWish, async (call) => {
    const { tx, tenantId, input, actor, today } = call
    const found = await heldWishFor(call, input.id)
    if (!found.ok) return found
    const wish = found.value
    const back = stepBackFrom(stateOn(wish.state, wish.until, today))
    if (!back.ok) return back
    const to = back.value
    if (to === 'collected') {
      await write.endClaim(tx, tenantId, wish.id, 'withdrawn', input.reason, today)
      await write.unpublish(tx, tenantId, wish.id)
    }
    if (to === 'claimed' && wish.service_id !== null) {
      const cancelled = await cancel(call, wish.service_id, input.reason)
      if (!cancelled.ok) return cancelled
      const { claimDays } = await store.findSettings(tx, tenantId, wish.project_id)
      // Whoever claimed it gets the time to bring it after all.
      const until = addDays(today, claimDays)
      await write.setPublished(tx, tenantId, wish.id, 'claimed', until)
      await write.setClaimUntil(tx, tenantId, wish.id, until)
    }
    call.note({ reason: input.reason, details: { wish: wish.id, to } })
    const changed = await write.setState(tx, tenantId, wish.id, input.version, {
      state: to,
      ...(to === 'collected' ? { screenedBy: null } : {}),
      ...(to === 'claimed' ? { delivered: null } : {}),
      ...(to === 'delivered' ? { confirmed: null } : {}),
    })
    if (!changed) return changedMeanwhile
    await write.addStep(tx, tenantId, wish.id, `back.${to}`, input.reason, actor.accountId)
    return yes({ version: input.version + 1, state: to })
  }),
]
