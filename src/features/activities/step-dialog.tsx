import { App } from 'antd'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { activityWords, stepWords } from './activities-words.ts'
import { stepActivity, type Activity } from './activity-schema.ts'

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
    <ReasonDialog
      open={step !== undefined}
      title={step === undefined ? '' : t(stepWords[step])}
      about={t(step === 'restore' ? activityWords.restoreAbout : activityWords.cancelAbout)}
      action={step === undefined ? '' : t(stepWords[step])}
      label={t(activityWords.reason)}
      doing={stepping}
      onReason={(reason) => {
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
    />
  )
}
