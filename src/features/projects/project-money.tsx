import type { ReactNode } from 'react'
import { today } from '../../web/client/today.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Bar } from '../../web/ui/bar.tsx'
import { Facts } from '../../web/ui/facts.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { elapsedShare } from './progress-rules.ts'
import { ProjectBudget } from './project-budget.tsx'
import { ProjectExpenses } from './project-expenses.tsx'
import { ProjectWarnings } from './project-summary.tsx'
import { projectWords } from './project-words.ts'
import type { ProjectDetail } from './schema.ts'
import type { ServiceParts } from './service-parts.tsx'

/** A project's money: how much of it is spent beside how much of the time, its lines, its expenses. */
export function ProjectMoney({
  project,
  mayManage,
  service,
  actions,
}: {
  project: ProjectDetail
  mayManage: boolean
  service: ServiceParts
  actions?: ReactNode
}) {
  return (
    <>
      <ProjectWarnings project={project} />
      <Execution project={project} />
      <ProjectBudget project={project} mayManage={mayManage} />
      <ProjectExpenses project={project} service={service} actions={actions} />
    </>
  )
}

function Execution({ project }: { project: ProjectDetail }) {
  const t = useWords()
  const { money, share } = useFormats()
  const totalFen = project.budgetFen ?? project.budget.reduce((sum, line) => sum + line.amountFen, 0)
  const spentFen = project.expenses.reduce((sum, expense) => sum + expense.amountFen, 0)
  if (totalFen === 0) return null
  const rate = spentFen / totalFen
  const elapsed = elapsedShare(project.startsOn, project.endsOn, today())
  return (
    <Panel title={t(projectWords.execution)}>
      <Facts
        facts={[
          [projectWords.total, money(totalFen)],
          [projectWords.spent, money(spentFen)],
          [projectWords.left, money(totalFen - spentFen)],
          [projectWords.executionRate, <b key="rate">{share(rate)}</b>],
          [projectWords.timeShare, share(elapsed)],
        ]}
      />
      <div style={{ marginTop: 10 }}>
        <Bar
          share={rate}
          mark={elapsed}
          over={spentFen > totalFen}
          label={t(projectWords.executionOf, { share: share(rate), time: share(elapsed) })}
        />
      </div>
    </Panel>
  )
}
