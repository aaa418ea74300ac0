import { Form, Input } from 'antd'
import type { Words } from '../../kernel/words.ts'
import { useWords } from '../../web/language/language.tsx'
import { required } from './list-rows.tsx'

/** A field for several lines; `hint` says how to write it. */
export function LongText({
  name,
  words,
  hint,
  must = false,
  rows = 2,
}: {
  name: string | string[]
  words: Words
  hint?: Words
  must?: boolean
  rows?: number
}) {
  const t = useWords()
  return (
    <Form.Item name={name} label={t(words)} rules={must ? [required(t)] : []}>
      <Input.TextArea maxLength={4000} autoSize={{ minRows: rows, maxRows: 14 }} placeholder={hint === undefined ? '' : t(hint)} />
    </Form.Item>
  )
}
