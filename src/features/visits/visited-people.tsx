import { Button, Segmented } from 'antd'
import { v7 } from 'uuid'
import type { PersonId, ProjectId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { PersonSearch } from '../people/person-search.tsx'
import { openDoor } from './schema.ts'
import type { PersonEntry } from './visit-entry-rules.ts'
import { visitWords } from './visit-words.ts'
import style from './visits.module.css'

const nobody: readonly PersonEntry[] = []

/** Whom a visit was for and whether each was seen. Whoever lives with them is offered. Takes a form item's value and change. */
export function VisitedPeople({
  id = 'visited',
  projectId,
  byPhone,
  value = nobody,
  onChange,
}: {
  id?: string
  projectId: ProjectId
  byPhone: boolean
  value?: readonly PersonEntry[]
  onChange?: (value: readonly PersonEntry[]) => void
}) {
  const t = useWords()
  const first = value[0]
  const add = (person: { personId: PersonId; name: string; communityCode: PersonEntry['communityCode'] }) => {
    if (!value.some(({ personId }) => personId === person.personId))
      onChange?.([...value, { id: v7(), personId: person.personId, name: person.name, communityCode: person.communityCode, seen: null }])
  }
  return (
    <>
      {value.map((person) => (
        <div key={person.personId} className={style['person']}>
          <b>{person.name}</b>
          <span>
            <Segmented
              aria-label={t(visitWords.seenOf, { name: person.name })}
              value={person.seen === null ? '' : person.seen ? 'yes' : 'no'}
              options={[
                { value: 'yes', label: t(visitWords.seen) },
                { value: 'no', label: t(byPhone ? visitWords.unseenPhone : visitWords.unseen) },
              ]}
              onChange={(seen) => onChange?.(value.map((each) => (each === person ? { ...each, seen: seen === 'yes' } : each)))}
            />{' '}
            <Button
              type="text"
              aria-label={t(visitWords.takeOutOf, { name: person.name })}
              onClick={() => onChange?.(value.filter((each) => each !== person))}
            >
              {t(visitWords.takeOut)}
            </Button>
          </span>
        </div>
      ))}
      {first === undefined ? null : <Household projectId={projectId} personId={first.personId} people={value} onAdd={add} />}
      <div style={{ marginTop: 10 }}>
        <PersonSearch
          id={id}
          projectId={projectId}
          placeholder={t(visitWords.whoHint)}
          onPick={(person) => add({ personId: person.id, name: person.name, communityCode: person.communityCode })}
        />
      </div>
    </>
  )
}

/** Others of the same household, to be recorded with them. */
function Household({
  projectId,
  personId,
  people,
  onAdd,
}: {
  projectId: ProjectId
  personId: PersonId
  people: readonly PersonEntry[]
  onAdd: (person: { personId: PersonId; name: string; communityCode: PersonEntry['communityCode'] }) => void
}) {
  const t = useWords()
  const { data } = useAsk(openDoor, { projectId, personId })
  const others = (data?.people ?? []).filter((person) => !people.some((each) => each.personId === person.personId))
  if (others.length === 0) return null
  return (
    <p>
      {t(visitWords.alsoHere)}{' '}
      {others.map((person) => (
        <Button key={person.personId} size="small" style={{ marginInlineEnd: 8 }} onClick={() => onAdd(person)}>
          {t(visitWords.addHere, { name: person.name })}
        </Button>
      ))}
    </p>
  )
}
