import { App, Button, Modal } from 'antd'
import type { PersonId } from '../../kernel/ids.ts'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { PersonSearch } from '../people/person-search.tsx'
import { resolveName, type ServiceDetail } from './schema.ts'
import type { Attendance } from './service-attended.tsx'
import { serviceWords } from './service-words.ts'

/** Says who a written name is, or takes that back. */
export function ResolveName({
  service,
  attendance,
  onClose,
}: {
  service: ServiceDetail
  attendance: Attendance | undefined
  onClose: () => void
}) {
  const t = useWords()
  const { message } = App.useApp()
  const resolving = useDo(resolveName)
  const name = attendance?.writtenName ?? attendance?.name ?? ''
  const hints = attendance?.writtenHints ?? ''
  const close = () => {
    resolving.forget()
    onClose()
  }
  const resolve = (personId: PersonId | null) => {
    if (attendance === undefined) return
    resolving.run(
      { attendanceId: attendance.id, personId },
      {
        onDone: ({ repeats }) => {
          close()
          void message.success(t(personId === null ? serviceWords.saved : repeats ? serviceWords.resolvedRepeat : serviceWords.resolved))
        },
      },
    )
  }
  return (
    <Modal
      open={attendance !== undefined}
      title={t(serviceWords.resolveOf, { name })}
      onCancel={close}
      destroyOnHidden
      footer={
        attendance?.personId === null || attendance === undefined ? null : (
          <Button danger loading={resolving.busy} onClick={() => resolve(null)}>
            {t(serviceWords.unresolve)}
          </Button>
        )
      }
    >
      <p>{t(serviceWords.resolveAbout, { name })}</p>
      {hints === '' ? null : <p>{t(serviceWords.resolveHints, { hints })}</p>}
      <FailureNote failure={resolving.failure} onRetry={resolving.again} />
      <PersonSearch id="resolve-name" label={t(serviceWords.who)} projectId={service.projectId} onPick={(person) => resolve(person.id)} />
    </Modal>
  )
}
