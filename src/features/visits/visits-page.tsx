import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { useAsk } from '../../web/client/calls.ts'
import { useCommunities } from '../../web/client/communities.ts'
import { useMay } from '../../web/client/mine.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { WithProject } from '../../web/ui/with-project.tsx'
import { DutyList } from './duty-list.tsx'
import { dutyWords } from './duty-words.ts'
import { showUnreached } from './schema.ts'
import style from './visits.module.css'

/** Whom to look in on, in the project that is worked on. */
export function VisitsPage() {
  return <WithProject page={dutyWords.title}>{(project) => <Visits key={project.id} project={project} />}</WithProject>
}

function Visits({ project }: { project: ListedProject }) {
  const t = useWords()
  const { day } = useFormats()
  const navigate = useNavigate()
  const mayWrite = useMay('visits.write')
  const communities = useCommunities(project.id)
  const overview = useAsk(showUnreached, { projectId: project.id })
  const known = overview.data
  return (
    <Page
      title={t(dutyWords.title)}
      about={known === undefined ? undefined : t(known.ended ? dutyWords.asOfEnd : dutyWords.asOf, { day: day(known.asOf) })}
      actions={
        mayWrite ? (
          <Button type="primary" icon={<Icon name="plus" />} onClick={() => void navigate('/visits/new')}>
            {t(dutyWords.recordNew)}
          </Button>
        ) : undefined
      }
    >
      <p className={style['ways']}>
        <Link to="/visits/rates">{t(dutyWords.rates)}</Link>
        <Link to="/visits/problems">{t(dutyWords.problems)}</Link>
        <Link to="/visits/settings">{t(dutyWords.settings)}</Link>
      </p>
      <Panel>
        <DutyList projectId={project.id} communities={communities} overview={known} />
      </Panel>
    </Page>
  )
}
