import { App, Form, Input, Select } from 'antd'
import { v7 } from 'uuid'
import type { z } from 'zod'
import { entered } from '../../kernel/entered.ts'
import { creditCodeSchema } from '../../kernel/credit-code.ts'
import { divisionCodeSchema } from '../../kernel/ids.ts'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { fits } from '../../web/ui/form-problem.ts'
import { uiWords } from '../../web/ui/ui-words.ts'
import { organisationWords } from './organisations-words.ts'
import {
  addOrganisation,
  changeOrganisation,
  organisationPartySchema,
  partyWords,
  type listOrganisations,
  type OrganisationParty,
} from './schema.ts'

export type Listed = z.output<typeof listOrganisations.output>['rows'][number]
type Entry = {
  id: string
  name: string
  party: OrganisationParty
  kind?: string
  creditCode?: string
  phone?: string
  divisionCode?: string | null
}
const fields = ['name', 'party', 'kind', 'creditCode', 'phone', 'divisionCode']

const entryOf = (row: Listed): Entry => ({
  id: row.id,
  name: row.name,
  party: row.party,
  divisionCode: row.divisionCode,
  ...(row.kind === null ? {} : { kind: row.kind }),
  ...(row.creditCode === null ? {} : { creditCode: row.creditCode }),
  ...(row.phone === null ? {} : { phone: row.phone }),
})

/** Adds or changes an organisation. */
export function OrganisationDialog({
  organisation,
  divisions,
  onClose,
}: {
  organisation: Listed | 'new' | undefined
  divisions: readonly { value: string; label: string }[]
  onClose: () => void
}) {
  const t = useWords()
  const { message } = App.useApp()
  const adding = useDo(addOrganisation)
  const changing = useDo(changeOrganisation)
  const known = organisation === undefined || organisation === 'new' ? undefined : organisation
  const onDone = () => {
    onClose()
    void message.success(t(organisationWords.saved))
  }
  const save = (entry: Entry) => {
    const input = {
      id: entry.id,
      name: entry.name,
      party: entry.party,
      kind: entered(entry.kind),
      creditCode: entered(entry.creditCode),
      phone: entered(entry.phone),
      divisionCode: divisionCodeSchema.safeParse(entry.divisionCode).data ?? null,
    }
    if (known === undefined) adding.run(input, { onDone })
    else changing.run({ ...input, version: known.version }, { onDone })
  }
  return (
    <FormDialog<Entry>
      open={organisation !== undefined}
      of={known?.id}
      name="organisation"
      title={known === undefined ? t(organisationWords.add) : t(organisationWords.changeOf, { name: known.name })}
      action={t(uiWords.save)}
      fields={fields}
      first={known === undefined ? { id: v7() } : entryOf(known)}
      doing={known === undefined ? adding : changing}
      onFinish={save}
      onClose={onClose}
    >
      <Form.Item name="id" hidden>
        <input type="hidden" />
      </Form.Item>
      <Form.Item name="name" label={t(organisationWords.name)} rules={[{ required: true, whitespace: true, message: t(uiWords.required) }]}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="party" label={t(organisationWords.party)} rules={[{ required: true, message: t(uiWords.choose) }]}>
        <Select
          options={organisationPartySchema.options.map((party) => ({ value: party, label: t(partyWords[party]) }))}
          placeholder={t(uiWords.choose)}
        />
      </Form.Item>
      <Form.Item name="kind" label={t(organisationWords.kind)}>
        <Input maxLength={40} placeholder={t(organisationWords.kindHint)} />
      </Form.Item>
      <Form.Item
        name="creditCode"
        label={t(organisationWords.creditCode)}
        validateTrigger="onBlur"
        rules={[fits(creditCodeSchema, t(organisationWords.creditCodeWrong))]}
      >
        <Input maxLength={18} />
      </Form.Item>
      <Form.Item name="phone" label={t(organisationWords.phone)}>
        <Input maxLength={40} inputMode="tel" />
      </Form.Item>
      <Form.Item name="divisionCode" label={t(organisationWords.place)}>
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={[...divisions]} placeholder={t(uiWords.choose)} />
      </Form.Item>
    </FormDialog>
  )
}
