import { Form, InputNumber } from 'antd'
import type { Words } from '../../kernel/words.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'

/** An amount under a title that says yuan already: the number alone. */
export function useYuan(): (fen: number) => string {
  const { decimal } = useFormats()
  return (fen) => decimal(fen / 100, 2)
}

/** What a piece costs or brings, in yuan. */
export function PriceField({ name, label }: { name: string; label: Words }) {
  const t = useWords()
  return (
    <Form.Item name={name} label={t(label)} rules={[{ required: true, message: t(uiWords.required) }]}>
      <InputNumber min={0} max={100_000} precision={2} />
    </Form.Item>
  )
}

/** Of the price, what goes to the maker. */
export function ShareField({ label }: { label: Words }) {
  const t = useWords()
  return (
    <Form.Item name="share" label={t(label)} rules={[{ required: true, message: t(uiWords.required) }]}>
      <InputNumber min={0} max={100} precision={2} />
    </Form.Item>
  )
}
