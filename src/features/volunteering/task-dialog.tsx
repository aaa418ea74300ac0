import { App, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { v7 } from 'uuid'
import { entered } from '../../kernel/entered.ts'
import { daySchema, timeSchema, type Day } from '../../kernel/day.ts'
import { divisionCodeSchema, type DivisionCode, type PersonId, type ProjectId, type ServiceId } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { fits } from '../../web/ui/form-problem.ts'
import { uiWords } from '../../web/ui/ui-words.ts'
import { kindWords } from '../ledger/kind-schema.ts'
import { listServices } from '../ledger/schema.ts'
import { PersonSearch } from '../people/person-search.tsx'
import { saveTask, type TaskRow } from './shift-schema.ts'
import { shiftWords } from './shift-words.ts'

type Entry = {
  title: string
  content?: string
  skills?: string
  place?: string
  communityCode: string
  partOf?: string | null
  day: string | null
  startsAt: string
  minutes: number
  wanted: number
  needsVetting?: boolean
  needsInsurance?: boolean
}
const fields = [
  'title',
  'content',
  'skills',
  'place',
  'communityCode',
  'partOf',
  'day',
  'startsAt',
  'minutes',
  'wanted',
  'elderId',
].flatMap((field) => [field, `file.${field}`])
const entryOf = (task: TaskRow): Partial<Entry> => ({
  title: task.file.title,
  communityCode: task.file.communityCode,
  partOf: task.file.partOf,
  day: task.file.day,
  startsAt: task.file.startsAt,
  minutes: task.file.minutes,
  wanted: task.file.wanted,
  needsVetting: task.file.needsVetting,
  needsInsurance: task.file.needsInsurance,
  ...(task.file.content === null ? {} : { content: task.file.content }),
  ...(task.file.skills === null ? {} : { skills: task.file.skills }),
  ...(task.file.place === null ? {} : { place: task.file.place }),
})

const two = { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(160px, 1fr))', gap: '0 16px' } as const

/** The event that tasks and shifts are attached to, and what a new one takes from it. */
export type Attached = {
  readonly id: ServiceId
  readonly title: string
  readonly communityCode: DivisionCode | null
  readonly day: Day | null
  readonly startsAt: string | null
  readonly minutes: number | null
  readonly place: string | null
}
const entryFrom = (event: Attached): Partial<Entry> => ({
  partOf: event.id,
  day: event.day ?? today(),
  minutes: event.minutes ?? 120,
  wanted: 1,
  ...(event.communityCode === null ? {} : { communityCode: event.communityCode }),
  ...(event.startsAt === null ? {} : { startsAt: event.startsAt }),
  ...(event.place === null ? {} : { place: event.place }),
})

/** Offers a task to volunteers, or changes it. */
export function TaskDialog({
  projectId,
  communities,
  task,
  attached,
  open,
  onClose,
}: {
  projectId: ProjectId
  communities: readonly { code: string; name: string }[]
  task: TaskRow | undefined
  attached?: Attached | undefined
  open: boolean
  onClose: () => void
}) {
  const t = useWords()
  const { message } = App.useApp()
  const saving = useDo(saveTask)
  const [id, setId] = useState(() => v7())
  const [elder, setElder] = useState<{ id: PersonId; name: string } | null>(
    task === undefined || task.file.elderId === null ? null : { id: task.file.elderId, name: task.elderName ?? '' },
  )
  const services = useAsk(listServices, { projectId, status: 'planned', limit: 100 }, { when: open })
  const required = { required: true, message: t(uiWords.required) }
  const options = (services.data?.rows ?? [])
    .filter((row) => row.kind !== 'volunteer_shift')
    .map((row) => ({ value: row.id, label: [row.day, row.title ?? t(kindWords[row.kind])].join(' ') }))
  // The event itself may be held already, and is then not among those planned.
  const all =
    attached === undefined || options.some(({ value }) => value === attached.id)
      ? options
      : [{ value: attached.id, label: [attached.day, attached.title].join(' ') }, ...options]
  const save = (entry: Entry) => {
    const communityCode = divisionCodeSchema.safeParse(entry.communityCode)
    const day = daySchema.safeParse(entry.day)
    const partOf = saveTask.input.shape.file.shape.partOf.safeParse(entry.partOf ?? null)
    if (!communityCode.success || !day.success || !partOf.success) return
    saving.run(
      {
        id: task?.id ?? id,
        projectId,
        version: task?.version ?? null,
        file: {
          communityCode: communityCode.data,
          partOf: partOf.data,
          title: entry.title,
          content: entered(entry.content),
          skills: entered(entry.skills),
          place: entered(entry.place),
          day: day.data,
          startsAt: entry.startsAt,
          minutes: entry.minutes,
          wanted: entry.wanted,
          elderId: elder?.id ?? null,
          needsVetting: entry.needsVetting === true,
          needsInsurance: entry.needsInsurance === true,
        },
      },
      {
        onDone: () => {
          setId(v7())
          setElder(null)
          onClose()
          void message.success(t(shiftWords.saved))
        },
      },
    )
  }
  return (
    <FormDialog<Entry>
      open={open}
      of={task?.id ?? attached?.id}
      name="volunteer-task"
      title={task === undefined ? t(shiftWords.offer) : t(shiftWords.changeOf, { title: task.file.title })}
      action={task === undefined ? t(shiftWords.offer) : t(uiWords.save)}
      fields={fields}
      first={task !== undefined ? entryOf(task) : attached === undefined ? { day: today(), minutes: 120, wanted: 1 } : entryFrom(attached)}
      doing={saving}
      onFinish={save}
      onClose={onClose}
    >
      <Form.Item name="title" label={t(shiftWords.title)} rules={[{ ...required, whitespace: true }]}>
        <Input maxLength={60} />
      </Form.Item>
      <div style={two}>
        <Form.Item name="communityCode" label={t(shiftWords.community)} rules={[required]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={communities.map(({ code, name }) => ({ value: code, label: name }))}
            placeholder={t(uiWords.choose)}
          />
        </Form.Item>
        <Form.Item name="day" label={t(shiftWords.day)} rules={[required]}>
          <DayField />
        </Form.Item>
        <Form.Item name="startsAt" label={t(shiftWords.startsAt)} rules={[required, fits(timeSchema, t(shiftWords.timeWrong))]}>
          <Input maxLength={5} placeholder={t(shiftWords.timeHint)} />
        </Form.Item>
        <Form.Item name="minutes" label={t(shiftWords.length)} rules={[required]}>
          <InputNumber min={10} max={1440} step={10} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="wanted" label={t(shiftWords.wanted)} rules={[required]}>
          <InputNumber min={1} max={500} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="skills" label={t(shiftWords.skills)}>
          <Input maxLength={80} />
        </Form.Item>
      </div>
      <Form.Item name="place" label={t(shiftWords.place)}>
        <Input maxLength={80} placeholder={t(shiftWords.placeHint)} />
      </Form.Item>
      <Form.Item name="content" label={t(shiftWords.content)}>
        <Input.TextArea maxLength={400} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <Form.Item name="partOf" label={t(shiftWords.about)}>
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={all} placeholder={t(shiftWords.aboutNone)} />
      </Form.Item>
      <Form.Item label={t(shiftWords.elder)} htmlFor="task-elder" extra={t(shiftWords.elderHint)}>
        <PersonSearch id="task-elder" projectId={projectId} onPick={setElder} />
        {elder === null ? null : <p style={{ margin: '8px 0 0' }}>{t(shiftWords.elderIs, { name: elder.name })}</p>}
      </Form.Item>
      <Form.Item name="needsVetting" valuePropName="checked" noStyle>
        <Checkbox>{t(shiftWords.needsVetting)}</Checkbox>
      </Form.Item>
      <Form.Item name="needsInsurance" valuePropName="checked" noStyle>
        <Checkbox>{t(shiftWords.needsInsurance)}</Checkbox>
      </Form.Item>
    </FormDialog>
  )
}
