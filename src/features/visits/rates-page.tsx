import { Link } from 'react-router'
import { monthSchema, type Month } from '../../kernel/day.ts'
import { divisionCodeSchema, type ProjectId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { RecordTable } from '../../web/ui/record-table.tsx'
import { WithProject } from '../../web/ui/with-project.tsx'
import { dutyWords, rateWords } from './duty-words.ts'
import { listRateMembers, showRates } from './schema.ts'
import style from './visits.module.css'

/** The monthly visit rate of each community; a number opens who was visited and who was not. */
export function RatesPage() {
  return <WithProject page={rateWords.title}>{(project) => <Rates key={project.id} projectId={project.id} />}</WithProject>
}

type Cells = ReturnType<typeof showRates.output.parse>['cells']

function Rates({ projectId }: { projectId: ProjectId }) {
  const t = useWords()
  const { month: inWords } = useFormats()
  const query = useQueryState(['month', 'community'])
  const asked = useAsk(showRates, { projectId })
  const month = monthSchema.safeParse(query.get('month')).data
  const community = divisionCodeSchema.safeParse(query.get('community')).data
  return (
    <Page title={t(rateWords.title)} about={t(rateWords.about)}>
      <Panel>
        <AskedState asked={asked}>
          {({ months, cells }) =>
            cells.every(({ registered }) => registered === 0) ? (
              <p>{t(rateWords.none)}</p>
            ) : (
              <section className={style['rates']} aria-label={t(rateWords.title)} tabIndex={0}>
                <table>
                  <thead>
                    <tr>
                      <th scope="col">{t(dutyWords.community)}</th>
                      {months.map((each) => (
                        <th key={each} scope="col">
                          {inWords(each)}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    <RateRow name={t(rateWords.all)} code={null} cells={cells} months={months} />
                    {[...Map.groupBy(cells, ({ communityCode }) => communityCode)].map(([code, its]) => (
                      <RateRow
                        key={code ?? ''}
                        name={its[0]?.communityName ?? t(dutyWords.noPlace)}
                        code={code}
                        cells={its}
                        months={months}
                      />
                    ))}
                  </tbody>
                </table>
              </section>
            )
          }
        </AskedState>
      </Panel>
      {month === undefined ? null : <Members projectId={projectId} month={month} community={community} />}
    </Page>
  )
}

function RateRow({ name, code, cells, months }: { name: string; code: string | null; cells: Cells; months: readonly Month[] }) {
  const t = useWords()
  const { share, month: inWords } = useFormats()
  return (
    <tr>
      <th scope="row">{name}</th>
      {months.map((month) => {
        const its = cells.filter((cell) => cell.month === month)
        const sum = (of: (cell: Cells[number]) => number) => its.reduce((total, cell) => total + of(cell), 0)
        const [visited, registered] = [sum((cell) => cell.visited), sum((cell) => cell.registered)]
        return (
          <td key={month}>
            {registered === 0 ? (
              '—'
            ) : (
              <Link
                to={`/visits/rates?month=${month}${code === null ? '' : `&community=${code}`}`}
                aria-label={t(rateWords.cell, { community: name, month: inWords(month), visited, registered })}
              >
                {share(visited / registered)}
                <small>
                  {visited} / {registered}
                </small>
              </Link>
            )}
          </td>
        )
      })}
    </tr>
  )
}

function Members({ projectId, month, community }: { projectId: ProjectId; month: Month; community: string | undefined }) {
  const t = useWords()
  const { month: inWords } = useFormats()
  const asked = useAsk(
    listRateMembers,
    { projectId, month, communityCode: divisionCodeSchema.safeParse(community).data },
    { keepFormer: true },
  )
  const name = community === undefined ? t(rateWords.all) : (asked.data?.rows[0]?.communityName ?? '')
  return (
    <Panel title={t(rateWords.members, { community: name, month: inWords(month) })}>
      <AskedState asked={asked}>
        {({ rows }) => (
          <RecordTable
            name={t(rateWords.members, { community: name, month: inWords(month) })}
            rows={rows.toSorted((a, b) => Number(a.visited) - Number(b.visited))}
            keyOf={(row) => row.personId}
            columns={[
              { title: dutyWords.elder, heads: true, cell: (row) => <Link to={`/people/${row.personId}?tab=visits`}>{row.name}</Link> },
              {
                title: rateWords.visited,
                heads: true,
                cell: (row) => (
                  <Chip tone={row.visited ? 'good' : 'look'}>{t(row.visited ? rateWords.visited : rateWords.notVisited)}</Chip>
                ),
              },
              { title: dutyWords.community, cell: (row) => row.communityName ?? '—' },
            ]}
          />
        )}
      </AskedState>
    </Panel>
  )
}
