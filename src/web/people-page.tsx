import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { PeopleList } from '../features/people/people-list.tsx'
import { peopleWords } from '../features/people/people-words.ts'
import { useCommunities } from './client/communities.ts'
import { useMay } from './client/mine.ts'
import type { ListedProject } from './client/project.ts'
import { ExportButton } from './export-button.tsx'
import { useWords } from './language/language.tsx'
import { Icon } from './ui/icon.tsx'
import { Page, Panel } from './ui/page.tsx'
import { WithProject } from './ui/with-project.tsx'

/** The people of the project that is worked on. */
export function PeoplePage() {
  return <WithProject page={peopleWords.title}>{(project) => <People key={project.id} project={project} />}</WithProject>
}

function People({ project }: { project: ListedProject }) {
  const t = useWords()
  const mayAdd = useMay('people.write')
  const navigate = useNavigate()
  const communities = useCommunities(project.id)
  return (
    <Page
      title={t(peopleWords.title)}
      actions={
        mayAdd ? (
          <Button type="primary" icon={<Icon name="plus" />} onClick={() => void navigate('/people/new')}>
            {t(peopleWords.add)}
          </Button>
        ) : undefined
      }
    >
      <Panel>
        <PeopleList
          projectId={project.id}
          communities={communities}
          actions={({ search, communityCode, part, label }) => (
            <ExportButton input={{ list: 'people', projectId: project.id, search, communityCode, part, label }} />
          )}
        />
      </Panel>
    </Page>
  )
}
