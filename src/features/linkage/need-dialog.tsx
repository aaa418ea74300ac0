import { App, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { v7 } from 'uuid'
import { daySchema } from '../../kernel/day.ts'
import { entered } from '../../kernel/entered.ts'
import { divisionCodeSchema, type PersonId, type ProjectId } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import type { Community } from '../../web/client/communities.ts'
import { useWords } from '../../web/language/language.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { listGroups } from '../groups/schema.ts'
import { priorityWords } from '../needs/need-words.ts'
import { prioritySchema, type Priority } from '../needs/schema.ts'
import { PersonSearch } from '../people/person-search.tsx'
import { linkKindSchema, linkKindWords, type LinkKind, type PartOfDay } from './link-kind-schema.ts'
import style from './linkage.module.css'
import { linkageWords } from './linkage-words.ts'
import { holderSchema, holderWords, saveLinkNeed, type Holder, type NeedRow } from './need-schema.ts'
import { TimesFields, timesIn } from './times-field.tsx'

type Entry = {
  holder: Holder
  communityCode?: string
  groupId?: string
  kind: LinkKind
  title: string
  note?: string
  skill?: string
  quantity: number
  unit?: string
  days?: number[]
  parts?: PartOfDay[]
  wantedBy?: string | null
  needsVetting?: boolean
  priority: Priority
}
const fields = [
  'holder',
  'communityCode',
  'personId',
  'groupId',
  'kind',
  'title',
  'note',
  'skill',
  'quantity',
  'unit',
  'wantedBy',
  'priority',
].flatMap((field) => [field, `file.${field}`])

const entryOf = (need: NeedRow): Partial<Entry> => ({
  holder: need.holder,
  communityCode: need.communityCode,
  kind: need.kind,
  title: need.title,
  quantity: need.quantity,
  days: need.times.days,
  parts: need.times.parts,
  wantedBy: need.wantedBy,
  needsVetting: need.needsVetting,
  priority: need.priority,
  ...(need.groupId === null ? {} : { groupId: need.groupId }),
  ...(need.note === null ? {} : { note: need.note }),
  ...(need.skill === null ? {} : { skill: need.skill }),
  ...(need.unit === null ? {} : { unit: need.unit }),
})

/** Records or changes a need to be linked. */
export function NeedDialog({
  projectId,
  communities,
  need,
  open,
  onClose,
}: {
  projectId: ProjectId
  communities: readonly Community[]
  need?: NeedRow | undefined
  open: boolean
  onClose: () => void
}) {
  const t = useWords()
  const { message } = App.useApp()
  const saving = useDo(saveLinkNeed)
  const [id, setId] = useState(() => v7())
  const [holder, setHolder] = useState<Holder>(need?.holder ?? 'person')
  const [picked, setPicked] = useState<{ id: PersonId; name: string }>()
  const groups = useAsk(listGroups, { projectId }, { when: open && holder === 'group' })
  const required = { required: true, message: t(uiWords.required) }
  const save = (entry: Entry) => {
    const communityCode = divisionCodeSchema.safeParse(entry.communityCode).data
    if (communityCode === undefined) return
    saving.run(
      {
        id: need?.id ?? id,
        projectId,
        version: need?.version ?? 0,
        file: {
          communityCode,
          holder: entry.holder,
          personId: entry.holder === 'person' ? (need?.personId ?? picked?.id ?? null) : null,
          groupId: entry.holder === 'group' ? (entry.groupId ?? null) : null,
          needId: need?.needId ?? null,
          planId: need?.planId ?? null,
          kind: entry.kind,
          title: entry.title,
          note: entered(entry.note),
          skill: entered(entry.skill),
          quantity: entry.quantity,
          unit: entered(entry.unit),
          times: timesIn(entry),
          wantedBy: daySchema.safeParse(entry.wantedBy).data ?? null,
          needsVetting: entry.needsVetting === true,
          priority: entry.priority,
        },
      },
      {
        onDone: () => {
          setId(v7())
          setPicked(undefined)
          onClose()
          void message.success(t(linkageWords.saved))
        },
      },
    )
  }
  return (
    <FormDialog<Entry>
      open={open}
      name="link-need"
      title={need === undefined ? t(linkageWords.addNeed) : t(linkageWords.changeOf, { title: need.title })}
      action={t(uiWords.save)}
      fields={fields}
      first={
        need === undefined
          ? {
              holder,
              kind: 'service',
              quantity: 1,
              priority: 'usual',
              ...(communities.length === 1 && communities[0] !== undefined ? { communityCode: communities[0].code } : {}),
            }
          : entryOf(need)
      }
      doing={saving}
      onFinish={save}
      onClose={onClose}
    >
      <Form.Item name="holder" label={t(linkageWords.holder)} rules={[required]}>
        <Select
          disabled={need !== undefined}
          onChange={(next: Holder) => setHolder(next)}
          options={holderSchema.options.map((each) => ({ value: each, label: t(holderWords[each]) }))}
        />
      </Form.Item>
      {holder === 'person' ? (
        <Form.Item label={t(linkageWords.person)} htmlFor="link-need-person">
          {need === undefined ? (
            <>
              <PersonSearch id="link-need-person" projectId={projectId} onPick={setPicked} />
              {picked === undefined ? null : <p style={{ margin: '8px 0 0' }}>{t(linkageWords.personIs, { name: picked.name })}</p>}
            </>
          ) : (
            <Input id="link-need-person" readOnly value={t(linkageWords.personStays, { name: need.personName ?? '' })} />
          )}
        </Form.Item>
      ) : null}
      {holder === 'group' ? (
        <Form.Item name="groupId" label={t(linkageWords.group)}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={(groups.data?.rows ?? []).map((row) => ({ value: row.id, label: row.name }))}
            placeholder={t(uiWords.choose)}
          />
        </Form.Item>
      ) : null}
      <Form.Item name="title" label={t(linkageWords.needTitle)} rules={[{ ...required, whitespace: true }]}>
        <Input maxLength={60} placeholder={t(linkageWords.needTitleHint)} />
      </Form.Item>
      <div className={style['two']}>
        <Form.Item name="kind" label={t(linkageWords.kind)} rules={[required]}>
          <Select options={linkKindSchema.options.map((kind) => ({ value: kind, label: t(linkKindWords[kind]) }))} />
        </Form.Item>
        <Form.Item name="communityCode" label={t(linkageWords.community)} rules={[required]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={communities.map(({ code, name }) => ({ value: code, label: name }))}
            placeholder={t(uiWords.choose)}
          />
        </Form.Item>
        <Form.Item name="skill" label={t(linkageWords.skill)}>
          <Input maxLength={60} placeholder={t(linkageWords.skillHint)} />
        </Form.Item>
        <Form.Item name="priority" label={t(linkageWords.priority)} rules={[required]}>
          <Select options={prioritySchema.options.map((each) => ({ value: each, label: t(priorityWords[each]) }))} />
        </Form.Item>
        <Form.Item name="quantity" label={t(linkageWords.quantity)} rules={[required]}>
          <InputNumber min={1} max={100_000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="unit" label={t(linkageWords.unit)}>
          <Input maxLength={8} placeholder={t(linkageWords.unitHint)} />
        </Form.Item>
        <TimesFields />
        <Form.Item name="wantedBy" label={t(linkageWords.wantedBy)}>
          <DayField />
        </Form.Item>
      </div>
      <Form.Item name="note" label={t(linkageWords.note)}>
        <Input.TextArea maxLength={400} autoSize={{ minRows: 2, maxRows: 5 }} />
      </Form.Item>
      <Form.Item name="needsVetting" valuePropName="checked" noStyle>
        <Checkbox>{t(linkageWords.needsVetting)}</Checkbox>
      </Form.Item>
    </FormDialog>
  )
}
