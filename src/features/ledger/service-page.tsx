import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { serviceIdSchema, type ServiceId } from '../../kernel/ids.ts'
import type { PaperFormat } from '../../kernel/paper.ts'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useWords } from '../../web/language/language.tsx'
import { AbsentPage } from '../../web/shell/absent-page.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Columns } from '../../web/ui/columns.tsx'
import { Page } from '../../web/ui/page.tsx'
import { PaperButtons } from '../../web/ui/paper-buttons.tsx'
import { CancelService } from './cancel-service.tsx'
import { EvidencePanel } from './evidence-panel.tsx'
import { kindWords } from './kind-schema.ts'
import { printService } from './paper-schema.ts'
import { paperWords } from './paper-words.ts'
import { openService, type ServiceDetail } from './schema.ts'
import { ServiceAttended } from './service-attended.tsx'
import { ServiceCosts } from './service-costs.tsx'
import { ServiceFacts } from './service-facts.tsx'
import { Contributions, ServiceVersions } from './service-history.tsx'
import { serviceWords } from './service-words.ts'

/** One service: what happened, who was there, who gave what, and what was corrected. */
export function ServicePage() {
  const id = serviceIdSchema.safeParse(useParams()['id'])
  return id.success ? <Service key={id.data} id={id.data} /> : <AbsentPage />
}

function Service({ id }: { id: ServiceId }) {
  const t = useWords()
  const mayWrite = useMay('services.write')
  const asked = useAsk(openService, { id })
  const service = asked.data
  return (
    <Page
      title={service === undefined ? t(serviceWords.title) : (service.title ?? t(kindWords[service.kind]))}
      actions={service === undefined ? undefined : <Actions service={service} mayWrite={mayWrite} />}
    >
      <AskedState asked={asked}>
        {(found) => (
          <Columns
            main={
              <>
                <ServiceFacts service={found} />
                <ServiceAttended service={found} mayWrite={mayWrite} />
                <EvidencePanel serviceId={found.id} projectId={found.projectId} />
              </>
            }
            side={
              <>
                <Contributions title={t(serviceWords.contributions)} rows={found.contributions} />
                <ServiceCosts projectId={found.projectId} serviceId={found.id} />
                <ServiceVersions service={found} />
              </>
            }
          />
        )}
      </AskedState>
    </Page>
  )
}

function Actions({ service, mayWrite }: { service: ServiceDetail; mayWrite: boolean }) {
  const t = useWords()
  const navigate = useNavigate()
  const [cancelling, setCancelling] = useState(false)
  const papers = (['record', 'roll'] as const).map((paper) => ({
    name: t(paperWords[paper]),
    inputFor: (format: PaperFormat) => ({ id: service.id, paper, format }),
  }))
  const print = <PaperButtons endpoint={printService} papers={papers} />
  if (!mayWrite) return print
  return (
    <>
      <Button type="primary" onClick={() => void navigate(`/services/${service.id}/correct`)}>
        {t(serviceWords.correct)}
      </Button>
      {service.status === 'cancelled' ? null : <Button onClick={() => setCancelling(true)}>{t(serviceWords.cancel)}</Button>}
      {print}
      <CancelService service={service} open={cancelling} onClose={() => setCancelling(false)} />
    </>
  )
}
