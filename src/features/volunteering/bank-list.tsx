import { App, Button, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { v7 } from 'uuid'
import type { z } from 'zod'
import type { ProjectId } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Filter, Filters } from '../../web/ui/filters.tsx'
import { FormDialog } from '../../web/ui/form-dialog.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { SearchField } from '../../web/ui/search-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { bankKindWords, type BankKind } from './bank-rules.ts'
import { bookTime, entryKindSchema, listBank, listEntries } from './bank-schema.ts'
import { bankWords } from './bank-words.ts'
import { volunteerIdSchema } from './register-schema.ts'
import { VolunteerSelect } from './volunteer-select.tsx'
import { volunteerWords } from './volunteer-words.ts'

type Row = z.output<typeof listBank.output>['rows'][number]
type Line = z.output<typeof listEntries.output>['rows'][number]
const keys = ['search'] as const
const limit = 50

/** The time bank: what everybody has, what can be deposited, and what was booked. */
export function BankList({ projectId }: { projectId: ProjectId }) {
  const t = useWords()
  const { minutes } = useFormats()
  const mayManage = useMay('volunteering.manage')
  const query = useQueryState(keys)
  const [booking, setBooking] = useState<Row>()
  const search = query.get('search').trim()
  const asked = useAsk(listBank, { projectId, offset: query.offset, limit, ...(search === '' ? {} : { search }) }, { keepFormer: true })
  const columns: Column<Row>[] = [
    { title: bankWords.volunteer, heads: true, whole: true, cell: (row) => row.name },
    { title: volunteerWords.number, whole: true, cell: (row) => row.number ?? '—' },
    { title: bankWords.balance, numeric: true, whole: true, cell: (row) => minutes(row.balance) },
    { title: bankWords.notDeposited, numeric: true, whole: true, cell: (row) => minutes(row.notDeposited) },
    ...(mayManage
      ? [
          {
            title: uiWords.actions,
            acts: true as const,
            cell: (row: Row) => (
              <Button size="small" aria-label={t(bankWords.bookOf, { name: row.name })} onClick={() => setBooking(row)}>
                {t(bankWords.book)}
              </Button>
            ),
          },
        ]
      : []),
  ]
  return (
    <>
      <Filters name={t(volunteerWords.filter)}>
        <Filter id="bank-search" label={t(volunteerWords.search)} wide>
          <SearchField
            id="bank-search"
            placeholder={t(volunteerWords.bankSearchHint)}
            value={query.get('search')}
            onChange={(next) => query.set({ search: next })}
          />
        </Filter>
      </Filters>
      <AskedState asked={asked}>
        {({ rows, total, pool, capMinutes }) => (
          <>
            <p>{t(bankWords.about, { pool: minutes(pool), cap: minutes(capMinutes) })}</p>
            <RecordTable
              name={t(bankWords.list)}
              columns={columns}
              rows={rows}
              keyOf={(row) => row.volunteerId}
              empty={t(bankWords.none)}
            />
            <Pager offset={query.offset} limit={limit} total={total} onMove={query.setOffset} />
          </>
        )}
      </AskedState>
      <Lines projectId={projectId} />
      <BookTime key={booking?.volunteerId ?? ''} projectId={projectId} row={booking} onClose={() => setBooking(undefined)} />
    </>
  )
}

function Lines({ projectId }: { projectId: ProjectId }) {
  const t = useWords()
  const { minutes, moment } = useFormats()
  const [offset, setOffset] = useState(0)
  const asked = useAsk(listEntries, { projectId, offset, limit: 20 }, { keepFormer: true })
  const columns: Column<Line>[] = [
    { title: bankWords.at, whole: true, cell: (row) => moment(row.bookedAt) },
    { title: bankWords.kind, heads: true, whole: true, cell: (row) => t(bankKindWords[row.kind]) },
    { title: bankWords.from, whole: true, cell: (row) => row.from },
    { title: bankWords.to, whole: true, cell: (row) => row.to },
    { title: bankWords.minutes, numeric: true, whole: true, cell: (row) => minutes(row.minutes) },
    { title: bankWords.reason, cell: (row) => row.reason ?? '—' },
    { title: bankWords.by, whole: true, cell: (row) => row.bookedBy ?? '—' },
  ]
  return (
    <>
      <h3>{t(bankWords.entries)}</h3>
      <AskedState asked={asked}>
        {({ rows, total }) => (
          <>
            <RecordTable
              name={t(bankWords.entries)}
              columns={columns}
              rows={rows}
              keyOf={(row) => row.id}
              empty={t(bankWords.entriesNone)}
            />
            <Pager offset={offset} limit={20} total={total} onMove={setOffset} />
          </>
        )}
      </AskedState>
    </>
  )
}

type Entry = { kind: BankKind; minutes: number; toId?: string; down?: boolean; reason?: string }
const fields = ['kind', 'minutes', 'toId', 'down', 'reason']

function BookTime({ projectId, row, onClose }: { projectId: ProjectId; row: Row | undefined; onClose: () => void }) {
  const t = useWords()
  const { minutes } = useFormats()
  const { message } = App.useApp()
  const booking = useDo(bookTime)
  const [id, setId] = useState(() => v7())
  return (
    <FormDialog<Entry>
      open={row !== undefined}
      of={row?.volunteerId}
      name="book-time"
      title={t(bankWords.bookOf, { name: row?.name ?? '' })}
      action={t(bankWords.book)}
      fields={fields}
      first={{ kind: 'deposit', ...(row === undefined || row.notDeposited === 0 ? {} : { minutes: row.notDeposited }) }}
      doing={booking}
      onFinish={(entry) => {
        if (row === undefined) return
        booking.run(
          {
            id,
            volunteerId: row.volunteerId,
            kind: entry.kind,
            minutes: entry.minutes,
            toId: volunteerIdSchema.safeParse(entry.toId).data ?? null,
            down: entry.down === true,
            reason: entry.reason === undefined || entry.reason.trim() === '' ? null : entry.reason,
          },
          {
            onDone: ({ balance }) => {
              setId(v7())
              onClose()
              void message.success(t(bankWords.booked, { balance: minutes(balance) }))
            },
          },
        )
      }}
      onClose={onClose}
    >
      <Form.Item name="kind" label={t(bankWords.kind)} rules={[{ required: true, message: t(uiWords.choose) }]}>
        <Select options={entryKindSchema.options.map((kind) => ({ value: kind, label: t(bankKindWords[kind]) }))} />
      </Form.Item>
      <Form.Item name="minutes" label={t(bankWords.minutes)} rules={[{ required: true, message: t(uiWords.required) }]}>
        <InputNumber min={1} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item noStyle dependencies={['kind']}>
        {({ getFieldValue }) => {
          const kind: unknown = getFieldValue('kind')
          if (kind === 'transfer_relative')
            return (
              <Form.Item name="toId" label={t(bankWords.relative)}>
                <VolunteerSelect projectId={projectId} />
              </Form.Item>
            )
          return kind === 'adjust' ? (
            <Form.Item name="down" valuePropName="checked">
              <Checkbox>{t(bankWords.down)}</Checkbox>
            </Form.Item>
          ) : null
        }}
      </Form.Item>
      <Form.Item name="reason" label={t(bankWords.reason)}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}
