import { Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { timeSchema } from '../../kernel/day.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormGrid } from '../../web/ui/form-grid.tsx'
import { fits } from '../../web/ui/form-problem.ts'
import { uiWords } from '../../web/ui/ui-words.ts'
import { ContributionFields } from '../ledger/contribution-fields.tsx'
import { knownThemes, lineSchema, lineWords } from '../ledger/kind-schema.ts'
import { serviceWords } from '../ledger/service-words.ts'
import { activityWords, contingencyHints, contingencyLabels, keptByWords } from './activities-words.ts'
import style from './event.module.css'
import type { PlanEntry } from './plan-entry-rules.ts'
import { PlanRows } from './plan-rows.tsx'

const parts = ['emergency', 'firstAid', 'transport', 'floor', 'weather'] as const

/** What is filled in of an event's plan. */
export function PlanFields({ communities }: { communities: readonly { code: string; name: string }[] }) {
  const t = useWords()
  const required = [{ required: true, message: t(uiWords.required) }]
  return (
    <>
      <FormGrid>
        <Form.Item name="title" label={t(activityWords.title)} rules={required}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="communityCode" label={t(activityWords.community)} rules={[{ required: true, message: t(uiWords.choose) }]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={communities.map(({ code, name }) => ({ value: code, label: name }))}
            placeholder={t(uiWords.choose)}
          />
        </Form.Item>
        <Form.Item name="day" label={t(activityWords.day)} rules={required}>
          <DayField />
        </Form.Item>
        <Form.Item
          name="startsAt"
          label={t(activityWords.startsAt)}
          validateTrigger="onBlur"
          rules={[fits(timeSchema, t(serviceWords.startsAtWrong))]}
        >
          <Input maxLength={5} placeholder={t(serviceWords.startsAtHint)} inputMode="numeric" />
        </Form.Item>
        <Form.Item name="minutes" label={t(activityWords.minutes)}>
          <InputNumber min={0} max={1440} precision={0} />
        </Form.Item>
        <Form.Item name="place" label={t(activityWords.place)}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="worker" label={t(activityWords.worker)}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="line" label={t(activityWords.line)}>
          <Select options={lineSchema.options.map((line) => ({ value: line, label: t(lineWords[line]) }))} />
        </Form.Item>
        <Form.Item name="themes" label={t(activityWords.themes)}>
          <Select
            mode="tags"
            maxCount={12}
            options={Object.entries(knownThemes).map(([value, words]) => ({ value, label: t(words) }))}
            placeholder={t(activityWords.themesHint)}
          />
        </Form.Item>
        <Form.Item name="audience" label={t(activityWords.audience)}>
          <Input maxLength={200} placeholder={t(activityWords.audienceHint)} />
        </Form.Item>
        <Form.Item name="expected" label={t(activityWords.expected)}>
          <InputNumber min={0} max={10_000} precision={0} />
        </Form.Item>
        <Form.Item name="capacity" label={t(activityWords.capacity)}>
          <InputNumber min={1} max={10_000} precision={0} />
        </Form.Item>
      </FormGrid>
      <Form.Item name="forElders" valuePropName="checked">
        <Checkbox>{t(activityWords.forElders)}</Checkbox>
      </Form.Item>
      <Form.Item<PlanEntry> noStyle shouldUpdate={(before, after) => before.forElders !== after.forElders}>
        {({ getFieldValue }) =>
          getFieldValue('forElders') === false ? null : (
            <section className={style['rows']} aria-label={t(activityWords.contingency)}>
              <h2>{t(activityWords.contingency)}</h2>
              <FormGrid>
                {parts.map((part) => (
                  <Form.Item key={part} name={['contingency', part]} label={t(contingencyLabels[part])}>
                    <Input maxLength={200} placeholder={t(contingencyHints[part])} />
                  </Form.Item>
                ))}
              </FormGrid>
            </section>
          )
        }
      </Form.Item>
      <Form.Item name="withChildren" valuePropName="checked">
        <Checkbox>{t(activityWords.withChildren)}</Checkbox>
      </Form.Item>
      <Form.Item<PlanEntry> noStyle shouldUpdate={(before, after) => before.withChildren !== after.withChildren}>
        {({ getFieldValue }) => (getFieldValue('withChildren') === true ? <GuardianFields /> : null)}
      </Form.Item>
      <FormGrid>
        <Form.Item name="background" label={t(activityWords.background)}>
          <Input.TextArea maxLength={1000} autoSize={{ minRows: 2 }} />
        </Form.Item>
        <Form.Item name="goal" label={t(activityWords.goal)}>
          <Input.TextArea maxLength={1000} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </FormGrid>
      <PlanRows
        name="program"
        title={activityWords.program}
        add={activityWords.addStep}
        fields={[
          { name: 'minutes', words: activityWords.programMinutes, number: true, part: 1 },
          { name: 'what', words: activityWords.programWhat, part: 5 },
          { name: 'who', words: activityWords.programWho, part: 2 },
        ]}
      />
      <PlanRows
        name="duties"
        title={activityWords.duties}
        add={activityWords.addDuty}
        fields={[
          { name: 'who', words: activityWords.dutyWho, part: 2 },
          { name: 'what', words: activityWords.dutyWhat, part: 5 },
        ]}
      />
      <PlanRows
        name="supplies"
        title={activityWords.supplies}
        add={activityWords.addSupply}
        fields={[
          { name: 'item', words: activityWords.supplyItem, part: 3 },
          { name: 'quantity', words: activityWords.supplyQuantity, number: true, part: 1 },
          { name: 'unit', words: activityWords.supplyUnit, part: 1 },
          { name: 'source', words: activityWords.supplySource, part: 3 },
        ]}
      />
      <PlanRows
        name="budget"
        title={activityWords.budget}
        add={activityWords.addBudget}
        fields={[
          { name: 'item', words: activityWords.budgetItem, part: 4 },
          { name: 'yuan', words: activityWords.yuan, number: true, part: 2 },
        ]}
      />
      <ContributionFields name="contributions" />
    </>
  )
}

function GuardianFields() {
  const t = useWords()
  return (
    <section className={style['rows']} aria-label={t(activityWords.withChildren)}>
      <p>{t(activityWords.guardianAbout)}</p>
      <FormGrid>
        <Form.Item name={['guardian', 'school']} label={t(activityWords.school)} rules={[{ required: true, message: t(uiWords.required) }]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name={['guardian', 'children']} label={t(activityWords.children)}>
          <InputNumber min={0} max={2000} precision={0} />
        </Form.Item>
        <Form.Item name={['guardian', 'agreedOn']} label={t(activityWords.agreedOn)}>
          <DayField />
        </Form.Item>
        <Form.Item name={['guardian', 'keptBy']} label={t(activityWords.keptBy)} initialValue="school">
          <Select options={(['school', 'agency'] as const).map((by) => ({ value: by, label: t(keptByWords[by]) }))} />
        </Form.Item>
      </FormGrid>
    </section>
  )
}
