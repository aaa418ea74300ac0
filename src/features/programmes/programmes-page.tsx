import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { Chip, type Tone } from '../../web/ui/chip.tsx'
import { Choice } from '../../web/ui/choice.tsx'
import { Filter, Filters } from '../../web/ui/filters.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { WithProject } from '../../web/ui/with-project.tsx'
import { programmeWords as w, standingWords } from './programme-words.ts'
import style from './programme.module.css'
import { listProgrammes, standingSchema, type ListedProgramme, type Standing } from './schema.ts'

export const standingTones: Record<Standing, Tone> = { none: 'bad', named: 'look', draft: 'look', active: 'good', ended: 'plain' }
const mostCompared = 4

/** Each community of a project with its signature programme, or without one. */
export function ProgrammesPage() {
  return <WithProject page={w.title}>{(project) => <Listing key={project.id} project={project} />}</WithProject>
}

function Listing({ project }: { project: ListedProject }) {
  const t = useWords()
  const { number } = useFormats()
  const navigate = useNavigate()
  const mayWrite = useMay('programmes.write')
  const { get, set } = useQueryState(['standing'])
  const standing = standingSchema.safeParse(get('standing')).data
  const [chosen, setChosen] = useState<readonly string[]>([])
  const asked = useAsk(listProgrammes, { projectId: project.id })
  const all = asked.data?.rows ?? []
  const countOf = (each: Standing) => all.filter((row) => row.standing === each).length
  const columns: Column<ListedProgramme>[] = [
    {
      title: w.community,
      whole: true,
      cell: (row) => (
        <>
          {row.communityName}
          <div className={style['faint']}>{row.townName}</div>
        </>
      ),
    },
    {
      title: w.name,
      heads: true,
      cell: (row) => (
        <>
          {row.id === null ? (row.name ?? '—') : <Link to={`/programmes/${row.id}`}>{row.name}</Link>}
          {row.forWhom === null ? null : <div className={style['faint']}>{row.forWhom}</div>}
        </>
      ),
    },
    { title: w.standing, whole: true, cell: (row) => <Chip tone={standingTones[row.standing]}>{t(standingWords[row.standing])}</Chip> },
    {
      title: w.plan,
      whole: true,
      cell: (row) =>
        row.steps === 0 ? (
          '—'
        ) : (
          <>
            {t(w.planOf, { done: row.stepsDone, all: row.steps })}{' '}
            {row.stepsLate === 0 ? null : <Chip tone="look">{t(w.late, { n: row.stepsLate })}</Chip>}
          </>
        ),
    },
    { title: w.services, numeric: true, cell: (row) => (row.id === null ? '—' : number(row.services)) },
    { title: w.times, numeric: true, cell: (row) => (row.times === null ? '—' : number(row.times)) },
    { title: w.persons, numeric: true, cell: (row) => (row.persons === null ? '—' : number(row.persons)) },
    {
      title: w.select,
      acts: true,
      cell: (row) => <Acts row={row} mayWrite={mayWrite} chosen={chosen} onChoose={setChosen} />,
    },
  ]
  return (
    <Page
      title={t(w.title)}
      about={t(w.about)}
      actions={
        <Buttons>
          <Button
            disabled={chosen.length < 2}
            title={t(w.compareAbout)}
            onClick={() => void navigate(`/programmes/compare?ids=${chosen.join(',')}`)}
          >
            {t(w.compare, { n: chosen.length })}
          </Button>
          {mayWrite ? (
            <Button type="primary" icon={<Icon name="plus" />} onClick={() => void navigate('/programmes/new')}>
              {t(w.add)}
            </Button>
          ) : null}
        </Buttons>
      }
    >
      <Panel>
        <AskedState asked={asked}>
          {({ rows }) => (
            <>
              <Filters name={t(w.standing)}>
                <Filter id="programme-standing" label={t(w.standing)}>
                  <Choice
                    id="programme-standing"
                    value={standing ?? ''}
                    onChange={(value) => set({ standing: value })}
                    options={standingSchema.options.map((each) => ({ value: each, label: `${t(standingWords[each])} ${countOf(each)}` }))}
                  />
                </Filter>
              </Filters>
              <RecordTable
                name={t(w.title)}
                columns={columns}
                rows={rows.filter((row) => standing === undefined || row.standing === standing)}
                keyOf={(row) => row.id ?? row.communityCode}
                empty={t(rows.length === 0 ? w.noCommunities : w.none)}
              />
            </>
          )}
        </AskedState>
      </Panel>
    </Page>
  )
}

/** A programme with a page can be compared; where there is none, one can be written. */
function Acts({
  row,
  mayWrite,
  chosen,
  onChoose,
}: {
  row: ListedProgramme
  mayWrite: boolean
  chosen: readonly string[]
  onChoose: (chosen: readonly string[]) => void
}) {
  const t = useWords()
  const { id } = row
  if (id === null) {
    const community = row.communityName
    return mayWrite ? (
      <Link
        to={`/programmes/new?community=${row.communityCode}`}
        aria-label={t(row.standing === 'named' ? w.writeOf : w.addOf, { community })}
      >
        {t(row.standing === 'named' ? w.write : w.addShort)}
      </Link>
    ) : null
  }
  const isChosen = chosen.includes(id)
  return (
    <Checkbox
      checked={isChosen}
      disabled={!isChosen && chosen.length >= mostCompared}
      aria-label={t(w.selectOf, { name: row.name ?? '' })}
      onChange={(event) => onChoose(event.target.checked ? [...chosen, id] : chosen.filter((each) => each !== id))}
    >
      {t(w.selectShort)}
    </Checkbox>
  )
}
