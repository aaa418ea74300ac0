import { describe, expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { pictureOf, standsTo, type Taken } from './health-trend-rules.ts'
import { emptyReading, type Reading } from './part-schema.ts'
import type { Target } from './schema.ts'

const taken = (day: string | null, reading: Partial<Reading>): Taken => ({
  attendanceId: `a-${day ?? 'undated'}`,
  day: day === null ? null : daySchema.parse(day),
  reading: { ...emptyReading, ...reading },
})
const target = (more: Partial<Target>): Target => ({
  id: '0199f3a0-0000-7000-8000-000000000001',
  measure: 'pressure',
  low: null,
  high: 140,
  lowSecond: null,
  highSecond: 90,
  doctor: '李医生',
  institution: null,
  saidOn: daySchema.parse('2024-10-01'),
  ...more,
})
const pressed = (systolic: number, diastolic: number): Partial<Reading> => ({ pressures: [{ systolic, diastolic }] })

describe('a person’s readings over time', () => {
  test('are drawn by their days, the oldest first; one without a day is not drawn', () => {
    const picture = pictureOf(
      'pressure',
      [taken('2024-11-01', pressed(150, 90)), taken(null, pressed(200, 120)), taken('2024-10-01', pressed(130, 80))],
      [],
    )
    const systolic = picture?.lines.find(({ key }) => key === 'systolic')?.points ?? []
    expect(systolic.map(({ day, value, x }) => [day, value, x])).toEqual([
      ['2024-10-01', 130, 0],
      ['2024-11-01', 150, 1],
    ])
  })

  test.each([
    [179, 109, false, false],
    [180, 90, true, false],
    [150, 110, false, true],
  ])('%i/%i is marked where it is dangerous: the upper %s, the lower %s', (systolic, diastolic, upper, lower) => {
    const picture = pictureOf('pressure', [taken('2024-10-01', pressed(systolic, diastolic))], [])
    expect(picture?.lines.map(({ points }) => points[0]?.isDanger)).toEqual([upper, lower])
  })

  test('a dangerous first measurement marks the average, which lies below the limit', () => {
    const reading = {
      pressures: [
        { systolic: 184, diastolic: 90 },
        { systolic: 174, diastolic: 90 },
      ],
    }
    expect(pictureOf('pressure', [taken('2024-10-01', reading)], [])?.lines[0]?.points[0]).toMatchObject({ value: 179, isDanger: true })
  })

  test('fasting and after-meal glucoses are lines of their own', () => {
    const rows = [
      taken('2024-10-01', { glucoseMmol: 6, glucoseContext: 'fasting' }),
      taken('2024-10-02', { glucoseMmol: 9, glucoseContext: 'after_meal' }),
      taken('2024-10-03', { glucoseMmol: 7, glucoseContext: null }),
    ]
    expect(pictureOf('glucose', rows, [])?.lines.map(({ key }) => key)).toEqual(['fasting', 'after_meal', 'other'])
  })

  test('a limit of danger is drawn where a value comes near it; a doctor’s target always', () => {
    const calm = pictureOf(
      'glucose',
      [taken('2024-10-01', { glucoseMmol: 6, glucoseContext: 'fasting' })],
      [target({ measure: 'glucose_fasting', high: 7, highSecond: null })],
    )
    expect(calm?.limits.map(({ of, value }) => [of, value])).toEqual([['target', 7]])
    const high = pictureOf('glucose', [taken('2024-10-01', { glucoseMmol: 15, glucoseContext: 'random' })], [])
    expect(high?.limits.map(({ of, value }) => [of, value])).toEqual([['danger', 16.7]])
  })

  test('there is no picture of what nobody measured', () => {
    expect(pictureOf('weight', [taken('2024-10-01', pressed(130, 80))], [])).toBeUndefined()
  })
})

test.each([
  [pressed(140, 90), 'within'],
  [pressed(141, 80), 'above'],
  [pressed(130, 91), 'above'],
  [{ oxygen: 97 }, undefined],
] as const)('against a target of at most 140/90, %o stands %s', (reading, stands) => {
  expect(standsTo(target({}), { ...emptyReading, ...reading })).toBe(stands)
})
