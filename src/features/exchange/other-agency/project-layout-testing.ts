import type { Written } from '../book-testing.ts'
import type { Basis, BudgetLine, Expense, Need, Programme, Target } from './money-testing.ts'
import { type Column, put, writeTable } from './page-testing.ts'
import type { Paper } from './paper-testing.ts'

export type ProjectLayout = 'table' | 'card' | 'none'

const words = (day: string) => `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
const dots = (day: string) => `${day.slice(0, 4)}.${Number(day.slice(5, 7))}.${Number(day.slice(8))}`

/** The project's own sheets. Without its basics somebody has told the period before. */
export function writeProject(paper: Paper, layout: ProjectLayout) {
  const { pen, chance, finds, hand, world } = paper
  const { paper: project } = world
  const file = chance.pick(['项目申报书.xlsx', '项目资料.xlsx'])
  if (layout !== 'none') writeBasics(paper, file, layout)
  const programmes: Column<Programme>[] = [
    { head: chance.pick(['所属街道', '街道/镇', '街镇']), of: ({ place }) => place.street },
    { head: chance.pick(['社区', '社区（村）名称']), of: ({ place }) => place.name },
    ...(chance.likely(0.6) ? [{ head: chance.pick(['区划代码', '社区代码']), of: ({ place }: Programme): Written => place.code }] : []),
    { head: chance.pick(['一社一品', '特色品牌']), of: ({ name }) => name },
    { head: chance.pick(['面向人群', '服务人群']), of: (programme) => programme.for },
  ]
  const sheet = (name: string, title: string) => {
    const page = paper.sheet(file, name)
    paper.title(page, title, { wide: 3, column: hand.right ?? 0 })
    return page
  }
  const plain = { right: hand.right ?? 0 }
  writeTable(sheet('实施社区', '项目实施社区'), file, programmes, project.programmes, plain, finds)
  const needs: Column<Need>[] = [
    { head: '需求内容', of: ({ need }) => need },
    { head: '对应服务', of: ({ answer }) => answer },
  ]
  writeTable(sheet('需求', '老人需求'), file, needs, project.needs, { ...plain, numbered: true }, finds)
  const targets: Column<Target>[] = [
    { head: chance.pick(['指标内容', '服务指标']), of: ({ wording }) => wording },
    { head: chance.pick(['目标数', '指标值']), of: ({ value }) => value },
    { head: chance.pick(['单位', '计量单位']), of: ({ unit }) => unit },
  ]
  writeTable(sheet('指标', '项目服务指标'), file, targets, project.targets, plain, finds)
  const budget: Column<BudgetLine>[] = [
    { head: chance.pick(['预算科目', '费用项目']), of: ({ name }) => name },
    { head: chance.pick(['预算金额（元）', '预算数']), of: ({ yuan }) => yuan },
    { head: chance.pick(['占比上限', '比例上限']), of: ({ cap }) => `${cap}%` },
  ]
  const total = project.budget.reduce((sum, { yuan }) => sum + yuan, 0)
  const page = sheet('预算', '项目经费预算')
  writeTable(page, file, budget, project.budget, plain, finds)
  const below = page.rows.length + 1
  put(page, below, plain.right, '合 计')
  put(page, below, plain.right + 1, total)
  const expenses: Column<Expense>[] = [
    { head: chance.pick(['凭证编号', '凭证号']), of: ({ voucher }) => voucher },
    { head: chance.pick(['支出日期', '日期']), of: ({ day }) => pen.day(day, { inside: true }) },
    { head: chance.pick(['支出科目', '科目']), of: (expense) => expense.line },
    { head: chance.pick(['支出金额（元）', '金额']), field: 'amount', of: ({ yuan }) => pen.money(yuan) },
    { head: chance.pick(['摘要', '用途', '支出内容']), field: 'purpose', of: ({ purpose }) => purpose },
    { head: chance.pick(['发票号码', '票据号']), field: 'invoice', of: ({ invoice }) => invoice },
    { head: chance.pick(['经办人', '报销人']), of: ({ by }) => by },
  ]
  writeTable(sheet('支出', '经费支出台账'), file, expenses, project.expenses, hand, finds)
  const basis: Column<Basis>[] = [
    { head: chance.pick(['估算依据', '受益群体']), of: ({ what }) => what },
    { head: chance.pick(['估算人数', '人数']), of: ({ persons }) => chance.pick([persons, `约${persons}人`]) },
    { head: chance.pick(['计算方法', '估算方法']), of: ({ how }) => how },
  ]
  writeTable(sheet('间接受益', '间接受益人数测算'), file, basis, project.basis, plain, finds)
}

function writeBasics(paper: Paper, file: string, layout: 'table' | 'card') {
  const { world, chance } = paper
  const { paper: project, period } = world
  const page = paper.sheet(file, chance.pick(['概况', '基本情况']))
  const when = chance.pick([
    `${words(period.from)}至${words(period.to)}`,
    `${dots(period.from)}-${dots(period.to)}`,
    `${period.from}—${period.to}`,
  ])
  const lines: [string, Written][] = [
    [chance.pick(['项目名称', '申报项目名称']), project.title],
    [chance.pick(['资助方', '购买方', '主办单位']), project.funder],
    [chance.pick(['承接单位', '实施机构']), project.agency],
    [chance.pick(['服务周期', '项目起止时间', '项目周期']), when],
    [chance.pick(['受益对象', '服务对象']), '社区困难老人'],
    [chance.pick(['项目总经费', '资助金额（元）']), chance.pick([165_000, '165,000.00元', '16.5万元'])],
  ]
  if (layout === 'table') {
    paper.title(page, '项目基本情况', { wide: 2 })
    put(page, 2, 0, '项目')
    put(page, 2, 1, '内容')
    for (const [at, [label, value]] of lines.entries()) {
      put(page, at + 3, 0, label)
      put(page, at + 3, 1, value)
    }
    return
  }
  paper.title(page, '公益项目申报表', { wide: 4 })
  for (const [at, [label, value]] of lines.entries()) {
    put(page, 2 + Math.floor(at / 2), (at % 2) * 2, label)
    put(page, 2 + Math.floor(at / 2), (at % 2) * 2 + 1, value)
  }
}
