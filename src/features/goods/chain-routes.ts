import type { Day } from '../../kernel/day.ts'
import type { ServiceId } from '../../kernel/ids.ts'
import { canReach, canReachInto } from '../../kernel/reach.ts'
import { absent, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { newId } from '../../server/ids.ts'
import type { SignedInCall } from '../../server/route.ts'
import { findService } from '../ledger/store.ts'
import { findLot, type ReadLot } from './lot-store.ts'
import { evened, inStock, moved, type Movement, type Stock } from './movement-rules.ts'
import * as store from './stock-store.ts'

const outside = no(
  'goods.outside',
  { zh: '这批物资不在您负责的社区或项目内。', en: 'This lot is not in your communities or projects.' },
  { sort: 'forbidden' },
)
const aLot = { zh: '这批物资', en: 'lot' }

export type FoundLot = { lot: ReadLot; service: NonNullable<Awaited<ReturnType<typeof findService>>>['row'] }

/**
 * A lot within the caller's reach. One of the whole project is seen and handed out by whoever works in a part of the
 * project, and kept by those who answer for the whole.
 */
export async function lotFor(call: SignedInCall<unknown>, id: ServiceId, to: 'see' | 'keep'): Promise<Verdict<FoundLot>> {
  call.note({ subject: `service:${id}` })
  const found = await findService(call.tx, call.tenantId, id, call.reach)
  if (found === undefined) return absent(aLot)
  const { row } = found
  const may =
    row.community_code === null && to === 'see'
      ? canReachInto(call.reach, row.project_id)
      : canReach(call.reach, { projectId: row.project_id, communityCode: row.community_code })
  if (!may) return outside
  const lot = await findLot(call.tx, call.tenantId, id)
  return lot === undefined ? absent(aLot) : yes({ lot, service: row })
}

const bookNegative = no('goods.bookNegative', {
  zh: '按原表，这一批发出和报损的比收到的还多。请先更正入库数量，或到服务台账取消多登的发放行，再办出入库。',
  en: 'By the books more of this lot went out than came in. Correct the quantity received or cancel lines of hand-outs that are too many, then go on.',
})

/**
 * Locks a lot and brings its chain up to what was received and to what books say was handed out: a lot of an import has no
 * chain before somebody first works with it, and a later import may bring more lines.
 */
export async function openChain(
  call: SignedInCall<unknown>,
  lotId: ServiceId,
  corrected?: string,
): Promise<Verdict<{ lot: ReadLot; stock: Stock }>> {
  const { tx, tenantId, actor } = call
  await store.lockLot(tx, tenantId, lotId)
  const lot = await findLot(tx, tenantId, lotId)
  if (lot === undefined) return absent(aLot)
  let stock = await store.stockOf(tx, tenantId, lotId)
  const day: Day = lot.received_on ?? call.today
  const isNew = lot.chain_seq === null
  const due: { from: Movement['from']; to: Movement['to']; change: number; cause: 'donation' | 'book' | 'miscounted' }[] = [
    {
      from: 'outside',
      to: 'stock',
      change: lot.quantity - stock.received,
      cause: isNew ? 'donation' : corrected === undefined ? 'book' : 'miscounted',
    },
    { from: 'stock', to: 'handed_out', change: lot.book_out - lot.chain_book_out, cause: 'book' },
    { from: 'stock', to: 'lost', change: isNew ? (lot.count_damaged ?? 0) : 0, cause: 'book' },
  ]
  for (const { from, to, change: raw, cause } of due) {
    const change = evened(raw)
    if (change === 0) continue
    const [at, into] = change > 0 ? [from, to] : [to, from]
    const movement: Movement = {
      from: at,
      to: into,
      fromPlace: at === 'stock' ? fullest(stock) : null,
      toPlace: into === 'stock' ? fullest(stock) : null,
      quantity: Math.abs(change),
    }
    const after = moved(stock, movement)
    if (!after.ok) return corrected === undefined ? bookNegative : after
    await store.addMovement(
      tx,
      tenantId,
      lotId,
      { ...movement, id: newId(), cause, day, reason: corrected ?? null, serviceId: null, undoes: null },
      actor.accountId,
    )
    stock = after.value
  }
  return yes({ lot, stock })
}

/** The place where most of a lot lies. */
const fullest = (stock: Stock): string => [...stock.places].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? ''

/** Decides and writes one movement of a lot that is locked. */
export async function move(
  call: SignedInCall<unknown>,
  lotId: ServiceId,
  stock: Stock,
  movement: store.NewMovement,
  unit: string | null,
): Promise<Verdict<Stock>> {
  const after = moved(stock, movement, unit ?? '')
  if (!after.ok) return after
  await store.addMovement(call.tx, call.tenantId, lotId, movement, call.actor.accountId)
  await store.followCount(call.tx, call.tenantId, lotId, movement)
  return after
}

export const leftOf = (stock: Stock) => ({ stock: inStock(stock) })
