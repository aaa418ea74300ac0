import { canReach, canReachInto } from '../../kernel/reach.ts'
import { absent, changedMeanwhile, no, yes } from '../../kernel/verdict.ts'
import { route } from '../../server/route.ts'
import { checkService } from '../ledger/service-rules.ts'
import { findService } from '../ledger/store.ts'
import * as ledger from '../ledger/write-store.ts'
import { findProject } from '../projects/store.ts'
import { findHost } from './day-store.ts'
import { clinicFor, visitFor } from './found-routes.ts'
import { mayHandOver, mayReceiveLot } from './supply-rules.ts'
import { checkSupply, handOver, handOversOfClinic, listSupplies, receiveSupply, undoHandOver } from './supply-schema.ts'
import * as store from './supply-store.ts'

const outside = no('supplies.outside', { zh: '这批物品不在您负责的范围内。', en: 'This lot is not in your reach.' }, { sort: 'forbidden' })
const aLot = { zh: '这一批', en: 'lot' }

export const supplyRoutes = [
  route(listSupplies, async ({ tx, tenantId, input, reach }) => {
    if ((await findProject(tx, tenantId, input.projectId)) === undefined) return absent({ zh: '这个项目', en: 'project' })
    if (!canReachInto(reach, input.projectId)) return outside
    return yes({ rows: await store.listSupplies(tx, tenantId, input.projectId, reach) })
  }),

  route(receiveSupply, async (call) => {
    const { tx, tenantId, input, actor, reach, today } = call
    call.note({ subject: `service:${input.id}` })
    const service = {
      line: 'physical',
      status: 'held',
      themes: [],
      number: null,
      title: input.name,
      communityCode: input.communityCode,
      day: input.receivedOn,
      startsAt: null,
      minutes: null,
      place: null,
      worker: actor.displayName,
      unnamedCount: 0,
      quantity: input.quantity,
      unit: input.unit,
      note: null,
    } as const
    const facts = await ledger.findRecordingFacts(tx, tenantId, {
      projectId: input.projectId,
      communityCode: input.communityCode,
      ids: [],
      reach,
    })
    if (facts === undefined) return absent({ zh: '这个项目', en: 'project' })
    if (!canReach(reach, { projectId: input.projectId, communityCode: input.communityCode })) return outside
    const may = checkService(service, facts.project, today)
    if (!may.ok) return may
    const fits = mayReceiveLot(input, input.receivedOn)
    if (!fits.ok) return fits
    const source = await findHost(tx, tenantId, input.sourceId)
    if (source === undefined) return absent({ zh: '这个捐赠单位', en: 'donor' })
    await ledger.addService(
      tx,
      tenantId,
      { ...service, themes: [], id: input.id, projectId: input.projectId, kind: 'goods_receipt' },
      actor.accountId,
    )
    await ledger.setHost(tx, tenantId, input.id, source.id)
    await ledger.addGift(tx, tenantId, input.id, source, { quantity: input.quantity, unit: input.unit })
    await store.addSupply(tx, tenantId, input)
    return yes({ id: input.id })
  }),

  route(checkSupply, async (call) => {
    const { tx, tenantId, input } = call
    call.note({ subject: `service:${input.id}` })
    const found = await findService(tx, tenantId, input.id, call.reach)
    if (found === undefined) return absent(aLot)
    if (!found.isWithin) return outside
    const supply = await store.lockSupply(tx, tenantId, input.id)
    if (supply === undefined)
      return no('supplies.otherKind', { zh: '这不是药品或老花镜的批次。', en: 'This is no lot of medicines or glasses.' })
    const { change } = input
    if (change.to === 'checked') {
      const may =
        change.on > call.today
          ? no('supplies.ahead', { zh: '核对日期不能在今天之后。', en: 'The check lies ahead.' }, { field: 'on' })
          : yes()
      if (!may.ok) return may
    } else call.note({ reason: change.reason })
    const set =
      change.to === 'checked'
        ? { checked_by: change.by, checked_on: change.on }
        : { withdrawn_reason: change.to === 'withdrawn' ? change.reason : null }
    return (await store.changeSupply(tx, tenantId, input.id, input.version, set)) ? yes({ version: input.version + 1 }) : changedMeanwhile
  }),

  route(handOversOfClinic, async (call) => {
    const found = await clinicFor(call, call.input.serviceId)
    return found.ok ? yes({ rows: await store.listHandOvers(call.tx, call.tenantId, call.input.serviceId) }) : found
  }),

  route(handOver, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await visitFor(call, input.attendanceId)
    if (!found.ok) return found
    const { service } = found.value
    const lot = await findService(tx, tenantId, input.supplyId, call.reach)
    if (lot === undefined) return absent(aLot)
    const supply = await store.lockSupply(tx, tenantId, input.supplyId)
    if (supply === undefined || lot.row.project_id !== service.project_id) return absent(aLot)
    const may = mayHandOver(supply, input, service.day ?? call.today)
    if (!may.ok) return may
    call.note({ details: { quantity: input.quantity } })
    await store.addHandOver(tx, tenantId, input, actor.accountId)
    return yes({ left: supply.left - input.quantity })
  }),

  route(undoHandOver, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await visitFor(call, input.attendanceId)
    if (!found.ok) return found
    call.note({ reason: input.reason })
    const undone = await store.undoHandOver(tx, tenantId, input.attendanceId, input.id, input.reason, actor.accountId)
    return undone ? yes({}) : absent({ zh: '这次发放', en: 'hand-over' })
  }),
]
