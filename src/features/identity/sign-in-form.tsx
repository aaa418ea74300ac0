import { Alert, Button, Form, Input } from 'antd'
import { useEffect } from 'react'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { PasswordField } from './password-field.tsx'
import { signIn, type Mine } from './schema.ts'
import { signInWords } from './sign-in-words.ts'

type Entry = { tenant?: string; name: string; password: string }

/** Where this browser keeps the code of the organisation that it signs in to. */
const keepTenant = 'nuanyang.tenant'

/** The code in the address, or the one this browser used before; absent where the server serves one organisation. */
function knownTenant(): { code: string | undefined; asked: boolean } {
  const given = new URLSearchParams(window.location.search).get('tenant')
  if (given === null) return { code: localStorage.getItem(keepTenant) ?? undefined, asked: false }
  return { code: given === '' ? undefined : given, asked: true }
}

/** Name and password. With `name` it is for this account alone: somebody continues where they were. */
export function SignInForm({ name, onSignedIn }: { name?: string; onSignedIn: (mine: Mine) => void }) {
  const t = useWords()
  const [form] = Form.useForm<Entry>()
  const entering = useDo(signIn)
  const { code, asked } = knownTenant()

  useEffect(() => {
    const field = document.getElementById(name === undefined ? 'sign-in_name' : 'sign-in_password')
    field?.focus()
  }, [name])

  const enter = (entry: Entry) => {
    const tenant = asked ? entry.tenant : code
    entering.run(
      { name: name ?? entry.name, password: entry.password, ...(tenant === undefined || tenant === '' ? {} : { tenant }) },
      {
        onDone: (mine) => {
          if (tenant === undefined || tenant === '') localStorage.removeItem(keepTenant)
          else localStorage.setItem(keepTenant, tenant)
          onSignedIn(mine)
        },
        onFailure: () => {
          form.setFieldValue('password', '')
          document.getElementById('sign-in_password')?.focus()
        },
      },
    )
  }

  return (
    <Form form={form} name="sign-in" layout="vertical" requiredMark={false} onFinish={enter} initialValues={{ tenant: code, name }}>
      {window.isSecureContext ? null : <Alert type="warning" showIcon title={t(signInWords.insecure)} style={{ marginBottom: 16 }} />}
      <FailureNote failure={entering.failure} onRetry={() => form.submit()} />
      {asked ? (
        <Form.Item name="tenant" label={t(signInWords.tenant)}>
          <Input autoComplete="organization" maxLength={40} />
        </Form.Item>
      ) : null}
      <Form.Item name="name" label={t(signInWords.name)} rules={[{ required: true, whitespace: true, message: t(signInWords.enterName) }]}>
        <Input autoComplete="username" maxLength={40} readOnly={name !== undefined} spellCheck={false} autoCapitalize="none" />
      </Form.Item>
      <Form.Item name="password" label={t(signInWords.password)} rules={[{ required: true, message: t(signInWords.enterPassword) }]}>
        <PasswordField autoComplete="current-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={entering.busy}>
        {t(signInWords.submit)}
      </Button>
    </Form>
  )
}
