import { App, Button, Input, Select } from 'antd'
import { useEffect, useState } from 'react'
import { Link, useParams } from 'react-router'
import { v7 } from 'uuid'
import { attendanceIdSchema, serviceIdSchema, type PersonId, type ServiceId } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { AbsentPage } from '../../web/shell/absent-page.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { PersonSearch } from '../people/person-search.tsx'
import { partPlayedSchema, type PartPlayed } from '../ledger/kind-schema.ts'
import { partPlayedWords } from '../ledger/ledger-words.ts'
import { activityWords } from './activities-words.ts'
import { openActivity, type Activity } from './activity-schema.ts'
import { checkIn, checkInChild, countHeads, openRoll, type Means } from './attend-schema.ts'
import { keepEventAtHand } from './event-at-hand.tsx'
import style from './event.module.css'

/** How soon one telephone sees what the others did. */
const every = 10_000

/** Check-in on a telephone in the hand: large targets, one thing after the other. */
export function CheckInPage() {
  const id = serviceIdSchema.safeParse(useParams()['id'])
  return id.success ? <CheckingIn key={id.data} id={id.data} /> : <AbsentPage />
}

function CheckingIn({ id }: { id: ServiceId }) {
  const t = useWords()
  const asked = useAsk(openActivity, { id })
  useEffect(() => keepEventAtHand(id), [id])
  return (
    <Page
      title={`${t(activityWords.checkIn)} ${asked.data?.title ?? ''}`}
      about={<Link to={`/events/${id}?tab=checkIn`}>{t(activityWords.backToEvent)}</Link>}
    >
      <AskedState asked={asked}>{(activity) => <Desk activity={activity} />}</AskedState>
    </Page>
  )
}

function Desk({ activity }: { activity: Activity }) {
  const t = useWords()
  const { message } = App.useApp()
  const asked = useAsk(openRoll, { id: activity.id }, { every })
  const checking = useDo(checkIn)
  const [part, setPart] = useState<PartPlayed>('beneficiary')
  const enter = (people: readonly { personId: PersonId; name: string; part: PartPlayed }[], means: Means, onDone?: () => void) =>
    checking.run(
      {
        serviceId: activity.id,
        means,
        people: people.map(({ personId, part: played }) => ({ id: attendanceIdSchema.parse(v7()), personId, part: played })),
      },
      {
        onDone: ({ added }) => {
          onDone?.()
          const [only] = people
          if (people.length > 1 || only === undefined) void message.success(t(activityWords.areHere, { n: added }))
          else void message.success(t(added === 0 ? activityWords.alreadyHere : activityWords.isHere, { name: only.name }))
        },
      },
    )
  return (
    <AskedState asked={asked}>
      {({ signUps, present, unnamedCount }) => (
        <>
          <FailureNote failure={checking.failure} onRetry={checking.again} />
          <Panel title={t(activityWords.findName)}>
            <PersonSearch
              id="check-in-name"
              label={t(activityWords.findName)}
              projectId={activity.projectId}
              onPick={(person) => enter([{ personId: person.id, name: person.name, part }], 'name')}
            />
            <p style={{ margin: '10px 0 0' }}>
              <label htmlFor="check-in-part">{t(activityWords.playsPart)}</label>{' '}
              <Select
                id="check-in-part"
                value={part}
                onChange={setPart}
                options={partPlayedSchema.options.map((each) => ({ value: each, label: t(partPlayedWords[each]) }))}
                popupMatchSelectWidth={false}
              />
            </p>
          </Panel>
          <TickList
            key={signUps.map((one) => one.id).join()}
            signUps={signUps.filter((one) => one.state !== 'withdrawn')}
            busy={checking.busy}
            onCheckIn={(people, onDone) => enter(people, 'list', onDone)}
          />
          <HeadCount activity={activity} count={unnamedCount} />
          {activity.plan.guardian === null ? null : <Children activity={activity} />}
          <p>{t(activityWords.present, { n: present.length })}</p>
        </>
      )}
    </AskedState>
  )
}

type Listed = { id: string; personId: PersonId; name: string; part: PartPlayed; note: string | null; attendanceId: string | null }

function TickList({
  signUps,
  busy,
  onCheckIn,
}: {
  signUps: readonly Listed[]
  busy: boolean
  onCheckIn: (people: readonly Listed[], onDone: () => void) => void
}) {
  const t = useWords()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const missing = signUps.filter((one) => one.attendanceId === null)
  const chosen = missing.filter((one) => ticked.has(one.id))
  const toggle = (id: string) => {
    const next = new Set(ticked)
    if (!next.delete(id)) next.add(id)
    setTicked(next)
  }
  return (
    <Panel
      title={t(activityWords.tick)}
      actions={
        missing.length === 0 ? undefined : (
          <Button onClick={() => setTicked(new Set(missing.map((one) => one.id)))}>{t(activityWords.tickEveryone)}</Button>
        )
      }
    >
      {signUps.length === 0 ? <p>{t(activityWords.tickNone)}</p> : null}
      <fieldset className={style['ticks']} aria-label={t(activityWords.tick)}>
        {signUps.map((one) => (
          <label key={one.id} className={`${style['tick']} ${one.attendanceId === null ? '' : style['is']}`}>
            <input
              type="checkbox"
              checked={one.attendanceId !== null || ticked.has(one.id)}
              disabled={one.attendanceId !== null}
              onChange={() => toggle(one.id)}
            />
            <span>
              {one.name}
              <small>{one.attendanceId === null ? one.note : t(activityWords.here)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {missing.length === 0 ? null : (
        <Button
          type="primary"
          className={style['big'] ?? ''}
          disabled={chosen.length === 0}
          loading={busy}
          onClick={() => onCheckIn(chosen, () => setTicked(new Set()))}
        >
          {t(activityWords.tickAll, { n: chosen.length })}
        </Button>
      )}
    </Panel>
  )
}

function HeadCount({ activity, count }: { activity: Activity; count: number }) {
  const t = useWords()
  const counting = useDo(countHeads)
  const to = (unnamedCount: number) => counting.run({ serviceId: activity.id, unnamedCount })
  return (
    <Panel title={t(activityWords.headCount)}>
      <FailureNote failure={counting.failure} onRetry={counting.again} />
      <p>{t(activityWords.headCountAbout)}</p>
      <div className={style['counter']}>
        <Button
          className={style['square'] ?? ''}
          aria-label={t(activityWords.oneLess)}
          disabled={count === 0 || counting.busy}
          onClick={() => to(count - 1)}
        >
          −
        </Button>
        <output aria-label={t(activityWords.headCount)}>{count}</output>
        <Button
          className={style['square'] ?? ''}
          aria-label={t(activityWords.oneMore)}
          disabled={counting.busy}
          onClick={() => to(count + 1)}
        >
          +
        </Button>
      </div>
    </Panel>
  )
}

function Children({ activity }: { activity: Activity }) {
  const t = useWords()
  const { message } = App.useApp()
  const [name, setName] = useState('')
  const adding = useDo(checkInChild)
  const add = () => {
    const calledBy = name.trim()
    if (calledBy === '') return
    adding.run(
      { serviceId: activity.id, id: attendanceIdSchema.parse(v7()), calledBy },
      {
        onDone: () => {
          setName('')
          void message.success(t(activityWords.isHere, { name: calledBy }))
        },
      },
    )
  }
  return (
    <Panel title={t(activityWords.childName)}>
      <FailureNote failure={adding.failure} onRetry={adding.again} />
      <p>{t(activityWords.guardianAbout)}</p>
      <Input
        size="large"
        value={name}
        maxLength={12}
        aria-label={t(activityWords.childName)}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={add}
      />
      <Button className={style['big'] ?? ''} style={{ marginTop: 10 }} loading={adding.busy} onClick={add}>
        {t(activityWords.addChild)}
      </Button>
    </Panel>
  )
}
