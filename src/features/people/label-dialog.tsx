import { App, Form, Input, Select } from 'antd'
import { entered } from '../../kernel/entered.ts'
import { daySchema } from '../../kernel/day.ts'
import { useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { disabilityCategories, hardshipCodeSchema, hardshipWords, type HardshipCode } from './hardship-schema.ts'
import { peopleWords } from './people-words.ts'
import { personWords } from './person-words.ts'
import { saveLabel, type PersonDetail } from './schema.ts'

type Label = PersonDetail['labelHistory'][number]
type Entry = {
  code: HardshipCode
  category?: string
  grade?: number
  basis?: string
  source: string
  startedOn?: string | null
  reviewOn?: string | null
  endedOn?: string | null
  endReason?: string
}
const fields = ['code', 'category', 'grade', 'basis', 'source', 'startedOn', 'reviewOn', 'endedOn', 'endReason']

const dayOf = (value: string | null | undefined) => daySchema.safeParse(value).data ?? null
const entryOf = (label: Label): Partial<Entry> => ({
  code: label.code,
  source: label.source,
  startedOn: label.startedOn,
  reviewOn: label.reviewOn,
  endedOn: label.endedOn,
  ...(label.category === null ? {} : { category: label.category }),
  ...(label.grade === null ? {} : { grade: label.grade }),
  ...(label.basis === null ? {} : { basis: label.basis }),
  ...(label.endReason === null ? {} : { endReason: label.endReason }),
})

/** Records a hardship label, or reviews or ends one. */
export function LabelDialog({ person, label, onClose }: { person: PersonDetail; label: Label | 'new' | undefined; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const saving = useDo(saveLabel)
  const known = label === undefined || label === 'new' ? undefined : label
  const save = (entry: Entry) =>
    saving.run(
      {
        personId: person.id,
        label: {
          id: known?.id ?? saving.newId(),
          code: entry.code,
          grade: entry.code === 'CJ' ? (entry.grade ?? null) : null,
          category: entry.code === 'CJ' ? (entry.category ?? null) : null,
          basis: entered(entry.basis),
          source: entry.source.trim(),
          startedOn: dayOf(entry.startedOn),
          reviewOn: dayOf(entry.reviewOn),
          endedOn: dayOf(entry.endedOn),
          endReason: entered(entry.endReason),
        },
      },
      {
        onDone: () => {
          onClose()
          void message.success(t(personWords.saved))
        },
      },
    )
  return (
    <FormDialog<Entry>
      open={label !== undefined}
      of={known?.id}
      name="label"
      title={known === undefined ? t(personWords.addLabel) : t(personWords.changeLabelOf, { name: t(hardshipWords[known.code]) })}
      action={t(uiWords.save)}
      fields={fields}
      {...(known === undefined ? {} : { first: entryOf(known) })}
      doing={saving}
      onFinish={save}
      onClose={onClose}
    >
      <Form.Item name="code" label={t(peopleWords.label)} rules={[{ required: true, message: t(uiWords.choose) }]}>
        <Select
          disabled={known !== undefined}
          showSearch={{ optionFilterProp: 'label' }}
          options={hardshipCodeSchema.options.map((code) => ({ value: code, label: t(hardshipWords[code]) }))}
          placeholder={t(uiWords.choose)}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['code']}>
        {({ getFieldValue }) =>
          getFieldValue('code') === 'CJ' ? (
            <>
              <Form.Item name="category" label={t(personWords.category)}>
                <Select allowClear options={Object.entries(disabilityCategories).map(([value, words]) => ({ value, label: t(words) }))} />
              </Form.Item>
              <Form.Item name="grade" label={t(personWords.grade)}>
                <Select allowClear options={[1, 2, 3, 4].map((n) => ({ value: n, label: t(personWords.gradeOf, { n }) }))} />
              </Form.Item>
            </>
          ) : null
        }
      </Form.Item>
      <Form.Item name="source" label={t(personWords.source)} rules={[{ required: true, whitespace: true, message: t(uiWords.required) }]}>
        <Input maxLength={120} placeholder={t(personWords.sourceHint)} />
      </Form.Item>
      <Form.Item name="basis" label={t(personWords.basis)}>
        <Input maxLength={120} placeholder={t(personWords.basisHint)} />
      </Form.Item>
      <Form.Item name="startedOn" label={t(personWords.startedOn)}>
        <DayField />
      </Form.Item>
      <Form.Item name="reviewOn" label={t(personWords.reviewOn)}>
        <DayField />
      </Form.Item>
      {known === undefined ? null : (
        <>
          <Form.Item
            name="endedOn"
            label={t(personWords.endedOn)}
            dependencies={['startedOn']}
            rules={[
              ({ getFieldValue }) => ({
                validator: (_rule: unknown, ended: unknown) => {
                  const started: unknown = getFieldValue('startedOn')
                  const before = typeof ended === 'string' && typeof started === 'string' && ended < started
                  return before ? Promise.reject(new Error(t(personWords.endBefore))) : Promise.resolve()
                },
              }),
            ]}
          >
            <DayField />
          </Form.Item>
          <Form.Item name="endReason" label={t(personWords.endReason)}>
            <Input maxLength={120} />
          </Form.Item>
        </>
      )}
    </FormDialog>
  )
}
