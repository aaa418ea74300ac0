import { App } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { serviceIdSchema, type ServiceId } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useCommunities } from '../../web/client/communities.ts'
import { useWords } from '../../web/language/language.tsx'
import { AbsentPage } from '../../web/shell/absent-page.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { DraftForm } from '../../web/ui/draft-form.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { ReasonField } from '../../web/ui/reason-field.tsx'
import { uiWords } from '../../web/ui/ui-words.ts'
import { correctService, openService, type ServiceDetail } from './schema.ts'
import { changesOf, entryOf, type ServiceEntry } from './service-entry-rules.ts'
import { ServiceFields } from './service-fields.tsx'
import { serviceWords } from './service-words.ts'

type Entry = ServiceEntry & { reason: string }
const fields = ['day', 'communityCode', 'title', 'startsAt', 'minutes', 'worker', 'place', 'status', 'line', 'themes', 'number', 'reason']

/** A service while it is corrected. */
export function CorrectPage() {
  const id = serviceIdSchema.safeParse(useParams()['id'])
  return id.success ? <Correcting key={id.data} id={id.data} /> : <AbsentPage />
}

function Correcting({ id }: { id: ServiceId }) {
  const t = useWords()
  const asked = useAsk(openService, { id })
  return (
    <Page title={t(serviceWords.correctTitle)} about={t(serviceWords.correctAbout)}>
      <AskedState asked={asked}>{(service) => <Correction key={service.version} service={service} />}</AskedState>
    </Page>
  )
}

function Correction({ service }: { service: ServiceDetail }) {
  const t = useWords()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const communities = useCommunities(service.projectId)
  const [first] = useState(() => entryOf(service))
  const correcting = useDo(correctService)
  const back = () => void navigate(`/services/${service.id}`)

  const save = ({ reason, ...entry }: Entry, done: () => void) => {
    const changes = changesOf(first, entry)
    if (Object.keys(changes).length === 0) return void message.info(t(serviceWords.nothingChanged))
    return correcting.run(
      { ...changes, id: service.id, version: service.version, reason },
      {
        onDone: () => {
          done()
          void message.success(t(serviceWords.saved))
        },
        onSeen: back,
      },
    )
  }

  return (
    <Panel>
      <DraftForm<Entry>
        name="correct-service"
        draft={`service.${service.id}`}
        fields={fields}
        first={first}
        doing={correcting}
        action={t(uiWords.save)}
        onSave={save}
        onLeave={back}
      >
        <ServiceFields communities={communities} />
        <ReasonField label={t(serviceWords.reason)} />
      </DraftForm>
    </Panel>
  )
}
