import { App, Button, Dropdown } from 'antd'
import type { ReactNode } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { serviceIdSchema, type ServiceId } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { today } from '../../web/client/today.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AbsentPage } from '../../web/shell/absent-page.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Columns } from '../../web/ui/columns.tsx'
import { Facts } from '../../web/ui/facts.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { PaperButtons } from '../../web/ui/paper-buttons.tsx'
import { ServiceCosts } from '../ledger/service-costs.tsx'
import { ClinicExport } from './clinic-export.tsx'
import { clinicPaperWords } from './clinic-paper-words.ts'
import { ClinicHandOvers } from './clinic-hand-overs.tsx'
import { ClinicPeople } from './clinic-people.tsx'
import { ClinicRefer } from './clinic-refer.tsx'
import { ClinicSignIn } from './clinic-sign-in.tsx'
import { clinicWords, stepWords } from './clinic-words.ts'
import { stepOf, steps } from './day-rules.ts'
import { beginClinic, endClinic, openClinic, type ClinicDay } from './day-schema.ts'
import style from './clinic.module.css'
import { printClinic } from './paper-schema.ts'

type Volunteers = (clinic: ClinicDay) => ReactNode

/** A clinic day from plan to close, in its steps. Who helps at it comes from elsewhere. */
export function ClinicPage({ volunteers }: { volunteers: Volunteers }) {
  const id = serviceIdSchema.safeParse(useParams()['id'])
  return id.success ? <Clinic key={id.data} id={id.data} volunteers={volunteers} /> : <AbsentPage />
}

function Clinic({ id, volunteers }: { id: ServiceId; volunteers: Volunteers }) {
  const t = useWords()
  const { day } = useFormats()
  const mayWrite = useMay('clinics.write')
  const asked = useAsk(openClinic, { id })
  const clinic = asked.data
  return (
    <Page
      title={clinic?.title ?? clinic?.number ?? t(clinicWords.title)}
      about={
        clinic === undefined ? undefined : [clinic.communityName, clinic.day === null ? null : day(clinic.day), clinic.startsAt].join(' ')
      }
      actions={clinic === undefined ? undefined : <Actions clinic={clinic} mayWrite={mayWrite} />}
    >
      <AskedState asked={asked}>{(found) => <Body clinic={found} mayWrite={mayWrite} volunteers={volunteers} />}</AskedState>
    </Page>
  )
}

function Body({ clinic, mayWrite, volunteers }: { clinic: ClinicDay; mayWrite: boolean; volunteers: Volunteers }) {
  const receives = mayWrite && clinic.status === 'held' && !clinic.isEnded
  return (
    <>
      <StepLine clinic={clinic} />
      {clinic.status === 'held' ? (
        <>
          <Columns
            main={
              <>
                {receives ? <ClinicSignIn clinic={clinic} /> : null}
                <ClinicRefer clinic={clinic} mayWrite={mayWrite} />
              </>
            }
            side={
              <>
                <ClinicFacts clinic={clinic} />
                <ClinicHandOvers clinic={clinic} mayWrite={mayWrite} />
                <ServiceCosts projectId={clinic.projectId} serviceId={clinic.id} />
              </>
            }
          />
          <ClinicPeople clinic={clinic} mayWrite={mayWrite} />
          {volunteers(clinic)}
          <ClinicExport clinic={clinic} />
        </>
      ) : (
        <Columns main={volunteers(clinic)} side={<ClinicFacts clinic={clinic} />} />
      )}
    </>
  )
}

/** The steps of the day: done, at, to come. */
function StepLine({ clinic }: { clinic: ClinicDay }) {
  const t = useWords()
  if (clinic.status === 'cancelled' || clinic.status === 'failed') return <p>{t(clinicWords.cancelled)}</p>
  const at = steps.indexOf(stepOf(clinic, today()))
  return (
    <ol className={style['steps']}>
      {steps.map((step, index) => (
        <li key={step} aria-current={index === at ? 'step' : undefined} className={index < at ? style['past'] : undefined}>
          {t(stepWords[step])}
        </li>
      ))}
    </ol>
  )
}

function Actions({ clinic, mayWrite }: { clinic: ClinicDay; mayWrite: boolean }) {
  const t = useWords()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const beginning = useDo(beginClinic)
  const ending = useDo(endClinic)
  const setEnded = (ended: boolean) =>
    ending.run({ id: clinic.id, ended }, { onDone: () => void message.success(t(ended ? clinicWords.ended : clinicWords.saved)) })
  const papers = (
    <PaperButtons
      endpoint={printClinic}
      papers={(['sheet', ...(clinic.measured > 0 ? (['slips'] as const) : [])] as const).map((paper) => ({
        name: t(clinicPaperWords[paper]),
        inputFor: (format) => ({ id: clinic.id, paper, format }),
      }))}
    />
  )
  if (!mayWrite) return papers
  return (
    <>
      <FailureNote failure={beginning.failure ?? ending.failure} />
      {papers}
      {clinic.status === 'planned' ? (
        <Button
          type="primary"
          loading={beginning.busy}
          onClick={() =>
            beginning.run({ id: clinic.id, version: clinic.version }, { onDone: () => void message.success(t(clinicWords.begun)) })
          }
        >
          {t(clinicWords.begin)}
        </Button>
      ) : null}
      {clinic.status === 'held' && !clinic.isEnded ? (
        <>
          <OpenStation clinic={clinic} />
          <Button loading={ending.busy} onClick={() => setEnded(true)}>
            {t(clinicWords.end)}
          </Button>
        </>
      ) : null}
      {clinic.isEnded ? (
        <Button loading={ending.busy} onClick={() => setEnded(false)}>
          {t(clinicWords.reopen)}
        </Button>
      ) : null}
      <Button onClick={() => void navigate(`/clinics/${clinic.id}/change`)}>{t(clinicWords.change)}</Button>
    </>
  )
}

function OpenStation({ clinic }: { clinic: ClinicDay }) {
  const t = useWords()
  const navigate = useNavigate()
  const to = (at: string) => void navigate(`/clinics/${clinic.id}/station${at === '' ? '' : `?at=${at}`}`)
  const items = [...clinic.stations.map(({ name }, at) => ({ key: String(at), label: name })), { key: '', label: t(clinicWords.allParts) }]
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items: items.map((item) => ({ ...item, key: `at-${item.key}` })), onClick: ({ key }) => to(key.slice(3)) }}
    >
      <Button type="primary">{t(clinicWords.openStation)}</Button>
    </Dropdown>
  )
}

function ClinicFacts({ clinic }: { clinic: ClinicDay }) {
  const t = useWords()
  const { number } = useFormats()
  return (
    <Panel title={t(clinicWords.facts)} actions={<Link to={`/services/${clinic.id}`}>{t(clinicWords.ledger)}</Link>}>
      <Facts
        facts={[
          [clinicWords.host, clinic.host],
          [clinicWords.staff, clinic.staff],
          [clinicWords.place, clinic.place],
          [clinicWords.worker, clinic.worker],
          [clinicWords.visitors, t(clinicWords.visitorsOf, { n: number(clinic.visitors) })],
          [clinicWords.measured, t(clinicWords.visitorsOf, { n: number(clinic.measured) })],
          [clinicWords.dangers, t(clinicWords.visitorsOf, { n: number(clinic.dangers) })],
        ]}
      />
    </Panel>
  )
}
