import type { ReactNode } from 'react'
import type { Words } from '../../kernel/words.ts'
import { useWords } from '../language/language.tsx'
import { useNarrow } from './narrow.ts'
import style from './record-table.module.css'
import { uiWords } from './ui-words.ts'

export type Column<Row> = {
  readonly title: Words
  readonly cell: (row: Row) => ReactNode
  /** Numbers stand to the right, so that their digits stand under one another. */
  readonly numeric?: true
  /** Heads the card that a row becomes on a phone. */
  readonly heads?: true
  /** What can be done with the row. */
  readonly acts?: true
  /** Not broken over lines. */
  readonly whole?: true
}

/** A list of records: a table, or cards one below the other where the screen is narrow. */
export function RecordTable<Row>({
  name,
  columns,
  rows,
  keyOf,
  empty,
  busy = false,
}: {
  /** What the list is, for those who do not see it. */
  name: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  empty?: ReactNode
  /** Newer rows are on their way. */
  busy?: boolean
}) {
  const t = useWords()
  const narrow = useNarrow()
  if (rows.length === 0) return <div className={style['empty']}>{empty ?? t(uiWords.nothing)}</div>
  const look = busy ? style['stale'] : undefined
  return narrow ? (
    <ul aria-label={name} className={`${style['cards']} ${look ?? ''}`}>
      {rows.map((row) => (
        <li key={keyOf(row)}>
          <Card columns={columns} row={row} />
        </li>
      ))}
    </ul>
  ) : (
    <section className={`${style['scroll']} ${look ?? ''}`} aria-label={name} tabIndex={0}>
      <table className={style['table']}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.title.zh} scope="col" className={lookOf(column)}>
                {t(column.title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) => (
                <td key={column.title.zh} className={lookOf(column)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const lookOf = <Row,>(column: Column<Row>): string =>
  [
    column.numeric === true ? style['numeric'] : '',
    column.acts === true ? style['acts'] : '',
    column.whole === true ? style['whole'] : '',
  ].join(' ')

function Card<Row>({ columns, row }: { columns: readonly Column<Row>[]; row: Row }) {
  const t = useWords()
  const heads = columns.filter((column) => column.heads === true)
  const acts = columns.filter((column) => column.acts === true)
  // What is empty says nothing on a small screen: only what there is stands on the card.
  const rest = columns
    .filter((column) => column.heads !== true && column.acts !== true)
    .map((column) => ({ column, cell: column.cell(row) }))
    .filter(({ cell }) => cell !== '—' && cell !== null)
  return (
    <div className={style['card']}>
      <div className={style['cardHead']}>
        {heads.map((column) => (
          <span key={column.title.zh}>{column.cell(row)}</span>
        ))}
      </div>
      <dl className={style['facts']}>
        {rest.map(({ column, cell }) => (
          <div key={column.title.zh}>
            <dt>{t(column.title)}</dt>
            <dd>{cell}</dd>
          </div>
        ))}
      </dl>
      {acts.map((column) => (
        <div key={column.title.zh} className={style['cardActs']}>
          {column.cell(row)}
        </div>
      ))}
    </div>
  )
}
