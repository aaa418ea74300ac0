import { Form, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { useLocation } from 'react-router'
import { useDraft, useForgottenWhenDone } from './draft.tsx'
import { FailureNote } from './failure-note.tsx'
import { useFieldProblems } from './form-problem.ts'
import { holdEnterButLast } from './hold-enter.ts'

/** What a dialog does: see `useDo`. */
export type DialogDoing = { readonly busy: boolean; readonly failure: Error | null; again(): void; forget(): void }

/**
 * A form in a dialog. What the server says about a field stands beside it; the dialog stays open until it is done or left.
 * What was typed is kept until it is saved: over a reload, a lost session, and a dialog that was closed.
 */
export function FormDialog<Values extends object>({
  open,
  of,
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
  /** Which record it is about, where the page's address, the title and what is said above do not tell: drafts are kept apart by it. */
  of?: string | undefined
  /** The form's id, and the beginning of its fields'. */
  name: string
  title: string
  about?: string
  /** What the button does, in a verb. */
  action: string
  /** The fields that the server may speak of; a list that stays the same from one rendering to the next. */
  fields: readonly string[]
  first?: Partial<Values>
  doing: DialogDoing
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
      <Fields about={[title, about, of].join('.')} name={name} fields={fields} first={first} doing={doing} onFinish={onFinish}>
        {children}
      </Fields>
    </Modal>
  )
}

function Fields<Values extends object>({
  about,
  name,
  fields,
  first,
  doing,
  onFinish,
  children,
}: {
  about: string
  name: string
  fields: readonly string[]
  first: Partial<Values> | undefined
  doing: DialogDoing
  onFinish: (values: Values) => void
  children: ReactNode
}) {
  const [form] = Form.useForm<Values>()
  const { pathname } = useLocation()
  // As it was when the dialog opened: while it closes, its record may be gone already.
  const [opened] = useState(() => ({ draft: `${pathname}.${name}.${about}`, first: first ?? {} }))
  const draft = useDraft(form, opened.draft, opened.first)
  const note = useFieldProblems(form, fields, doing.failure)
  useForgottenWhenDone(doing, draft.forget)
  return (
    <Form<Values>
      form={form}
      name={name}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true }}
      initialValues={opened.first}
      onValuesChange={draft.keep}
      onKeyDown={holdEnterButLast}
      onFinish={onFinish}
    >
      {draft.note}
      <FailureNote failure={note} onRetry={doing.again} />
      {children}
    </Form>
  )
}
