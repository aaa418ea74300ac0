import { asOf } from '../../kernel/day.ts'
import { absent, changedMeanwhile, no, yes } from '../../kernel/verdict.ts'
import { canReach, canReachInto } from '../../kernel/reach.ts'
import { newId } from '../../server/ids.ts'
import { route } from '../../server/route.ts'
import { checkService } from '../ledger/service-rules.ts'
import * as ledger from '../ledger/write-store.ts'
import { findProject } from '../projects/store.ts'
import { lotFor, openChain } from './chain-routes.ts'
import { mayReceive, valueOf } from './lot-rules.ts'
import { changeLot, listLots, openLot, receiveLot } from './lot-schema.ts'
import * as lots from './lot-store.ts'
import { handOutRoutes } from './hand-out-routes.ts'
import * as writing from './lot-write-store.ts'
import { goodsPaperRoutes } from './paper-routes.ts'
import { roundRoutes } from './round-routes.ts'
import { listRoundsOfLot } from './round-store.ts'
import { stockRoutes } from './stock-routes.ts'
import * as stocks from './stock-store.ts'

const outside = no('goods.outside', { zh: '不在您负责的社区或项目内。', en: 'Not in your communities or projects.' }, { sort: 'forbidden' })
const aProject = { zh: '这个项目', en: 'project' }

const lotRoutes = [
  route(listLots, async ({ tx, tenantId, input, reach, today }) => {
    const project = await findProject(tx, tenantId, input.projectId)
    if (project === undefined) return absent(aProject)
    if (!canReachInto(reach, input.projectId)) return outside
    const rows = await lots.listLots(tx, tenantId, input.projectId, reach)
    return yes({ asOf: asOf(today, project.endsOn), rows: rows.map(lots.toRow) })
  }),

  route(openLot, async (call) => {
    const { tx, tenantId, input } = call
    const found = await lotFor(call, input.id, 'see')
    if (!found.ok) return found
    const { lot, service } = found.value
    const project = await findProject(tx, tenantId, service.project_id)
    const rounds = await listRoundsOfLot(tx, tenantId, lot.id)
    return yes({
      ...lots.toRow(lot),
      asOf: project === undefined ? call.today : asOf(call.today, project.endsOn),
      projectId: service.project_id,
      donorId: lot.donor_id,
      donorName: lot.donor_name,
      mayBeNamed: lot.may_be_named,
      spec: lot.spec,
      batchCode: lot.batch_code,
      unitPriceFen: lot.unit_price_fen,
      valuedBy: lot.valued_by,
      valueNote: lot.value_note,
      condition: lot.condition,
      checkedBy: lot.checked_by,
      receiptKind: lot.receipt_kind,
      receiptNumber: lot.receipt_number,
      receivedBy: lot.received_by,
      places: await stocks.listPlaces(tx, tenantId, lot.id),
      movements: await stocks.listMovements(tx, tenantId, lot.id),
      takes: await stocks.listTakes(tx, tenantId, lot.id),
      rounds: rounds.map(({ id, title, day, community_name: communityName, shares, handed }) => ({
        id,
        title,
        day,
        communityName,
        shares,
        handed,
      })),
      bookLines: lot.book_lines,
      changes: await writing.listChanges(tx, tenantId, lot.id),
    })
  }),

  route(receiveLot, async (call) => {
    const { tx, tenantId, input, actor, reach, today } = call
    call.note({ subject: `service:${input.id}` })
    const { communityCode, projectId } = input
    const facts = await ledger.findRecordingFacts(tx, tenantId, { projectId, communityCode, ids: [], reach })
    if (facts === undefined) return absent(aProject)
    if (!canReach(reach, { projectId, communityCode })) return outside
    const may = mayReceive(input, input.receivedOn, today)
    if (!may.ok) return may
    const number = await writing.nextNumber(tx, tenantId, projectId)
    const service = {
      line: 'living',
      status: 'held',
      themes: [],
      number,
      title: input.item,
      communityCode,
      day: input.receivedOn,
      startsAt: null,
      minutes: null,
      place: input.place === '' ? null : input.place,
      worker: input.receivedBy,
      unnamedCount: 0,
      quantity: input.quantity,
      unit: input.unit,
      note: null,
    } as const
    // A lot of the whole project is in none of its communities, which is not against the project's list of them.
    const stands = checkService(service, communityCode === null ? { ...facts.project, hasCommunity: true } : facts.project, today)
    if (!stands.ok) return stands
    const donor = input.donorId === null ? undefined : await writing.findDonor(tx, tenantId, input.donorId)
    if (input.donorId !== null && donor === undefined) return absent({ zh: '这个捐赠单位', en: 'donor' })
    await ledger.addService(tx, tenantId, { ...service, themes: [], id: input.id, projectId, kind: 'goods_receipt' }, actor.accountId)
    await ledger.addContributions(tx, tenantId, input.id, [
      {
        id: newId(),
        party: donor?.party ?? 'charity',
        organisationId: donor?.id ?? null,
        given: 'goods',
        quantity: input.quantity,
        unit: input.unit,
        valueFen: valueOf(input.quantity, input.unitPriceFen),
        note: null,
      },
    ])
    await writing.addLot(tx, tenantId, { ...input, number })
    await stocks.addMovement(
      tx,
      tenantId,
      input.id,
      {
        id: newId(),
        from: 'outside',
        to: 'stock',
        fromPlace: null,
        toPlace: input.place,
        quantity: input.quantity,
        cause: 'donation',
        day: input.receivedOn,
        reason: null,
        serviceId: null,
        undoes: null,
      },
      actor.accountId,
    )
    return yes({ id: input.id, number })
  }),

  route(changeLot, async (call) => {
    const { tx, tenantId, input, actor, today } = call
    const found = await lotFor(call, input.id, 'keep')
    if (!found.ok) return found
    call.note({ reason: input.reason })
    const may = mayReceive(input, found.value.lot.received_on ?? today, today)
    if (!may.ok) return may
    const donor = input.donorId === null ? undefined : await writing.findDonor(tx, tenantId, input.donorId)
    if (input.donorId !== null && donor === undefined) return absent({ zh: '这个捐赠单位', en: 'donor' })
    await stocks.lockLot(tx, tenantId, input.id)
    if (!(await ledger.keepVersion(tx, tenantId, input.id, input.version, input.reason, actor.accountId))) return changedMeanwhile
    await writing.changeLot(tx, tenantId, input.id, input, input.quantity)
    await writing.changeGift(tx, tenantId, input.id, donor, input.quantity, valueOf(input.quantity, input.unitPriceFen))
    const chain = await openChain(call, input.id, input.reason)
    if (!chain.ok) return chain.code === 'goods.short' ? tooFew : chain
    return yes({ version: input.version + 1 })
  }),
]

const tooFew = no(
  'goods.tooFew',
  {
    zh: '已发出和报损的比改后的入库数量还多，请先核对发放。',
    en: 'More than that was handed out and written off already: check the hand-outs first.',
  },
  { field: 'quantity', sort: 'invalid' },
)

export const goodsRoutes = [...lotRoutes, ...stockRoutes, ...roundRoutes, ...handOutRoutes, ...goodsPaperRoutes]
