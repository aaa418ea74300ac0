import { App, Button, Form, Input } from 'antd'
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
import { Buttons } from '../../web/ui/buttons.tsx'
import { useDraft } from '../../web/ui/draft.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { useFieldProblems } from '../../web/ui/form-problem.ts'
import { Page, Panel } from '../../web/ui/page.tsx'
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
  const [form] = Form.useForm<PlanEntry>()
  const planning = useDo(planClinic)
  const [first] = useState<PlanEntry>(() => ({ day: today(), stations: usualStations, worker: displayName }))
  const draft = useDraft(form, `clinic.new.${project.id}`, first)
  const note = useFieldProblems(form, fields, planning.failure)
  const [id] = useState(() => serviceIdSchema.parse(v7()))
  const save = (entry: PlanEntry) => {
    const plan = planOf(entry)
    if (plan === undefined) return
    planning.run(
      { ...plan, id, projectId: project.id },
      {
        onDone: () => {
          draft.forget()
          void message.success(t(clinicWords.planned))
          void navigate(`/clinics/${id}`, { replace: true })
        },
      },
    )
  }
  return (
    <Page title={t(clinicWords.plan)} about={project.name}>
      <Panel>
        {draft.note}
        <FailureNote failure={note} onRetry={planning.again} />
        <Form
          form={form}
          name="plan-clinic"
          layout="vertical"
          requiredMark={false}
          scrollToFirstError={{ focus: true }}
          initialValues={first}
          onValuesChange={draft.keep}
          onFinish={save}
        >
          <PlanFields communities={communities} />
          <Buttons>
            <Button type="primary" htmlType="submit" loading={planning.busy}>
              {t(clinicWords.plan)}
            </Button>
            <Button
              onClick={() => {
                draft.forget()
                void navigate('/clinics')
              }}
            >
              {t(uiWords.cancel)}
            </Button>
          </Buttons>
        </Form>
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
  const [form] = Form.useForm<PlanEntry>()
  const changing = useDo(changeClinic)
  const [first] = useState(() => entryOf(day))
  const draft = useDraft(form, `clinic.${day.id}`, first)
  const note = useFieldProblems(form, fields, changing.failure)
  const back = () => void navigate(`/clinics/${day.id}`)
  const save = (entry: PlanEntry) => {
    const plan = planOf(entry)
    if (plan === undefined) return
    changing.run(
      { ...plan, id: day.id, version: day.version, reason: entry.reason ?? '' },
      {
        onDone: () => {
          draft.forget()
          void message.success(t(clinicWords.saved))
          back()
        },
      },
    )
  }
  return (
    <>
      {draft.note}
      <FailureNote failure={note} onRetry={changing.again} />
      <Form
        form={form}
        name="change-clinic"
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={first}
        onValuesChange={draft.keep}
        onFinish={save}
      >
        <PlanFields communities={communities} />
        <Form.Item name="reason" label={t(clinicWords.reason)} rules={[{ required: true, min: 2, message: t(uiWords.reasonShort) }]}>
          <Input maxLength={200} />
        </Form.Item>
        <Buttons>
          <Button type="primary" htmlType="submit" loading={changing.busy}>
            {t(uiWords.save)}
          </Button>
          <Button
            onClick={() => {
              draft.forget()
              back()
            }}
          >
            {t(uiWords.cancel)}
          </Button>
        </Buttons>
      </Form>
    </>
  )
}
