import { App, Checkbox, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { v7 } from 'uuid'
import type { DivisionCode, PersonId, ProjectId, ServiceId } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { DraftForm } from '../../web/ui/draft-form.tsx'
import { FormGrid } from '../../web/ui/form-grid.tsx'
import { fits } from '../../web/ui/form-problem.ts'
import { uiWords } from '../../web/ui/ui-words.ts'
import { listOrganisations } from '../organisations/schema.ts'
import style from './referral-form.module.css'
import { inputOf, type ReferralEntry } from './referral-entry-rules.ts'
import { handedFieldWords, referralWords } from './referral-words.ts'
import { handedFieldSchema, referralInputSchema, saveReferral } from './schema.ts'

const fields = ['organisationId', 'receiver', 'receiverPhone', 'reason', 'given', 'needs', 'enclosed', 'measured', 'fields', 'dueOn']
const noReadings: readonly string[] = []
const { shape } = referralInputSchema.shape.content

export type Referring = {
  readonly projectId: ProjectId
  readonly personId: PersonId
  readonly communityCode: DivisionCode | null
  readonly caseId?: string | undefined
  readonly serviceId?: ServiceId | undefined
  /** The draft that is changed. */
  readonly known?: { readonly id: string; readonly version: number } | undefined
}

/**
 * A referral while it is written. `first` is what is known beforehand; `givenIsKnown` says that the services come from the
 * ledger; `measurable` are the readings to choose from, each a line.
 */
export function ReferralForm({
  of,
  first,
  givenIsKnown,
  measurable = noReadings,
}: {
  of: Referring
  first: ReferralEntry
  givenIsKnown: boolean
  measurable?: readonly string[]
}) {
  const t = useWords()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const saving = useDo(saveReferral)
  const [id] = useState(() => of.known?.id ?? v7())
  const [began] = useState(first)
  const organisations = useAsk(listOrganisations, { limit: 200 }).data?.rows ?? []
  const required = { required: true, whitespace: true, message: t(uiWords.required) }

  const save = (entry: ReferralEntry, done: () => void) => {
    const input = inputOf(entry)
    if (input === undefined) return
    saving.run(
      {
        ...input,
        id,
        version: of.known?.version ?? 0,
        projectId: of.projectId,
        personId: of.personId,
        communityCode: of.communityCode,
        caseId: of.caseId ?? null,
        serviceId: of.serviceId ?? null,
      },
      {
        onDone: ({ consentLapsed }) => {
          done()
          if (consentLapsed) void message.warning(t(referralWords.consentLapsed))
          else void message.success(t(referralWords.saved))
          void navigate(`/referrals/${id}`, { replace: true })
        },
      },
    )
  }

  return (
    <DraftForm<ReferralEntry>
      name="referral"
      draft={`referral.${of.known?.id ?? of.personId}`}
      fields={fields}
      first={began}
      doing={saving}
      action={t(uiWords.save)}
      onSave={save}
      onLeave={() => void navigate(of.known === undefined ? '/referrals' : `/referrals/${of.known.id}`)}
    >
      <FormGrid>
        <Form.Item
          name="organisationId"
          label={t(referralWords.organisation)}
          extra={t(referralWords.organisationHint)}
          rules={[{ required: true, message: t(uiWords.choose) }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={organisations.map(({ id: value, name }) => ({ value, label: name }))}
            placeholder={t(uiWords.choose)}
          />
        </Form.Item>
        <Form.Item name="receiver" label={t(referralWords.receiver)}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="receiverPhone" label={t(referralWords.receiverPhone)}>
          <Input maxLength={40} inputMode="tel" autoComplete="off" />
        </Form.Item>
        <Form.Item name="dueOn" label={t(referralWords.dueOn)} rules={[{ required: true, message: t(uiWords.required) }]}>
          <DayField />
        </Form.Item>
      </FormGrid>
      <Form.Item name="reason" label={t(referralWords.reason)} rules={[required, fits(shape.reason, t(uiWords.reasonShort))]}>
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 3, maxRows: 10 }} placeholder={t(referralWords.reasonHint)} />
      </Form.Item>
      <Form.Item name="needs" label={t(referralWords.needs)} rules={[required, fits(shape.needs, t(uiWords.reasonShort))]}>
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <Form.Item name="given" label={t(referralWords.given)} {...(givenIsKnown ? { extra: t(referralWords.givenPrefilled) } : {})}>
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      {measurable.length === 0 ? null : (
        <Form.Item name="measured" label={t(referralWords.measured)} extra={t(referralWords.measuredHint)}>
          <Checkbox.Group className={style['lines'] ?? ''} options={[...measurable]} />
        </Form.Item>
      )}
      <Form.Item
        name="fields"
        label={t(referralWords.fields)}
        extra={t(referralWords.fieldsHint)}
        rules={[fits(referralInputSchema.shape.fields, t(referralWords.fieldsNeeded))]}
      >
        <Checkbox.Group options={handedFieldSchema.options.map((field) => ({ value: field, label: t(handedFieldWords[field]) }))} />
      </Form.Item>
      <Form.Item name="enclosed" label={t(referralWords.enclosed)}>
        <Select mode="tags" open={false} suffixIcon={null} maxCount={12} placeholder={t(referralWords.enclosedHint)} />
      </Form.Item>
    </DraftForm>
  )
}
