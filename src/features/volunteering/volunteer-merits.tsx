import { App, Button, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { v7 } from 'uuid'
import { entered } from '../../kernel/entered.ts'
import { daySchema } from '../../kernel/day.ts'
import { useDo } from '../../web/client/calls.ts'
import { today } from '../../web/client/today.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { fits } from '../../web/ui/form-problem.ts'
import { Icon } from '../../web/ui/icon.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { meritKindSchema, removeMerit, saveMerit, type Merit, type VolunteerDetail } from './register-schema.ts'
import { volunteerWords } from './volunteer-words.ts'

type Entry = { kind: Merit['kind']; title: string; content?: string; minutes?: number | null; givenBy?: string; day: string | null }
const fields = ['merit.kind', 'merit.title', 'merit.content', 'merit.minutes', 'merit.givenBy', 'merit.day', 'reason']
/** Training, awards and evaluations of a volunteer. */
export function VolunteerMerits({ volunteer, mayManage }: { volunteer: VolunteerDetail; mayManage: boolean }) {
  const t = useWords()
  const { day } = useFormats()
  const { message } = App.useApp()
  const saving = useDo(saveMerit)
  const removing = useDo(removeMerit)
  const [adding, setAdding] = useState(false)
  const [taken, setTaken] = useState<Merit>()
  const [id, setId] = useState(() => v7())
  const required = { required: true, message: t(uiWords.required) }
  const save = (entry: Entry) => {
    const on = daySchema.safeParse(entry.day)
    if (!on.success) return
    saving.run(
      {
        volunteerId: volunteer.id,
        merit: {
          id,
          kind: entry.kind,
          title: entry.title,
          content: entered(entry.content),
          minutes: entry.minutes ?? null,
          givenBy: entered(entry.givenBy),
          day: on.data,
        },
      },
      {
        onDone: () => {
          setId(v7())
          setAdding(false)
          void message.success(t(volunteerWords.saved))
        },
      },
    )
  }
  return (
    <Panel
      title={t(volunteerWords.merits)}
      actions={
        mayManage ? (
          <Button size="small" icon={<Icon name="plus" size={15} />} onClick={() => setAdding(true)}>
            {t(volunteerWords.addMerit)}
          </Button>
        ) : undefined
      }
    >
      <Entries
        rows={volunteer.merits}
        keyOf={(merit) => merit.id}
        empty={t(volunteerWords.meritsNone)}
        head={(merit) => (
          <>
            <Chip tone="calm">{t(volunteerWords[merit.kind])}</Chip> <b>{merit.title}</b>
          </>
        )}
        more={(merit) => [day(merit.day), merit.givenBy, merit.content].filter((known) => known !== null).join(' · ')}
        acts={
          mayManage
            ? (merit) => (
                <Button
                  size="small"
                  danger
                  aria-label={t(volunteerWords.removeMeritOf, { title: merit.title })}
                  onClick={() => setTaken(merit)}
                >
                  {t(volunteerWords.removeMerit)}
                </Button>
              )
            : undefined
        }
      />
      <FormDialog<Entry>
        open={adding}
        name="volunteer-merit"
        title={t(volunteerWords.merits)}
        action={t(uiWords.save)}
        fields={fields}
        first={{ kind: 'training', day: today() }}
        doing={saving}
        onFinish={save}
        onClose={() => setAdding(false)}
      >
        <Form.Item name="kind" label={t(volunteerWords.meritKind)} rules={[required]}>
          <Select options={meritKindSchema.options.map((kind) => ({ value: kind, label: t(volunteerWords[kind]) }))} />
        </Form.Item>
        <Form.Item name="title" label={t(volunteerWords.meritTitle)} rules={[{ ...required, whitespace: true }]}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="day" label={t(volunteerWords.meritDay)} rules={[required]}>
          <DayField upTo={today()} />
        </Form.Item>
        <Form.Item name="givenBy" label={t(volunteerWords.meritGivenBy)}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="minutes" label={t(volunteerWords.meritMinutes)}>
          <InputNumber min={0} max={100_000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="content" label={t(volunteerWords.meritContent)}>
          <Input.TextArea maxLength={300} autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
      </FormDialog>
      <FormDialog<{ reason: string }>
        open={taken !== undefined}
        of={taken?.id}
        name="remove-merit"
        title={t(volunteerWords.removeMeritOf, { title: taken?.title ?? '' })}
        action={t(volunteerWords.removeMerit)}
        fields={fields}
        doing={removing}
        onFinish={({ reason }) => {
          if (taken !== undefined) removing.run({ volunteerId: volunteer.id, id: taken.id, reason }, { onDone: () => setTaken(undefined) })
        }}
        onClose={() => setTaken(undefined)}
      >
        <Form.Item
          name="reason"
          label={t(volunteerWords.reason)}
          rules={[required, fits(removeMerit.input.shape.reason, t(uiWords.reasonShort))]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </FormDialog>
    </Panel>
  )
}
