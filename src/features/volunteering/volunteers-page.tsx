import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { Words } from '../../kernel/words.ts'
import { useCommunities } from '../../web/client/communities.ts'
import { useMay } from '../../web/client/mine.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { useWords } from '../../web/language/language.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { RecordExport } from '../../web/record-export.tsx'
import { Tabs } from '../../web/ui/tabs.tsx'
import { WithProject } from '../../web/ui/with-project.tsx'
import { BackEntry } from './back-entry.tsx'
import { BankList } from './bank-list.tsx'
import { FamilyList } from './family-list.tsx'
import { QueryList } from './query-list.tsx'
import { RollList } from './roll-list.tsx'
import { SettingsForm } from './settings-form.tsx'
import { ShiftList } from './shift-list.tsx'
import { shiftWords } from './shift-words.ts'
import { TaskList } from './task-list.tsx'
import { AddVolunteer } from './volunteer-dialog.tsx'
import { volunteerWords } from './volunteer-words.ts'

const tabs = ['roll', 'hours', 'tasks', 'families', 'queries', 'bank', 'settings'] as const
type Tab = (typeof tabs)[number]

/** What the page's one button does on each tab. */
const actions: Partial<Record<Tab, Words>> = {
  roll: volunteerWords.add,
  hours: shiftWords.backEntry,
  tasks: shiftWords.offer,
  families: volunteerWords.addFamily,
}

/** Volunteers of the project that is worked on. */
export function VolunteersPage() {
  return <WithProject page={volunteerWords.title}>{(project) => <Volunteers key={project.id} project={project} />}</WithProject>
}

function Volunteers({ project }: { project: ListedProject }) {
  const t = useWords()
  const navigate = useNavigate()
  const mayManage = useMay('volunteering.manage')
  const communities = useCommunities(project.id)
  const [params, setParams] = useSearchParams()
  const [adding, setAdding] = useState<Tab>()
  const tab = tabs.find((one) => one === params.get('tab')) ?? 'roll'
  const action = actions[tab]
  const done = () => setAdding(undefined)
  const parts: Record<Tab, ReactNode> = {
    roll: <RollList projectId={project.id} communities={communities} />,
    hours: <ShiftList projectId={project.id} first="toConfirm" />,
    tasks: <TaskList projectId={project.id} communities={communities} adding={adding === 'tasks'} onAdded={done} />,
    families: <FamilyList projectId={project.id} communities={communities} adding={adding === 'families'} onAdded={done} />,
    queries: <QueryList projectId={project.id} />,
    bank: <BankList projectId={project.id} />,
    settings: <SettingsForm projectId={project.id} />,
  }
  return (
    <Page
      title={t(volunteerWords.title)}
      about={t(volunteerWords.about)}
      actions={
        <>
          {tab === 'hours' || tab === 'roll' ? <RecordExport projectId={project.id} communities={communities} /> : null}
          {mayManage && action !== undefined ? (
            <Button type="primary" icon={<Icon name="plus" />} onClick={() => setAdding(tab)}>
              {t(action)}
            </Button>
          ) : null}
        </>
      }
    >
      <Panel>
        <Tabs
          id="volunteers"
          name={t(volunteerWords.tabs)}
          tabs={tabs.map((key) => ({ key, label: t(volunteerWords[key]) }))}
          shown={tab}
          onShow={(next) => setParams(next === 'roll' ? {} : { tab: next })}
        >
          {parts[tab]}
        </Tabs>
      </Panel>
      <AddVolunteer projectId={project.id} open={adding === 'roll'} onClose={done} onAdded={(id) => void navigate(`/volunteers/${id}`)} />
      <BackEntry projectId={project.id} communities={communities} open={adding === 'hours'} onClose={done} />
    </Page>
  )
}
