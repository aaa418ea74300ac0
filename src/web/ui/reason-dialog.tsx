import { useWords } from '../language/language.tsx'
import { FormDialog, type DialogDoing } from './form-dialog.tsx'
import { ReasonField } from './reason-field.tsx'
import { uiWords } from './ui-words.ts'

const fields = ['reason']

/** A step that only asks why. `label`: what the question is called, where it is not simply the reason. */
export function ReasonDialog({
  open,
  of,
  title,
  about,
  action,
  label,
  placeholder,
  long,
  doing,
  onReason,
  onClose,
}: {
  open: boolean
  of?: string | undefined
  title: string
  about?: string
  action: string
  label?: string
  placeholder?: string
  long?: boolean
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
      {...(about === undefined ? {} : { about })}
      action={action}
      fields={fields}
      doing={doing}
      onFinish={({ reason }) => onReason(reason)}
      onClose={onClose}
    >
      <ReasonField
        label={label ?? t(uiWords.reason)}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(long === undefined ? {} : { long })}
      />
    </FormDialog>
  )
}
