import { App, Form, Input, InputNumber, Radio, Select } from 'antd'
import { v7 } from 'uuid'
import { daySchema } from '../../kernel/day.ts'
import { entered } from '../../kernel/entered.ts'
import { attendanceIdSchema, organisationIdSchema, serviceIdSchema } from '../../kernel/ids.ts'
import { toFen } from '../../kernel/money.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useMine } from '../../web/client/mine.ts'
import { today } from '../../web/client/today.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { ReasonField } from '../../web/ui/reason-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { partySchema } from '../ledger/kind-schema.ts'
import { contributingPartyWords } from '../ledger/ledger-words.ts'
import { listOrganisations } from '../organisations/schema.ts'
import { claimForOther, confirmWish, deliverWish, extendClaim, type Wish } from './schema.ts'
import { wishWords } from './wish-words.ts'

type Dialog = { wish: Wish; open: boolean; onClose: () => void }
const claimFields = ['party', 'organisationId', 'donor']
const deliverFields = ['day', 'worker', 'valueFen', 'note']
const confirmFields = ['by', 'on', 'words']
const extendFields = ['until', 'reason']

/** A claim in the name of an organisation or of somebody who called. */
export function ClaimForDialog({ wish, open, onClose }: Dialog) {
  const t = useWords()
  const { day } = useFormats()
  const { message } = App.useApp()
  const doing = useDo(claimForOther)
  const organisations = useAsk(listOrganisations, { limit: 200 }, { when: open }).data?.rows ?? []
  return (
    <FormDialog<{ claimId: string; party: keyof typeof contributingPartyWords; organisationId?: string; donor?: string }>
      open={open}
      name="wish-claim-for"
      title={t(wishWords.claimFor)}
      about={t(wishWords.claimForAbout)}
      action={t(wishWords.claimFor)}
      fields={claimFields}
      first={{ claimId: v7(), party: 'charity' }}
      doing={doing}
      onFinish={(entry) =>
        doing.run(
          {
            id: wish.id,
            claimId: entry.claimId,
            party: entry.party,
            organisationId: organisationIdSchema.safeParse(entry.organisationId).data ?? null,
            donor: entered(entry.donor),
          },
          {
            onDone: ({ until }) => {
              onClose()
              void message.success(t(wishWords.claimed, { day: day(until) }))
            },
          },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="claimId" hidden>
        <input type="hidden" />
      </Form.Item>
      <Form.Item name="party" label={t(wishWords.claimParty)}>
        <Select options={partySchema.options.map((each) => ({ value: each, label: t(contributingPartyWords[each]) }))} />
      </Form.Item>
      <Form.Item name="organisationId" label={t(wishWords.organisation)}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t(uiWords.choose)}
          options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name="donor" label={t(wishWords.donor)}>
        <Input maxLength={40} />
      </Form.Item>
    </FormDialog>
  )
}

type Delivery = {
  serviceId: string
  attendanceId: string
  contributionId: string
  day: string
  worker: string
  valueYuan: number
  note?: string
}

export function DeliverDialog({ wish, open, onClose }: Dialog) {
  const t = useWords()
  const { message } = App.useApp()
  const { displayName } = useMine()
  const doing = useDo(deliverWish)
  const required = [{ required: true, message: t(uiWords.required) }]
  return (
    <FormDialog<Delivery>
      open={open}
      name="wish-deliver"
      title={t(wishWords.deliver)}
      about={t(wishWords.deliverAbout)}
      action={t(uiWords.save)}
      fields={deliverFields}
      first={{
        serviceId: v7(),
        attendanceId: v7(),
        contributionId: v7(),
        day: today(),
        worker: displayName,
        valueYuan: wish.valueFen / 100,
      }}
      doing={doing}
      onFinish={(entry) =>
        doing.run(
          {
            id: wish.id,
            version: wish.version,
            serviceId: serviceIdSchema.parse(entry.serviceId),
            attendanceId: attendanceIdSchema.parse(entry.attendanceId),
            contributionId: entry.contributionId,
            day: daySchema.parse(entry.day),
            worker: entry.worker,
            valueFen: toFen(entry.valueYuan),
            note: entered(entry.note),
          },
          {
            onDone: () => {
              onClose()
              void message.success(t(wishWords.done))
            },
          },
        )
      }
      onClose={onClose}
    >
      {(['serviceId', 'attendanceId', 'contributionId'] as const).map((name) => (
        <Form.Item key={name} name={name} hidden>
          <input type="hidden" />
        </Form.Item>
      ))}
      <Form.Item name="day" label={t(wishWords.deliverDay)} rules={required}>
        <DayField upTo={today()} />
      </Form.Item>
      <Form.Item name="worker" label={t(wishWords.worker)} rules={[{ required: true, whitespace: true, message: t(uiWords.required) }]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="valueYuan" label={t(wishWords.actualYuan)} rules={required}>
        <InputNumber min={0} precision={2} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="note" label={t(wishWords.note)}>
        <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </FormDialog>
  )
}

export function ConfirmDialog({ wish, open, onClose }: Dialog) {
  const t = useWords()
  const { message } = App.useApp()
  const doing = useDo(confirmWish)
  return (
    <FormDialog<{ by: 'self' | 'relative'; on: string; words?: string }>
      open={open}
      name="wish-confirm"
      title={t(wishWords.confirm)}
      action={t(uiWords.save)}
      fields={confirmFields}
      first={{ by: 'self', on: wish.deliveredOn ?? today() }}
      doing={doing}
      onFinish={(entry) =>
        doing.run(
          { id: wish.id, version: wish.version, by: entry.by, on: daySchema.parse(entry.on), words: entered(entry.words) },
          {
            onDone: () => {
              onClose()
              void message.success(t(wishWords.done))
            },
          },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="by" label={t(wishWords.confirmBy)}>
        <Radio.Group
          options={[
            { value: 'self', label: t(wishWords.self) },
            { value: 'relative', label: t(wishWords.relative) },
          ]}
        />
      </Form.Item>
      <Form.Item name="on" label={t(wishWords.confirmOn)} rules={[{ required: true, message: t(uiWords.required) }]}>
        <DayField upTo={today()} />
      </Form.Item>
      <Form.Item name="words" label={t(wishWords.confirmWords)}>
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </FormDialog>
  )
}

export function ExtendDialog({ wish, open, onClose }: Dialog) {
  const t = useWords()
  const { message } = App.useApp()
  const doing = useDo(extendClaim)
  return (
    <FormDialog<{ until: string; reason: string }>
      open={open}
      name="wish-extend"
      title={t(wishWords.extend)}
      action={t(uiWords.save)}
      fields={extendFields}
      doing={doing}
      onFinish={(entry) =>
        doing.run(
          { id: wish.id, version: wish.version, until: daySchema.parse(entry.until), reason: entry.reason },
          {
            onDone: () => {
              onClose()
              void message.success(t(wishWords.done))
            },
          },
        )
      }
      onClose={onClose}
    >
      <Form.Item name="until" label={t(wishWords.extendUntil)} rules={[{ required: true, message: t(uiWords.required) }]}>
        <DayField />
      </Form.Item>
      <ReasonField label={t(wishWords.reason)} />
    </FormDialog>
  )
}
