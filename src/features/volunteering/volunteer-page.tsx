import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { Words } from '../../kernel/words.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AbsentPage } from '../../web/shell/absent-page.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Columns } from '../../web/ui/columns.tsx'
import { Facts } from '../../web/ui/facts.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { AgeAndSex } from '../people/age-and-sex.tsx'
import { Hours } from './hours-text.tsx'
import { ShiftList } from './shift-list.tsx'
import { shiftWords } from './shift-words.ts'
import { openVolunteer, volunteerIdSchema, type VolunteerDetail, type VolunteerId } from './register-schema.ts'
import { Lacks } from './roll-list.tsx'
import { SheetPanel } from './sheet-panel.tsx'
import { VolunteerAccount } from './volunteer-account.tsx'
import { ChangeVolunteer } from './volunteer-dialog.tsx'
import { VolunteerMerits } from './volunteer-merits.tsx'
import { volunteerWords } from './volunteer-words.ts'

/** One volunteer: what is on file, what they did, and how they sign in. */
export function VolunteerPage() {
  const id = volunteerIdSchema.safeParse(useParams()['id'])
  return id.success ? <Volunteer key={id.data} id={id.data} /> : <AbsentPage />
}

function Volunteer({ id }: { id: VolunteerId }) {
  const t = useWords()
  const mayManage = useMay('volunteering.manage')
  const [changing, setChanging] = useState(false)
  const asked = useAsk(openVolunteer, { id })
  const volunteer = asked.data
  return (
    <Page
      title={volunteer?.name ?? t(volunteerWords.title)}
      actions={
        volunteer === undefined || !mayManage ? undefined : (
          <Button type="primary" onClick={() => setChanging(true)}>
            {t(volunteerWords.change)}
          </Button>
        )
      }
    >
      <AskedState asked={asked}>
        {(found) => (
          <>
            <Head volunteer={found} />
            <Columns
              main={
                <>
                  <Sums volunteer={found} />
                  <File volunteer={found} />
                  <VolunteerMerits volunteer={found} mayManage={mayManage} />
                </>
              }
              side={
                <>
                  <SheetPanel volunteer={found} mayManage={mayManage} />
                  <VolunteerAccount volunteer={found} mayManage={mayManage} />
                </>
              }
            />
            <Panel title={t(shiftWords.list)}>
              <ShiftList projectId={found.projectId} volunteerId={found.id} />
            </Panel>
            <ChangeVolunteer volunteer={found} open={changing} onClose={() => setChanging(false)} />
          </>
        )}
      </AskedState>
    </Page>
  )
}

function Head({ volunteer }: { volunteer: VolunteerDetail }) {
  const t = useWords()
  return (
    <p style={{ display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'center' }}>
      <AgeAndSex person={volunteer} />
      <span>{volunteer.communityName ?? '—'}</span>
      {volunteer.number === null ? null : <span>{volunteer.number}</span>}
      <Lacks row={volunteer} />
      <Link to={`/people/${volunteer.personId}`}>{t(volunteerWords.openPerson)}</Link>
    </p>
  )
}

function Sums({ volunteer }: { volunteer: VolunteerDetail }) {
  const t = useWords()
  return (
    <Panel title={t(volunteerWords.hoursTitle)}>
      <Facts
        facts={[
          [volunteerWords.confirmed, <Hours key="confirmed" minutes={volunteer.hours.confirmed} />],
          [volunteerWords.unconfirmed, <Hours key="unconfirmed" minutes={volunteer.hours.unconfirmed} />],
          [volunteerWords.shifts, volunteer.hours.shifts],
          [volunteerWords.stars, volunteer.stars === 0 ? null : t(volunteerWords.starsOf, { n: volunteer.stars })],
        ]}
      />
    </Panel>
  )
}

/** What is on file; what nobody has filled in yet stands together in one line. */
function File({ volunteer }: { volunteer: VolunteerDetail }) {
  const t = useWords()
  const { day } = useFormats()
  const { file } = volunteer
  const on = (value: string | null) => (value === null ? null : day(value))
  const guardian = [file.guardianName, file.guardianRelation].filter((known) => known !== null).join(' · ')
  const isMinor = volunteer.age !== null && volunteer.age < 18
  const facts: (readonly [Words, string | null])[] = [
    [volunteerWords.skills, file.skills],
    [volunteerWords.serviceKinds, file.serviceKinds],
    [volunteerWords.areas, file.areas],
    [volunteerWords.availability, file.availability],
    [volunteerWords.phone, volunteer.phone],
    [volunteerWords.familyNumber, file.familyNumber],
    [volunteerWords.joinedOn, on(file.joinedOn)],
    [volunteerWords.vettedOn, on(file.vettedOn)],
    [volunteerWords.vettedUntil, on(file.vettedUntil)],
    [volunteerWords.vettedBy, file.vettedBy],
    [volunteerWords.insuredUntil, on(file.insuredUntil)],
    [volunteerWords.insurance, file.insurance],
    [volunteerWords.agreedOn, on(file.agreedOn)],
    [volunteerWords.risksToldOn, on(file.risksToldOn)],
    ...(isMinor
      ? ([
          [volunteerWords.guardianName, guardian],
          [
            volunteerWords.guardianConsentOn,
            on(file.guardianConsentOn) ?? (volunteer.guardianConsentSaid ? t(volunteerWords.guardianSaid) : null),
          ],
          [volunteerWords.dataConsentOn, on(file.dataConsentOn)],
        ] as const)
      : []),
    ...(file.endedOn === null
      ? []
      : ([
          [volunteerWords.endedOn, on(file.endedOn)],
          [volunteerWords.endReason, file.endReason],
        ] as const)),
    [volunteerWords.note, file.note],
  ]
  const isKnown = (value: string | null): boolean => value !== null && value !== ''
  const unknown = facts.flatMap(([name, value]) => (isKnown(value) || name === volunteerWords.note ? [] : [t(name)]))
  return (
    <Panel title={t(volunteerWords.fileTitle)}>
      <Facts facts={facts.filter(([, value]) => isKnown(value))} />
      {unknown.length === 0 ? null : <p>{t(volunteerWords.unknown, { what: unknown.join('、') })}</p>}
    </Panel>
  )
}
