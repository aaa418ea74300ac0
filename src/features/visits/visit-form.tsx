import { Button, Checkbox, Form, Input, InputNumber, Radio, type FormInstance } from 'antd'
import type { ReactNode } from 'react'
import { daySchema, timeSchema } from '../../kernel/day.ts'
import type { ProjectId } from '../../kernel/ids.ts'
import { useAsk, type Doing } from '../../web/client/calls.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { FormGrid } from '../../web/ui/form-grid.tsx'
import { fits, useFieldProblems } from '../../web/ui/form-problem.ts'
import { uiWords } from '../../web/ui/ui-words.ts'
import { CheckList } from './check-list.tsx'
import { DoorNote } from './door-note.tsx'
import { showSettings } from './schema.ts'
import type { PersonEntry, VisitFormEntry } from './visit-entry-rules.ts'
import { itemsOn } from './visit-rules.ts'
import { deedSchema, deedWords, isTold, meansSchema, meansWords, type Means } from './visit-schema.ts'
import { visitWords } from './visit-words.ts'
import { VisitedPeople } from './visited-people.tsx'

const fields = ['people', 'means', 'informant', 'day', 'startsAt', 'minutes', 'worker', 'note', 'reason']

/** The form of a visit, for a thumb at a door: who, seen or not, everything in order, then what is not. */
export function VisitForm<Output>({
  projectId,
  form,
  first,
  draft,
  doing,
  onSave,
  onCancel,
  children,
}: {
  projectId: ProjectId
  form: FormInstance<VisitFormEntry & { reason?: string }>
  first: VisitFormEntry
  draft: { note: ReactNode; keep: () => void }
  doing: Pick<Doing<never, Output>, 'busy' | 'failure' | 'again'>
  onSave: (entry: VisitFormEntry & { reason?: string }) => void
  onCancel: () => void
  children?: ReactNode
}) {
  const t = useWords()
  const note = useFieldProblems(form, fields, doing.failure)
  const settings = useAsk(showSettings, { projectId }).data?.settings
  const people: readonly PersonEntry[] = Form.useWatch('people', form) ?? []
  const means: Means = Form.useWatch('means', form) ?? 'door'
  const day: unknown = Form.useWatch('day', form)
  const isMet = people.some((person) => person.seen === true)
  const someone = people[0]
  return (
    <Form
      form={form}
      name="visit"
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true }}
      initialValues={first}
      onValuesChange={draft.keep}
      onFinish={onSave}
    >
      {draft.note}
      <FailureNote failure={note} onRetry={doing.again} />
      <Form.Item
        name="people"
        label={t(visitWords.who)}
        rules={[
          {
            validator: (_rule, value: readonly PersonEntry[] | undefined) =>
              value === undefined || value.length === 0
                ? Promise.reject(new Error(t(visitWords.whoNone)))
                : value.some((person) => person.seen === null)
                  ? Promise.reject(new Error(t(visitWords.seenMissing, { name: value.find((person) => person.seen === null)?.name ?? '' })))
                  : Promise.resolve(),
          },
        ]}
      >
        <VisitedPeople projectId={projectId} byPhone={means === 'phone' || means === 'video'} />
      </Form.Item>
      {someone === undefined ? null : <DoorNote projectId={projectId} personId={someone.personId} />}
      <Form.Item
        name="means"
        label={t(visitWords.means)}
        {...(settings === undefined || settings.means.includes(means) ? {} : { extra: t(visitWords.notAccepted) })}
      >
        <Radio.Group optionType="button" options={meansSchema.options.map((value) => ({ value, label: t(meansWords[value]) }))} />
      </Form.Item>
      {isTold(means) ? (
        <Form.Item
          name="informant"
          label={t(visitWords.informant)}
          rules={[{ required: true, whitespace: true, message: t(uiWords.required) }]}
        >
          <Input maxLength={60} placeholder={t(visitWords.informantHint)} />
        </Form.Item>
      ) : null}
      {isMet ? (
        <>
          <Form.Item name="looked" label={t(visitWords.checks)}>
            <CheckList items={itemsOn(daySchema.safeParse(day).data ?? today())} people={people} />
          </Form.Item>
          <Form.Item name="deeds" label={t(visitWords.deeds)}>
            <Checkbox.Group options={deedSchema.options.map((value) => ({ value, label: t(deedWords[value]) }))} />
          </Form.Item>
        </>
      ) : null}
      <FormGrid>
        <Form.Item name="day" label={t(visitWords.day)} rules={[{ required: true, message: t(uiWords.required) }]}>
          <DayField />
        </Form.Item>
        <Form.Item name="startsAt" label={t(visitWords.time)} validateTrigger="onBlur" rules={[fits(timeSchema, t(visitWords.timeWrong))]}>
          <Input maxLength={5} placeholder={t(visitWords.timeHint)} inputMode="numeric" />
        </Form.Item>
        <Form.Item name="minutes" label={t(visitWords.minutes)}>
          <InputNumber min={0} max={1440} precision={0} />
        </Form.Item>
        <Form.Item name="worker" label={t(visitWords.worker)}>
          <Input maxLength={40} />
        </Form.Item>
      </FormGrid>
      <Form.Item name="note" label={t(visitWords.note)}>
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 2, maxRows: 8 }} placeholder={t(visitWords.noteHint)} />
      </Form.Item>
      {children}
      <Buttons>
        <Button type="primary" htmlType="submit" size="large" loading={doing.busy}>
          {t(visitWords.save)}
        </Button>
        <Button size="large" onClick={onCancel}>
          {t(uiWords.cancel)}
        </Button>
      </Buttons>
    </Form>
  )
}
