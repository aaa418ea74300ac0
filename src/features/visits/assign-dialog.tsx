import { App, AutoComplete, Form } from 'antd'
import type { PersonId, ProjectId } from '../../kernel/ids.ts'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { dutyWords } from './duty-words.ts'
import { assignVisits } from './schema.ts'

const fields = ['worker']

/** Says who looks after the elders chosen. */
export function AssignDialog({
  projectId,
  personIds,
  workers,
  open,
  onDone,
  onClose,
}: {
  projectId: ProjectId
  personIds: readonly PersonId[]
  workers: readonly string[]
  open: boolean
  onDone: () => void
  onClose: () => void
}) {
  const t = useWords()
  const { message } = App.useApp()
  const assigning = useDo(assignVisits)
  return (
    <FormDialog<{ worker?: string }>
      open={open}
      of={personIds.join('.')}
      name="assign-visits"
      title={t(dutyWords.assign)}
      about={t(dutyWords.assignAbout, { n: personIds.length })}
      action={t(uiWords.save)}
      fields={fields}
      doing={assigning}
      onFinish={({ worker = '' }) =>
        assigning.run(
          { projectId, personIds: [...personIds], worker: worker.trim() === '' ? null : worker.trim() },
          {
            onDone: () => {
              onDone()
              onClose()
              void message.success(t(dutyWords.assigned))
            },
          },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="worker" label={t(dutyWords.worker)}>
        <AutoComplete
          maxLength={40}
          options={workers.map((value) => ({ value }))}
          showSearch={{ filterOption: (typed, option) => (option?.value ?? '').includes(typed) }}
        />
      </Form.Item>
    </FormDialog>
  )
}
