import { App, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { v7 } from 'uuid'
import { timeSchema } from '../../kernel/day.ts'
import { serviceIdSchema } from '../../kernel/ids.ts'
import { useDo } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { fits } from '../../web/ui/form-problem.ts'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { askCorrection, checkOut, giveBack, type OwnFile, type OwnShift } from './own-schema.ts'
import { ownWords } from './own-words.ts'
import { shiftWords } from './shift-words.ts'

const endOnly = ['endedAt']
const queryFields = ['text', 'serviceId', 'volunteerId']

/** Gives a shift back before it has begun. */
export function GiveBack({ shift, onClose }: { shift: OwnShift | undefined; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const doing = useDo(giveBack)
  return (
    <ReasonDialog
      open={shift !== undefined}
      of={shift?.id}
      title={t(ownWords.giveBackOf, { title: shift?.title ?? '' })}
      about={t(ownWords.giveBackAbout)}
      action={t(ownWords.giveBack)}
      label={t(ownWords.reason)}
      doing={doing}
      onReason={(reason) => {
        if (shift === undefined) return
        doing.run(
          { serviceId: shift.id, reason },
          {
            onDone: () => {
              onClose()
              void message.success(t(ownWords.given))
            },
          },
        )
      }}
      onClose={onClose}
    />
  )
}

/** Checks out afterwards, with the time at which it was over. */
export function ForgottenEnd({ shift, onClose }: { shift: OwnShift | undefined; onClose: () => void }) {
  const t = useWords()
  const { minutes } = useFormats()
  const { message } = App.useApp()
  const doing = useDo(checkOut)
  return (
    <FormDialog<{ endedAt: string }>
      open={shift !== undefined}
      of={shift?.id}
      name="forgotten-end"
      title={t(ownWords.forgot)}
      about={t(ownWords.forgotAbout)}
      action={t(ownWords.checkOut)}
      fields={endOnly}
      doing={doing}
      onFinish={({ endedAt }) => {
        if (shift === undefined) return
        doing.run(
          { serviceId: shift.id, endedAt },
          {
            onDone: (done) => {
              onClose()
              void message.success(t(ownWords.checkedOut, { minutes: minutes(done.minutes) }))
            },
          },
        )
      }}
      onClose={onClose}
    >
      <Form.Item
        name="endedAt"
        label={t(ownWords.endedAt)}
        rules={[{ required: true, message: t(uiWords.required) }, fits(timeSchema, t(shiftWords.timeWrong))]}
      >
        <Input type="time" size="large" />
      </Form.Item>
    </FormDialog>
  )
}

type Query = { volunteerId?: string; serviceId?: string; text: string }

/** Says that something of the record is not right. */
export function AskCorrection({
  files,
  shifts,
  open,
  onClose,
}: {
  files: readonly OwnFile[]
  shifts: readonly OwnShift[]
  open: boolean
  onClose: () => void
}) {
  const t = useWords()
  const { message } = App.useApp()
  const doing = useDo(askCorrection)
  const [id, setId] = useState(() => v7())
  return (
    <FormDialog<Query>
      open={open}
      name="ask-correction"
      title={t(ownWords.query)}
      about={t(ownWords.queryAbout)}
      action={t(ownWords.query)}
      fields={queryFields}
      {...(files[0] === undefined ? {} : { first: { volunteerId: files[0].id } })}
      doing={doing}
      onFinish={(entry) => {
        const file = files.find((one) => one.id === entry.volunteerId) ?? files[0]
        if (file === undefined) return
        doing.run(
          { id, volunteerId: file.id, serviceId: serviceIdSchema.safeParse(entry.serviceId).data ?? null, text: entry.text },
          {
            onDone: () => {
              setId(v7())
              onClose()
              void message.success(t(ownWords.asked))
            },
          },
        )
      }}
      onClose={onClose}
    >
      {files.length < 2 ? null : (
        <Form.Item name="volunteerId" label={t(ownWords.file)}>
          <Select options={files.map((file) => ({ value: file.id, label: file.project }))} />
        </Form.Item>
      )}
      <Form.Item name="serviceId" label={t(ownWords.queryOf)}>
        <Select
          allowClear
          placeholder={t(ownWords.queryAny)}
          options={shifts.map((shift) => ({
            value: shift.id,
            label: [shift.day, shift.title].filter((known) => known !== null).join(' '),
          }))}
        />
      </Form.Item>
      <Form.Item name="text" label={t(ownWords.queryText)} rules={[{ required: true, whitespace: true, message: t(uiWords.required) }]}>
        <Input.TextArea maxLength={400} autoSize={{ minRows: 3, maxRows: 8 }} />
      </Form.Item>
    </FormDialog>
  )
}
