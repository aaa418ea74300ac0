import { Alert, Button } from 'antd'
import { useWords } from '../../web/language/language.tsx'
import { activityWords } from './activities-words.ts'
import { eventOf, type Kept } from './outbox-rules.ts'
import type { Outbox } from './outbox.tsx'

/** What this device has not brought to the server yet, and what the server would not take, with why. */
export function WaitingCheckIns({ outbox, serviceId }: { outbox: Outbox; serviceId?: string }) {
  const t = useWords()
  const own = outbox.kept.filter((one) => serviceId === undefined || eventOf(one) === serviceId)
  const waiting = own.filter(({ refused }) => refused === null)
  const refused = own.filter((one) => one.refused !== null)
  const named = (one: Kept) =>
    one.sending.to === 'heads' ? t(activityWords.waitingHeads, { n: one.sending.input.by }) : one.names.join(t(activityWords.between))
  const stuck = waiting.filter(({ tried }) => tried).length > 0
  return (
    <>
      {waiting.length === 0 || !stuck ? null : (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={t(activityWords.waitingToSend, { n: waiting.length })}
          description={waiting.map(named).join(t(activityWords.semicolon))}
        />
      )}
      {refused.map((one) => (
        <Alert
          key={one.operationId}
          type="error"
          showIcon
          style={{ marginBottom: 12 }}
          title={t(activityWords.notTaken, { names: named(one) })}
          description={one.refused}
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
      ))}
    </>
  )
}
