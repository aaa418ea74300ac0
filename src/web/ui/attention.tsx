import { Link } from 'react-router'
import type { Words } from '../../kernel/words.ts'
import { useFormats, useWords } from '../language/language.tsx'
import style from './attention.module.css'

type Detail = { readonly text: string; readonly count?: number; readonly to?: string }

/** Something that waits for somebody: how many there are, and where they are. */
export type Attention = {
  readonly key: string
  readonly title: string
  readonly count: number
  /** What the count counts. */
  readonly unit: Words
  readonly to: string
  readonly details?: readonly Detail[]
}

/** What waits, each number a way to what it counts. */
export function AttentionList({ items }: { items: readonly Attention[] }) {
  const t = useWords()
  const { number } = useFormats()
  return (
    <ul className={style['list']}>
      {items.map(({ key, title, count, unit, to, details = [] }) => (
        <li key={key}>
          <Link to={to} className={style['head']}>
            <span>{title}</span>
            <span>
              {number(count)} <small>{t(unit)}</small>
            </span>
          </Link>
          {details.length === 0 ? null : (
            <ul className={style['more']}>
              {details.map((detail) => (
                <li key={detail.text}>
                  <DetailLine detail={detail} />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}

function DetailLine({ detail: { text, count, to } }: { detail: Detail }) {
  const { number } = useFormats()
  const line = (
    <>
      <span>{text}</span>
      {count === undefined ? null : <span>{number(count)}</span>}
    </>
  )
  return to === undefined ? <span>{line}</span> : <Link to={to}>{line}</Link>
}
