import { useFormats, useWords } from '../../web/language/language.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { partWords, peopleWords } from './people-words.ts'
import { personWords } from './person-words.ts'
import type { PersonDetail } from './schema.ts'

type Registration = PersonDetail['registrations'][number]

/** In which projects, as what. */
export function PersonRegistrations({ person }: { person: PersonDetail }) {
  const t = useWords()
  const { day } = useFormats()
  const columns: Column<Registration>[] = [
    { title: personWords.project, cell: (row) => row.project, heads: true },
    { title: peopleWords.part, cell: (row) => t(partWords[row.part]) },
    { title: peopleWords.community, cell: (row) => row.communityName ?? '—' },
    { title: personWords.registeredOn, cell: (row) => (row.registeredOn === null ? '—' : day(row.registeredOn)), whole: true },
    { title: personWords.note, cell: (row) => row.note ?? '—' },
  ]
  return (
    <Panel title={t(personWords.registrations)}>
      <RecordTable
        name={t(personWords.registrations)}
        columns={columns}
        rows={person.registrations}
        keyOf={(row) => `${row.projectId}.${row.part}`}
      />
    </Panel>
  )
}
