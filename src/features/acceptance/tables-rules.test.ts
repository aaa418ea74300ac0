import { expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { serviceIdSchema } from '../../kernel/ids.ts'
import { unnamed } from './gathering-rules.ts'
import { moneyTables } from './tables-rules.ts'

const day = daySchema.parse('2024-10-12')
const service = (kind: string, title: string) => ({ id: serviceIdSchema.parse('019b0000-0000-7000-8000-000000000001'), kind, title, day })

test.each([
  ['activity', '重阳聚餐', '重阳聚餐'],
  ['clinic_day', '秋季义诊', '秋季义诊'],
  ['home_visit', '看望王秀云', null],
  ['case_session', '王秀云面谈', null],
  ['what no ledger knows', '王秀云', null],
])('of a %s called “%s” the pack says %s', (kind, title, said) => expect(unnamed(service(kind, title)).title).toBe(said))

test('the list of expenses in the pack names the service that each was made for', () => {
  const expense = { id: '1', voucher: 'PZ1', day, line: '活动物资', amountFen: 12_050, purpose: '茶点', invoice: null, handledBy: '刘社工' }
  const [, list] = moneyTables(
    {
      budget: [],
      expenses: [
        { ...expense, service: unnamed(service('activity', '重阳聚餐')) },
        { ...expense, service: unnamed(service('home_visit', '看望王秀云')) },
        { ...expense, service: null },
      ],
    },
    ({ zh }) => zh,
  )
  expect(list?.headers.at(-1)).toBe('用于服务')
  expect(list?.rows.map((row) => row.at(-1))).toEqual(['2024-10-12 社区活动 重阳聚餐', '2024-10-12 上门探访', null])
})
