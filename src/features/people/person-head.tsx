import { Alert } from 'antd'
import { Link } from 'react-router'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { AgeAndSex } from './age-and-sex.tsx'
import { Labels } from './labels.tsx'
import { partWords, peopleWords } from './people-words.ts'
import { personWords } from './person-words.ts'
import style from './person-head.module.css'
import type { PersonDetail } from './schema.ts'
import { Unmask } from './unmask.tsx'

/** Who it is, in one look. A file that is closed says so before anything else. */
export function PersonHead({ person }: { person: PersonDetail }) {
  const t = useWords()
  const { day } = useFormats()
  return (
    <>
      {person.deceasedOn === null ? null : (
        <Alert
          type="warning"
          showIcon
          title={t(personWords.deceasedOn, { day: day(person.deceasedOn) })}
          className={style['closed'] ?? ''}
        />
      )}
      {person.mergedInto === null ? null : (
        <Alert
          type="warning"
          showIcon
          title={t(personWords.mergedInto)}
          action={<Link to={`/people/${person.mergedInto}`}>{t(personWords.openKept)}</Link>}
          className={style['closed'] ?? ''}
        />
      )}
      <p className={style['line']}>
        {person.name.includes('*') ? (
          <span>
            <Unmask id={person.id} field="name" title={t(peopleWords.name)}>
              {t(personWords.nameMasked)}
            </Unmask>
          </span>
        ) : null}
        <span>
          <AgeAndSex person={person} />
        </span>
        <span>{person.communityName ?? '—'}</span>
        {person.parts.map((part) => (
          <Chip key={part}>{t(partWords[part])}</Chip>
        ))}
        {person.labels.length === 0 ? null : <Labels codes={person.labels} />}
      </p>
    </>
  )
}
