import { expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import {
  lacksOf,
  mayHandNumbers,
  meritCells,
  recordCells,
  recordHeaders,
  volunteerCells,
  type RecordFacts,
  type Shown,
} from './volunteer-record-rules.ts'

const facts: RecordFacts = {
  name: '赵志愿',
  sex: 'female',
  birth_date: daySchema.parse('1980-01-02'),
  id_number_tail: '002X',
  id_number: '00000019800102002X',
  area: '旭东社区',
  phone: '13800009001',
  skills: '理发',
  service_kinds: '为老服务',
  title: '上门理发',
  day: daySchema.parse('2024-10-02'),
  place: '旭东社区',
  content: '理发',
  minutes: 95,
  organisation: '机构',
  worker: '刘社工',
  rating: 5,
  evaluation: null,
  confirmed_on: daySchema.parse('2024-10-03'),
}

const shown: Shown = { sex: () => '女', sees: true, whole: false }

test('a service that has all that order 67 asks for lacks nothing, and every header has its cell', () => {
  expect(lacksOf(facts)).toEqual([])
  const cells = recordCells(facts, shown)
  expect(cells).toHaveLength(recordHeaders('services', false).length)
  expect(cells.slice(12, 14)).toEqual([1.6, 95])
  expect(cells.at(-1)).toBeNull()
})

test('what is missing is named in the row', () => {
  expect(lacksOf({ ...facts, sex: 'unknown', id_number_tail: null, worker: '', rating: null })).toEqual([
    '性别',
    '身份证件号码',
    '活动负责人',
    '服务质量评价',
  ])
})

test('whoever sees no names gets masked ones, no birth date and no number', () => {
  const cells = recordCells(facts, { ...shown, sees: false, whole: true })
  expect(cells.slice(0, 6)).toEqual(['赵**', '女', null, null, '旭东社区', '138****9001'])
})

test('numbers are whole only where they were asked for, and by whoever sees names', () => {
  expect(recordCells(facts, shown)[3]).toBe('002X')
  expect(recordCells(facts, { ...shown, whole: true })[3]).toBe('00000019800102002X')
  expect(mayHandNumbers(true, '上报全国系统').ok).toBe(true)
  expect(mayHandNumbers(false, undefined).ok).toBe(true)
  expect(mayHandNumbers(false, '上报全国系统')).toMatchObject({ ok: false, code: 'export.numbers' })
})

const merit = { ...facts, title: '岗前培训', content: null, minutes: 90, given_by: '街道' }
test.each(['training', 'awards', 'evaluations'] as const)('a row of %s has a cell for every header', (table) => {
  expect(meritCells(table, merit, shown)).toHaveLength(recordHeaders(table, false).length)
})

test('training says its length in hours, and what of it is missing', () => {
  const cells = meritCells('training', merit, shown)
  expect([cells[4], cells.at(-1)]).toEqual([1.5, '主要内容'])
  expect(meritCells('awards', { ...merit, given_by: null }, shown).at(-1)).toBe('授予单位')
  expect(volunteerCells(facts, shown)).toHaveLength(recordHeaders('volunteers', false).length)
})
