import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { Facts } from '../../web/ui/facts.tsx'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { ProjectFiles } from '../projects/project-files.tsx'
import { ProjectSteps } from '../projects/project-steps.tsx'
import type { ProjectDetail } from '../projects/schema.ts'
import { courseWords as w, dutyStepWords } from './course-words.ts'
import { MoveDuty } from './duty-dialogs.tsx'
import { DutyState } from './duty-state.tsx'
import { dismissDuty, reopenDuty, type Duty } from './schema.ts'
import { useSaved } from './use-saved.tsx'

/** One duty: by which rule it is due, what shows that it was done, what happened to it. */
export function DutyDialog({ project, duty, onClose }: { project: ProjectDetail; duty: Duty | undefined; onClose: () => void }) {
  const t = useWords()
  const title = typeof duty?.title === 'object' ? t(duty.title) : (duty?.title ?? '')
  return (
    <Modal open={duty !== undefined} title={title} footer={null} onCancel={onClose} destroyOnHidden>
      {duty === undefined ? null : <Opened project={project} duty={duty} title={title} />}
    </Modal>
  )
}

function Opened({ project, duty, title }: { project: ProjectDetail; duty: Duty; title: string }) {
  const t = useWords()
  const { day } = useFormats()
  const mayRecord = useMay('projects.record')
  const [asking, setAsking] = useState<'move' | 'dismiss' | 'reopen'>()
  const close = () => setAsking(undefined)
  const onDone = useSaved(close)
  const dismissing = useDo(dismissDuty)
  const reopening = useDo(reopenDuty)
  const of = { projectId: project.id, key: duty.key, version: duty.version }
  const isOpen = duty.doneOn === null && duty.dismissed === null
  return (
    <>
      <Facts
        facts={[
          [w.state, <DutyState key="state" duty={duty} />],
          [w.dueOn, day(duty.dueOn)],
          [w.source, t(duty.rule)],
          ...(duty.doneOn === null ? [] : [[w.doneBy, duty.doneBy] as const, [w.note, duty.note] as const]),
          ...(duty.dismissed === null ? [] : [[w.dismissed, duty.dismissed] as const]),
        ]}
      />
      {mayRecord ? (
        <Buttons>
          {isOpen ? (
            <>
              <Button onClick={() => setAsking('move')}>{t(w.move)}</Button>
              <Button onClick={() => setAsking('dismiss')}>{t(w.dismiss)}</Button>
            </>
          ) : (
            <Button onClick={() => setAsking('reopen')}>{t(w.reopen)}</Button>
          )}
        </Buttons>
      ) : null}
      <h3>{t(w.files)}</h3>
      <ProjectFiles about={{ projectId: project.id, dutyKey: duty.key }} files={duty.files} mayChange={mayRecord} />
      <h3>{t(w.history)}</h3>
      <ProjectSteps steps={duty.steps} words={dutyStepWords} />
      <MoveDuty project={project} duty={duty} open={asking === 'move'} onClose={close} />
      <ReasonDialog
        open={asking === 'dismiss'}
        of={duty.key}
        title={t(w.dismissOf, { what: title })}
        about={t(w.dismissAbout)}
        action={t(w.dismiss)}
        doing={dismissing}
        onReason={(reason) => dismissing.run({ ...of, reason }, { onDone })}
        onClose={close}
      />
      <ReasonDialog
        open={asking === 'reopen'}
        of={duty.key}
        title={t(w.reopenOf, { what: title })}
        about={t(w.reopenAbout)}
        action={t(w.reopen)}
        doing={reopening}
        onReason={(reason) => reopening.run({ ...of, reason }, { onDone })}
        onClose={close}
      />
    </>
  )
}
