import { App, Button } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { personIdSchema, type PersonId } from '../../kernel/ids.ts'
import type { PaperFormat } from '../../kernel/paper.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AbsentPage } from '../../web/shell/absent-page.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { PaperButtons } from '../../web/ui/paper-buttons.tsx'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { WithProject } from '../../web/ui/with-project.tsx'
import { acknowledgedWords, craftWords as w, paidWords } from './craft-words.ts'
import { PayDialog } from './pay-dialog.tsx'
import { openMaker, printStatement, undoPayment, type Sale } from './income-schema.ts'
import { useYuan } from './yuan.tsx'
import { undoSale } from './schema.ts'

/** A maker's sales, what is due of them, and what was paid. */
export function MakerPage() {
  const id = personIdSchema.safeParse(useParams()['id'])
  return id.success ? (
    <WithProject page={w.makerPage}>{(project) => <Opened key={`${project.id}${id.data}`} project={project} id={id.data} />}</WithProject>
  ) : (
    <AbsentPage />
  )
}

type Undoing = { readonly sale: Sale; readonly what: 'sale' | 'payment' }

function Opened({ project, id }: { project: ListedProject; id: PersonId }) {
  const t = useWords()
  const { day, money } = useFormats()
  const yuan = useYuan()
  const mayWrite = useMay('crafts.write')
  const asked = useAsk(openMaker, { projectId: project.id, personId: id })
  const [paying, setPaying] = useState(false)
  const [undoing, setUndoing] = useState<Undoing>()
  const columns: Column<Sale>[] = [
    { title: w.number, heads: true, whole: true, cell: (row) => row.number ?? '—' },
    { title: w.craft, heads: true, cell: (row) => row.craft ?? '—' },
    { title: w.soldOn, whole: true, cell: (row) => (row.day === null ? '—' : day(row.day)) },
    { title: w.price, numeric: true, cell: (row) => yuan(row.priceFen) },
    { title: w.income, numeric: true, cell: (row) => yuan(row.incomeFen) },
    { title: w.state, cell: (row) => <Chip tone={row.paid === 'due' ? 'look' : 'good'}>{t(paidWords[row.paid])}</Chip> },
    {
      title: w.acknowledged,
      cell: (row) =>
        row.acknowledgedBy === null || row.acknowledgedHow === null
          ? '—'
          : t(w.acknowledgedLine, {
              name: row.acknowledgedBy,
              how: t(acknowledgedWords[row.acknowledgedHow]),
              day: row.paidOn === null ? '' : day(row.paidOn),
            }),
    },
  ]
  const acts: Column<Sale> = {
    title: uiWords.actions,
    acts: true,
    cell: (row) =>
      row.paid === 'book' ? null : (
        <Button
          size="small"
          type="link"
          aria-label={t(row.paid === 'due' ? w.undoSaleOf : w.undoPaymentOf, { n: row.number ?? '' })}
          onClick={() => setUndoing({ sale: row, what: row.paid === 'due' ? 'sale' : 'payment' })}
        >
          {t(row.paid === 'due' ? w.undoSale : w.undoPayment)}
        </Button>
      ),
  }
  const maker = asked.data
  return (
    <Page
      title={maker?.name ?? t(w.makerPage)}
      actions={
        maker === undefined ? undefined : (
          <>
            {mayWrite && maker.dueFen > 0 ? (
              <Button type="primary" onClick={() => setPaying(true)}>
                {t(w.pay, { n: money(maker.dueFen) })}
              </Button>
            ) : null}
            <PaperButtons
              endpoint={printStatement}
              papers={[{ name: t(w.statement), inputFor: (format: PaperFormat) => ({ projectId: project.id, personId: id, format }) }]}
              label={t(w.statement)}
            />
          </>
        )
      }
    >
      <AskedState asked={asked}>
        {(found) => (
          <Panel>
            <p style={{ fontSize: 17 }}>
              {t(w.sumLine, { income: money(found.incomeFen), paid: money(found.paidFen), due: money(found.dueFen) })}
            </p>
            <RecordTable
              name={t(w.statement)}
              columns={mayWrite ? [...columns, acts] : columns}
              rows={found.sales}
              keyOf={(row) => row.id}
              empty={t(w.noSales)}
            />
            <PayDialog
              name={found.name}
              sales={found.sales.filter(({ paid }) => paid === 'due')}
              amountFen={found.dueFen}
              open={paying}
              onClose={() => setPaying(false)}
            />
          </Panel>
        )}
      </AskedState>
      <Undo undoing={undoing} onClose={() => setUndoing(undefined)} />
    </Page>
  )
}

function Undo({ undoing, onClose }: { undoing: Undoing | undefined; onClose: () => void }) {
  const t = useWords()
  const { message } = App.useApp()
  const sale = useDo(undoSale)
  const payment = useDo(undoPayment)
  if (undoing === undefined) return null
  const isSale = undoing.what === 'sale'
  const doing = isSale ? sale : payment
  return (
    <ReasonDialog
      open
      title={t(isSale ? w.undoSaleOf : w.undoPaymentOf, { n: undoing.sale.number ?? '' })}
      action={t(isSale ? w.undoSale : w.undoPayment)}
      label={t(w.reason)}
      doing={doing}
      onReason={(reason) =>
        doing.run(
          { saleId: undoing.sale.id, reason },
          {
            onDone: () => {
              onClose()
              void message.success(t(w.saved))
            },
          },
        )
      }
      onClose={onClose}
    />
  )
}
