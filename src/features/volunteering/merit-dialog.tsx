import { App, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { v7 } from 'uuid'
import { daySchema } from '../../kernel/day.ts'
import { entered } from '../../kernel/entered.ts'
import { useDo } from '../../web/client/calls.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { ReasonField } from '../../web/ui/reason-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { askedOf } from './merit-rules.ts'
import { meritKindSchema, type KeptMerit, type MeritKind } from './merit-schema.ts'
import { meritWords } from './merit-words.ts'
import { saveMerit, type VolunteerId } from './register-schema.ts'

/** Fields are called as the server calls them; learning is typed in hours. */
type Entry = {
  'merit.kind': MeritKind
  'merit.title': string
  'merit.content'?: string
  'merit.minutes'?: number | null
  'merit.givenBy'?: string
  'merit.day': string | null
  reason?: string
}

const fields = ['merit.kind', 'merit.title', 'merit.content', 'merit.minutes', 'merit.givenBy', 'merit.day', 'reason']

const named = {
  training: { title: meritWords.nameOfTraining, content: meritWords.contentOfTraining, by: meritWords.heldBy },
  award: { title: meritWords.nameOfAward, content: meritWords.contentOfAward, by: meritWords.givenBy },
  evaluation: { title: meritWords.nameOfEvaluation, content: meritWords.contentOfAward, by: meritWords.evaluatedBy },
} as const

const entryOf = (merit: KeptMerit): Partial<Entry> => ({
  'merit.kind': merit.kind,
  'merit.title': merit.title,
  ...(merit.content === null ? {} : { 'merit.content': merit.content }),
  ...(merit.minutes === null ? {} : { 'merit.minutes': merit.minutes / 60 }),
  ...(merit.givenBy === null ? {} : { 'merit.givenBy': merit.givenBy }),
  'merit.day': merit.day,
})

/** Records training, an award or an evaluation; corrects one, or brings one back that was taken out. */
export function MeritDialog({
  volunteerId,
  merit,
  open,
  onClose,
}: {
  volunteerId: VolunteerId
  merit?: KeptMerit | undefined
  open: boolean
  onClose: () => void
}) {
  const t = useWords()
  const { message } = App.useApp()
  const saving = useDo(saveMerit)
  const [id, setId] = useState(() => v7())
  const isBack = merit !== undefined && merit.removedReason !== null
  const title =
    merit === undefined ? t(meritWords.addTitle) : t(isBack ? meritWords.restoreOf : meritWords.correctOf, { title: merit.title })
  return (
    <FormDialog<Entry>
      open={open}
      of={merit?.id}
      name="volunteer-merit"
      title={title}
      about={t(meritWords.addAbout)}
      action={isBack ? t(meritWords.restore) : t(uiWords.save)}
      fields={fields}
      first={merit === undefined ? { 'merit.kind': 'training', 'merit.day': today() } : entryOf(merit)}
      doing={saving}
      onFinish={(entry) => {
        const on = daySchema.safeParse(entry['merit.day'])
        if (!on.success) return
        const { 'merit.kind': kind, 'merit.minutes': hours } = entry
        saving.run(
          {
            volunteerId,
            merit: {
              id: merit?.id ?? id,
              kind,
              title: entry['merit.title'],
              content: entered(entry['merit.content']),
              minutes: kind === 'training' && typeof hours === 'number' ? Math.round(hours * 60) : null,
              givenBy: entered(entry['merit.givenBy']),
              day: on.data,
            },
            version: merit?.version ?? null,
            reason: entered(entry.reason),
          },
          {
            onDone: () => {
              setId(v7())
              onClose()
              void message.success(t(meritWords.saved))
            },
          },
        )
      }}
      onClose={onClose}
    >
      <Fields isNew={merit === undefined} />
    </FormDialog>
  )
}

/** What order 67 asks of each kind; what is asked changes with the kind. */
function Fields({ isNew }: { isNew: boolean }) {
  const t = useWords()
  const kind = Form.useWatch<MeritKind | undefined>('merit.kind') ?? 'training'
  const required = { required: true, message: t(uiWords.required) }
  const asked = (field: 'minutes' | 'givenBy') => (askedOf[kind].includes(field) ? [required] : [])
  return (
    <>
      <Form.Item name="merit.kind" label={t(meritWords.kind)} rules={[required]}>
        <Select options={meritKindSchema.options.map((one) => ({ value: one, label: t(meritWords[one]) }))} />
      </Form.Item>
      <Form.Item name="merit.title" label={t(named[kind].title)} rules={[{ ...required, whitespace: true }]}>
        <Input maxLength={80} {...(kind === 'evaluation' ? { placeholder: t(meritWords.evaluationHint) } : {})} />
      </Form.Item>
      {kind === 'training' ? (
        <Form.Item name="merit.minutes" label={t(meritWords.hours)} rules={asked('minutes')}>
          <InputNumber min={0.1} max={1000} step={0.5} precision={1} style={{ width: '100%' }} />
        </Form.Item>
      ) : null}
      <Form.Item name="merit.givenBy" label={t(named[kind].by)} rules={asked('givenBy')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="merit.day" label={t(meritWords.day)} rules={[required]}>
        <DayField upTo={today()} />
      </Form.Item>
      <Form.Item name="merit.content" label={t(named[kind].content)}>
        <Input.TextArea maxLength={300} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      {isNew ? null : <ReasonField label={t(meritWords.reason)} />}
    </>
  )
}
