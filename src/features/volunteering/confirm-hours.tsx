import { App, Form, Input, InputNumber, Select } from 'antd'
import { useDo } from '../../web/client/calls.ts'
import { useMine } from '../../web/client/mine.ts'
import { useWords } from '../../web/language/language.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { Flags } from './hours-text.tsx'
import { confirmHours, witnessSchema, type ShiftRow } from './shift-schema.ts'
import { shiftWords, witnessWords } from './shift-words.ts'
import { entered } from '../../kernel/entered.ts'

type Witness = keyof typeof witnessWords
type Entry = {
  minutes: number
  witness: Witness
  witnessName?: string
  rating?: number | null
  evaluation?: string
  reason?: string
}
const fields = ['minutes', 'witness', 'witnessName', 'rating', 'evaluation', 'reason']
/** Confirms the hours of a shift: how many minutes, who saw it, and why where something is worth a look. */
export function ConfirmHours({ shift, onClose }: { shift: ShiftRow | undefined; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const { grants } = useMine()
  const confirming = useDo(confirmHours)
  const isOfCommunity = grants.some((grant) => grant.role === 'communityWorker')
  const most = shift?.most ?? null
  return (
    <FormDialog<Entry>
      key={shift?.id ?? ''}
      open={shift !== undefined}
      of={shift?.id}
      name="confirm-hours"
      title={t(shiftWords.confirmOf, { name: shift?.name ?? '' })}
      {...(most === null ? {} : { about: t(shiftWords.confirmAbout, { most }) })}
      action={t(shiftWords.confirm)}
      fields={fields}
      first={{
        ...(most === null ? {} : { minutes: Math.min(most, shift?.claimed ?? most) }),
        witness: isOfCommunity ? 'communityWorker' : 'socialWorker',
      }}
      doing={confirming}
      onFinish={(entry) => {
        if (shift === undefined) return
        confirming.run(
          {
            id: shift.id,
            version: shift.version,
            minutes: entry.minutes,
            witness: entry.witness,
            witnessName: entered(entry.witnessName),
            rating: entry.rating ?? null,
            evaluation: entered(entry.evaluation),
            reason: entered(entry.reason),
          },
          {
            onDone: () => {
              onClose()
              void message.success(t(shiftWords.done))
            },
          },
        )
      }}
      onClose={onClose}
    >
      {shift === undefined || shift.flags.length === 0 ? null : (
        <p>
          {t(shiftWords.look)}： <Flags flags={shift.flags} />
        </p>
      )}
      <Form.Item name="minutes" label={t(shiftWords.minutes)} rules={[{ required: true, message: t(uiWords.required) }]}>
        <InputNumber min={1} max={1440} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="witness" label={t(shiftWords.witness)} rules={[{ required: true, message: t(uiWords.choose) }]}>
        <Select options={witnessSchema.options.map((witness) => ({ value: witness, label: t(witnessWords[witness]) }))} />
      </Form.Item>
      <Form.Item name="witnessName" label={t(shiftWords.witnessName)}>
        <Input maxLength={40} placeholder={t(shiftWords.witnessNameHint)} />
      </Form.Item>
      <Form.Item name="rating" label={t(shiftWords.rating)}>
        <Select allowClear options={[5, 4, 3, 2, 1].map((n) => ({ value: n, label: t(shiftWords.ratingOf, { n }) }))} />
      </Form.Item>
      <Form.Item name="evaluation" label={t(shiftWords.evaluation)}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="reason" label={t(shiftWords.whyConfirm)}>
        <Input maxLength={200} placeholder={t(shiftWords.whyConfirmHint)} />
      </Form.Item>
    </FormDialog>
  )
}
