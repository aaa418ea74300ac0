import { canReach, canReachInto } from '../../kernel/reach.ts'
import { attendanceIdSchema, type ServiceId } from '../../kernel/ids.ts'
import { maskedName } from '../../kernel/masks.ts'
import { absent, changedMeanwhile, no, yes } from '../../kernel/verdict.ts'
import { newId } from '../../server/ids.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { maySeeNames } from '../identity/role-rules.ts'
import { serviceFor } from '../ledger/open-routes.ts'
import { checkAttendees, checkService } from '../ledger/service-rules.ts'
import * as ledger from '../ledger/write-store.ts'
import { findProject } from '../projects/store.ts'
import { aProject, outside, saleFor } from './income-routes.ts'
import { maySell, statementOf } from './sale-rules.ts'
import * as schema from './schema.ts'
import * as store from './store.ts'
import * as write from './write-store.ts'

const aPiece = { zh: '这件作品', en: 'piece' }

const bare = {
  line: 'living',
  status: 'held',
  startsAt: null,
  minutes: null,
  place: null,
  unnamedCount: 0,
  quantity: null,
  unit: null,
  note: null,
} as const

async function pieceFor(call: SignedInCall<unknown>, id: ServiceId) {
  const service = await serviceFor(call, id)
  if (!service.ok) return service
  const piece = await store.lockPiece(call.tx, call.tenantId, id)
  return piece === undefined ? absent(aPiece) : yes({ piece, service: service.value })
}

export const craftRoutes = [
  route(schema.listCrafts, async ({ tx, tenantId, input, reach, actor }) => {
    const { projectId } = input
    if ((await findProject(tx, tenantId, projectId)) === undefined) return absent(aProject)
    if (!canReachInto(reach, projectId)) return outside
    const shown = (name: string) => (maySeeNames(actor.grants) ? name : maskedName(name))
    const pieces = await store.listPieces(tx, tenantId, projectId, reach)
    const sales = await store.listSales(tx, tenantId, projectId, reach)
    const learners = await store.listLearners(tx, tenantId, projectId, reach)
    const makers = learners.map(({ personId, name, lessons }) => {
      const own = sales.filter(({ makerId }) => makerId === personId)
      const { salesFen, paidFen, dueFen } = statementOf(own)
      return {
        personId,
        name: shown(name),
        lessons,
        pieces: pieces.filter(({ makerId }) => makerId === personId).length,
        sold: own.length,
        salesFen,
        paidFen,
        dueFen,
      }
    })
    return yes({
      makers,
      pieces: pieces.map((piece) => ({ ...piece, maker: piece.maker === null ? null : shown(piece.maker) })),
      exhibitions: await store.listExhibitions(tx, tenantId, projectId, reach),
    })
  }),

  route(schema.addPiece, async (call) => {
    const { tx, tenantId, input, actor, reach, today } = call
    call.note({ subject: `service:${input.id}` })
    const { projectId, communityCode } = input
    const facts = await ledger.findRecordingFacts(tx, tenantId, { projectId, communityCode, ids: [input.makerId], reach })
    if (facts === undefined) return absent(aProject)
    if (!canReach(reach, { projectId, communityCode })) return outside
    const service = {
      ...bare,
      number: await write.nextNumber(tx, tenantId, projectId),
      title: input.craft,
      communityCode,
      day: input.day,
      worker: null,
    }
    const stands = checkService(service, facts.project, today)
    if (!stands.ok) return stands
    const attended = [{ id: input.attendanceId, personId: input.makerId, part: 'partner' as const, minutes: null }]
    const made = checkAttendees(attended, facts.attendees, input.day)
    if (!made.ok) return made
    await ledger.addService(tx, tenantId, { ...service, themes: [], id: input.id, projectId, kind: 'craft_piece' }, actor.accountId)
    await ledger.addAttended(tx, tenantId, input.id, attended, actor.displayName)
    await write.addPiece(tx, tenantId, { ...input, number: service.number })
    return yes({ id: input.id, number: service.number })
  }),

  route(schema.placePiece, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await pieceFor(call, input.id)
    if (!found.ok) return found
    if (found.value.piece.saleId !== null) return no('crafts.sold', { zh: '这件作品已经售出。', en: 'This piece is sold already.' })
    if (input.state === 'consigned' && input.consignedTo === null)
      return no('crafts.where', { zh: '请写明寄放在哪里。', en: 'Say with whom it is left.' }, { field: 'consignedTo', sort: 'invalid' })
    if (input.state === 'shown') {
      const exhibition = input.exhibitionId === null ? undefined : await serviceFor(call, input.exhibitionId)
      if (exhibition?.ok !== true || exhibition.value.kind !== 'exhibition')
        return no(
          'crafts.exhibition',
          { zh: '请选展销活动；没有的先在服务台账登记。', en: 'Choose an exhibition; record it among services first.' },
          { field: 'exhibitionId', sort: 'invalid' },
        )
    }
    call.note({ reason: input.reason })
    if (!(await ledger.keepVersion(tx, tenantId, input.id, input.version, input.reason, actor.accountId))) return changedMeanwhile
    await write.placePieceAt(tx, tenantId, input)
    return yes({ version: input.version + 1 })
  }),

  route(schema.sellPiece, async (call) => {
    const { tx, tenantId, input, actor, today } = call
    const found = await pieceFor(call, input.pieceId)
    if (!found.ok) return found
    const { piece, service: own } = found.value
    const may = maySell(piece, input, today)
    if (!may.ok) return may
    if (piece.makerId === null) return absent(aPiece)
    const service = { ...bare, number: piece.number, title: piece.craft, communityCode: own.community_code, day: input.day, worker: null }
    await ledger.addService(
      tx,
      tenantId,
      { ...service, themes: [], id: input.id, projectId: own.project_id, kind: 'craft_sale' },
      actor.accountId,
    )
    const attended = [{ id: attendanceIdSchema.parse(newId()), personId: piece.makerId, part: 'partner' as const, minutes: null }]
    await ledger.addAttended(tx, tenantId, input.id, attended, actor.displayName)
    const taken = {
      id: newId(),
      party: 'public' as const,
      organisationId: null,
      given: 'sale' as const,
      quantity: null,
      unit: null,
      note: null,
    }
    await ledger.addContributions(tx, tenantId, input.id, [{ ...taken, valueFen: input.priceFen }])
    await write.addSale(tx, tenantId, input)
    return yes({ id: input.id })
  }),

  route(schema.undoSale, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await saleFor(call, input.saleId)
    if (!found.ok) return found
    if (found.value.sale.paid === 'paid')
      return no('crafts.paidSale', {
        zh: '这笔销售已付给制作人，请先撤销付款。',
        en: 'Its maker was paid for this sale: take the payment back first.',
      })
    call.note({ reason: input.reason })
    if (!(await ledger.keepVersion(tx, tenantId, input.saleId, found.value.service.version, input.reason, actor.accountId)))
      return changedMeanwhile
    await ledger.setStatus(tx, tenantId, input.saleId, 'cancelled')
    await write.setSaleUndone(tx, tenantId, input.saleId)
    return yes({})
  }),
]
