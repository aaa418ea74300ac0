import { Button, Checkbox } from 'antd'
import { Link, useNavigate } from 'react-router'
import { listClinicDays, type DayRow } from './day-schema.ts'
import { divisionCodeSchema } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useCommunities } from '../../web/client/communities.ts'
import { useMay } from '../../web/client/mine.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { today } from '../../web/client/today.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Choice } from '../../web/ui/choice.tsx'
import { Filter, Filters } from '../../web/ui/filters.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { WithProject } from '../../web/ui/with-project.tsx'
import { clinicWords, stepWords } from './clinic-words.ts'
import { stepOf } from './day-rules.ts'

const limit = 50

/** The clinic days of the project that is worked on. */
export function ClinicsPage() {
  return <WithProject page={clinicWords.title}>{(project) => <Clinics key={project.id} project={project} />}</WithProject>
}

function Clinics({ project }: { project: ListedProject }) {
  const t = useWords()
  const navigate = useNavigate()
  const mayWrite = useMay('clinics.write')
  return (
    <Page
      title={t(clinicWords.title)}
      actions={
        <>
          <Button onClick={() => void navigate('/clinics/follow-ups')}>{t(clinicWords.followUps)}</Button>
          <Button onClick={() => void navigate('/clinics/supplies')}>{t(clinicWords.supplies)}</Button>
          {mayWrite ? (
            <Button type="primary" icon={<Icon name="plus" />} onClick={() => void navigate('/clinics/new')}>
              {t(clinicWords.plan)}
            </Button>
          ) : null}
        </>
      }
    >
      <Panel>
        <List project={project} />
        <p>
          {t(clinicWords.classesAbout)}{' '}
          {mayWrite ? (
            <>
              <Link to={`/events/new?line=physical&theme=${clinicWords.classTheme.zh}`}>{t(clinicWords.planClass)}</Link>{' '}
              <Link to={`/events/new?line=physical&theme=${clinicWords.sportsTheme.zh}`}>{t(clinicWords.planSports)}</Link>{' '}
            </>
          ) : null}
          <Link to="/services?line=physical&kind=activity">{t(clinicWords.classesHeld)}</Link>
        </p>
      </Panel>
    </Page>
  )
}

function List({ project }: { project: ListedProject }) {
  const t = useWords()
  const { number, day } = useFormats()
  const communities = useCommunities(project.id)
  const query = useQueryState(['community', 'refer'])
  const communityCode = divisionCodeSchema.safeParse(query.get('community')).data
  const onlyToRefer = query.get('refer') === '1' ? true : undefined
  const asked = useAsk(
    listClinicDays,
    { projectId: project.id, offset: query.offset, limit, communityCode, onlyToRefer },
    { keepFormer: true },
  )
  const columns: Column<DayRow>[] = [
    {
      title: clinicWords.name,
      heads: true,
      cell: (row) => <Link to={`/clinics/${row.id}`}>{row.title ?? row.number ?? t(clinicWords.title)}</Link>,
    },
    { title: clinicWords.day, cell: (row) => (row.day === null ? '—' : `${day(row.day)} ${row.startsAt ?? ''}`), whole: true },
    { title: clinicWords.community, cell: (row) => row.communityName ?? '—', whole: true },
    { title: clinicWords.host, cell: (row) => row.host ?? '—' },
    { title: clinicWords.visitors, numeric: true, cell: (row) => number(row.visitors) },
    { title: clinicWords.measured, numeric: true, cell: (row) => number(row.measured) },
    { title: clinicWords.dangers, numeric: true, cell: (row) => number(row.dangers) },
    { title: clinicWords.status, whole: true, cell: (row) => <DayState row={row} /> },
  ]
  return (
    <>
      <Filters name={t(clinicWords.list)}>
        <Filter id="clinic-community" label={t(clinicWords.community)}>
          <Choice
            id="clinic-community"
            value={query.get('community')}
            options={communities.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(community) => query.set({ community })}
          />
        </Filter>
        <Checkbox checked={onlyToRefer === true} onChange={(event) => query.set({ refer: event.target.checked ? '1' : '' })}>
          {t(clinicWords.onlyToRefer)}
        </Checkbox>
      </Filters>
      <AskedState asked={asked}>
        {({ rows, total }) => (
          <>
            <RecordTable
              name={t(clinicWords.list)}
              columns={columns}
              rows={rows}
              keyOf={(row) => row.id}
              empty={t(query.isEmpty ? clinicWords.none : clinicWords.noneFit)}
              busy={asked.isPlaceholderData}
            />
            <Pager offset={query.offset} limit={limit} total={total} onMove={query.setOffset} />
          </>
        )}
      </AskedState>
    </>
  )
}

/** How far a day has come, and what waits. */
export function DayState({ row }: { row: DayRow }) {
  const t = useWords()
  if (row.status === 'cancelled' || row.status === 'failed') return <Chip>{t(clinicWords.cancelled)}</Chip>
  if (row.toRefer > 0) return <Chip tone="bad">{t(clinicWords.toRefer, { n: row.toRefer })}</Chip>
  if (row.openFollowUps > 0) return <Chip tone="look">{t(clinicWords.openFollowUps, { n: row.openFollowUps })}</Chip>
  const step = stepOf(row, today())
  return <Chip tone={step === 'closed' ? 'good' : 'calm'}>{t(stepWords[step])}</Chip>
}
