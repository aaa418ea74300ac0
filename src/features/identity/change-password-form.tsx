import { Button, Form } from 'antd'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { fits, useFieldProblems } from '../../web/ui/form-problem.ts'
import { uiWords } from '../../web/ui/ui-words.ts'
import { PasswordField } from './password-field.tsx'
import { changePassword } from './schema.ts'
import { signInWords } from './sign-in-words.ts'

type Entry = { current: string; next: string; repeat: string }
const fields = ['current', 'next']

/** The current password, and twice the next one. `first`: the current one was given by an administrator. */
export function ChangePasswordForm({ first = false, onChanged }: { first?: boolean; onChanged: () => void }) {
  const t = useWords()
  const [form] = Form.useForm<Entry>()
  const changing = useDo(changePassword)
  const note = useFieldProblems(form, fields, changing.failure)
  const required = { required: true, message: t(uiWords.required) }
  return (
    <Form
      form={form}
      name="change-password"
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true }}
      onFinish={({ current, next }) =>
        changing.run(
          { current, next },
          {
            onDone: () => {
              form.resetFields()
              onChanged()
            },
          },
        )
      }
    >
      <FailureNote failure={note} onRetry={changing.again} />
      <Form.Item name="current" label={t(first ? signInWords.currentFirst : signInWords.current)} rules={[required]}>
        <PasswordField autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="next"
        label={t(signInWords.next)}
        extra={t(signInWords.passwordRule)}
        validateTrigger="onBlur"
        rules={[required, fits(changePassword.input.shape.next, t(signInWords.tooShort))]}
      >
        <PasswordField autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeat"
        label={t(signInWords.repeat)}
        dependencies={['next']}
        validateTrigger="onBlur"
        rules={[
          required,
          ({ getFieldValue }) => ({
            validator: (_rule: unknown, value: unknown) =>
              value === undefined || value === '' || value === getFieldValue('next')
                ? Promise.resolve()
                : Promise.reject(new Error(t(signInWords.different))),
          }),
        ]}
      >
        <PasswordField autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block={first} loading={changing.busy}>
        {t(signInWords.change)}
      </Button>
    </Form>
  )
}
