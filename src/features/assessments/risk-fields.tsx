import { Form, Input, Select } from 'antd'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import style from './assess.module.css'
import { riskWords, safeWords } from './assessment-words.ts'
import { riskProtocolSchema } from './scale-schema.ts'

/** What is done at once about somebody who thinks of dying: nothing of it may be left out. */
export function RiskFields() {
  const t = useWords()
  const rules = [{ required: true, whitespace: true, message: t(uiWords.required) }]
  return (
    <section className={style['risk']} aria-labelledby="risk-title">
      <h2 id="risk-title">{t(riskWords.title)}</h2>
      <p role="alert">{t(riskWords.alert)}</p>
      <p className={style['lines']}>{t(riskWords.lines)}</p>
      <Form.Item name={['protocol', 'asked']} label={t(riskWords.asked)} rules={[...rules, { min: 2, message: t(uiWords.required) }]}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
      </Form.Item>
      <Form.Item name={['protocol', 'safeNow']} label={t(riskWords.safeNow)} rules={[{ required: true, message: t(uiWords.choose) }]}>
        <Select
          placeholder={t(uiWords.choose)}
          options={riskProtocolSchema.shape.safeNow.options.map((each) => ({ value: each, label: t(safeWords[each]) }))}
        />
      </Form.Item>
      <Form.Item name={['protocol', 'means']} label={t(riskWords.means)} rules={rules}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
      </Form.Item>
      <Form.Item name={['protocol', 'told']} label={t(riskWords.told)} rules={rules}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name={['protocol', 'done']} label={t(riskWords.done)} rules={rules}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
      </Form.Item>
      <Form.Item
        name={['protocol', 'nextContactOn']}
        label={t(riskWords.nextContactOn)}
        rules={[{ required: true, message: t(uiWords.choose) }]}
      >
        <DayField />
      </Form.Item>
    </section>
  )
}
