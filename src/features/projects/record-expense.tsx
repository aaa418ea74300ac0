import { asOf } from '../../kernel/day.ts'
import { App, Form, Input } from 'antd'
import { useNavigate } from 'react-router'
import { v7 } from 'uuid'
import { useDo } from '../../web/client/calls.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { ReasonField } from '../../web/ui/reason-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { expenseFields, ExpenseFields, expenseOf, type ExpenseEntry } from './expense-fields.tsx'
import { correctExpense, recordExpense, type OpenedExpense } from './expense-schema.ts'
import { expenseWords as w } from './expense-words.ts'
import type { ProjectDetail } from './schema.ts'
import type { ServiceParts } from './service-parts.tsx'

/** Records an expense and goes to it, where its voucher is added and it is signed. */
export function RecordExpense({
  project,
  service,
  open,
  onClose,
}: {
  project: ProjectDetail
  service: ServiceParts
  open: boolean
  onClose: () => void
}) {
  const t = useWords()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const recording = useDo(recordExpense)
  return (
    <FormDialog<ExpenseEntry>
      open={open}
      of={project.id}
      name="expense"
      title={t(w.record)}
      action={t(uiWords.save)}
      fields={expenseFields}
      first={{ id: v7(), spentOn: asOf(today(), project.endsOn) }}
      doing={recording}
      onFinish={(entry) => {
        const expense = expenseOf(entry)
        recording.run(
          { projectId: project.id, expense },
          {
            onDone: () => {
              onClose()
              void message.success(t(w.savedOpen))
              void navigate(`/expenses/${expense.id}`)
            },
          },
        )
      }}
      onClose={onClose}
    >
      <ExpenseFields project={project} service={service} />
    </FormDialog>
  )
}

/** Corrects an expense, with the reason. */
export function CorrectExpense({
  project,
  service,
  expense,
  open,
  onClose,
}: {
  project: ProjectDetail
  service: ServiceParts
  expense: OpenedExpense
  open: boolean
  onClose: () => void
}) {
  const t = useWords()
  const { message } = App.useApp()
  const correcting = useDo(correctExpense)
  return (
    <FormDialog<ExpenseEntry>
      open={open}
      of={expense.id}
      name="correct-expense"
      title={t(w.correctTitle)}
      {...(expense.signatures.length > 0 ? { about: t(w.correctAbout) } : {})}
      action={t(uiWords.save)}
      fields={expenseFields}
      first={{
        id: expense.id,
        spentOn: expense.spentOn,
        amountYuan: expense.amountFen / 100,
        budgetLineId: expense.budgetLineId,
        paidBy: expense.paidBy,
        payee: expense.payee ?? '',
        voucher: expense.voucher ?? '',
        purpose: expense.purpose ?? '',
        invoice: expense.invoice ?? '',
        handledBy: expense.handledBy ?? '',
        service: expense.service,
      }}
      doing={correcting}
      onFinish={(entry) =>
        correcting.run(
          { expense: expenseOf(entry), version: expense.version, reason: entry.reason ?? '' },
          {
            onDone: () => {
              onClose()
              void message.success(t(w.saved))
            },
          },
        )
      }
      onClose={onClose}
    >
      <ExpenseFields project={project} service={service} />
      <Form.Item name="handledBy" label={t(w.handledBy)}>
        <Input maxLength={40} />
      </Form.Item>
      <ReasonField label={t(uiWords.reason)} />
    </FormDialog>
  )
}
