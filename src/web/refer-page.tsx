import { Button } from 'antd'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { z } from 'zod'
import { referralBegun, referralLines, type ReferralLine } from '../features/clinics/referral-reading-rules.ts'
import { readingsOfPerson } from '../features/clinics/schema.ts'
import { kindWords } from '../features/ledger/kind-schema.ts'
import { listServicesOfPerson } from '../features/ledger/schema.ts'
import { PersonSearch } from '../features/people/person-search.tsx'
import { openPerson, type PersonDetail } from '../features/people/schema.ts'
import { entryOf, newEntry, type ReferralEntry } from '../features/referrals/referral-entry-rules.ts'
import { ReferralForm } from '../features/referrals/referral-form.tsx'
import { referralWords } from '../features/referrals/referral-words.ts'
import { openReferral } from '../features/referrals/schema.ts'
import { attendanceIdSchema, personIdSchema, serviceIdSchema, type AttendanceId, type PersonId, type ProjectId } from '../kernel/ids.ts'
import { useAsk } from './client/calls.ts'
import type { ListedProject } from './client/project.ts'
import { useMay } from './client/mine.ts'
import { today } from './client/today.ts'
import { useWords } from './language/language.tsx'
import { AbsentPage } from './shell/absent-page.tsx'
import { AskedState } from './ui/asked-state.tsx'
import { Filter } from './ui/filters.tsx'
import { Page, Panel } from './ui/page.tsx'
import { WithProject } from './ui/with-project.tsx'

/** A new referral: of whom, and then what it says, with what the ledger knows filled in. */
export function ReferPage() {
  return <WithProject page={referralWords.add}>{(project) => <Referring key={project.id} project={project} />}</WithProject>
}

function Referring({ project }: { project: ListedProject }) {
  const t = useWords()
  const [params, setParams] = useSearchParams()
  const personId = personIdSchema.safeParse(params.get('person')).data
  return (
    <Page title={t(referralWords.add)} about={project.name}>
      <Panel>
        {personId === undefined ? (
          <Filter id="refer-person" label={t(referralWords.person)}>
            <PersonSearch
              id="refer-person"
              projectId={project.id}
              placeholder={t(referralWords.personHint)}
              onPick={(person) =>
                setParams((before) => {
                  const next = new URLSearchParams(before)
                  next.set('person', person.id)
                  return next
                })
              }
            />
          </Filter>
        ) : (
          <OfPerson key={personId} projectId={project.id} personId={personId} />
        )}
      </Panel>
    </Page>
  )
}

function OfPerson({ projectId, personId }: { projectId: ProjectId; personId: PersonDetail['id'] }) {
  const t = useWords()
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const from = z.uuid().safeParse(params.get('from')).data
  const asked = useAsk(openPerson, { id: personId })
  const former = useAsk(openReferral, { id: from ?? personId }, { when: from !== undefined })
  const given = useGiven(personId, projectId)
  const reading = useReading(personId, asked.data?.sex, attendanceIdSchema.safeParse(params.get('reading')).data)
  const isReady = given !== undefined && reading !== undefined && (from === undefined || former.data !== undefined)
  return (
    <AskedState asked={asked}>
      {(person) => (
        <>
          <p>
            <b>{person.name}</b> {person.communityName}{' '}
            <Button size="small" onClick={() => void navigate('/referrals/new')}>
              {t(referralWords.otherPerson)}
            </Button>
          </p>
          {isReady ? (
            <ReferralForm
              of={{
                projectId,
                personId,
                communityCode: person.communityCode,
                caseId: z.uuid().safeParse(params.get('case')).data,
                serviceId: serviceIdSchema.safeParse(params.get('service')).data,
              }}
              first={former.data === undefined ? { ...newEntry(today()), given, ...reading.begun } : elsewhere(entryOf(former.data))}
              measurable={former.data === undefined ? reading.lines.map(({ text }) => text) : former.data.content.measured}
              givenIsKnown={former.data === undefined && given !== ''}
            />
          ) : null}
        </>
      )}
    </AskedState>
  )
}

/** What was written once, for another place: to whom and by when is asked again. */
function elsewhere({ organisationId: _to, receiver: _who, receiverPhone: _phone, ...entry }: ReferralEntry): ReferralEntry {
  return { ...entry, dueOn: newEntry(today()).dueOn ?? null }
}

const nothingRead = { lines: [], begun: {} }

/** What was measured at a clinic day, a line for each value; nothing without a reading. Undefined while it is asked. */
function useReading(
  personId: PersonId,
  sex: PersonDetail['sex'] | undefined,
  attendanceId: AttendanceId | undefined,
): { lines: readonly ReferralLine[]; begun: ReferralEntry } | undefined {
  const t = useWords()
  const mayRead = useMay('clinics.read')
  const when = sex !== undefined && attendanceId !== undefined && mayRead
  const asked = useAsk(readingsOfPerson, { personId }, { when })
  if (!when || asked.error !== null) return nothingRead
  if (asked.data === undefined) return undefined
  const row = asked.data.rows.find((one) => one.attendanceId === attendanceId)
  const low = asked.data.targets.find(({ measure, endedOn }) => measure === 'oxygen' && endedOn === null)?.low
  const whose = { sex, ownOxygenLow: low ?? undefined }
  if (row === undefined) return nothingRead
  const takenOn = row.day ?? today()
  const lines = referralLines(row.reading, whose, takenOn, t)
  return { lines, begun: referralBegun(lines, takenOn, t) }
}

/** The services of a person in a project, counted by kind. */
function useGiven(personId: PersonDetail['id'], projectId: ProjectId): string | undefined {
  const t = useWords()
  const asked = useAsk(listServicesOfPerson, { personId, projectId, limit: 200 })
  if (asked.data === undefined) return asked.error === null ? undefined : ''
  const held = asked.data.rows.filter((row) => row.status === 'held' && !row.attendanceRepeats)
  const kinds = [...new Set(held.map((row) => row.kind))]
  return kinds
    .map((kind) =>
      t({ zh: '{kind} {n} 次', en: '{kind} × {n}' }, { kind: t(kindWords[kind]), n: held.filter((row) => row.kind === kind).length }),
    )
    .join('，')
}

/** A draft of a referral while it is changed. */
export function ChangeReferralPage() {
  const id = z.uuid().safeParse(useParams()['id'])
  return id.success ? <Changing key={id.data} id={id.data} /> : <AbsentPage />
}

function Changing({ id }: { id: string }) {
  const t = useWords()
  const asked = useAsk(openReferral, { id })
  return (
    <Page title={t(referralWords.change)} about={asked.data?.person}>
      <Panel>
        <AskedState asked={asked}>
          {(referral) => (
            <ReferralForm
              key={referral.version}
              of={{
                projectId: referral.projectId,
                personId: referral.personId,
                communityCode: referral.communityCode,
                known: { id, version: referral.version },
              }}
              first={entryOf(referral)}
              measurable={referral.content.measured}
              givenIsKnown={false}
            />
          )}
        </AskedState>
      </Panel>
    </Page>
  )
}
