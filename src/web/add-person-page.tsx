import { AddPerson } from '../features/people/add-person.tsx'
import { personWords } from '../features/people/person-words.ts'
import { useCommunities } from './client/communities.ts'
import type { ListedProject } from './client/project.ts'
import { useWords } from './language/language.tsx'
import { Page } from './ui/page.tsx'
import { WithProject } from './ui/with-project.tsx'

/** A new file, in the project that is worked on. */
export function AddPersonPage() {
  return <WithProject page={personWords.addTitle}>{(project) => <Adding key={project.id} project={project} />}</WithProject>
}

function Adding({ project }: { project: ListedProject }) {
  const t = useWords()
  const communities = useCommunities(project.id)
  return (
    <Page title={t(personWords.addTitle)} about={project.name}>
      <AddPerson projectId={project.id} communities={communities} />
    </Page>
  )
}
