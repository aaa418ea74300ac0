import { App, Form, Input } from 'antd'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { activityWords, stepWords } from './activities-words.ts'
import { stepActivity, type Activity } from './activity-schema.ts'

const fields = ['reason']

/** Calls an event off, or restores it, for a reason. */
export function StepDialog({
  activity,
  step,
  onClose,
}: {
  activity: Activity
  step: 'cancel' | 'restore' | undefined
  onClose: () => void
}) {
  const t = useWords()
  const { message } = App.useApp()
  const stepping = useDo(stepActivity)
  return (
    <FormDialog<{ reason: string }>
      open={step !== undefined}
      name="step-activity"
      title={step === undefined ? '' : t(stepWords[step])}
      about={t(step === 'restore' ? activityWords.restoreAbout : activityWords.cancelAbout)}
      action={step === undefined ? '' : t(stepWords[step])}
      fields={fields}
      doing={stepping}
      onFinish={({ reason }) => {
        if (step !== undefined)
          stepping.run(
            { id: activity.id, version: activity.version, step, reason },
            {
              onDone: () => {
                onClose()
                void message.success(t(activityWords.saved))
              },
            },
          )
      }}
      onClose={onClose}
    >
      <Form.Item name="reason" label={t(activityWords.reason)} rules={[{ required: true, min: 2, message: t(uiWords.reasonShort) }]}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}
