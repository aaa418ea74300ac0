import { Form, Input, Radio } from 'antd'
import { entered } from '../../kernel/entered.ts'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { ReasonField } from '../../web/ui/reason-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { decideChange, type Change } from './change-schema.ts'
import { changeSaid, changeWords as w } from './change-words.ts'
import { useSaved } from './use-saved.tsx'

const fields = ['reason', 'basis']

/** Approves or refuses a change, with the reason and where the funder agreed. */
export function DecideChange({ change, onClose }: { change: Change | undefined; onClose: () => void }) {
  const t = useWords()
  const deciding = useDo(decideChange)
  const onDone = useSaved(onClose)
  if (change === undefined) return null
  return (
    <FormDialog<{ decision: string; reason: string; basis?: string }>
      open
      of={change.id}
      name="decide-change"
      title={t(w.decideOf, { n: change.number })}
      about={t(w.decideAbout, { what: t(changeSaid(change).line, change.said) })}
      action={t(uiWords.save)}
      fields={fields}
      doing={deciding}
      onFinish={({ decision, reason, basis }) =>
        deciding.run({ id: change.id, version: change.version, approve: decision === 'approve', reason, basis: entered(basis) }, { onDone })
      }
      onClose={onClose}
    >
      <Form.Item name="decision" label={t(w.decision)} rules={[{ required: true, message: t(uiWords.choose) }]}>
        <Radio.Group
          options={[
            { value: 'approve', label: t(w.approve) },
            { value: 'refuse', label: t(w.refuse) },
          ]}
        />
      </Form.Item>
      <ReasonField label={t(w.decidedReason)} />
      <Form.Item name="basis" label={t(w.basis)} extra={t(w.basisHint)}>
        <Input maxLength={120} />
      </Form.Item>
    </FormDialog>
  )
}
