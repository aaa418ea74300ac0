import { Button, Skeleton } from 'antd'
import { lazy, Suspense, type ComponentType } from 'react'
import { useNavigate, useParams } from 'react-router'
import { assessmentWords } from '../features/assessments/assessment-words.ts'
import { caseWords } from '../features/casework/case-words.ts'
import { PersonCases } from '../features/casework/person-cases.tsx'
import { LastService, PersonTimeline } from '../features/ledger/person-timeline.tsx'
import { UndoMerge } from '../features/merging/undo-merge.tsx'
import { PersonActions } from '../features/people/person-actions.tsx'
import { PersonBasics } from '../features/people/person-basics.tsx'
import { PersonContacts } from '../features/people/person-contacts.tsx'
import { PersonHead } from '../features/people/person-head.tsx'
import { PersonLabels } from '../features/people/person-labels.tsx'
import { PersonPaper } from '../features/people/person-paper.tsx'
import { PersonRegistrations } from '../features/people/person-registrations.tsx'
import { needWords } from '../features/needs/need-words.ts'
import { peopleWords } from '../features/people/people-words.ts'
import { personWords } from '../features/people/person-words.ts'
import { wishWords } from '../features/wishes/wish-words.ts'
import { openPerson, type PersonDetail } from '../features/people/schema.ts'
import { PersonReferrals } from '../features/referrals/person-referrals.tsx'
import { dutyWords } from '../features/visits/duty-words.ts'
import { healthWords } from '../features/clinics/health-words.ts'
import { personIdSchema, type PersonId } from '../kernel/ids.ts'
import type { Permission } from '../kernel/permission.ts'
import type { Words } from '../kernel/words.ts'
import { useAsk } from './client/calls.ts'
import { useMay, useMine } from './client/mine.ts'
import { useProjects } from './client/project.ts'
import { today } from './client/today.ts'
import { useFormats, useWords } from './language/language.tsx'
import { AbsentPage } from './shell/absent-page.tsx'
import { allows } from './shell/navigation-rules.ts'
import { AskedState } from './ui/asked-state.tsx'
import { Columns } from './ui/columns.tsx'
import { Entries } from './ui/entries.tsx'
import { Page, Panel } from './ui/page.tsx'
import { useQueryState } from './ui/query-state.ts'
import { Tabs } from './ui/tabs.tsx'

const PersonAssessments = lazy(async () => ({
  default: (await import('../features/assessments/person-assessments.tsx')).PersonAssessments,
}))

const PersonVisits = lazy(async () => ({ default: (await import('../features/visits/person-visits.tsx')).PersonVisits }))

const PersonHealth = lazy(async () => ({ default: (await import('../features/clinics/person-health.tsx')).PersonHealth }))

const PersonWishes = lazy(async () => ({ default: (await import('../features/wishes/person-wishes.tsx')).PersonWishes }))

const PersonNeeds = lazy(async () => ({ default: (await import('./person-needs-part.tsx')).PersonNeedsPart }))

/** A part of a person's page: `?tab=` its key. Whoever lacks the permission does not see that it is there. */
type PersonTab = {
  readonly key: string
  readonly words: Words
  readonly permission: Permission
  /** Loaded when it is opened, when it is `lazy`. */
  readonly Part: ComponentType<{ readonly person: PersonDetail }>
}

/** The parts of a person's page, in their order: this list alone names them. */
const personTabs: readonly PersonTab[] = [
  { key: 'file', words: { zh: '档案与经历', en: 'File and history' }, permission: 'people.read', Part: File },
  { key: 'assessments', words: assessmentWords.tab, permission: 'assessments.read', Part: PersonAssessments },
  { key: 'needs', words: needWords.tab, permission: 'needs.read', Part: PersonNeeds },
  { key: 'health', words: healthWords.tab, permission: 'clinics.read', Part: PersonHealth },
  { key: 'visits', words: dutyWords.title, permission: 'visits.read', Part: PersonVisits },
  { key: 'wishes', words: wishWords.title, permission: 'wishes.read', Part: PersonWishes },
  { key: 'casework', words: caseWords.ofPerson, permission: 'casework.read', Part: Casework },
]

/** One person: what is on file, everything that was done, and what each feature knows of them, in parts. */
export function PersonPage() {
  const id = personIdSchema.safeParse(useParams()['id'])
  return id.success ? <Person key={id.data} id={id.data} /> : <AbsentPage />
}

function Person({ id }: { id: PersonId }) {
  const t = useWords()
  const mayWrite = useMay('people.write')
  const asked = useAsk(openPerson, { id })
  const person = asked.data
  return (
    <Page
      title={person?.name ?? t(peopleWords.title)}
      actions={
        person === undefined ? undefined : (
          <>
            <RecordVisit person={person} />
            {mayWrite ? <PersonActions person={person} /> : null}
            <PersonPaper person={person} />
          </>
        )
      }
    >
      <AskedState asked={asked}>{(found) => <Parts person={found} />}</AskedState>
    </Page>
  )
}

/** What is done most for an elder of the project that is worked on, from wherever in the file one is. */
function RecordVisit({ person }: { person: PersonDetail }) {
  const t = useWords()
  const navigate = useNavigate()
  const may = useMay('visits.write')
  const { project } = useProjects()
  const isElderHere = person.registrations.some(({ projectId, part }) => projectId === project?.id && part === 'elder')
  if (!may || !isElderHere || person.deceasedOn !== null || person.mergedInto !== null) return null
  return <Button onClick={() => void navigate(`/visits/new?person=${person.id}`)}>{t(dutyWords.recordNew)}</Button>
}

function Parts({ person }: { person: PersonDetail }) {
  const t = useWords()
  const { permissions } = useMine()
  const { get, set } = useQueryState(['tab'])
  const tabs = personTabs.filter((tab) => allows(permissions, tab.permission))
  const shown = tabs.find((tab) => tab.key === get('tab')) ?? tabs[0]
  if (shown === undefined) return null
  const { Part } = shown
  return (
    <>
      <PersonHead person={person} />
      <LastService personId={person.id} />
      <Tabs
        id="person"
        name={t(personWords.parts)}
        tabs={tabs.map(({ key, words }) => ({ key, label: t(words) }))}
        shown={shown.key}
        onShow={(key) => set({ tab: key === tabs[0]?.key ? '' : key })}
      >
        <Suspense fallback={<Skeleton active title={false} paragraph={{ rows: 6 }} />}>
          <Part person={person} />
        </Suspense>
      </Tabs>
    </>
  )
}

function File({ person }: { person: PersonDetail }) {
  const open = useMay('people.write') && person.deceasedOn === null && person.mergedInto === null
  return (
    <Columns
      main={
        <>
          <PersonBasics person={person} />
          <PersonLabels person={person} mayWrite={open} today={today()} />
          <PersonContacts person={person} mayWrite={open} />
          <PersonRegistrations person={person} />
          <MergedFiles person={person} />
        </>
      }
      side={<PersonTimeline personId={person.id} />}
    />
  )
}

/** A person's cases and where they were referred. */
function Casework({ person }: { person: PersonDetail }) {
  const open = person.deceasedOn === null && person.mergedInto === null
  return (
    <>
      <PersonCases personId={person.id} open={open} />
      <PersonReferrals personId={person.id} open={open} />
    </>
  )
}

/** Files that were found to be of the same person, and the way to take that back. */
function MergedFiles({ person }: { person: PersonDetail }) {
  const t = useWords()
  const { moment } = useFormats()
  if (person.merged.length === 0) return null
  return (
    <Panel title={t(personWords.merged)}>
      <Entries
        rows={person.merged}
        keyOf={(merged) => merged.mergeId}
        empty=""
        head={(merged) => merged.name}
        more={(merged) => t(personWords.mergedAt, { at: moment(merged.mergedAt), reason: merged.reason })}
        acts={(merged) => <UndoMerge merged={merged} />}
      />
    </Panel>
  )
}
