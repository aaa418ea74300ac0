import { useWords } from '../language/language.tsx'
import { FormDialog, type DialogDoing } from './form-dialog.tsx'
import { ReasonField } from './reason-field.tsx'
import { uiWords } from './ui-words.ts'

const fields = ['reason']

/** A step that only asks why. */
export function ReasonDialog({
  open,
  of,
  title,
  about,
  action,
  doing,
  onReason,
  onClose,
}: {
  open: boolean
  of: string
  title: string
  about: string
  action: string
  doing: DialogDoing
  onReason: (reason: string) => void
  onClose: () => void
}) {
  const t = useWords()
  return (
    <FormDialog<{ reason: string }>
      open={open}
      of={of}
      name="ask-reason"
      title={title}
      about={about}
      action={action}
      fields={fields}
      doing={doing}
      onFinish={({ reason }) => onReason(reason)}
      onClose={onClose}
    >
      <ReasonField label={t(uiWords.reason)} />
    </FormDialog>
  )
}
