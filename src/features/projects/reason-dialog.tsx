import { Form, Input } from 'antd'
import { z } from 'zod'
import { useWords } from '../../web/language/language.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { fits } from '../../web/ui/form-problem.ts'
import { uiWords } from '../../web/ui/ui-words.ts'
import { expenseWords as w } from './expense-words.ts'

const fields = ['reason']
const reasonSchema = z.string().trim().min(2).max(200)

type Doing = { readonly busy: boolean; readonly failure: Error | null; again(): void; forget(): void }

/** A step that only asks why. */
export function ReasonDialog({
  open,
  of,
  title,
  about,
  action,
  doing,
  onReason,
  onClose,
}: {
  open: boolean
  of: string
  title: string
  about: string
  action: string
  doing: Doing
  onReason: (reason: string) => void
  onClose: () => void
}) {
  const t = useWords()
  return (
    <FormDialog<{ reason: string }>
      open={open}
      of={of}
      name="project-reason"
      title={title}
      about={about}
      action={action}
      fields={fields}
      doing={doing}
      onFinish={({ reason }) => onReason(reason)}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={t(w.reason)}
        rules={[{ required: true, message: t(uiWords.required) }, fits(reasonSchema, t(uiWords.reasonShort))]}
      >
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}
