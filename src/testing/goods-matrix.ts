import { v7 } from 'uuid'
import { addRound } from '../features/goods/round-store.ts'
import { daySchema } from '../kernel/day.ts'
import type { TenantId, Tx } from '../server/db.ts'
import type { Aim, Spot } from './matrix.ts'

// What the endpoints of goods are asked for.

const version = 9999
const described = {
  donorKind: 'anonymous',
  donorId: null,
  donorName: null,
  mayBeNamed: false,
  item: '毛巾',
  category: 'daily',
  spec: null,
  batchCode: null,
  unitPriceFen: null,
  valuedBy: 'memo',
  valueNote: null,
  condition: 'new',
  expiresOn: null,
  checkedBy: null,
  restrictedTo: null,
  receiptKind: 'anonymous',
  receiptNumber: null,
  lowAt: null,
  receivedBy: null,
}

export const goodsMatrix: Record<string, { aim: Aim; input: (spot: Spot) => object; findsNothing?: true }> = {
  'goods.list': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'goods.open': { aim: 'record', input: (spot) => ({ id: spot.goods.lotId }) },
  'goods.receive': {
    aim: 'record',
    input: (spot) => ({
      ...described,
      id: v7(),
      projectId: spot.projectId,
      communityCode: spot.communityCode,
      receivedOn: '2024-10-01',
      quantity: 10,
      unit: '条',
      place: '库房',
    }),
  },
  'goods.change': { aim: 'record', input: (spot) => ({ ...described, id: spot.goods.lotId, version, quantity: 9, reason: '数错了' }) },
  'goods.lose': {
    aim: 'record',
    input: (spot) => ({ id: v7(), lotId: spot.goods.lotId, day: '2024-10-02', place: '', quantity: 1, cause: 'damaged', reason: '破了' }),
  },
  'goods.move': {
    aim: 'record',
    input: (spot) => ({ id: v7(), lotId: spot.goods.lotId, day: '2024-10-02', from: '', to: '二楼', quantity: 1 }),
  },
  'goods.count': {
    aim: 'record',
    input: (spot) => ({
      id: v7(),
      lotId: spot.goods.lotId,
      day: '2024-10-02',
      place: '',
      expected: 10,
      counted: 10,
      cause: null,
      reason: null,
    }),
  },
  'goods.undoMovement': {
    aim: 'record',
    findsNothing: true,
    input: (spot) => ({ id: v7(), lotId: spot.goods.lotId, seq: 99, reason: '登错了' }),
  },
  'goods.print': { aim: 'record', input: (spot) => ({ id: spot.goods.lotId, paper: 'letter', format: 'html' }) },
  'goods.rounds': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'goods.openRound': { aim: 'record', input: (spot) => ({ id: spot.goods.roundId }) },
  'goods.printRound': { aim: 'record', input: (spot) => ({ id: spot.goods.roundId, format: 'html' }) },
  'goods.planRound': {
    aim: 'record',
    input: (spot) => ({
      id: v7(),
      lotId: spot.goods.lotId,
      communityCode: spot.communityCode,
      title: '发毛巾',
      day: '2024-10-02',
      place: '',
      each: 1,
      fitsUse: true,
    }),
  },
  'goods.closeRound': { aim: 'record', input: (spot) => ({ id: spot.goods.roundId, version, closed: true, sheetKeptAt: null }) },
  'goods.addRecipients': {
    aim: 'record',
    input: (spot) => ({ roundId: spot.goods.roundId, people: [{ id: v7(), personId: spot.personId }] }),
  },
  'goods.removeRecipients': { aim: 'record', input: (spot) => ({ roundId: spot.goods.roundId, key: v7(), reason: '搬走了' }) },
  'goods.suggest': { aim: 'record', input: (spot) => ({ roundId: spot.goods.roundId }) },
  'goods.handOut': {
    aim: 'record',
    input: (spot) => ({
      roundId: spot.goods.roundId,
      shares: [{ key: v7(), serviceId: v7(), quantity: 1, takenBy: null, receipt: 'paper' }],
    }),
  },
  'goods.undoHandOut': { aim: 'record', findsNothing: true, input: (spot) => ({ serviceId: spot.serviceId, version, reason: '没有发' }) },
  'goods.return': {
    aim: 'record',
    findsNothing: true,
    input: (spot) => ({ id: v7(), serviceId: spot.serviceId, version, quantity: 1, day: '2024-10-03', place: '', reason: '不需要' }),
  },
}

/** A lot in a place of the matrix, and a list for it. */
export async function addGoodsTo(tx: Tx, tenantId: TenantId, spot: Spot): Promise<void> {
  const { projectId, communityCode } = spot
  const day = daySchema.parse('2024-10-01')
  const { lotId, roundId } = spot.goods
  await tx
    .insertInto('service')
    .values({
      tenant_id: tenantId,
      id: lotId,
      project_id: projectId,
      line: 'living',
      kind: 'goods_receipt',
      status: 'held',
      community_code: communityCode,
      day,
      quantity: 10,
    })
    .execute()
  await tx
    .insertInto('goods_lot')
    .values({ tenant_id: tenantId, service_id: lotId, project_id: projectId, number: 'WZ001', item: '毛巾', quantity: 10, unit: '条' })
    .execute()
  await addRound(
    tx,
    tenantId,
    { id: roundId, projectId, lotId, communityCode, title: '发毛巾', day, place: '', each: 1, fitsUse: false },
    spot.accountId,
  )
}
