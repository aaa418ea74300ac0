import { App, Form } from 'antd'
import { daySchema } from '../../kernel/day.ts'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { ReasonField } from '../../web/ui/reason-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { formWords, sessionWords } from './case-words.ts'
import { LongText } from './long-text.tsx'
import { changeNote, noteContentSchema, type SessionDetail } from './session-schema.ts'

type Entry = { goal?: string; facts: string; analysis?: string; nextPlan?: string; nextOn?: string | null; reason: string }
const fields = ['facts', 'nextOn', 'reason']

/** Writes a note anew, or for the first time; what it said before is kept with the reason. */
export function ChangeNote({ open, found, onClose }: { open: boolean; found: SessionDetail; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const doing = useDo(changeNote)
  const { content } = found
  const first: Partial<Entry> =
    content === null
      ? { reason: t({ zh: '补写记录', en: 'Written down later' }) }
      : { goal: content.goal, facts: content.facts, analysis: content.analysis, nextPlan: content.nextPlan, nextOn: found.nextOn }
  const save = ({ reason, nextOn, ...entry }: Entry) => {
    const written = noteContentSchema.safeParse({ ...content, ...entry })
    if (!written.success) return void message.error(t(uiWords.required))
    return doing.run(
      { id: found.id, version: found.version, content: written.data, nextOn: daySchema.safeParse(nextOn).data ?? null, reason },
      {
        onDone: () => {
          onClose()
          void message.success(t(uiWords.save))
        },
      },
    )
  }
  return (
    <FormDialog<Entry>
      open={open}
      name="note"
      title={t(content === null ? sessionWords.writeNow : sessionWords.change)}
      action={t(uiWords.save)}
      fields={fields}
      first={first}
      doing={doing}
      onFinish={save}
      onClose={onClose}
    >
      <LongText name="goal" words={sessionWords.goal} rows={1} />
      <LongText name="facts" words={sessionWords.facts} hint={formWords.writeFacts} must rows={5} />
      <LongText name="analysis" words={sessionWords.analysis} />
      <LongText name="nextPlan" words={sessionWords.nextPlan} rows={1} />
      <Form.Item name="nextOn" label={t(sessionWords.nextOn)}>
        <DayField />
      </Form.Item>
      <ReasonField label={t(sessionWords.changeReason)} />
    </FormDialog>
  )
}
