import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import type { ProjectId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import type { Attention } from '../../web/ui/attention.tsx'
import { unitWords } from '../../web/ui/unit-words.ts'
import { Chip } from '../../web/ui/chip.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { WithProject } from '../../web/ui/with-project.tsx'
import { listGroups, type GroupRow } from './schema.ts'
import { groupWords } from './words.ts'

/** The groups of the project that is worked on. */
export function GroupsPage() {
  return <WithProject page={groupWords.title}>{(project) => <Groups key={project.id} project={project} />}</WithProject>
}

function Groups({ project }: { project: ListedProject }) {
  const t = useWords()
  const navigate = useNavigate()
  const { day, share, number } = useFormats()
  const mayWrite = useMay('groups.write')
  const asked = useAsk(listGroups, { projectId: project.id })
  const columns: Column<GroupRow>[] = [
    { title: groupWords.name, heads: true, cell: (row) => <Link to={`/groups/${row.id}`}>{row.name}</Link> },
    { title: groupWords.number, heads: true, whole: true, cell: (row) => row.number },
    { title: groupWords.nature, cell: (row) => row.nature ?? '—' },
    { title: groupWords.community, whole: true, cell: (row) => row.communityName ?? '—' },
    { title: groupWords.worker, cell: (row) => row.worker ?? '—' },
    { title: groupWords.held, numeric: true, cell: (row) => t(groupWords.heldOf, { held: row.held, planned: row.planned }) },
    { title: groupWords.members, numeric: true, cell: (row) => number(row.members) },
    { title: groupWords.attendances, numeric: true, cell: (row) => number(row.attendances) },
    { title: groupWords.rate, numeric: true, cell: (row) => (row.averageRate === null ? '—' : share(row.averageRate)) },
    {
      title: groupWords.status,
      whole: true,
      cell: (row) => (
        <>
          {row.closedOn === null ? (
            row.nextDay !== null ? (
              `${t(groupWords.next)} ${day(row.nextDay)}`
            ) : row.planned > 0 && row.held >= row.planned ? (
              <Chip tone="calm">{t(groupWords.toClose)}</Chip>
            ) : null
          ) : (
            <Chip>{t(groupWords.closed)}</Chip>
          )}{' '}
          {row.absentTwice === 0 ? null : (
            <Chip tone="look">
              {t(groupWords.absentTwice)} {number(row.absentTwice)}
            </Chip>
          )}
        </>
      ),
    },
  ]
  return (
    <Page
      title={t(groupWords.title)}
      actions={
        mayWrite ? (
          <Button type="primary" icon={<Icon name="plus" />} onClick={() => void navigate('/groups/new')}>
            {t(groupWords.add)}
          </Button>
        ) : undefined
      }
    >
      <Panel>
        <AskedState asked={asked}>
          {({ rows }) => (
            <RecordTable name={t(groupWords.list)} columns={columns} rows={rows} keyOf={(row) => row.id} empty={t(groupWords.none)} />
          )}
        </AskedState>
      </Panel>
    </Page>
  )
}

/** Members of groups under way who missed two sessions in a row. Undefined: not known yet. */
export function useGroupAttention(projectId: ProjectId): readonly Attention[] | undefined {
  const t = useWords()
  const may = useMay('groups.read')
  const asked = useAsk(listGroups, { projectId }, { when: may })
  if (!may) return []
  if (asked.data === undefined) return asked.error === null ? undefined : []
  const wanting = asked.data.rows.filter((row) => row.absentTwice > 0)
  if (wanting.length === 0) return []
  return [
    {
      key: 'groups',
      title: t(groupWords.absentTwiceAttention),
      count: wanting.reduce((sum, row) => sum + row.absentTwice, 0),
      unit: unitWords.persons,
      to: '/groups',
      details: wanting.slice(0, 4).map((row) => ({ text: row.name, count: row.absentTwice, to: `/groups/${row.id}` })),
    },
  ]
}
