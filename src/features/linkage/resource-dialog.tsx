import { App, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { v7 } from 'uuid'
import { daySchema, type Day } from '../../kernel/day.ts'
import { entered } from '../../kernel/entered.ts'
import { divisionCodeSchema, organisationIdSchema, type ProjectId } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import type { Community } from '../../web/client/communities.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { listOrganisations, organisationPartySchema, partyWords, type OrganisationParty } from '../organisations/schema.ts'
import { linkKindSchema, linkKindWords, type LinkKind, type PartOfDay } from './link-kind-schema.ts'
import style from './linkage.module.css'
import { linkageWords, resourceWords } from './linkage-words.ts'
import { saveResource, type ResourceRow } from './resource-schema.ts'
import { TimesFields, timesIn } from './times-field.tsx'

type Entry = {
  organisationId?: string
  provider?: string
  party: OrganisationParty
  kind: LinkKind
  title: string
  content?: string
  skill?: string
  quantity?: number | null
  unit?: string
  communities?: string[]
  days?: number[]
  parts?: PartOfDay[]
  limits?: string
  validFrom?: string | null
  validUntil?: string | null
  confirmedOn: string
  confirmEvery: number
}
const fields = [
  ...[
    'organisationId',
    'provider',
    'party',
    'kind',
    'title',
    'content',
    'skill',
    'quantity',
    'unit',
    'communities',
    'limits',
    'validFrom',
    'validUntil',
    'confirmEvery',
  ].flatMap((field) => [field, `file.${field}`]),
  'confirmedOn',
]

const written = (values: Record<string, string | null>) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))

const entryOf = (row: ResourceRow): Partial<Entry> => ({
  party: row.party,
  kind: row.kind,
  title: row.title,
  quantity: row.quantity,
  communities: row.communities,
  days: row.times.days,
  parts: row.times.parts,
  validFrom: row.validFrom,
  validUntil: row.validUntil,
  confirmedOn: row.confirmedOn,
  confirmEvery: row.confirmEvery,
  ...written({
    organisationId: row.organisationId,
    provider: row.provider,
    content: row.content,
    skill: row.skill,
    unit: row.unit,
    limits: row.limits,
  }),
})

/** Records or changes a resource. */
export function ResourceDialog({
  projectId,
  communities,
  resource,
  open,
  asOf,
  onClose,
}: {
  projectId: ProjectId
  communities: readonly Community[]
  resource?: ResourceRow | undefined
  open: boolean
  asOf: Day
  onClose: () => void
}) {
  const t = useWords()
  const { message } = App.useApp()
  const saving = useDo(saveResource)
  const [id, setId] = useState(() => v7())
  const organisations = useAsk(listOrganisations, { limit: 200 }, { when: open })
  const required = { required: true, message: t(uiWords.required) }
  const save = (entry: Entry) => {
    const confirmedOn = daySchema.safeParse(entry.confirmedOn).data
    if (confirmedOn === undefined) return
    saving.run(
      {
        id: resource?.id ?? id,
        projectId,
        version: resource?.version ?? 0,
        confirmedOn,
        file: {
          organisationId: organisationIdSchema.safeParse(entry.organisationId).data ?? null,
          provider: entered(entry.provider),
          party: entry.party,
          kind: entry.kind,
          title: entry.title,
          content: entered(entry.content),
          skill: entered(entry.skill),
          quantity: entry.quantity ?? null,
          unit: entered(entry.unit),
          communities: (entry.communities ?? []).flatMap((code) => divisionCodeSchema.safeParse(code).data ?? []),
          times: timesIn(entry),
          limits: entered(entry.limits),
          validFrom: daySchema.safeParse(entry.validFrom).data ?? null,
          validUntil: daySchema.safeParse(entry.validUntil).data ?? null,
          confirmEvery: entry.confirmEvery,
        },
      },
      {
        onDone: () => {
          setId(v7())
          onClose()
          void message.success(t(linkageWords.saved))
        },
      },
    )
  }
  return (
    <FormDialog<Entry>
      open={open}
      name="resource"
      title={resource === undefined ? t(resourceWords.add) : t(linkageWords.changeOf, { title: resource.title })}
      about={t(resourceWords.moneyAbout)}
      action={t(uiWords.save)}
      fields={fields}
      first={resource === undefined ? { party: 'charity', kind: 'service', confirmedOn: asOf, confirmEvery: 90 } : entryOf(resource)}
      doing={saving}
      onFinish={save}
      onClose={onClose}
    >
      <Form.Item name="title" label={t(resourceWords.name)} rules={[{ ...required, whitespace: true }]}>
        <Input maxLength={60} placeholder={t(resourceWords.nameHint)} />
      </Form.Item>
      <Form.Item name="organisationId" label={t(resourceWords.organisation)}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={(organisations.data?.rows ?? []).map((row) => ({ value: row.id, label: row.name }))}
          placeholder={t(uiWords.choose)}
        />
      </Form.Item>
      <Form.Item name="provider" label={t(resourceWords.provider)}>
        <Input maxLength={40} />
      </Form.Item>
      <div className={style['two']}>
        <Form.Item name="party" label={t(linkageWords.party)} rules={[required]}>
          <Select options={organisationPartySchema.options.map((party) => ({ value: party, label: t(partyWords[party]) }))} />
        </Form.Item>
        <Form.Item name="kind" label={t(linkageWords.kind)} rules={[required]}>
          <Select options={linkKindSchema.options.map((kind) => ({ value: kind, label: t(linkKindWords[kind]) }))} />
        </Form.Item>
        <Form.Item name="quantity" label={t(resourceWords.quantity)}>
          <InputNumber min={1} max={1_000_000} precision={0} style={{ width: '100%' }} placeholder={t(resourceWords.quantityHint)} />
        </Form.Item>
        <Form.Item name="unit" label={t(linkageWords.unit)}>
          <Input maxLength={8} placeholder={t(linkageWords.unitHint)} />
        </Form.Item>
        <Form.Item name="skill" label={t(resourceWords.skill)}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="communities" label={t(resourceWords.communities)}>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            options={communities.map(({ code, name }) => ({ value: code, label: name }))}
            placeholder={t(resourceWords.communitiesAll)}
          />
        </Form.Item>
        <TimesFields />
        <Form.Item name="validFrom" label={t(resourceWords.validFrom)}>
          <DayField />
        </Form.Item>
        <Form.Item name="validUntil" label={t(resourceWords.validUntil)}>
          <DayField />
        </Form.Item>
        <Form.Item name="confirmedOn" label={t(resourceWords.confirmedOn)} rules={[required]}>
          <DayField upTo={today()} />
        </Form.Item>
        <Form.Item name="confirmEvery" label={t(resourceWords.confirmEvery)} rules={[required]}>
          <InputNumber min={7} max={730} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <Form.Item name="limits" label={t(resourceWords.limits)}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="content" label={t(resourceWords.content)}>
        <Input.TextArea maxLength={400} autoSize={{ minRows: 2, maxRows: 5 }} />
      </Form.Item>
    </FormDialog>
  )
}
