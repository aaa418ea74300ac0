import { App, Form, Input, InputNumber } from 'antd'
import { daySchema, timeSchema } from '../../kernel/day.ts'
import { useDo } from '../../web/client/calls.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { fits } from '../../web/ui/form-problem.ts'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { ReasonField } from '../../web/ui/reason-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { refuseShift, setTimes, unconfirmHours, type ShiftRow } from './shift-schema.ts'
import { shiftWords } from './shift-words.ts'

type Props = { shift: ShiftRow | undefined; onClose: () => void }
/** Takes the confirmation of hours back, with why. */
export function UnconfirmHours({ shift, onClose }: Props) {
  const t = useWords()
  const { message } = App.useApp()
  const doing = useDo(unconfirmHours)
  return (
    <ReasonDialog
      open={shift !== undefined}
      of={shift?.id}
      title={t(shiftWords.unconfirmOf, { name: shift?.name ?? '' })}
      about={t(shiftWords.unconfirmAbout)}
      action={t(shiftWords.unconfirm)}
      label={t(shiftWords.reason)}
      doing={doing}
      onReason={(reason) => {
        if (shift === undefined) return
        doing.run(
          { id: shift.id, version: shift.version, reason },
          {
            onDone: () => {
              onClose()
              void message.success(t(shiftWords.saved))
            },
          },
        )
      }}
      onClose={onClose}
    />
  )
}

/** Says that the volunteer did not come. */
export function RefuseShift({ shift, onClose }: Props) {
  const t = useWords()
  const { message } = App.useApp()
  const doing = useDo(refuseShift)
  return (
    <ReasonDialog
      open={shift !== undefined}
      of={shift?.id}
      title={t(shiftWords.refuseOf, { name: shift?.name ?? '' })}
      about={t(shiftWords.refuseAbout)}
      action={t(shiftWords.refuse)}
      label={t(shiftWords.reason)}
      doing={doing}
      onReason={(reason) => {
        if (shift === undefined) return
        doing.run(
          { id: shift.id, version: shift.version, status: 'failed', reason },
          {
            onDone: () => {
              onClose()
              void message.success(t(shiftWords.saved))
            },
          },
        )
      }}
      onClose={onClose}
    />
  )
}

type Times = { day: string | null; startsAt: string; endsAt?: string; claimed?: number | null; reason: string }
const timeFields = ['day', 'startsAt', 'endsAt', 'claimed', 'reason']

const endOf = (shift: ShiftRow): string | undefined => {
  if (shift.startsAt === null || shift.present === null) return undefined
  const at = (Number(shift.startsAt.slice(0, 2)) * 60 + Number(shift.startsAt.slice(3, 5)) + shift.present) % 1440
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
}

/** Checks a volunteer in or out, or corrects when they were there. */
export function ChangeTimes({ shift, onClose }: Props) {
  const t = useWords()
  const { message } = App.useApp()
  const doing = useDo(setTimes)
  const time = fits(timeSchema, t(shiftWords.timeWrong))
  const end = shift === undefined ? undefined : endOf(shift)
  return (
    <FormDialog<Times>
      key={shift?.id ?? ''}
      open={shift !== undefined}
      of={shift?.id}
      name="shift-times"
      title={t(shiftWords.timesOf, { name: shift?.name ?? '' })}
      about={t(shiftWords.timesAbout)}
      action={t(uiWords.save)}
      fields={timeFields}
      first={
        shift === undefined
          ? {}
          : {
              day: shift.day ?? today(),
              ...(shift.startsAt === null ? {} : { startsAt: shift.startsAt }),
              ...(end === undefined ? {} : { endsAt: end }),
            }
      }
      doing={doing}
      onFinish={(entry) => {
        const day = daySchema.safeParse(entry.day)
        if (shift === undefined || !day.success) return
        doing.run(
          {
            id: shift.id,
            version: shift.version,
            day: day.data,
            startsAt: entry.startsAt,
            endsAt: entry.endsAt === undefined || entry.endsAt === '' ? null : entry.endsAt,
            claimed: entry.claimed ?? null,
            reason: entry.reason,
          },
          {
            onDone: () => {
              onClose()
              void message.success(t(shiftWords.saved))
            },
          },
        )
      }}
      onClose={onClose}
    >
      <Form.Item name="day" label={t(shiftWords.day)} rules={[{ required: true, message: t(uiWords.required) }]}>
        <DayField upTo={today()} />
      </Form.Item>
      <Form.Item name="startsAt" label={t(shiftWords.startsAt)} rules={[{ required: true, message: t(uiWords.required) }, time]}>
        <Input maxLength={5} placeholder={t(shiftWords.timeHint)} />
      </Form.Item>
      <Form.Item name="endsAt" label={t(shiftWords.endsAt)} rules={[time]}>
        <Input maxLength={5} placeholder={t(shiftWords.timeHint)} />
      </Form.Item>
      <Form.Item name="claimed" label={t(shiftWords.claimedMinutes)}>
        <InputNumber min={1} max={1440} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <ReasonField label={t(shiftWords.reason)} />
    </FormDialog>
  )
}
