import { App } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { v7 } from 'uuid'
import { serviceIdSchema } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useCommunities } from '../../web/client/communities.ts'
import { useMine } from '../../web/client/mine.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { AbsentPage } from '../../web/shell/absent-page.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { DraftForm } from '../../web/ui/draft-form.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { ReasonField } from '../../web/ui/reason-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { WithProject } from '../../web/ui/with-project.tsx'
import { clinicWords } from './clinic-words.ts'
import { changeClinic, openClinic, planClinic, type ClinicDay } from './day-schema.ts'
import { entryOf, planOf, usualStations, type PlanEntry } from './plan-entry-rules.ts'
import { PlanFields } from './plan-form.tsx'

const fields = ['title', 'day', 'startsAt', 'minutes', 'communityCode', 'place', 'hostId', 'staff', 'worker', 'reason']

/** Plans a clinic day in the project that is worked on. */
export function PlanClinicPage() {
  return <WithProject page={clinicWords.plan}>{(project) => <Planning key={project.id} project={project} />}</WithProject>
}

function Planning({ project }: { project: ListedProject }) {
  const t = useWords()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const { displayName } = useMine()
  const communities = useCommunities(project.id)
  const planning = useDo(planClinic)
  const [first] = useState<PlanEntry>(() => ({ day: today(), stations: usualStations, worker: displayName }))
  const [id] = useState(() => serviceIdSchema.parse(v7()))
  const save = (entry: PlanEntry, done: () => void) => {
    const plan = planOf(entry)
    if (plan === undefined) return
    planning.run(
      { ...plan, id, projectId: project.id },
      {
        onDone: () => {
          done()
          void message.success(t(clinicWords.planned))
          void navigate(`/clinics/${id}`, { replace: true })
        },
      },
    )
  }
  return (
    <Page title={t(clinicWords.plan)} about={project.name}>
      <Panel>
        <DraftForm<PlanEntry>
          name="plan-clinic"
          draft={`clinic.new.${project.id}`}
          fields={fields}
          first={first}
          doing={planning}
          action={t(clinicWords.plan)}
          onSave={save}
          onLeave={() => void navigate('/clinics')}
        >
          <PlanFields communities={communities} />
        </DraftForm>
      </Panel>
    </Page>
  )
}

/** Changes the plan of a clinic day; the earlier one is kept with the reason. */
export function ChangeClinicPage() {
  const id = serviceIdSchema.safeParse(useParams()['id'])
  const t = useWords()
  const asked = useAsk(openClinic, { id: id.data ?? serviceIdSchema.parse('00000000-0000-7000-8000-000000000000') }, { when: id.success })
  if (!id.success) return <AbsentPage />
  return (
    <Page title={t(clinicWords.change)} about={asked.data?.title ?? undefined}>
      <Panel>
        <AskedState asked={asked}>{(day) => <Changing key={day.version} day={day} />}</AskedState>
      </Panel>
    </Page>
  )
}

function Changing({ day }: { day: ClinicDay }) {
  const t = useWords()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const communities = useCommunities(day.projectId)
  const changing = useDo(changeClinic)
  const [first] = useState(() => entryOf(day))
  const back = () => void navigate(`/clinics/${day.id}`)
  const save = (entry: PlanEntry, done: () => void) => {
    const plan = planOf(entry)
    if (plan === undefined) return
    changing.run(
      { ...plan, id: day.id, version: day.version, reason: entry.reason ?? '' },
      {
        onDone: () => {
          done()
          void message.success(t(clinicWords.saved))
        },
        onSeen: back,
      },
    )
  }
  return (
    <DraftForm<PlanEntry>
      name="change-clinic"
      draft={`clinic.${day.id}`}
      fields={fields}
      first={first}
      doing={changing}
      action={t(uiWords.save)}
      onSave={save}
      onLeave={back}
    >
      <PlanFields communities={communities} />
      <ReasonField label={t(clinicWords.reason)} />
    </DraftForm>
  )
}
