import { Form, Input, InputNumber, Select } from 'antd'
import { timeSchema } from '../../kernel/day.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormGrid } from '../../web/ui/form-grid.tsx'
import { fits } from '../../web/ui/form-problem.ts'
import { uiWords } from '../../web/ui/ui-words.ts'
import { knownThemes, lineSchema, lineWords, statusSchema } from './kind-schema.ts'
import { statusWords } from './ledger-words.ts'
import { serviceWords } from './service-words.ts'

/** What is filled in of a service of any kind. */
export function ServiceFields({ communities }: { communities: readonly { code: string; name: string }[] }) {
  const t = useWords()
  const required = { required: true, message: t(uiWords.required) }
  return (
    <>
      <FormGrid>
        <Form.Item name="day" label={t(serviceWords.day)} rules={[required]}>
          <DayField />
        </Form.Item>
        <Form.Item name="communityCode" label={t(serviceWords.community)} rules={[{ required: true, message: t(uiWords.choose) }]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={communities.map(({ code, name }) => ({ value: code, label: name }))}
            placeholder={t(uiWords.choose)}
          />
        </Form.Item>
        <Form.Item name="title" label={t(serviceWords.name)}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item
          name="startsAt"
          label={t(serviceWords.startsAt)}
          validateTrigger="onBlur"
          rules={[fits(timeSchema, t(serviceWords.startsAtWrong))]}
        >
          <Input maxLength={5} placeholder={t(serviceWords.startsAtHint)} inputMode="numeric" />
        </Form.Item>
        <Form.Item name="minutes" label={t(serviceWords.minutes)}>
          <InputNumber min={0} max={1440} precision={0} />
        </Form.Item>
        <Form.Item name="worker" label={t(serviceWords.worker)}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="place" label={t(serviceWords.place)}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="status" label={t(serviceWords.status)} rules={[required]}>
          <Select options={statusSchema.options.map((status) => ({ value: status, label: t(statusWords[status]) }))} />
        </Form.Item>
        <Form.Item name="line" label={t(serviceWords.line)} rules={[{ required: true, message: t(uiWords.choose) }]}>
          <Select options={lineSchema.options.map((line) => ({ value: line, label: t(lineWords[line]) }))} />
        </Form.Item>
        <Form.Item name="themes" label={t(serviceWords.themes)}>
          <Select
            mode="tags"
            maxCount={12}
            options={Object.entries(knownThemes).map(([value, words]) => ({ value, label: t(words) }))}
            placeholder={t(serviceWords.themesHint)}
          />
        </Form.Item>
        <Form.Item name="unnamedCount" label={t(serviceWords.unnamed)}>
          <InputNumber min={0} max={100_000} precision={0} />
        </Form.Item>
        <Form.Item name="number" label={t(serviceWords.number)}>
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item name="quantity" label={t(serviceWords.quantity)}>
          <InputNumber min={0} />
        </Form.Item>
        <Form.Item name="unit" label={t(serviceWords.unit)}>
          <Input maxLength={12} />
        </Form.Item>
      </FormGrid>
      <Form.Item name="note" label={t(serviceWords.note)}>
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
    </>
  )
}
