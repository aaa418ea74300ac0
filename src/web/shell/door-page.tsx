import type { ReactNode } from 'react'
import { useWords } from '../language/language.tsx'
import style from './door-page.module.css'
import { Mark } from './mark.tsx'
import { shellWords } from './shell-words.ts'

/** A page outside of the office: one thing to do, in the middle. */
export function DoorPage({
  title,
  about,
  foot,
  corner,
  children,
}: {
  title: string
  about?: string
  foot?: string
  corner?: ReactNode
  children: ReactNode
}) {
  const t = useWords()
  return (
    <div className={style['door']}>
      <title>{`${title} · ${t(shellWords.product)}`}</title>
      <header className={style['corner']}>{corner}</header>
      <main className={style['middle']}>
        <p className={style['brand']}>
          <Mark size={34} />
          <span>
            <b>{t(shellWords.product)}</b>
            <small>{t(shellWords.purpose)}</small>
          </span>
        </p>
        <div className={style['paper']}>
          <h1>{title}</h1>
          {about === undefined ? null : <p className={style['about']}>{about}</p>}
          {children}
        </div>
        {foot === undefined ? null : <p className={style['foot']}>{foot}</p>}
      </main>
    </div>
  )
}
