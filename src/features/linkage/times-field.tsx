import { Form, Select } from 'antd'
import { useWords } from '../../web/language/language.tsx'
import { linkageWords } from './linkage-words.ts'
import { partSchema, partWords, weekdayWords, type PartOfDay, type Times } from './link-kind-schema.ts'

/** Days of the week and parts of the day, as two fields of a form: `days` and `parts`. */
export function TimesFields() {
  const t = useWords()
  return (
    <>
      <Form.Item name="days" label={t(linkageWords.days)}>
        <Select
          mode="multiple"
          options={weekdayWords.map((words, at) => ({ value: at + 1, label: t(words) }))}
          placeholder={t(linkageWords.anyDay)}
        />
      </Form.Item>
      <Form.Item name="parts" label={t(linkageWords.parts)}>
        <Select
          mode="multiple"
          options={partSchema.options.map((part) => ({ value: part, label: t(partWords[part]) }))}
          placeholder={t(linkageWords.anyDay)}
        />
      </Form.Item>
    </>
  )
}

export const timesIn = (entry: { days?: number[]; parts?: PartOfDay[] }): Times => ({ days: entry.days ?? [], parts: entry.parts ?? [] })

/** Times in words. */
export function TimesText({ times }: { times: Times }) {
  const t = useWords()
  if (times.days.length === 0 && times.parts.length === 0) return t(linkageWords.anyTime)
  const days = times.days.flatMap((day) => {
    const words = weekdayWords[day - 1]
    return words === undefined ? [] : [t(words)]
  })
  return [days.join('、'), times.parts.map((part) => t(partWords[part])).join('、')].filter((part) => part !== '').join(' ')
}
