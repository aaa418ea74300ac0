import { useFormats, useWords } from '../../web/language/language.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { Known } from '../../web/ui/known.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { partWords, peopleWords } from './people-words.ts'
import { personWords } from './person-words.ts'
import type { PersonDetail } from './schema.ts'

/** In which projects, as what. */
export function PersonRegistrations({ person }: { person: PersonDetail }) {
  const t = useWords()
  const { day } = useFormats()
  return (
    <Panel title={t(personWords.registrations)}>
      <Entries
        rows={person.registrations}
        keyOf={(row) => `${row.projectId}.${row.part}`}
        empty={t(personWords.noRegistrations)}
        head={(row) => (
          <>
            {row.project} <Chip>{t(partWords[row.part])}</Chip>
          </>
        )}
        more={(row) => (
          <>
            <Known words={peopleWords.community} value={row.communityName} />
            <Known words={personWords.registeredOn} value={row.registeredOn === null ? null : day(row.registeredOn)} />
            <Known words={personWords.note} value={row.note} />
          </>
        )}
      />
    </Panel>
  )
}
