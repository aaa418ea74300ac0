import { Form, Input } from 'antd'
import { reasonSchema } from '../../kernel/reason.ts'
import { useWords } from '../language/language.tsx'
import { fits } from './form-problem.ts'
import { uiWords } from './ui-words.ts'

/** Why something is corrected or taken back: the field `reason` of a form, of two lines where more is to be said. */
export function ReasonField({ label, placeholder, long = false }: { label: string; placeholder?: string; long?: boolean }) {
  const t = useWords()
  return (
    <Form.Item
      name="reason"
      label={label}
      rules={[{ required: true, message: t(uiWords.required) }, fits(reasonSchema, t(uiWords.reasonShort))]}
    >
      {long ? (
        <Input.TextArea maxLength={200} placeholder={placeholder} autoSize={{ minRows: 2 }} />
      ) : (
        <Input maxLength={200} placeholder={placeholder} />
      )}
    </Form.Item>
  )
}
