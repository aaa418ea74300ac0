import { Form, Input, Radio, Select } from 'antd'
import { daySchema } from '../../kernel/day.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormGrid } from '../../web/ui/form-grid.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { caseWords, formWords } from './case-words.ts'
import { CaseScores } from './case-scores.tsx'
import { lastedDays } from './closing-rules.ts'
import { ClosingNeeds } from './closing-needs.tsx'
import { formOf } from './entry-rules.ts'
import { fromTo } from './form-text-rules.ts'
import { LongText } from './long-text.tsx'
import type { CaseDetail } from './schema.ts'
import { attainmentSchema, closeReasonSchema, satisfactionSchema } from './vocabulary-schema.ts'
import { attainmentWords, closeReasonWords, satisfactionWords } from './vocabulary-words.ts'
import style from './casework.module.css'

/** What closing asks; how many sessions, how long and the scores come by themselves. */
export function ClosingFields({ found }: { found: CaseDetail }) {
  const t = useWords()
  const goals = formOf(found, 'plan')?.form.content.goals ?? []
  const on = daySchema.safeParse(Form.useWatch('on')).data
  const lasted = lastedDays(found.openedOn, on ?? found.lastDay)
  return (
    <>
      <p>
        {t(caseWords.meetings, { n: found.sessions })}
        {lasted === null ? '' : ` · ${t(caseWords.lasted, { n: lasted })}`}
      </p>
      <CaseScores scores={found.scores} />
      <FormGrid>
        <Form.Item name="on" label={t(formWords.closedOn)} rules={[{ required: true, message: t(uiWords.required) }]}>
          <DayField upTo={today()} />
        </Form.Item>
        <Form.Item name="reason" label={t(formWords.closeReason)} rules={[{ required: true, message: t(uiWords.choose) }]}>
          <Select
            options={closeReasonSchema.options.map((value) => ({ value, label: t(closeReasonWords[value]) }))}
            placeholder={t(uiWords.choose)}
          />
        </Form.Item>
      </FormGrid>
      {goals.length === 0 ? null : (
        <fieldset className={style['rows']}>
          <legend>{t(formWords.attained)}</legend>
          {goals.map((goal, at) => (
            <div key={goal.id} className={style['row']}>
              <p style={{ flex: '3 1 240px', margin: '6px 0' }}>
                <b>{goal.text}</b>
                <br />
                {[goal.indicator, fromTo(goal)].filter((part) => part !== '').join(' · ')}
              </p>
              <Form.Item name={['attained', at, 'goalId']} hidden initialValue={goal.id}>
                <input type="hidden" />
              </Form.Item>
              <div style={{ flex: '1 1 120px' }}>
                <Form.Item name={['attained', at, 'last']} label={t(formWords.lastValue)}>
                  <Input maxLength={200} />
                </Form.Item>
              </div>
              <div style={{ flex: '2 1 180px' }}>
                <Form.Item
                  name={['attained', at, 'level']}
                  label={t(formWords.level)}
                  rules={[{ required: true, message: t(uiWords.choose) }]}
                >
                  <Select options={attainmentSchema.options.map((value) => ({ value, label: t(attainmentWords[value]) }))} />
                </Form.Item>
              </div>
            </div>
          ))}
        </fieldset>
      )}
      <ClosingNeeds found={found} goals={goals} />
      <LongText name="elderWords" words={formWords.elderWords} />
      <Form.Item name="satisfaction" label={t(formWords.satisfaction)} initialValue="not_asked">
        <Radio.Group options={satisfactionSchema.options.map((value) => ({ value, label: t(satisfactionWords[value]) }))} />
      </Form.Item>
      <LongText name="reflection" words={formWords.reflection} />
      <LongText name="followUp" words={formWords.followUp} />
    </>
  )
}
