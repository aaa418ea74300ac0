import { App, Button, Select } from 'antd'
import { v7 } from 'uuid'
import type { ProjectId } from '../../kernel/ids.ts'
import { useWords } from '../../web/language/language.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { AgeAndSex } from '../people/age-and-sex.tsx'
import { PersonSearch } from '../people/person-search.tsx'
import type { PersonRow } from '../people/schema.ts'
import { partPlayedSchema, type PartPlayed } from './kind-schema.ts'
import { partPlayedWords } from './ledger-words.ts'
import { serviceWords } from './service-words.ts'

/** The attendance's id is made when somebody is picked: trying to save again is then the same operation. */
export type Picked = { readonly id: string; readonly person: PersonRow; readonly part: PartPlayed }

const nobody: readonly Picked[] = []

/** People found one by one and put on a list, each with the part they played. Takes a form item's value and change. */
export function PickPeople({
  id = 'pick-people',
  projectId,
  value = nobody,
  onChange,
  isOnList,
}: {
  id?: string
  projectId: ProjectId
  value?: readonly Picked[]
  onChange?: (value: readonly Picked[]) => void
  /** Whether somebody is on the list already, before these. */
  isOnList?: (person: PersonRow) => boolean
}) {
  const t = useWords()
  const { message } = App.useApp()
  const add = (person: PersonRow) => {
    if (value.some((each) => each.person.id === person.id) || isOnList?.(person) === true)
      return void message.info(t(serviceWords.onList, { name: person.name }))
    return onChange?.([...value, { id: v7(), person, part: partOf(person) }])
  }
  const change = (at: string, part: PartPlayed) => onChange?.(value.map((each) => (each.person.id === at ? { ...each, part } : each)))
  return (
    <>
      <PersonSearch id={id} projectId={projectId} onPick={add} />
      {value.length === 0 ? null : (
        <>
          <p style={{ margin: '8px 0' }}>{t(serviceWords.picked, { n: value.length })}</p>
          <Entries
            rows={value}
            keyOf={({ person }) => person.id}
            empty=""
            head={({ person }) => (
              <>
                <b>{person.name}</b>
                <AgeAndSex person={person} />
              </>
            )}
            more={({ person }) => [person.communityName, person.phone].filter((known) => known !== null).join(' · ')}
            acts={({ person, part }) => (
              <>
                <Select
                  size="small"
                  aria-label={`${person.name}: ${t(serviceWords.part)}`}
                  value={part}
                  onChange={(next) => change(person.id, next)}
                  options={partPlayedSchema.options.map((each) => ({ value: each, label: t(partPlayedWords[each]) }))}
                  popupMatchSelectWidth={false}
                />
                <Button
                  size="small"
                  aria-label={t(serviceWords.takeOutOf, { name: person.name })}
                  onClick={() => onChange?.(value.filter((each) => each.person.id !== person.id))}
                >
                  {t(serviceWords.takeOut)}
                </Button>
              </>
            )}
          />
        </>
      )}
    </>
  )
}

/** The part that somebody plays most likely: an elder is served, a volunteer helps. */
function partOf(person: PersonRow): PartPlayed {
  if (person.parts.includes('elder')) return 'beneficiary'
  if (person.parts.includes('carer')) return 'carer'
  if (person.parts.includes('volunteer')) return 'volunteer'
  return person.parts.includes('worker') ? 'worker' : 'beneficiary'
}
