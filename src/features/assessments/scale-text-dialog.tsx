import { App, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { useDraft } from '../../web/ui/draft.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { scaleTextWords } from './assessment-words.ts'
import type { Scale } from './scale-schema.ts'
import { saveScaleText, type ScaleText } from './schema.ts'
import { optionKey } from './text-rules.ts'

type Entry = { permission: string; items: Record<string, string>; options: Record<string, string> }

/** Enters the text that an agency may use, question by question. */
export function ScaleTextDialog({ scale, text, onClose }: { scale: Scale; text: ScaleText | undefined; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const [form] = Form.useForm<Entry>()
  const saving = useDo(saveScaleText)
  const [first] = useState<Partial<Entry>>(() =>
    text === undefined ? {} : { permission: text.permission, items: text.items, options: text.options },
  )
  const draft = useDraft(form, `scale.${scale.code}`)
  const required = [{ required: true, whitespace: true, message: t(uiWords.required) }]
  const isShared = scale.shell?.options === 'shared'
  const [any] = scale.items
  return (
    <Modal
      open
      title={t(scale.name)}
      okText={t(uiWords.save)}
      okButtonProps={{ htmlType: 'submit', form: 'scale-text', loading: saving.busy }}
      onCancel={onClose}
      mask={{ closable: false }}
      width={640}
    >
      <p>{t(scale.about)}</p>
      <p>{t(scaleTextWords.dialogAbout)}</p>
      {draft.note}
      <FailureNote failure={saving.failure} onRetry={saving.again} />
      <Form<Entry>
        form={form}
        name="scale-text"
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={first}
        onValuesChange={draft.keep}
        onFinish={(entry) =>
          saving.run(
            { ...entry, scale: scale.code, version: text?.version ?? 0 },
            {
              onDone: () => {
                draft.forget()
                void message.success(t(scaleTextWords.saved))
                onClose()
              },
            },
          )
        }
      >
        <Form.Item name="permission" label={t(scaleTextWords.permission)} rules={[...required, { min: 4, message: t(uiWords.required) }]}>
          <Input maxLength={300} />
        </Form.Item>
        {isShared
          ? any?.options.map((option) => (
              <Form.Item
                key={option.key}
                name={['options', optionKey(scale, any.key, option.key)]}
                label={t(scaleTextWords.sharedOption, { value: option.key })}
                rules={required}
              >
                <Input maxLength={160} />
              </Form.Item>
            ))
          : null}
        {scale.items.map((item, at) => (
          <div key={item.key}>
            <Form.Item name={['items', item.key]} label={t(scaleTextWords.item, { n: at + 1 })} rules={required}>
              <Input maxLength={300} />
            </Form.Item>
            {isShared
              ? null
              : item.options.map((option) => (
                  <Form.Item
                    key={option.key}
                    name={['options', optionKey(scale, item.key, option.key)]}
                    label={t(scaleTextWords.option, { n: at + 1, value: option.key })}
                    rules={required}
                  >
                    <Input maxLength={160} />
                  </Form.Item>
                ))}
          </div>
        ))}
      </Form>
    </Modal>
  )
}
