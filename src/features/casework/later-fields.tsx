import { Form, Input } from 'antd'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { caseWords, formWords } from './case-words.ts'
import { LongText } from './long-text.tsx'

/** A look at how the work goes, in the middle of it. */
export function StageFields() {
  return (
    <>
      <LongText name="progress" words={formWords.progress} must rows={3} />
      <LongText name="problems" words={formWords.difficulties} />
      <LongText name="adjustment" words={formWords.adjustment} />
    </>
  )
}

/** How the elder is after closing. */
export function FollowUpFields() {
  const t = useWords()
  return (
    <>
      <Form.Item name="on" label={t(caseWords.on)} rules={[{ required: true, message: t(uiWords.required) }]}>
        <DayField upTo={today()} />
      </Form.Item>
      <Form.Item name="how" label={t(formWords.how)}>
        <Input maxLength={200} />
      </Form.Item>
      <LongText name="found" words={formWords.found} must rows={3} />
      <LongText name="next" words={formWords.nextStep} />
    </>
  )
}
