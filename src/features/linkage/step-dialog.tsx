import { App, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { v7 } from 'uuid'
import { daySchema, type Day } from '../../kernel/day.ts'
import { entered } from '../../kernel/entered.ts'
import { serviceIdSchema } from '../../kernel/ids.ts'
import { useDo } from '../../web/client/calls.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import type { Step } from './link-rules.ts'
import { stepLink, witnessSchema, witnessWords, type Link } from './link-schema.ts'
import { linkageWords, stepWords } from './linkage-words.ts'

type Entry = {
  on: string
  reason?: string
  quantity?: number
  yuan?: number
  confirmedBy?: string
  confirmedAs?: 'self' | 'relative' | 'worker' | 'community' | 'group'
}
const fields = ['on', 'reason', 'quantity', 'valueFen', 'confirmedBy', 'confirmedAs']

const needsReason: readonly Step[] = ['refuse', 'withdraw', 'back']

/** A step of a link: the day, and what is to be said with it. */
export function StepDialog({ link, step, asOf, onClose }: { link: Link; step: Step | undefined; asOf: Day; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const doing = useDo(stepLink)
  const [serviceId] = useState(() => serviceIdSchema.parse(v7()))
  const required = { required: true, message: t(uiWords.required) }
  return (
    <FormDialog<Entry>
      open={step !== undefined}
      name="link-step"
      title={step === undefined ? '' : t(stepWords[step])}
      about={
        step === 'do'
          ? t(linkageWords.doAbout)
          : step === 'back'
            ? t(linkageWords.backAbout)
            : t(linkageWords.actOf, { act: step === undefined ? '' : t(stepWords[step]), name: link.giverName, title: link.needTitle })
      }
      action={step === undefined ? '' : t(stepWords[step])}
      fields={fields}
      first={{
        on: asOf,
        quantity: link.quantity,
        ...(link.personName === null ? {} : { confirmedBy: link.personName, confirmedAs: 'self' as const }),
      }}
      doing={doing}
      onFinish={(entry) => {
        const on = daySchema.safeParse(entry.on).data
        if (step === undefined || on === undefined) return
        doing.run(
          {
            id: link.id,
            version: link.version,
            step,
            on,
            reason: entered(entry.reason),
            serviceId: step === 'do' ? serviceId : null,
            quantity: step === 'do' ? (entry.quantity ?? null) : null,
            valueFen: step === 'do' && entry.yuan !== undefined ? Math.round(entry.yuan * 100) : null,
            confirmedBy: step === 'confirm' ? entered(entry.confirmedBy) : null,
            confirmedAs: step === 'confirm' ? (entry.confirmedAs ?? null) : null,
          },
          {
            onDone: () => {
              void message.success(t(linkageWords.saved))
              onClose()
            },
          },
        )
      }}
      onClose={onClose}
    >
      <Form.Item name="on" label={t(linkageWords.on)} rules={[required]}>
        <DayField upTo={today()} />
      </Form.Item>
      {step === 'do' ? (
        <>
          <Form.Item name="quantity" label={t(linkageWords.received)} rules={[required]}>
            <InputNumber min={1} max={link.quantity} precision={0} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="yuan" label={t(linkageWords.value)}>
            <InputNumber min={0} max={100_000_000} precision={2} style={{ width: '100%' }} />
          </Form.Item>
        </>
      ) : null}
      {step === 'confirm' ? (
        <>
          <Form.Item name="confirmedBy" label={t(linkageWords.confirmedBy)} rules={[{ ...required, whitespace: true }]}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="confirmedAs" label={t(linkageWords.confirmedAs)} rules={[required]}>
            <Select
              options={witnessSchema.options.map((each) => ({ value: each, label: t(witnessWords[each]) }))}
              placeholder={t(uiWords.choose)}
            />
          </Form.Item>
        </>
      ) : null}
      {step !== undefined && (needsReason.includes(step) || step === 'accept') ? (
        <Form.Item
          name="reason"
          label={t(step === 'accept' ? linkageWords.acceptSaid : linkageWords.reason)}
          rules={
            needsReason.includes(step)
              ? [
                  { ...required, whitespace: true },
                  { min: 2, message: t(uiWords.reasonShort) },
                ]
              : []
          }
        >
          <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
        </Form.Item>
      ) : null}
    </FormDialog>
  )
}
