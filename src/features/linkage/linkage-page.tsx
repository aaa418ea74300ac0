import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { Words } from '../../kernel/words.ts'
import { useCommunities } from '../../web/client/communities.ts'
import { useMay } from '../../web/client/mine.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { useWords } from '../../web/language/language.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { Tabs } from '../../web/ui/tabs.tsx'
import { WithProject } from '../../web/ui/with-project.tsx'
import { LinkFigures } from './link-figures.tsx'
import { LinkList } from './link-list.tsx'
import { linkageWords, planWords, resourceWords } from './linkage-words.ts'
import { NeedDialog } from './need-dialog.tsx'
import { NeedList } from './need-list.tsx'
import { PlanList } from './plan-list.tsx'
import { ResourceList } from './resource-list.tsx'

const tabs = ['needs', 'resources', 'plans', 'links', 'figures'] as const
type Tab = (typeof tabs)[number]

const actions: Partial<Record<Tab, Words>> = { needs: linkageWords.addNeed, resources: resourceWords.add, plans: planWords.add }

/** The three lists, links and figures of the project that is worked on. */
export function LinkagePage() {
  return <WithProject page={linkageWords.title}>{(project) => <Linkage key={project.id} project={project} />}</WithProject>
}

function Linkage({ project }: { project: ListedProject }) {
  const t = useWords()
  const mayWrite = useMay('linkage.write')
  const mayRequest = useMay('linkage.request')
  const mayFigures = useMay('figures.read')
  const communities = useCommunities(project.id)
  const [params, setParams] = useSearchParams()
  const [adding, setAdding] = useState<Tab>()
  const tab = tabs.find((one) => one === params.get('tab')) ?? 'needs'
  const action = actions[tab]
  const may = tab === 'needs' ? mayRequest : mayWrite
  const done = () => setAdding(undefined)
  const parts: Record<Tab, ReactNode> = {
    needs: <NeedList project={project} communities={communities} />,
    resources: <ResourceList project={project} communities={communities} adding={adding === 'resources'} onAdded={done} />,
    plans: <PlanList projectId={project.id} adding={adding === 'plans'} onAdded={done} />,
    links: <LinkList projectId={project.id} />,
    figures: <LinkFigures projectId={project.id} />,
  }
  return (
    <Page
      title={t(linkageWords.title)}
      about={t(linkageWords.about)}
      actions={
        <Buttons>
          <Link to="/linkage/match">{t(linkageWords.match)}</Link>
          {may && action !== undefined ? (
            <Button type="primary" icon={<Icon name="plus" />} onClick={() => setAdding(tab)}>
              {t(action)}
            </Button>
          ) : null}
        </Buttons>
      }
    >
      <Panel>
        <Tabs
          id="linkage"
          name={t(linkageWords.tabs)}
          tabs={tabs.filter((key) => key !== 'figures' || mayFigures).map((key) => ({ key, label: t(linkageWords[key]) }))}
          shown={tab}
          onShow={(next) => setParams(next === 'needs' ? {} : { tab: next })}
        >
          {parts[tab]}
        </Tabs>
      </Panel>
      {adding === 'needs' ? <NeedDialog projectId={project.id} communities={communities} open onClose={done} /> : null}
    </Page>
  )
}
