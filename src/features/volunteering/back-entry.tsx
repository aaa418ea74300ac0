import { App, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { v7 } from 'uuid'
import { daySchema, timeSchema } from '../../kernel/day.ts'
import { divisionCodeSchema, type ProjectId } from '../../kernel/ids.ts'
import { useDo } from '../../web/client/calls.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { fits } from '../../web/ui/form-problem.ts'
import { ReasonField } from '../../web/ui/reason-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import type { Attached } from './task-dialog.tsx'
import { minutesBetween, timeAfter } from './flag-rules.ts'
import { volunteerIdSchema } from './register-schema.ts'
import { recordShift } from './shift-schema.ts'
import { shiftWords } from './shift-words.ts'
import { VolunteerSelect } from './volunteer-select.tsx'

type Entry = {
  volunteerId: string
  communityCode: string
  title: string
  day: string | null
  startsAt: string
  endsAt: string
  reason: string
}
const fields = ['volunteerId', 'communityCode', 'title', 'day', 'startsAt', 'endsAt', 'reason']

/** A shift at an event took as long as the event, unless somebody says otherwise. */
const entryFrom = ({ communityCode, day, startsAt, minutes }: Attached): Partial<Entry> => ({
  day: day ?? today(),
  ...(communityCode === null ? {} : { communityCode }),
  ...(startsAt === null ? {} : { startsAt }),
  ...(startsAt === null || minutes === null ? {} : { endsAt: timeAfter(startsAt, minutes) }),
})

/** Enters a shift afterwards. */
export function BackEntry({
  projectId,
  communities,
  attached,
  open,
  onClose,
}: {
  projectId: ProjectId
  communities: readonly { code: string; name: string }[]
  attached?: Attached
  open: boolean
  onClose: () => void
}) {
  const t = useWords()
  const { message } = App.useApp()
  const recording = useDo(recordShift)
  const [id, setId] = useState(() => v7())
  const required = { required: true, message: t(uiWords.required) }
  const time = fits(timeSchema, t(shiftWords.timeWrong))
  const save = (entry: Entry) => {
    const volunteerId = volunteerIdSchema.safeParse(entry.volunteerId)
    const communityCode = divisionCodeSchema.safeParse(entry.communityCode)
    const day = daySchema.safeParse(entry.day)
    if (!volunteerId.success || !communityCode.success || !day.success) return
    recording.run(
      {
        id,
        volunteerId: volunteerId.data,
        communityCode: communityCode.data,
        partOf: attached?.id ?? null,
        title: entry.title,
        day: day.data,
        startsAt: entry.startsAt,
        endsAt: entry.endsAt,
        claimed: minutesBetween(entry.startsAt, entry.endsAt),
        reason: entry.reason,
      },
      {
        onDone: () => {
          setId(v7())
          onClose()
          void message.success(t(shiftWords.saved))
        },
      },
    )
  }
  return (
    <FormDialog<Entry>
      open={open}
      of={attached?.id}
      name="back-entry"
      title={t(shiftWords.backEntry)}
      about={t(shiftWords.backEntryAbout)}
      action={t(uiWords.save)}
      fields={fields}
      first={attached === undefined ? { day: today() } : entryFrom(attached)}
      doing={recording}
      onFinish={save}
      onClose={onClose}
    >
      <Form.Item name="volunteerId" label={t(shiftWords.volunteer)} rules={[required]}>
        <VolunteerSelect projectId={projectId} />
      </Form.Item>
      <Form.Item name="communityCode" label={t(shiftWords.community)} rules={[required]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={communities.map(({ code, name }) => ({ value: code, label: name }))}
          placeholder={t(uiWords.choose)}
        />
      </Form.Item>
      <Form.Item name="title" label={t(shiftWords.title)} rules={[{ ...required, whitespace: true }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="day" label={t(shiftWords.day)} rules={[required]}>
        <DayField upTo={today()} />
      </Form.Item>
      <Form.Item name="startsAt" label={t(shiftWords.startsAt)} rules={[required, time]}>
        <Input maxLength={5} placeholder={t(shiftWords.timeHint)} />
      </Form.Item>
      <Form.Item name="endsAt" label={t(shiftWords.endsAt)} rules={[required, time]}>
        <Input maxLength={5} placeholder={t(shiftWords.timeHint)} />
      </Form.Item>
      <ReasonField label={t(shiftWords.backEntryReason)} placeholder={t(shiftWords.backEntryReasonHint)} />
    </FormDialog>
  )
}
