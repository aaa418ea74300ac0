import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useWords } from '../language/language.tsx'
import style from './filters.module.css'
import { Icon } from './icon.tsx'
import { useNarrow } from './narrow.ts'
import { uiWords } from './ui-words.ts'

/** What narrows a list, above it. On a phone, `more` conditions come out when they are asked for. */
export function Filters({
  name,
  children,
  more,
  onSubmit,
}: {
  name: string
  children: ReactNode
  more?: ReactNode
  onSubmit?: () => void
}) {
  const t = useWords()
  const narrow = useNarrow()
  const [open, setOpen] = useState(false)
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
        {more !== undefined && narrow ? (
          <Button icon={<Icon name="filter" />} aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? uiWords.fewerFilters : uiWords.moreFilters)}
          </Button>
        ) : null}
        {narrow && !open ? null : more}
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
