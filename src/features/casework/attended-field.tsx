import { Button, Select } from 'antd'
import { v7 } from 'uuid'
import type { PersonId, ProjectId } from '../../kernel/ids.ts'
import { useWords } from '../../web/language/language.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { partPlayedSchema, type PartPlayed } from '../ledger/kind-schema.ts'
import { partPlayedWords } from '../ledger/ledger-words.ts'
import { serviceWords } from '../ledger/service-words.ts'
import { PersonSearch } from '../people/person-search.tsx'

/** Somebody at a session. */
export type Present = { id: string; personId: PersonId; name: string; part: PartPlayed }

const nobody: readonly Present[] = []

/** Who was there: the elder is on the list already; family who came before are one press away. */
export function AttendedField({
  id = 'session-attended',
  projectId,
  family,
  value = nobody,
  onChange,
}: {
  id?: string
  projectId: ProjectId
  family: readonly { personId: PersonId; name: string }[]
  value?: readonly Present[]
  onChange?: (value: readonly Present[]) => void
}) {
  const t = useWords()
  const add = (personId: PersonId, name: string, part: PartPlayed) => {
    if (!value.some((one) => one.personId === personId)) onChange?.([...value, { id: v7(), personId, name, part }])
  }
  const missing = family.filter((one) => !value.some((present) => present.personId === one.personId))
  return (
    <>
      <Entries
        rows={value}
        keyOf={(one) => one.personId}
        empty=""
        head={(one) => one.name}
        acts={(one) => (
          <>
            <Select
              size="small"
              aria-label={`${one.name}: ${t(serviceWords.part)}`}
              value={one.part}
              onChange={(part) => onChange?.(value.map((each) => (each.personId === one.personId ? { ...each, part } : each)))}
              options={partPlayedSchema.options.map((each) => ({ value: each, label: t(partPlayedWords[each]) }))}
              popupMatchSelectWidth={false}
            />
            <Button
              size="small"
              aria-label={t(serviceWords.takeOutOf, { name: one.name })}
              onClick={() => onChange?.(value.filter((each) => each.personId !== one.personId))}
            >
              {t(serviceWords.takeOut)}
            </Button>
          </>
        )}
      />
      {missing.map((one) => (
        <Button key={one.personId} size="small" style={{ margin: '0 6px 8px 0' }} onClick={() => add(one.personId, one.name, 'carer')}>
          + {one.name}
        </Button>
      ))}
      <PersonSearch
        id={id}
        projectId={projectId}
        onPick={(person) => add(person.id, person.name, person.parts.includes('elder') ? 'beneficiary' : 'carer')}
      />
    </>
  )
}
