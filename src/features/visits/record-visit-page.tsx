import { App, Form, type FormInstance } from 'antd'
import { useEffect, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { v7 } from 'uuid'
import { asOf } from '../../kernel/day.ts'
import { attendanceIdSchema, personIdSchema, serviceIdSchema, type PersonId, type ProjectId } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useMine } from '../../web/client/mine.ts'
import type { ListedProject } from '../../web/client/project.ts'
import { today } from '../../web/client/today.ts'
import { useWords } from '../../web/language/language.tsx'
import { useDraft } from '../../web/ui/draft.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { WithProject } from '../../web/ui/with-project.tsx'
import { dutyWords } from './duty-words.ts'
import { recordVisit } from './record-schema.ts'
import { openDoor } from './schema.ts'
import { visitInputOf, type VisitFormEntry } from './visit-entry-rules.ts'
import { VisitForm } from './visit-form.tsx'
import { visitWords } from './visit-words.ts'

/** Records a visit, to whoever the address names. */
export function RecordVisitPage() {
  return <WithProject page={visitWords.title}>{(project) => <Recording key={project.id} project={project} />}</WithProject>
}

function Recording({ project }: { project: ListedProject }) {
  const t = useWords()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const { displayName } = useMine()
  const [params] = useSearchParams()
  const asked = personIdSchema.safeParse(params.get('person')).data
  const [form] = Form.useForm<VisitFormEntry & { reason?: string }>()
  const recording = useDo(recordVisit)
  const [id] = useState(() => serviceIdSchema.parse(v7()))
  const [first] = useState<VisitFormEntry>(() => ({ means: 'door', day: asOf(today(), project.endsOn), worker: displayName }))
  const draft = useDraft(form, `visit.new.${project.id}.${asked ?? ''}`, first)
  const save = (entry: VisitFormEntry) => {
    const input = visitInputOf(entry, null)
    if (input === undefined) return void message.error(t(dutyWords.noPlace))
    return recording.run(
      {
        ...input,
        people: input.people.map((person) => ({ ...person, id: attendanceIdSchema.parse(person.id) })),
        id,
        projectId: project.id,
      },
      {
        onDone: ({ status, escalated }) => {
          draft.forget()
          if (escalated.length > 0) void message.warning(t(visitWords.escalated, { names: escalated.join(t(dutyWords.and)) }), 8)
          else void message.success(t(status === 'held' ? visitWords.recorded : visitWords.recordedUnseen))
          void navigate(`/visits/${id}`, { replace: true })
        },
      },
    )
  }

  return (
    <Page title={t(visitWords.title)} about={project.name}>
      <Panel>
        {asked === undefined ? null : <Asked projectId={project.id} personId={asked} form={form} />}
        <VisitForm
          projectId={project.id}
          form={form}
          first={first}
          draft={draft}
          doing={recording}
          onSave={save}
          onCancel={() => {
            draft.forget()
            void navigate('/visits')
          }}
        />
      </Panel>
    </Page>
  )
}

/** Puts whoever the address names into the form, once they are known. */
function Asked({ projectId, personId, form }: { projectId: ProjectId; personId: PersonId; form: FormInstance<VisitFormEntry> }) {
  const { data } = useAsk(openDoor, { projectId, personId })
  const named = data?.people.find((person) => person.personId === personId)
  useEffect(() => {
    const people: VisitFormEntry['people'] = form.getFieldValue('people')
    if (named === undefined || (people !== undefined && people.length > 0)) return
    form.setFieldValue('people', [{ id: v7(), personId: named.personId, name: named.name, communityCode: named.communityCode, seen: null }])
  }, [form, named])
  return null
}
