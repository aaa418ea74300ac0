import { Alert, Button } from 'antd'
import { useState } from 'react'
import { today } from '../../web/client/today.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Bar } from '../../web/ui/bar.tsx'
import { Facts } from '../../web/ui/facts.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { ChangeProject } from './project-dialog.tsx'
import { daysLeft, elapsedShare } from './progress-rules.ts'
import style from './project-summary.module.css'
import { projectWords } from './project-words.ts'
import type { ProjectDetail } from './schema.ts'

/** Whose project it is, from when to when, and how much of its time is over. */
export function ProjectSummary({ project, mayManage }: { project: ProjectDetail; mayManage: boolean }) {
  const t = useWords()
  const { day, share, money, number } = useFormats()
  const [changing, setChanging] = useState(false)
  const now = today()
  const elapsed = elapsedShare(project.startsOn, project.endsOn, now)
  const left = daysLeft(project.endsOn, now)
  const standing =
    now < project.startsOn
      ? t(projectWords.notBegun)
      : now > project.endsOn
        ? t(projectWords.over)
        : `${t(projectWords.elapsed, { share: share(elapsed) })} · ${t(projectWords.daysLeft, { n: number(left) })}`
  return (
    <Panel
      title={t(projectWords.about)}
      actions={
        mayManage ? (
          <Button size="small" onClick={() => setChanging(true)}>
            {t(projectWords.changeProject)}
          </Button>
        ) : undefined
      }
    >
      <Facts
        facts={[
          [projectWords.agency, project.agency],
          [projectWords.funder, project.funder],
          [projectWords.total, project.budgetFen === null ? null : money(project.budgetFen)],
          [projectWords.served, project.served],
        ]}
      />
      <div className={style['period']}>
        <span>
          {t(projectWords.period)} {day(project.startsOn)} – {day(project.endsOn)}
        </span>
        <span>{standing}</span>
      </div>
      <Bar share={elapsed} label={t(projectWords.elapsed, { share: share(elapsed) })} />
      <ChangeProject project={project} open={changing} onClose={() => setChanging(false)} />
    </Panel>
  )
}

/** What the budget should be looked at for. */
export function ProjectWarnings({ project }: { project: ProjectDetail }) {
  const t = useWords()
  if (project.warnings.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      className={style['warnings'] ?? ''}
      title={`${t(projectWords.warnings)} ${project.warnings.length}`}
      description={
        <ul>
          {project.warnings.map((warning) => (
            <li key={`${warning.code}.${warning.expenseId}.${warning.text.zh}`}>{t(warning.text)}</li>
          ))}
        </ul>
      }
    />
  )
}
