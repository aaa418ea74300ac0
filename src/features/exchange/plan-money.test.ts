import { describe, expect, it } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { Memory } from './plan-memory-testing.ts'
import { facts, planned, project, said } from './plan-small-testing.ts'
import { of, plan, rowsOfSheet } from './plan-testing.ts'

describe('money', () => {
  it('is held against the contract', () => {
    const budget = rowsOfSheet('预算.xlsx', '预算', ['经费预算', '科目|预算金额（元）|比例上限', '宣传费|500|10%', '活动物资|500|80%'])
    const lines = [
      '经费支出明细',
      '凭证号|日期|科目|金额（元）|用途/收款方|发票号',
      'PZ1|2024-09-10|宣传费|600|印务公司|FP1',
      'PZ2|2024-09-11|招待费|10|超市|FP2',
      'PZ3|2024-09-12|活动物资||超市|FP3',
    ]
    const { found, findings } = planned(lines, budget)
    expect(said(found, '预算.xlsx')).toEqual(['budget_line_above_cap 3 预算金额（元）'])
    expect(findings).toEqual(['reference_unknown 4 科目', 'required_empty 5 金额（元）', 'budget_line_overspent 3 金额（元）'])
    expect(of(found.drafts, 'expense')).toHaveLength(2)
  })

  it('spent in an earlier import counts, and is not counted twice', () => {
    const budget = rowsOfSheet('预算.xlsx', '预算', ['经费预算', '科目|预算金额（元）', '宣传费|500'])
    const header = ['经费支出明细', '凭证号|日期|科目|金额（元）|用途/收款方|发票号']
    const september = rowsOfSheet('九月.xlsx', '支出', [...header, 'PZ1|2024-09-10|宣传费|300|印务公司|FP1'])
    const october = rowsOfSheet('十月.xlsx', '支出', [...header, 'PZ2|2024-10-10|宣传费|300|印务公司|FP1'])
    const memory = new Memory(facts.divisions)
    memory.write(plan([...project, ...budget, ...september], facts).drafts)
    expect(plan(september, memory.facts()).findings).toEqual([])
    const later = plan([...september, ...october], memory.facts())
    expect(said(later, '十月.xlsx')).toEqual(['budget_line_overspent 3 金额（元）', 'invoice_used_twice 3 发票号'])
  })
})

describe('a project', () => {
  it('keeps its own period when its sheet says another', () => {
    const found = plan(project, {
      ...facts,
      project: { name: '暖阳', startsOn: daySchema.parse('2024-10-01'), endsOn: daySchema.parse('2025-05-01') },
    })
    expect(found.findings.map(({ code }) => code)).toEqual(['project_period_differs'])
    expect(of(found.drafts, 'project')[0]?.values).toMatchObject({ name: undefined, starts_on: undefined })
  })
})
