import { Button, Drawer } from 'antd'
import { useRef, useState } from 'react'
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router'
import { UnsentCheckIns } from '../../features/activities/unsent-check-ins.tsx'
import { NoticeBell } from '../../features/identity/notice-bell.tsx'
import { useMine } from '../client/mine.ts'
import { useProjects } from '../client/project.ts'
import { useWords } from '../language/language.tsx'
import { pages } from '../pages.ts'
import { Icon } from '../ui/icon.tsx'
import { useNarrow } from '../ui/narrow.ts'
import { AccountMenu } from './account-menu.tsx'
import { FootTabs } from './foot-tabs.tsx'
import { Mark } from './mark.tsx'
import { Navigation } from './navigation.tsx'
import { PeopleFinder } from './people-finder.tsx'
import { pageAt, pagesFor, tabsOf } from './navigation-rules.ts'
import { ProjectChoice } from './project-choice.tsx'
import { shellWords } from './shell-words.ts'
import { SwitchLanguage } from './switch-language.tsx'
import style from './shell.module.css'

/** Where this browser keeps whether the navigation is folded. */
const keepFolded = 'nuanyang.navigation'

/** What stands around every page: whose office this is, the ways through it, and whoever works here. */
export function Shell() {
  const t = useWords()
  const narrow = useNarrow()
  const { tenant, permissions } = useMine()
  const { project } = useProjects()
  const { pathname } = useLocation()
  const content = useRef<HTMLElement>(null)
  const [folded, setFolded] = useState(() => localStorage.getItem(keepFolded) === 'folded')
  const [openAt, setOpenAt] = useState<string>()
  const moving = useNavigation().state !== 'idle'
  const shown = pagesFor(pages, permissions)
  const here = pageAt(shown, pathname)?.path
  const tabs = tabsOf(shown)
  // The drawer belongs to the page it was opened on: going elsewhere closes it.
  const drawn = openAt === pathname

  const fold = () => {
    localStorage.setItem(keepFolded, folded ? 'open' : 'folded')
    setFolded(!folded)
  }

  return (
    <div className={style['shell']}>
      <a
        className={style['skip']}
        href="#content"
        onClick={(event) => {
          event.preventDefault()
          content.current?.focus()
        }}
      >
        {t(shellWords.skip)}
      </a>
      <header className={style['header']}>
        {narrow ? (
          <Button
            type="text"
            icon={<Icon name="menu" size={22} />}
            aria-label={t(shellWords.openNavigation)}
            onClick={() => setOpenAt(pathname)}
          />
        ) : null}
        {narrow && project !== undefined ? null : (
          <span className={style['brand']}>
            <Mark size={28} />
            <b>{t(shellWords.product)}</b>
          </span>
        )}
        {narrow && project !== undefined ? null : <span className={style['tenant']}>{tenant}</span>}
        <ProjectChoice />
        <span className={style['space']} />
        {narrow ? null : <PeopleFinder />}
        {narrow ? null : <SwitchLanguage />}
        <NoticeBell />
        <AccountMenu />
      </header>
      {moving ? <output className={style['moving']} aria-label={t(shellWords.opening)} /> : null}
      <div className={style['body']}>
        {narrow ? (
          <Drawer open={drawn} onClose={() => setOpenAt(undefined)} placement="left" size={272} title={tenant}>
            <Navigation pages={shown} here={here} folded={false} />
            <SwitchLanguage />
          </Drawer>
        ) : (
          <div className={folded ? style['sideFolded'] : style['side']}>
            <Navigation pages={shown} here={here} folded={folded} />
            <Button
              type="text"
              className={style['fold'] ?? ''}
              icon={<Icon name={folded ? 'right' : 'left'} />}
              aria-label={t(folded ? shellWords.unfold : shellWords.fold)}
              aria-expanded={!folded}
              onClick={fold}
            />
          </div>
        )}
        <main id="content" ref={content} tabIndex={-1} className={style['main']}>
          <UnsentCheckIns />
          <Outlet />
        </main>
      </div>
      {narrow && tabs.length > 0 ? <FootTabs pages={tabs} here={here} onMore={() => setOpenAt(pathname)} /> : null}
      <ScrollRestoration />
    </div>
  )
}
