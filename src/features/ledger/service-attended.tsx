import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { ChangeAttended } from './change-attended.tsx'
import { certaintyWords, partPlayedWords } from './ledger-words.ts'
import { ResolveName } from './resolve-name.tsx'
import type { ServiceDetail } from './schema.ts'
import { serviceWords } from './service-words.ts'

export type Attendance = ServiceDetail['attended'][number]

/** Who was there, as what, and how sure we are of it. */
export function ServiceAttended({ service, mayWrite }: { service: ServiceDetail; mayWrite: boolean }) {
  const t = useWords()
  const { minutes } = useFormats()
  const [resolving, setResolving] = useState<Attendance>()
  const [changing, setChanging] = useState(false)
  const columns: Column<Attendance>[] = [
    {
      title: serviceWords.person,
      heads: true,
      cell: (row) => (
        <>
          {row.personId === null ? row.name : <Link to={`/people/${row.personId}`}>{row.name}</Link>}{' '}
          {row.repeats ? <Chip tone="look">{t(serviceWords.repeats)}</Chip> : null}
        </>
      ),
    },
    { title: serviceWords.part, cell: (row) => t(partPlayedWords[row.part]), whole: true },
    {
      title: serviceWords.certainty,
      whole: true,
      cell: (row) => (
        <Chip tone={row.certainty === 'unresolved' ? 'look' : row.certainty === 'number' ? 'good' : 'plain'}>
          {t(certaintyWords[row.certainty])}
        </Chip>
      ),
    },
    {
      title: serviceWords.written,
      cell: (row) =>
        row.writtenName === null || (row.writtenName === row.name && row.writtenHints === null)
          ? '—'
          : [row.writtenName, row.writtenHints].filter((known) => known !== null && known !== '').join(' · '),
    },
    {
      title: serviceWords.hours,
      cell: (row) =>
        [
          ...(row.minutes === null ? [] : [minutes(row.minutes)]),
          ...(row.minutesClaimed === null || row.minutesClaimed === row.minutes
            ? []
            : [t(serviceWords.claimed, { time: minutes(row.minutesClaimed) })]),
          ...(row.confirmedBy === null ? [] : [t(serviceWords.confirmedBy, { name: row.confirmedBy })]),
        ].join(' · ') || '—',
    },
  ]
  const acts: Column<Attendance> = {
    title: uiWords.actions,
    acts: true,
    cell: (row) =>
      row.writtenName !== null && (row.personId === null || row.certainty !== 'number') ? (
        <Button
          size="small"
          type={row.personId === null ? 'primary' : 'link'}
          aria-label={`${t(row.personId === null ? serviceWords.resolve : serviceWords.resolveAgain)} ${row.name}`}
          onClick={() => setResolving(row)}
        >
          {t(row.personId === null ? serviceWords.resolve : serviceWords.resolveAgain)}
        </Button>
      ) : null,
  }
  return (
    <Panel
      title={`${t(serviceWords.attended)} ${service.attended.length === 0 ? '' : service.attended.length}`}
      actions={
        mayWrite ? (
          <Button size="small" onClick={() => setChanging(true)}>
            {t(serviceWords.changeAttended)}
          </Button>
        ) : undefined
      }
    >
      <RecordTable
        name={t(serviceWords.attended)}
        columns={mayWrite ? [...columns, acts] : columns}
        rows={service.attended}
        keyOf={(row) => row.id}
        empty={t(serviceWords.attendedNone)}
      />
      <ResolveName service={service} attendance={resolving} onClose={() => setResolving(undefined)} />
      <ChangeAttended service={service} open={changing} onClose={() => setChanging(false)} />
    </Panel>
  )
}
