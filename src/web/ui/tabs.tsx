import { useEffect, type KeyboardEvent, type ReactNode } from 'react'
import style from './tabs.module.css'

export type Tab = { readonly key: string; readonly label: string }

/** Where the keys lead among tabs: arrows go round, Home and End to the ends. */
const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
}

/**
 * Parts of a page, one shown at a time. With a single part there is nothing to choose, and only the part is shown.
 * `name` says what they are parts of.
 */
export function Tabs({
  id,
  name,
  tabs,
  shown,
  onShow,
  children,
}: {
  id: string
  name: string
  tabs: readonly Tab[]
  shown: string
  onShow: (key: string) => void
  children: ReactNode
}) {
  useEffect(() => {
    document.getElementById(tabId(id, shown))?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [id, shown])
  if (tabs.length < 2) return children

  const move = (event: KeyboardEvent, at: number) => {
    const to = steps[event.key]?.(at, tabs.length)
    const tab = to === undefined ? undefined : tabs[to]
    if (tab === undefined) return
    event.preventDefault()
    document.getElementById(tabId(id, tab.key))?.focus()
    onShow(tab.key)
  }

  return (
    <>
      <div role="tablist" aria-label={name} className={style['list']}>
        {tabs.map(({ key, label }, at) => (
          <button
            key={key}
            id={tabId(id, key)}
            type="button"
            role="tab"
            aria-selected={key === shown}
            {...(key === shown ? { 'aria-controls': `${id}-panel` } : {})}
            tabIndex={key === shown ? 0 : -1}
            className={style['tab']}
            onClick={() => onShow(key)}
            onKeyDown={(event) => move(event, at)}
          >
            {label}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={tabId(id, shown)}>
        {children}
      </div>
    </>
  )
}

const tabId = (id: string, key: string): string => `${id}-tab-${key}`
