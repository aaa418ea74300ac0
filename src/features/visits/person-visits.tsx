import { App, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { PersonId, ProjectId } from '../../kernel/ids.ts'
import { useAsk, useDo } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { ReasonDialog } from '../../web/ui/reason-dialog.tsx'
import { WithProject } from '../../web/ui/with-project.tsx'
import { kindWords } from '../ledger/kind-schema.ts'
import { StatusChip } from '../ledger/status-chip.tsx'
import { dutyWords } from './duty-words.ts'
import { EscalationPanel } from './escalation-panel.tsx'
import { ProblemList } from './problem-list.tsx'
import { showVisitsOfPerson, type VisitsOfPerson } from './record-schema.ts'
import { withdrawTier } from './schema.ts'
import { TierChip } from './tier-chip.tsx'
import { TierDialog } from './tier-dialog.tsx'
import { meansWords, tierWords } from './visit-schema.ts'
import { riskWords, visitWords } from './visit-words.ts'

/** A person's tier of risk, and everything about looking in on them, in the project that is worked on. */
export function PersonVisits({ person }: { person: { readonly id: PersonId } }) {
  return <WithProject>{(project) => <Visits key={project.id} projectId={project.id} personId={person.id} />}</WithProject>
}

function Visits({ projectId, personId }: { projectId: ProjectId; personId: PersonId }) {
  const asked = useAsk(showVisitsOfPerson, { projectId, personId })
  return <AskedState asked={asked}>{(shown) => <Shown projectId={projectId} personId={personId} shown={shown} />}</AskedState>
}

function Shown({ projectId, personId, shown }: { projectId: ProjectId; personId: PersonId; shown: VisitsOfPerson }) {
  const t = useWords()
  const { day } = useFormats()
  return (
    <>
      <Tier projectId={projectId} personId={personId} shown={shown} />
      <EscalationPanel escalations={shown.escalations} />
      {shown.problems.length === 0 ? null : (
        <Panel title={t(riskWords.problems)}>
          <ProblemList problems={shown.problems} empty="" linked />
        </Panel>
      )}
      <Panel title={t(riskWords.visits)}>
        <Entries
          rows={shown.visits}
          keyOf={(visit) => visit.id}
          empty={t(riskWords.visitsNone)}
          head={(visit) => (
            <>
              <Link to={`/visits/${visit.id}`}>
                {visit.day === null ? '—' : day(visit.day)} {visit.means === null ? t(kindWords[visit.kind]) : t(meansWords[visit.means])}
              </Link>{' '}
              {visit.status === 'held' ? null : <StatusChip status={visit.status} />}{' '}
              {visit.status === 'held' && !visit.seen ? <Chip tone="look">{t(riskWords.unseen)}</Chip> : null}{' '}
              {visit.problems === 0 ? null : <Chip tone="look">{t(riskWords.problemCount, { n: visit.problems })}</Chip>}
            </>
          )}
          more={(visit) => visit.worker}
        />
      </Panel>
    </>
  )
}

function Tier({ projectId, personId, shown }: { projectId: ProjectId; personId: PersonId; shown: VisitsOfPerson }) {
  const t = useWords()
  const { day } = useFormats()
  const { message } = App.useApp()
  const mayWrite = useMay('visits.write')
  const [deciding, setDeciding] = useState(false)
  const [back, setBack] = useState<string>()
  const withdrawing = useDo(withdrawTier)
  if (!shown.isOnDuty)
    return (
      <Panel title={t(riskWords.tier)}>
        <p>{t(riskWords.notOnDuty)}</p>
      </Panel>
    )
  const how = { days: shown.everyDays, face: shown.faceDays ?? 0 }
  return (
    <Panel
      title={t(riskWords.tier)}
      actions={mayWrite ? <Button onClick={() => setDeciding(true)}>{t(riskWords.decide)}</Button> : undefined}
    >
      <p>
        <TierChip tier={shown.tier} isDecided={shown.isDecided} /> {t(shown.faceDays === null ? riskWords.how : riskWords.howFace, how)}
        {shown.dueOn === null ? null : (
          <>
            {' '}
            {shown.overdueDays > 0 ? (
              <Chip tone="bad">{t(dutyWords.overdue, { days: shown.overdueDays })}</Chip>
            ) : (
              t(dutyWords.dueOn, { day: day(shown.dueOn) })
            )}
          </>
        )}
      </p>
      {shown.isDecided ? null : <p>{t(riskWords.notDecided)}</p>}
      <p>{t(riskWords.suggestion, { tier: t(tierWords[shown.suggestion.tier]) })}</p>
      {shown.suggestion.reasons.length === 0 ? (
        <p>{t(riskWords.noReason)}</p>
      ) : (
        <ul>
          {shown.suggestion.reasons.map((reason) => (
            <li key={reason.key}>
              <Chip>{t(tierWords[reason.tier])}</Chip> {t(reason.because)}
            </li>
          ))}
        </ul>
      )}
      {shown.decisions.length === 0 ? null : (
        <>
          <h3>{t(riskWords.history)}</h3>
          <Entries
            rows={shown.decisions}
            keyOf={(decision) => decision.id}
            empty=""
            head={(decision) =>
              t(riskWords.decidedBy, { day: day(decision.decidedOn), by: decision.decidedBy ?? '', tier: t(tierWords[decision.tier]) })
            }
            more={(decision) => (
              <>
                {decision.reason}
                {decision.reviewOn === null ? null : <> · {t(riskWords.reviewBy, { day: day(decision.reviewOn) })}</>}
                {decision.withdrawnReason === null ? null : <div>{t(riskWords.withdrawn, { reason: decision.withdrawnReason })}</div>}
              </>
            )}
            acts={(decision) =>
              decision.withdrawnReason !== null || !mayWrite ? null : (
                <Button size="small" onClick={() => setBack(decision.id)}>
                  {t(riskWords.withdraw)}
                </Button>
              )
            }
          />
        </>
      )}
      <TierDialog projectId={projectId} personId={personId} shown={shown} open={deciding} onClose={() => setDeciding(false)} />
      <ReasonDialog
        open={back !== undefined}
        of={back}
        title={t(riskWords.withdrawTitle)}
        about={t(riskWords.withdrawAbout)}
        action={t(riskWords.withdraw)}
        label={t(visitWords.reason)}
        doing={withdrawing}
        onReason={(reason) =>
          back === undefined
            ? undefined
            : withdrawing.run(
                { id: back, projectId, personId, reason },
                {
                  onDone: () => {
                    setBack(undefined)
                    void message.success(t(riskWords.saved))
                  },
                },
              )
        }
        onClose={() => setBack(undefined)}
      />
    </Panel>
  )
}
