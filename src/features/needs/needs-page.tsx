import { Link } from 'react-router'
import { z } from 'zod'
import { divisionCodeSchema } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useCommunities } from '../../web/client/communities.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Choice } from '../../web/ui/choice.tsx'
import { Filter, Filters } from '../../web/ui/filters.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { RecordTable } from '../../web/ui/record-table.tsx'
import { WithProject } from '../../web/ui/with-project.tsx'
import { needStateWords, needWords, priorityWords } from './need-words.ts'
import style from './needs.module.css'
import { priorityTones, stateTones } from './person-needs.tsx'
import { listNeeds, prioritySchema, type ListedNeed } from './schema.ts'

const limit = 50
const shows = z.enum(['open', 'settled', 'overdue'])
const domainSchema = z.union([z.uuid(), z.literal('other')])
type Count = z.output<typeof listNeeds.output>['counts'][number]

/** A project's needs by domain and priority, and what is overdue. */
export function NeedsPage() {
  return <WithProject page={needWords.title}>{(project) => <Listing key={project.id} project={project} />}</WithProject>
}

function Listing({ project }: { project: ListedProject }) {
  const t = useWords()
  const { day } = useFormats()
  const communities = useCommunities(project.id)
  const { get, set, offset, setOffset } = useQueryState(['domain', 'priority', 'community', 'show'])
  const show = shows.safeParse(get('show')).data ?? 'open'
  const domain = domainSchema.safeParse(get('domain')).data
  const priority = prioritySchema.safeParse(get('priority')).data
  const community = divisionCodeSchema.safeParse(get('community')).data
  const asked = useAsk(
    listNeeds,
    {
      projectId: project.id,
      show,
      offset,
      limit,
      ...(domain === undefined ? {} : { domain }),
      ...(priority === undefined ? {} : { priority }),
      ...(community === undefined ? {} : { communityCode: community }),
    },
    { keepFormer: true },
  )
  return (
    <Page title={t(needWords.title)} about={t(needWords.listAbout)}>
      <AskedState asked={asked}>
        {({ rows, total, asOf, overdue, counts }) => (
          <>
            {counts.length === 0 ? null : (
              <Panel title={t(needWords.counts)}>
                <Counts counts={counts} onOpen={(to) => set({ ...to, show: '' })} />
              </Panel>
            )}
            <Panel>
              <Filters name={t(needWords.filter)}>
                <Filter id="need-show" label={t(needWords.show)}>
                  <Choice
                    id="need-show"
                    value={show === 'open' ? '' : show}
                    any={t(needWords.showOpen)}
                    onChange={(value) => set({ show: value })}
                    options={[
                      { value: 'overdue', label: t(needWords.showOverdue, { n: overdue }) },
                      { value: 'settled', label: t(needWords.showSettled) },
                    ]}
                  />
                </Filter>
                <Filter id="need-priority" label={t(needWords.priority)}>
                  <Choice
                    id="need-priority"
                    value={priority ?? ''}
                    onChange={(value) => set({ priority: value })}
                    options={prioritySchema.options.map((each) => ({ value: each, label: t(priorityWords[each]) }))}
                  />
                </Filter>
                <Filter id="need-community" label={t(needWords.community)}>
                  <Choice
                    id="need-community"
                    value={get('community')}
                    onChange={(value) => set({ community: value })}
                    options={communities.map(({ code, name }) => ({ value: code, label: name }))}
                  />
                </Filter>
              </Filters>
              {show === 'overdue' ? <p>{t(needWords.asOf, { day: day(asOf) })}</p> : null}
              <RecordTable<ListedNeed>
                name={t(needWords.title)}
                rows={rows}
                keyOf={(row) => row.id}
                busy={asked.isPlaceholderData}
                empty={t(needWords.empty)}
                columns={[
                  { title: needWords.name, heads: true, cell: (row) => <Link to={`/people/${row.personId}?tab=needs`}>{row.name}</Link> },
                  { title: needWords.community, cell: (row) => row.communityName ?? '—' },
                  { title: needWords.statement, cell: (row) => row.statement },
                  { title: needWords.domain, cell: (row) => row.domain ?? t(needWords.other) },
                  {
                    title: needWords.priority,
                    cell: (row) => <Chip tone={priorityTones[row.priority]}>{t(priorityWords[row.priority])}</Chip>,
                  },
                  { title: needWords.stateColumn, cell: (row) => <Chip tone={stateTones[row.state]}>{t(needStateWords[row.state])}</Chip> },
                  {
                    title: needWords.actionsColumn,
                    cell: (row) => (
                      <>
                        {t(needWords.actionsCount, { done: row.actionsDone, open: row.actionsOpen })}{' '}
                        {row.overdue === 0 ? null : <Chip tone="bad">{t(needWords.lateCount, { n: row.overdue })}</Chip>}
                      </>
                    ),
                  },
                  { title: needWords.nextDue, whole: true, cell: (row) => (row.nextDueOn === null ? '—' : day(row.nextDueOn)) },
                ]}
              />
              <Pager offset={offset} limit={limit} total={total} onMove={setOffset} />
            </Panel>
          </>
        )}
      </AskedState>
    </Page>
  )
}

/** How many needs there are to be worked on, each number a way to its list. */
function Counts({ counts, onOpen }: { counts: readonly Count[]; onOpen: (to: { domain: string; priority: string }) => void }) {
  const t = useWords()
  const domains = [...new Map(counts.map((count) => [count.domainId ?? 'other', count.domain])).entries()]
  const of = (domain: string, priority?: string) =>
    counts
      .filter((count) => (count.domainId ?? 'other') === domain && (priority === undefined || count.priority === priority))
      .reduce((sum, count) => sum + count.needs, 0)
  return (
    <table className={style['counts']}>
      <thead>
        <tr>
          <th scope="col">{t(needWords.domain)}</th>
          {prioritySchema.options.map((priority) => (
            <th key={priority} scope="col">
              {t(priorityWords[priority])}
            </th>
          ))}
          <th scope="col">{t(needWords.sum)}</th>
        </tr>
      </thead>
      <tbody>
        {domains.map(([domain, name]) => (
          <tr key={domain}>
            <th scope="row">{name ?? t(needWords.other)}</th>
            {prioritySchema.options.map((priority) => {
              const n = of(domain, priority)
              const label = t(needWords.cell, { domain: name ?? t(needWords.other), priority: t(priorityWords[priority]), n })
              return (
                <td key={priority}>
                  {n === 0 ? (
                    '—'
                  ) : (
                    <a
                      href={`?domain=${domain}&priority=${priority}`}
                      aria-label={label}
                      onClick={(event) => {
                        event.preventDefault()
                        onOpen({ domain, priority })
                      }}
                    >
                      {n}
                    </a>
                  )}
                </td>
              )
            })}
            <td>
              <a
                href={`?domain=${domain}`}
                aria-label={t(needWords.cell, { domain: name ?? t(needWords.other), priority: t(needWords.sum), n: of(domain) })}
                onClick={(event) => {
                  event.preventDefault()
                  onOpen({ domain, priority: '' })
                }}
              >
                {of(domain)}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
