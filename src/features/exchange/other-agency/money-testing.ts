import type { Day } from '../../../kernel/day.ts'
import type { ServiceParts } from './casework-testing.ts'
import type { Marked } from './mark-testing.ts'
import { daysAfter, workdayOf } from './person-testing.ts'
import type { Place } from './register-testing.ts'

export type BudgetLine = Marked & { readonly name: string; readonly yuan: number; readonly cap: number }
export type Expense = Marked & {
  readonly voucher: string
  readonly day: Day
  readonly line: string
  yuan: number
  purpose: string
  invoice: string
  readonly by: string
}
export type Programme = Marked & { readonly place: Place; readonly name: string; readonly for: string }
export type Target = Marked & { readonly wording: string; readonly value: number; readonly unit: string }
export type Basis = Marked & { readonly what: string; readonly persons: number; readonly how: string }
export type Need = Marked & { readonly need: string; readonly answer: string }

export type ProjectPaper = {
  readonly title: string
  readonly funder: string
  readonly agency: string
  readonly programmes: readonly Programme[]
  readonly needs: readonly Need[]
  readonly targets: readonly Target[]
  readonly budget: readonly BudgetLine[]
  readonly expenses: readonly Expense[]
  readonly basis: readonly Basis[]
}

const lines: readonly (readonly [string, number, number])[] = [
  ['人员费', 60_000, 45],
  ['活动费', 50_000, 40],
  ['物料费', 30_000, 25],
  ['志愿者补贴', 16_000, 15],
  ['管理费', 9_000, 10],
]
const programmeNames = ['邻里守望', '银发课堂', '幸福食堂', '巧手坊', '夕阳歌会', '口述村史', '健康驿站', '暖心电话', '书香院落']

export function makeProjectPaper({ chance, places, period, workers }: ServiceParts): ProjectPaper {
  const budget = lines.map(([name, yuan, cap]): BudgetLine => ({ name, yuan, cap, marks: [] }))
  const days = Array.from({ length: 40 }, () => workdayOf(chance, period.from, daysAfter(period.to, -1))).sort()
  const expenses = days.map((day, at): Expense => {
    const line = chance.pick(budget)
    return {
      voucher: `${chance.pick(['PZ'])}${String(at + 1).padStart(3, '0')}`,
      day,
      line: line.name,
      yuan: Math.round((line.yuan / 16) * (60 + chance.whole(0, 30))) / 100,
      purpose: chance.pick(['场地布置', '专家授课', '打印资料', '交通补助', '购买保险', '茶歇']),
      invoice: `${chance.whole(10_000_000, 99_999_999)}`,
      by: chance.pick(workers),
      marks: [],
    }
  })
  plant(budget, expenses)
  return {
    title: `${chance.pick(['情暖夕阳', '银龄守护', '邻里同心'])}社区为老服务项目`,
    funder: chance.pick(['市民政局', '区慈善总会']),
    agency: chance.pick(['同行社会工作服务中心', '益家社工服务中心']),
    programmes: places.map((place, at): Programme => ({
      place,
      name: programmeNames[at % programmeNames.length] ?? '邻里守望',
      for: chance.pick(['独居老人', '高龄老人', '全体老人']),
      marks: [],
    })),
    needs: [
      { need: '缺少陪伴', answer: '心理健康', marks: [] },
      { need: '缺少健康知识', answer: '身体健康', marks: [] },
      { need: '文化生活单调', answer: '精神生活', marks: [] },
    ],
    targets: [
      { wording: '开展个案辅导人次', value: 60, unit: '人次', marks: [] },
      { wording: '举办社区活动', value: 24, unit: '场', marks: [] },
      { wording: '社区义诊', value: 6, unit: '场', marks: [] },
      { wording: '直接受益人数', value: 150, unit: '人', marks: [] },
    ],
    budget,
    expenses,
    basis: [
      { what: '老人家属', persons: 420, how: '每户按2人估算', marks: [] },
      { what: '公众号阅读', persons: 1350, how: '去重估算', marks: [] },
    ],
  }
}

function plant(budget: readonly BudgetLine[], expenses: Expense[]) {
  const [first, , third, fourth] = expenses
  const late = expenses.at(-2)
  if (first === undefined || third === undefined || fourth === undefined || late === undefined) return
  third.purpose = '购慰问品发放给老人'
  third.marks.push({ kind: 'expense_not_allowed', in: 'purpose' })
  late.invoice = first.invoice
  late.marks.push({ kind: 'invoice_used_twice', in: 'invoice' })
  const last = expenses.at(-1)
  const line = budget.find(({ name }) => name === last?.line)
  if (last === undefined || line === undefined) return
  const before = expenses.filter((expense) => expense !== last && expense.line === line.name).reduce((sum, { yuan }) => sum + yuan, 0)
  last.yuan = Math.round((line.yuan - before) * 100) / 100 + 120
  last.marks.push({ kind: 'budget_line_overspent', in: 'amount' })
}
