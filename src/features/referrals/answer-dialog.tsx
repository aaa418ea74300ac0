import { App, Form, Input } from 'antd'
import { useDo } from '../../web/client/calls.ts'
import { useMine } from '../../web/client/mine.ts'
import { useWords } from '../../web/language/language.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { answerReferral, type Received } from './received-schema.ts'
import { receivedWords, referralWords } from './referral-words.ts'

type Entry = { by: string; note?: string }
const fields = ['by', 'note']

/** The partner's own answer. */
export function AnswerDialog({
  answer,
  received,
  onClose,
}: {
  answer: 'accepted' | 'refused' | undefined
  received: Received
  onClose: () => void
}) {
  const t = useWords()
  const { displayName } = useMine()
  const { message } = App.useApp()
  const doing = useDo(answerReferral)
  const refuses = answer === 'refused'
  const required = { required: true, whitespace: true, message: t(uiWords.required) }
  return (
    <FormDialog<Entry>
      open={answer !== undefined}
      name="answer-referral"
      title={t(refuses ? receivedWords.refuseTitle : receivedWords.acceptTitle)}
      action={t(refuses ? referralWords.refuse : referralWords.accept)}
      fields={fields}
      first={{ by: displayName }}
      doing={doing}
      onFinish={({ by, note }) => {
        if (answer === undefined) return
        doing.run(
          { id: received.id, version: received.version, answer, by, note: note === undefined || note.trim() === '' ? null : note },
          {
            onDone: () => {
              onClose()
              void message.success(t(receivedWords.answered))
            },
          },
        )
      }}
      onClose={onClose}
    >
      <Form.Item name="by" label={t(referralWords.by)} rules={[required]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="note" label={t(refuses ? receivedWords.noteRefused : receivedWords.note)} rules={refuses ? [required] : []}>
        <Input.TextArea maxLength={400} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDialog>
  )
}
