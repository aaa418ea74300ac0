import { Button } from 'antd'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Choice } from '../../web/ui/choice.tsx'
import { Filter, Filters } from '../../web/ui/filters.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { Tabs } from '../../web/ui/tabs.tsx'
import { WithProject } from '../../web/ui/with-project.tsx'
import { goodsWords as w } from './goods-words.ts'
import { LotState, noticesOf } from './lot-state.tsx'
import { listLots, type LotRow } from './lot-schema.ts'
import { listRounds, type RoundRow } from './round-schema.ts'
import { roundWords } from './round-words.ts'

/** What was given to the project, what is left of it, and the lists by which it is handed out. */
export function GoodsPage() {
  return <WithProject page={w.title}>{(project) => <Goods key={project.id} project={project} />}</WithProject>
}

function Goods({ project }: { project: ListedProject }) {
  const t = useWords()
  const navigate = useNavigate()
  const mayKeep = useMay('goods.keep')
  const [params, setParams] = useSearchParams()
  const tab = params.get('tab') === 'rounds' ? 'rounds' : 'lots'
  return (
    <Page
      title={t(w.title)}
      about={t(w.about)}
      actions={
        mayKeep ? (
          <Button type="primary" icon={<Icon name="plus" />} onClick={() => void navigate('/goods/new')}>
            {t(w.receive)}
          </Button>
        ) : undefined
      }
    >
      <Panel>
        <Tabs
          id="goods"
          name={t(w.title)}
          tabs={[
            { key: 'lots', label: t(w.lots) },
            { key: 'rounds', label: t(w.rounds) },
          ]}
          shown={tab}
          onShow={(key) => setParams(key === 'lots' ? {} : { tab: key }, { replace: true })}
        >
          {tab === 'lots' ? <Lots project={project} /> : <Rounds project={project} />}
        </Tabs>
      </Panel>
    </Page>
  )
}

const shows = ['left', 'watched'] as const
type Show = (typeof shows)[number] | ''

function Lots({ project }: { project: ListedProject }) {
  const t = useWords()
  const { number, day } = useFormats()
  const [params, setParams] = useSearchParams()
  const show: Show = shows.find((one) => one === params.get('show')) ?? ''
  const asked = useAsk(listLots, { projectId: project.id })
  const amount = (n: number) => number(n)
  const columnsAt = (asOf: string): Column<LotRow>[] => [
    { title: w.item, heads: true, cell: (row) => <Link to={`/goods/${row.id}`}>{row.item}</Link> },
    { title: w.number, whole: true, cell: (row) => row.number },
    { title: w.donor, cell: (row) => row.donor ?? '—' },
    { title: w.received, numeric: true, cell: (row) => `${amount(row.received)} ${row.unit ?? ''}` },
    { title: w.handedOut, numeric: true, cell: (row) => amount(row.handedOut) },
    { title: w.stock, numeric: true, cell: (row) => <b>{amount(row.stock)}</b> },
    { title: w.lost, numeric: true, cell: (row) => amount(row.lost) },
    { title: w.households, numeric: true, cell: (row) => amount(row.households) },
    { title: w.expiresOn, whole: true, cell: (row) => (row.expiresOn === null ? '—' : day(row.expiresOn)) },
    { title: w.state, cell: (row) => <LotState lot={row} asOf={asOf} /> },
  ]
  const isShown = (row: LotRow, asOf: string) => show === '' || (show === 'left' ? row.stock > 0 : noticesOf(row, asOf).length > 0)
  return (
    <>
      <Filters name={t(w.lots)}>
        <Filter id="goods-show" label={t(w.show)}>
          <Choice
            id="goods-show"
            value={show}
            any={t(w.all)}
            options={shows.map((value) => ({ value, label: t(w[value]) }))}
            onChange={(value) => setParams(value === '' ? {} : { show: value }, { replace: true })}
          />
        </Filter>
      </Filters>
      <AskedState asked={asked}>
        {({ rows, asOf }) => (
          <RecordTable
            name={t(w.lots)}
            columns={columnsAt(asOf)}
            rows={rows.filter((row) => isShown(row, asOf))}
            keyOf={(row) => row.id}
            empty={t(rows.length === 0 ? w.noLots : w.noneShown)}
          />
        )}
      </AskedState>
    </>
  )
}

function Rounds({ project }: { project: ListedProject }) {
  const t = useWords()
  const { day } = useFormats()
  const mayHandOut = useMay('goods.handOut')
  const asked = useAsk(listRounds, { projectId: project.id })
  const columns: Column<RoundRow>[] = [
    {
      title: roundWords.name,
      heads: true,
      cell: (row) => (mayHandOut ? <Link to={`/goods/rounds/${row.id}`}>{row.title}</Link> : row.title),
    },
    { title: roundWords.community, whole: true, cell: (row) => row.communityName },
    { title: roundWords.day, whole: true, cell: (row) => day(row.day) },
    { title: w.item, cell: (row) => <Link to={`/goods/${row.lotId}`}>{row.item}</Link> },
    { title: roundWords.progress, whole: true, cell: (row) => t(roundWords.progressOf, { handed: row.handed, shares: row.shares }) },
    {
      title: w.state,
      cell: (row) => <Chip tone={row.closed ? 'plain' : 'calm'}>{t(row.closed ? roundWords.ended : roundWords.underway)}</Chip>,
    },
  ]
  return (
    <AskedState asked={asked}>
      {({ rows }) => <RecordTable name={t(w.rounds)} columns={columns} rows={rows} keyOf={(row) => row.id} empty={t(w.noRounds)} />}
    </AskedState>
  )
}
