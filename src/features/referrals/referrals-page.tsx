import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { useCommunities } from '../../web/client/communities.ts'
import { useMay } from '../../web/client/mine.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { useWords } from '../../web/language/language.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { WithProject } from '../../web/ui/with-project.tsx'
import { ReferralList } from './referral-list.tsx'
import { referralWords } from './referral-words.ts'

/** The referrals of the project that is worked on. */
export function ReferralsPage() {
  return <WithProject page={referralWords.title}>{(project) => <Referrals key={project.id} project={project} />}</WithProject>
}

function Referrals({ project }: { project: ListedProject }) {
  const t = useWords()
  const navigate = useNavigate()
  const mayWrite = useMay('referrals.write')
  const communities = useCommunities(project.id)
  return (
    <Page
      title={t(referralWords.title)}
      about={t(referralWords.about)}
      actions={
        mayWrite ? (
          <Button type="primary" icon={<Icon name="plus" />} onClick={() => void navigate('/referrals/new')}>
            {t(referralWords.add)}
          </Button>
        ) : undefined
      }
    >
      <Panel>
        <ReferralList projectId={project.id} communities={communities} />
      </Panel>
    </Page>
  )
}
