import type { ReactNode } from 'react'
import style from './entries.module.css'

/** Records of a few words each: what it is, what is known of it below, what can be done with it beside. */
export function Entries<Row>({
  rows,
  keyOf,
  head,
  more,
  acts,
  empty,
}: {
  rows: readonly Row[]
  keyOf: (row: Row) => string
  head: (row: Row) => ReactNode
  more?: ((row: Row) => ReactNode) | undefined
  acts?: ((row: Row) => ReactNode) | undefined
  empty: string
}) {
  if (rows.length === 0) return <p className={style['empty']}>{empty}</p>
  return (
    <ul className={style['entries']}>
      {rows.map((row) => (
        <li key={keyOf(row)}>
          <div className={style['text']}>
            <div className={style['head']}>{head(row)}</div>
            {more === undefined ? null : <div className={style['more']}>{more(row)}</div>}
          </div>
          {acts === undefined ? null : <div className={style['acts']}>{acts(row)}</div>}
        </li>
      ))}
    </ul>
  )
}
