import { useWords } from '../../web/language/language.tsx'
import { peopleWords, sexWords } from './people-words.ts'
import type { PersonRow } from './schema.ts'

/** 女，75 岁: what is known of it. */
export function AgeAndSex({ person }: { person: Pick<PersonRow, 'sex' | 'age'> }) {
  const t = useWords()
  const known = [
    ...(person.sex === 'unknown' ? [] : [t(sexWords[person.sex])]),
    ...(person.age === null ? [] : [t(peopleWords.years, { n: person.age })]),
  ]
  return known.length === 0 ? '—' : known.join(' · ')
}
