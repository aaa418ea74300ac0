import { App, Form, InputNumber, Radio, Select } from 'antd'
import { useState } from 'react'
import { v7 } from 'uuid'
import { daySchema } from '../../kernel/day.ts'
import { accountIdSchema, type ProjectId } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { caseWords, superviseWords } from './case-words.ts'
import { LongText } from './long-text.tsx'
import { listCaseworkers } from './schema.ts'
import { saveSupervision, type SupervisionRow } from './session-schema.ts'

type Entry = {
  form: SupervisionRow['form']
  day: string
  minutes: number
  supervised: string[]
  topics: string
  advice?: string
  followUp?: string
}
const fields = ['day', 'minutes', 'supervised', 'topics']

/** A record of supervision: with whom, how long, what about, what was advised. */
export function SupervisionDialog({
  projectId,
  open,
  onClose,
}: {
  projectId: ProjectId
  open: SupervisionRow | 'new' | undefined
  onClose: () => void
}) {
  const t = useWords()
  const { message } = App.useApp()
  const doing = useDo(saveSupervision)
  const [newId, setNewId] = useState(() => v7())
  const staff = useAsk(listCaseworkers, { projectId }, { when: open !== undefined }).data
  const known = open === 'new' || open === undefined ? undefined : open
  return (
    <FormDialog<Entry>
      open={open !== undefined}
      of={open === undefined || open === 'new' ? undefined : open.id}
      name="supervision"
      title={t(superviseWords.record)}
      action={t(uiWords.save)}
      fields={fields}
      first={
        known === undefined
          ? { form: 'individual', day: today(), minutes: 60 }
          : {
              form: known.form,
              day: known.day,
              minutes: known.minutes,
              supervised: known.supervised,
              topics: known.topics,
              advice: known.advice,
              followUp: known.followUp,
            }
      }
      doing={doing}
      onFinish={(entry) =>
        doing.run(
          {
            ...entry,
            id: known?.id ?? newId,
            version: known?.version ?? 0,
            projectId,
            day: daySchema.parse(entry.day),
            supervised: entry.supervised.map((id) => accountIdSchema.parse(id)),
          },
          {
            onDone: () => {
              setNewId(v7())
              onClose()
              void message.success(t(caseWords.saved))
            },
          },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="form" label={t(superviseWords.form)}>
        <Radio.Group options={(['individual', 'group', 'on_site'] as const).map((value) => ({ value, label: t(superviseWords[value]) }))} />
      </Form.Item>
      <Form.Item name="supervised" label={t(superviseWords.supervised)} rules={[{ required: true, message: t(uiWords.choose) }]}>
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={(staff?.workers ?? []).map((one) => ({ value: one.id, label: one.name }))}
        />
      </Form.Item>
      <Form.Item name="day" label={t(caseWords.on)} rules={[{ required: true, message: t(uiWords.required) }]}>
        <DayField upTo={today()} />
      </Form.Item>
      <Form.Item name="minutes" label={t(superviseWords.minutes)} rules={[{ required: true, message: t(uiWords.required) }]}>
        <InputNumber min={1} max={1440} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <LongText name="topics" words={superviseWords.topics} must />
      <LongText name="advice" words={superviseWords.advice} />
      <LongText name="followUp" words={superviseWords.followUp} />
    </FormDialog>
  )
}
