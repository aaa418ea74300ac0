import { App, Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { daySchema } from '../../kernel/day.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { today } from '../../web/client/today.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { riskWords, safeWords } from './assessment-words.ts'
import { riskContactSchema, type RiskContact } from './scale-schema.ts'
import { followRiskUp, type Assessment } from './schema.ts'

type Entry = { contactedOn: string; how: string; safeNow?: RiskContact['safeNow']; done?: string; nextContactOn?: string | null }
const fields = ['contactedOn', 'how', 'safeNow', 'done', 'nextContactOn']

/** How somebody was each time they were contacted after the protocol was opened, and the next time. */
export function RiskFollowUps({ personId, assessment }: { personId: PersonId; assessment: Assessment }) {
  const t = useWords()
  const { day, moment } = useFormats()
  const { message } = App.useApp()
  const mayWrite = useMay('assessments.write')
  const [open, setOpen] = useState(false)
  const doing = useDo(followRiskUp)
  const last = assessment.followUps.at(-1)
  const next = last === undefined ? (daySchema.safeParse(assessment.protocol?.nextContactOn).data ?? null) : last.nextContactOn
  const required = [{ required: true, whitespace: true, message: t(uiWords.required) }]
  return (
    <>
      <Entries
        rows={assessment.followUps}
        keyOf={(one) => one.id}
        empty={t(riskWords.noFollowUp)}
        head={(one) => t(riskWords.contactOn, { day: day(one.contactedOn), safe: t(safeWords[one.safeNow]) })}
        more={(one) => (
          <>
            <span>{[one.how, one.done].filter((part) => part !== '').join(' ')}</span>
            <span>{t(riskWords.writtenBy, { by: one.by ?? '—', at: moment(one.at) })}</span>
          </>
        )}
      />
      <p>{next === null ? t(riskWords.noneNeeded) : t(riskWords.nextOn, { day: day(next) })}</p>
      {mayWrite ? <Button onClick={() => setOpen(true)}>{t(riskWords.followUp)}</Button> : null}
      <FormDialog<Entry>
        open={open}
        of={assessment.id}
        name="risk-follow-up"
        title={t(riskWords.followUp)}
        about={t(riskWords.lines)}
        action={t(uiWords.save)}
        fields={fields}
        first={{ contactedOn: today() }}
        doing={doing}
        onFinish={(entry) =>
          doing.run(
            {
              id: doing.newId(),
              personId,
              assessmentId: assessment.id,
              contactedOn: daySchema.parse(entry.contactedOn),
              how: entry.how,
              safeNow: riskContactSchema.shape.safeNow.parse(entry.safeNow),
              done: entry.done ?? '',
              nextContactOn: daySchema.safeParse(entry.nextContactOn).data ?? null,
            },
            {
              onDone: () => {
                setOpen(false)
                void message.success(t(riskWords.followedUp))
              },
            },
          )
        }
        onClose={() => setOpen(false)}
      >
        <Form.Item name="contactedOn" label={t(riskWords.contactedOn)} rules={[{ required: true, message: t(uiWords.required) }]}>
          <DayField upTo={today()} />
        </Form.Item>
        <Form.Item name="how" label={t(riskWords.how)} rules={[...required, { min: 2, message: t(uiWords.required) }]}>
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={1000} />
        </Form.Item>
        <Form.Item name="safeNow" label={t(riskWords.safeNow)} rules={[{ required: true, message: t(uiWords.choose) }]}>
          <Select
            placeholder={t(uiWords.choose)}
            options={riskContactSchema.shape.safeNow.options.map((each) => ({ value: each, label: t(safeWords[each]) }))}
          />
        </Form.Item>
        <Form.Item name="done" label={t(riskWords.doneThen)}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
        </Form.Item>
        <Form.Item name="nextContactOn" label={t(riskWords.nextContactOn)} extra={t(riskWords.nextContactEnds)}>
          <DayField />
        </Form.Item>
      </FormDialog>
    </>
  )
}
