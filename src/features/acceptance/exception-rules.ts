import type { Words } from '../../kernel/words.ts'
import type { BudgetWarning } from '../projects/warning-rules.ts'
import type { Exception, ExpenseFact, Gathering, TargetFact } from './facts-schema.ts'
import { slots, slotStates, slotWords, wantingOf } from './slot-rules.ts'

export type ExceptionFacts = {
  readonly projectId: string
  readonly over: boolean
  readonly targets: readonly TargetFact[]
  readonly gatherings: readonly Gathering[]
  readonly expenses: readonly ExpenseFact[]
  readonly warnings: readonly BudgetWarning[]
  /** Of the project: services that were planned for a day that is past, were held on no day, were held with nobody on record. */
  readonly planned: number
  readonly undated: number
  readonly unattended: number
  readonly unresolved: number
  readonly stockUnbalanced: number
  /** Figures frozen for this purpose that the records give another value by now. */
  readonly moved: number
}

/** What should be explained to whoever checks the project, the gravest first. Each can be put right at its address. */
export function exceptionsOf(facts: ExceptionFacts): Exception[] {
  const short = facts.targets.filter((target) => target.percent !== null && target.percent < 100)
  const unmeasured = facts.targets.filter((target) => target.measure === null)
  const unsupported = facts.expenses.filter((expense) => (expense.voucher ?? '') === '' || (expense.invoice ?? '') === '')
  const wanting = facts.gatherings.map((one) => wantingOf(slotStates({ evidence: one.evidence, hasRoll: one.attendances > 0 })))
  const counted = (code: string, count: number, address: string | null, zh: string, en: string): Exception[] =>
    count === 0
      ? []
      : [{ code, count, address, text: { zh: zh.replaceAll('{n}', String(count)), en: en.replaceAll('{n}', String(count)) } }]
  const services = '/services'
  return [
    ...(facts.over
      ? counted(
          'target.short',
          short.length,
          '/figures',
          `有{n}项合同指标没有达到：${short.map((one) => one.wording).join('、')}。`,
          '{n} targets of the contract are not reached.',
        )
      : []),
    ...counted(
      'target.unmeasured',
      unmeasured.length,
      '/project',
      `有{n}项合同指标系统没有口径，需另附说明：${unmeasured.map((one) => one.wording).join('、')}。`,
      '{n} targets of the contract are counted by no measure and need a statement beside.',
    ),
    ...counted(
      'figure.moved',
      facts.moved,
      '/frozen',
      '有{n}个指标定稿后台账有变动，定稿数与现在的数不同，请说明或更正定稿。',
      '{n} figures were frozen and have moved since: explain it, or correct what was frozen.',
    ),
    ...slots.flatMap((slot) =>
      counted(
        `paper.${slot}`,
        wanting.filter((missing) => missing.includes(slot)).length,
        null,
        `活动、小组、义诊、手工课中，有{n}场缺“${slotWords[slot].zh}”${slot === 'photos' ? '（不足3张）' : ''}。`,
        `{n} activities, group sessions, clinics and lessons lack their “${slotWords[slot].en}”${slot === 'photos' ? ' (fewer than 3)' : ''}.`,
      ),
    ),
    ...counted(
      'attendance.unresolved',
      facts.unresolved,
      services,
      '有{n}条签到姓名没有认领到人，计人次、不计人数。',
      '{n} names on rolls are nobody’s yet: they count as attendances, not as persons.',
    ),
    ...counted(
      'service.unattended',
      facts.unattended,
      services,
      '有{n}次已完成的服务没有登记到场人员。',
      '{n} services were held with nobody on the list.',
    ),
    ...counted(
      'service.planned',
      facts.planned,
      services,
      '有{n}次计划中的服务已过日期，没有登记完成或取消。',
      '{n} planned services are past their day, neither held nor cancelled.',
    ),
    ...counted(
      'service.undated',
      facts.undated,
      services,
      '有{n}次服务没有日期，计入项目，不计入任何月份。',
      '{n} services have no day: they count for the project and for no month.',
    ),
    ...counted(
      'stock.unbalanced',
      facts.stockUnbalanced,
      '/figures',
      '有{n}批物资的库存与收发对不上。',
      'The stock of {n} lots does not agree with what came in and went out.',
    ),
    ...counted(
      'expense.unsupported',
      unsupported.length,
      '/project',
      '有{n}笔支出没有凭证号或发票号。',
      '{n} expenses lack the number of a voucher or an invoice.',
    ),
    ...[...Map.groupBy(facts.warnings, (warning) => warning.code)].map(([code, found]): Exception => ({
      code,
      count: found.length,
      text: joined(found.map((warning) => warning.text)),
      address: '/project',
    })),
  ]
}

const joined = (texts: readonly Words[]): Words => ({
  zh: texts.map((text) => text.zh).join(''),
  en: texts.map((text) => text.en).join(' '),
})
