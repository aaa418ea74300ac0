import { Button, Form, Input, Select } from 'antd'
import { v7 } from 'uuid'
import { useAsk } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { partySchema } from '../ledger/kind-schema.ts'
import { contributingPartyWords } from '../ledger/ledger-words.ts'
import { listOrganisations } from '../organisations/schema.ts'
import { programmeWords as w } from './programme-words.ts'
import style from './programme.module.css'

/** The partners of a programme, row by row. */
export function PartnerFields() {
  const t = useWords()
  const organisations = useAsk(listOrganisations, { limit: 200 }).data?.rows ?? []
  return (
    <fieldset className={style['group']}>
      <legend>{t(w.partners)}</legend>
      <Form.List name="partners">
        {(rows, { add, remove }) => (
          <>
            <ol className={style['rows']}>
              {rows.map((row, at) => (
                <li key={row.key} className={style['partner']}>
                  <Form.Item name={[row.name, 'id']} hidden>
                    <input type="hidden" />
                  </Form.Item>
                  <Form.Item name={[row.name, 'party']} label={t(w.party)} rules={[{ required: true, message: t(uiWords.choose) }]}>
                    <Select options={partySchema.options.map((each) => ({ value: each, label: t(contributingPartyWords[each]) }))} />
                  </Form.Item>
                  <Form.Item name={[row.name, 'organisationId']} label={t(w.partner)}>
                    <Select
                      allowClear
                      showSearch={{ optionFilterProp: 'label' }}
                      placeholder={t(w.toBeFound)}
                      options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
                    />
                  </Form.Item>
                  <Form.Item name={[row.name, 'does']} label={t(w.does)}>
                    <Input maxLength={80} />
                  </Form.Item>
                  <Button
                    className={style['remove'] ?? ''}
                    icon={<Icon name="close" size={16} />}
                    aria-label={t(w.removePartner, { n: at + 1 })}
                    onClick={() => remove(row.name)}
                  />
                </li>
              ))}
            </ol>
            <Button icon={<Icon name="plus" size={16} />} onClick={() => add({ id: v7(), party: 'charity' })}>
              {t(w.addPartner)}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}

/** The year's plan, step by step. */
export function StepFields({ months }: { months: readonly string[] }) {
  const t = useWords()
  const { month } = useFormats()
  const form = Form.useFormInstance<{ steps?: { month?: string }[] }>()
  /** The next step is most often a month later. */
  const nextMonth = () => {
    const last = (form.getFieldValue('steps') ?? []).at(-1)?.month
    const at = last === undefined ? -1 : months.indexOf(last)
    return months[Math.min(at + 1, months.length - 1)]
  }
  return (
    <fieldset className={style['group']}>
      <legend>{t(w.plan)}</legend>
      <Form.List name="steps">
        {(rows, { add, remove }) => (
          <>
            <ol className={style['rows']}>
              {rows.map((row, at) => (
                <li key={row.key} className={style['row']}>
                  <Form.Item name={[row.name, 'id']} hidden>
                    <input type="hidden" />
                  </Form.Item>
                  <Form.Item name={[row.name, 'doneOn']} hidden>
                    <input type="hidden" />
                  </Form.Item>
                  <Form.Item name={[row.name, 'month']} label={t(w.month)} rules={[{ required: true, message: t(uiWords.choose) }]}>
                    <Select
                      showSearch={{ optionFilterProp: 'label' }}
                      options={months.map((each) => ({ value: each, label: month(each) }))}
                    />
                  </Form.Item>
                  <Form.Item
                    name={[row.name, 'what']}
                    label={t(w.step)}
                    rules={[{ required: true, whitespace: true, message: t(uiWords.required) }]}
                  >
                    <Input maxLength={120} />
                  </Form.Item>
                  <Button
                    className={style['remove'] ?? ''}
                    icon={<Icon name="close" size={16} />}
                    aria-label={t(w.removeStep, { n: at + 1 })}
                    onClick={() => remove(row.name)}
                  />
                </li>
              ))}
            </ol>
            <Button icon={<Icon name="plus" size={16} />} onClick={() => add({ id: v7(), month: nextMonth() })}>
              {t(w.addStep)}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
