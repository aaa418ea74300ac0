import { App, Button, Form } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { useDraft } from '../../web/ui/draft.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { useFieldProblems } from '../../web/ui/form-problem.ts'
import { Panel } from '../../web/ui/page.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { entryOf, inputOf, phoneOf, type PersonEntry } from './person-entry-rules.ts'
import { PersonFields } from './person-fields.tsx'
import { personWords } from './person-words.ts'
import { changePerson, type PersonDetail } from './schema.ts'

/** Fields the server may speak of, by the names they have here. */
const fields = [
  'name',
  'sex',
  'birthDate',
  'ethnicity',
  'phone',
  'otherPhone',
  'address',
  'livingWith',
  'communityCode',
  'householdNumber',
  'note',
]

/** Changes a file. It is sent with the version it was read at: what others changed meanwhile is never overwritten. */
export function ChangePerson({ person, communities }: { person: PersonDetail; communities: readonly { code: string; name: string }[] }) {
  const t = useWords()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [form] = Form.useForm<PersonEntry>()
  const changing = useDo(changePerson)
  const [first] = useState(() => entryOf(person))
  const draft = useDraft(form, `person.${person.id}`, first)
  const note = useFieldProblems(form, fields, changing.failure)
  const back = () => void navigate(`/people/${person.id}`)

  const save = (entry: PersonEntry) => {
    const phone = phoneOf(entry.phone)
    const otherPhone = phoneOf(entry.otherPhone)
    changing.run(
      {
        id: person.id,
        version: person.version,
        ...inputOf(entry),
        ...(phone === null ? {} : { phone }),
        ...(otherPhone === null ? {} : { otherPhone }),
      },
      {
        onDone: () => {
          draft.forget()
          void message.success(t(personWords.saved))
          back()
        },
      },
    )
  }

  return (
    <Panel>
      {draft.note}
      <FailureNote failure={note} onRetry={changing.again} />
      <Form
        form={form}
        name="change-person"
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={first}
        onValuesChange={draft.keep}
        onFinish={save}
      >
        <PersonFields communities={communities} phones={{ phone: person.phone, otherPhone: person.otherPhone }} />
        <Buttons>
          <Button type="primary" htmlType="submit" loading={changing.busy}>
            {t(uiWords.save)}
          </Button>
          <Button
            onClick={() => {
              draft.forget()
              back()
            }}
          >
            {t(uiWords.cancel)}
          </Button>
        </Buttons>
      </Form>
    </Panel>
  )
}
