import { App, AutoComplete, Button, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { v7 } from 'uuid'
import { z } from 'zod'
import { entered } from '../../kernel/entered.ts'
import { divisionCodeSchema, type ProjectId } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useCommunities } from '../../web/client/communities.ts'
import { useMine } from '../../web/client/mine.ts'
import { useWords } from '../../web/language/language.tsx'
import { AbsentPage } from '../../web/shell/absent-page.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { useDraft } from '../../web/ui/draft.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { FormGrid } from '../../web/ui/form-grid.tsx'
import { useFieldProblems } from '../../web/ui/form-problem.ts'
import { Page, Panel } from '../../web/ui/page.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { WithProject } from '../../web/ui/with-project.tsx'
import { natures } from './group-schema.ts'
import { openGroup, saveGroup, type Group } from './schema.ts'
import { groupWords } from './words.ts'

const texts = ['theory', 'goal', 'criteria', 'recruiting', 'budget', 'risks', 'evaluation'] as const
type Entry = Partial<
  Record<(typeof texts)[number] | 'number' | 'name' | 'nature' | 'worker' | 'frequency' | 'place' | 'aims' | 'communityCode', string>
> & {
  size?: number | null
}
const fields = ['number', 'name', 'communityCode', ...texts]

/** A new group's plan. */
export function NewGroupPage() {
  return <WithProject page={groupWords.add}>{(project) => <Plan key={project.id} projectId={project.id} group={undefined} />}</WithProject>
}

/** A group's plan while it is changed. */
export function ChangeGroupPage() {
  const id = z.uuid().safeParse(useParams()['id'])
  return id.success ? <Changing key={id.data} id={id.data} /> : <AbsentPage />
}

function Changing({ id }: { id: string }) {
  const asked = useAsk(openGroup, { id })
  return <AskedState asked={asked}>{(group) => <Plan key={group.version} projectId={group.projectId} group={group} />}</AskedState>
}

function entryOf(group: Group | undefined, worker: string): Entry {
  if (group === undefined) return { worker }
  const written = (values: Record<string, string | null>) =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
  const { number, name, nature, communityCode, frequency, place, theory, goal, criteria, recruiting, budget, risks, evaluation } = group
  return {
    ...written({
      number,
      name,
      nature,
      communityCode,
      worker: group.worker,
      frequency,
      place,
      theory,
      goal,
      criteria,
      recruiting,
      budget,
      risks,
      evaluation,
    }),
    aims: group.aims.join('\n'),
    size: group.size,
  }
}

function Plan({ projectId, group }: { projectId: ProjectId; group: Group | undefined }) {
  const t = useWords()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const { displayName } = useMine()
  const communities = useCommunities(projectId)
  const [form] = Form.useForm<Entry>()
  const saving = useDo(saveGroup)
  const [id] = useState(() => group?.id ?? v7())
  const [first] = useState(() => entryOf(group, displayName))
  const draft = useDraft(form, `group.${group?.id ?? projectId}`, first)
  const note = useFieldProblems(form, fields, saving.failure)
  const required = { required: true, whitespace: true, message: t(uiWords.required) }
  const save = (entry: Entry) => {
    const communityCode = divisionCodeSchema.safeParse(entry.communityCode).data
    if (communityCode === undefined) return
    saving.run(
      {
        id,
        projectId,
        version: group?.version ?? 0,
        number: entry.number?.trim() ?? '',
        name: entry.name?.trim() ?? '',
        nature: entered(entry.nature),
        communityCode,
        worker: entered(entry.worker),
        theory: entered(entry.theory),
        goal: entered(entry.goal),
        aims: (entry.aims ?? '')
          .split('\n')
          .map((aim) => aim.trim())
          .filter((aim) => aim !== ''),
        criteria: entered(entry.criteria),
        size: entry.size ?? null,
        frequency: entered(entry.frequency),
        place: entered(entry.place),
        recruiting: entered(entry.recruiting),
        budget: entered(entry.budget),
        risks: entered(entry.risks),
        evaluation: entered(entry.evaluation),
      },
      {
        onDone: () => {
          draft.forget()
          void message.success(t(groupWords.saved))
          void navigate(`/groups/${id}`, { replace: true })
        },
      },
    )
  }
  const area = (name: (typeof texts)[number]) => (
    <Form.Item key={name} name={name} label={t(groupWords[name])}>
      <Input.TextArea maxLength={1000} autoSize={{ minRows: 2, maxRows: 8 }} />
    </Form.Item>
  )
  return (
    <Page title={t(group === undefined ? groupWords.add : groupWords.change)}>
      <Panel>
        {draft.note}
        <FailureNote failure={note} onRetry={saving.again} />
        <Form
          form={form}
          name="group-plan"
          layout="vertical"
          requiredMark={false}
          scrollToFirstError={{ focus: true }}
          initialValues={first}
          onValuesChange={draft.keep}
          onFinish={save}
        >
          <FormGrid>
            <Form.Item name="name" label={t(groupWords.name)} rules={[required]}>
              <Input maxLength={80} />
            </Form.Item>
            <Form.Item name="number" label={t(groupWords.number)} rules={[required]}>
              <Input maxLength={30} />
            </Form.Item>
            <Form.Item name="communityCode" label={t(groupWords.community)} rules={[{ required: true, message: t(uiWords.choose) }]}>
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                options={communities.map(({ code, name }) => ({ value: code, label: name }))}
                placeholder={t(uiWords.choose)}
              />
            </Form.Item>
            <Form.Item name="nature" label={t(groupWords.nature)}>
              <AutoComplete maxLength={20} options={natures.map((words) => ({ value: t(words) }))} />
            </Form.Item>
            <Form.Item name="worker" label={t(groupWords.worker)}>
              <Input maxLength={40} />
            </Form.Item>
            <Form.Item name="size" label={t(groupWords.size)}>
              <InputNumber min={0} max={200} precision={0} />
            </Form.Item>
            <Form.Item name="frequency" label={t(groupWords.frequency)}>
              <Input maxLength={80} placeholder={t(groupWords.frequencyHint)} />
            </Form.Item>
            <Form.Item name="place" label={t(groupWords.place)}>
              <Input maxLength={80} />
            </Form.Item>
          </FormGrid>
          {area('theory')}
          {area('goal')}
          <Form.Item name="aims" label={t(groupWords.aims)}>
            <Input.TextArea maxLength={2000} autoSize={{ minRows: 2, maxRows: 10 }} placeholder={t(groupWords.aimsHint)} />
          </Form.Item>
          {(['criteria', 'recruiting', 'budget', 'risks', 'evaluation'] as const).map(area)}
          <Buttons>
            <Button type="primary" htmlType="submit" loading={saving.busy}>
              {t(uiWords.save)}
            </Button>
            <Button
              onClick={() => {
                draft.forget()
                void navigate(group === undefined ? '/groups' : `/groups/${group.id}`)
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
