import { App, Button, Form, Input, InputNumber, Select, Switch } from 'antd'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { v7 } from 'uuid'
import { daySchema } from '../../kernel/day.ts'
import { divisionCodeSchema, personIdSchema, type PersonId } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useCommunities } from '../../web/client/communities.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { useDraft } from '../../web/ui/draft.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { Filter } from '../../web/ui/filters.tsx'
import { FormGrid } from '../../web/ui/form-grid.tsx'
import { useFieldProblems } from '../../web/ui/form-problem.ts'
import { Page, Panel } from '../../web/ui/page.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { WithProject } from '../../web/ui/with-project.tsx'
import { PersonSearch } from '../people/person-search.tsx'
import { openPerson, type PersonDetail } from '../people/schema.ts'
import { caseWords, formWords } from './case-words.ts'
import type { IntakeEntry } from './entry-rules.ts'
import { LongText } from './long-text.tsx'
import { ListRows, required } from './list-rows.tsx'
import { addCase } from './schema.ts'
import { caseSourceSchema, urgencySchema } from './vocabulary-schema.ts'
import { sourceWords, urgencyWords } from './vocabulary-words.ts'

/** A case begins: of whom, who sent them, what they ask for. */
export function AddCasePage() {
  return <WithProject page={caseWords.add}>{(project) => <Opening key={project.id} project={project} />}</WithProject>
}

function Opening({ project }: { project: ListedProject }) {
  const t = useWords()
  const [params, setParams] = useSearchParams()
  const personId = personIdSchema.safeParse(params.get('person')).data
  return (
    <Page title={t(caseWords.add)} about={project.name}>
      <Panel>
        {personId === undefined ? (
          <Filter id="case-person" label={t(caseWords.person)}>
            <PersonSearch
              id="case-person"
              projectId={project.id}
              placeholder={t(caseWords.personHint)}
              onPick={(person) => setParams({ person: person.id })}
            />
          </Filter>
        ) : (
          <OfPerson key={personId} project={project} personId={personId} />
        )}
      </Panel>
    </Page>
  )
}

function OfPerson({ project, personId }: { project: ListedProject; personId: PersonId }) {
  const asked = useAsk(openPerson, { id: personId })
  return <AskedState asked={asked}>{(person) => <Intake project={project} person={person} />}</AskedState>
}

const fields = ['personId', 'on', 'communityCode', 'source', 'appeal']

/** Contacts on file come along as family, to be added to. */
const firstOf = (person: PersonDetail): Partial<IntakeEntry> => ({
  on: today(),
  communityCode: person.communityCode,
  urgency: 'ordinary',
  family: person.contacts.map((contact) => ({ id: v7(), name: contact.name, relation: contact.relation ?? '', together: false })),
})

function Intake({ project, person }: { project: ListedProject; person: PersonDetail }) {
  const t = useWords()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const communities = useCommunities(project.id)
  const [form] = Form.useForm<IntakeEntry>()
  const adding = useDo(addCase)
  const [first] = useState(() => firstOf(person))
  const [ids] = useState(() => ({ id: v7(), serviceId: v7() }))
  const draft = useDraft(form, `case.new.${person.id}`, first)
  const note = useFieldProblems(form, fields, adding.failure)
  const save = ({ on, communityCode, ...entry }: IntakeEntry) => {
    adding.run(
      {
        ...ids,
        projectId: project.id,
        personId: person.id,
        communityCode: divisionCodeSchema.parse(communityCode),
        on: daySchema.parse(on),
        form: entry,
      },
      {
        onDone: ({ id }) => {
          draft.forget()
          void message.success(t(caseWords.saved))
          void navigate(`/cases/${id}`, { replace: true })
        },
      },
    )
  }
  return (
    <>
      <p>
        <b>{person.name}</b> {person.communityName}{' '}
        <Button size="small" onClick={() => void navigate('/cases/new')}>
          {t(caseWords.another)}
        </Button>
      </p>
      {draft.note}
      <FailureNote failure={note} onRetry={adding.again} />
      <Form
        form={form}
        name="intake"
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={first}
        onValuesChange={draft.keep}
        onFinish={save}
      >
        <FormGrid>
          <Form.Item name="on" label={t(caseWords.on)} rules={[{ required: true, message: t(uiWords.required) }]}>
            <DayField upTo={today()} />
          </Form.Item>
          <Form.Item name="communityCode" label={t(caseWords.community)} rules={[{ required: true, message: t(uiWords.choose) }]}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={communities.map(({ code, name }) => ({ value: code, label: name }))}
            />
          </Form.Item>
        </FormGrid>
        <IntakeFields />
        <Buttons>
          <Button type="primary" htmlType="submit" loading={adding.busy}>
            {t(uiWords.save)}
          </Button>
          <Button
            onClick={() => {
              draft.forget()
              void navigate('/cases')
            }}
          >
            {t(uiWords.cancel)}
          </Button>
        </Buttons>
      </Form>
    </>
  )
}

/** What an intake form asks. */
export function IntakeFields() {
  const t = useWords()
  return (
    <>
      <FormGrid>
        <Form.Item name="source" label={t(formWords.source)} rules={[{ required: true, message: t(uiWords.choose) }]}>
          <Select
            options={caseSourceSchema.options.map((value) => ({ value, label: t(sourceWords[value]) }))}
            placeholder={t(uiWords.choose)}
          />
        </Form.Item>
        <Form.Item name="urgency" label={t(formWords.urgency)}>
          <Select options={urgencySchema.options.map((value) => ({ value, label: t(urgencyWords[value]) }))} />
        </Form.Item>
        <Form.Item name="referredBy" label={t(formWords.referredBy)}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="referredPhone" label={t(formWords.referredPhone)}>
          <Input maxLength={40} inputMode="tel" />
        </Form.Item>
      </FormGrid>
      <LongText name="appeal" words={formWords.appeal} hint={formWords.appealHint} must />
      <ListRows
        name="family"
        label={t(formWords.family)}
        fields={[
          { name: 'name', label: t(formWords.name), field: <Input maxLength={40} />, rules: [required(t)], part: 2 },
          { name: 'relation', label: t(formWords.relation), field: <Input maxLength={20} /> },
          { name: 'age', label: t(formWords.age), field: <InputNumber min={0} max={130} precision={0} style={{ width: '100%' }} /> },
          { name: 'work', label: t(formWords.work), field: <Input maxLength={40} /> },
          { name: 'phone', label: t(formWords.phone), field: <Input maxLength={40} inputMode="tel" />, part: 2 },
          { name: 'together', label: t(formWords.together), field: <Switch aria-label={t(formWords.together)} />, checked: true },
        ]}
      />
      <LongText name="tried" words={formWords.tried} />
      <LongText name="impression" words={formWords.impression} hint={formWords.writeFacts} />
    </>
  )
}
