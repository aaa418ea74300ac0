import { Link } from 'react-router'
import { useFormats, useWords } from '../../web/language/language.tsx'
import { Chip } from '../../web/ui/chip.tsx'
import { Entries } from '../../web/ui/entries.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { RecordTable } from '../../web/ui/record-table.tsx'
import { isSettled } from '../needs/need-rules.ts'
import { needStateWords } from '../needs/need-words.ts'
import { caseWords, formWords } from './case-words.ts'
import { formOf } from './entry-rules.ts'
import type { CaseDetail, CaseNeed } from './schema.ts'
import { attainmentWords } from './vocabulary-words.ts'

/** The plan that holds: need → goal → action → who → when, and how far each goal was attained once the case is closed. */
export function CaseGoals({ found }: { found: CaseDetail }) {
  const t = useWords()
  const { day } = useFormats()
  const plan = formOf(found, 'plan')?.form.content
  const closing = formOf(found, 'closing')?.form.content
  const attained = (id: string) => closing?.attained.find((one) => one.goalId === id)
  const needOf = (id: string | null) => found.needs.find((need) => need.id === id)
  const unplanned = found.needs.filter((need) => !isSettled(need.state) && plan?.goals.some((goal) => goal.needId === need.id) !== true)
  return (
    <>
      {plan === undefined ? null : (
        <Panel title={t(caseWords.goals)}>
          <p>
            <b>{plan.overall}</b>
          </p>
          <RecordTable
            name={t(caseWords.goals)}
            rows={plan.goals}
            keyOf={(goal) => goal.id}
            columns={[
              { title: caseWords.goal, cell: (goal) => goal.text, heads: true },
              ...(plan.goals.some((goal) => needOf(goal.needId) !== undefined)
                ? [
                    {
                      title: caseWords.need,
                      cell: (goal: { needId: string | null }) => <NeedOfGoal found={found} need={needOf(goal.needId)} />,
                    },
                  ]
                : []),
              { title: caseWords.baseline, cell: (goal) => goal.baseline || '—' },
              { title: caseWords.target, cell: (goal) => goal.target || '—' },
              { title: caseWords.last, cell: (goal) => attained(goal.id)?.last || '—' },
              {
                title: caseWords.attained,
                cell: (goal) => {
                  const level = attained(goal.id)?.level
                  return level === undefined ? '—' : t(attainmentWords[level])
                },
              },
            ]}
          />
          {plan.actions.length === 0 ? null : (
            <div style={{ marginTop: 12 }}>
              <RecordTable
                name={t(caseWords.actions)}
                rows={plan.actions}
                keyOf={(action) => action.id}
                columns={[
                  { title: formWords.actions, cell: (action) => action.text, heads: true },
                  { title: caseWords.goal, cell: (action) => plan.goals.find((goal) => goal.id === action.goalId)?.text ?? '—' },
                  { title: formWords.who, cell: (action) => action.who || '—' },
                  { title: formWords.howOften, cell: (action) => action.howOften || '—' },
                  { title: formWords.to, cell: (action) => (action.to === null ? '—' : day(action.to)), whole: true },
                ]}
              />
            </div>
          )}
        </Panel>
      )}
      {unplanned.length === 0 || found.personId === null || found.stage === 'closed' ? null : (
        <Panel title={t(caseWords.unplanned)}>
          <Entries
            rows={unplanned}
            keyOf={(need) => need.id}
            empty=""
            head={(need) => <Link to={`/people/${found.personId}?tab=needs`}>{need.statement}</Link>}
            more={(need) => need.goal ?? ''}
          />
        </Panel>
      )}
    </>
  )
}

function NeedOfGoal({ found, need }: { found: CaseDetail; need: CaseNeed | undefined }) {
  const t = useWords()
  if (need === undefined) return '—'
  const by = found.caseSessions.find((one) => one.id === need.metServiceId)
  return (
    <>
      {need.statement}{' '}
      <Chip tone={need.state === 'met' ? 'good' : need.state === 'notMet' ? 'bad' : 'calm'}>{t(needStateWords[need.state])}</Chip>
      {by?.ordinal === undefined || by.ordinal === null ? (
        need.metServiceId === null ? null : (
          <div>
            <Link to={`/services/${need.metServiceId}`}>{t(caseWords.needMetElse)}</Link>
          </div>
        )
      ) : (
        <div>
          <Link to={`/case-sessions/${by.id}`}>{t(caseWords.needMet, { n: by.ordinal })}</Link>
        </div>
      )}
    </>
  )
}
