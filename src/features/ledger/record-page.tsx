import { asOf } from '../../kernel/day.ts'
import { App, Button, Form, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { v7 } from 'uuid'
import { useDo } from '../../web/client/calls.ts'
import { useCommunities } from '../../web/client/communities.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { useDraft } from '../../web/ui/draft.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { FormGrid } from '../../web/ui/form-grid.tsx'
import { useFieldProblems } from '../../web/ui/form-problem.ts'
import { Page, Panel } from '../../web/ui/page.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { WithProject } from '../../web/ui/with-project.tsx'
import { ContributionFields, contributionsOf, type ContributionEntry } from './contribution-fields.tsx'
import { kindSchema, kindWords, type Kind } from './kind-schema.ts'
import { PickPeople, type Picked } from './pick-people.tsx'
import { recordService } from './schema.ts'
import { inputOf, type ServiceEntry } from './service-entry-rules.ts'
import { ServiceFields } from './service-fields.tsx'
import { serviceWords } from './service-words.ts'

type Entry = ServiceEntry & { kind: Kind; attended?: readonly Picked[]; contributions?: readonly ContributionEntry[] }
const fields = [
  'kind',
  'day',
  'communityCode',
  'title',
  'startsAt',
  'minutes',
  'worker',
  'place',
  'status',
  'line',
  'themes',
  'number',
  'attended',
]

/** A volunteer's shift is entered on the volunteers' page, where somebody else witnesses it; a wish is brought where it was claimed. */
const recordable = kindSchema.options.filter((kind) => kind !== 'volunteer_shift' && kind !== 'wish')

/** Records a service in the project that is worked on. */
export function RecordPage() {
  return <WithProject page={serviceWords.record}>{(project) => <Recording key={project.id} project={project} />}</WithProject>
}

function Recording({ project }: { project: ListedProject }) {
  const t = useWords()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const communities = useCommunities(project.id)
  const [form] = Form.useForm<Entry>()
  const recording = useDo(recordService)
  const draft = useDraft(form, `service.new.${project.id}`)
  const note = useFieldProblems(form, fields, recording.failure)
  const [id] = useState(() => v7())

  const save = (entry: Entry) => {
    const { communityCode, day, ...written } = inputOf(entry)
    if (communityCode === undefined || day === undefined) return
    recording.run(
      {
        ...written,
        id,
        projectId: project.id,
        kind: entry.kind,
        line: entry.line ?? kindWords[entry.kind].line,
        status: entry.status ?? 'held',
        communityCode,
        day,
        contributions: contributionsOf(entry.contributions ?? []),
        attended: (entry.attended ?? []).map((picked) => ({ id: picked.id, personId: picked.person.id, part: picked.part })),
      },
      {
        onDone: (made) => {
          draft.forget()
          void message.success(t(serviceWords.recorded))
          void navigate(`/services/${made.id}`, { replace: true })
        },
      },
    )
  }

  return (
    <Page title={t(serviceWords.record)} about={project.name}>
      <Panel>
        {draft.note}
        <FailureNote failure={note} onRetry={recording.again} />
        <Form
          form={form}
          name="record-service"
          layout="vertical"
          requiredMark={false}
          scrollToFirstError={{ focus: true }}
          initialValues={{ status: 'held', day: asOf(today(), project.endsOn) }}
          onValuesChange={(changed) => {
            const kind = kindSchema.safeParse(changed.kind)
            if (kind.success) form.setFieldValue('line', kindWords[kind.data].line)
            draft.keep()
          }}
          onFinish={save}
        >
          <FormGrid>
            <Form.Item name="kind" label={t(serviceWords.kind)} rules={[{ required: true, message: t(uiWords.choose) }]}>
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                options={recordable.map((kind) => ({ value: kind, label: t(kindWords[kind]) }))}
                placeholder={t(uiWords.choose)}
              />
            </Form.Item>
          </FormGrid>
          <ServiceFields communities={communities} />
          <Form.Item name="attended" label={t(serviceWords.attended)}>
            <PickPeople projectId={project.id} />
          </Form.Item>
          <ContributionFields name="contributions" />
          <Buttons>
            <Button type="primary" htmlType="submit" loading={recording.busy}>
              {t(serviceWords.record)}
            </Button>
            <Button
              onClick={() => {
                draft.forget()
                void navigate('/services')
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
