import { Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd'
import { useWords } from '../../web/language/language.tsx'
import { today } from '../../web/client/today.ts'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormGrid } from '../../web/ui/form-grid.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { peopleWords, sexWords } from './people-words.ts'
import { personWords } from './person-words.ts'
import { useLookAtPhone } from './look-at-phone.tsx'
import { sexSchema } from './schema.ts'

/** What is filled in of a person, new or known. */
export function PersonFields({
  communities,
  phones,
}: {
  communities: readonly { code: string; name: string }[]
  /** Telephones on file, masked; they stay unless others are written. Absent for a new person. */
  phones?: { phone: string | null; otherPhone: string | null }
}) {
  const t = useWords()
  const phoneLabel = (words: typeof peopleWords.phone | typeof personWords.otherPhone, onFile: string | null | undefined) =>
    onFile === null || onFile === undefined ? t(words) : t(personWords.phoneKept, { name: t(words) })
  const phone = useLookAtPhone()
  return (
    <>
      <FormGrid>
        <Form.Item name="name" label={t(peopleWords.name)} rules={[{ required: true, whitespace: true, message: t(uiWords.required) }]}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="sex" label={t(peopleWords.sex)} initialValue="unknown">
          <Radio.Group options={sexSchema.options.map((sex) => ({ value: sex, label: t(sexWords[sex]) }))} />
        </Form.Item>
        <Form.Item name="birthDate" label={t(personWords.birthDate)}>
          <DayField upTo={today()} />
        </Form.Item>
        <Form.Item name="communityCode" label={t(peopleWords.community)}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={communities.map(({ code, name }) => ({ value: code, label: name }))}
            placeholder={t(uiWords.choose)}
          />
        </Form.Item>
        <Form.Item name="phone" label={phoneLabel(peopleWords.phone, phones?.phone)} {...phone}>
          <Input maxLength={40} inputMode="tel" autoComplete="off" placeholder={phones?.phone ?? ''} />
        </Form.Item>
        <Form.Item name="otherPhone" label={phoneLabel(personWords.otherPhone, phones?.otherPhone)} {...phone}>
          <Input maxLength={40} inputMode="tel" autoComplete="off" placeholder={phones?.otherPhone ?? ''} />
        </Form.Item>
        <Form.Item name="address" label={t(personWords.address)}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="livingWith" label={t(personWords.livingWith)}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="householdNumber" label={t(personWords.householdNumber)}>
          <Input maxLength={20} />
        </Form.Item>
        <Form.Item name="ethnicity" label={t(personWords.ethnicity)}>
          <Input maxLength={12} />
        </Form.Item>
        <Form.Item name="calendar" label={t(personWords.birthday)} initialValue="solar">
          <Radio.Group
            options={[
              { value: 'solar', label: t(personWords.solar) },
              { value: 'lunar', label: t(personWords.lunar) },
            ]}
          />
        </Form.Item>
        <Form.Item noStyle dependencies={['calendar']}>
          {({ getFieldValue }) => (getFieldValue('calendar') === 'lunar' ? <LunarDay /> : null)}
        </Form.Item>
      </FormGrid>
      <Form.Item name="note" label={t(personWords.note)}>
        <Input.TextArea maxLength={400} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </>
  )
}

function LunarDay() {
  const t = useWords()
  return (
    <>
      <Form.Item name="lunarMonth" label={t(personWords.lunarMonth)} rules={[{ required: true, message: t(uiWords.required) }]}>
        <InputNumber min={1} max={12} precision={0} />
      </Form.Item>
      <Form.Item name="lunarDay" label={t(personWords.lunarDayOf)} rules={[{ required: true, message: t(uiWords.required) }]}>
        <InputNumber min={1} max={30} precision={0} />
      </Form.Item>
      <Form.Item name="leap" valuePropName="checked">
        <Checkbox>{t(personWords.leap)}</Checkbox>
      </Form.Item>
    </>
  )
}
