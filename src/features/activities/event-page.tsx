import { App, Button, Dropdown } from 'antd'
import { useState, type ReactNode } from 'react'
import { useNavigate, useParams } from 'react-router'
import { serviceIdSchema, type ServiceId } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AbsentPage } from '../../web/shell/absent-page.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { FailureNote } from '../../web/ui/failure-note.tsx'
import { Icon } from '../../web/ui/icon.tsx'
import { Page } from '../../web/ui/page.tsx'
import { PaperButtons } from '../../web/ui/paper-buttons.tsx'
import { useQueryState } from '../../web/ui/query-state.ts'
import { Tabs } from '../../web/ui/tabs.tsx'
import { EvidencePanel } from '../ledger/evidence-panel.tsx'
import { activityWords, stepWords } from './activities-words.ts'
import { activityPaperWords } from './activity-paper-words.ts'
import { openActivity, stepActivity, type Activity, type Step } from './activity-schema.ts'
import { CheckInTab } from './check-in-tab.tsx'
import { CopyActivity } from './copy-activity.tsx'
import { printActivity } from './paper-schema.ts'
import { PlanTab } from './plan-tab.tsx'
import { SignUpsTab } from './sign-ups-tab.tsx'
import { StepDialog } from './step-dialog.tsx'
import { SummaryTab } from './summary-tab.tsx'

const keys = ['plan', 'signUps', 'volunteers', 'checkIn', 'summary', 'photos'] as const
type Key = (typeof keys)[number]
const keyWords = {
  plan: activityWords.tabPlan,
  signUps: activityWords.tabSignUps,
  volunteers: activityWords.tabVolunteers,
  checkIn: activityWords.tabCheckIn,
  summary: activityWords.tabSummary,
  photos: activityWords.tabPhotos,
}

type Volunteers = (activity: Activity) => ReactNode

/** One activity, from the plan to the photos. Who helps at it comes from elsewhere. */
export function EventPage({ volunteers }: { volunteers: Volunteers }) {
  const id = serviceIdSchema.safeParse(useParams()['id'])
  return id.success ? <Event key={id.data} id={id.data} volunteers={volunteers} /> : <AbsentPage />
}

function Event({ id, volunteers }: { id: ServiceId; volunteers: Volunteers }) {
  const t = useWords()
  const { day } = useFormats()
  const mayWrite = useMay('services.write')
  const mayAttend = useMay('events.attend')
  const asked = useAsk(openActivity, { id })
  const query = useQueryState(['tab'])
  const activity = asked.data
  const shown: Key = keys.find((key) => key === query.get('tab')) ?? 'plan'
  const mayHelp = useMay('volunteering.read')
  const mine = keys.filter((key) => (key === 'volunteers' ? mayHelp : mayAttend || (key !== 'signUps' && key !== 'checkIn')))
  return (
    <Page
      title={activity?.title ?? t(activityWords.event)}
      about={
        activity === undefined
          ? undefined
          : [activity.day === null ? '' : day(activity.day), activity.startsAt, activity.communityName, activity.place]
              .filter(Boolean)
              .join(' · ')
      }
      actions={activity === undefined ? undefined : <Actions activity={activity} mayWrite={mayWrite} />}
    >
      <AskedState asked={asked}>
        {(found) => (
          <Tabs
            id="event"
            name={t(activityWords.parts)}
            tabs={mine.map((key) => ({ key, label: t(keyWords[key]) }))}
            shown={shown}
            onShow={(key) => query.set({ tab: key === 'plan' ? '' : key })}
          >
            {shown === 'plan' ? <PlanTab activity={found} /> : null}
            {shown === 'signUps' && mayAttend ? <SignUpsTab activity={found} /> : null}
            {shown === 'volunteers' ? volunteers(found) : null}
            {shown === 'checkIn' && mayAttend ? <CheckInTab activity={found} /> : null}
            {shown === 'summary' ? <SummaryTab key={found.planVersion} activity={found} mayWrite={mayWrite} /> : null}
            {shown === 'photos' ? <EvidencePanel serviceId={found.id} projectId={found.projectId} /> : null}
          </Tabs>
        )}
      </AskedState>
    </Page>
  )
}

/** The step that comes next, first; the others in a menu. */
function Actions({ activity, mayWrite }: { activity: Activity; mayWrite: boolean }) {
  const t = useWords()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const stepping = useDo(stepActivity)
  const [asking, setAsking] = useState<'cancel' | 'restore'>()
  const [copying, setCopying] = useState(false)
  const confirmed = activity.confirmedAt !== null
  const next: Step | undefined = activity.status !== 'planned' ? undefined : confirmed ? 'hold' : 'confirm'
  const step = (to: Step) =>
    stepping.run({ id: activity.id, version: activity.version, step: to }, { onDone: () => void message.success(t(activityWords.saved)) })
  const items = [
    { key: 'change', label: t(activityWords.change), onClick: () => void navigate(`/events/${activity.id}/change`) },
    ...(next === 'confirm' ? [{ key: 'hold', label: t(stepWords.hold), onClick: () => step('hold') }] : []),
    ...(next === 'hold' ? [{ key: 'reopen', label: t(stepWords.reopen), onClick: () => step('reopen') }] : []),
    { key: 'copy', label: t(activityWords.copy), onClick: () => setCopying(true) },
    { key: 'service', label: t(activityWords.asService), onClick: () => void navigate(`/services/${activity.id}`) },
    activity.status === 'cancelled'
      ? { key: 'restore', label: t(stepWords.restore), onClick: () => setAsking('restore') }
      : { key: 'cancel', label: t(stepWords.cancel), onClick: () => setAsking('cancel') },
  ]
  return (
    <>
      <FailureNote failure={stepping.failure} onRetry={stepping.again} />
      <PaperButtons
        endpoint={printActivity}
        papers={(['plan', 'summary'] as const).map((paper) => ({
          name: t(activityPaperWords[paper]),
          inputFor: (format) => ({ id: activity.id, paper, format }),
        }))}
      />
      {mayWrite ? (
        <>
          {next === undefined ? null : (
            <Button type="primary" loading={stepping.busy} onClick={() => step(next)}>
              {t(stepWords[next])}
            </Button>
          )}
          <Dropdown trigger={['click']} placement="bottomRight" menu={{ items }}>
            <Button>
              {t(activityWords.more)} <Icon name="down" size={14} />
            </Button>
          </Dropdown>
          <StepDialog activity={activity} step={asking} onClose={() => setAsking(undefined)} />
          <CopyActivity activity={activity} open={copying} onClose={() => setCopying(false)} />
        </>
      ) : null}
    </>
  )
}
