import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { PersonId, ProjectId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Choice } from '../../web/ui/choice.tsx'
import { Filter, Filters } from '../../web/ui/filters.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { SearchField } from '../../web/ui/search-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { hardshipWords } from '../people/hardship-schema.ts'
import { AssignDialog } from './assign-dialog.tsx'
import { DueCell, LastCell, WorkerCell } from './duty-cells.tsx'
import { dutyWords, showWords } from './duty-words.ts'
import { listDuty, type DutyRow, type Unreached } from './schema.ts'
import { TierChip } from './tier-chip.tsx'
import { showSchema, tierSchema, tierWords, type Show } from './visit-schema.ts'
import style from './visits.module.css'

const keys = ['show', 'search', 'community', 'worker', 'tier'] as const
const limit = 50
/** In an address, for nobody. */
const nobody = '-'

/** Elders by what is due to them; each number above is the length of its list. */
export function DutyList({
  projectId,
  communities,
  overview,
}: {
  projectId: ProjectId
  communities: readonly { code: string; name: string }[]
  overview: Unreached | undefined
}) {
  const t = useWords()
  const { number } = useFormats()
  const navigate = useNavigate()
  const mayWrite = useMay('visits.write')
  const query = useQueryState(keys)
  const [chosen, setChosen] = useState<ReadonlySet<PersonId>>(new Set())
  const [assigning, setAssigning] = useState(false)
  const show = showSchema.safeParse(query.get('show')).data ?? 'overdue'
  const worker = query.get('worker')
  const asked = useAsk(
    listDuty,
    {
      projectId,
      show,
      offset: query.offset,
      limit,
      communityCode: listDuty.input.shape.communityCode.safeParse(query.get('community')).data,
      tier: tierSchema.safeParse(query.get('tier')).data,
      ...(worker === '' ? {} : { worker: worker === nobody ? '' : worker }),
      ...(query.get('search').trim() === '' ? {} : { search: query.get('search').trim() }),
    },
    { keepFormer: true },
  )
  const choose = (id: PersonId, isChosen: boolean) =>
    setChosen((before) => new Set(isChosen ? [...before, id] : [...before].filter((other) => other !== id)))

  const columns: Column<DutyRow>[] = [
    ...(mayWrite
      ? [
          {
            title: dutyWords.pick,
            whole: true as const,
            cell: (row: DutyRow) => (
              <Checkbox
                checked={chosen.has(row.personId)}
                aria-label={t(dutyWords.choose, { name: row.name })}
                onChange={(event) => choose(row.personId, event.target.checked)}
              />
            ),
          },
        ]
      : []),
    {
      title: dutyWords.elder,
      heads: true,
      cell: (row) => (
        <>
          <Link to={`/people/${row.personId}?tab=visits`} className={style['name'] ?? ''}>
            {row.name}
          </Link>
          <small className={`${style['faint']} ${style['labels']}`}>{row.labels.map((code) => t(hardshipWords[code])).join(' · ')}</small>
        </>
      ),
    },
    { title: dutyWords.tier, heads: true, whole: true, cell: (row) => <TierChip tier={row.tier} isDecided={row.isDecided} /> },
    { title: dutyWords.since, whole: true, cell: (row) => <DueCell row={row} show={show} /> },
    { title: dutyWords.last, whole: true, cell: (row) => <LastCell row={row} /> },
    {
      title: dutyWords.community,
      whole: true,
      cell: (row) => (
        <>
          <div>{row.communityName ?? '—'}</div>
          <small className={style['faint']}>{row.phone}</small>
        </>
      ),
    },
    { title: dutyWords.worker, whole: true, cell: (row) => <WorkerCell row={row} /> },
    ...(mayWrite
      ? [
          {
            title: uiWords.actions,
            acts: true as const,
            cell: (row: DutyRow) => (
              <Button
                size="small"
                aria-label={t(dutyWords.recordOf, { name: row.name })}
                onClick={() => void navigate(`/visits/new?person=${row.personId}`)}
              >
                {t(dutyWords.record)}
              </Button>
            ),
          },
        ]
      : []),
  ]

  return (
    <>
      <nav aria-label={t(dutyWords.lists)} className={style['shows']}>
        {showSchema.options.map((each) => (
          <ShowButton
            key={each}
            show={each}
            isShown={each === show}
            count={overview?.counts[each]}
            onShow={() => query.set({ show: each })}
          />
        ))}
      </nav>
      <Filters
        name={t(dutyWords.filter)}
        more={
          <>
            <Filter id="duty-community" label={t(dutyWords.community)}>
              <Choice
                id="duty-community"
                value={query.get('community')}
                onChange={(community) => query.set({ community })}
                options={communities.map(({ code, name }) => ({ value: code, label: name }))}
              />
            </Filter>
            <Filter id="duty-worker" label={t(dutyWords.worker)}>
              <Choice
                id="duty-worker"
                value={worker}
                onChange={(next) => query.set({ worker: next })}
                options={[
                  ...(overview?.workers ?? []).map((name) => ({ value: name, label: name })),
                  { value: nobody, label: t(dutyWords.nobody) },
                ]}
              />
            </Filter>
            <Filter id="duty-tier" label={t(dutyWords.tier)}>
              <Choice
                id="duty-tier"
                value={query.get('tier')}
                onChange={(tier) => query.set({ tier })}
                options={tierSchema.options.map((tier) => ({ value: tier, label: t(tierWords[tier]) }))}
              />
            </Filter>
          </>
        }
      >
        <Filter id="duty-search" label={t(dutyWords.search)} wide>
          <SearchField id="duty-search" value={query.get('search')} onChange={(search) => query.set({ search })} />
        </Filter>
      </Filters>
      {chosen.size === 0 ? null : (
        <p className={style['chosen']}>
          {t(dutyWords.chosen, { n: number(chosen.size) })}
          <Button size="small" onClick={() => setAssigning(true)}>
            {t(dutyWords.assign)}
          </Button>
          <Button size="small" type="text" onClick={() => setChosen(new Set())}>
            {t(uiWords.clear)}
          </Button>
        </p>
      )}
      <AskedState asked={asked}>
        {({ rows, total }) => (
          <>
            <RecordTable
              name={t(showWords[show])}
              columns={columns}
              rows={rows}
              keyOf={(row) => row.personId}
              empty={t(
                overview?.counts.all === 0
                  ? dutyWords.noElders
                  : show === 'overdue' && query.isEmpty
                    ? dutyWords.allReached
                    : dutyWords.none,
              )}
              busy={asked.isPlaceholderData}
            />
            <Pager offset={query.offset} limit={limit} total={total} onMove={query.setOffset} />
          </>
        )}
      </AskedState>
      <AssignDialog
        projectId={projectId}
        personIds={[...chosen]}
        workers={overview?.workers ?? []}
        open={assigning}
        onDone={() => setChosen(new Set())}
        onClose={() => setAssigning(false)}
      />
    </>
  )
}

function ShowButton({ show, isShown, count, onShow }: { show: Show; isShown: boolean; count: number | undefined; onShow: () => void }) {
  const t = useWords()
  const { number } = useFormats()
  return (
    <button type="button" aria-current={isShown ? 'true' : undefined} className={isShown ? style['shown'] : style['show']} onClick={onShow}>
      <span>{t(showWords[show])}</span> <b>{count === undefined ? '…' : number(count)}</b>
    </button>
  )
}
