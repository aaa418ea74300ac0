import { App, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { v7 } from 'uuid'
import { z } from 'zod'
import { daySchema, monthSchema, monthsBetween } from '../../kernel/day.ts'
import { entered } from '../../kernel/entered.ts'
import { divisionCodeSchema, organisationIdSchema, type ProjectId } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useProjects, type ListedProject } from '../../web/client/project.ts'
import { useWords } from '../../web/language/language.tsx'
import { AbsentPage } from '../../web/shell/absent-page.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { DraftForm } from '../../web/ui/draft-form.tsx'
import { FormGrid } from '../../web/ui/form-grid.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { ReasonField } from '../../web/ui/reason-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { WithProject } from '../../web/ui/with-project.tsx'
import { PartnerFields, StepFields } from './plan-fields.tsx'
import { programmeWords as w } from './programme-words.ts'
import { listProgrammes, openProgramme, saveProgramme, type ListedProgramme, type OpenedProgramme, type Partner } from './schema.ts'

type Entry = {
  communityCode?: string
  name?: string | undefined
  forWhom?: string | undefined
  purpose?: string | undefined
  partners?: { id: string; party?: Partner['party']; organisationId?: string | null; does?: string | undefined }[]
  steps?: { id: string; month?: string; what?: string; doneOn?: string | null }[]
  results?: string | undefined
  reason?: string
}
const fields = ['communityCode', 'name', 'forWhom', 'purpose', 'results', 'reason']

/** A new programme, for a community without one or with a name alone. */
export function NewProgrammePage() {
  return <WithProject page={w.add}>{(project) => <Beginning key={project.id} project={project} />}</WithProject>
}

function Beginning({ project }: { project: ListedProject }) {
  const t = useWords()
  const [params] = useSearchParams()
  const asked = useAsk(listProgrammes, { projectId: project.id })
  return (
    <Page title={t(w.add)} about={project.name}>
      <Panel>
        <AskedState asked={asked}>
          {({ rows }) => (
            <PlanForm
              projectId={project.id}
              project={project}
              programme={undefined}
              places={rows.filter((row) => row.standing === 'none' || row.standing === 'named')}
              community={params.get('community') ?? undefined}
            />
          )}
        </AskedState>
      </Panel>
    </Page>
  )
}

/** A programme’s plan while it is changed. */
export function ChangeProgrammePage() {
  const id = z.uuid().safeParse(useParams()['id'])
  return id.success ? <Changing key={id.data} id={id.data} /> : <AbsentPage />
}

function Changing({ id }: { id: string }) {
  const t = useWords()
  const asked = useAsk(openProgramme, { id })
  const { projects } = useProjects()
  return (
    <Page title={t(w.changeTitle)} {...(asked.data === undefined ? {} : { about: asked.data.communityName })}>
      <Panel>
        <AskedState asked={asked}>
          {(programme) => (
            <PlanForm
              key={programme.version}
              projectId={programme.projectId}
              project={projects.find((each) => each.id === programme.projectId)}
              programme={programme}
              places={[]}
              community={undefined}
            />
          )}
        </AskedState>
      </Panel>
    </Page>
  )
}

const some = (text: string | null | undefined) => text ?? undefined

function entryOf(programme: OpenedProgramme | undefined, place: ListedProgramme | undefined): Entry {
  if (programme === undefined)
    return place === undefined
      ? { partners: [], steps: [] }
      : { communityCode: place.communityCode, name: some(place.name), forWhom: some(place.forWhom), partners: [], steps: [] }
  const { communityCode, name, forWhom, purpose, partners, steps, results } = programme
  return {
    communityCode,
    name,
    forWhom: some(forWhom),
    purpose: some(purpose),
    partners: partners.map(({ id, party, organisationId, does }) => ({ id, party, organisationId, does: some(does) })),
    steps,
    results: some(results),
  }
}

function PlanForm({
  projectId,
  project,
  programme,
  places,
  community,
}: {
  projectId: ProjectId
  project: ListedProject | undefined
  programme: OpenedProgramme | undefined
  places: readonly ListedProgramme[]
  community: string | undefined
}) {
  const t = useWords()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [form] = Form.useForm<Entry>()
  const saving = useDo(saveProgramme)
  const [id] = useState(() => programme?.id ?? v7())
  const [first] = useState(() =>
    entryOf(
      programme,
      places.find((place) => place.communityCode === community),
    ),
  )
  const required = { required: true, whitespace: true, min: 2, message: t(uiWords.required) }
  const ofProject = project === undefined ? [] : monthsBetween(project.startsOn, project.endsOn)
  const months = [...new Set([...ofProject, ...(programme?.steps ?? []).map(({ month }) => month)])].toSorted()
  const save = (entry: Entry, done: () => void) =>
    saving.run(
      {
        id,
        version: programme?.version ?? 0,
        projectId,
        communityCode: programme?.communityCode ?? divisionCodeSchema.parse(entry.communityCode),
        name: entry.name?.trim() ?? '',
        forWhom: entered(entry.forWhom),
        purpose: entered(entry.purpose),
        partners: (entry.partners ?? []).flatMap(({ id: row, party, organisationId, does }) =>
          party === undefined
            ? []
            : [{ id: row, party, organisationId: organisationIdSchema.safeParse(organisationId).data ?? null, does: entered(does) }],
        ),
        steps: (entry.steps ?? [])
          .map((step) => ({
            id: step.id,
            month: monthSchema.parse(step.month),
            what: step.what?.trim() ?? '',
            doneOn: daySchema.safeParse(step.doneOn).data ?? null,
          }))
          .toSorted((a, b) => a.month.localeCompare(b.month, 'en')),
        results: entered(entry.results),
        reason: entered(entry.reason),
      },
      {
        onDone: () => {
          done()
          void message.success(t(w.saved))
          void navigate(`/programmes/${id}`, { replace: true })
        },
      },
    )
  /** A community that has a name for it already keeps it. */
  const takeName = (code: string) => {
    const place = places.find((each) => each.communityCode === code)
    if (place?.standing !== 'named') return
    form.setFieldsValue({ name: some(place.name), forWhom: some(place.forWhom) })
  }
  return (
    <DraftForm<Entry>
      form={form}
      name="programme"
      draft={`programme.${programme === undefined ? `${projectId}.${community ?? ''}` : `${programme.id}.${programme.version}`}`}
      fields={fields}
      first={first}
      doing={saving}
      action={t(uiWords.save)}
      onSave={save}
      onLeave={() => void navigate(programme === undefined ? '/programmes' : `/programmes/${programme.id}`)}
    >
      <FormGrid>
        {programme === undefined ? (
          <Form.Item name="communityCode" label={t(w.community)} rules={[{ required: true, message: t(uiWords.choose) }]}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={places.map(({ communityCode, communityName }) => ({ value: communityCode, label: communityName }))}
              placeholder={t(uiWords.choose)}
              notFoundContent={t(w.copyNone)}
              onChange={takeName}
            />
          </Form.Item>
        ) : null}
        <Form.Item name="name" label={t(w.name)} rules={[required]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="forWhom" label={t(w.forWhom)}>
          <Input maxLength={120} />
        </Form.Item>
      </FormGrid>
      <Form.Item name="purpose" label={t(w.purpose)} extra={t(w.purposeHint)}>
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <PartnerFields />
      <StepFields months={months} />
      {programme === undefined ? null : (
        <Form.Item name="results" label={t(w.resultsWords)} extra={t(w.resultsHint)}>
          <Input.TextArea maxLength={2000} autoSize={{ minRows: 3, maxRows: 12 }} />
        </Form.Item>
      )}
      {programme?.state === 'active' ? <ReasonField label={t(w.changeReason)} /> : null}
    </DraftForm>
  )
}
