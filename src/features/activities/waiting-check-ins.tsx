import { Alert, Button } from 'antd'
import { Link } from 'react-router'
import { useWords } from '../../web/language/language.tsx'
import { activityWords } from './activities-words.ts'
import { eventOf, type Kept } from './outbox-rules.ts'
import type { Outbox } from './outbox.tsx'

/** What this device has not brought to the server yet of an event, and what the server would not take, with why. */
export function WaitingCheckIns({
  outbox,
  serviceId,
  names,
}: {
  outbox: Outbox
  serviceId: string
  /** Of those whom this page has on a list: the device itself keeps numbers alone. */
  names: ReadonlyMap<string, string>
}) {
  const t = useWords()
  const own = outbox.kept.filter((one) => eventOf(one) === serviceId)
  const waiting = own.filter(({ refused }) => refused === null)
  const named = (one: Kept) => namedBy(one, names, t)
  return (
    <>
      {waiting.length === 0 || !outbox.isStuck ? null : (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={t(activityWords.waitingToSend, { n: waiting.length })}
          description={waiting.map(named).join(t(activityWords.semicolon))}
        />
      )}
      {own.map((one) =>
        one.refused === null ? null : (
          <Alert
            key={one.operationId}
            type="error"
            showIcon
            style={{ marginBottom: 12 }}
            title={t(activityWords.notTaken, { names: named(one) })}
            description={
              <>
                {one.refused}
                {unnamedOf(one, names).map((personId) => (
                  <div key={personId}>
                    <Link to={`/people/${personId}`}>{t(activityWords.whoIsIt)}</Link>
                  </div>
                ))}
              </>
            }
            action={
              <div style={{ display: 'grid', gap: 6 }}>
                <Button size="small" onClick={() => outbox.again(one.operationId)}>
                  {t(activityWords.tryAgain)}
                </Button>
                <Button size="small" onClick={() => outbox.drop(one.operationId)}>
                  {t(activityWords.leaveOut)}
                </Button>
              </div>
            }
          />
        ),
      )}
    </>
  )
}

/** The files that are meant and stand on no list of this page. */
const unnamedOf = ({ sending }: Kept, names: ReadonlyMap<string, string>): string[] =>
  sending.to === 'checkIn' ? sending.input.people.flatMap(({ personId }) => (names.has(personId) ? [] : [personId])) : []

function namedBy(one: Kept, names: ReadonlyMap<string, string>, t: ReturnType<typeof useWords>): string {
  const { sending } = one
  if (sending.to === 'heads') return t(activityWords.waitingHeads, { n: sending.input.by })
  if (sending.to === 'child') return sending.input.calledBy
  const known = sending.input.people.flatMap(({ personId }) => names.get(personId) ?? [])
  const others = sending.input.people.length - known.length
  return [...known, ...(others === 0 ? [] : [t(activityWords.othersUnnamed, { n: others })])].join(t(activityWords.between))
}
