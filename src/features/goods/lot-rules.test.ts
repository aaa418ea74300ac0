import { describe, expect, it } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { differenceOf, isAsMoney, mayPlanRound, mayReceive, valueOf, warningsOf } from './lot-rules.ts'
import { mayHandOut } from './share-rules.ts'
import { pointsOf, ranked, waitingOf } from './suggestion-rules.ts'

const day = (text: string) => daySchema.parse(text)
const on = day('2024-10-11')
const rice = {
  donorKind: 'organisation',
  donorId: 'a firm',
  donorName: null,
  mayBeNamed: true,
  item: '大米',
  spec: '5kg/袋',
  category: 'food',
  unitPriceFen: 3500,
  valuedBy: 'invoice',
  valueNote: null,
  expiresOn: day('2025-10-01'),
  checkedBy: '孙博',
  receiptKind: 'letter',
  receiptNumber: null,
} as const

describe('what may be taken in', () => {
  it('rice with a bill from a firm', () => expect(mayReceive(rice, on, on)).toMatchObject({ ok: true }))
  it.each([
    ['cash', { item: '现金' }, 'goods.money'],
    ['a red packet', { item: '春节红包' }, 'goods.money'],
    ['a shopping card', { item: '超市购物卡' }, 'goods.money'],
    ['money for an operation', { item: '手术费' }, 'goods.money'],
    ['money for a hospital stay', { item: '住院费补助' }, 'goods.money'],
    ['a code to pay by', { item: '收款码' }, 'goods.money'],
    ['condolence money', { item: '慰问金' }, 'goods.money'],
    ['food without its expiry', { expiresOn: null }, 'goods.noExpiry'],
    ['food that nobody looked at', { checkedBy: null }, 'goods.notChecked'],
    ['what has expired', { expiresOn: day('2024-10-10') }, 'goods.expired'],
    ['a firm that is not said', { donorId: null }, 'goods.donor'],
    ['a person without a name', { donorKind: 'person' as const }, 'goods.donorName'],
    [
      'an anonymous donor who is named',
      { donorKind: 'anonymous' as const, donorId: null, donorName: '王某', mayBeNamed: false },
      'goods.anonymous',
    ],
    ['an anonymous donor with a letter', { donorKind: 'anonymous' as const, donorId: null, mayBeNamed: false }, 'goods.receipt'],
    ['a bill without a price', { unitPriceFen: null }, 'goods.noPrice'],
    ['a price that rests on nothing', { valuedBy: 'memo' as const }, 'goods.memoPrice'],
    ['a price compared with nothing', { valuedBy: 'fair' as const }, 'goods.noBasis'],
    ['an invoice without its number', { receiptKind: 'invoice' as const }, 'goods.noNumber'],
  ])('not %s', (_, change, code) => expect(mayReceive({ ...rice, ...change }, on, on)).toMatchObject({ ok: false, code }))
  it('not tomorrow’s', () => expect(mayReceive(rice, day('2024-10-12'), on)).toMatchObject({ ok: false, code: 'goods.future' }))
  it.each(['大米', '食用油', '棉被', '老花镜', '药盒', '轮椅', '卡通毛巾'])('%s is no money', (item) => expect(isAsMoney(item)).toBe(false))
})

it('a value is whole 分, and none where there is no price', () => {
  expect(valueOf(200, 3500)).toBe(700_000)
  expect(valueOf(2.5, 333)).toBe(833)
  expect(valueOf(3, null)).toBeNull()
})

it.each([
  [{ stock: 5, lowAt: 10, expiresOn: day('2024-10-10'), received: 50 }, ['expired', 'low']],
  [{ stock: 5, lowAt: null, expiresOn: day('2024-11-10'), received: 50 }, ['expiring']],
  [{ stock: 5, lowAt: 5, expiresOn: day('2024-11-11'), received: 50 }, []],
  [{ stock: 0, lowAt: 5, expiresOn: day('2024-10-10'), received: 50 }, []],
])('of %j somebody is told %j', (lot, warnings) => expect(warningsOf(lot, on)).toEqual(warnings))

const counted = { received: 29, handedOut: 24, remaining: 1, lost: 2 }
it.each([
  ['two are missing', { received: 29, handedOut: 24, stock: 3, lost: 2 }, counted, 2],
  ['it adds up', { received: 27, handedOut: 24, stock: 1, lost: 2 }, counted, undefined],
  ['one too many', { received: 29, handedOut: 27, stock: 0, lost: 2 }, counted, -1],
  ['nobody counted', { received: 29, handedOut: 24, stock: 5, lost: 0 }, null, undefined],
])('a closing count: %s', (_, recorded, count, missing) => expect(differenceOf(recorded, count)?.missing).toBe(missing))

it.each([
  ['within its date', { restrictedTo: null, expiresOn: on }, { day: on, fitsUse: false }, undefined],
  ['past its date', { restrictedTo: null, expiresOn: day('2024-10-10') }, { day: on, fitsUse: false }, 'goods.expiredOut'],
  ['for something else than the donor said', { restrictedTo: '只发给独居老人', expiresOn: null }, { day: on, fitsUse: false }, 'goods.use'],
  ['for what the donor said', { restrictedTo: '只发给独居老人', expiresOn: null }, { day: on, fitsUse: true }, undefined],
])('a list %s', (_, lot, round, code) => {
  const verdict = mayPlanRound(lot, round)
  expect(verdict.ok ? undefined : verdict.code).toBe(code)
})

const list = [
  { key: 'a', members: [{ name: '王秀云' }], handed: null },
  { key: 'b', members: [{ name: '张忠清' }], handed: {} },
]
const round = { closed: false, day: on, expiresOn: null }
it.each([
  ['a household that waits', round, ['a'], on, undefined],
  ['one that has its share', round, ['b'], on, 'goods.already'],
  ['one that is not on the list', round, ['c'], on, 'goods.notListed'],
  ['one twice', round, ['a', 'a'], on, 'goods.notListed'],
  ['when the list has ended', { ...round, closed: true }, ['a'], on, 'goods.closed'],
  ['before its day', round, ['a'], day('2024-10-10'), 'goods.ahead'],
  ['when it has expired', { ...round, expiresOn: day('2024-10-10') }, ['a'], on, 'goods.expiredOut'],
])('handing out to %s', (_, at, keys, today, code) => {
  const verdict = mayHandOut(
    at,
    list,
    keys.map((key) => ({ key, quantity: 1 })),
    today,
  )
  expect(verdict.ok ? undefined : verdict.code).toBe(code)
})

it('who has the hardest life, waited longest and lacks most comes first, with the same points for the same', () => {
  const never = { name: '甲', labels: ['DB', 'DJ'] as const, lastOn: null, needs: ['物质生活'] }
  const lately = { name: '乙', labels: ['DB', 'DJ'] as const, lastOn: day('2024-10-01'), needs: ['物质生活'] }
  const easy = { name: '丙', labels: [] as const, lastOn: null, needs: [] }
  expect(ranked([easy, lately, never], on).map(({ name, points }) => [name, points])).toEqual([
    ['甲', 13],
    ['乙', 9],
    ['丙', 4],
  ])
  expect(pointsOf({ labels: ['TK', 'TK'], lastOn: on, needs: ['一', '二', '三', '四'] }, on)).toBe(11)
  expect(waitingOf(day('2024-09-11'), on)).toBe('lately')
  expect(waitingOf(day('2024-09-10'), on)).toBe('month')
})
