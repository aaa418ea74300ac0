import { describe, expect, it } from 'vitest'
import { claimsTooMuch, isSelfConfirmed, lacksCheckOut, overlapsOf, presenceOf, type WrittenShift } from './shift-rules.ts'

const shift = (startsAt?: string, endsAt?: string, more: Partial<WrittenShift> = {}): WrittenShift => ({
  volunteer: 'ZY001',
  day: '2025-03-06',
  ...(startsAt === undefined ? {} : { startsAt }),
  ...(endsAt === undefined ? {} : { endsAt }),
  ...more,
})

describe('hours of a volunteer', () => {
  it.each([
    ['are too many past the next half hour', shift('13:40', '16:10', { claimed: 480 }), true],
    ['may be rounded up to the next half hour', shift('13:50', '16:10', { claimed: 150 }), false],
    ['may not be rounded up further', shift('13:50', '16:10', { claimed: 151 }), true],
    ['cannot be held against a shift that is open', shift('08:30', undefined, { claimed: 480 }), false],
  ])('%s', (_, written, tooMany) => {
    expect(claimsTooMuch(written)).toBe(tooMany)
  })

  it('are not confirmed by the volunteer', () => {
    expect(isSelfConfirmed('韩雪', '韩雪')).toBe(true)
    expect(isSelfConfirmed('韩雪', '刘欣')).toBe(false)
    expect(isSelfConfirmed(undefined, undefined)).toBe(false)
  })

  it('of a shift without a signing out are open', () => {
    expect(lacksCheckOut(shift('08:30'))).toBe(true)
    expect(presenceOf(shift('08:30'))).toBeUndefined()
    expect(presenceOf(shift('16:00', '08:30'))).toBeUndefined()
  })
})

describe('shifts of one day', () => {
  const [morning, late, next] = [shift('09:40', '12:00'), shift('10:10', '12:30'), shift('12:00', '13:00')]

  it('overlap when they share minutes: the later one is told of', () => {
    expect(overlapsOf([late, morning])).toEqual([{ shift: late, earlier: morning }])
  })

  it('do not overlap when one follows the other', () => {
    expect(overlapsOf([morning, next])).toEqual([])
  })

  it('of two volunteers never overlap', () => {
    expect(overlapsOf([morning, { ...late, volunteer: 'ZY002' }])).toEqual([])
  })

  it('may lie within a long one', () => {
    const whole = shift('08:00', '17:00')
    expect(overlapsOf([next, whole, morning]).map(({ shift: one, earlier }) => [one, earlier])).toEqual([
      [morning, whole],
      [next, whole],
    ])
  })
})
