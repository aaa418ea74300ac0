import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import type { PaperFormat } from '../../kernel/paper.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { PaperButtons } from '../../web/ui/paper-buttons.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { WithProject } from '../../web/ui/with-project.tsx'
import { Written } from '../referrals/written.tsx'
import { caseWords, sessionWords, superviseWords } from './case-words.ts'
import { printSupervision } from './print-schema.ts'
import { listReviews, listSupervision, type QueueRow, type SupervisionRow } from './session-schema.ts'
import { RecordDays } from './record-days.tsx'
import { SupervisionDialog } from './supervision-dialog.tsx'

/** The supervisor's desk; for a worker, what came back and what supervision they had. */
export function SupervisionPage() {
  return <WithProject page={superviseWords.title}>{(project) => <Desk key={project.id} project={project} />}</WithProject>
}

function Desk({ project }: { project: ListedProject }) {
  const t = useWords()
  const supervises = useMay('casework.supervise')
  const mayWrite = useMay('casework.write')
  const [open, setOpen] = useState<SupervisionRow | 'new'>()
  return (
    <Page
      title={t(superviseWords.title)}
      about={t(superviseWords.about)}
      actions={
        supervises ? (
          <Button type="primary" onClick={() => setOpen('new')}>
            {t(superviseWords.record)}
          </Button>
        ) : undefined
      }
    >
      {supervises ? <Queue project={project} mine={false} /> : null}
      {mayWrite ? <Queue project={project} mine /> : null}
      <Records project={project} onOpen={setOpen} />
      {supervises ? <RecordDays projectId={project.id} /> : null}
      <SupervisionDialog projectId={project.id} open={open} onClose={() => setOpen(undefined)} />
    </Page>
  )
}

function Queue({ project, mine }: { project: ListedProject; mine: boolean }) {
  const t = useWords()
  const { day, moment } = useFormats()
  const asked = useAsk(listReviews, { projectId: project.id, mine, review: mine ? 'returned' : 'waiting' })
  const to = (row: QueueRow) => (row.of === 'session' ? `/case-sessions/${row.id}` : `/cases/${row.caseId}/forms/${row.id}`)
  const columns: Column<QueueRow>[] = [
    {
      title: superviseWords.what,
      cell: (row) => (
        <Link to={to(row)}>
          {row.person ?? t(caseWords.unnamed)} {row.of === 'session' ? t(superviseWords.session, { n: row.what }) : row.what}
        </Link>
      ),
      heads: true,
    },
    { title: caseWords.number, cell: (row) => row.number, whole: true },
    { title: sessionWords.day, cell: (row) => (row.day === null ? '—' : day(row.day)), whole: true },
    { title: superviseWords.by, cell: (row) => row.writtenBy ?? '—' },
    { title: superviseWords.at, cell: (row) => (row.writtenAt === null ? '—' : moment(row.writtenAt)), whole: true },
    { title: sessionWords.narrowChip, cell: (row) => (row.isNarrow ? <Chip>{t(sessionWords.narrowChip)}</Chip> : '—') },
  ]
  return (
    <Panel title={t(mine ? superviseWords.mine : superviseWords.queue)}>
      <AskedState asked={asked}>
        {({ rows }) => (
          <RecordTable
            name={t(mine ? superviseWords.mine : superviseWords.queue)}
            columns={columns}
            rows={rows}
            keyOf={(row) => row.id}
            empty={t(mine ? superviseWords.mineNone : superviseWords.queueNone)}
          />
        )}
      </AskedState>
    </Panel>
  )
}

function Records({ project, onOpen }: { project: ListedProject; onOpen: (row: SupervisionRow) => void }) {
  const t = useWords()
  const { day } = useFormats()
  const asked = useAsk(listSupervision, { projectId: project.id })
  return (
    <Panel title={t(superviseWords.records)}>
      <AskedState asked={asked}>
        {({ rows, totalMinutes }) => (
          <>
            {rows.length === 0 ? null : <p>{t(superviseWords.total, { n: rows.length, hours: Math.round(totalMinutes / 6) / 10 })}</p>}
            <Entries
              rows={rows}
              keyOf={(row) => row.id}
              empty={t(superviseWords.recordsNone)}
              head={(row) => (
                <>
                  {day(row.day)} <Chip tone="calm">{t(superviseWords[row.form])}</Chip>{' '}
                  {t({ zh: '{n} 分钟', en: '{n} minutes' }, { n: row.minutes })} {row.supervisor} → {row.names.join('、')}
                </>
              )}
              more={(row) => (
                <>
                  <Written words={superviseWords.topics} text={row.topics} />
                  <Written words={superviseWords.advice} text={row.advice} />
                  <Written words={superviseWords.followUp} text={row.followUp} />
                </>
              )}
              acts={(row) => (
                <>
                  {row.isMine ? (
                    <Button size="small" onClick={() => onOpen(row)}>
                      {t(superviseWords.change)}
                    </Button>
                  ) : null}
                  <PrintSupervision id={row.id} />
                </>
              )}
            />
          </>
        )}
      </AskedState>
    </Panel>
  )
}

function PrintSupervision({ id }: { id: string }) {
  const t = useWords()
  const papers = useMemo(() => [{ name: t(superviseWords.records), inputFor: (format: PaperFormat) => ({ id, format }) }], [t, id])
  return <PaperButtons endpoint={printSupervision} papers={papers} />
}
