import { Link } from 'react-router'
import { useWords } from '../language/language.tsx'
import type { PageEntry } from '../pages.ts'
import { Icon } from '../ui/icon.tsx'
import style from './foot-tabs.module.css'
import { shellWords } from './shell-words.ts'

type Shown = PageEntry & Required<Pick<PageEntry, 'place'>>

/** On a phone: the first pages under the thumb, the rest behind one more tab. */
export function FootTabs({ pages, here, onMore }: { pages: readonly Shown[]; here: string | undefined; onMore: () => void }) {
  const t = useWords()
  return (
    <nav className={style['tabs']} aria-label={t(shellWords.more)}>
      {pages.map((page) => (
        <Link key={page.path} to={page.path} aria-current={page.path === here ? 'page' : undefined}>
          <Icon name={page.place.icon} size={22} />
          <span>{t(page.words)}</span>
        </Link>
      ))}
      <button type="button" onClick={onMore}>
        <Icon name="more" size={22} />
        <span>{t(shellWords.more)}</span>
      </button>
    </nav>
  )
}
