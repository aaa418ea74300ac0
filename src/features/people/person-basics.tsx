import { Fragment } from 'react'
import { Link } from 'react-router'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Chip, type Tone } from '../../web/ui/chip.tsx'
import { Facts } from '../../web/ui/facts.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { numberStateWords, partWords, peopleWords } from './people-words.ts'
import { personWords } from './person-words.ts'
import type { PersonDetail } from './schema.ts'
import { Unmask, type Maskable } from './unmask.tsx'

const tones: Record<PersonDetail['idNumber']['state'], Tone> = {
  valid: 'good',
  unverified: 'look',
  damaged: 'look',
  disputed: 'bad',
  missing: 'plain',
  refused: 'plain',
}

/** What is on file, numbers and telephones masked. */
export function PersonBasics({ person }: { person: PersonDetail }) {
  const t = useWords()
  const { day } = useFormats()
  const masked = (field: Maskable, title: string, value: string | null) =>
    value === null ? null : (
      <Unmask id={person.id} field={field} title={title}>
        {value}
      </Unmask>
    )
  const birth =
    person.birthDate === null
      ? // The day is kept from whoever sees persons masked; the age is not.
        person.age === null
        ? null
        : t(personWords.birthMasked)
      : `${day(person.birthDate)}${person.birthDateFrom === 'number' ? ` ${t(personWords.birthFromNumber)}` : ''}`
  const { calendar, month, day: dayOfMonth, leap } = person.birthday
  const birthday =
    calendar === 'solar' || month === null || dayOfMonth === null
      ? t(calendar === 'solar' ? personWords.solar : personWords.lunar)
      : t(leap ? personWords.lunarLeapDay : personWords.lunarDay, { month, day: dayOfMonth })
  return (
    <Panel title={t(personWords.basics)}>
      <Facts
        facts={[
          [
            personWords.idNumber,
            <Fragment key="number">
              {masked('idNumber', t(personWords.idNumber), person.idNumber.masked)}{' '}
              <Chip tone={tones[person.idNumber.state]}>{t(numberStateWords[person.idNumber.state])}</Chip>
            </Fragment>,
          ],
          [personWords.birthDate, birth],
          [personWords.birthday, birthday],
          [personWords.ethnicity, person.ethnicity],
          [peopleWords.phone, masked('phone', t(peopleWords.phone), person.phone)],
          [personWords.otherPhone, masked('otherPhone', t(personWords.otherPhone), person.otherPhone)],
          [
            personWords.address,
            person.address?.includes('*') === true ? masked('address', t(personWords.address), person.address) : person.address,
          ],
          [personWords.livingWith, person.livingWith],
          [personWords.householdNumber, person.household?.number],
          [
            personWords.household,
            person.household === null ? null : <Household key="household" person={person} household={person.household} />,
          ],
          [
            personWords.organisations,
            person.organisations.map(({ name, part }) => `${name}（${t(partWords[part])}）`).join(t(personWords.between)),
          ],
          [personWords.note, person.note],
        ]}
      />
    </Panel>
  )
}

function Household({ person, household }: { person: PersonDetail; household: NonNullable<PersonDetail['household']> }) {
  const t = useWords()
  // Masked, two of a house may read alike: then the head is only named.
  const named = household.members.filter((member) => member.name === household.headName)
  const head = named.length === 1 ? named[0] : undefined
  const others = household.members.filter((member) => member.id !== person.id && member !== head)
  return (
    <>
      {household.headName === null ? null : (
        <span>
          {t(personWords.head)}
          {head === undefined || head.id === person.id ? household.headName : <Link to={`/people/${head.id}`}>{head.name}</Link>}{' '}
        </span>
      )}
      {others.map((member) => (
        <span key={member.id}>
          <Link to={`/people/${member.id}`}>{member.name}</Link>{' '}
        </span>
      ))}
    </>
  )
}
