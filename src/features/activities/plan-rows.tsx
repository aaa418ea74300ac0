import { Button, Form, Input, InputNumber } from 'antd'
import type { Words } from '../../kernel/words.ts'
import { useWords } from '../../web/language/language.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import style from './event.module.css'

export type RowField = { readonly name: string; readonly words: Words; readonly number?: true; readonly part: number }

/** Rows of a few fields each, added and taken out: steps, duties, supplies, money. */
export function PlanRows({ name, title, add, fields }: { name: string; title: Words; add: Words; fields: readonly RowField[] }) {
  const t = useWords()
  return (
    <Form.List name={name}>
      {(rows, { add: addRow, remove }) => (
        <section className={style['rows']} aria-label={t(title)}>
          <h2>{t(title)}</h2>
          {rows.map((row, at) => (
            <div key={row.key} className={style['row']}>
              {fields.map((field) => (
                <div key={field.name} style={{ flex: `${field.part} 1 ${field.part * 60}px` }}>
                  <Form.Item name={[row.name, field.name]} label={t(field.words)}>
                    {field.number === true ? <InputNumber min={0} style={{ width: '100%' }} /> : <Input maxLength={200} />}
                  </Form.Item>
                </div>
              ))}
              <Button
                icon={<Icon name="close" size={16} />}
                aria-label={`${t(title)}: ${t(uiWords.removeRow, { n: at + 1 })}`}
                onClick={() => remove(row.name)}
              />
            </div>
          ))}
          <Button icon={<Icon name="plus" size={16} />} onClick={() => addRow({})}>
            {t(add)}
          </Button>
        </section>
      )}
    </Form.List>
  )
}
