import { describe, expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { canTakeEffect, inverseOf, isOfContract, mayDecide, saidOf, standingOf, type Now } from './change-rules.ts'
import type { What } from './change-schema.ts'

const day = (text: string) => daySchema.parse(text)
const now: Now = {
  startsOn: day('2024-09-01'),
  endsOn: day('2025-05-01'),
  targets: [{ id: 't', wording: '个案服务人次', value: 310, unit: '人次' }],
  budget: [
    { id: 'a', name: '活动物资', amountFen: 100_000, spentFen: 60_000 },
    { id: 'b', name: '宣传费', amountFen: 20_000, spentFen: 0 },
  ],
}
const transfer = (amountFen: number, fromId = 'a', toId = 'b'): What => ({ kind: 'transfer', fromId, toId, amountFen })
const period = (startsOn: string, endsOn: string): What => ({ kind: 'period', startsOn: day(startsOn), endsOn: day(endsOn) })
const staff = (leaves: string, comes: string): What => ({ kind: 'staff', role: '社工', leaves, comes, on: day('2025-01-01') })

describe('a change takes effect', () => {
  test.each([
    ['all that is left of a line', transfer(40_000), undefined],
    ['more than is left of a line', transfer(40_001), 'course.spent'],
    ['into the line it comes from', transfer(100, 'a', 'a'), 'course.sameLine'],
    ['from a line that is gone', transfer(100, 'x'), 'course.gone'],
    ['a longer period', period('2024-09-01', '2025-06-30'), undefined],
    ['the period it has', period('2024-09-01', '2025-05-01'), 'course.same'],
    ['a period that ends before it begins', period('2024-09-01', '2024-08-31'), 'course.period'],
    ['a higher target', { kind: 'target', targetId: 't', value: 349 }, undefined],
    ['the target it has', { kind: 'target', targetId: 't', value: 310 }, 'course.same'],
    ['somebody for somebody', staff('刘社工', '王社工'), undefined],
    ['nobody for nobody', staff('', ''), 'course.nobody'],
  ] as const satisfies readonly (readonly [string, What, string | undefined])[])('%s', (_what, what, code) => {
    const verdict = canTakeEffect(what, now)
    expect(verdict.ok ? undefined : verdict.code).toBe(code)
  })

  test.each([
    ['a transfer', transfer(5_000)],
    ['a period', period('2024-09-01', '2025-06-30')],
    ['a target', { kind: 'target', targetId: 't', value: 349 }],
    ['staff', staff('刘社工', '王社工')],
  ] as const satisfies readonly (readonly [string, What])[])('and is taken back by its opposite: %s', (_what, what) => {
    const earlier = standingOf(what, now)
    const back = inverseOf(what, earlier)
    expect(saidOf(back, now, what).to).toBe(saidOf(what, now, earlier).from)
  })
})

describe('who decides', () => {
  const asked = { state: 'asked', askedBy: 'liu' } as const
  const manager = { accountId: 'zhou', isBureau: false }
  const bureau = { accountId: 'sun', isBureau: true }
  test.each([
    ['another than whoever asked', asked, { ...manager, accountId: 'liu' }, true, null, transfer(100), 'course.own'],
    ['the manager, of up to a tenth of a line', asked, manager, true, null, transfer(10_000), undefined],
    ['not without the funder, of more than a tenth', asked, manager, true, null, transfer(10_001), 'course.basis'],
    ['the manager, saying where the funder agreed', asked, manager, true, '民函〔2025〕3号', transfer(10_001), undefined],
    ['the bureau itself', asked, bureau, true, null, transfer(30_000), undefined],
    ['the manager, who refuses', asked, manager, false, null, period('2024-09-01', '2025-06-30'), undefined],
    ['not the period without the funder', asked, manager, true, null, period('2024-09-01', '2025-06-30'), 'course.basis'],
    ['once', { ...asked, state: 'approved' }, bureau, false, null, transfer(100), 'course.decided'],
  ] as const)('%s', (_what, change, by, approve, basis, what, code) => {
    const verdict = mayDecide(change, by, { approve, basis, ofContract: isOfContract(what, now) })
    expect(verdict.ok ? undefined : verdict.code).toBe(code)
  })
})
