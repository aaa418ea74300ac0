import { Button } from 'antd'
import { useFormats, useWords } from '../language/language.tsx'
import { Icon } from './icon.tsx'
import style from './pager.module.css'
import { uiWords } from './ui-words.ts'

/** Which rows of a list are shown, and the way to the others. */
export function Pager({
  offset,
  limit,
  total,
  onMove,
}: {
  offset: number
  limit: number
  total: number
  onMove: (offset: number) => void
}) {
  const t = useWords()
  const { number } = useFormats()
  if (total === 0) return null
  const n = number(total)
  if (total <= limit) return <p className={style['count']}>{t(uiWords.total, { n })}</p>
  return (
    <nav className={style['pager']} aria-label={t(uiWords.pages)}>
      <output className={style['count']}>
        {t(uiWords.range, { from: number(offset + 1), to: number(Math.min(offset + limit, total)), n })}
      </output>
      <Button
        aria-label={t(uiWords.previous)}
        disabled={offset === 0}
        onClick={() => onMove(Math.max(0, offset - limit))}
        icon={<Icon name="left" />}
      />
      <span>{t(uiWords.pageAt, { page: Math.floor(offset / limit) + 1, pages: Math.ceil(total / limit) })}</span>
      <Button
        aria-label={t(uiWords.next)}
        disabled={offset + limit >= total}
        onClick={() => onMove(offset + limit)}
        icon={<Icon name="right" />}
      />
    </nav>
  )
}
