import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Choice } from '../../web/ui/choice.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { Pager } from '../../web/ui/pager.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { RecordTable, type Column } from '../../web/ui/record-table.tsx'
import { listExpenses, type ListedExpense } from './expense-schema.ts'
import { expenseWords as w } from './expense-words.ts'
import { RecordExpense } from './record-expense.tsx'
import { projectWords } from './project-words.ts'
import type { ProjectDetail } from './schema.ts'
import type { ServiceParts } from './service-parts.tsx'

const limit = 30

const shows = {
  unsigned: { words: w.unsigned, fits: (row: ListedExpense) => !row.voided && row.signed.length < 3 },
  noFile: { words: w.noFile, fits: (row: ListedExpense) => !row.voided && row.fileCount === 0 },
  warned: { words: w.warned, fits: (row: ListedExpense) => row.warnings.length > 0 },
  voided: { words: w.voidedOnes, fits: (row: ListedExpense) => row.voided },
} as const
const keys = ['unsigned', 'noFile', 'warned', 'voided'] as const

/** What was spent, voucher by voucher: the latest first. What is to be checked, signed or shown says so. */
export function ProjectExpenses({ project, service, actions }: { project: ProjectDetail; service: ServiceParts; actions?: ReactNode }) {
  const t = useWords()
  const mayRecord = useMay('projects.record')
  const [adding, setAdding] = useState(false)
  const asked = useAsk(listExpenses, { projectId: project.id })
  return (
    <Panel
      title={t(w.list)}
      actions={
        <Buttons>
          {actions}
          {mayRecord ? (
            <Button size="small" type="primary" icon={<Icon name="plus" size={15} />} onClick={() => setAdding(true)}>
              {t(w.record)}
            </Button>
          ) : null}
        </Buttons>
      }
    >
      <AskedState asked={asked}>{({ rows }) => <Rows project={project} rows={rows.toReversed()} />}</AskedState>
      <RecordExpense project={project} service={service} open={adding} onClose={() => setAdding(false)} />
    </Panel>
  )
}

function Rows({ project, rows }: { project: ProjectDetail; rows: readonly ListedExpense[] }) {
  const t = useWords()
  const { day, money } = useFormats()
  const { get, set, offset, setOffset } = useQueryState(['tab', 'expenses'])
  const show = keys.find((key) => key === get('expenses'))
  const shown = show === undefined ? rows : rows.filter(shows[show].fits)
  const lines = new Map(project.budget.map((line) => [line.id, line.name]))
  const columns: Column<ListedExpense>[] = [
    { title: w.spentOn, cell: (row) => day(row.spentOn), whole: true },
    { title: w.voucher, cell: (row) => <Voucher row={row} />, heads: true, whole: true },
    { title: w.budgetLine, cell: (row) => lines.get(row.budgetLineId ?? '') ?? t(projectWords.noLine) },
    { title: w.purpose, cell: (row) => row.purpose ?? '—' },
    { title: w.payee, cell: (row) => row.payee ?? '—' },
    { title: w.signatures, cell: (row) => <State row={row} />, whole: true },
    { title: w.amount, cell: (row) => (row.voided ? <s>{money(row.amountFen)}</s> : money(row.amountFen)), numeric: true, heads: true },
  ]
  if (rows.length === 0) return <p>{t(w.none)}</p>
  return (
    <>
      <label htmlFor="expenses-show" style={{ display: 'block', marginBottom: 12 }}>
        {t(w.show)}{' '}
        <Choice
          id="expenses-show"
          value={show ?? ''}
          any={t(w.all, { n: rows.length })}
          options={keys.map((key) => ({ value: key, label: t(shows[key].words, { n: rows.filter(shows[key].fits).length }) }))}
          onChange={(value) => set({ expenses: value })}
        />
      </label>
      <RecordTable
        name={t(w.list)}
        columns={columns}
        rows={shown.slice(offset, offset + limit)}
        keyOf={(row) => row.id}
        empty={t(w.noneShown)}
      />
      <Pager offset={offset} limit={limit} total={shown.length} onMove={setOffset} />
    </>
  )
}

function Voucher({ row }: { row: ListedExpense }) {
  const t = useWords()
  const number = row.voucher ?? t(w.noNumber)
  return (
    <>
      <Link to={`/expenses/${row.id}`} aria-label={t(w.openOf, { voucher: number })}>
        {number}
      </Link>{' '}
      {row.fileCount === 0 ? null : <small>{t(w.fileCount, { n: row.fileCount })}</small>}
    </>
  )
}

function State({ row }: { row: ListedExpense }) {
  const t = useWords()
  if (row.voided) return <Chip tone="plain">{t(w.voided)}</Chip>
  return (
    <>
      {row.signed.length === 3 ? <Chip tone="good">{t(w.signedAll)}</Chip> : t(w.signedCount, { n: row.signed.length })}{' '}
      {row.warnings.length === 0 ? null : <Chip tone="look">{t(w.check)}</Chip>}
    </>
  )
}
