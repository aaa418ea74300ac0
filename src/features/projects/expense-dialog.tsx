import { App, Form, Input, InputNumber, Select } from 'antd'
import { v7 } from 'uuid'
import { entered } from '../../kernel/entered.ts'
import { daySchema } from '../../kernel/day.ts'
import { toFen } from '../../kernel/money.ts'
import { useDo } from '../../web/client/calls.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { projectWords } from './project-words.ts'
import { saveExpense, type Expense, type ProjectDetail } from './schema.ts'

type Entry = {
  id: string
  spentOn: string
  amountYuan: number
  budgetLineId?: string | null
  voucher?: string
  purpose?: string
  invoice?: string
  handledBy?: string
}
const fields = ['spentOn', 'budgetLineId', 'voucher', 'purpose', 'invoice', 'handledBy']

const entryOf = (expense: Expense): Partial<Entry> => ({
  id: expense.id,
  spentOn: expense.spentOn,
  amountYuan: expense.amountFen / 100,
  ...(expense.budgetLineId === null ? {} : { budgetLineId: expense.budgetLineId }),
  ...(expense.voucher === null ? {} : { voucher: expense.voucher }),
  ...(expense.purpose === null ? {} : { purpose: expense.purpose }),
  ...(expense.invoice === null ? {} : { invoice: expense.invoice }),
  ...(expense.handledBy === null ? {} : { handledBy: expense.handledBy }),
})

/** Records or corrects an expense. What is worth checking in it is said as soon as it is kept. */
export function ExpenseDialog({
  project,
  expense,
  onClose,
}: {
  project: ProjectDetail
  expense: Expense | 'new' | undefined
  onClose: () => void
}) {
  const t = useWords()
  const { message, modal } = App.useApp()
  const saving = useDo(saveExpense)
  const known = expense === undefined || expense === 'new' ? undefined : expense
  const save = (entry: Entry) =>
    saving.run(
      {
        projectId: project.id,
        expense: {
          id: entry.id,
          budgetLineId: entry.budgetLineId ?? null,
          voucher: entered(entry.voucher),
          spentOn: daySchema.parse(entry.spentOn),
          amountFen: toFen(entry.amountYuan),
          purpose: entered(entry.purpose),
          invoice: entered(entry.invoice),
          handledBy: entered(entry.handledBy),
        },
      },
      {
        onDone: ({ warnings }) => {
          onClose()
          const mine = warnings.filter((warning) => warning.expenseId === entry.id)
          if (mine.length === 0) void message.success(t(projectWords.saved))
          else void modal.warning({ title: t(projectWords.remarks), content: mine.map((warning) => t(warning.text)).join('\n') })
        },
      },
    )
  return (
    <FormDialog<Entry>
      open={expense !== undefined}
      of={known?.id}
      name="expense"
      title={t(known === undefined ? projectWords.addExpense : projectWords.changeExpense)}
      action={t(uiWords.save)}
      fields={fields}
      first={known === undefined ? { id: v7(), spentOn: today() } : entryOf(known)}
      doing={saving}
      onFinish={save}
      onClose={onClose}
    >
      <Form.Item name="id" hidden>
        <input type="hidden" />
      </Form.Item>
      <Form.Item name="spentOn" label={t(projectWords.spentOn)} rules={[{ required: true, message: t(uiWords.required) }]}>
        <DayField />
      </Form.Item>
      <Form.Item name="amountYuan" label={t(projectWords.amountYuan)} rules={[{ required: true, message: t(uiWords.required) }]}>
        <InputNumber precision={2} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="budgetLineId" label={t(projectWords.budgetLine)}>
        <Select
          allowClear
          options={project.budget.map((line) => ({ value: line.id, label: line.name }))}
          placeholder={t(projectWords.noLine)}
        />
      </Form.Item>
      <Form.Item name="purpose" label={t(projectWords.purpose)}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="voucher" label={t(projectWords.voucher)}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="invoice" label={t(projectWords.invoice)}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="handledBy" label={t(projectWords.handledBy)}>
        <Input maxLength={40} />
      </Form.Item>
    </FormDialog>
  )
}
