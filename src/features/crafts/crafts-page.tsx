import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { Tabs } from '../../web/ui/tabs.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { WithProject } from '../../web/ui/with-project.tsx'
import { craftWords as w, stateWords } from './craft-words.ts'
import { AddPiece, SellPiece } from './piece-dialogs.tsx'
import { PlacePiece } from './place-piece.tsx'
import { useYuan } from './yuan.tsx'
import { listCrafts, type Maker, type Piece } from './schema.ts'

/** The figures of crafts, as the figures' page takes them from its address. */
const craftFigures =
  '/figures?m=craft_lessons,craft_attendances,craft_makers,craft_pieces,craft_exhibitions,craft_sold,craft_sales,craft_income'

/** Who makes things, what they made, and what it brought them. */
export function CraftsPage() {
  return <WithProject page={w.title}>{(project) => <Crafts key={project.id} project={project} />}</WithProject>
}

function Crafts({ project }: { project: ListedProject }) {
  const t = useWords()
  const navigate = useNavigate()
  const mayWrite = useMay('crafts.write')
  const [params, setParams] = useSearchParams()
  const [adding, setAdding] = useState(false)
  const asked = useAsk(listCrafts, { projectId: project.id })
  const tab = params.get('tab') === 'pieces' ? 'pieces' : 'makers'
  return (
    <Page
      title={t(w.title)}
      about={t(w.about)}
      actions={
        mayWrite ? (
          <>
            <Button type="primary" icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
              {t(w.addPiece)}
            </Button>
            <Button onClick={() => void navigate('/services/new')}>{t(w.recordLesson)}</Button>
          </>
        ) : undefined
      }
    >
      <Panel actions={<Link to={craftFigures}>{t(w.figures)}</Link>}>
        <Tabs
          id="crafts"
          name={t(w.title)}
          tabs={[
            { key: 'makers', label: t(w.makers) },
            { key: 'pieces', label: t(w.pieces) },
          ]}
          shown={tab}
          onShow={(key) => setParams(key === 'makers' ? {} : { tab: key }, { replace: true })}
        >
          <AskedState asked={asked}>
            {({ makers, pieces, exhibitions }) =>
              tab === 'makers' ? <Makers rows={makers} /> : <Pieces rows={pieces} exhibitions={exhibitions} mayWrite={mayWrite} />
            }
          </AskedState>
        </Tabs>
      </Panel>
      <AddPiece project={project} open={adding} onClose={() => setAdding(false)} />
    </Page>
  )
}

function Makers({ rows }: { rows: readonly Maker[] }) {
  const t = useWords()
  const { number } = useFormats()
  const yuan = useYuan()
  const columns: Column<Maker>[] = [
    { title: w.maker, heads: true, cell: (row) => <Link to={`/crafts/makers/${row.personId}`}>{row.name}</Link> },
    { title: w.lessons, numeric: true, cell: (row) => number(row.lessons) },
    { title: w.pieceCount, numeric: true, cell: (row) => number(row.pieces) },
    { title: w.sold, numeric: true, cell: (row) => number(row.sold) },
    { title: w.sales, numeric: true, cell: (row) => yuan(row.salesFen) },
    { title: w.paid, numeric: true, cell: (row) => yuan(row.paidFen) },
    { title: w.due, numeric: true, cell: (row) => (row.dueFen === 0 ? '—' : <b>{yuan(row.dueFen)}</b>) },
  ]
  return <RecordTable name={t(w.makers)} columns={columns} rows={rows} keyOf={(row) => row.personId} empty={t(w.noMakers)} />
}

type Exhibitions = readonly { readonly id: string; readonly name: string }[]

function Pieces({ rows, exhibitions, mayWrite }: { rows: readonly Piece[]; exhibitions: Exhibitions; mayWrite: boolean }) {
  const t = useWords()
  const { day, money, number } = useFormats()
  const yuan = useYuan()
  const [selling, setSelling] = useState<Piece>()
  const [placing, setPlacing] = useState<Piece>()
  const columns: Column<Piece>[] = [
    { title: w.number, heads: true, whole: true, cell: (row) => <Link to={`/services/${row.id}`}>{row.number}</Link> },
    { title: w.craft, heads: true, cell: (row) => row.craft ?? '—' },
    {
      title: w.maker,
      cell: (row) => (row.makerId === null ? (row.maker ?? '—') : <Link to={`/crafts/makers/${row.makerId}`}>{row.maker}</Link>),
    },
    { title: w.listPrice, numeric: true, cell: (row) => (row.priceFen === null ? '—' : yuan(row.priceFen)) },
    {
      title: w.photo,
      cell: (row) =>
        row.photos > 0 || !mayWrite ? (
          number(row.photos)
        ) : (
          <Link to={`/services/${row.id}`} aria-label={t(w.addPhotoOf, { n: row.number })}>
            {t(w.addPhoto)}
          </Link>
        ),
    },
    {
      title: w.state,
      cell: (row) =>
        row.saleId === null ? (
          <>
            <Chip tone={row.state === 'withdrawn' ? 'plain' : 'calm'}>{t(stateWords[row.state])}</Chip> {row.consignedTo ?? ''}
          </>
        ) : (
          <>
            <Chip tone="good">{t(w.soldChip)}</Chip> {row.soldOn === null ? '' : day(row.soldOn)}{' '}
            {row.soldFen === null ? '' : money(row.soldFen)}
          </>
        ),
    },
  ]
  const acts: Column<Piece> = {
    title: uiWords.actions,
    acts: true,
    cell: (row) =>
      row.saleId === null ? (
        <>
          <Button size="small" aria-label={t(w.sellOf, { n: row.number })} onClick={() => setSelling(row)}>
            {t(w.sell)}
          </Button>{' '}
          <Button size="small" type="link" aria-label={t(w.placeOf, { n: row.number })} onClick={() => setPlacing(row)}>
            {t(w.place)}
          </Button>
        </>
      ) : null,
  }
  return (
    <>
      <RecordTable
        name={t(w.pieces)}
        columns={mayWrite ? [...columns, acts] : columns}
        rows={rows}
        keyOf={(row) => row.id}
        empty={t(w.noPieces)}
      />
      <SellPiece piece={selling} onClose={() => setSelling(undefined)} />
      <PlacePiece piece={placing} exhibitions={exhibitions} onClose={() => setPlacing(undefined)} />
    </>
  )
}
