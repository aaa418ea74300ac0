import { useParams } from 'react-router'
import { ChangePerson } from '../features/people/change-person.tsx'
import { personWords } from '../features/people/person-words.ts'
import { openPerson } from '../features/people/schema.ts'
import { personIdSchema, type PersonId } from '../kernel/ids.ts'
import { useAsk } from './client/calls.ts'
import { useCommunities } from './client/communities.ts'
import type { ListedProject } from './client/project.ts'
import { useWords } from './language/language.tsx'
import { AbsentPage } from './shell/absent-page.tsx'
import { AskedState } from './ui/asked-state.tsx'
import { Page } from './ui/page.tsx'
import { WithProject } from './ui/with-project.tsx'

/** A file while it is changed. */
export function ChangePersonPage() {
  const id = personIdSchema.safeParse(useParams()['id'])
  if (!id.success) return <AbsentPage />
  return <WithProject page={personWords.change}>{(project) => <Changing id={id.data} project={project} />}</WithProject>
}

function Changing({ id, project }: { id: PersonId; project: ListedProject }) {
  const t = useWords()
  const communities = useCommunities(project.id)
  const asked = useAsk(openPerson, { id })
  return (
    <Page title={asked.data === undefined ? t(personWords.change) : t(personWords.changeTitle, { name: asked.data.name })}>
      <AskedState asked={asked}>{(person) => <ChangePerson key={person.version} person={person} communities={communities} />}</AskedState>
    </Page>
  )
}
