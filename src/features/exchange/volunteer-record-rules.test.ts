import { expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { lacksOf, recordCells, recordHeaders, type RecordFacts } from './volunteer-record-rules.ts'

const facts: RecordFacts = {
  name: '赵志愿',
  sex: 'female',
  birth_date: daySchema.parse('1980-01-02'),
  id_number_tail: '002X',
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

test('a service that has all that order 67 asks for lacks nothing, and every header has its cell', () => {
  expect(lacksOf(facts)).toEqual([])
  const cells = recordCells(facts, { sex: '女', sees: true })
  expect(cells).toHaveLength(recordHeaders.length)
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
  const cells = recordCells(facts, { sex: '女', sees: false })
  expect(cells.slice(0, 6)).toEqual(['赵**', '女', null, null, '旭东社区', '138****9001'])
})
