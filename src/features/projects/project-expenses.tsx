import { App, Button, Form, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useDo } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { fits } from '../../web/ui/form-problem.ts'
import { Icon } from '../../web/ui/icon.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { ExpenseDialog } from './expense-dialog.tsx'
import { projectWords } from './project-words.ts'
import { removeExpense, type Expense, type ProjectDetail } from './schema.ts'

const limit = 30
const fields = ['reason']

/** What was spent, voucher by voucher. Those that are to be checked say why. */
export function ProjectExpenses({ project, mayManage, actions }: { project: ProjectDetail; mayManage: boolean; actions?: ReactNode }) {
  const t = useWords()
  const { day, money } = useFormats()
  const { message } = App.useApp()
  const [offset, setOffset] = useState(0)
  const [open, setOpen] = useState<Expense | 'new'>()
  const [removing, setRemoving] = useState<Expense>()
  const doing = useDo(removeExpense)
  const lines = new Map(project.budget.map((line) => [line.id, line.name]))
  const columns: Column<Expense>[] = [
    { title: projectWords.spentOn, cell: (row) => day(row.spentOn), whole: true },
    { title: projectWords.voucher, cell: (row) => row.voucher ?? '—', heads: true, whole: true },
    { title: projectWords.budgetLine, cell: (row) => lines.get(row.budgetLineId ?? '') ?? t(projectWords.noLine) },
    {
      title: projectWords.purpose,
      cell: (row) => (
        <>
          {row.purpose ?? '—'}{' '}
          {project.warnings
            .filter((warning) => warning.expenseId === row.id)
            .map((warning) => (
              <Chip key={warning.code} tone="look">
                {t(projectWords.warnings)}
              </Chip>
            ))}
        </>
      ),
    },
    { title: projectWords.invoice, cell: (row) => row.invoice ?? '—' },
    { title: projectWords.handledBy, cell: (row) => row.handledBy ?? '—', whole: true },
    { title: projectWords.amount, cell: (row) => money(row.amountFen), numeric: true, heads: true },
  ]
  const acts: Column<Expense> = {
    title: uiWords.actions,
    acts: true,
    cell: (row) => (
      <Buttons>
        <Button size="small" aria-label={t(projectWords.changeExpenseOf, { voucher: row.voucher ?? '' })} onClick={() => setOpen(row)}>
          {t(projectWords.change)}
        </Button>
        <Button
          size="small"
          danger
          aria-label={t(projectWords.removeExpenseOf, { voucher: row.voucher ?? '' })}
          onClick={() => setRemoving(row)}
        >
          {t(projectWords.removeExpense)}
        </Button>
      </Buttons>
    ),
  }
  return (
    <Panel
      title={t(projectWords.expenses)}
      actions={
        <Buttons>
          {actions}
          {mayManage ? (
            <Button size="small" icon={<Icon name="plus" size={15} />} onClick={() => setOpen('new')}>
              {t(projectWords.addExpense)}
            </Button>
          ) : null}
        </Buttons>
      }
    >
      <RecordTable
        name={t(projectWords.expenses)}
        columns={mayManage ? [...columns, acts] : columns}
        rows={project.expenses.slice(offset, offset + limit)}
        keyOf={(row) => row.id}
        empty={t(projectWords.noExpenses)}
      />
      <Pager offset={offset} limit={limit} total={project.expenses.length} onMove={setOffset} />
      <ExpenseDialog project={project} expense={open} onClose={() => setOpen(undefined)} />
      <FormDialog<{ reason: string }>
        open={removing !== undefined}
        of={removing?.id}
        name="remove-expense"
        title={t(projectWords.removeExpenseOf, { voucher: removing?.voucher ?? '' })}
        about={t(projectWords.removeExpenseAbout)}
        action={t(projectWords.removeExpense)}
        fields={fields}
        doing={doing}
        onFinish={({ reason }) => {
          if (removing === undefined) return
          doing.run(
            { projectId: project.id, id: removing.id, reason },
            {
              onDone: () => {
                setRemoving(undefined)
                void message.success(t(projectWords.saved))
              },
            },
          )
        }}
        onClose={() => setRemoving(undefined)}
      >
        <Form.Item
          name="reason"
          label={t(projectWords.reason)}
          rules={[{ required: true, message: t(uiWords.required) }, fits(removeExpense.input.shape.reason, t(uiWords.reasonShort))]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </FormDialog>
    </Panel>
  )
}
