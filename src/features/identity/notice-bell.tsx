import { Link, useLocation } from 'react-router'
import { useAsk } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import style from './notice-bell.module.css'
import { countNotices } from './notice-schema.ts'
import { noticeWords } from './notice-words.ts'

/**
 * How many notices wait, in the head of every page. Asked again when one goes from page to page, and not by the clock: an
 * open screen that nobody uses does not keep its session.
 */
export function NoticeBell() {
  return <Bell key={useLocation().pathname} />
}

function Bell() {
  const t = useWords()
  const { data } = useAsk(countNotices, {})
  const waiting = data !== undefined && data.open > 0 ? data : undefined
  return (
    <Link
      to="/notices"
      className={style['bell']}
      aria-label={waiting === undefined ? t(noticeWords.bell) : t(noticeWords.bellCount, { open: waiting.open, unread: waiting.unread })}
    >
      <Icon name="bell" size={21} />
      {waiting === undefined ? null : (
        <span aria-hidden="true" className={`${style['count']} ${waiting.unread === 0 ? style['read'] : ''}`}>
          {waiting.open > 99 ? '99+' : waiting.open}
        </span>
      )}
    </Link>
  )
}
