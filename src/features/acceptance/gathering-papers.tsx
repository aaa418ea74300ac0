import { Select, Switch } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Filter, Filters } from '../../web/ui/filters.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { kindWords } from '../ledger/kind-schema.ts'
import type { Readiness } from './pack-schema.ts'
import { pageWords } from './page-words.ts'
import { slots, slotWords, wantingOf, type Slot } from './slot-rules.ts'

type Row = Readiness['gatherings'][number]
const limit = 30

/** The papers of each activity: what is missing, and the record to which it is added. */
export function GatheringPapers({ readiness }: { readiness: Readiness }) {
  const t = useWords()
  const { day, number } = useFormats()
  const [onlyWanting, setOnlyWanting] = useState(true)
  const [slot, setSlot] = useState<Slot>()
  const [offset, setOffset] = useState(0)
  const wanting = readiness.gatherings.filter((row) => wantingOf(row.slots).length > 0)
  const rows = (onlyWanting ? wanting : readiness.gatherings).filter((row) => slot === undefined || wantingOf(row.slots).includes(slot))
  const columns: Column<Row>[] = [
    { title: pageWords.dayOf, cell: (row) => (row.day === null ? t(pageWords.noDay) : day(row.day)), whole: true },
    {
      title: pageWords.name,
      heads: true,
      cell: (row) => <Link to={`/services/${row.id}`}>{row.title ?? row.number ?? t(kindWords[row.kind])}</Link>,
    },
    { title: pageWords.community, cell: (row) => row.community ?? '—', whole: true },
    { title: pageWords.attendances, cell: (row) => number(row.attendances), numeric: true },
    { title: pageWords.missing, cell: (row) => <Missing row={row} /> },
  ]
  return (
    <Panel
      title={`${t(pageWords.papers)} · ${t(pageWords.papersCount, { n: number(readiness.gatherings.length), wanting: number(wanting.length) })}`}
    >
      <Filters name={t(pageWords.papers)}>
        <Filter id="papers-lack" label={t(pageWords.lacks)}>
          <Select
            id="papers-lack"
            value={slot ?? ''}
            onChange={(next) => {
              setSlot(slots.find((one) => one === next))
              setOffset(0)
            }}
            options={[
              { value: '', label: t(pageWords.any) },
              ...(['plan', 'roll', 'photos'] as const).map((one) => ({ value: one, label: t(slotWords[one]) })),
            ]}
          />
        </Filter>
        <Filter id="papers-wanting" label={t(pageWords.onlyWanting)}>
          <span>
            <Switch
              id="papers-wanting"
              checked={onlyWanting}
              onChange={(next) => {
                setOnlyWanting(next)
                setOffset(0)
              }}
            />
          </span>
        </Filter>
      </Filters>
      <RecordTable
        name={t(pageWords.papers)}
        columns={columns}
        rows={rows.slice(offset, offset + limit)}
        keyOf={(row) => row.id}
        empty={t(pageWords.papersNone)}
      />
      <Pager offset={offset} limit={limit} total={rows.length} onMove={setOffset} />
    </Panel>
  )
}

function Missing({ row }: { row: Row }) {
  const t = useWords()
  const missing = wantingOf(row.slots)
  if (missing.length === 0 && row.slots.roll.is !== 'listed') return <Chip tone="good">{t(pageWords.complete)}</Chip>
  return (
    <>
      {missing.map((slot) => (
        <span key={slot}>
          <Chip tone="bad">
            {row.slots[slot].is === 'few' ? t(pageWords.few, { slot: t(slotWords[slot]), n: row.slots[slot].files }) : t(slotWords[slot])}
          </Chip>{' '}
        </span>
      ))}
      {row.slots.roll.is === 'listed' ? <Chip tone="look">{t(pageWords.unsigned)}</Chip> : null}
    </>
  )
}
