import { App, Form, Select } from 'antd'
import { accountIdSchema } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { caseWords } from './case-words.ts'
import { assignCase, listCaseworkers, type CaseDetail } from './schema.ts'

type Entry = { workerId: string; supervisorId?: string }
const fields = ['workerId', 'supervisorId']

/** Who is in charge of a case, and who supervises. */
export function AssignDialog({ open, found, onClose }: { open: boolean; found: CaseDetail; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const doing = useDo(assignCase)
  const staff = useAsk(listCaseworkers, { projectId: found.projectId }, { when: open }).data
  return (
    <FormDialog<Entry>
      open={open}
      name="assign"
      title={t(caseWords.assign)}
      action={t(uiWords.save)}
      fields={fields}
      first={{
        ...(found.workerId === null ? {} : { workerId: found.workerId }),
        ...(found.supervisorId === null ? {} : { supervisorId: found.supervisorId }),
      }}
      doing={doing}
      onFinish={(entry) =>
        doing.run(
          {
            id: found.id,
            version: found.version,
            workerId: accountIdSchema.parse(entry.workerId),
            supervisorId: accountIdSchema.safeParse(entry.supervisorId).data ?? null,
          },
          {
            onDone: () => {
              onClose()
              void message.success(t(caseWords.saved))
            },
          },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="workerId" label={t(caseWords.worker)} rules={[{ required: true, message: t(uiWords.choose) }]}>
        <Select options={(staff?.workers ?? []).map((one) => ({ value: one.id, label: one.name }))} />
      </Form.Item>
      <Form.Item name="supervisorId" label={t(caseWords.supervisor)}>
        <Select allowClear options={(staff?.supervisors ?? []).map((one) => ({ value: one.id, label: one.name }))} />
      </Form.Item>
    </FormDialog>
  )
}
