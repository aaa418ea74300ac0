import { App, Form } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { v7 } from 'uuid'
import { attendanceIdSchema, serviceIdSchema, type ServiceId } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { AbsentPage } from '../../web/shell/absent-page.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { useDraft } from '../../web/ui/draft.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { ReasonField } from '../../web/ui/reason-field.tsx'
import { correctVisit, openVisit, type Visit } from './record-schema.ts'
import { entryOfVisit, visitInputOf, type VisitFormEntry } from './visit-entry-rules.ts'
import { VisitForm } from './visit-form.tsx'
import { visitWords } from './visit-words.ts'

/** A visit while it is corrected. */
export function CorrectVisitPage() {
  const id = serviceIdSchema.safeParse(useParams()['id'])
  return id.success ? <Correcting key={id.data} id={id.data} /> : <AbsentPage />
}

function Correcting({ id }: { id: ServiceId }) {
  const t = useWords()
  const asked = useAsk(openVisit, { id })
  return (
    <Page title={t(visitWords.correctTitle)} about={t(visitWords.correctAbout)}>
      <AskedState asked={asked}>{(visit) => <Correction key={visit.version} visit={visit} />}</AskedState>
    </Page>
  )
}

function Correction({ visit }: { visit: Visit }) {
  const t = useWords()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [form] = Form.useForm<VisitFormEntry & { reason?: string }>()
  const correcting = useDo(correctVisit)
  const [first] = useState(() => entryOfVisit(visit, v7))
  const draft = useDraft(form, `visit.${visit.id}`, first)
  const back = () => void navigate(`/visits/${visit.id}`)
  const save = ({ reason = '', ...entry }: VisitFormEntry & { reason?: string }) => {
    const input = visitInputOf(entry, visit.communityCode)
    if (input === undefined) return
    correcting.run(
      {
        ...input,
        people: input.people.map((person) => ({ ...person, id: attendanceIdSchema.parse(person.id) })),
        id: visit.id,
        version: visit.version,
        reason,
      },
      {
        onDone: () => {
          draft.forget()
          void message.success(t(visitWords.corrected))
        },
        onSeen: back,
      },
    )
  }
  return (
    <Panel>
      <VisitForm
        projectId={visit.projectId}
        form={form}
        first={first}
        draft={draft}
        doing={correcting}
        onSave={save}
        onCancel={() => {
          draft.forget()
          back()
        }}
      >
        <ReasonField label={t(visitWords.reason)} />
      </VisitForm>
    </Panel>
  )
}
