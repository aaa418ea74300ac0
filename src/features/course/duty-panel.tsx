import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import type { ProjectDetail } from '../projects/schema.ts'
import { courseWords as w } from './course-words.ts'
import { AddDuty, FinishDuty } from './duty-dialogs.tsx'
import { DutyDialog } from './duty-dialog.tsx'
import { DutyState } from './duty-state.tsx'
import type { Course, Duty } from './schema.ts'
import { RulesDialog } from './rules-dialog.tsx'

/** What is due in a project, by which rule, and what became of it. */
export function DutyPanel({ project, course }: { project: ProjectDetail; course: Course }) {
  const t = useWords()
  const { day } = useFormats()
  const mayRecord = useMay('projects.record')
  const mayManage = useMay('projects.manage')
  const [dialog, setDialog] = useState<'add' | 'rules'>()
  const [finishing, setFinishing] = useState<Duty>()
  const [opened, setOpened] = useState<string>()
  const [all, setAll] = useState(false)
  const isOpen = (duty: Duty) => duty.doneOn === null && duty.dismissed === null
  const rows = course.duties.filter((duty) => all || isOpen(duty))
  const settled = course.duties.filter((duty) => !isOpen(duty)).length
  const titleOf = (duty: Duty) => (typeof duty.title === 'string' ? duty.title : t(duty.title))
  const columns: Column<Duty>[] = [
    { title: w.dueOn, cell: (duty) => day(duty.dueOn), whole: true },
    {
      title: w.duty,
      heads: true,
      cell: (duty) => (
        <>
          {titleOf(duty)} {duty.moved ? <Chip>{t(w.moved)}</Chip> : null}
        </>
      ),
    },
    { title: w.state, cell: (duty) => <DutyState duty={duty} />, whole: true },
    { title: w.source, cell: (duty) => <small>{t(duty.rule)}</small> },
    {
      title: uiWords.actions,
      acts: true,
      cell: (duty) => (
        <Buttons>
          {mayRecord && isOpen(duty) ? (
            <Button size="small" aria-label={t(w.finishOf, { what: titleOf(duty) })} onClick={() => setFinishing(duty)}>
              {t(w.finish)}
            </Button>
          ) : null}
          <Button size="small" aria-label={t(w.openOf, { what: titleOf(duty) })} onClick={() => setOpened(duty.key)}>
            {t(w.open)}
          </Button>
        </Buttons>
      ),
    },
  ]
  return (
    <Panel
      title={t(w.duties)}
      actions={
        <Buttons>
          {mayManage ? (
            <Button size="small" onClick={() => setDialog('rules')}>
              {t(w.rules)}
            </Button>
          ) : null}
          {mayRecord ? (
            <Button size="small" onClick={() => setDialog('add')}>
              {t(w.add)}
            </Button>
          ) : null}
        </Buttons>
      }
    >
      <p>{course.ended && course.asOf === project.endsOn ? t(w.aboutEnded, { day: day(course.asOf) }) : t(w.about)}</p>
      {course.settings.charity === null ? <Alert type="info" showIcon title={t(w.charityUnknown)} style={{ marginBottom: 12 }} /> : null}
      <RecordTable name={t(w.duties)} columns={columns} rows={rows} keyOf={(duty) => duty.key} empty={t(w.none)} />
      {settled === 0 ? null : (
        <Button type="link" onClick={() => setAll(!all)}>
          {all ? t(w.hideDone) : t(w.showAll, { n: settled })}
        </Button>
      )}
      <RulesDialog project={project} settings={course.settings} open={dialog === 'rules'} onClose={() => setDialog(undefined)} />
      <AddDuty project={project} open={dialog === 'add'} onClose={() => setDialog(undefined)} />
      <FinishDuty project={project} duty={finishing} onClose={() => setFinishing(undefined)} />
      <DutyDialog project={project} duty={course.duties.find(({ key }) => key === opened)} onClose={() => setOpened(undefined)} />
    </Panel>
  )
}
