import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { ServiceList } from '../features/ledger/service-list.tsx'
import { serviceWords } from '../features/ledger/service-words.ts'
import { useCommunities } from './client/communities.ts'
import { useMay } from './client/mine.ts'
import type { ListedProject } from './client/project.ts'
import { ExportButton } from './export-button.tsx'
import { useWords } from './language/language.tsx'
import { Icon } from './ui/icon.tsx'
import { Page, Panel } from './ui/page.tsx'
import { WithProject } from './ui/with-project.tsx'

/** The ledger of the project that is worked on. */
export function ServicesPage() {
  return <WithProject page={serviceWords.title}>{(project) => <Services key={project.id} project={project} />}</WithProject>
}

function Services({ project }: { project: ListedProject }) {
  const t = useWords()
  const mayRecord = useMay('services.write')
  const navigate = useNavigate()
  const communities = useCommunities(project.id)
  return (
    <Page
      title={t(serviceWords.title)}
      actions={
        mayRecord ? (
          <Button type="primary" icon={<Icon name="plus" />} onClick={() => void navigate('/services/new')}>
            {t(serviceWords.record)}
          </Button>
        ) : undefined
      }
    >
      <Panel>
        <ServiceList
          projectId={project.id}
          communities={communities}
          actions={({ onlyUnresolved: _only, ...conditions }) => (
            <ExportButton input={{ list: 'services', projectId: project.id, ...conditions }} />
          )}
        />
      </Panel>
    </Page>
  )
}
