import { describe, expect, test } from 'vitest'
import { changesOf, inputOf, type ServiceEntry } from './service-entry-rules.ts'

const known: ServiceEntry = {
  line: 'cultural',
  status: 'held',
  themes: ['festival'],
  title: '月圆人团圆茶话会',
  communityCode: '211102100204',
  day: '2024-09-15',
  startsAt: '09:00',
  minutes: 120,
  unnamedCount: 3,
}

describe('a service as a form holds one', () => {
  test('a correction sends what was changed and nothing else', () => {
    expect(changesOf(known, { ...known, minutes: 90, themes: ['festival', 'intergenerational'] })).toEqual({
      minutes: 90,
      themes: ['festival', 'intergenerational'],
    })
    expect(changesOf(known, { ...known })).toEqual({})
  })

  test('a field that was emptied is emptied, and cancelling is a change of state alone', () => {
    expect(changesOf(known, { ...known, title: ' ' })).toEqual({ title: null })
    expect(changesOf(known, { ...known, status: 'cancelled' })).toEqual({ status: 'cancelled' })
  })

  test('fields never filled in are nothing, and nobody came unnamed', () => {
    expect(inputOf({ day: '2024-09-15', communityCode: '211102100204' })).toMatchObject({
      title: null,
      minutes: null,
      unnamedCount: 0,
      themes: [],
    })
  })
})
