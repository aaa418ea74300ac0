import { App, Button, Input, Select } from 'antd'
import { useEffect, useState } from 'react'
import { Link, useParams } from 'react-router'
import { v7 } from 'uuid'
import { attendanceIdSchema, serviceIdSchema, type PersonId, type ServiceId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { AbsentPage } from '../../web/shell/absent-page.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { PersonSearch } from '../people/person-search.tsx'
import { partPlayedSchema, type PartPlayed } from '../ledger/kind-schema.ts'
import { partPlayedWords } from '../ledger/ledger-words.ts'
import { activityWords } from './activities-words.ts'
import { openActivity, type Activity } from './activity-schema.ts'
import { openRoll, showPresence, type Means } from './attend-schema.ts'
import { keepEventAtHand } from './event-at-hand.tsx'
import style from './event.module.css'
import { aheadOf, type Sending } from './outbox-rules.ts'
import { useOutbox } from './outbox.tsx'
import { WaitingCheckIns } from './waiting-check-ins.tsx'

/** How soon one telephone sees what the others did; asked without names, so that the trail stays readable. */
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

type Entering = { readonly personId: PersonId; readonly name: string; readonly part: PartPlayed }

/** That these people are here, from this moment on. */
const checkInOf = (serviceId: ServiceId, people: readonly Entering[], means: Means): Sending => ({
  to: 'checkIn',
  input: {
    serviceId,
    means,
    at: new Date().toISOString(),
    people: people.map(({ personId, part }) => ({ id: attendanceIdSchema.parse(v7()), personId, part })),
  },
})

function Desk({ activity }: { activity: Activity }) {
  const t = useWords()
  const { message } = App.useApp()
  const asked = useAsk(openRoll, { id: activity.id })
  const presence = useAsk(showPresence, { id: activity.id }, { every })
  const outbox = useOutbox()
  const [part, setPart] = useState<PartPlayed>('beneficiary')
  const [entered, setEntered] = useState<readonly PersonId[]>([])
  const [met, setMet] = useState<ReadonlyMap<string, string>>(new Map())
  const ahead = aheadOf(outbox.kept, activity.id)
  const enter = (people: readonly Entering[], means: Means) => {
    outbox.add(checkInOf(activity.id, people, means))
    setMet(new Map([...met, ...people.map(({ personId, name }) => [personId, name] as const)]))
    setEntered([...entered, ...people.map(({ personId }) => personId)])
    const [only] = people
    if (people.length > 1 || only === undefined) void message.success(t(activityWords.areHere, { n: people.length }))
    else void message.success(t(isHere(only.personId) ? activityWords.alreadyHere : activityWords.isHere, { name: only.name }))
  }
  const refused = new Set(
    outbox.kept.flatMap((one) =>
      one.refused !== null && one.sending.to === 'checkIn' ? one.sending.input.people.map((each) => each.personId) : [],
    ),
  )
  const here = new Set<string>([
    ...(presence.data?.present ?? asked.data?.present ?? []).flatMap(({ personId }) => personId ?? []),
    ...ahead.people.flatMap(({ personId }) => personId ?? []),
    ...entered.filter((personId) => !refused.has(personId)),
  ])
  const isHere = (personId: string) => here.has(personId)
  return (
    <>
      <WaitingCheckIns
        outbox={outbox}
        serviceId={activity.id}
        names={new Map([...(asked.data?.signUps ?? []).map((one) => [one.personId, one.name] as const), ...met])}
      />
      <AskedState asked={asked}>
        {({ signUps, present }) => (
          <>
            <p className={style['count']}>
              <b>{t(activityWords.present, { n: countHere(presence.data?.present ?? present, ahead) })}</b>
              {activity.going === 0 ? null : <span>{t(activityWords.goingAll, { n: activity.going })}</span>}
            </p>
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
              signUps={signUps.filter((one) => one.state !== 'withdrawn').map((one) => ({ ...one, isHere: isHere(one.personId) }))}
              onCheckIn={(people) => enter(people, 'list')}
            />
            <HeadCount
              count={Math.max(0, (presence.data?.unnamedCount ?? activity.heads.unnamed) + ahead.heads)}
              onChange={(by) => outbox.add({ to: 'heads', input: { serviceId: activity.id, by } })}
            />
            {activity.plan.guardian === null ? null : (
              <Children
                onAdd={(calledBy) => {
                  const input = { serviceId: activity.id, id: attendanceIdSchema.parse(v7()), calledBy, at: new Date().toISOString() }
                  outbox.add({ to: 'child', input })
                  void message.success(t(activityWords.isHere, { name: calledBy }))
                }}
              />
            )}
          </>
        )}
      </AskedState>
    </>
  )
}

/** How many are here: what the server knows, and what it has not been told yet. */
function countHere(present: readonly { personId: string | null }[], ahead: ReturnType<typeof aheadOf>): number {
  const known = new Set(present.flatMap(({ personId }) => personId ?? []))
  const waiting = new Set(ahead.people.flatMap(({ personId }) => personId ?? []).filter((personId) => !known.has(personId)))
  return present.length + waiting.size + ahead.children
}

type Listed = {
  id: string
  personId: PersonId
  name: string
  part: PartPlayed
  note: string | null
  waitsAt: number | null
  isHere: boolean
}

function TickList({ signUps, onCheckIn }: { signUps: readonly Listed[]; onCheckIn: (people: readonly Listed[]) => void }) {
  const t = useWords()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const missing = signUps.filter((one) => !one.isHere)
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
          <Button onClick={() => setTicked(new Set(missing.filter(({ waitsAt }) => waitsAt === null).map((one) => one.id)))}>
            {t(activityWords.tickEveryone)}
          </Button>
        )
      }
    >
      {signUps.length === 0 ? <p>{t(activityWords.tickNone)}</p> : null}
      <fieldset className={style['ticks']} aria-label={t(activityWords.tick)}>
        {signUps.map((one) => (
          <label key={one.id} className={`${style['tick']} ${one.isHere ? style['is'] : ''}`}>
            <input type="checkbox" checked={one.isHere || ticked.has(one.id)} disabled={one.isHere} onChange={() => toggle(one.id)} />
            <span>
              {one.name}
              <small>
                {one.isHere
                  ? t(activityWords.here)
                  : [one.waitsAt === null ? null : t(activityWords.stateWaiting, { n: one.waitsAt }), one.note].filter(Boolean).join(' · ')}
              </small>
            </span>
          </label>
        ))}
      </fieldset>
      {missing.length === 0 ? null : (
        <Button
          type="primary"
          className={style['big'] ?? ''}
          disabled={chosen.length === 0}
          onClick={() => {
            onCheckIn(chosen)
            setTicked(new Set())
          }}
        >
          {t(activityWords.tickAll, { n: chosen.length })}
        </Button>
      )}
    </Panel>
  )
}

function HeadCount({ count, onChange }: { count: number; onChange: (by: 1 | -1) => void }) {
  const t = useWords()
  return (
    <Panel title={t(activityWords.headCount)}>
      <p>{t(activityWords.headCountAbout)}</p>
      <div className={style['counter']}>
        <Button className={style['square'] ?? ''} aria-label={t(activityWords.oneLess)} disabled={count === 0} onClick={() => onChange(-1)}>
          −
        </Button>
        <output aria-label={t(activityWords.headCount)}>{count}</output>
        <Button className={style['square'] ?? ''} aria-label={t(activityWords.oneMore)} onClick={() => onChange(1)}>
          +
        </Button>
      </div>
    </Panel>
  )
}

function Children({ onAdd }: { onAdd: (calledBy: string) => void }) {
  const t = useWords()
  const [name, setName] = useState('')
  const add = () => {
    const calledBy = name.trim()
    if (calledBy === '') return
    setName('')
    onAdd(calledBy)
  }
  return (
    <Panel title={t(activityWords.childName)}>
      <p>{t(activityWords.guardianAbout)}</p>
      <Input
        size="large"
        value={name}
        maxLength={12}
        aria-label={t(activityWords.childName)}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={add}
      />
      <Button className={style['big'] ?? ''} style={{ marginTop: 10 }} onClick={add}>
        {t(activityWords.addChild)}
      </Button>
    </Panel>
  )
}
