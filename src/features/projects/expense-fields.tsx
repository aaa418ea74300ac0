import { Form, Input, InputNumber, Select } from 'antd'
import { entered } from '../../kernel/entered.ts'
import { daySchema } from '../../kernel/day.ts'
import { toFen } from '../../kernel/money.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { addTo, nothingBefore, warningsOfEntry } from './entry-rules.ts'
import { paidBySchema, spentForSchema, type Expense, type SpentFor } from './expense-schema.ts'
import { expenseWords as w, paidByWords } from './expense-words.ts'
import style from './project-summary.module.css'
import { projectWords } from './project-words.ts'
import type { ServiceParts } from './service-parts.tsx'
import type { ProjectDetail } from './schema.ts'

export type ExpenseEntry = {
  id: string
  spentOn: string
  amountYuan: number
  budgetLineId?: string | null
  paidBy?: string | null
  payee?: string
  voucher?: string
  purpose?: string
  invoice?: string
  handledBy?: string
  service?: SpentFor | null
  reason?: string
}
export const expenseFields = ['spentOn', 'budgetLineId', 'voucher', 'purpose', 'invoice', 'payee', 'handledBy', 'serviceId', 'reason']

/** What was typed, as an expense. */
export const expenseOf = (entry: ExpenseEntry): Expense => ({
  id: entry.id,
  budgetLineId: entry.budgetLineId ?? null,
  voucher: entered(entry.voucher),
  spentOn: daySchema.parse(entry.spentOn),
  amountFen: toFen(entry.amountYuan),
  purpose: entered(entry.purpose),
  invoice: entered(entry.invoice),
  payee: entered(entry.payee),
  paidBy: paidBySchema.safeParse(entry.paidBy).data ?? null,
  handledBy: entered(entry.handledBy),
  serviceId: spentForSchema.safeParse(entry.service).data?.id ?? null,
})

/** An expense's fields, with what is to be checked said while it is typed. */
export function ExpenseFields({ project, service: { Field } }: { project: ProjectDetail; service: ServiceParts }) {
  const t = useWords()
  const required = { required: true, message: t(uiWords.required) }
  return (
    <>
      <Form.Item name="id" hidden>
        <input type="hidden" />
      </Form.Item>
      <Form.Item name="spentOn" label={t(w.spentOn)} rules={[required]}>
        <DayField />
      </Form.Item>
      <Form.Item name="amountYuan" label={t(w.amountYuan)} rules={[required]}>
        <InputNumber precision={2} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="budgetLineId" label={t(w.budgetLine)}>
        <Select
          allowClear
          options={project.budget.map((line) => ({ value: line.id, label: line.name }))}
          placeholder={t(projectWords.noLine)}
        />
      </Form.Item>
      <Form.Item name="purpose" label={t(w.purpose)}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="service" label={t(w.service)} extra={t(w.serviceHint)}>
        <Field projectId={project.id} />
      </Form.Item>
      <Form.Item name="payee" label={t(w.payee)}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="paidBy" label={t(w.paidBy)}>
        <Select
          allowClear
          placeholder={t(uiWords.choose)}
          options={paidBySchema.options.map((value) => ({ value, label: t(paidByWords[value]) }))}
        />
      </Form.Item>
      <Form.Item name="voucher" label={t(w.voucher)}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="invoice" label={t(w.invoice)}>
        <Input maxLength={40} />
      </Form.Item>
      <Warnings project={project} />
    </>
  )
}

/** Reckoned from what is typed and what the project has spent already; nothing here stops anybody from saving. */
function Warnings({ project }: { project: ProjectDetail }) {
  const t = useWords()
  const entry = Form.useWatch((values: Partial<ExpenseEntry>) => values)
  if (entry === undefined || (entry.amountYuan ?? null) === null) return null
  const before = nothingBefore()
  for (const expense of project.expenses) if (expense.id !== entry.id) addTo(before, expense)
  const warnings = warningsOfEntry(
    {
      budgetLineId: entry.budgetLineId ?? null,
      amountFen: toFen(entry.amountYuan ?? 0),
      spentOn: daySchema.safeParse(entry.spentOn).data ?? null,
      voucher: entered(entry.voucher),
      invoice: entered(entry.invoice),
      purpose: entered(entry.purpose),
      paidBy: paidBySchema.safeParse(entry.paidBy).data ?? null,
    },
    project,
    before,
    today(),
  )
  if (warnings.length === 0) return null
  return (
    <output className={style['entry']}>
      <b>{t(w.entryWarnings)}</b>
      <ul>
        {warnings.map((warning) => (
          <li key={warning.code}>{t(warning.text)}</li>
        ))}
      </ul>
    </output>
  )
}
