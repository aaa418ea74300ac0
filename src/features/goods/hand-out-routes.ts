import { attendanceIdSchema, type ServiceId } from '../../kernel/ids.ts'
import { absent, changedMeanwhile, no, yes } from '../../kernel/verdict.ts'
import { newId } from '../../server/ids.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { serviceFor } from '../ledger/open-routes.ts'
import { checkAttendees } from '../ledger/service-rules.ts'
import * as ledger from '../ledger/write-store.ts'
import { leftOf, move, openChain } from './chain-routes.ts'
import * as schema from './hand-out-schema.ts'
import { roundFor } from './round-routes.ts'
import { mayHandOut } from './share-rules.ts'
import * as shares from './share-store.ts'
import { findHandOutMovement } from './stock-store.ts'

const aHandOut = { zh: '这次发放', en: 'hand-out' }

/** A hand-out of a list, its service and its lot. */
async function handedFor(call: SignedInCall<unknown>, serviceId: ServiceId) {
  const service = await serviceFor(call, serviceId)
  if (!service.ok) return service
  const handed = await shares.findHandOut(call.tx, call.tenantId, serviceId)
  return handed === undefined || service.value.status !== 'held' ? absent(aHandOut) : yes({ ...handed, service: service.value })
}

export const handOutRoutes = [
  route(schema.handOut, async (call) => {
    const { tx, tenantId, input, actor, reach, today } = call
    const found = await roundFor(call, input.roundId)
    if (!found.ok) return found
    const round = found.value
    const chain = await openChain(call, round.lot_id)
    if (!chain.ok) return chain
    const { lot } = chain.value
    let { stock } = chain.value
    const list = await shares.listShares(tx, tenantId, round.id)
    const may = mayHandOut({ closed: round.closed, day: round.day, expiresOn: lot.expires_on }, list, input.shares, today)
    if (!may.ok) return may
    call.note({ details: { handed: input.shares.length } })
    const ids = list.flatMap((share) => share.members.map(({ personId }) => personId))
    const facts = await ledger.findRecordingFacts(tx, tenantId, {
      projectId: round.project_id,
      communityCode: round.community_code,
      ids,
      reach,
    })
    for (const asked of input.shares) {
      const members = list.find(({ key }) => key === asked.key)?.members ?? []
      const attended = members.map(({ personId }) => ({
        id: attendanceIdSchema.parse(newId()),
        personId,
        part: 'beneficiary' as const,
        minutes: null,
      }))
      const stands = checkAttendees(attended, facts?.attendees ?? [], round.day)
      if (!stands.ok) return stands
      const service = {
        line: 'living',
        status: 'held',
        number: null,
        title: lot.item,
        communityCode: round.community_code,
        day: round.day,
        startsAt: null,
        minutes: null,
        place: round.place === '' ? null : round.place,
        worker: actor.displayName,
        unnamedCount: 0,
        quantity: asked.quantity,
        unit: lot.unit,
        note: null,
      } as const
      await ledger.addService(
        tx,
        tenantId,
        { ...service, themes: [], id: asked.serviceId, projectId: round.project_id, kind: 'hand_out', partOf: lot.id },
        actor.accountId,
      )
      await ledger.addAttended(tx, tenantId, asked.serviceId, attended, actor.displayName)
      const { takenBy, receipt, serviceId } = asked
      await shares.addHandOut(tx, tenantId, {
        serviceId,
        roundId: round.id,
        lotId: lot.id,
        lotNumber: lot.number,
        item: lot.item,
        takenBy: takenBy?.name ?? null,
        relation: takenBy?.relation ?? null,
        receipt,
      })
      const after = await move(
        call,
        lot.id,
        stock,
        {
          id: newId(),
          from: 'stock',
          to: 'handed_out',
          fromPlace: round.place,
          toPlace: null,
          quantity: asked.quantity,
          cause: 'hand_out',
          day: round.day,
          reason: null,
          serviceId,
          undoes: null,
        },
        lot.unit,
      )
      if (!after.ok) return after
      stock = after.value
      await shares.setHanded(tx, tenantId, round.id, asked.key, serviceId)
    }
    return yes({ handed: input.shares.length, ...leftOf(stock) })
  }),

  route(schema.undoHandOut, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await handedFor(call, input.serviceId)
    if (!found.ok) return found
    call.note({ reason: input.reason })
    const { lotId, service } = found.value
    const chain = await openChain(call, lotId)
    if (!chain.ok) return chain
    if (!(await ledger.keepVersion(tx, tenantId, input.serviceId, input.version, input.reason, actor.accountId))) return changedMeanwhile
    const origin = await findHandOutMovement(tx, tenantId, input.serviceId)
    const after = await move(
      call,
      lotId,
      chain.value.stock,
      {
        id: newId(),
        from: 'handed_out',
        to: 'stock',
        fromPlace: null,
        toPlace: origin?.fromPlace ?? '',
        quantity: service.quantity ?? 0,
        cause: 'undone',
        day: call.today,
        reason: input.reason,
        serviceId: input.serviceId,
        undoes: origin?.seq ?? null,
      },
      chain.value.lot.unit,
    )
    if (!after.ok) return after
    await shares.setHandedQuantity(tx, tenantId, input.serviceId, 0)
    await shares.clearHanded(tx, tenantId, input.serviceId)
    return yes({})
  }),

  route(schema.returnGoods, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await handedFor(call, input.serviceId)
    if (!found.ok) return found
    call.note({ reason: input.reason, details: { quantity: input.quantity } })
    const { lotId, service } = found.value
    const chain = await openChain(call, lotId)
    if (!chain.ok) return chain
    const left = Math.round(((service.quantity ?? 0) - input.quantity) * 100) / 100
    if (left < 0)
      return no(
        'goods.returnMore',
        {
          zh: `这一户只领了 ${service.quantity ?? 0}，退不了这么多。`,
          en: `This household was handed ${service.quantity ?? 0}: so many cannot come back.`,
        },
        { field: 'quantity', sort: 'invalid' },
      )
    if (!(await ledger.keepVersion(tx, tenantId, input.serviceId, input.version, input.reason, actor.accountId))) return changedMeanwhile
    const movement = {
      ...input,
      from: 'handed_out',
      to: 'stock',
      fromPlace: null,
      toPlace: input.place,
      cause: 'returned',
      undoes: null,
    } as const
    const after = await move(call, lotId, chain.value.stock, movement, chain.value.lot.unit)
    if (!after.ok) return after
    await shares.setHandedQuantity(tx, tenantId, input.serviceId, left)
    if (left === 0) await shares.clearHanded(tx, tenantId, input.serviceId)
    return yes({ version: input.version + 1 })
  }),
]
