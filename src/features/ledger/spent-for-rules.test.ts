import { expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { serviceIdSchema } from '../../kernel/ids.ts'
import { spentForText } from './spent-for-rules.ts'

const id = serviceIdSchema.parse('019b0000-0000-7000-8000-000000000001')
const day = daySchema.parse('2024-10-12')

test.each([
  [{ kind: 'activity', title: '重阳聚餐', day }, '2024-10-12 社区活动 重阳聚餐'],
  [{ kind: 'clinic_day', title: null, day }, '2024-10-12 义诊'],
  [{ kind: 'activity', title: '没定日子的讲座', day: null }, '社区活动 没定日子的讲座'],
  [{ kind: 'what no ledger knows', title: '某事', day }, '2024-10-12 某事'],
])('an expense for %o says so in a line', (service, said) => expect(spentForText({ id, ...service }, ({ zh }) => zh)).toBe(said))
