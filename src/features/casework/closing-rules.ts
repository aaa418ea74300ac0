import { daysBetween, type Day } from '../../kernel/day.ts'
import type { ClosingForm, Goal } from './form-schema.ts'
import type { NoteContent } from './session-schema.ts'
import type { Attainment, CloseReason } from './vocabulary-schema.ts'
import { attainmentWords } from './vocabulary-words.ts'

/** Whether a case closed for this reason is looked back on with the elder: not when the work broke off. */
export const closeNeedsElder = (reason: CloseReason): boolean =>
  reason === 'goals_met' || reason === 'project_over' || reason === 'beyond_us'

export type GoalLine = { goal: Goal; last: string; level: Attainment | null }

/** Each goal with where it began and where it last stood: from the closing form, or else from the last session that spoke of it. */
export function attainmentsOf(goals: readonly Goal[], notes: readonly NoteContent[], closing: ClosingForm | undefined): GoalLine[] {
  return goals.map((goal) => {
    const written = closing?.attained.find((one) => one.goalId === goal.id)
    if (written !== undefined) return { goal, last: written.last, level: written.level }
    const spoken = notes.flatMap((note) =>
      note.progress.filter((one) => one.goalId === goal.id && (one.value !== '' || one.level !== null)),
    )
    const value = spoken.findLast((one) => one.value !== '')?.value ?? ''
    return { goal, last: value, level: spoken.findLast((one) => one.level !== null)?.level ?? null }
  })
}

/** What is said of a need that a case's closing settles: its goals with how far each was attained. */
export function outcomeOf(goals: readonly Goal[], closing: ClosingForm, needId: string, number: string): string {
  const said = goals
    .filter((goal) => goal.needId === needId)
    .map((goal) => {
      const attained = closing.attained.find((one) => one.goalId === goal.id)
      return attained === undefined
        ? goal.text
        : [goal.text, attained.last, attainmentWords[attained.level].zh].filter((part) => part !== '').join('，')
    })
  return [`个案 ${number} 结案`, ...said].join('：').slice(0, 500)
}

/** A need as a closing left it: whoever changes it afterwards makes another version. */
export type SettledNeed = { readonly id: string; readonly version: number }

/** Needs that stand as a closing left them open again with it; those that somebody has changed since stay as they are. */
export function needsAfterUndo<Need extends SettledNeed>(
  settled: readonly SettledNeed[],
  standing: readonly Need[],
): { reopened: Need[]; left: Need[] } {
  const touched = standing.filter(({ id }) => settled.some((need) => need.id === id))
  const isAsLeft = (need: Need) => settled.some(({ id, version }) => id === need.id && version === need.version)
  return { reopened: touched.filter(isAsLeft), left: touched.filter((need) => !isAsLeft(need)) }
}

/** How long a case has lasted, in days, both ends included. */
export const lastedDays = (openedOn: Day | null, until: Day): number | null =>
  openedOn === null || until < openedOn ? null : daysBetween(openedOn, until) + 1

export type ScoreRow = { scale: string; score: number; day: Day | null; phase: 'before' | 'during' | 'after' }

/** The first and the last score of each scale: by phase where one is said, by day otherwise. */
export function beforeAfter(rows: readonly ScoreRow[]) {
  const scales = [...new Set(rows.map((row) => row.scale))].toSorted()
  return scales.flatMap((scale) => {
    const own = rows.filter((row) => row.scale === scale).toSorted((a, b) => rank(a).localeCompare(rank(b)))
    const [first] = own
    const last = own.length > 1 ? own.at(-1) : undefined
    return first === undefined ? [] : [{ scale, first: scored(first), last: last === undefined ? null : scored(last) }]
  })
}

const order = { before: '0', during: '1', after: '2' } as const
const rank = (row: ScoreRow): string => `${order[row.phase]}${row.day ?? ''}`
const scored = ({ score, day }: ScoreRow) => ({ score, day })
