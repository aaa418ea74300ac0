import { App, Button, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { v7 } from 'uuid'
import { entered } from '../../kernel/entered.ts'
import { daySchema } from '../../kernel/day.ts'
import { divisionCodeSchema, type ProjectId } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { Filter, Filters } from '../../web/ui/filters.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { SearchField } from '../../web/ui/search-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { Hours } from './hours-text.tsx'
import { listFamilies, listVolunteers, saveFamily, volunteerIdSchema, type FamilyFile, type FamilyRow } from './register-schema.ts'
import { volunteerWords } from './volunteer-words.ts'

const keys = ['search'] as const
const limit = 50
type Places = readonly { code: string; name: string }[]

/** Families that volunteer as a unit, vetted or not. */
export function FamilyList({
  projectId,
  communities,
  adding,
  onAdded,
}: {
  projectId: ProjectId
  communities: Places
  adding: boolean
  onAdded: () => void
}) {
  const t = useWords()
  const { day } = useFormats()
  const mayManage = useMay('volunteering.manage')
  const query = useQueryState(keys)
  const [changing, setChanging] = useState<FamilyRow>()
  const search = query.get('search').trim()
  const asked = useAsk(listFamilies, { projectId, offset: query.offset, limit, ...(search === '' ? {} : { search }) }, { keepFormer: true })
  const columns: Column<FamilyRow>[] = [
    { title: volunteerWords.number, heads: true, whole: true, cell: (row) => row.file.number },
    { title: volunteerWords.familyName, heads: true, cell: (row) => row.file.name ?? '—' },
    { title: volunteerWords.contactName, whole: true, cell: (row) => row.file.contactName ?? '—' },
    { title: volunteerWords.contactPhone, whole: true, cell: (row) => row.file.contactPhone ?? '—' },
    { title: volunteerWords.community, whole: true, cell: (row) => row.communityName ?? '—' },
    { title: volunteerWords.size, numeric: true, cell: (row) => row.file.size ?? '—' },
    { title: volunteerWords.members, cell: (row) => <Members family={row} /> },
    { title: volunteerWords.confirmed, numeric: true, whole: true, cell: (row) => <Hours minutes={row.hours.confirmed} /> },
    { title: volunteerWords.unconfirmed, numeric: true, whole: true, cell: (row) => <Hours minutes={row.hours.unconfirmed} /> },
    {
      title: volunteerWords.vetting,
      cell: (row) => (
        <>
          <Chip tone={row.isVetted ? 'good' : 'look'}>{t(row.isVetted ? volunteerWords.isVetted : volunteerWords.notVetted)}</Chip>{' '}
          {row.file.vettedUntil === null ? null : t(volunteerWords.until, { day: day(row.file.vettedUntil) })}
        </>
      ),
    },
    ...(mayManage
      ? [
          {
            title: uiWords.actions,
            acts: true as const,
            cell: (row: FamilyRow) => (
              <Button
                size="small"
                aria-label={t(volunteerWords.changeFamilyOf, { number: row.file.number })}
                onClick={() => setChanging(row)}
              >
                {t(volunteerWords.changeFamily)}
              </Button>
            ),
          },
        ]
      : []),
  ]
  return (
    <>
      <Filters name={t(volunteerWords.familyFilter)}>
        <Filter id="family-search" label={t(volunteerWords.familySearch)} wide>
          <SearchField
            id="family-search"
            placeholder={t(volunteerWords.familySearchHint)}
            value={query.get('search')}
            onChange={(next) => query.set({ search: next })}
          />
        </Filter>
      </Filters>
      <AskedState asked={asked}>
        {({ rows, total }) => (
          <>
            <RecordTable
              name={t(volunteerWords.familyList)}
              columns={columns}
              rows={rows}
              keyOf={(row) => row.id}
              {...(query.isEmpty ? { empty: t(volunteerWords.familiesNone) } : {})}
              busy={asked.isPlaceholderData}
            />
            <Pager offset={query.offset} limit={limit} total={total} onMove={query.setOffset} />
          </>
        )}
      </AskedState>
      <FamilyDialog
        key={changing?.id ?? 'new'}
        projectId={projectId}
        communities={communities}
        family={changing}
        open={adding || changing !== undefined}
        onClose={() => {
          setChanging(undefined)
          if (adding) onAdded()
        }}
      />
    </>
  )
}

/** Each of them opens their own file. */
function Members({ family }: { family: FamilyRow }) {
  if (family.members.length === 0) return <>—</>
  return (
    <span style={{ display: 'inline-flex', flexWrap: 'wrap', gap: '0 10px' }}>
      {family.members.map((member) => (
        <Link key={member.id} to={`/volunteers/${member.id}`}>
          {member.name}
        </Link>
      ))}
    </span>
  )
}

type Entry = {
  number: string
  name?: string
  contactName?: string
  contactPhone?: string
  communityCode?: string | null
  size?: number | null
  joinedOn?: string | null
  vettedOn?: string | null
  vettedUntil?: string | null
  vettedBy?: string
  endedOn?: string | null
  endReason?: string
  note?: string
  members?: string[]
}
const fields = [
  'number',
  'name',
  'contactName',
  'contactPhone',
  'communityCode',
  'size',
  'joinedOn',
  'vettedOn',
  'vettedUntil',
  'vettedBy',
  'endedOn',
  'endReason',
  'note',
  'members',
]
const dayOf = (value: string | null | undefined) => daySchema.safeParse(value).data ?? null

const fileOf = (entry: Entry): FamilyFile => ({
  number: entry.number.trim(),
  name: entered(entry.name),
  contactName: entered(entry.contactName),
  contactPhone: entered(entry.contactPhone),
  communityCode: divisionCodeSchema.safeParse(entry.communityCode).data ?? null,
  size: entry.size ?? null,
  joinedOn: dayOf(entry.joinedOn),
  vettedOn: dayOf(entry.vettedOn),
  vettedUntil: dayOf(entry.vettedUntil),
  vettedBy: entered(entry.vettedBy),
  endedOn: dayOf(entry.endedOn),
  endReason: entered(entry.endReason),
  note: entered(entry.note),
})

const two = { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))', gap: '0 16px' } as const

function FamilyDialog({
  projectId,
  communities,
  family,
  open,
  onClose,
}: {
  projectId: ProjectId
  communities: Places
  family: FamilyRow | undefined
  open: boolean
  onClose: () => void
}) {
  const t = useWords()
  const { message } = App.useApp()
  const saving = useDo(saveFamily)
  const [id, setId] = useState(() => v7())
  const roll = useAsk(listVolunteers, { projectId, limit: 200 }, { when: open })
  const options = (roll.data?.rows ?? []).map((row) => ({
    value: row.id,
    label: [row.name, row.number, row.familyNumber].filter((known) => known !== null).join(' · '),
  }))
  const first: Partial<Entry> | undefined =
    family === undefined
      ? undefined
      : {
          number: family.file.number,
          ...Object.fromEntries(Object.entries(family.file).filter(([, value]) => value !== null)),
          members: family.members.map((member) => member.id),
        }
  const day = (name: 'joinedOn' | 'vettedOn' | 'vettedUntil' | 'endedOn', label: keyof typeof volunteerWords) => (
    <Form.Item name={name} label={t(volunteerWords[label])}>
      <DayField />
    </Form.Item>
  )
  return (
    <FormDialog<Entry>
      open={open}
      of={family?.id}
      name="volunteer-family"
      title={family === undefined ? t(volunteerWords.addFamily) : t(volunteerWords.changeFamilyOf, { number: family.file.number })}
      action={t(uiWords.save)}
      fields={fields}
      {...(first === undefined ? {} : { first })}
      doing={saving}
      onFinish={(entry) =>
        saving.run(
          {
            id: family?.id ?? id,
            projectId,
            version: family?.version ?? null,
            file: fileOf(entry),
            members: (entry.members ?? []).flatMap((member) => volunteerIdSchema.safeParse(member).data ?? []),
          },
          {
            onDone: () => {
              setId(v7())
              onClose()
              void message.success(t(volunteerWords.saved))
            },
          },
        )
      }
      onClose={onClose}
    >
      <div style={two}>
        <Form.Item
          name="number"
          label={t(volunteerWords.number)}
          rules={[{ required: true, whitespace: true, message: t(uiWords.required) }]}
        >
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item name="name" label={t(volunteerWords.familyName)}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="contactName" label={t(volunteerWords.contactName)}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="contactPhone" label={t(volunteerWords.contactPhone)}>
          <Input maxLength={40} inputMode="tel" />
        </Form.Item>
        <Form.Item name="communityCode" label={t(volunteerWords.community)}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={communities.map(({ code, name }) => ({ value: code, label: name }))}
            placeholder={t(uiWords.choose)}
          />
        </Form.Item>
        <Form.Item name="size" label={t(volunteerWords.size)}>
          <InputNumber min={1} max={30} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <Form.Item name="members" label={t(volunteerWords.members)} extra={t(volunteerWords.membersHint)}>
        <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={options} placeholder={t(uiWords.choose)} />
      </Form.Item>
      <div style={two}>
        {day('joinedOn', 'joinedOn')}
        {day('vettedOn', 'vettedOn')}
        {day('vettedUntil', 'vettedUntil')}
        <Form.Item name="vettedBy" label={t(volunteerWords.vettedBy)}>
          <Input maxLength={40} />
        </Form.Item>
        {day('endedOn', 'endedOn')}
        <Form.Item name="endReason" label={t(volunteerWords.endReason)}>
          <Input maxLength={120} />
        </Form.Item>
      </div>
      <Form.Item name="note" label={t(volunteerWords.note)}>
        <Input.TextArea maxLength={400} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDialog>
  )
}
