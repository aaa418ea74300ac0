import { App } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { v7 } from 'uuid'
import { daySchema } from '../../kernel/day.ts'
import { serviceIdSchema } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useCommunities } from '../../web/client/communities.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { AbsentPage } from '../../web/shell/absent-page.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { DraftForm } from '../../web/ui/draft-form.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { ReasonField } from '../../web/ui/reason-field.tsx'
import { WithProject } from '../../web/ui/with-project.tsx'
import { contributionsOf, type ContributionEntry } from '../ledger/contribution-fields.tsx'
import { lineSchema } from '../ledger/kind-schema.ts'
import { activityWords } from './activities-words.ts'
import { changeActivity, openActivity, planActivity, type Activity } from './activity-schema.ts'
import { factsOf, planEntryOf, planOf, type PlanEntry } from './plan-entry-rules.ts'
import { PlanFields } from './plan-fields.tsx'

type Entry = PlanEntry & { contributions?: readonly ContributionEntry[]; reason?: string }
const fields = ['title', 'communityCode', 'day', 'startsAt', 'minutes', 'place', 'worker', 'line', 'themes', 'capacity', 'reason']

/** Plans a new activity in the project that is worked on. */
export function NewActivityPage() {
  return <WithProject page={activityWords.plan}>{(project) => <Planning key={project.id} project={project} />}</WithProject>
}

function Planning({ project }: { project: ListedProject }) {
  const t = useWords()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const communities = useCommunities(project.id)
  const planning = useDo(planActivity)
  const [params] = useSearchParams()
  const [first] = useState<Entry>(() => ({
    day: daySchema.safeParse(params.get('day')).data ?? today(),
    line: lineSchema.safeParse(params.get('line')).data ?? 'cultural',
    themes: params.getAll('theme'),
    forElders: true,
  }))
  const [id] = useState(() => serviceIdSchema.parse(v7()))
  const save = (entry: Entry, done: () => void) => {
    const facts = factsOf(entry)
    if (facts === undefined) return
    planning.run(
      { id, projectId: project.id, ...facts, plan: planOf(entry), contributions: contributionsOf(entry.contributions ?? []) },
      {
        onDone: () => {
          done()
          void message.success(t(activityWords.saved))
          void navigate(`/events/${id}`, { replace: true })
        },
      },
    )
  }
  return (
    <Page title={t(activityWords.plan)} about={project.name}>
      <Panel>
        <DraftForm<Entry>
          name="plan-activity"
          draft={`activity.new.${project.id}.${params.toString()}`}
          fields={fields}
          first={first}
          doing={planning}
          action={t(activityWords.savePlan)}
          onSave={save}
          onLeave={() => void navigate('/events')}
        >
          <PlanFields communities={communities} />
        </DraftForm>
      </Panel>
    </Page>
  )
}

/** Changes the plan of an activity. */
export function ChangeActivityPage() {
  const id = serviceIdSchema.safeParse(useParams()['id'])
  return id.success ? <Changing key={id.data} id={id.data} /> : <AbsentPage />
}

function Changing({ id }: { id: Activity['id'] }) {
  const t = useWords()
  const asked = useAsk(openActivity, { id })
  return (
    <Page title={t(activityWords.change)} about={asked.data?.title ?? ''}>
      <AskedState asked={asked}>{(activity) => <Change key={activity.version} activity={activity} />}</AskedState>
    </Page>
  )
}

function Change({ activity }: { activity: Activity }) {
  const t = useWords()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const communities = useCommunities(activity.projectId)
  const changing = useDo(changeActivity)
  const [first] = useState<Entry>(() => ({ ...planEntryOf(activity), contributions: activity.contributions.map(entryOf) }))
  const back = () => void navigate(`/events/${activity.id}`)
  const save = (entry: Entry, done: () => void) => {
    const facts = factsOf(entry)
    if (facts === undefined) return
    changing.run(
      {
        id: activity.id,
        version: activity.version,
        ...facts,
        plan: planOf(entry),
        contributions: contributionsOf(entry.contributions ?? []),
        reason: entry.reason ?? '',
      },
      {
        onDone: () => {
          done()
          void message.success(t(activityWords.saved))
        },
        onSeen: back,
      },
    )
  }
  return (
    <Panel>
      <DraftForm<Entry>
        name="change-activity"
        draft={`activity.${activity.id}`}
        fields={fields}
        first={first}
        doing={changing}
        action={t(activityWords.savePlan)}
        onSave={save}
        onLeave={back}
      >
        <PlanFields communities={communities} />
        <ReasonField label={t(activityWords.changed)} />
      </DraftForm>
    </Panel>
  )
}

const entryOf = ({ organisation: _name, valueFen, unit, note, ...one }: Activity['contributions'][number]): ContributionEntry => ({
  ...one,
  ...(unit === null ? {} : { unit }),
  ...(note === null ? {} : { note }),
  valueYuan: valueFen === null ? null : valueFen / 100,
})
