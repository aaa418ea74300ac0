import type { ReactNode } from 'react'
import style from './columns.module.css'

/** Two columns where there is room for both, one after the other where there is not. */
export function Columns({ main, side }: { main: ReactNode; side: ReactNode }) {
  return (
    <div className={style['columns']}>
      <div>{main}</div>
      <div>{side}</div>
    </div>
  )
}
