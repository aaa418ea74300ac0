import { App, Form, Input, Select } from 'antd'
import { daySchema } from '../../kernel/day.ts'
import { serviceIdSchema, type PersonId } from '../../kernel/ids.ts'
import { useDo } from '../../web/client/calls.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { isSettled } from './need-rules.ts'
import { needStateWords, needWords } from './need-words.ts'
import { settleNeed, type Need, type NeedState } from './schema.ts'

type Entry = { state: NeedState; on: string; outcome: string; serviceId?: string }
const fields = ['state', 'on', 'outcome', 'serviceId']
const ends = ['met', 'notMet', 'withdrawn'] as const

/** A service of the person's, to say by which one a need was met. */
export type ServiceChoice = { readonly value: string; readonly label: string }

/** Says how a need ended, or opens it again. */
export function SettleDialog({
  personId,
  need,
  services,
  onClose,
}: {
  personId: PersonId
  need: Need | undefined
  services: readonly ServiceChoice[]
  onClose: () => void
}) {
  const t = useWords()
  const { message } = App.useApp()
  const doing = useDo(settleNeed)
  const isBack = need !== undefined && isSettled(need.state)
  return (
    <FormDialog<Entry>
      open={need !== undefined}
      of={need?.id}
      name="settle-need"
      title={t(isBack ? needWords.reopen : needWords.settleTitle)}
      {...(need === undefined ? {} : { about: need.statement })}
      action={t(isBack ? needWords.reopen : uiWords.save)}
      fields={fields}
      first={{ state: 'met', on: today() }}
      doing={doing}
      onFinish={(entry) => {
        if (need === undefined) return
        doing.run(
          {
            personId,
            id: need.id,
            version: need.version,
            state: isBack ? 'open' : entry.state,
            on: daySchema.parse(entry.on),
            outcome: entry.outcome,
            serviceId: isBack ? null : (serviceIdSchema.safeParse(entry.serviceId).data ?? null),
          },
          {
            onDone: () => {
              void message.success(t(needWords.saved))
              onClose()
            },
          },
        )
      }}
      onClose={onClose}
    >
      {isBack ? null : (
        <Form.Item name="state" label={t(needWords.state)}>
          <Select options={ends.map((each) => ({ value: each, label: t(needStateWords[each]) }))} />
        </Form.Item>
      )}
      <Form.Item name="on" label={t(needWords.on)} rules={[{ required: true, message: t(uiWords.required) }]}>
        <DayField upTo={today()} />
      </Form.Item>
      <Form.Item
        name="outcome"
        label={t(needWords.outcome)}
        rules={[
          { required: true, whitespace: true, message: t(uiWords.required) },
          { min: 2, message: t(uiWords.reasonShort) },
        ]}
      >
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
      </Form.Item>
      {isBack ? null : (
        <Form.Item name="serviceId" label={t(needWords.service)}>
          <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={[...services]} placeholder={t(uiWords.choose)} />
        </Form.Item>
      )}
    </FormDialog>
  )
}
