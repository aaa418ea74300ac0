import { App, Form, Input, InputNumber, Radio, Select } from 'antd'
import { v7 } from 'uuid'
import { entered } from '../../kernel/entered.ts'
import { daySchema } from '../../kernel/day.ts'
import { divisionCodeSchema, organisationIdSchema, serviceIdSchema, type ProjectId } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useCommunities } from '../../web/client/communities.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { ReasonField } from '../../web/ui/reason-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { listOrganisations } from '../organisations/schema.ts'
import { checkSupply, receiveSupply, supplyKindSchema, type Supply, type SupplyKind } from './supply-schema.ts'
import { supplyKindWords, supplyWords } from './supply-words.ts'

type Entry = {
  id: string
  kind: SupplyKind
  name: string
  strength?: string
  sourceId: string
  lot?: string
  expiresOn?: string | null
  quantity: number
  unit: string
  receivedOn: string
  communityCode: string
}
const fields = ['kind', 'name', 'strength', 'sourceId', 'lot', 'expiresOn', 'quantity', 'unit', 'receivedOn', 'communityCode']
/** Takes a lot in, with its source, lot and expiry. */
export function ReceiveLot({ projectId, open, onClose }: { projectId: ProjectId; open: boolean; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const receiving = useDo(receiveSupply)
  const communities = useCommunities(projectId)
  const organisations = useAsk(listOrganisations, { limit: 200 }, { when: open })
  const required = { required: true, message: t(uiWords.required) }
  const save = (entry: Entry) =>
    receiving.run(
      {
        id: serviceIdSchema.parse(entry.id),
        projectId,
        kind: entry.kind,
        name: entry.name,
        strength: entered(entry.strength),
        sourceId: organisationIdSchema.parse(entry.sourceId),
        lot: entered(entry.lot),
        expiresOn: daySchema.safeParse(entry.expiresOn).data ?? null,
        quantity: entry.quantity,
        unit: entry.unit,
        receivedOn: daySchema.parse(entry.receivedOn),
        communityCode: divisionCodeSchema.parse(entry.communityCode),
      },
      {
        onDone: () => {
          onClose()
          void message.success(t(supplyWords.saved))
        },
      },
    )
  return (
    <FormDialog<Entry>
      open={open}
      name="receive-lot"
      title={t(supplyWords.receive)}
      action={t(supplyWords.receive)}
      fields={fields}
      first={{ id: v7(), kind: 'medicine', receivedOn: today(), unit: '盒' }}
      doing={receiving}
      onFinish={save}
      onClose={onClose}
    >
      <Form.Item name="id" hidden>
        <input type="hidden" />
      </Form.Item>
      <Form.Item name="kind" label={t(supplyWords.kind)}>
        <Radio.Group options={supplyKindSchema.options.map((value) => ({ value, label: t(supplyKindWords[value]) }))} />
      </Form.Item>
      <Form.Item name="name" label={t(supplyWords.name)} rules={[required]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="strength" label={t(supplyWords.strength)}>
        <Input maxLength={30} placeholder={t(supplyWords.strengthHint)} />
      </Form.Item>
      <Form.Item name="sourceId" label={t(supplyWords.source)} rules={[required]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          loading={organisations.isFetching}
          options={(organisations.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name="lot" label={t(supplyWords.lot)}>
        <Input maxLength={30} />
      </Form.Item>
      <Form.Item name="expiresOn" label={t(supplyWords.expiresOn)}>
        <DayField />
      </Form.Item>
      <Form.Item name="quantity" label={t(supplyWords.quantity)} rules={[required]}>
        <InputNumber min={1} max={100_000} precision={0} />
      </Form.Item>
      <Form.Item name="unit" label={t(supplyWords.unit)} rules={[required]}>
        <Input maxLength={8} />
      </Form.Item>
      <Form.Item name="receivedOn" label={t(supplyWords.receivedOn)} rules={[required]}>
        <DayField upTo={today()} />
      </Form.Item>
      <Form.Item name="communityCode" label={t(supplyWords.community)} rules={[required]}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={communities.map(({ code, name }) => ({ value: code, label: name }))} />
      </Form.Item>
    </FormDialog>
  )
}

export type LotChange = { readonly lot: Supply; readonly to: 'checked' | 'withdrawn' | 'restored' }
type ChangeEntry = { by?: string; on?: string; reason?: string }
const changeFields = ['by', 'on', 'reason']
const titles = { checked: supplyWords.checkOf, withdrawn: supplyWords.withdrawOf, restored: supplyWords.restoreOf }
const actions = { checked: supplyWords.check, withdrawn: supplyWords.withdraw, restored: supplyWords.restore }

/** Records a pharmacist's check, withdraws a lot or restores it. */
export function ChangeLot({ change, onClose }: { change: LotChange | undefined; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const changing = useDo(checkSupply)
  const to = change?.to ?? 'checked'
  const save = (entry: ChangeEntry) => {
    if (change === undefined) return
    changing.run(
      {
        id: change.lot.id,
        version: change.lot.version,
        change: to === 'checked' ? { to, by: entry.by ?? '', on: daySchema.parse(entry.on) } : { to, reason: entry.reason ?? '' },
      },
      {
        onDone: () => {
          onClose()
          void message.success(t(supplyWords.saved))
        },
      },
    )
  }
  return (
    <FormDialog<ChangeEntry>
      open={change !== undefined}
      name="change-lot"
      title={t(titles[to], { name: change?.lot.name ?? '' })}
      {...(to === 'checked' ? { about: t(supplyWords.checkAbout) } : {})}
      action={t(actions[to])}
      fields={changeFields}
      first={{ on: today() }}
      doing={changing}
      onFinish={save}
      onClose={onClose}
    >
      {to === 'checked' ? (
        <>
          <Form.Item
            name="by"
            label={t(supplyWords.checkedBy)}
            rules={[{ required: true, whitespace: true, message: t(uiWords.required) }]}
          >
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="on" label={t(supplyWords.checkedOn)} rules={[{ required: true, message: t(uiWords.required) }]}>
            <DayField upTo={today()} />
          </Form.Item>
        </>
      ) : (
        <ReasonField label={t(supplyWords.reason)} />
      )}
    </FormDialog>
  )
}
