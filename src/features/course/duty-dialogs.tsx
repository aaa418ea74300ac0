import { Form, Input } from 'antd'
import { v7 } from 'uuid'
import { daySchema } from '../../kernel/day.ts'
import { entered } from '../../kernel/entered.ts'
import { useDo } from '../../web/client/calls.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { ReasonField } from '../../web/ui/reason-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import type { ProjectDetail } from '../projects/schema.ts'
import { courseWords as w } from './course-words.ts'
import { finishDuty, saveDuty, type Duty } from './schema.ts'
import { useSaved } from './use-saved.tsx'

const addFields = ['title', 'dueOn']
const finishFields = ['doneOn', 'note']
const moveFields = ['dueOn', 'reason']

/** A duty of the project's own. */
export function AddDuty({ project, open, onClose }: { project: ProjectDetail; open: boolean; onClose: () => void }) {
  const t = useWords()
  const saving = useDo(saveDuty)
  const onDone = useSaved(onClose)
  const required = { required: true, message: t(uiWords.required) }
  return (
    <FormDialog<{ id: string; title: string; dueOn: string }>
      open={open}
      of={project.id}
      name="add-duty"
      title={t(w.addTitle)}
      action={t(uiWords.save)}
      fields={addFields}
      first={{ id: v7() }}
      doing={saving}
      onFinish={({ id, title, dueOn }) =>
        saving.run({ projectId: project.id, key: `own/${id}`, version: 0, title, dueOn: daySchema.parse(dueOn), reason: null }, { onDone })
      }
      onClose={onClose}
    >
      <Form.Item name="id" hidden>
        <input type="hidden" />
      </Form.Item>
      <Form.Item name="title" label={t(w.what)} rules={[{ ...required, whitespace: true }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="dueOn" label={t(w.dueOn)} rules={[required]}>
        <DayField />
      </Form.Item>
    </FormDialog>
  )
}

/** A duty is done: on which day, and where that can be seen. */
export function FinishDuty({ project, duty, onClose }: { project: ProjectDetail; duty: Duty | undefined; onClose: () => void }) {
  const t = useWords()
  const finishing = useDo(finishDuty)
  const onDone = useSaved(onClose)
  const title = typeof duty?.title === 'object' ? t(duty.title) : (duty?.title ?? '')
  return (
    <FormDialog<{ doneOn: string; note?: string }>
      open={duty !== undefined}
      of={duty?.key}
      name="finish-duty"
      title={t(w.finishOf, { what: title })}
      action={t(w.finish)}
      fields={finishFields}
      first={{ doneOn: today() }}
      doing={finishing}
      onFinish={({ doneOn, note }) => {
        if (duty === undefined) return
        const { key, version } = duty
        finishing.run({ projectId: project.id, key, version, doneOn: daySchema.parse(doneOn), note: entered(note) }, { onDone })
      }}
      onClose={onClose}
    >
      <Form.Item name="doneOn" label={t(w.doneOn)} rules={[{ required: true, message: t(uiWords.required) }]}>
        <DayField upTo={today()} />
      </Form.Item>
      <Form.Item name="note" label={t(w.note)}>
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2, maxRows: 4 }} />
      </Form.Item>
    </FormDialog>
  )
}

/** Another day for a duty, with the reason. */
export function MoveDuty({ project, duty, open, onClose }: { project: ProjectDetail; duty: Duty; open: boolean; onClose: () => void }) {
  const t = useWords()
  const saving = useDo(saveDuty)
  const onDone = useSaved(onClose)
  const title = typeof duty.title === 'string' ? duty.title : t(duty.title)
  const required = { required: true, message: t(uiWords.required) }
  return (
    <FormDialog<{ dueOn: string; reason: string }>
      open={open}
      of={duty.key}
      name="move-duty"
      title={t(w.moveOf, { what: title })}
      action={t(uiWords.save)}
      fields={moveFields}
      first={{ dueOn: duty.dueOn }}
      doing={saving}
      onFinish={({ dueOn, reason }) =>
        saving.run(
          { projectId: project.id, key: duty.key, version: duty.version, title: null, dueOn: daySchema.parse(dueOn), reason },
          { onDone },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="dueOn" label={t(w.dueOn)} rules={[required]}>
        <DayField />
      </Form.Item>
      <ReasonField label={t(w.reason)} />
    </FormDialog>
  )
}
