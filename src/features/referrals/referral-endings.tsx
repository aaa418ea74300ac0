import { App, Checkbox, Form, Input } from 'antd'
import type { Words } from '../../kernel/words.ts'
import { daySchema } from '../../kernel/day.ts'
import { useDo } from '../../web/client/calls.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { fits } from '../../web/ui/form-problem.ts'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { ReasonField } from '../../web/ui/reason-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { referralWords } from './referral-words.ts'
import { finishReferral, undoReferralStep, withdrawReferral, type ReferralDetail } from './schema.ts'

type Props = { open: boolean; referral: ReferralDetail; onClose: () => void }
const finishFields = ['on', 'outcome']
const reasonFields = ['reason']

function useDone(onClose: () => void) {
  const t = useWords()
  const { message } = App.useApp()
  return {
    onDone: () => {
      onClose()
      void message.success(t(referralWords.saved))
    },
  }
}

function Reason({ words }: { words: Words }) {
  const t = useWords()
  return <ReasonField label={t(words)} long />
}

/** Closes a referral with what came of it. */
export function FinishReferral({ open, referral: { id, version }, onClose }: Props) {
  const t = useWords()
  const doing = useDo(finishReferral)
  const outcome = useDone(onClose)
  return (
    <FormDialog<{ on: string; outcome: string }>
      open={open}
      name="referral-finish"
      title={t(referralWords.finishTitle)}
      action={t(referralWords.finish)}
      fields={finishFields}
      first={{ on: today() }}
      doing={doing}
      onFinish={(entry) => doing.run({ id, version, on: daySchema.parse(entry.on), outcome: entry.outcome }, outcome)}
      onClose={onClose}
    >
      <Form.Item name="on" label={t(referralWords.endedOn)} rules={[{ required: true, message: t(uiWords.required) }]}>
        <DayField upTo={today()} />
      </Form.Item>
      <Form.Item
        name="outcome"
        label={t(referralWords.outcome)}
        rules={[
          { required: true, whitespace: true, message: t(uiWords.required) },
          fits(finishReferral.input.shape.outcome, t(uiWords.reasonShort)),
        ]}
      >
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 3, maxRows: 8 }} placeholder={t(referralWords.outcomeHint)} />
      </Form.Item>
    </FormDialog>
  )
}

/** Withdraws a referral; the receiving side no longer sees what was handed over. */
export function WithdrawReferral({ open, referral: { id, version, consent }, onClose }: Props) {
  const t = useWords()
  const doing = useDo(withdrawReferral)
  const outcome = useDone(onClose)
  return (
    <FormDialog<{ reason: string; consentWithdrawn?: boolean }>
      open={open}
      name="referral-withdraw"
      title={t(referralWords.withdrawTitle)}
      about={t(referralWords.withdrawAbout)}
      action={t(referralWords.withdraw)}
      fields={reasonFields}
      doing={doing}
      onFinish={(entry) => doing.run({ id, version, reason: entry.reason, consentWithdrawn: entry.consentWithdrawn === true }, outcome)}
      onClose={onClose}
    >
      <Reason words={referralWords.withdrawReason} />
      {consent === null ? null : (
        <Form.Item name="consentWithdrawn" valuePropName="checked">
          <Checkbox>{t(referralWords.consentWithdrawn)}</Checkbox>
        </Form.Item>
      )}
    </FormDialog>
  )
}

/** Takes the last step back, for a reason that stays. */
export function UndoStep({ open, referral: { id, version }, onClose }: Props) {
  const t = useWords()
  const doing = useDo(undoReferralStep)
  const outcome = useDone(onClose)
  return (
    <ReasonDialog
      open={open}
      title={t(referralWords.undo)}
      action={t(referralWords.undo)}
      label={t(referralWords.undoReason)}
      doing={doing}
      onReason={(reason) => doing.run({ id, version, reason }, outcome)}
      onClose={onClose}
    />
  )
}
