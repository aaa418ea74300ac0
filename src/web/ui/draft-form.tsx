import { Button, Form, type FormInstance } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../language/language.tsx'
import { Buttons } from './buttons.tsx'
import { useDraft } from './draft.tsx'
import { FailureNote } from './failure-note.tsx'
import { useFieldProblems } from './form-problem.ts'
import { uiWords } from './ui-words.ts'

type Doing = { readonly busy: boolean; readonly failure: Error | null; again(): void }

/**
 * A form that fills a page. What was typed is kept until it is saved or left; what the server says about a field stands
 * beside it, the rest above.
 */
export function DraftForm<Values extends object>({
  form: given,
  name,
  draft: about,
  fields,
  first,
  doing,
  action,
  onSave,
  onLeave,
  children,
}: {
  /** Where the page has to reach into the form. */
  form?: FormInstance<Values>
  /** The form's id, and the beginning of its fields'. */
  name: string
  /** Which form and which record: drafts are kept apart by it. */
  draft: string
  /** The fields that the server may speak of; a list that stays the same from one rendering to the next. */
  fields: readonly string[]
  /** What it begins with: the same from one rendering to the next. */
  first: Partial<Values>
  doing: Doing
  /** What the button does, in a verb. */
  action: string
  /** `done` forgets the draft: called when it is saved. */
  onSave: (values: Values, done: () => void) => void
  onLeave: () => void
  children: ReactNode
}) {
  const t = useWords()
  const [form] = Form.useForm<Values>(given)
  const draft = useDraft(form, about, first)
  const note = useFieldProblems(form, fields, doing.failure)
  return (
    <>
      {draft.note}
      <FailureNote failure={note} onRetry={doing.again} />
      <Form<Values>
        form={form}
        name={name}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={first}
        onValuesChange={draft.keep}
        onFinish={(values) => onSave(values, draft.forget)}
      >
        {children}
        <Buttons>
          <Button type="primary" htmlType="submit" loading={doing.busy}>
            {action}
          </Button>
          <Button
            onClick={() => {
              draft.forget()
              onLeave()
            }}
          >
            {t(uiWords.cancel)}
          </Button>
        </Buttons>
      </Form>
    </>
  )
}
