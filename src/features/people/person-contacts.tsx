import { App, Button } from 'antd'
import { useState } from 'react'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { Confirm } from '../../web/ui/confirm.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { ContactDialog } from './contact-dialog.tsx'
import { personWords } from './person-words.ts'
import { removeContact, type PersonDetail } from './schema.ts'
import { Unmask } from './unmask.tsx'
import style from './person-contacts.module.css'

type Contact = PersonDetail['contacts'][number]

/** Whom to call. */
export function PersonContacts({ person, mayWrite }: { person: PersonDetail; mayWrite: boolean }) {
  const t = useWords()
  const { message } = App.useApp()
  const [open, setOpen] = useState<Contact | 'new'>()
  const [removing, setRemoving] = useState<Contact>()
  const doing = useDo(removeContact)
  return (
    <Panel
      title={t(personWords.contacts)}
      actions={
        mayWrite ? (
          <Button size="small" icon={<Icon name="plus" size={15} />} onClick={() => setOpen('new')}>
            {t(personWords.addContact)}
          </Button>
        ) : undefined
      }
    >
      <Entries
        rows={person.contacts}
        keyOf={(contact) => contact.id}
        empty={t(personWords.noContacts)}
        head={(contact) => (
          <>
            <b>{contact.name}</b>
            <span>{contact.relation}</span>
            <span>{contact.phone}</span>
          </>
        )}
        acts={
          mayWrite
            ? (contact) => (
                <>
                  <Button size="small" aria-label={`${t(personWords.changeContact)} ${contact.name}`} onClick={() => setOpen(contact)}>
                    {t(personWords.changeContact)}
                  </Button>
                  <Button
                    size="small"
                    danger
                    aria-label={t(personWords.removeContactOf, { name: contact.name })}
                    onClick={() => setRemoving(contact)}
                  >
                    {t(personWords.removeContact)}
                  </Button>
                </>
              )
            : undefined
        }
      />
      {person.contacts.length === 0 ? null : (
        <p className={style['see']}>
          <Unmask id={person.id} field="contacts" title={t(personWords.contacts)}>
            {t(personWords.contactsMasked)}
          </Unmask>
        </p>
      )}
      <ContactDialog person={person} contact={open} onClose={() => setOpen(undefined)} />
      <Confirm
        open={removing !== undefined}
        title={t(personWords.removeContactOf, { name: removing?.name ?? '' })}
        about={t(personWords.removeContactAbout)}
        action={t(personWords.removeContact)}
        danger
        doing={doing}
        onConfirm={() => {
          if (removing === undefined) return
          doing.run(
            { personId: person.id, id: removing.id },
            {
              onDone: () => {
                setRemoving(undefined)
                void message.success(t(personWords.saved))
              },
            },
          )
        }}
        onClose={() => {
          doing.forget()
          setRemoving(undefined)
        }}
      />
    </Panel>
  )
}
