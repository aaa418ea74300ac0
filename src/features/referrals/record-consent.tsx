import { App, Form, Input, Radio } from 'antd'
import { daySchema } from '../../kernel/day.ts'
import { useDo } from '../../web/client/calls.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { capacityWords, consentMethodWords, handedFieldWords, referralWords } from './referral-words.ts'
import { recordReferralConsent, referralConsentSchema, type ReferralConsent, type ReferralDetail } from './schema.ts'

type Entry = {
  givenBy: string
  capacity: ReferralConsent['capacity']
  method: ReferralConsent['method']
  givenOn: string
  witness?: string
}
const fields = ['givenBy', 'capacity', 'method', 'givenOn', 'witness']
const { shape } = referralConsentSchema

/** The separate consent: what is read to the elder names who gets what, and what for. */
export function RecordConsent({ open, referral, onClose }: { open: boolean; referral: ReferralDetail; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const doing = useDo(recordReferralConsent)
  const save = (entry: Entry) => {
    const { witness, ...given } = entry
    const consent = {
      ...given,
      givenOn: daySchema.parse(given.givenOn),
      witness: witness === undefined || witness.trim() === '' ? null : witness,
    }
    doing.run(
      { id: referral.id, version: referral.version, consent },
      {
        onDone: () => {
          onClose()
          void message.success(t(referralWords.saved))
        },
      },
    )
  }
  return (
    <FormDialog<Entry>
      open={open}
      name="referral-consent"
      title={t(referralWords.recordConsent)}
      about={t(referralWords.consentRead, {
        purpose: t(referralWords.consentPurpose),
        fields: referral.fields.map((field) => t(handedFieldWords[field])).join('、'),
        organisation: referral.organisation,
      })}
      action={t(uiWords.save)}
      fields={fields}
      first={{ givenBy: referral.person, capacity: 'self', method: 'signature', givenOn: today() }}
      doing={doing}
      onFinish={save}
      onClose={onClose}
    >
      <Form.Item name="capacity" label={t(referralWords.capacity)}>
        <Radio.Group options={shape.capacity.options.map((value) => ({ value, label: t(capacityWords[value]) }))} />
      </Form.Item>
      <Form.Item
        name="givenBy"
        label={t(referralWords.givenBy)}
        rules={[{ required: true, whitespace: true, message: t(uiWords.required) }]}
      >
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="method" label={t(referralWords.method)}>
        <Radio.Group options={shape.method.options.map((value) => ({ value, label: t(consentMethodWords[value]) }))} />
      </Form.Item>
      <Form.Item name="givenOn" label={t(referralWords.givenOn)} rules={[{ required: true, message: t(uiWords.required) }]}>
        <DayField upTo={today()} />
      </Form.Item>
      <Form.Item name="witness" label={t(referralWords.witness)}>
        <Input maxLength={40} placeholder={t(referralWords.witnessHint)} />
      </Form.Item>
    </FormDialog>
  )
}
