import { App } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { DraftForm } from '../../web/ui/draft-form.tsx'
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
  const changing = useDo(changePerson)
  const [first] = useState(() => entryOf(person))
  const back = () => void navigate(`/people/${person.id}`)

  const save = (entry: PersonEntry, done: () => void) => {
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
          done()
          void message.success(t(personWords.saved))
          back()
        },
      },
    )
  }

  return (
    <Panel>
      <DraftForm<PersonEntry>
        name="change-person"
        draft={`person.${person.id}`}
        fields={fields}
        first={first}
        doing={changing}
        action={t(uiWords.save)}
        onSave={save}
        onLeave={back}
      >
        <PersonFields communities={communities} phones={{ phone: person.phone, otherPhone: person.otherPhone }} />
      </DraftForm>
    </Panel>
  )
}
