import { Button } from 'antd'
import { useState } from 'react'
import type { AttendanceId } from '../../kernel/ids.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { adviceOf } from './advice-rules.ts'
import { AdviceView } from './advice-view.tsx'
import type { Queued, Visitor } from './day-schema.ts'
import { partsOf, readingPartWords, type ReadingPart } from './part-schema.ts'
import { PartForm, type Habit } from './part-form.tsx'
import { shownPart } from './reading-text-rules.ts'
import { openReading } from './schema.ts'
import { stationWords } from './station-words.ts'
import style from './station.module.css'
import { symptomWords } from './symptom-schema.ts'
import { SymptomsForm } from './symptoms-form.tsx'

/** Somebody at a station: what is measured here, what was found, what to do, and the next person. */
export function StationPerson({
  attendanceId,
  parts,
  habit,
  onHabit,
  next,
  waiting,
  onNext,
  onBack,
}: {
  attendanceId: AttendanceId
  parts: readonly ReadingPart[]
  habit: Habit
  onHabit: (habit: Habit) => void
  next: Queued | undefined
  /** How many wait beside this one. */
  waiting: number
  onNext: (attendanceId: string) => void
  onBack: () => void
}) {
  const t = useWords()
  const asked = useAsk(openReading, { attendanceId })
  return (
    <AskedState asked={asked}>
      {(visitor) => (
        <>
          <div className={style['whoRow']}>
            <p className={style['who']}>
              <b>{visitor.name}</b>{' '}
              <span className={style['faint']}>{visitor.age === null ? visitor.hints : t(stationWords.years, { n: visitor.age })}</span>
            </p>
            <Button onClick={onBack}>{t(stationWords.backToList)}</Button>
          </div>
          <Parts visitor={visitor} parts={parts} habit={habit} onHabit={onHabit} />
          <div className={style['footer']}>
            {next === undefined ? null : (
              <Button size="large" block onClick={() => onNext(next.attendanceId)}>
                {t(stationWords.next, { name: next.name })}
              </Button>
            )}
            <p className={style['faint']}>{t(stationWords.othersWaiting, { n: waiting })}</p>
          </div>
        </>
      )}
    </AskedState>
  )
}

type Open = ReturnType<typeof openReading.output.parse>

function Parts({
  visitor,
  parts,
  habit,
  onHabit,
}: {
  visitor: Open
  parts: readonly ReadingPart[]
  habit: Habit
  onHabit: (habit: Habit) => void
}) {
  const [correcting, setCorrecting] = useState<ReadingPart>()
  const { reading } = visitor
  const measured = reading === null ? [] : partsOf(reading)
  const advice = reading === null ? undefined : adviceOf(reading, { sex: visitor.sex, ownOxygenLow: visitor.ownOxygenLow ?? undefined })
  const isGrave = advice?.level === 'urgent' || advice?.level === 'emergency'
  const asksSymptoms =
    correcting === 'symptoms' || (isGrave && reading?.symptoms === null) || (parts.length === 1 && parts[0] === 'symptoms')
  return (
    <>
      {advice === undefined || !isGrave ? null : <AdviceView advice={advice} quiet />}
      {asksSymptoms ? <SymptomsForm visitor={visitor} onSaved={() => setCorrecting(undefined)} /> : null}
      {parts
        .filter((part) => part !== 'symptoms')
        .map((part) =>
          measured.includes(part) && correcting !== part ? (
            <DonePart key={part} visitor={visitor} part={part} onCorrect={() => setCorrecting(part)} />
          ) : (
            <PartForm
              key={`${part} ${visitor.versions[part]?.version ?? 0}`}
              visitor={visitor}
              part={part}
              habit={habit}
              onSaved={(_reading, used) => {
                onHabit(used)
                setCorrecting(undefined)
              }}
            />
          ),
        )}
      {measured.includes('symptoms') && correcting !== 'symptoms' ? (
        <DoneSymptoms visitor={visitor} onAsk={() => setCorrecting('symptoms')} />
      ) : null}
      {advice === undefined || isGrave ? null : <AdviceView advice={advice} />}
      <Corrections visitor={visitor} />
    </>
  )
}

function DonePart({ visitor, part, onCorrect }: { visitor: Visitor; part: ReadingPart; onCorrect: () => void }) {
  const t = useWords()
  const { moment } = useFormats()
  const saved = visitor.versions[part]
  return (
    <div className={style['doneRow']}>
      <span>{t(readingPartWords[part])}</span>
      <span className={style['value']}>{visitor.reading === null ? '' : shownPart(visitor.reading, part)}</span>
      <span className={style['faint']}>
        {saved === undefined ? '' : t(stationWords.measuredBy, { at: moment(saved.savedAt).slice(-5), name: saved.savedBy ?? '' })}
      </span>
      <Button onClick={onCorrect} aria-label={t(stationWords.correctOf, { part: t(readingPartWords[part]) })}>
        {t(stationWords.correct)}
      </Button>
    </div>
  )
}

function DoneSymptoms({ visitor, onAsk }: { visitor: Visitor; onAsk: () => void }) {
  const t = useWords()
  const symptoms = visitor.reading?.symptoms ?? []
  return (
    <div className={style['doneRow']}>
      <span>{t(stationWords.symptoms)}</span>
      <span>{symptoms.length === 0 ? t(stationWords.symptomsNone) : symptoms.map((symptom) => t(symptomWords[symptom])).join('、')}</span>
      <Button onClick={onAsk} aria-label={t(stationWords.correctOf, { part: t(stationWords.symptoms) })}>
        {t(stationWords.correct)}
      </Button>
    </div>
  )
}

function Corrections({ visitor }: { visitor: Open }) {
  const t = useWords()
  const { moment } = useFormats()
  if (visitor.corrections.length === 0) return null
  return (
    <section aria-label={t(stationWords.corrections)}>
      <h2>{t(stationWords.corrections)}</h2>
      <ul>
        {visitor.corrections.map((one) => (
          <li key={`${one.part} ${one.version}`}>
            {t(readingPartWords[one.part])} · {t(stationWords.before, { value: shownPart(one.earlier, one.part) })} · {one.reason} ·{' '}
            {one.changedBy} {moment(one.changedAt)}
          </li>
        ))}
      </ul>
    </section>
  )
}
