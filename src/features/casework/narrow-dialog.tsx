import { App, Form, Input } from 'antd'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { fits } from '../../web/ui/form-problem.ts'
import { uiWords } from '../../web/ui/ui-words.ts'
import { caseWords, sessionWords } from './case-words.ts'
import { setNoteNarrow, type SessionDetail } from './session-schema.ts'

const fields = ['reason']

/** Makes a note a counselling note, or, by a supervisor, an ordinary one. */
export function NarrowDialog({ open, found, onClose }: { open: boolean; found: SessionDetail; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const doing = useDo(setNoteNarrow)
  const title = t(found.isNarrow ? sessionWords.toOrdinary : sessionWords.toNarrow)
  return (
    <FormDialog<{ reason: string }>
      open={open}
      name="narrow"
      title={title}
      action={title}
      fields={fields}
      doing={doing}
      onFinish={({ reason }) =>
        doing.run(
          { id: found.id, version: found.version, narrow: !found.isNarrow, reason },
          {
            onDone: () => {
              onClose()
              void message.success(t(caseWords.saved))
            },
          },
        )
      }
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={t(sessionWords.narrowReason)}
        rules={[{ required: true, message: t(uiWords.required) }, fits(setNoteNarrow.input.shape.reason, t(uiWords.reasonShort))]}
      >
        <Input maxLength={400} />
      </Form.Item>
    </FormDialog>
  )
}
