import { useEffect, useRef, type ReactNode } from 'react'
import { useLocation } from 'react-router'
import { useMine } from '../client/mine.ts'
import style from './page.module.css'

let shownAt: string | undefined

/** A page: its heading, which takes the focus when one comes here from another page, what can be done, and what there is. */
export function Page({ title, about, actions, children }: { title: string; about?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { pathname } = useLocation()
  const { tenant } = useMine()
  useEffect(() => {
    if (shownAt !== undefined && shownAt !== pathname) heading.current?.focus()
    shownAt = pathname
  }, [pathname])
  return (
    <div className={style['page']}>
      <title>{`${title} · ${tenant}`}</title>
      <div className={style['top']}>
        <div>
          <h1 ref={heading} tabIndex={-1} className={style['heading']}>
            {title}
          </h1>
          {about === undefined ? null : <p className={style['about']}>{about}</p>}
        </div>
        {actions === undefined ? null : <div className={style['actions']}>{actions}</div>}
      </div>
      {children}
    </div>
  )
}

/** A part of a page on paper of its own. */
export function Panel({ title, actions, children }: { title?: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className={style['panel']}>
      {title === undefined && actions === undefined ? null : (
        <div className={style['panelTop']}>
          {title === undefined ? <span /> : <h2 className={style['panelHeading']}>{title}</h2>}
          {actions}
        </div>
      )}
      {children}
    </section>
  )
}
