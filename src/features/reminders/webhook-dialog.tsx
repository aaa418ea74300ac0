import { App, Checkbox, Form, Input } from 'antd'
import { useState } from 'react'
import { v7 } from 'uuid'
import { eventKinds, type EventKind } from '../../kernel/event.ts'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import type { NewSecret } from './given-secret.tsx'
import { secretBytes, secretOf } from './secret-rules.ts'
import { eventKindSchema, saveWebhook, type Webhook } from './webhook-schema.ts'
import { webhookWords } from './webhook-words.ts'

type Values = { name: string; address: string; kinds: EventKind[] }
const fields = ['name', 'address', 'kinds'] as const

/** A receiver: new, or changed. A new one's secret is made here, in the browser. */
export function WebhookDialog({
  hook,
  onSecret,
  onClose,
}: {
  hook: Webhook | 'new' | undefined
  onSecret: (given: NewSecret) => void
  onClose: () => void
}) {
  const t = useWords()
  const { message } = App.useApp()
  const saving = useDo(saveWebhook)
  const [newId, setNewId] = useState(() => v7())
  const known = hook === 'new' ? undefined : hook
  const save = (values: Values) => {
    const secret = known === undefined ? secretOf(crypto.getRandomValues(new Uint8Array(secretBytes))) : undefined
    saving.run(
      { id: known?.id ?? newId, version: known?.version ?? null, ...values, ...(secret === undefined ? {} : { secret }) },
      {
        onDone: () => {
          onClose()
          setNewId(v7())
          if (secret === undefined) void message.success(t(webhookWords.saved))
          else onSecret({ name: values.name, secret })
        },
      },
    )
  }
  return (
    <FormDialog<Values>
      open={hook !== undefined}
      name="webhook"
      title={known === undefined ? t(webhookWords.add) : t(webhookWords.changeOf, { name: known.name })}
      action={t(uiWords.save)}
      fields={fields}
      first={known === undefined ? {} : { name: known.name, address: known.address, kinds: known.kinds }}
      doing={saving}
      onFinish={save}
      onClose={onClose}
    >
      <Form.Item name="name" label={t(webhookWords.name)} rules={[{ required: true, whitespace: true, message: t(uiWords.required) }]}>
        <Input maxLength={60} placeholder={t(webhookWords.nameHint)} />
      </Form.Item>
      <Form.Item
        name="address"
        label={t(webhookWords.address)}
        extra={t(webhookWords.addressHint)}
        rules={[{ required: true, message: t(uiWords.required) }]}
      >
        <Input maxLength={400} inputMode="url" autoComplete="off" placeholder="https://" />
      </Form.Item>
      <Form.Item name="kinds" label={t(webhookWords.kinds)} rules={[{ required: true, message: t(webhookWords.kindsMissing) }]}>
        <Checkbox.Group options={eventKindSchema.options.map((kind) => ({ value: kind, label: t(eventKinds[kind].words) }))} />
      </Form.Item>
    </FormDialog>
  )
}
