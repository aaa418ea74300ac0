import { Link } from 'react-router'
import { RoleNames } from '../features/identity/role-names.tsx'
import { useMine } from './client/mine.ts'
import { useWords } from './language/language.tsx'
import { pages } from './pages.ts'
import { pagesFor } from './shell/navigation-rules.ts'
import { startWords } from './start-words.ts'
import { Icon } from './ui/icon.tsx'
import { Page, Panel } from './ui/page.tsx'
import style from './start-page.module.css'

/** Where everybody arrives: who they are here, and the pages that are theirs. */
export function StartPage() {
  const t = useWords()
  const { displayName, grants, permissions } = useMine()
  const others = pagesFor(pages, permissions).filter((page) => page.path !== '/')
  return (
    <Page
      title={t(startWords.hello, { name: displayName })}
      about={grants.length === 0 ? t(startWords.noRole) : <RoleNames grants={grants} />}
    >
      <Panel title={t(startWords.mayDo)}>
        <ul className={style['ways']}>
          {others.map((page) => (
            <li key={page.path}>
              <Link to={page.path}>
                <Icon name={page.place.icon} size={22} />
                {t(page.words)}
              </Link>
            </li>
          ))}
        </ul>
      </Panel>
    </Page>
  )
}
