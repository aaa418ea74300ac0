import { Button } from 'antd'
import { useState } from 'react'
import { useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useWords } from '../../web/language/language.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { ProjectSteps } from '../projects/project-steps.tsx'
import type { ProjectDetail } from '../projects/schema.ts'
import { courseWords, gradeWords, riskLevelWords, riskStateWords, riskStepWords, riskWords as w } from './course-words.ts'
import { AddRisk, ChangeRisk } from './risk-dialogs.tsx'
import { levelOf } from './risk-rules.ts'
import { moveRisk, type Risk, type RiskState } from './risk-schema.ts'
import type { Course } from './schema.ts'
import { useSaved } from './use-saved.tsx'

const tones = { high: 'bad', middle: 'look', low: 'calm' } as const
const steps = { happened: w.happened, closed: w.close, open: w.reopen } as const

/** What may go wrong, the gravest first, with what is done about it and who sees to it. */
export function RiskPanel({ project, course }: { project: ProjectDetail; course: Course }) {
  const t = useWords()
  const mayRecord = useMay('projects.record')
  const [adding, setAdding] = useState(false)
  const [changing, setChanging] = useState<Risk>()
  const [moving, setMoving] = useState<{ risk: Risk; to: RiskState }>()
  const doing = useDo(moveRisk)
  const onDone = useSaved(() => setMoving(undefined))
  const gradeOf = (grade: number) => {
    const words = gradeWords[grade - 1]
    return words === undefined ? '' : t(words)
  }
  const moveButton = (risk: Risk, to: RiskState) => (
    <Button
      key={to}
      size="small"
      aria-label={t(w.moveOf, { step: t(steps[to]), what: risk.title })}
      onClick={() => setMoving({ risk, to })}
    >
      {t(steps[to])}
    </Button>
  )
  const columns: Column<Risk>[] = [
    {
      title: w.level,
      whole: true,
      cell: (risk) => {
        const level = levelOf(risk.likelihood, risk.impact)
        return <Chip tone={risk.state === 'closed' ? 'plain' : tones[level]}>{t(riskLevelWords[level])}</Chip>
      },
    },
    {
      title: w.risk,
      heads: true,
      cell: (risk) => (
        <>
          {risk.title}{' '}
          {risk.state === 'open' ? null : <Chip tone={risk.state === 'happened' ? 'bad' : 'good'}>{t(riskStateWords[risk.state])}</Chip>}
          {risk.steps.length < 2 ? null : (
            <details>
              <summary>{t(courseWords.history)}</summary>
              <ProjectSteps steps={risk.steps} words={riskStepWords} />
            </details>
          )}
        </>
      ),
    },
    { title: w.likelihood, cell: (risk) => gradeOf(risk.likelihood), whole: true },
    { title: w.impact, cell: (risk) => gradeOf(risk.impact), whole: true },
    { title: w.measure, cell: (risk) => risk.measure },
    { title: w.owner, cell: (risk) => risk.owner, whole: true },
  ]
  const acts: Column<Risk> = {
    title: uiWords.actions,
    acts: true,
    cell: (risk) => (
      <Buttons>
        {risk.state === 'closed' ? (
          moveButton(risk, 'open')
        ) : (
          <>
            <Button size="small" aria-label={t(w.changeOf, { what: risk.title })} onClick={() => setChanging(risk)}>
              {t(w.change)}
            </Button>
            {risk.state === 'open' ? moveButton(risk, 'happened') : null}
            {moveButton(risk, 'closed')}
          </>
        )}
      </Buttons>
    ),
  }
  return (
    <Panel
      title={t(w.title)}
      actions={
        mayRecord ? (
          <Button size="small" onClick={() => setAdding(true)}>
            {t(w.add)}
          </Button>
        ) : undefined
      }
    >
      <RecordTable
        name={t(w.title)}
        columns={mayRecord ? [...columns, acts] : columns}
        rows={course.risks}
        keyOf={(risk) => risk.id}
        empty={t(w.none)}
      />
      <AddRisk project={project} open={adding} onClose={() => setAdding(false)} />
      <ChangeRisk risk={changing} onClose={() => setChanging(undefined)} />
      <ReasonDialog
        open={moving !== undefined}
        of={`${moving?.risk.id ?? ''}.${moving?.to ?? ''}`}
        title={t(w.moveOf, { step: t(steps[moving?.to ?? 'closed']), what: moving?.risk.title ?? '' })}
        about={t(w.moveAbout)}
        action={t(steps[moving?.to ?? 'closed'])}
        doing={doing}
        onReason={(reason) => {
          if (moving !== undefined) doing.run({ id: moving.risk.id, version: moving.risk.version, state: moving.to, reason }, { onDone })
        }}
        onClose={() => setMoving(undefined)}
      />
    </Panel>
  )
}
