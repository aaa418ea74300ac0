import { App, Form, Input, InputNumber } from 'antd'
import { entered } from '../../kernel/entered.ts'
import { daySchema } from '../../kernel/day.ts'
import { toFen } from '../../kernel/money.ts'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { FormGrid } from '../../web/ui/form-grid.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { saveSummary, type Group } from './schema.ts'
import { groupWords } from './words.ts'

type Entry = {
  answers?: number | null
  satisfied?: number | null
  achieved?: string
  reflection?: string
  cost?: number | null
  closedOn?: string | null
}
const fields = ['answers', 'satisfied', 'achieved', 'reflection', 'closedOn']
/** What people say of a group at its end; what can be counted is counted. */
export function SummaryDialog({ group, open, onClose }: { group: Group; open: boolean; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const saving = useDo(saveSummary)
  const { summary } = group
  const first: Entry = {
    answers: summary.answers,
    satisfied: summary.satisfied,
    cost: summary.costFen === null ? null : summary.costFen / 100,
    closedOn: summary.closedOn,
    ...(summary.achieved === null ? {} : { achieved: summary.achieved }),
    ...(summary.reflection === null ? {} : { reflection: summary.reflection }),
  }
  return (
    <FormDialog<Entry>
      open={open}
      name="group-summary"
      title={t(groupWords.summary)}
      action={t(uiWords.save)}
      fields={fields}
      first={first}
      doing={saving}
      onFinish={(entry) =>
        saving.run(
          {
            id: group.id,
            version: group.version,
            answers: entry.answers ?? null,
            satisfied: entry.satisfied ?? null,
            achieved: entered(entry.achieved),
            reflection: entered(entry.reflection),
            costFen: entry.cost === null || entry.cost === undefined ? null : toFen(entry.cost),
            closedOn: daySchema.safeParse(entry.closedOn).data ?? null,
          },
          {
            onDone: () => {
              onClose()
              void message.success(t(groupWords.saved))
            },
          },
        )
      }
      onClose={onClose}
    >
      <FormGrid>
        <Form.Item name="answers" label={t(groupWords.answers)}>
          <InputNumber min={0} max={500} precision={0} />
        </Form.Item>
        <Form.Item name="satisfied" label={t(groupWords.satisfied)}>
          <InputNumber min={0} max={500} precision={0} />
        </Form.Item>
        <Form.Item name="cost" label={t(groupWords.cost)}>
          <InputNumber min={0} precision={2} />
        </Form.Item>
        <Form.Item name="closedOn" label={t(groupWords.closedOn)}>
          <DayField />
        </Form.Item>
      </FormGrid>
      <Form.Item name="achieved" label={t(groupWords.achieved)}>
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <Form.Item name="reflection" label={t(groupWords.reflection)}>
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
    </FormDialog>
  )
}
