import { App, Button } from 'antd'
import { useState } from 'react'
import { useDo } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { ForgottenEnd, GiveBack } from './own-dialogs.tsx'
import { checkIn, checkOut, type OwnShift } from './own-schema.ts'
import { ownWords } from './own-words.ts'

/** The shifts that lie ahead or are going on: checking in and out under the thumb. */
export function OwnShifts({ shifts }: { shifts: readonly OwnShift[] }) {
  const t = useWords()
  const { day, minutes, moment } = useFormats()
  const { message } = App.useApp()
  const entering = useDo(checkIn)
  const leaving = useDo(checkOut)
  const [giving, setGiving] = useState<OwnShift>()
  const [forgotten, setForgotten] = useState<OwnShift>()
  return (
    <>
      <FailureNote failure={entering.failure} onRetry={entering.again} />
      <FailureNote failure={leaving.failure} onRetry={leaving.again} />
      <Entries
        rows={shifts}
        keyOf={(shift) => shift.id}
        empty={t(ownWords.nowNone)}
        head={(shift) => (
          <>
            <b>{shift.title}</b> {shift.checkedInAt === null ? null : <Chip tone="good">{t(ownWords.checkedIn)}</Chip>}
          </>
        )}
        more={(shift) => (
          <>
            <div>
              {[
                shift.day === null ? null : day(shift.day),
                shift.startsAt,
                shift.present === null ? null : minutes(shift.present),
                shift.communityName,
                shift.place,
              ]
                .filter((known) => known !== null)
                .join(' · ')}
            </div>
            {shift.content === null ? null : <div>{shift.content}</div>}
            {shift.checkedInAt === null ? null : <div>{t(ownWords.since, { at: moment(shift.checkedInAt) })}</div>}
            <Elder shift={shift} />
          </>
        )}
        acts={(shift) =>
          shift.checkedInAt === null ? (
            <>
              <Button
                type="primary"
                size="large"
                loading={entering.busy}
                onClick={() => entering.run({ serviceId: shift.id }, { onDone: () => void message.success(t(ownWords.checkedIn)) })}
              >
                {t(ownWords.checkIn)}
              </Button>
              <Button size="large" aria-label={t(ownWords.giveBackOf, { title: shift.title ?? '' })} onClick={() => setGiving(shift)}>
                {t(ownWords.giveBack)}
              </Button>
            </>
          ) : (
            <>
              <Button
                type="primary"
                size="large"
                loading={leaving.busy}
                onClick={() =>
                  leaving.run(
                    { serviceId: shift.id },
                    { onDone: (done) => void message.success(t(ownWords.checkedOut, { minutes: minutes(done.minutes) })) },
                  )
                }
              >
                {t(ownWords.checkOut)}
              </Button>
              <Button size="large" onClick={() => setForgotten(shift)}>
                {t(ownWords.forgot)}
              </Button>
            </>
          )
        }
      />
      <GiveBack shift={giving} onClose={() => setGiving(undefined)} />
      <ForgottenEnd shift={forgotten} onClose={() => setForgotten(undefined)} />
    </>
  )
}

/** Whom it is for: shown to whoever took the task, until it is over. */
function Elder({ shift: { elder } }: { shift: OwnShift }) {
  const t = useWords()
  if (elder === null) return null
  return (
    <div style={{ marginTop: 8 }}>
      {t(ownWords.elder)}：<b>{elder.name}</b> {elder.address}{' '}
      {elder.phone === null ? null : (
        <a href={`tel:${elder.phone}`} aria-label={t(ownWords.call, { name: elder.name })}>
          {elder.phone}
        </a>
      )}
      <div>
        <small>{t(ownWords.elderPrivate)}</small>
      </div>
    </div>
  )
}
