import { Link } from 'react-router'
import { pageGroups, type PageEntry } from '../pages.ts'
import { useWords } from '../language/language.tsx'
import { Icon } from '../ui/icon.tsx'
import style from './navigation.module.css'
import { shellWords } from './shell-words.ts'

type Shown = PageEntry & Required<Pick<PageEntry, 'place'>>

/** Where one is may lie below what the screen shows of a long navigation. */
const bringIntoSight = (link: HTMLAnchorElement | null): void => link?.scrollIntoView({ block: 'nearest' })

/** The pages, by what they are for. Folded, only their signs are seen and their names are heard or hovered. */
export function Navigation({ pages, here, folded }: { pages: readonly Shown[]; here: string | undefined; folded: boolean }) {
  const t = useWords()
  const groups = Object.entries(pageGroups)
    .map(([group, words]) => ({ words, of: pages.filter((page) => page.place.group === group) }))
    .filter(({ of }) => of.length > 0)
  return (
    <nav aria-label={t(shellWords.navigation)} className={folded ? style['folded'] : style['open']}>
      {groups.map((group) => (
        <div key={group.words.zh}>
          {groups.length > 1 ? <p className={style['group']}>{t(group.words)}</p> : null}
          <ul>
            {group.of.map((page) => (
              <li key={page.path}>
                <Link
                  to={page.path}
                  ref={page.path === here ? bringIntoSight : undefined}
                  aria-current={page.path === here ? 'page' : undefined}
                  {...(folded ? { title: t(page.words), 'aria-label': t(page.words) } : {})}
                >
                  <Icon name={page.place.icon} size={20} />
                  {folded ? null : <span>{t(page.words)}</span>}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
