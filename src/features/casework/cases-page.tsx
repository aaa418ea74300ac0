import { Button, Checkbox } from 'antd'
import { Link, useNavigate } from 'react-router'
import { divisionCodeSchema } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useCommunities } from '../../web/client/communities.ts'
import { useMay } from '../../web/client/mine.ts'
import type { ListedProject } from '../../web/client/project.ts'
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
import { SearchField } from '../../web/ui/search-field.tsx'
import { WithProject } from '../../web/ui/with-project.tsx'
import { CaseState } from './case-state.tsx'
import { caseWords } from './case-words.ts'
import { caseStateFilterSchema, listCases, type CaseRow } from './schema.ts'
import { stageWords } from './vocabulary-words.ts'

const keys = ['search', 'state', 'worker', 'community', 'mine', 'overdue', 'crisis'] as const
const limit = 50

/** The cases of the project that is worked on. */
export function CasesPage() {
  return <WithProject page={caseWords.title}>{(project) => <Cases key={project.id} project={project} />}</WithProject>
}

function Cases({ project }: { project: ListedProject }) {
  const t = useWords()
  const { day } = useFormats()
  const navigate = useNavigate()
  const mayWrite = useMay('casework.write')
  const communities = useCommunities(project.id)
  const query = useQueryState(keys)
  const on = (key: (typeof keys)[number]) => query.get(key) !== ''
  const asked = useAsk(
    listCases,
    {
      projectId: project.id,
      offset: query.offset,
      limit,
      state: caseStateFilterSchema.safeParse(query.get('state')).data,
      communityCode: divisionCodeSchema.safeParse(query.get('community')).data,
      ...(on('search') ? { search: query.get('search').trim() } : {}),
      ...(on('worker') ? { worker: query.get('worker') } : {}),
      ...(on('mine') ? { mine: true } : {}),
      ...(on('overdue') ? { overdue: true } : {}),
      ...(on('crisis') ? { crisis: true } : {}),
    },
    { keepFormer: true },
  )
  const dayOr = (value: string | null) => (value === null ? '—' : day(value))
  const columns: Column<CaseRow>[] = [
    { title: caseWords.person, cell: (row) => <Link to={`/cases/${row.id}`}>{row.person ?? t(caseWords.unnamed)}</Link>, heads: true },
    { title: caseWords.state, cell: (row) => <CaseState row={row} />, heads: true, whole: true },
    { title: caseWords.number, cell: (row) => row.number, whole: true },
    { title: caseWords.community, cell: (row) => row.communityName ?? '—' },
    { title: caseWords.worker, cell: (row) => row.worker ?? '—' },
    { title: caseWords.openedOn, cell: (row) => dayOr(row.openedOn), whole: true },
    { title: caseWords.sessions, cell: (row) => t(caseWords.times, { n: row.sessions }), whole: true },
    { title: caseWords.lastOn, cell: (row) => dayOr(row.lastOn), whole: true },
    {
      title: caseWords.overdue,
      cell: (row) => (row.overdue === 0 ? '—' : <Chip tone="look">{t(caseWords.overdueN, { n: row.overdue })}</Chip>),
      whole: true,
    },
  ]
  const check = (key: 'mine' | 'overdue' | 'crisis', words: { zh: string; en: string }) => (
    <Checkbox checked={on(key)} onChange={(event) => query.set({ [key]: event.target.checked ? '1' : '' })}>
      {t(words)}
    </Checkbox>
  )
  return (
    <Page
      title={t(caseWords.title)}
      about={t(caseWords.about)}
      actions={
        mayWrite ? (
          <Button type="primary" icon={<Icon name="plus" />} onClick={() => void navigate('/cases/new')}>
            {t(caseWords.add)}
          </Button>
        ) : undefined
      }
    >
      <Panel>
        <Filters
          name={t(caseWords.filter)}
          more={
            <>
              <Filter id="case-state" label={t(caseWords.state)}>
                <Choice
                  id="case-state"
                  value={query.get('state')}
                  onChange={(state) => query.set({ state })}
                  options={[
                    { value: 'open', label: t(caseWords.open) },
                    { value: 'suspended', label: t(caseWords.suspended) },
                    ...Object.entries(stageWords).map(([value, words]) => ({ value, label: t(words) })),
                  ]}
                />
              </Filter>
              <Filter id="case-worker" label={t(caseWords.worker)}>
                <Choice
                  id="case-worker"
                  value={query.get('worker')}
                  onChange={(worker) => query.set({ worker })}
                  options={(asked.data?.workers ?? []).map((worker) => ({ value: worker, label: worker }))}
                />
              </Filter>
              <Filter id="case-community" label={t(caseWords.community)}>
                <Choice
                  id="case-community"
                  value={query.get('community')}
                  onChange={(community) => query.set({ community })}
                  options={communities.map(({ code, name }) => ({ value: code, label: name }))}
                />
              </Filter>
              {check('mine', caseWords.onlyMine)}
              {check('overdue', caseWords.onlyOverdue)}
              {check('crisis', caseWords.onlyCrisis)}
            </>
          }
        >
          <Filter id="case-search" label={t(caseWords.search)}>
            <SearchField id="case-search" value={query.get('search')} onChange={(search) => query.set({ search })} />
          </Filter>
        </Filters>
        <AskedState asked={asked}>
          {({ rows, total }) => (
            <>
              <RecordTable
                name={t(caseWords.list)}
                columns={columns}
                rows={rows}
                keyOf={(row) => row.id}
                empty={t(caseWords.none)}
                busy={asked.isPlaceholderData}
              />
              <Pager offset={query.offset} limit={limit} total={total} onMove={query.setOffset} />
            </>
          )}
        </AskedState>
      </Panel>
    </Page>
  )
}
