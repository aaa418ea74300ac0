import { Form, Modal } from 'antd'
import type { ReactNode } from 'react'
import { FailureNote } from './failure-note.tsx'
import { useFieldProblems } from './form-problem.ts'

type Doing = { readonly busy: boolean; readonly failure: Error | null; again(): void; forget(): void }

/** A form in a dialog. What the server says about a field stands beside it; the dialog stays open until it is done or left. */
export function FormDialog<Values extends object>({
  open,
  name,
  title,
  about,
  action,
  fields,
  first,
  doing,
  onFinish,
  onClose,
  children,
}: {
  open: boolean
  /** The form's id, and the beginning of its fields'. */
  name: string
  title: string
  about?: string
  /** What the button does, in a verb. */
  action: string
  /** The fields that the server may speak of; a list that stays the same from one rendering to the next. */
  fields: readonly string[]
  first?: Partial<Values>
  doing: Doing
  onFinish: (values: Values) => void
  onClose: () => void
  children: ReactNode
}) {
  return (
    <Modal
      open={open}
      title={title}
      okText={action}
      okButtonProps={{ htmlType: 'submit', form: name, loading: doing.busy }}
      onCancel={() => {
        doing.forget()
        onClose()
      }}
      mask={{ closable: false }}
      destroyOnHidden
    >
      {about === undefined ? null : <p>{about}</p>}
      <Fields name={name} fields={fields} first={first} doing={doing} onFinish={onFinish}>
        {children}
      </Fields>
    </Modal>
  )
}

function Fields<Values extends object>({
  name,
  fields,
  first,
  doing,
  onFinish,
  children,
}: {
  name: string
  fields: readonly string[]
  first: Partial<Values> | undefined
  doing: Doing
  onFinish: (values: Values) => void
  children: ReactNode
}) {
  const [form] = Form.useForm<Values>()
  const note = useFieldProblems(form, fields, doing.failure)
  return (
    <Form<Values>
      form={form}
      name={name}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true }}
      {...(first === undefined ? {} : { initialValues: first })}
      onFinish={onFinish}
    >
      <FailureNote failure={note} onRetry={doing.again} />
      {children}
    </Form>
  )
}
