import { Form, Input, InputNumber, Radio, Select } from 'antd'
import { useWords } from '../../web/language/language.tsx'
import { FormGrid } from '../../web/ui/form-grid.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { formWords } from './case-words.ts'
import { ListRows, required } from './list-rows.tsx'
import { LongText } from './long-text.tsx'
import { needDomainSchema, riskSchema } from './vocabulary-schema.ts'
import { needDomainWords, riskWords } from './vocabulary-words.ts'

const sides = ['physical', 'mental', 'social', 'familySide', 'economic', 'environment'] as const

/** What the assessment asks: six sides, problems, needs, strengths, risk. */
export function AssessmentFields() {
  const t = useWords()
  return (
    <>
      <ListRows
        name="problems"
        label={t(formWords.problems)}
        first={{ priority: 2 }}
        fields={[
          { name: 'text', label: t(formWords.problem), field: <Input maxLength={400} />, rules: [required(t)], part: 5 },
          {
            name: 'priority',
            label: t(formWords.priority),
            field: <InputNumber min={1} max={3} precision={0} style={{ width: '100%' }} />,
          },
        ]}
      />
      <ListRows
        name="needs"
        label={t(formWords.needs)}
        fields={[
          {
            name: 'domain',
            label: t(formWords.domain),
            field: <Select options={needDomainSchema.options.map((value) => ({ value, label: t(needDomainWords[value]) }))} />,
            rules: [{ required: true, message: t(uiWords.choose) }],
            part: 2,
          },
          { name: 'text', label: t(formWords.need), field: <Input maxLength={400} />, rules: [required(t)], part: 4 },
        ]}
      />
      <FormGrid>
        {sides.map((side) => (
          <LongText key={side} name={side === 'familySide' ? 'family' : side} words={formWords[side]} />
        ))}
      </FormGrid>
      <LongText name="strengths" words={formWords.strengths} />
      <Form.Item name="risk" label={t(formWords.risk)}>
        <Radio.Group options={riskSchema.options.map((value) => ({ value, label: t(riskWords[value]) }))} />
      </Form.Item>
      <LongText name="risks" words={formWords.risks} />
      <Form.Item name="theory" label={t(formWords.theory)}>
        <Input maxLength={200} />
      </Form.Item>
      <LongText name="conclusion" words={formWords.conclusion} must hint={formWords.writeFacts} rows={3} />
    </>
  )
}
