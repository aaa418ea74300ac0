import { App, Form, Input } from 'antd'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { useLookAtPhone } from './look-at-phone.tsx'
import { peopleWords } from './people-words.ts'
import { personWords } from './person-words.ts'
import { saveContact, type PersonDetail } from './schema.ts'

type Contact = PersonDetail['contacts'][number]
type Entry = { name: string; relation?: string; phone?: string }
const fields = ['name', 'relation', 'phone']

/** Adds or changes a contact. The telephone on file is not shown here: left empty, it stays. */
export function ContactDialog({
  person,
  contact,
  onClose,
}: {
  person: PersonDetail
  contact: Contact | 'new' | undefined
  onClose: () => void
}) {
  const t = useWords()
  const { message } = App.useApp()
  const saving = useDo(saveContact)
  const phone = useLookAtPhone()
  const known = contact === undefined || contact === 'new' ? undefined : contact
  const save = ({ name, relation, ...entry }: Entry) => {
    const written = entry.phone?.trim() ?? ''
    saving.run(
      {
        personId: person.id,
        contact: {
          id: known?.id ?? saving.newId(),
          name,
          relation: relation === undefined || relation.trim() === '' ? null : relation,
          ...(written !== '' ? { phone: written } : known === undefined ? { phone: null } : {}),
        },
      },
      {
        onDone: () => {
          onClose()
          void message.success(t(personWords.saved))
        },
      },
    )
  }
  return (
    <FormDialog<Entry>
      open={contact !== undefined}
      of={known?.id}
      name="contact"
      title={known === undefined ? t(personWords.addContact) : t(personWords.contactOf, { name: known.name })}
      action={t(uiWords.save)}
      fields={fields}
      {...(known === undefined ? {} : { first: { name: known.name, ...(known.relation === null ? {} : { relation: known.relation }) } })}
      doing={saving}
      onFinish={save}
      onClose={onClose}
    >
      <Form.Item name="name" label={t(peopleWords.name)} rules={[{ required: true, whitespace: true, message: t(uiWords.required) }]}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="relation" label={t(personWords.relation)}>
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item
        name="phone"
        label={t(known === undefined || known.phone === null ? peopleWords.phone : personWords.newContactPhone)}
        {...phone}
      >
        <Input maxLength={40} inputMode="tel" autoComplete="off" placeholder={known?.phone ?? ''} />
      </Form.Item>
    </FormDialog>
  )
}
