import { App, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { causeWords, goodsWords as w } from './goods-words.ts'
import type { ListedMovement, Lot } from './lot-schema.ts'
import { undoMovement } from './stock-schema.ts'

const isUndoable = (row: ListedMovement): boolean =>
  (row.to === 'lost' || row.cause === 'moved' || row.cause === 'found') && row.cause !== 'book' && !row.undone && row.undoes === null

/** A list of sixty households makes sixty movements. */
const shownAtFirst = 15

/** A lot's movements, the newest first, each with the stock after it. */
export function Movements({ lot }: { lot: Lot }) {
  const t = useWords()
  const { day, number } = useFormats()
  const mayKeep = useMay('goods.keep')
  const [whole, setWhole] = useState(false)
  const [undoing, setUndoing] = useState<ListedMovement>()
  const nameOf = (place: string | null) => (place === null ? undefined : place === '' ? t(w.unnamedPlace) : place)
  const columns: Column<ListedMovement>[] = [
    {
      title: w.cause,
      heads: true,
      cell: (row) =>
        row.serviceId === null ? t(causeWords[row.cause]) : <Link to={`/services/${row.serviceId}`}>{t(causeWords[row.cause])}</Link>,
    },
    { title: w.day, whole: true, cell: (row) => day(row.day) },
    {
      title: w.quantity,
      numeric: true,
      cell: (row) =>
        `${row.to === 'stock' && row.from !== 'stock' ? '+' : row.from === 'stock' && row.to !== 'stock' ? '−' : ''}${number(row.quantity)}`,
    },
    {
      title: w.place,
      cell: (row) => [nameOf(row.fromPlace), nameOf(row.toPlace)].filter((known) => known !== undefined).join(' → ') || '—',
    },
    { title: w.reason, cell: (row) => [row.undone ? t(w.undone) : null, row.reason].filter((known) => known !== null).join(' · ') || '—' },
    { title: w.who, cell: (row) => row.madeBy ?? '—' },
    { title: w.stockAfter, numeric: true, cell: (row) => number(row.stock) },
  ]
  const acts: Column<ListedMovement> = {
    title: uiWords.actions,
    acts: true,
    cell: (row) =>
      isUndoable(row) ? (
        <Button size="small" type="link" aria-label={t(w.undoOf, { n: row.seq })} onClick={() => setUndoing(row)}>
          {t(w.undo)}
        </Button>
      ) : null,
  }
  return (
    <Panel title={t(w.movements)}>
      <RecordTable
        name={t(w.movements)}
        columns={mayKeep && lot.movements.some(isUndoable) ? [...columns, acts] : columns}
        rows={whole ? lot.movements : lot.movements.slice(0, shownAtFirst)}
        keyOf={(row) => row.id}
        empty={t(w.noMovements, { n: lot.bookLines })}
      />
      {whole || lot.movements.length <= shownAtFirst ? null : (
        <Button style={{ marginTop: 12 }} onClick={() => setWhole(true)}>
          {t(w.allMovements, { n: lot.movements.length })}
        </Button>
      )}
      <Undo lot={lot} movement={undoing} onClose={() => setUndoing(undefined)} />
    </Panel>
  )
}

function Undo({ lot, movement, onClose }: { lot: Lot; movement: ListedMovement | undefined; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const undoing = useDo(undoMovement)
  const save = (reason: string) => {
    if (movement === undefined) return
    undoing.run(
      { id: undoing.newId(movement.id), lotId: lot.id, seq: movement.seq, reason },
      {
        onDone: () => {
          onClose()
          void message.success(t(w.saved))
        },
      },
    )
  }
  return (
    <ReasonDialog
      open={movement !== undefined}
      title={t(w.undoOf, { n: movement?.seq ?? 0 })}
      action={t(w.undo)}
      label={t(w.reason)}
      doing={undoing}
      onReason={save}
      onClose={onClose}
    />
  )
}
