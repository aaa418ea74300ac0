import { Alert } from 'antd'
import { Link, useLocation } from 'react-router'
import { useWords } from '../../web/language/language.tsx'
import { activityWords } from './activities-words.ts'
import { eventsOf } from './outbox-rules.ts'
import { useOutbox } from './outbox.tsx'

/** Above whatever page is open: check-ins of this device that have not arrived. They are sent from here too. */
export function UnsentCheckIns() {
  const t = useWords()
  const { kept, isStuck } = useOutbox()
  const { pathname } = useLocation()
  const refused = kept.filter((one) => one.refused !== null)
  const waiting = kept.length - refused.length
  const shown = isStuck ? kept : refused
  // The check-in page says all of it itself, with the names.
  const events = eventsOf(shown).filter((id) => pathname !== `/events/${id}/check-in`)
  if (events.length === 0) return null
  return (
    <Alert
      banner
      type={refused.length > 0 ? 'error' : 'warning'}
      title={
        <>
          {refused.length > 0 ? t(activityWords.unsentRefused, { n: refused.length }) : t(activityWords.unsentWaiting, { n: waiting })}{' '}
          {events.map((id) => (
            <Link key={id} to={`/events/${id}/check-in`} style={{ marginInlineEnd: 12 }}>
              {t(activityWords.openCheckIn)}
            </Link>
          ))}
        </>
      }
    />
  )
}
