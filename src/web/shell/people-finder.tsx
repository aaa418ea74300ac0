import { useNavigate } from 'react-router'
import { peopleWords } from '../../features/people/people-words.ts'
import { PersonSearch } from '../../features/people/person-search.tsx'
import { useMay } from '../client/mine.ts'
import { useWords } from '../language/language.tsx'

/** Finds a person from wherever one is, and opens their file. Nothing for whoever may not see people. */
export function PeopleFinder() {
  const t = useWords()
  const navigate = useNavigate()
  if (!useMay('people.read')) return null
  return (
    <div style={{ flex: '0 1 250px', minWidth: 130 }}>
      <PersonSearch
        id="find-person"
        label={t(peopleWords.find)}
        placeholder={`${t(peopleWords.find)}: ${t(peopleWords.findHint)}`}
        onPick={(person) => void navigate(`/people/${person.id}`)}
      />
    </div>
  )
}
