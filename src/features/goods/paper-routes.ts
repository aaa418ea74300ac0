import { paperFile } from '../../server/paper.ts'
import { route } from '../../server/route.ts'
import { paperHeadOf } from '../ledger/store.ts'
import { lotFor } from './chain-routes.ts'
import { letterPaper, receivedPaper, rollPaper } from './goods-paper-rules.ts'
import { printLot, printRound } from './hand-out-schema.ts'
import { reachOfLot, totalsOf } from './lot-store.ts'
import { roundFor } from './round-routes.ts'
import { toRoundRow } from './round-store.ts'
import { listShares } from './share-store.ts'
import { listMovements } from './stock-store.ts'

export const goodsPaperRoutes = [
  route(printRound, async (call) => {
    const { tx, tenantId, input } = call
    const found = await roundFor(call, input.id)
    if (!found.ok) return found
    const round = found.value
    const head = await paperHeadOf(tx, tenantId, round.project_id)
    const list = await listShares(tx, tenantId, round.id)
    return paperFile(call, input.format, `${round.item}发放签收表`, rollPaper({ ...head, round: toRoundRow(round), list }))
  }),

  route(printLot, async (call) => {
    const { tx, tenantId, input } = call
    const found = await lotFor(call, input.id, 'keep')
    if (!found.ok) return found
    const { lot, service } = found.value
    const head = await paperHeadOf(tx, tenantId, service.project_id)
    const movements = await listMovements(tx, tenantId, lot.id)
    const reach = await reachOfLot(tx, tenantId, lot.id)
    const facts = { ...head, lot, totals: totalsOf(lot), movements, reach, today: call.today }
    return input.paper === 'received'
      ? paperFile(call, input.format, `${lot.number}捐赠物资接收单`, receivedPaper(facts))
      : paperFile(call, input.format, `${lot.number}捐赠物资使用反馈函`, letterPaper(facts))
  }),
]
