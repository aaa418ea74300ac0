import { Button, Form, Input, InputNumber, Select } from 'antd'
import { v7 } from 'uuid'
import type { z } from 'zod'
import { entered } from '../../kernel/entered.ts'
import { organisationIdSchema } from '../../kernel/ids.ts'
import { toFen } from '../../kernel/money.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { listOrganisations } from '../organisations/schema.ts'
import style from './contribution-fields.module.css'
import { givenSchema, partySchema } from './kind-schema.ts'
import { contributingPartyWords, givenWords } from './ledger-words.ts'
import { serviceWords } from './service-words.ts'

/** What a party gave, as a form holds it. */
export type ContributionEntry = {
  id: string
  party?: z.infer<typeof partySchema>
  given?: z.infer<typeof givenSchema>
  organisationId?: string | null
  quantity?: number | null
  unit?: string
  valueYuan?: number | null
  note?: string
}

/** Contributions in the endpoint's shape; a row without party or gift says nothing. */
export const contributionsOf = (entries: readonly ContributionEntry[]) =>
  entries.flatMap(({ id, party, given, organisationId, quantity, unit, valueYuan, note }) =>
    party === undefined || given === undefined
      ? []
      : [
          {
            id,
            party,
            given,
            organisationId: organisationIdSchema.safeParse(organisationId).data ?? null,
            quantity: quantity ?? null,
            unit: entered(unit),
            valueFen: valueYuan === undefined || valueYuan === null ? null : toFen(valueYuan),
            note: entered(note),
          },
        ],
  )

/** What each of the five parties gave to a service, row by row. */
export function ContributionFields({ name }: { name: string }) {
  const t = useWords()
  const organisations = useAsk(listOrganisations, { limit: 200 }).data?.rows ?? []
  const choose = [{ required: true, message: t(uiWords.choose) }]
  return (
    <Form.List name={name}>
      {(rows, { add, remove }) => (
        <section className={style['fields']} aria-label={t(serviceWords.contributions)}>
          <p>{t(serviceWords.contributions)}</p>
          {rows.map((row, at) => (
            <div key={row.key} className={style['row']}>
              <Form.Item name={[row.name, 'id']} hidden>
                <input type="hidden" />
              </Form.Item>
              <Form.Item name={[row.name, 'party']} label={t(serviceWords.party)} rules={choose}>
                <Select
                  options={partySchema.options.map((party) => ({ value: party, label: t(contributingPartyWords[party]) }))}
                  placeholder={t(uiWords.choose)}
                />
              </Form.Item>
              <Form.Item name={[row.name, 'given']} label={t(serviceWords.given)} rules={choose}>
                <Select
                  options={givenSchema.options.map((given) => ({ value: given, label: t(givenWords[given]) }))}
                  placeholder={t(uiWords.choose)}
                />
              </Form.Item>
              <Form.Item name={[row.name, 'organisationId']} label={t(serviceWords.organisation)}>
                <Select
                  allowClear
                  showSearch={{ optionFilterProp: 'label' }}
                  options={organisations.map(({ id, name: called }) => ({ value: id, label: called }))}
                  placeholder={t(uiWords.choose)}
                />
              </Form.Item>
              <Form.Item name={[row.name, 'quantity']} label={t(serviceWords.quantity)}>
                <InputNumber min={0} />
              </Form.Item>
              <Form.Item name={[row.name, 'unit']} label={t(serviceWords.unit)}>
                <Input maxLength={12} />
              </Form.Item>
              <Form.Item name={[row.name, 'valueYuan']} label={t(serviceWords.valueYuan)}>
                <InputNumber min={0} precision={2} />
              </Form.Item>
              <Form.Item name={[row.name, 'note']} label={t(serviceWords.note)}>
                <Input maxLength={200} />
              </Form.Item>
              <Button
                className={style['remove'] ?? ''}
                icon={<Icon name="close" size={16} />}
                aria-label={t(uiWords.removeRow, { n: at + 1 })}
                onClick={() => remove(row.name)}
              />
            </div>
          ))}
          <Button icon={<Icon name="plus" size={16} />} onClick={() => add({ id: v7() })}>
            {t(serviceWords.addContribution)}
          </Button>
        </section>
      )}
    </Form.List>
  )
}
