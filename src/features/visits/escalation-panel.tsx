import { App, Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { fits } from '../../web/ui/form-problem.ts'
import { Panel } from '../../web/ui/page.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { nextStep } from './escalation-rules.ts'
import type { Escalation } from './record-schema.ts'
import { closeEscalation, takeStep } from './schema.ts'
import { outcomeWords, stepSchema, stepWords, type Step } from './visit-schema.ts'
import { riskWords } from './visit-words.ts'

type StepEntry = { step: Step; said?: string }
type ClosingEntry = { outcome: (typeof closeEscalation.input.shape.outcome.options)[number]; said: string }
const stepFields = ['step', 'said']
const closingFields = ['outcome', 'said']

/** Somebody was not met several times: who was asked since, and how it ended. */
export function EscalationPanel({ escalations }: { escalations: readonly Escalation[] }) {
  const t = useWords()
  return escalations.length === 0 ? null : (
    <Panel title={t(riskWords.escalations)}>
      {escalations.map((one) => (
        <One key={one.id} one={one} />
      ))}
    </Panel>
  )
}

function One({ one }: { one: Escalation }) {
  const t = useWords()
  const { day, moment } = useFormats()
  const { message } = App.useApp()
  const mayWrite = useMay('visits.write')
  const [open, setOpen] = useState<'step' | 'close'>()
  const taking = useDo(takeStep)
  const closing = useDo(closeEscalation)
  const next = nextStep(one.steps.map(({ step }) => step))
  const done = () => {
    setOpen(undefined)
    void message.success(t(riskWords.saved))
  }
  return (
    <div style={{ marginBottom: 14 }}>
      <p>
        {t(riskWords.since, { day: day(one.openedOn) })}{' '}
        {one.closedOn === null || one.outcome === null ? (
          <Chip tone="bad">
            {t(next === undefined ? riskWords.escalations : riskWords.next, next === undefined ? {} : { step: t(stepWords[next]) })}
          </Chip>
        ) : (
          <Chip tone="good">{t(riskWords.closed, { day: day(one.closedOn), outcome: t(outcomeWords[one.outcome]) })}</Chip>
        )}
        {one.said === null ? null : <> {one.said}</>}
      </p>
      {one.steps.length === 0 ? null : (
        <ul>
          {one.steps.map((step) => (
            <li key={step.at}>
              {t(stepWords[step.step])} · {moment(step.at)} {step.by} {step.said}
            </li>
          ))}
        </ul>
      )}
      {one.closedOn !== null || !mayWrite ? null : (
        <Buttons>
          <Button onClick={() => setOpen('step')}>{t(riskWords.step)}</Button>
          <Button onClick={() => setOpen('close')}>{t(riskWords.close)}</Button>
        </Buttons>
      )}
      <FormDialog<StepEntry>
        open={open === 'step'}
        name="escalation-step"
        title={t(riskWords.step)}
        action={t(uiWords.save)}
        fields={stepFields}
        {...(next === undefined ? {} : { first: { step: next } })}
        doing={taking}
        onFinish={({ step, said = '' }) =>
          taking.run({ id: taking.newId(), escalationId: one.id, step, said: said.trim() === '' ? null : said.trim() }, { onDone: done })
        }
        onClose={() => setOpen(undefined)}
      >
        <Form.Item name="step" label={t(riskWords.stepTitle)} rules={[{ required: true, message: t(uiWords.choose) }]}>
          <Select options={stepSchema.options.map((value) => ({ value, label: t(stepWords[value]) }))} />
        </Form.Item>
        <Form.Item name="said" label={t(riskWords.said)}>
          <Input.TextArea maxLength={300} placeholder={t(riskWords.saidHint)} />
        </Form.Item>
      </FormDialog>
      <FormDialog<ClosingEntry>
        open={open === 'close'}
        name="escalation-close"
        title={t(riskWords.closeTitle)}
        about={t(riskWords.closeAbout)}
        action={t(riskWords.close)}
        fields={closingFields}
        doing={closing}
        onFinish={({ outcome, said }) => closing.run({ id: one.id, outcome, said }, { onDone: done })}
        onClose={() => setOpen(undefined)}
      >
        <Form.Item name="outcome" label={t(riskWords.outcome)} rules={[{ required: true, message: t(uiWords.choose) }]}>
          <Select options={closeEscalation.input.shape.outcome.options.map((value) => ({ value, label: t(outcomeWords[value]) }))} />
        </Form.Item>
        <Form.Item
          name="said"
          label={t(riskWords.said)}
          rules={[{ required: true, message: t(uiWords.required) }, fits(closeEscalation.input.shape.said, t(uiWords.reasonShort))]}
        >
          <Input.TextArea maxLength={300} placeholder={t(riskWords.saidHint)} />
        </Form.Item>
      </FormDialog>
    </div>
  )
}
