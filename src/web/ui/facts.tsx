import type { ReactNode } from 'react'
import type { Words } from '../../kernel/words.ts'
import { useWords } from '../language/language.tsx'
import style from './facts.module.css'

/** Names and values, in as many columns as there is room for. What is not known is shown as a dash. */
export function Facts({ facts }: { facts: readonly (readonly [Words, ReactNode])[] }) {
  const t = useWords()
  return (
    <dl className={style['facts']}>
      {facts.map(([name, value]) => (
        <div key={name.zh}>
          <dt>{t(name)}</dt>
          <dd>{value === null || value === undefined || value === '' ? '—' : value}</dd>
        </div>
      ))}
    </dl>
  )
}
