import { App, Modal } from 'antd'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { PersonSearch } from '../people/person-search.tsx'
import { resolveMember, type Group, type GroupMember } from './schema.ts'
import { groupWords } from './words.ts'

/** Says who a member is of whom only a name was written. */
export function ResolveMember({ group, member, onClose }: { group: Group; member: GroupMember | undefined; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const doing = useDo(resolveMember)
  const close = () => {
    doing.forget()
    onClose()
  }
  return (
    <Modal
      open={member !== undefined}
      title={t(groupWords.resolveOf, { name: member?.name ?? '' })}
      onCancel={close}
      destroyOnHidden
      footer={null}
    >
      <p>{t(groupWords.resolveAbout)}</p>
      <FailureNote failure={doing.failure} onRetry={doing.again} />
      <PersonSearch
        id="resolve-member"
        label={t(groupWords.member)}
        projectId={group.projectId}
        onPick={(person) =>
          member === undefined
            ? undefined
            : doing.run(
                { groupId: group.id, memberId: member.id, personId: person.id },
                {
                  onDone: ({ attendances }) => {
                    close()
                    void message.success(t(groupWords.resolved, { n: attendances }))
                  },
                },
              )
        }
      />
    </Modal>
  )
}
