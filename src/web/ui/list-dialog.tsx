import { Button, Form, Modal } from 'antd'
import type { Rule } from 'antd/es/form'
import { useState, type ReactNode } from 'react'
import { useLocation } from 'react-router'
import { useWords } from '../language/language.tsx'
import { useDraft, useForgottenWhenDone } from './draft.tsx'
import { FailureNote } from './failure-note.tsx'
import type { DialogDoing } from './form-dialog.tsx'
import { holdEnter } from './hold-enter.ts'
import { Icon } from './icon.tsx'
import style from './list-dialog.module.css'
import { uiWords } from './ui-words.ts'

/** One field of a row. `part` is how much of the row's width it takes. */
export type ListField = {
  readonly name: string
  readonly label: string
  readonly field: ReactNode
  readonly rules?: Rule[]
  readonly part?: number
}

/** A whole list changed at once: rows filled in, added, taken out. `id` goes along with each row unseen. */
export function ListDialog<Row extends { id?: string }>({
  open,
  name,
  title,
  rows,
  fields,
  newRow,
  doing,
  onSave,
  onClose,
}: {
  open: boolean
  name: string
  title: string
  rows: readonly Row[]
  fields: readonly ListField[]
  newRow: () => Row
  doing: DialogDoing
  onSave: (rows: Row[]) => void
  onClose: () => void
}) {
  const t = useWords()
  return (
    <Modal
      open={open}
      title={title}
      okText={t(uiWords.save)}
      okButtonProps={{ htmlType: 'submit', form: name, loading: doing.busy }}
      onCancel={() => {
        doing.forget()
        onClose()
      }}
      mask={{ closable: false }}
      width={960}
      destroyOnHidden
    >
      <Rows name={name} rows={rows} fields={fields} newRow={newRow} doing={doing} onSave={onSave} />
    </Modal>
  )
}

/** What was filled in is kept until it is saved, as in every form. */
function Rows<Row extends { id?: string }>({
  name,
  rows,
  fields,
  newRow,
  doing,
  onSave,
}: {
  name: string
  rows: readonly Row[]
  fields: readonly ListField[]
  newRow: () => Row
  doing: DialogDoing
  onSave: (rows: Row[]) => void
}) {
  const t = useWords()
  const [form] = Form.useForm<{ rows?: Row[] }>()
  const { pathname } = useLocation()
  const [opened] = useState(() => ({ draft: `${pathname}.${name}`, first: { rows: [...rows] } }))
  const draft = useDraft(form, opened.draft, opened.first)
  useForgottenWhenDone(doing, draft.forget)
  return (
    <>
      {draft.note}
      <FailureNote failure={doing.failure} onRetry={doing.again} />
      <Form<{ rows?: Row[] }>
        form={form}
        name={name}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={opened.first}
        onValuesChange={draft.keep}
        onKeyDown={holdEnter}
        onFinish={(values) => onSave(values.rows ?? [])}
      >
        <Form.List name="rows">
          {(items, { add, remove }) => (
            <>
              <ol className={style['rows']}>
                {items.map((item, at) => (
                  <li key={item.key} className={style['row']}>
                    <Form.Item name={[item.name, 'id']} hidden>
                      <input type="hidden" />
                    </Form.Item>
                    {fields.map((field) => (
                      <div key={field.name} style={{ flex: `${field.part ?? 1} 1 ${(field.part ?? 1) * 110}px` }}>
                        <Form.Item name={[item.name, field.name]} label={field.label} rules={field.rules ?? []}>
                          {field.field}
                        </Form.Item>
                      </div>
                    ))}
                    <Button
                      className={style['remove'] ?? ''}
                      icon={<Icon name="close" size={16} />}
                      aria-label={t(uiWords.removeRow, { n: at + 1 })}
                      onClick={() => remove(item.name)}
                    />
                  </li>
                ))}
              </ol>
              <Button icon={<Icon name="plus" size={16} />} onClick={() => add(newRow())}>
                {t(uiWords.addRow)}
              </Button>
            </>
          )}
        </Form.List>
      </Form>
    </>
  )
}
