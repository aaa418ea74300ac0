import { Button, Segmented } from 'antd'
import { Link } from 'react-router'
import { z } from 'zod'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { WithProject } from '../../web/ui/with-project.tsx'
import { findingText } from './finding-text-rules.ts'
import { FollowUpDrawer } from './follow-up-drawer.tsx'
import { listFollowUps, type FollowUpRow } from './follow-up-schema.ts'
import { followUpWords, resultWords } from './follow-up-words.ts'
import { LevelChip } from './level-chip.tsx'

const limit = 50
const showSchema = listFollowUps.input.shape.show

/** Whom to follow up after clinic days, the soonest due first. */
export function FollowUpsPage() {
  return <WithProject page={followUpWords.title}>{(project) => <FollowUps key={project.id} project={project} />}</WithProject>
}

function FollowUps({ project }: { project: ListedProject }) {
  const t = useWords()
  const { day, number } = useFormats()
  const mayWrite = useMay('clinics.write')
  const query = useQueryState(['show', 'open'])
  const show = showSchema.parse(
    query.get('show') === '' ? undefined : z.enum(['open', 'overdue', 'closed']).safeParse(query.get('show')).data,
  )
  const asked = useAsk(listFollowUps, { projectId: project.id, show, offset: query.offset, limit }, { keepFormer: true })
  const opened = z.uuid().safeParse(query.get('open')).data
  const columns: Column<FollowUpRow>[] = [
    {
      title: followUpWords.person,
      heads: true,
      cell: (row) => (
        <>
          <div>{row.personId === null ? row.name : <Link to={`/people/${row.personId}`}>{row.name}</Link>}</div>
          <LevelChip level={row.level} />
        </>
      ),
    },
    {
      title: followUpWords.findings,
      cell: (row) =>
        findingText(row.findings)
          .map((words) => t(words))
          .join('；') || '—',
    },
    { title: followUpWords.phone, whole: true, cell: (row) => (row.phone === null ? '—' : <a href={`tel:${row.phone}`}>{row.phone}</a>) },
    {
      title: followUpWords.clinic,
      cell: (row) => (
        <Link to={`/clinics/${row.serviceId}`}>
          {[row.clinicDay === null ? '' : day(row.clinicDay), row.communityName ?? ''].join(' ')}
        </Link>
      ),
    },
    {
      title: followUpWords.dueOn,
      whole: true,
      cell: (row) => (
        <>
          {day(row.dueOn)} {row.isOverdue ? <Chip tone="bad">{t(followUpWords.overdue)}</Chip> : null}
        </>
      ),
    },
    {
      title: followUpWords.last,
      cell: (row) => (row.lastOn === null || row.lastResult === null ? '—' : `${day(row.lastOn)} ${t(resultWords[row.lastResult])}`),
    },
    {
      title: uiWords.actions,
      acts: true,
      cell: (row) => (
        <Button size="small" aria-label={t(followUpWords.openOf, { name: row.name })} onClick={() => query.set({ open: row.id })}>
          {t(mayWrite && row.closedOn === null ? followUpWords.record : followUpWords.history)}
        </Button>
      ),
    },
  ]
  const found = asked.data
  return (
    <Page title={t(followUpWords.title)} about={found === undefined ? undefined : t(followUpWords.about, { day: day(found.asOf) })}>
      <Panel>
        {found === undefined || found.notArranged === 0 ? null : (
          <p>
            <Link to="/clinics?refer=1">{t(followUpWords.notArranged, { n: number(found.notArranged) })}</Link>
          </p>
        )}
        <Segmented
          aria-label={t(followUpWords.show)}
          value={show}
          onChange={(next) => query.set({ show: next === 'open' ? '' : next })}
          options={showSchema.unwrap().options.map((value) => ({
            value,
            label:
              value === 'overdue' && found !== undefined ? `${t(followUpWords.overdue)} ${number(found.overdue)}` : t(followUpWords[value]),
          }))}
          style={{ marginBottom: 12 }}
        />
        <AskedState asked={asked}>
          {({ rows, total }) => (
            <>
              <RecordTable
                name={t(followUpWords.list)}
                columns={columns}
                rows={rows}
                keyOf={(row) => row.id}
                empty={t(followUpWords.none)}
                busy={asked.isPlaceholderData}
              />
              <Pager offset={query.offset} limit={limit} total={total} onMove={query.setOffset} />
            </>
          )}
        </AskedState>
      </Panel>
      <FollowUpDrawer id={opened} mayWrite={mayWrite} onClose={() => query.set({ open: '' })} />
    </Page>
  )
}
