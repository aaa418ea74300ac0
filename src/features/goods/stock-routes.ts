import { absent, changedMeanwhile, no, yes } from '../../kernel/verdict.ts'
import { newId } from '../../server/ids.ts'
import { route } from '../../server/route.ts'
import * as ledger from '../ledger/write-store.ts'
import { leftOf, lotFor, move, openChain } from './chain-routes.ts'
import { setQuantity } from './lot-write-store.ts'
import { movementOfTake, reverseOf } from './movement-rules.ts'
import { countGoods, loseGoods, moveGoods, undoMovement } from './stock-schema.ts'
import * as stocks from './stock-store.ts'

export const stockRoutes = [
  route(loseGoods, async (call) => {
    const { input } = call
    const found = await lotFor(call, input.lotId, 'keep')
    if (!found.ok) return found
    call.note({ reason: input.reason, details: { quantity: input.quantity, cause: input.cause } })
    const chain = await openChain(call, input.lotId)
    if (!chain.ok) return chain
    const { lot, stock } = chain.value
    const after = await move(
      call,
      input.lotId,
      stock,
      { ...input, from: 'stock', to: 'lost', fromPlace: input.place, toPlace: null, serviceId: null, undoes: null },
      lot.unit,
    )
    return after.ok ? yes(leftOf(after.value)) : after
  }),

  route(moveGoods, async (call) => {
    const { input } = call
    const found = await lotFor(call, input.lotId, 'keep')
    if (!found.ok) return found
    call.note({ details: { quantity: input.quantity } })
    const chain = await openChain(call, input.lotId)
    if (!chain.ok) return chain
    const { lot, stock } = chain.value
    const movement = {
      id: input.id,
      from: 'stock',
      to: 'stock',
      fromPlace: input.from,
      toPlace: input.to,
      quantity: input.quantity,
      cause: 'moved',
      day: input.day,
      reason: null,
      serviceId: null,
      undoes: null,
    } as const
    const after = await move(call, input.lotId, stock, movement, lot.unit)
    return after.ok ? yes(leftOf(after.value)) : after
  }),

  route(countGoods, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await lotFor(call, input.lotId, 'keep')
    if (!found.ok) return found
    const chain = await openChain(call, input.lotId)
    if (!chain.ok) return chain
    const { lot, stock } = chain.value
    const expected = stock.places.get(input.place) ?? 0
    if (expected !== input.expected) return changedMeanwhile
    const movement = movementOfTake({ ...input, expected })
    if (!movement.ok) return movement
    call.note({ ...(input.reason === null ? {} : { reason: input.reason }), details: { expected, counted: input.counted } })
    await stocks.addTake(tx, tenantId, { ...input, expected }, actor.accountId)
    let after = stock
    if (movement.value !== undefined && input.cause !== null) {
      const { value } = movement
      if (value.from === 'outside' || value.to === 'outside') {
        if (!(await ledger.keepVersion(tx, tenantId, lot.id, lot.version, input.reason ?? '', actor.accountId))) return changedMeanwhile
        await setQuantity(tx, tenantId, lot, lot.quantity + input.counted - expected)
      }
      const done = await move(
        call,
        input.lotId,
        stock,
        { ...value, id: newId(), cause: input.cause, day: input.day, reason: input.reason, serviceId: null, undoes: null },
        lot.unit,
      )
      if (!done.ok) return done
      after = done.value
    }
    await stocks.settleCount(tx, tenantId, input.lotId)
    return yes(leftOf(after))
  }),

  route(undoMovement, async (call) => {
    const { tx, tenantId, input } = call
    const found = await lotFor(call, input.lotId, 'keep')
    if (!found.ok) return found
    call.note({ reason: input.reason })
    const chain = await openChain(call, input.lotId)
    if (!chain.ok) return chain
    const { lot, stock } = chain.value
    const movement = (await stocks.listMovements(tx, tenantId, input.lotId)).find(({ seq }) => seq === input.seq)
    if (movement === undefined) return absent({ zh: '这一笔出入库', en: 'movement' })
    const isUndoable = (movement.to === 'lost' || movement.cause === 'moved' || movement.cause === 'found') && movement.cause !== 'book'
    if (!isUndoable || movement.undone || movement.undoes !== null)
      return no('goods.notUndoable', {
        zh: '这一笔不能在这里撤销：发放请到发放单里撤销，入库数量请用“更正”。',
        en: 'This cannot be taken back here: take hand-outs back on their list, and correct what was received.',
      })
    const after = await move(
      call,
      input.lotId,
      stock,
      {
        ...reverseOf(movement),
        id: input.id,
        cause: 'undone',
        day: call.today,
        reason: input.reason,
        serviceId: null,
        undoes: movement.seq,
      },
      lot.unit,
    )
    return after.ok ? yes(leftOf(after.value)) : after
  }),
]
