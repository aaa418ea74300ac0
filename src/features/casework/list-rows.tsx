import { Button, Form } from 'antd'
import type { Rule } from 'antd/es/form'
import type { ReactNode } from 'react'
import { v7 } from 'uuid'
import { useWords } from '../../web/language/language.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import style from './casework.module.css'

export type RowField = { name: string; label: string; field: ReactNode; rules?: Rule[]; part?: number; checked?: true }

/** Rows of a form: filled in, added, taken out. Each row keeps its id. */
export function ListRows({ name, label, fields, first }: { name: string; label: string; fields: readonly RowField[]; first?: object }) {
  const t = useWords()
  return (
    <fieldset className={style['rows']}>
      <legend>{label}</legend>
      <Form.List name={name}>
        {(items, { add, remove }) => (
          <>
            {items.map((item, at) => (
              <div key={item.key} className={style['row']}>
                <Form.Item name={[item.name, 'id']} hidden>
                  <input type="hidden" />
                </Form.Item>
                {fields.map((field) => (
                  <div key={field.name} style={{ flex: `${field.part ?? 1} 1 ${(field.part ?? 1) * 96}px` }}>
                    <Form.Item
                      name={[item.name, field.name]}
                      label={field.label}
                      rules={field.rules ?? []}
                      {...(field.checked === true ? { valuePropName: 'checked' } : {})}
                    >
                      {field.field}
                    </Form.Item>
                  </div>
                ))}
                <Button
                  className={style['remove'] ?? ''}
                  icon={<Icon name="close" size={16} />}
                  aria-label={t({ zh: '{list}：删除第 {n} 行', en: '{list}: remove row {n}' }, { list: label, n: at + 1 })}
                  onClick={() => remove(item.name)}
                />
              </div>
            ))}
            <Button icon={<Icon name="plus" size={16} />} onClick={() => add({ ...first, id: v7() })}>
              {t({ zh: '{list}：加一行', en: '{list}: add a row' }, { list: label })}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}

/** A long text of a form. */
export function required(t: ReturnType<typeof useWords>): Rule {
  return { required: true, whitespace: true, message: t(uiWords.required) }
}
