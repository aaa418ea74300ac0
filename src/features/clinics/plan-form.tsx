import { Button, Form, Input, InputNumber, Select } from 'antd'
import { timeSchema } from '../../kernel/day.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormGrid } from '../../web/ui/form-grid.tsx'
import { fits } from '../../web/ui/form-problem.ts'
import { Icon } from '../../web/ui/icon.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { listOrganisations } from '../organisations/schema.ts'
import { clinicWords } from './clinic-words.ts'
import { readingPartSchema, readingPartWords } from './part-schema.ts'
import style from './plan.module.css'

/** The fields of a clinic day's plan. */
export function PlanFields({ communities }: { communities: readonly { code: string; name: string }[] }) {
  const t = useWords()
  const required = { required: true, message: t(uiWords.required) }
  const chosen = { required: true, message: t(uiWords.choose) }
  const organisations = useAsk(listOrganisations, { limit: 200 })
  return (
    <>
      <FormGrid>
        <Form.Item name="title" label={t(clinicWords.name)}>
          <Input maxLength={80} placeholder={t(clinicWords.nameHint)} />
        </Form.Item>
        <Form.Item name="day" label={t(clinicWords.day)} rules={[required]}>
          <DayField />
        </Form.Item>
        <Form.Item
          name="startsAt"
          label={t(clinicWords.startsAt)}
          validateTrigger="onBlur"
          rules={[fits(timeSchema, t(clinicWords.startsAtWrong))]}
        >
          <Input maxLength={5} placeholder={t(clinicWords.startsAtHint)} inputMode="numeric" />
        </Form.Item>
        <Form.Item name="minutes" label={t(clinicWords.minutes)}>
          <InputNumber min={0} max={1440} precision={0} />
        </Form.Item>
        <Form.Item name="communityCode" label={t(clinicWords.community)} rules={[chosen]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={communities.map(({ code, name }) => ({ value: code, label: name }))}
            placeholder={t(uiWords.choose)}
          />
        </Form.Item>
        <Form.Item name="place" label={t(clinicWords.place)}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="hostId" label={t(clinicWords.host)} rules={[chosen]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            loading={organisations.isFetching}
            options={(organisations.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            placeholder={t(clinicWords.hostHint)}
            notFoundContent={t(clinicWords.hostNone)}
          />
        </Form.Item>
        <Form.Item name="staff" label={t(clinicWords.staff)}>
          <Input maxLength={200} placeholder={t(clinicWords.staffHint)} />
        </Form.Item>
        <Form.Item name="worker" label={t(clinicWords.worker)}>
          <Input maxLength={40} />
        </Form.Item>
      </FormGrid>
      <Stations />
    </>
  )
}

function Stations() {
  const t = useWords()
  return (
    <fieldset className={style['stations']}>
      <legend>{t(clinicWords.stations)}</legend>
      <p>{t(clinicWords.stationsAbout)}</p>
      <Form.List name="stations">
        {(items, { add, remove }) => (
          <>
            {items.map((item, at) => (
              <div key={item.key} className={style['station']}>
                <Form.Item
                  name={[item.name, 'name']}
                  label={t(clinicWords.stationName)}
                  rules={[{ required: true, whitespace: true, message: t(uiWords.required) }]}
                >
                  <Input maxLength={20} />
                </Form.Item>
                <Form.Item
                  name={[item.name, 'parts']}
                  label={t(clinicWords.stationParts)}
                  rules={[{ required: true, type: 'array', min: 1, message: t(uiWords.choose) }]}
                >
                  <Select
                    mode="multiple"
                    options={readingPartSchema.options.map((part) => ({ value: part, label: t(readingPartWords[part]) }))}
                  />
                </Form.Item>
                <Form.Item name={[item.name, 'staff']} label={t(clinicWords.stationStaff)}>
                  <Input maxLength={40} />
                </Form.Item>
                <Button
                  icon={<Icon name="close" size={16} />}
                  aria-label={t(clinicWords.removeStation, { n: at + 1 })}
                  disabled={items.length === 1}
                  onClick={() => remove(item.name)}
                />
              </div>
            ))}
            <Button icon={<Icon name="plus" size={16} />} disabled={items.length >= 8} onClick={() => add({})}>
              {t(clinicWords.addStation)}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
