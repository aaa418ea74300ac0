import type { ReactNode } from 'react'
import style from './filters.module.css'

/** What narrows a list, above it. */
export function Filters({ name, children, onSubmit }: { name: string; children: ReactNode; onSubmit?: () => void }) {
  return (
    <search aria-label={name}>
      <form
        className={style['filters']}
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit?.()
        }}
      >
        {children}
      </form>
    </search>
  )
}

/** One condition with its name. `id` is the control's. */
export function Filter({ id, label, children, wide = false }: { id: string; label: string; children: ReactNode; wide?: boolean }) {
  return (
    <div className={wide ? style['wide'] : style['filter']}>
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  )
}
