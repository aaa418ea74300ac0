import { App, Form, Input, Radio, Select } from 'antd'
import { daySchema } from '../../kernel/day.ts'
import { accountIdSchema } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useMine } from '../../web/client/mine.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { capacityWords, consentMethodWords } from '../referrals/referral-words.ts'
import { caseWords } from './case-words.ts'
import { required } from './list-rows.tsx'
import { decideCase, listCaseworkers, type CaseConsent, type CaseDetail } from './schema.ts'

type Entry = {
  accepted: boolean
  on: string
  reason?: string
  givenBy: string
  capacity: CaseConsent['capacity']
  method: CaseConsent['method']
  witness?: string
  workerId: string
  supervisorId?: string
}
const fields = ['on', 'reason', 'givenBy', 'witness', 'workerId', 'supervisorId']

/** Whether the case is accepted: with whose consent, and who is in charge; or why not. */
export function DecideDialog({ open, found, onClose }: { open: boolean; found: CaseDetail; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const { accountId } = useMine()
  const doing = useDo(decideCase)
  const staff = useAsk(listCaseworkers, { projectId: found.projectId }, { when: open }).data
  const save = (entry: Entry) => {
    const base = { id: found.id, version: found.version, on: daySchema.parse(entry.on) }
    const onDone = () => {
      onClose()
      void message.success(t(caseWords.saved))
    }
    if (!entry.accepted) return doing.run({ ...base, accepted: false, reason: entry.reason ?? '' }, { onDone })
    const witness = entry.witness === undefined || entry.witness.trim() === '' ? null : entry.witness
    return doing.run(
      {
        ...base,
        accepted: true,
        reason: entry.reason ?? '',
        consent: { givenBy: entry.givenBy, capacity: entry.capacity, method: entry.method, givenOn: base.on, witness },
        workerId: accountIdSchema.parse(entry.workerId),
        supervisorId: accountIdSchema.safeParse(entry.supervisorId).data ?? null,
      },
      { onDone },
    )
  }
  if (open && staff === undefined) return null
  const [onlySupervisor] = staff?.supervisors ?? []
  const isStaff = staff?.workers.some((one) => one.id === accountId) === true
  return (
    <FormDialog<Entry>
      open={open}
      name="decide"
      title={t(caseWords.decide)}
      action={t(uiWords.save)}
      fields={fields}
      first={{
        accepted: true,
        on: found.lastDay,
        givenBy: found.person ?? '',
        capacity: 'self',
        method: 'signature',
        ...(isStaff ? { workerId: accountId } : {}),
        ...(onlySupervisor === undefined ? {} : { supervisorId: onlySupervisor.id }),
      }}
      doing={doing}
      onFinish={save}
      onClose={onClose}
    >
      <Form.Item name="accepted" label={t(caseWords.state)}>
        <Radio.Group
          options={[
            { value: true, label: t(caseWords.accept) },
            { value: false, label: t(caseWords.refuse) },
          ]}
        />
      </Form.Item>
      <Form.Item name="on" label={t(caseWords.on)} rules={[{ required: true, message: t(uiWords.required) }]}>
        <DayField upTo={today()} />
      </Form.Item>
      <Form.Item noStyle dependencies={['accepted']}>
        {({ getFieldValue }) =>
          getFieldValue('accepted') === true ? (
            <>
              <p>{t(caseWords.consentRead)}</p>
              <Form.Item name="capacity" label={t(caseWords.capacity)}>
                <Radio.Group
                  options={(['self', 'guardian', 'relative'] as const).map((value) => ({ value, label: t(capacityWords[value]) }))}
                />
              </Form.Item>
              <Form.Item name="givenBy" label={t(caseWords.givenBy)} rules={[required(t)]}>
                <Input maxLength={40} />
              </Form.Item>
              <Form.Item name="method" label={t(caseWords.method)}>
                <Radio.Group
                  options={(['signature', 'fingerprint', 'spoken'] as const).map((value) => ({
                    value,
                    label: t(consentMethodWords[value]),
                  }))}
                />
              </Form.Item>
              <Form.Item name="witness" label={t(caseWords.witness)}>
                <Input maxLength={40} placeholder={t(caseWords.witnessHint)} />
              </Form.Item>
              <Form.Item name="workerId" label={t(caseWords.worker)} rules={[{ required: true, message: t(uiWords.choose) }]}>
                <Select
                  options={(staff?.workers ?? []).map((one) => ({ value: one.id, label: one.name }))}
                  placeholder={t(uiWords.choose)}
                />
              </Form.Item>
              <Form.Item name="supervisorId" label={t(caseWords.supervisor)}>
                <Select
                  allowClear
                  options={(staff?.supervisors ?? []).map((one) => ({ value: one.id, label: one.name }))}
                  placeholder={t(uiWords.choose)}
                />
              </Form.Item>
            </>
          ) : (
            <Form.Item name="reason" label={t(caseWords.decideReason)} rules={[required(t)]}>
              <Input.TextArea maxLength={400} autoSize={{ minRows: 2, maxRows: 6 }} />
            </Form.Item>
          )
        }
      </Form.Item>
    </FormDialog>
  )
}
