import { App, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { ServiceId } from '../../kernel/ids.ts'
import { useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { today } from '../../web/client/today.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { adviceOf, isToRefer, tellingFindings } from './advice-rules.ts'
import { bands } from './band-words.ts'
import { clinicWords } from './clinic-words.ts'
import style from './clinic.module.css'
import { levelOf } from './day-rules.ts'
import type { ClinicDay, Visitor } from './day-schema.ts'
import { dueOf } from './follow-up-rules.ts'
import { addFollowUps } from './follow-up-schema.ts'
import { LevelChip } from './level-chip.tsx'

/** Those at a danger limit, and what was arranged for them. */
export function ClinicRefer({ clinic, mayWrite }: { clinic: ClinicDay; mayWrite: boolean }) {
  const t = useWords()
  const { day } = useFormats()
  const { message } = App.useApp()
  const adding = useDo(addFollowUps)
  const [told, setTold] = useState(false)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const counted = clinic.people.filter(({ reading, repeats }) => reading !== null && !repeats)
  const urgent = counted.filter((row) => isToRefer(levelOf(row)))
  const advisable = counted.filter((row) => levelOf(row) === 'advise' || levelOf(row) === 'retest')
  const open = urgent.filter(({ followUp }) => followUp === null)
  const wanted = [...open.map(({ attendanceId }) => attendanceId), ...chosen]
  const due = dueOf(clinic.day ?? today())
  const arrange = () =>
    adding.run(
      {
        serviceId: clinic.id,
        told,
        visitors: counted
          .filter(({ attendanceId, followUp }) => followUp === null && wanted.includes(attendanceId))
          .map(({ attendanceId }) => ({ id: adding.newId(attendanceId), attendanceId })),
      },
      {
        onDone: ({ added, dueOn }) => {
          setChosen([])
          setTold(false)
          void message.success(t(clinicWords.arranged, { n: added, day: day(dueOn) }))
        },
      },
    )
  if (clinic.status !== 'held') return null
  return (
    <Panel title={t(clinicWords.refer)}>
      {urgent.length === 0 ? <p>{t(clinicWords.referNone)}</p> : <p>{t(clinicWords.referAbout, { day: day(due) })}</p>}
      <ul className={style['refer']}>
        {urgent.map((row) => (
          <li key={row.attendanceId}>
            <Person row={row} />
            <State row={row} serviceId={clinic.id} />
          </li>
        ))}
      </ul>
      {advisable.length === 0 ? null : (
        <details open={chosen.length > 0}>
          <summary>{t(clinicWords.advisable)}</summary>
          <ul className={style['refer']}>
            {advisable.map((row) => (
              <li key={row.attendanceId}>
                {mayWrite && row.followUp === null ? (
                  <Checkbox
                    checked={chosen.includes(row.attendanceId)}
                    onChange={(event) =>
                      setChosen(event.target.checked ? [...chosen, row.attendanceId] : chosen.filter((id) => id !== row.attendanceId))
                    }
                  >
                    <Person row={row} />
                  </Checkbox>
                ) : (
                  <>
                    <Person row={row} />
                    <State row={row} serviceId={clinic.id} />
                  </>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      <FailureNote failure={adding.failure} onRetry={adding.again} />
      {mayWrite && wanted.length > 0 ? (
        <>
          <p>
            <Checkbox checked={told} onChange={(event) => setTold(event.target.checked)}>
              {t(clinicWords.told)}
            </Checkbox>
          </p>
          <Button loading={adding.busy} onClick={arrange}>
            {`${t(clinicWords.arrange)} ${wanted.length}`}
          </Button>
        </>
      ) : null}
    </Panel>
  )
}

function Person({ row }: { row: Visitor }) {
  const t = useWords()
  if (row.reading === null) return row.name
  const advice = adviceOf(row.reading, { sex: row.sex, ownOxygenLow: row.ownOxygenLow ?? undefined })
  return (
    <span>
      <LevelChip level={advice.level} /> <b>{row.name}</b>{' '}
      {tellingFindings(advice)
        .map(({ band, value }) => `${t(bands[band].name)} ${value}`)
        .join('；')}
    </span>
  )
}

function State({ row, serviceId }: { row: Visitor; serviceId: ServiceId }) {
  const t = useWords()
  const mayRefer = useMay('referrals.write')
  if (row.followUp === null) return null
  return (
    <div>
      <Link to={`/clinics/follow-ups?open=${row.followUp.id}${row.followUp.isClosed ? '&show=closed' : ''}`}>
        <Chip tone={row.followUp.isClosed ? 'good' : 'calm'}>
          {t(row.followUp.isClosed ? clinicWords.followedUp : clinicWords.arrangedOne)}
        </Chip>
      </Link>{' '}
      {mayRefer && row.personId !== null && !row.followUp.isClosed ? (
        <Link
          to={`/referrals/new?person=${row.personId}&reading=${row.attendanceId}&service=${serviceId}`}
          aria-label={t(clinicWords.writeReferralOf, { name: row.name })}
        >
          {t(clinicWords.writeReferral)}
        </Link>
      ) : null}
    </div>
  )
}
