import { Button } from 'antd'
import { useState } from 'react'
import { measureKeys, measures } from '../features/measures/measure-list-rules.ts'
import { ProjectBudget } from '../features/projects/project-budget.tsx'
import { ProjectCommunities } from '../features/projects/project-communities.tsx'
import { AddProject } from '../features/projects/project-dialog.tsx'
import { ProjectEstimates } from '../features/projects/project-estimates.tsx'
import { ProjectExpenses } from '../features/projects/project-expenses.tsx'
import { ProjectNeeds } from '../features/projects/project-needs.tsx'
import { ProjectSummary, ProjectWarnings } from '../features/projects/project-summary.tsx'
import { ProjectTargets } from '../features/projects/project-targets.tsx'
import { projectWords } from '../features/projects/project-words.ts'
import { openProject } from '../features/projects/schema.ts'
import { useAsk } from './client/calls.ts'
import { useMay } from './client/mine.ts'
import { chooseProject, useProjects, type ListedProject } from './client/project.ts'
import { ExportButton } from './export-button.tsx'
import { useWords } from './language/language.tsx'
import { AskedState } from './ui/asked-state.tsx'
import { Columns } from './ui/columns.tsx'
import { Icon } from './ui/icon.tsx'
import { Page } from './ui/page.tsx'
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
  const t = useWords()
  const mayManage = useMay('projects.manage')
  const asked = useAsk(openProject, { id: project.id })
  const names = measureKeys.map((key) => ({ value: key, label: t(measures[key].name) }))
  return (
    <Page title={project.name} actions={<NewProject />}>
      <AskedState asked={asked}>
        {(found) => (
          <>
            <ProjectWarnings project={found} />
            <ProjectSummary project={found} mayManage={mayManage} />
            <Columns
              main={<ProjectTargets project={found} mayManage={mayManage} measures={names} />}
              side={
                <>
                  <ProjectNeeds project={found} mayManage={mayManage} />
                  <ProjectEstimates project={found} mayManage={mayManage} />
                </>
              }
            />
            <ProjectBudget project={found} mayManage={mayManage} />
            <ProjectCommunities project={found} mayManage={mayManage} />
            <ProjectExpenses
              project={found}
              mayManage={mayManage}
              actions={<ExportButton input={{ list: 'expenses', projectId: found.id }} />}
            />
          </>
        )}
      </AskedState>
    </Page>
  )
}
