import { App, Form, Input, Select } from 'antd'
import { daySchema } from '../../kernel/day.ts'
import { useDo } from '../../web/client/calls.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { caseWords } from './case-words.ts'
import { required } from './list-rows.tsx'
import { changeStage, undoCaseStep, type CaseDetail } from './schema.ts'
import { suspendReasonSchema, type SuspendReason } from './vocabulary-schema.ts'
import { suspendReasonWords } from './vocabulary-words.ts'

export type StageChange = 'evaluation' | 'suspended' | 'resumed' | 'reopened'
type Entry = { on: string; reason?: string; suspendReason?: SuspendReason }
const fields = ['on', 'reason', 'suspendReason']
const titles = {
  evaluation: caseWords.toEvaluation,
  suspended: caseWords.suspend,
  resumed: caseWords.resume,
  reopened: caseWords.reopen,
} as const

/** To evaluation, to a halt, on again, or open again: on which day, and why. */
export function StageDialog({ to, found, onClose }: { to: StageChange | undefined; found: CaseDetail; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const doing = useDo(changeStage)
  const needsReason = to === 'suspended' || to === 'reopened'
  return (
    <FormDialog<Entry>
      open={to !== undefined}
      name="stage"
      title={t(titles[to ?? 'evaluation'])}
      action={t(titles[to ?? 'evaluation'])}
      fields={fields}
      first={{ on: found.lastDay }}
      doing={doing}
      onFinish={(entry) => {
        if (to === undefined) return
        doing.run(
          {
            id: found.id,
            version: found.version,
            to,
            on: daySchema.parse(entry.on),
            reason: entry.reason ?? '',
            suspendReason: entry.suspendReason ?? null,
          },
          {
            onDone: () => {
              onClose()
              void message.success(t(caseWords.saved))
            },
          },
        )
      }}
      onClose={onClose}
    >
      <Form.Item name="on" label={t(caseWords.on)} rules={[{ required: true, message: t(uiWords.required) }]}>
        <DayField upTo={today()} />
      </Form.Item>
      {to === 'suspended' ? (
        <Form.Item name="suspendReason" label={t(caseWords.suspendReason)} rules={[{ required: true, message: t(uiWords.choose) }]}>
          <Select options={suspendReasonSchema.options.map((value) => ({ value, label: t(suspendReasonWords[value]) }))} />
        </Form.Item>
      ) : null}
      <Form.Item name="reason" label={t(caseWords.decideReason)} rules={needsReason ? [required(t)] : []}>
        <Input.TextArea maxLength={400} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDialog>
  )
}

/** Takes the last step back, for a reason that stays. */
export function UndoDialog({ open, found, onClose }: { open: boolean; found: CaseDetail; onClose: () => void }) {
  const t = useWords()
  const { message, modal } = App.useApp()
  const doing = useDo(undoCaseStep)
  return (
    <ReasonDialog
      open={open}
      title={t(caseWords.undo)}
      action={t(caseWords.undo)}
      label={t(caseWords.undoReason)}
      doing={doing}
      onReason={(reason) =>
        doing.run(
          { id: found.id, version: found.version, reason },
          {
            onDone: ({ reopened, left }) => {
              onClose()
              if (reopened.length + left.length === 0) void message.success(t(caseWords.saved))
              else
                modal.info({
                  title: t(caseWords.undoneTitle),
                  content: (
                    <>
                      <Needs about={t(caseWords.reopened)} rows={reopened} />
                      <Needs about={t(caseWords.leftSettled)} rows={left} />
                    </>
                  ),
                })
            },
          },
        )
      }
      onClose={onClose}
    />
  )
}

function Needs({ about, rows }: { about: string; rows: readonly { id: string; statement: string }[] }) {
  return rows.length === 0 ? null : (
    <>
      <p>{about}</p>
      <ul>
        {rows.map(({ id, statement }) => (
          <li key={id}>{statement}</li>
        ))}
      </ul>
    </>
  )
}
