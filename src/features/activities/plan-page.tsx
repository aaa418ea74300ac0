import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { v7 } from 'uuid'
import { serviceIdSchema } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useCommunities } from '../../web/client/communities.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { AbsentPage } from '../../web/shell/absent-page.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { useDraft } from '../../web/ui/draft.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { fits, useFieldProblems } from '../../web/ui/form-problem.ts'
import { Page, Panel } from '../../web/ui/page.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { WithProject } from '../../web/ui/with-project.tsx'
import { contributionsOf, type ContributionEntry } from '../ledger/contribution-fields.tsx'
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
  const [form] = Form.useForm<Entry>()
  const planning = useDo(planActivity)
  const draft = useDraft(form, `activity.new.${project.id}`)
  const note = useFieldProblems(form, fields, planning.failure)
  const [id] = useState(() => serviceIdSchema.parse(v7()))
  const save = (entry: Entry) => {
    const facts = factsOf(entry)
    if (facts === undefined) return
    planning.run(
      { id, projectId: project.id, ...facts, plan: planOf(entry), contributions: contributionsOf(entry.contributions ?? []) },
      {
        onDone: () => {
          draft.forget()
          void message.success(t(activityWords.saved))
          void navigate(`/events/${id}`, { replace: true })
        },
      },
    )
  }
  return (
    <Page title={t(activityWords.plan)} about={project.name}>
      <Panel>
        {draft.note}
        <FailureNote failure={note} onRetry={planning.again} />
        <Form
          form={form}
          name="plan-activity"
          layout="vertical"
          requiredMark={false}
          scrollToFirstError={{ focus: true }}
          initialValues={{ day: today(), line: 'cultural', forElders: true }}
          onValuesChange={draft.keep}
          onFinish={save}
        >
          <PlanFields communities={communities} />
          <Ends
            busy={planning.busy}
            onLeave={() => {
              draft.forget()
              void navigate('/events')
            }}
          />
        </Form>
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
  const [form] = Form.useForm<Entry>()
  const changing = useDo(changeActivity)
  const [first] = useState<Entry>(() => ({ ...planEntryOf(activity), contributions: activity.contributions.map(entryOf) }))
  const draft = useDraft(form, `activity.${activity.id}`, first)
  const note = useFieldProblems(form, fields, changing.failure)
  const back = () => void navigate(`/events/${activity.id}`)
  const save = (entry: Entry) => {
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
          draft.forget()
          void message.success(t(activityWords.saved))
          back()
        },
      },
    )
  }
  return (
    <Panel>
      {draft.note}
      <FailureNote failure={note} onRetry={changing.again} />
      <Form
        form={form}
        name="change-activity"
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={first}
        onValuesChange={draft.keep}
        onFinish={save}
      >
        <PlanFields communities={communities} />
        <Form.Item
          name="reason"
          label={t(activityWords.changed)}
          rules={[{ required: true, message: t(uiWords.required) }, fits(changeActivity.input.shape.reason, t(uiWords.reasonShort))]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Ends
          busy={changing.busy}
          onLeave={() => {
            draft.forget()
            back()
          }}
        />
      </Form>
    </Panel>
  )
}

function Ends({ busy, onLeave }: { busy: boolean; onLeave: () => void }) {
  const t = useWords()
  return (
    <Buttons>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t(activityWords.savePlan)}
      </Button>
      <Button onClick={onLeave}>{t(uiWords.cancel)}</Button>
    </Buttons>
  )
}

const entryOf = ({ organisation: _name, valueFen, unit, note, ...one }: Activity['contributions'][number]): ContributionEntry => ({
  ...one,
  ...(unit === null ? {} : { unit }),
  ...(note === null ? {} : { note }),
  valueYuan: valueFen === null ? null : valueFen / 100,
})
