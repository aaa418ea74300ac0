import { App, Button } from 'antd'
import { Link, useLocation, useNavigate } from 'react-router'
import { v7 } from 'uuid'
import { attendanceIdSchema, type PersonId, type ServiceId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import type { PartPlayed } from '../ledger/kind-schema.ts'
import { activityWords } from './activities-words.ts'
import { openActivity } from './activity-schema.ts'
import { scanCode } from './attend-schema.ts'
import { eventAtHand } from './event-at-hand.tsx'
import style from './event.module.css'
import { useOutbox } from './outbox.tsx'

/** Where the camera of a worker's telephone lands on a card: one press, and its bearer is checked in. */
export function CardPage() {
  const t = useWords()
  const code = decodeURIComponent(useLocation().hash.slice(1))
  const serviceId = eventAtHand()
  const asked = useAsk(scanCode, { code, ...(serviceId === undefined ? {} : { serviceId }) })
  return (
    <Page title={t(activityWords.card)}>
      <Panel>
        <AskedState asked={asked}>
          {(found) =>
            found.sort === 'screen' ? (
              <Link to={`/events/${found.serviceId}/check-in`}>{t(activityWords.openCheckIn)}</Link>
            ) : serviceId === undefined ? (
              <>
                <p>{found.name}</p>
                <p>{t(activityWords.cardNoEvent)}</p>
                <Link to="/events">{t(activityWords.calendar)}</Link>
              </>
            ) : (
              <Bearer key={found.personId} serviceId={serviceId} personId={found.personId} name={found.name} part={found.part} />
            )
          }
        </AskedState>
      </Panel>
    </Page>
  )
}

function Bearer({ serviceId, personId, name, part }: { serviceId: ServiceId; personId: PersonId; name: string; part: PartPlayed }) {
  const t = useWords()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const event = useAsk(openActivity, { id: serviceId })
  const outbox = useOutbox()
  const checkIn = () => {
    const input = {
      serviceId,
      means: 'card' as const,
      at: new Date().toISOString(),
      people: [{ id: attendanceIdSchema.parse(v7()), personId, part }],
    }
    outbox.add({ to: 'checkIn', input })
    void message.success(t(activityWords.isHere, { name }))
    void navigate(`/events/${serviceId}/check-in`)
  }
  return (
    <>
      <FailureNote failure={event.error} />
      <p style={{ fontSize: 26, fontWeight: 600 }}>{name}</p>
      <Button type="primary" className={style['big'] ?? ''} onClick={checkIn}>
        {t(activityWords.cardFor, { title: event.data?.title ?? '' })}
      </Button>
    </>
  )
}
