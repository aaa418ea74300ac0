import { Link, useParams } from 'react-router'
import { z } from 'zod'
import { useAsk } from '../../web/client/calls.ts'
import { useMay } from '../../web/client/mine.ts'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { AbsentPage } from '../../web/shell/absent-page.tsx'
import { AskedState } from '../../web/ui/asked-state.tsx'
import { Columns } from '../../web/ui/columns.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { Facts } from '../../web/ui/facts.tsx'
import { Page, Panel } from '../../web/ui/page.tsx'
import { ReferralState } from '../referrals/referral-state.tsx'
import { CaseActions } from './case-actions.tsx'
import { CaseCrises } from './case-crises.tsx'
import { CaseEco } from './case-eco.tsx'
import { CaseForms } from './case-forms.tsx'
import { CaseGoals } from './case-goals.tsx'
import { CasePrint } from './case-print.tsx'
import { CaseLine } from './case-line.tsx'
import { CaseScores } from './case-scores.tsx'
import { CaseSessions } from './case-sessions.tsx'
import { CaseState } from './case-state.tsx'
import { caseWords } from './case-words.ts'
import { lastedDays } from './closing-rules.ts'
import { openCase, type CaseDetail } from './schema.ts'
import { caseSourceSchema } from './vocabulary-schema.ts'
import { caseStepWords, closeReasonWords, riskWords, sourceWords } from './vocabulary-words.ts'

/** One case: where it stands, what is missing for the next step, and all that was written. */
export function CasePage() {
  const id = z.uuid().safeParse(useParams()['id'])
  return id.success ? <Case key={id.data} id={id.data} /> : <AbsentPage />
}

function Case({ id }: { id: string }) {
  const t = useWords()
  const mayWrite = useMay('casework.write')
  const asked = useAsk(openCase, { id })
  const found = asked.data
  return (
    <Page
      title={found === undefined ? t(caseWords.one) : (found.person ?? t(caseWords.unnamed))}
      about={found?.number}
      actions={
        found === undefined ? undefined : (
          <>
            {mayWrite ? <CaseActions found={found} /> : null}
            <CasePrint caseId={found.id} what="file" />
          </>
        )
      }
    >
      <AskedState asked={asked}>{(one) => <File found={one} mayWrite={mayWrite} />}</AskedState>
    </Page>
  )
}

function File({ found, mayWrite }: { found: CaseDetail; mayWrite: boolean }) {
  const t = useWords()
  return (
    <>
      <CaseLine found={found} />
      <Columns
        main={
          <>
            <CaseCrises found={found} mayWrite={mayWrite} />
            <CaseSessions found={found} />
            <CaseGoals found={found} />
            <CaseEco found={found} />
            {found.scores.length === 0 ? null : (
              <Panel title={t(caseWords.scores)}>
                <CaseScores scores={found.scores} />
              </Panel>
            )}
          </>
        }
        side={
          <>
            <CaseForms found={found} mayWrite={mayWrite} />
            <Basics found={found} />
            {found.referrals.length === 0 ? null : <Referred found={found} />}
            <Steps found={found} />
          </>
        }
      />
    </>
  )
}

function Basics({ found }: { found: CaseDetail }) {
  const t = useWords()
  const { day } = useFormats()
  const source = caseSourceSchema.safeParse(found.source)
  const lasted = lastedDays(found.openedOn, found.closedOn ?? found.lastDay)
  return (
    <Panel title={t(caseWords.one)}>
      <Facts
        facts={[
          [caseWords.state, <CaseState key="state" row={found} />],
          [
            caseWords.person,
            found.personId === null ? (
              found.person
            ) : (
              <Link key="person" to={`/people/${found.personId}`}>
                {found.person}
              </Link>
            ),
          ],
          [caseWords.community, found.communityName],
          [caseWords.source, source.success ? t(sourceWords[source.data]) : found.source],
          [caseWords.risk, found.risk === null ? null : t(riskWords[found.risk])],
          [caseWords.worker, found.worker],
          [caseWords.supervisor, found.supervisor],
          [caseWords.counsellor, found.counsellor],
          [caseWords.openedOn, found.openedOn === null ? null : day(found.openedOn)],
          [caseWords.closedOn, found.closedOn === null ? null : day(found.closedOn)],
          [caseWords.closeReason, found.closeReason === null ? null : t(closeReasonWords[found.closeReason])],
          [
            caseWords.consent,
            found.consent === null ? null : t(caseWords.consentGiven, { by: found.consent.givenBy, day: day(found.consent.givenOn) }),
          ],
        ]}
      />
      {found.problem === null ? null : <p>{t({ zh: '主要问题：{what}', en: 'Problem: {what}' }, { what: found.problem })}</p>}
      <p>
        {t(caseWords.meetings, { n: found.sessions })}
        {lasted === null ? '' : ` · ${t(caseWords.lasted, { n: lasted })}`}
      </p>
    </Panel>
  )
}

function Referred({ found }: { found: CaseDetail }) {
  const t = useWords()
  return (
    <Panel title={t(caseWords.referrals)}>
      <Entries
        rows={found.referrals}
        keyOf={(row) => row.id}
        empty=""
        head={(row) => (
          <>
            <Link to={`/referrals/${row.id}`}>{row.organisation}</Link> <ReferralState referral={row} />
          </>
        )}
      />
    </Panel>
  )
}

function Steps({ found }: { found: CaseDetail }) {
  const t = useWords()
  const { day } = useFormats()
  if (found.steps.length === 0) return null
  return (
    <Panel title={t(caseWords.steps)}>
      <Entries
        rows={found.steps}
        keyOf={(step) => step.id}
        empty=""
        head={(step) => (step.isUndone ? <s>{t(caseStepWords[step.step])}</s> : t(caseStepWords[step.step]))}
        more={(step) =>
          [day(step.on), step.by, step.note, step.isUndone ? t(caseWords.undone) : null, step.undoneWhy]
            .filter((part) => part !== null && part !== '')
            .join(' · ')
        }
      />
    </Panel>
  )
}
