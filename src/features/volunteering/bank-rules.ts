import type { Words } from '../../kernel/words.ts'
import { no, yes, type Verdict } from '../../kernel/verdict.ts'

export type BankKind = 'deposit' | 'redeem' | 'donate' | 'transfer_relative' | 'expire' | 'adjust'
export type BankAccount = 'person' | 'relative' | 'pool' | 'source' | 'spent' | 'expired'

export const bankKindWords: Record<BankKind, Words> = {
  deposit: { zh: '存入', en: 'Deposit' },
  redeem: { zh: '兑换服务', en: 'Taken as service' },
  donate: { zh: '捐入公益池', en: 'Given to the pool' },
  transfer_relative: { zh: '转给亲属', en: 'To a relative' },
  expire: { zh: '到期', en: 'Expired' },
  adjust: { zh: '更正', en: 'Correction' },
}

/** From which account to which an entry moves minutes: every entry takes from one what it gives to another. */
export function sidesOf(kind: BankKind, down: boolean): readonly [from: BankAccount, to: BankAccount] {
  switch (kind) {
    case 'deposit':
      return ['source', 'person']
    case 'redeem':
      return ['person', 'spent']
    case 'donate':
      return ['person', 'pool']
    case 'transfer_relative':
      return ['person', 'relative']
    case 'expire':
      return ['person', 'expired']
    case 'adjust':
      return down ? ['person', 'source'] : ['source', 'person']
  }
}

export type Booking = {
  readonly kind: BankKind
  readonly minutes: number
  readonly down: boolean
  readonly hasReason: boolean
  readonly balance: number
  /** Confirmed minutes that have not been deposited. */
  readonly notDeposited: number
  /** The relative's balance; undefined when nobody is named. */
  readonly relativeBalance: number | undefined
  readonly capMinutes: number
}

const tooLittle = no(
  'bank.tooLittle',
  { zh: '账户余额不足，时间银行不能透支。', en: 'There is not so much in the account: it never falls below nothing.' },
  { field: 'minutes' },
)

/** Whether an entry may be booked. Minutes are thanks and never money: nothing here can be paid out. */
export function mayBook(booking: Booking): Verdict {
  const { kind, minutes, balance, capMinutes } = booking
  const [from, to] = sidesOf(kind, booking.down)
  if (kind === 'adjust' && !booking.hasReason)
    return no('bank.reason', { zh: '更正须写明理由。', en: 'A correction needs a reason.' }, { field: 'reason', sort: 'invalid' })
  if (kind === 'deposit' && minutes > booking.notDeposited)
    return no(
      'bank.notConfirmed',
      {
        zh: '只能存入已确认且还没有存过的时长。',
        en: 'Only confirmed hours that were not deposited before can be deposited.',
      },
      { field: 'minutes', sort: 'invalid' },
    )
  if (kind === 'transfer_relative' && booking.relativeBalance === undefined)
    return no('bank.relative', { zh: '请选择转给哪位亲属。', en: 'Choose the relative.' }, { field: 'toId', sort: 'invalid' })
  if (from === 'person' && minutes > balance) return tooLittle
  const receiving = to === 'person' ? balance : to === 'relative' ? (booking.relativeBalance ?? 0) : undefined
  if (receiving !== undefined && receiving + minutes > capMinutes)
    return no(
      'bank.cap',
      {
        zh: `超过个人账户上限${capMinutes / 60}小时，多出的可以捐入公益池。`,
        en: `Beyond the cap of ${capMinutes / 60} hours for one person: what is over can be given to the pool.`,
      },
      { field: 'minutes' },
    )
  return yes()
}
