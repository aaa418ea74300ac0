import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { listTrail, verifyTrail, type TrailRow } from './schema.ts'
import { useEntryNames } from './trail-entries.tsx'
import { TrailFilter } from './trail-filter.tsx'
import { detailsOf, everything, filterOf, type TrailQuery } from './trail-filter-rules.ts'
import { trailWords } from './trail-words.ts'
import style from './trail-page.module.css'

const limit = 50

/** What was done here, by whom, and whether the record of it still is what was written. */
export function TrailPage() {
  const t = useWords()
  const { second } = useFormats()
  const [query, setQuery] = useState<TrailQuery>(everything)
  const [offset, setOffset] = useState(0)
  const asked = useAsk(listTrail, { offset, limit, ...filterOf(query) }, { keepFormer: true })
  const nameOf = useEntryNames()

  const narrow = (more: Partial<TrailQuery>) => {
    setQuery({ ...query, ...more })
    setOffset(0)
  }

  const columns: Column<TrailRow>[] = [
    { title: trailWords.at, cell: (row) => second(row.at), whole: true, heads: true },
    {
      title: trailWords.who,
      cell: ({ account }) =>
        account === null ? (
          <span className={style['faint']}>{t(trailWords.nobody)}</span>
        ) : (
          <button
            type="button"
            className={style['link']}
            title={t(trailWords.onlyThis, { name: account })}
            onClick={() => narrow({ accountName: account })}
          >
            {account}
          </button>
        ),
    },
    {
      title: trailWords.entry,
      cell: (row) => (
        <>
          {nameOf(row.entry)} <span className={style['code']}>{row.entry}</span>
        </>
      ),
    },
    {
      title: trailWords.subject,
      cell: ({ subject, subjectName }) =>
        subject === null ? (
          '—'
        ) : (
          <>
            {subjectName === null ? null : <div>{subjectName}</div>}
            <button type="button" className={style['subject']} title={t(trailWords.onlySubject)} onClick={() => narrow({ subject })}>
              {subject}
            </button>
          </>
        ),
    },
    { title: trailWords.reason, cell: (row) => row.reason ?? '—' },
    { title: trailWords.details, cell: (row) => <Details text={row.details} /> },
  ]

  return (
    <Page title={t(trailWords.title)} about={t(trailWords.about)}>
      <Panel>
        <Verify />
      </Panel>
      <Panel>
        <TrailFilter
          key={JSON.stringify(query)}
          query={query}
          onAsk={(next) => {
            setQuery(next)
            setOffset(0)
          }}
        />
        <AskedState asked={asked}>
          {({ rows, total }) => (
            <>
              <RecordTable
                name={t(trailWords.list)}
                columns={columns}
                rows={rows}
                keyOf={(row) => `${row.lane}.${row.seq}`}
                empty={t(trailWords.none)}
                busy={asked.isPlaceholderData}
              />
              <Pager offset={offset} limit={limit} total={total} onMove={setOffset} />
            </>
          )}
        </AskedState>
      </Panel>
    </Page>
  )
}

function Details({ text }: { text: string }) {
  const details = detailsOf(text)
  if (details.length === 0) return '—'
  return (
    <span className={style['details']}>
      {details.map(([name, value]) => (
        <span key={name}>{name === '' ? value : `${name}: ${value}`}</span>
      ))}
    </span>
  )
}

/** Recomputes the whole chain on the server, and says what came of it. */
function Verify() {
  const t = useWords()
  const { number } = useFormats()
  const verifying = useDo(verifyTrail)
  const { answer } = verifying
  return (
    <div className={style['verify']}>
      <Button icon={<Icon name="shield" />} loading={verifying.busy} onClick={() => verifying.run({})}>
        {t(trailWords.verify)}
      </Button>
      <div aria-live="polite" className={style['result']}>
        <FailureNote failure={verifying.failure} onRetry={verifying.again} />
        {answer === undefined || verifying.busy ? null : answer.broken === null ? (
          <Alert type="success" showIcon title={t(trailWords.verified, { n: number(answer.entries) })} />
        ) : (
          <Alert type="error" showIcon title={t(trailWords.broken, { lane: answer.broken.lane, seq: answer.broken.seq })} />
        )}
      </div>
    </div>
  )
}
