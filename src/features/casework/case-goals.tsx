import { useWords } from '../../web/language/language.tsx'
import { Panel } from '../../web/ui/page.tsx'
import { RecordTable } from '../../web/ui/record-table.tsx'
import { caseWords } from './case-words.ts'
import { formOf } from './entry-rules.ts'
import type { CaseDetail } from './schema.ts'
import { attainmentWords } from './vocabulary-words.ts'

/** The goals of the plan that holds, with how far each was attained once the case is closed. */
export function CaseGoals({ found }: { found: CaseDetail }) {
  const t = useWords()
  const plan = formOf(found, 'plan')?.form.content
  if (plan === undefined) return null
  const closing = formOf(found, 'closing')?.form.content
  const attained = (id: string) => closing?.attained.find((one) => one.goalId === id)
  return (
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
    </Panel>
  )
}
