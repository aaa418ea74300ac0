import { App, Button, Checkbox, Collapse, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { v7 } from 'uuid'
import { z } from 'zod'
import { daySchema, timeSchema } from '../../kernel/day.ts'
import { attendanceIdSchema } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { AbsentPage } from '../../web/shell/absent-page.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Buttons } from '../../web/ui/buttons.tsx'
import { DayField } from '../../web/ui/day-field.tsx'
import { useDraft } from '../../web/ui/draft.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { FormGrid } from '../../web/ui/form-grid.tsx'
import { fits, useFieldProblems } from '../../web/ui/form-problem.ts'
import { Page, Panel } from '../../web/ui/page.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { AttendedField, type Present } from './attended-field.tsx'
import { formWords, sessionWords } from './case-words.ts'
import { ListRows, required } from './list-rows.tsx'
import { LongText } from './long-text.tsx'
import { listCases } from './schema.ts'
import { noteContentSchema, recordSession, startSession } from './session-schema.ts'
import { endsAtOf, usualTimes } from './session-entry-rules.ts'
import { attainmentSchema, meansSchema, type Means } from './vocabulary-schema.ts'
import { attainmentWords, meansWords } from './vocabulary-words.ts'
import style from './casework.module.css'

type Started = z.output<typeof startSession.output>
type Entry = z.input<typeof noteContentSchema> & {
  day: string
  startsAt?: string
  endsAt?: string
  means: Means
  place?: string
  attended: Present[]
  caseIds?: string[]
  narrow?: boolean
  nextOn?: string | null
}
const fields = ['day', 'startsAt', 'endsAt', 'place', 'attended', 'facts', 'nextOn']

/** A session of a case while it is written: everything known is filled in, so that what is left is what happened. */
export function RecordSessionPage() {
  const id = z.uuid().safeParse(useParams()['id'])
  return id.success ? <Starting key={id.data} caseId={id.data} /> : <AbsentPage />
}

function Starting({ caseId }: { caseId: string }) {
  const t = useWords()
  const asked = useAsk(startSession, { caseId })
  const started = asked.data
  return (
    <Page
      title={t(sessionWords.record)}
      about={
        started === undefined ? undefined : `${started.person?.name ?? ''} ${started.number} ${t(sessionWords.nth, { n: started.ordinal })}`
      }
    >
      <Panel>
        <AskedState asked={asked}>{(found) => <Writing caseId={caseId} started={found} />}</AskedState>
      </Panel>
    </Page>
  )
}

const firstOf = (started: Started): Partial<Entry> => ({
  day: started.lastDay,
  means: started.means ?? 'home',
  ...(started.place === null ? {} : { place: started.place }),
  ...usualTimes(started.startsAt, started.minutes),
  attended: started.person === null ? [] : [{ id: v7(), personId: started.person.id, name: started.person.name, part: 'beneficiary' }],
  progress: started.goals.map((goal) => ({ goalId: goal.id })),
  narrow: false,
})

function Writing({ caseId, started }: { caseId: string; started: Started }) {
  const t = useWords()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [form] = Form.useForm<Entry>()
  const recording = useDo(recordSession)
  const [first] = useState(() => firstOf(started))
  const [id] = useState(() => v7())
  const draft = useDraft(form, `session.new.${caseId}`, first)
  const note = useFieldProblems(form, fields, recording.failure)

  const save = () => {
    const { day, startsAt, endsAt, means, place, attended, caseIds, narrow, nextOn, ...content } = form.getFieldsValue(true)
    const written = noteContentSchema.safeParse(content)
    if (!written.success) return void message.error(t(uiWords.required))
    return recording.run(
      {
        id,
        projectId: started.projectId,
        caseIds: [caseId, ...(caseIds ?? [])],
        day: daySchema.parse(day),
        startsAt: timeSchema.safeParse(startsAt).data ?? null,
        endsAt: timeSchema.safeParse(endsAt).data ?? null,
        means,
        place: place === undefined || place.trim() === '' ? null : place,
        attended: attended.map((one: Present) => ({ id: attendanceIdSchema.parse(one.id), personId: one.personId, part: one.part })),
        narrow: narrow === true,
        content: written.data,
        nextOn: daySchema.safeParse(nextOn).data ?? null,
      },
      {
        onDone: () => {
          draft.forget()
          void message.success(t(sessionWords.recorded))
          void navigate(`/cases/${caseId}`, { replace: true })
        },
      },
    )
  }
  const time = [fits(timeSchema, t(sessionWords.timeWrong))]
  return (
    <>
      {draft.note}
      {started.nextPlan === null || started.nextPlan === '' ? null : (
        <p className={style['said']}>{t(sessionWords.lastPlan, { plan: started.nextPlan })}</p>
      )}
      <FailureNote failure={note} onRetry={recording.again} />
      <Form
        form={form}
        name="session"
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={first}
        onValuesChange={(changed) => {
          if (typeof changed.startsAt === 'string') {
            const endsAt = endsAtOf(changed.startsAt, started.minutes)
            if (endsAt !== undefined) form.setFieldValue('endsAt', endsAt)
          }
          draft.keep()
        }}
        onFinish={save}
      >
        <LongText name="facts" words={sessionWords.facts} hint={formWords.writeFacts} must rows={5} />
        <LongText name="analysis" words={sessionWords.analysis} />
        <LongText name="nextPlan" words={sessionWords.nextPlan} rows={1} />
        <FormGrid>
          <Form.Item name="nextOn" label={t(sessionWords.nextOn)}>
            <DayField />
          </Form.Item>
          <Form.Item name="day" label={t(sessionWords.day)} rules={[{ required: true, message: t(uiWords.required) }]}>
            <DayField upTo={today()} />
          </Form.Item>
          <Form.Item name="startsAt" label={t(sessionWords.startsAt)} validateTrigger="onBlur" rules={time}>
            <Input maxLength={5} inputMode="numeric" />
          </Form.Item>
          <Form.Item name="endsAt" label={t(sessionWords.endsAt)} validateTrigger="onBlur" rules={time}>
            <Input maxLength={5} inputMode="numeric" />
          </Form.Item>
          <Form.Item name="means" label={t(sessionWords.means)}>
            <Select options={meansSchema.options.map((value) => ({ value, label: t(meansWords[value]) }))} />
          </Form.Item>
          <Form.Item name="place" label={t(sessionWords.place)}>
            <Input maxLength={80} />
          </Form.Item>
        </FormGrid>
        <Form.Item name="attended" label={t(sessionWords.attended)} rules={[fits(z.array(z.unknown()).min(1), t(uiWords.required))]}>
          <AttendedField projectId={started.projectId} family={started.family} />
        </Form.Item>
        <MoreCases caseId={caseId} started={started} />
        <Form.Item name="narrow" valuePropName="checked">
          <Checkbox>{t(sessionWords.narrow)}</Checkbox>
        </Form.Item>
        <Collapse
          ghost
          items={[
            {
              key: 'more',
              label: t(sessionWords.more),
              forceRender: true,
              children: <MoreFields started={started} />,
            },
          ]}
        />
        <Buttons>
          <Button type="primary" htmlType="submit" loading={recording.busy}>
            {t(uiWords.save)}
          </Button>
          <Button
            onClick={() => {
              draft.forget()
              void navigate(`/cases/${caseId}`)
            }}
          >
            {t(uiWords.cancel)}
          </Button>
        </Buttons>
      </Form>
    </>
  )
}

/** One session with several elders is written once, for all their cases. */
function MoreCases({ caseId, started }: { caseId: string; started: Started }) {
  const t = useWords()
  const cases = useAsk(listCases, { projectId: started.projectId, state: 'open', limit: 200 }).data?.rows ?? []
  const others = cases.filter((one) => one.id !== caseId && one.stage !== 'intake')
  const form = Form.useFormInstance<Entry>()
  // Whose case it is was there too, unless it is said otherwise.
  const bring = (ids: readonly string[]) => {
    const present: Present[] = form.getFieldValue('attended') ?? []
    const people = others.filter((one) => ids.includes(one.id))
    const added = people.flatMap(({ personId, person }): Present[] =>
      personId === null || present.some((one) => one.personId === personId)
        ? []
        : [{ id: v7(), personId, name: person ?? '', part: 'beneficiary' }],
    )
    form.setFieldValue('attended', [...present, ...added])
  }
  if (others.length === 0) return null
  return (
    <Form.Item name="caseIds" label={t(sessionWords.moreCases)} extra={t(sessionWords.moreCasesHint)}>
      <Select
        mode="multiple"
        onChange={bring}
        showSearch={{ optionFilterProp: 'label' }}
        options={others.map((one) => ({ value: one.id, label: `${one.person ?? ''} ${one.number}` }))}
      />
    </Form.Item>
  )
}

function MoreFields({ started }: { started: Started }) {
  const t = useWords()
  return (
    <>
      <LongText name="goal" words={sessionWords.goal} rows={1} />
      <GoalProgress goals={started.goals} />
      <ListRows
        name="followUps"
        label={t(sessionWords.followUps)}
        fields={[
          { name: 'text', label: t(sessionWords.followUp), field: <Input maxLength={300} />, rules: [required(t)], part: 4 },
          { name: 'who', label: t(formWords.who), field: <Input maxLength={40} /> },
          { name: 'by', label: t(sessionWords.by), field: <DayField />, part: 2 },
        ]}
      />
      <Form.Item name="others" label={t(sessionWords.others)}>
        <Input maxLength={200} placeholder={t(sessionWords.othersHint)} />
      </Form.Item>
    </>
  )
}

/** How each goal of the plan stands now. */
export function GoalProgress({ goals }: { goals: readonly { id: string; text: string }[] }) {
  const t = useWords()
  if (goals.length === 0) return null
  return (
    <fieldset className={style['rows']}>
      <legend>{t(sessionWords.progress)}</legend>
      {goals.map((goal, at) => (
        <div key={goal.id} className={style['row']}>
          <p style={{ flex: '3 1 200px', margin: '6px 0' }}>{goal.text}</p>
          <Form.Item name={['progress', at, 'goalId']} hidden initialValue={goal.id}>
            <input type="hidden" />
          </Form.Item>
          <div style={{ flex: '1 1 120px' }}>
            <Form.Item name={['progress', at, 'value']} label={t(sessionWords.value)}>
              <Input maxLength={200} />
            </Form.Item>
          </div>
          <div style={{ flex: '2 1 160px' }}>
            <Form.Item name={['progress', at, 'level']} label={t(formWords.level)}>
              <Select allowClear options={attainmentSchema.options.map((value) => ({ value, label: t(attainmentWords[value]) }))} />
            </Form.Item>
          </div>
        </div>
      ))}
    </fieldset>
  )
}
