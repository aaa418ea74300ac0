import { App, Button } from 'antd'
import { Link, useLocation, useNavigate } from 'react-router'
import { v7 } from 'uuid'
import { attendanceIdSchema, type PersonId, type ServiceId } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import type { PartPlayed } from '../ledger/kind-schema.ts'
import { activityWords } from './activities-words.ts'
import { openActivity } from './activity-schema.ts'
import { checkIn, scanCode } from './attend-schema.ts'
import { eventAtHand } from './event-at-hand.tsx'
import style from './event.module.css'

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
  const checking = useDo(checkIn)
  return (
    <>
      <FailureNote failure={event.error ?? checking.failure} onRetry={checking.again} />
      <p style={{ fontSize: 26, fontWeight: 600 }}>{name}</p>
      <Button
        type="primary"
        className={style['big'] ?? ''}
        loading={checking.busy}
        onClick={() =>
          checking.run(
            { serviceId, means: 'card', people: [{ id: attendanceIdSchema.parse(v7()), personId, part }] },
            {
              onDone: ({ added }) => {
                void message.success(t(added === 0 ? activityWords.alreadyHere : activityWords.isHere, { name }))
                void navigate(`/events/${serviceId}/check-in`)
              },
            },
          )
        }
      >
        {t(activityWords.cardFor, { title: event.data?.title ?? '' })}
      </Button>
    </>
  )
}
