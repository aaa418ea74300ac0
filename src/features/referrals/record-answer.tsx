import { App, Form, Input, Radio } from 'antd'
import { daySchema } from '../../kernel/day.ts'
import { useDo } from '../../web/client/calls.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { referralWords } from './referral-words.ts'
import { recordReferralAnswer, type ReferralDetail } from './schema.ts'

type Entry = { answer: 'accepted' | 'refused'; on: string; by: string; note?: string }
const fields = ['answer', 'on', 'by', 'note']

/** The answer of a partner who telephoned. */
export function RecordAnswer({ open, referral, onClose }: { open: boolean; referral: ReferralDetail; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const doing = useDo(recordReferralAnswer)
  const required = { required: true, whitespace: true, message: t(uiWords.required) }
  return (
    <FormDialog<Entry>
      open={open}
      name="referral-answer"
      title={t(referralWords.recordAnswer)}
      action={t(uiWords.save)}
      fields={fields}
      first={{ answer: 'accepted', on: today(), ...(referral.receiver === null ? {} : { by: referral.receiver }) }}
      doing={doing}
      onFinish={(entry) =>
        doing.run(
          {
            id: referral.id,
            version: referral.version,
            answer: entry.answer,
            on: daySchema.parse(entry.on),
            by: entry.by,
            note: entry.note === undefined || entry.note.trim() === '' ? null : entry.note,
          },
          {
            onDone: () => {
              onClose()
              void message.success(t(referralWords.saved))
            },
          },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="answer" label={t(referralWords.answerIs)}>
        <Radio.Group
          options={[
            { value: 'accepted', label: t(referralWords.accept) },
            { value: 'refused', label: t(referralWords.refuse) },
          ]}
        />
      </Form.Item>
      <Form.Item name="by" label={t(referralWords.by)} rules={[required]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="on" label={t(referralWords.on)} rules={[{ required: true, message: t(uiWords.required) }]}>
        <DayField upTo={today()} />
      </Form.Item>
      <Form.Item name="note" label={t(referralWords.answerNote)}>
        <Input.TextArea maxLength={400} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDialog>
  )
}
