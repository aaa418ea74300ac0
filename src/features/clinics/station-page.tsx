import { Button, Input } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { attendanceIdSchema, serviceIdSchema, type ServiceId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AbsentPage } from '../../web/shell/absent-page.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { useNarrow } from '../../web/ui/narrow.ts'
import { Page, Panel } from '../../web/ui/page.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { clinicWords } from './clinic-words.ts'
import { queueOfClinic, type Queued } from './day-schema.ts'
import { LevelChip } from './level-chip.tsx'
import { readingPartSchema, type ReadingPart } from './part-schema.ts'
import type { Habit } from './part-form.tsx'
import { StationPerson } from './station-person.tsx'
import { stationWords } from './station-words.ts'
import style from './station.module.css'

/** One station of a clinic day: who waits, and what is measured here. Made for a phone or a tablet in a noisy hall. */
export function StationPage() {
  const id = serviceIdSchema.safeParse(useParams()['id'])
  return id.success ? <Station key={id.data} id={id.data} /> : <AbsentPage />
}

type Queue = ReturnType<typeof queueOfClinic.output.parse>

/** Newcomers appear by themselves. */
const everySeconds = 5

function Station({ id }: { id: ServiceId }) {
  const t = useWords()
  const { day } = useFormats()
  const navigate = useNavigate()
  const { get } = useQueryState(['at', 'who'])
  const asked = useAsk(queueOfClinic, { id }, { every: everySeconds * 1000 })
  const station = asked.data?.stations[Number(get('at') === '' ? 'none' : get('at'))]
  const name = station?.name ?? t(clinicWords.allParts)
  const where =
    asked.data === undefined ? undefined : [asked.data.communityName, asked.data.day === null ? '' : day(asked.data.day)].join(' ')
  return (
    <Page title={name} about={where} actions={<Button onClick={() => void navigate(`/clinics/${id}`)}>{t(stationWords.back)}</Button>}>
      <AskedState asked={asked}>{(queue) => <Work queue={queue} parts={station?.parts ?? readingPartSchema.options} />}</AskedState>
    </Page>
  )
}

const isDone = (row: Queued, parts: readonly ReadingPart[]): boolean =>
  parts.filter((part) => part !== 'symptoms').every((part) => row.done.includes(part))

function Work({ queue, parts }: { queue: Queue; parts: readonly ReadingPart[] }) {
  const narrow = useNarrow()
  const { get, set } = useQueryState(['at', 'who'])
  const who = attendanceIdSchema.safeParse(get('who')).data
  const [habit, setHabit] = useState<Habit>({ unit: 'mmol/L', context: 'fasting' })
  const next = queue.rows.find((row) => row.attendanceId !== who && !isDone(row, parts))
  const choose = (attendanceId: string) => set({ who: attendanceId })
  const list = <QueueList queue={queue} parts={parts} who={who} onChoose={choose} />
  const person =
    who === undefined ? null : (
      <Panel>
        <StationPerson
          key={who}
          attendanceId={who}
          parts={parts}
          habit={habit}
          onHabit={setHabit}
          next={next}
          waiting={queue.rows.filter((row) => row.attendanceId !== who && !isDone(row, parts)).length}
          onNext={choose}
          onBack={() => set({ who: '' })}
        />
      </Panel>
    )
  if (narrow) return person ?? <Panel>{list}</Panel>
  return (
    <div className={style['station']}>
      <Panel>{list}</Panel>
      {person}
    </div>
  )
}

function QueueList({
  queue,
  parts,
  who,
  onChoose,
}: {
  queue: Queue
  parts: readonly ReadingPart[]
  who: string | undefined
  onChoose: (attendanceId: string) => void
}) {
  const t = useWords()
  const [search, setSearch] = useState('')
  const [showsDone, setShowsDone] = useState(false)
  const waiting = queue.rows.filter((row) => !isDone(row, parts))
  const done = queue.rows.filter((row) => isDone(row, parts))
  const rows = search === '' ? (showsDone ? done : waiting) : queue.rows.filter((row) => row.name.includes(search))
  return (
    <>
      <div className={style['queueTop']}>
        <b className={style['count']}>
          {t(showsDone ? stationWords.done : stationWords.waiting, { n: showsDone ? done.length : waiting.length })}
        </b>
        <Button onClick={() => setShowsDone(!showsDone)}>{t(showsDone ? stationWords.showWaiting : stationWords.showDone)}</Button>
      </div>
      <Input
        allowClear
        size="large"
        value={search}
        onChange={(event) => setSearch(event.target.value.trim())}
        placeholder={t(stationWords.find)}
        aria-label={t(stationWords.find)}
      />
      {rows.length === 0 ? (
        <p>{t(queue.rows.length === 0 ? stationWords.nobodyYet : stationWords.nobody)}</p>
      ) : (
        <ul className={style['queue']}>
          {rows.map((row) => (
            <li key={row.attendanceId}>
              <button type="button" aria-current={row.attendanceId === who} onClick={() => onChoose(row.attendanceId)}>
                <span>
                  {row.name} <span className={style['faint']}>{row.age === null ? row.hints : t(stationWords.years, { n: row.age })}</span>
                </span>
                {row.level === 'usual' ? null : <LevelChip level={row.level} />}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
