import type { Words } from '../../kernel/words.ts'
import { kindWords } from '../ledger/kind-schema.ts'
import { spentForText } from '../ledger/spent-for-rules.ts'
import { measureKeys, measures } from '../measures/measure-list-rules.ts'
import { acceptanceWords as words } from './acceptance-words.ts'
import type { Facts, TableFact } from './facts-schema.ts'
import { rounded } from './figure-value-rules.ts'
import { frozenAbout, frozenColumns, frozenFields, frozenRows, frozenSingles, frozenValues } from './frozen-field-rules.ts'
import { slotStates, slotWords, wantingOf } from './slot-rules.ts'

// The fields of a report's template. They are named in Chinese, as whoever writes a template would name them.

export type Value = string | number | null
export type ReportValues = {
  readonly single: Readonly<Record<string, Value>>
  readonly lists: Readonly<Record<string, readonly Readonly<Record<string, Value>>[]>>
}

const general = {
  报告名称: { zh: '月报、中期报告或结项报告', en: 'What the report is' },
  项目名称: { zh: '项目的名称', en: 'Name of the project' },
  承接机构: { zh: '承接机构', en: 'The agency' },
  购买方: { zh: '购买方（出资方）', en: 'Who pays' },
  服务对象: { zh: '项目书写的服务对象', en: 'Whom the project serves' },
  项目开始: { zh: '项目开始日期', en: 'First day of the project' },
  项目结束: { zh: '项目结束日期', en: 'Last day of the project' },
  报告开始: { zh: '报告期开始', en: 'First day of the report' },
  报告截止: { zh: '报告期截止', en: 'Last day of the report' },
  时间进度: { zh: '项目时间已过的百分比', en: 'Percent of the project’s time that is over' },
  预算合计: { zh: '预算合计（元）', en: 'Budget in all (yuan)' },
  定稿说明: { zh: '用到的数字定稿没有，定稿了几个、到哪一天', en: 'Whether its figures are frozen, how many, and as of which day' },
  支出合计: { zh: '报告期内支出合计（元）', en: 'Spent in the period (yuan)' },
} as const satisfies Record<string, Words>

const tableColumns = (table: string): Record<string, Words> => ({
  名称: { zh: table, en: table },
  直接受益人数: measures.direct_persons.name,
  直接服务人次: measures.direct_times.name,
  活动场次: measures.activities.name,
  活动人次: measures.attendances.name,
  个案人次: measures.sessions.name,
  义诊人次: measures.clinic_visits.name,
  物资批次: measures.goods_batches.name,
  志愿班次: measures.shifts.name,
})

/** Lists by name, each with its columns. In Word between {#合同指标} and {/合同指标}; in Excel as {合同指标.指标}. */
export const lists: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  合同指标: {
    序号: words.order,
    指标: words.target,
    合同数: words.asked,
    单位: words.unit,
    完成数: words.done,
    完成率: { zh: '完成率（%）', en: 'Percent done' },
    口径: words.rule,
    定稿数: words.frozen,
    定稿日: words.frozenOn,
    核验码: words.frozenCode,
    更正: words.frozenCorrection,
  },
  定稿: frozenColumns,
  服务线: {
    名称: { zh: '服务线', en: 'Line of service' },
    直接受益人数: measures.direct_persons.name,
    直接服务人次: measures.direct_times.name,
  },
  社区: tableColumns('社区（村）'),
  月份: tableColumns('月份'),
  活动: {
    序号: words.order,
    日期: words.day,
    类型: words.kind,
    名称: words.name,
    社区: words.community,
    人次: words.attendances,
    志愿者: words.volunteers,
    缺少材料: words.wanting,
  },
  预算: {
    科目: words.budgetLine,
    预算: words.budget,
    支出: words.spent,
    执行率: { zh: '执行率（%）', en: 'Percent spent' },
  },
  支出: {
    凭证号: words.voucher,
    日期: words.day,
    科目: words.budgetLine,
    金额: words.amount,
    用途: words.purpose,
    发票号: words.invoice,
    经手人: words.handledBy,
  },
  估算: { 指标: words.figure, 数值: words.value, 单位: words.unit, 依据: { zh: '依据', en: 'Basis' } },
  需要说明: { 序号: words.order, 情况: words.what, 数量: words.times },
}

/** Every field that stands for one value: what a report is about, and each measure under its own name. */
export const plainSingles: Readonly<Record<string, Words>> = {
  ...general,
  ...Object.fromEntries(measureKeys.map((key) => [measures[key].name.zh, measures[key].rule])),
}

/** All of these: whatever a template may name outside a list. */
export const singles: Readonly<Record<string, Words>> = {
  ...plainSingles,
  ...frozenSingles,
}

const fixedKeys = [
  'direct_persons',
  'direct_times',
  'activities',
  'attendances',
  'sessions',
  'clinic_visits',
  'goods_batches',
  'shifts',
] as const
const fixedNames = ['直接受益人数', '直接服务人次', '活动场次', '活动人次', '个案人次', '义诊人次', '物资批次', '志愿班次'] as const

const tableRows = (table: TableFact, say: (words: Words) => string) =>
  table.rows.map((row): Record<string, Value> => ({
    名称: say(row.name),
    ...Object.fromEntries(
      fixedKeys.map((key, at) => {
        const value = row.values[table.keys.indexOf(key)]
        return [fixedNames[at] ?? '', value === undefined ? null : rounded(key, value)]
      }),
    ),
  }))

/** What the fields come to. */
export function reportValues(facts: Facts, title: string, say: (words: Words) => string): ReportValues {
  const { project, period } = facts
  const total = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / 100
  return {
    single: {
      报告名称: title,
      项目名称: project.name,
      承接机构: project.agency,
      购买方: project.funder,
      服务对象: project.served,
      项目开始: project.startsOn,
      项目结束: project.endsOn,
      报告开始: period.from,
      报告截止: period.to,
      时间进度: facts.elapsedPercent,
      定稿说明: frozenAbout(facts, say),
      ...frozenValues(facts, say),
      预算合计: total(facts.budget.map((line) => line.amountFen)),
      支出合计: total(facts.expenses.map((one) => one.amountFen)),
      ...Object.fromEntries([...facts.figures, ...facts.estimates].map(({ key, value }) => [measures[key].name.zh, rounded(key, value)])),
    },
    lists: {
      合同指标: facts.targets.map((target, at) => ({
        序号: at + 1,
        指标: target.wording,
        合同数: target.asked,
        单位: target.unit,
        完成数: target.measure === null ? null : rounded(target.measure, target.value),
        完成率: target.percent,
        口径: say(target.rule ?? words.uncounted),
        ...frozenFields(facts, target.measure, say),
      })),
      定稿: frozenRows(facts, say),
      服务线: tableRows(facts.byLine, say),
      社区: tableRows(facts.byCommunity, say),
      月份: tableRows(facts.byMonth, say),
      活动: facts.gatherings.map((one, at) => ({
        序号: at + 1,
        日期: one.day,
        类型: say(kindWords[one.kind]),
        名称: one.title ?? one.number ?? say(kindWords[one.kind]),
        社区: one.community,
        人次: one.attendances,
        志愿者: one.volunteers,
        缺少材料: wantingOf(slotStates({ evidence: one.evidence, hasRoll: one.attendances > 0 }))
          .map((slot) => say(slotWords[slot]))
          .join(say({ zh: '、', en: ', ' })),
      })),
      预算: facts.budget.map((line) => ({ 科目: line.name, 预算: line.amountFen / 100, 支出: line.spentFen / 100, 执行率: line.percent })),
      支出: facts.expenses.map((one) => ({
        凭证号: one.voucher,
        日期: one.day,
        科目: one.line,
        金额: one.amountFen / 100,
        用途: one.purpose,
        发票号: one.invoice,
        经手人: one.handledBy,
        用于服务: one.service === null ? null : spentForText(one.service, say),
      })),
      估算: facts.estimates
        .filter((one) => one.value !== null)
        .map((one) => ({
          指标: say(measures[one.key].name),
          数值: rounded(one.key, one.value),
          单位: say(measures[one.key].unit),
          依据: one.basis.join('；'),
        })),
      需要说明: facts.exceptions.map((one, at) => ({ 序号: at + 1, 情况: say(one.text), 数量: one.count })),
    },
  }
}

/** The known field that a wrong one most likely means; undefined when none is near. */
export function likelyField(wrong: string, known: readonly string[]): string | undefined {
  const near = known.map((name) => ({ name, far: distance(wrong, name) })).toSorted((a, b) => a.far - b.far)[0]
  return near !== undefined && near.far <= Math.max(1, Math.floor(near.name.length / 2)) ? near.name : undefined
}

/** How many signs must be changed, added or taken away. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_one, at) => at)
  for (const [i, sign] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries())
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (sign === other ? 0 : 1)))
    row = next
  }
  return row[b.length] ?? 0
}
