import { expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { almanacOf } from './almanac-reader.ts'

const one = (day: string) => {
  const parsed = daySchema.parse(day)
  const [found] = almanacOf(parsed, parsed, [])
  if (found === undefined) throw new Error('No such day.')
  return found
}

test.each([
  ['2025-01-28', '除夕'],
  ['2025-01-29', '春节'],
  ['2025-02-12', '元宵节'],
  ['2025-03-01', '龙抬头'],
  ['2025-05-31', '端午节'],
  ['2025-08-29', '七夕节'],
  ['2025-10-06', '中秋节'],
  ['2025-10-29', '重阳节（老年节）'],
  ['2026-01-26', '腊八节'],
  ['2026-02-10', '小年'],
  ['2026-02-16', '除夕'],
  ['2026-09-25', '中秋节'],
  ['2028-10-26', '重阳节（老年节）'],
  ['2029-01-22', '腊八节'],
  ['2024-09-17', '中秋节'],
  ['2025-03-18', '国际社工日'],
  ['2025-05-18', '全国助残日'],
  ['2025-10-01', '国际老人节'],
])('%s is %s', (day, name) => expect(one(day).festivals).toContain(name))

test.each([
  ['2026-02-04', '立春'],
  ['2026-04-05', '清明'],
  ['2026-12-22', '冬至'],
  ['2026-10-23', '霜降'],
])('on %s begins %s', (day, term) => expect(one(day).term).toBe(term))

test('a leap month repeats no festival: the second sixth month of 2025 has none of the first', () => {
  expect(one('2025-07-25').lunar).toBe('闰六月')
  expect(almanacOf(daySchema.parse('2025-07-25'), daySchema.parse('2025-08-22'), []).flatMap((day) => day.festivals)).not.toContain(
    '七夕节',
  )
})

test('a holiday and a day worked instead are known; what was marked by hand comes first; after the last year announced there is none', () => {
  expect(one('2024-10-01').marked).toEqual({ name: '国庆节', sort: 'holiday', byHand: false })
  expect(one('2024-09-29').marked).toMatchObject({ sort: 'worked' })
  const day = daySchema.parse('2024-10-01')
  expect(almanacOf(day, day, [{ day, name: '照常上班', sort: 'ordinary' }])[0]?.marked).toEqual({
    name: '照常上班',
    sort: 'ordinary',
    byHand: true,
  })
  expect(one('2031-10-01').marked).toBeNull()
})
