import type { Day } from '../../kernel/day.ts'
import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { SupplyKind } from './supply-schema.ts'

type Lot = {
  readonly kind: SupplyKind
  readonly lot: string | null
  readonly expiresOn: Day | null
  readonly checkedBy: string | null
  readonly withdrawnReason: string | null
  readonly left: number
}

/** Whether a lot may be taken in: a medicine has a lot and an expiry, and has not expired. */
export function mayReceiveLot({ kind, lot, expiresOn }: Pick<Lot, 'kind' | 'lot' | 'expiresOn'>, receivedOn: Day): Verdict {
  if (kind === 'glasses') return yes()
  if (lot === null || lot === '')
    return no('supplies.noLot', { zh: '药品必须登记批号。', en: 'A medicine needs its lot.' }, { field: 'lot', sort: 'invalid' })
  if (expiresOn === null)
    return no(
      'supplies.noExpiry',
      { zh: '药品必须登记有效期。', en: 'A medicine needs its expiry.' },
      { field: 'expiresOn', sort: 'invalid' },
    )
  return expiresOn < receivedOn
    ? no(
        'supplies.expired',
        { zh: '这批药品已过有效期，不能接收。', en: 'This lot has expired and cannot be taken in.' },
        { field: 'expiresOn' },
      )
    : yes()
}

/** Why nothing of a lot can be handed out on a day, whoever asks; undefined when it can. */
export function stopOf(lot: Lot, on: Day): ReturnType<typeof no> | undefined {
  if (lot.withdrawnReason !== null)
    return no('supplies.withdrawn', { zh: '这一批已停发。', en: 'This lot was withdrawn.' }, { field: 'supplyId' })
  if (lot.expiresOn !== null && lot.expiresOn < on)
    return no(
      'supplies.expired',
      { zh: '这一批已过有效期，不能发放。', en: 'This lot has expired and cannot be handed out.' },
      { field: 'supplyId' },
    )
  if (lot.kind === 'medicine' && lot.checkedBy === null)
    return no(
      'supplies.notChecked',
      { zh: '这一批还没有药师核对，不能发放。', en: 'No pharmacist has checked this lot: it cannot be handed out.' },
      { field: 'supplyId' },
    )
  return lot.left > 0 ? undefined : no('supplies.none', { zh: '这一批已发完。', en: 'Nothing is left of this lot.' }, { field: 'supplyId' })
}

/** Whether so many of a lot may be handed to somebody on a day. */
export function mayHandOver(lot: Lot, asked: { quantity: number; explainedBy: string | null }, on: Day): Verdict {
  const stop = stopOf(lot, on)
  if (stop !== undefined) return stop
  if (asked.quantity > lot.left)
    return no(
      'supplies.tooMany',
      { zh: `这一批只剩 ${lot.left}。`, en: `Only ${lot.left} are left.` },
      { field: 'quantity', sort: 'invalid' },
    )
  if (lot.kind === 'medicine' && (asked.explainedBy === null || asked.explainedBy === ''))
    return no(
      'supplies.notExplained',
      { zh: '发药要写明由哪位药师或医生交代用法。', en: 'Say which pharmacist or doctor explained how it is taken.' },
      { field: 'explainedBy', sort: 'invalid' },
    )
  return yes()
}
