import { App, Form } from 'antd'
import { useState } from 'react'
import { v7 } from 'uuid'
import type { ProjectId } from '../../kernel/ids.ts'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { PersonSearch } from '../people/person-search.tsx'
import type { PersonRow } from '../people/schema.ts'
import { addVolunteer, changeVolunteer, type VolunteerDetail } from './register-schema.ts'
import { entryOfFile, fileOf, type VolunteerEntry } from './volunteer-entry-rules.ts'
import { volunteerFields, VolunteerFields } from './volunteer-fields.tsx'
import { volunteerWords } from './volunteer-words.ts'

/** Puts somebody who has a file on the roll. */
export function AddVolunteer({
  projectId,
  open,
  onClose,
  onAdded,
}: {
  projectId: ProjectId
  open: boolean
  onClose: () => void
  onAdded: (id: string) => void
}) {
  const t = useWords()
  const { message } = App.useApp()
  const adding = useDo(addVolunteer)
  const [id, setId] = useState(() => v7())
  const [person, setPerson] = useState<PersonRow>()
  const close = () => {
    setPerson(undefined)
    onClose()
  }
  return (
    <FormDialog<VolunteerEntry>
      open={open}
      name="add-volunteer"
      title={t(volunteerWords.add)}
      about={t(volunteerWords.addAbout)}
      action={t(uiWords.save)}
      fields={volunteerFields}
      doing={adding}
      onFinish={(entry) => {
        if (person === undefined) return void message.warning(t(volunteerWords.chooseWho))
        return adding.run(
          { id, projectId, personId: person.id, file: fileOf(entry) },
          {
            onDone: (made) => {
              setId(v7())
              close()
              void message.success(t(volunteerWords.saved))
              onAdded(made.id)
            },
          },
        )
      }}
      onClose={close}
    >
      <Form.Item label={t(volunteerWords.who)} htmlFor="add-volunteer-who">
        <PersonSearch id="add-volunteer-who" onPick={setPerson} />
        {person === undefined ? null : (
          <p style={{ margin: '8px 0 0' }}>
            <output>{t(volunteerWords.chosen, { name: person.name })}</output>
          </p>
        )}
      </Form.Item>
      <VolunteerFields withEnd={false} />
    </FormDialog>
  )
}

/** Changes a volunteer's file. */
export function ChangeVolunteer({ volunteer, open, onClose }: { volunteer: VolunteerDetail; open: boolean; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const changing = useDo(changeVolunteer)
  return (
    <FormDialog<VolunteerEntry>
      open={open}
      name="change-volunteer"
      title={t(volunteerWords.changeOf, { name: volunteer.name })}
      action={t(uiWords.save)}
      fields={volunteerFields}
      first={entryOfFile(volunteer)}
      doing={changing}
      onFinish={(entry) =>
        changing.run(
          { id: volunteer.id, version: volunteer.version, file: fileOf(entry) },
          {
            onDone: () => {
              onClose()
              void message.success(t(volunteerWords.saved))
            },
          },
        )
      }
      onClose={onClose}
    >
      <VolunteerFields withEnd />
    </FormDialog>
  )
}
