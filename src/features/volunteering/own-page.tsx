import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAsk } from '../../web/client/calls.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { Facts } from '../../web/ui/facts.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { lackWords } from './claim-rules.ts'
import { Flags, Hours } from './hours-text.tsx'
import { meritWords } from './merit-words.ts'
import { MeritFacts } from './volunteer-merits.tsx'
import { AskCorrection } from './own-dialogs.tsx'
import { showOwn, type OwnFile, type OwnShift } from './own-schema.ts'
import { OwnShifts } from './own-shifts.tsx'
import { OpenTasks } from './own-tasks.tsx'
import { ownWords } from './own-words.ts'
import { shiftStateWords } from './shift-words.ts'

/** A volunteer's own page: what is theirs, and nothing else. */
export function OwnPage() {
  const t = useWords()
  const asked = useAsk(showOwn, {})
  const [asking, setAsking] = useState(false)
  return (
    <Page
      title={t(ownWords.title)}
      {...(asked.data === undefined ? {} : { about: asked.data.name })}
      actions={<Link to="/calendars">{t(ownWords.calendar)}</Link>}
    >
      <AskedState asked={asked}>
        {({ files, shifts, tasks }) => (
          <>
            <Panel title={t(ownWords.now)}>
              <OwnShifts shifts={shifts.filter((shift) => shift.state === 'planned').toReversed()} />
            </Panel>
            <Panel title={t(ownWords.open)}>
              <OpenTasks tasks={tasks} />
            </Panel>
            {files.map((file) => (
              <Sums key={file.id} file={file} isOnly={files.length === 1} />
            ))}
            <Panel title={t(ownWords.past)} actions={<Button onClick={() => setAsking(true)}>{t(ownWords.query)}</Button>}>
              <Past shifts={shifts.filter((shift) => shift.state !== 'planned')} />
            </Panel>
            {files.map((file) => (
              <File key={file.id} file={file} />
            ))}
            <AskCorrection files={files} shifts={shifts} open={asking} onClose={() => setAsking(false)} />
          </>
        )}
      </AskedState>
    </Page>
  )
}

function Sums({ file, isOnly }: { file: OwnFile; isOnly: boolean }) {
  const t = useWords()
  const { minutes } = useFormats()
  return (
    <Panel {...(isOnly ? {} : { title: file.project })}>
      <Facts
        facts={[
          [ownWords.confirmed, <Hours key="confirmed" minutes={file.hours.confirmed} />],
          [ownWords.unconfirmed, <Hours key="unconfirmed" minutes={file.hours.unconfirmed} />],
          [ownWords.shifts, file.hours.shifts],
          [ownWords.stars, file.stars === 0 ? null : t(ownWords.starsOf, { n: file.stars })],
          ...(file.bank === null ? [] : ([[ownWords.bank, minutes(file.bank)]] as const)),
        ]}
      />
      <p>{t(ownWords.apart)}</p>
      {file.lacks.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={file.lacks.map((lack) => t(lackWords[lack])).join('；')}
          description={t(ownWords.lacksAbout)}
        />
      )}
    </Panel>
  )
}

function Past({ shifts }: { shifts: readonly OwnShift[] }) {
  const t = useWords()
  const { day, minutes } = useFormats()
  return (
    <Entries
      rows={shifts}
      keyOf={(shift) => shift.id}
      empty={t(ownWords.pastNone)}
      head={(shift) => (
        <>
          <b>{shift.title}</b>{' '}
          <Chip tone={shift.state === 'confirmed' ? 'good' : shift.state === 'toConfirm' ? 'look' : 'plain'}>
            {t(shiftStateWords[shift.state])}
          </Chip>
        </>
      )}
      more={(shift) => (
        <>
          {[
            shift.day === null ? '' : day(shift.day),
            shift.startsAt ?? '',
            shift.communityName ?? '',
            shift.confirmed === null ? (shift.claimed === null ? '' : minutes(shift.claimed)) : minutes(shift.confirmed),
          ]
            .filter((known) => known !== '')
            .join(' · ')}{' '}
          {shift.state === 'confirmed' && shift.confirmedBy !== null
            ? t(ownWords.confirmedBy, { name: shift.confirmedBy })
            : shift.state === 'toConfirm'
              ? t(ownWords.waits)
              : null}{' '}
          {shift.rating === null && shift.evaluation === null ? null : (
            <div>
              {[shift.rating === null ? null : t(ownWords.rated, { n: shift.rating }), shift.evaluation]
                .filter((known) => known !== null && known !== '')
                .join(' · ')}
            </div>
          )}
          <Flags flags={shift.flags} />
        </>
      )}
    />
  )
}

function File({ file }: { file: OwnFile }) {
  const t = useWords()
  const { day, moment } = useFormats()
  return (
    <>
      <Panel title={t(ownWords.file)}>
        <Facts
          facts={[
            [ownWords.number, file.number],
            [ownWords.phone, file.phone],
            [ownWords.birth, file.birthDate === null ? null : day(file.birthDate)],
            [ownWords.idNumber, file.idNumberTail],
            [ownWords.community, file.communityName],
            [ownWords.family, file.familyNumber],
            [ownWords.skillsMine, file.skills],
            [ownWords.serviceKinds, file.serviceKinds],
            [ownWords.areas, file.areas],
            [ownWords.availability, file.availability],
            [ownWords.agreedOn, file.agreedOn === null ? null : day(file.agreedOn)],
            [ownWords.vettedUntil, file.vettedUntil === null ? null : day(file.vettedUntil)],
            [ownWords.insuredUntil, file.insuredUntil === null ? null : day(file.insuredUntil)],
          ]}
        />
        <p>{t(ownWords.fileAbout)}</p>
      </Panel>
      <Panel title={t(meritWords.title)}>
        <Entries
          rows={file.merits}
          keyOf={(merit) => merit.id}
          empty={t(ownWords.meritsNone)}
          head={(merit) => (
            <>
              <Chip tone="calm">{t(meritWords[merit.kind])}</Chip> <b>{merit.title}</b>
            </>
          )}
          more={(merit) => <MeritFacts merit={merit} />}
        />
      </Panel>
      {file.queries.length === 0 ? null : (
        <Panel title={t(ownWords.queries)}>
          <Entries
            rows={file.queries}
            keyOf={(query) => query.id}
            empty=""
            head={(query) => query.text}
            more={(query) =>
              `${moment(query.askedAt)} · ${
                query.accepted === null
                  ? t(ownWords.waiting)
                  : t(query.accepted ? ownWords.accepted : ownWords.declined, { answer: query.answer ?? '' })
              }`
            }
          />
        </Panel>
      )}
    </>
  )
}
