import { Button } from 'antd'
import { useState } from 'react'
import { DutiesPart, RisksPart } from '../features/course/course-part.tsx'
import { changeWords } from '../features/course/change-words.ts'
import { courseWords } from '../features/course/course-words.ts'
import { expenseService } from '../features/ledger/expense-service.tsx'
import { FigureNow } from '../features/measures/figure-now.tsx'
import { measureKeys, measures } from '../features/measures/measure-list-rules.ts'
import { showFigures } from '../features/measures/schema.ts'
import { ProjectCommunities } from '../features/projects/project-communities.tsx'
import { AddProject } from '../features/projects/project-dialog.tsx'
import { ProjectEstimates } from '../features/projects/project-estimates.tsx'
import { ProjectMoney } from '../features/projects/project-money.tsx'
import { ProjectNeeds } from '../features/projects/project-needs.tsx'
import { ProjectSummary } from '../features/projects/project-summary.tsx'
import { ProjectTargets } from '../features/projects/project-targets.tsx'
import { projectWords } from '../features/projects/project-words.ts'
import { openProject, type ProjectDetail } from '../features/projects/schema.ts'
import { useAsk } from './client/calls.ts'
import { useMay } from './client/mine.ts'
import { chooseProject, useProjects, type ListedProject } from './client/project.ts'
import { ExportButton } from './export-button.tsx'
import { useWords } from './language/language.tsx'
import { AskedState } from './ui/asked-state.tsx'
import { Columns } from './ui/columns.tsx'
import { Icon } from './ui/icon.tsx'
import { Page } from './ui/page.tsx'
import { useQueryState } from './ui/query-state.ts'
import { Tabs } from './ui/tabs.tsx'
import { WithProject } from './ui/with-project.tsx'

/** The project that is worked on; whoever may opens another. */
export function ProjectPage() {
  const t = useWords()
  const { project } = useProjects()
  if (project !== undefined) return <Project key={project.id} project={project} />
  return (
    <Page title={t(projectWords.title)} actions={<NewProject />}>
      <WithProject>{() => null}</WithProject>
    </Page>
  )
}

function NewProject() {
  const t = useWords()
  const mayOpen = useMay('projects.open')
  const [adding, setAdding] = useState(false)
  if (!mayOpen) return null
  return (
    <>
      <Button icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
        {t(projectWords.add)}
      </Button>
      <AddProject
        open={adding}
        onClose={() => setAdding(false)}
        onAdded={(id) => {
          setAdding(false)
          chooseProject(id)
        }}
      />
    </>
  )
}

function Project({ project }: { project: ListedProject }) {
  const asked = useAsk(openProject, { id: project.id })
  return (
    <Page title={project.name} actions={<NewProject />}>
      <AskedState asked={asked}>{(found) => <Parts project={found} />}</AskedState>
    </Page>
  )
}

const parts = [
  { key: 'overview', words: projectWords.overview, Part: Overview },
  { key: 'money', words: projectWords.money, Part: Money },
  { key: 'duties', words: courseWords.duties, Part: DutiesPart },
  { key: 'changes', words: changeWords.part, Part: RisksPart },
] as const

function Parts({ project }: { project: ProjectDetail }) {
  const t = useWords()
  const { get, set } = useQueryState(['tab', 'expenses'])
  const shown = parts.find(({ key }) => key === get('tab')) ?? parts[0]
  const { Part } = shown
  return (
    <Tabs
      id="project"
      name={t(projectWords.parts)}
      tabs={parts.map(({ key, words }) => ({ key, label: t(words) }))}
      shown={shown.key}
      onShow={(key) => set({ tab: key === parts[0].key ? '' : key, expenses: '' })}
    >
      <Part project={project} />
    </Tabs>
  )
}

function Overview({ project }: { project: ProjectDetail }) {
  const t = useWords()
  const mayManage = useMay('projects.manage')
  const figures = useAsk(showFigures, { projectId: project.id }).data
  const names = measureKeys.map((key) => ({ value: key, label: t(measures[key].name) }))
  return (
    <>
      <ProjectSummary project={project} mayManage={mayManage} />
      <Columns
        main={
          <ProjectTargets
            project={project}
            mayManage={mayManage}
            measures={names}
            figure={(measure) => (figures === undefined ? null : <FigureNow shown={figures} measure={measure} />)}
          />
        }
        side={
          <>
            <ProjectNeeds project={project} mayManage={mayManage} />
            <ProjectEstimates project={project} mayManage={mayManage} />
          </>
        }
      />
      <ProjectCommunities project={project} mayManage={mayManage} />
    </>
  )
}

function Money({ project }: { project: ProjectDetail }) {
  const mayManage = useMay('projects.manage')
  return (
    <ProjectMoney
      project={project}
      mayManage={mayManage}
      service={expenseService}
      actions={<ExportButton input={{ list: 'expenses', projectId: project.id }} />}
    />
  )
}
