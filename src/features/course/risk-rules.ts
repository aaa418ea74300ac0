import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { RiskState } from './risk-schema.ts'

export type RiskLevel = 'low' | 'middle' | 'high'

/** How likely × how bad, each from 1 to 3. */
export function levelOf(likelihood: number, impact: number): RiskLevel {
  const product = likelihood * impact
  return product >= 6 ? 'high' : product >= 3 ? 'middle' : 'low'
}

/** A risk happens or is over; what is over or has happened can be opened again. */
export function mayMove(from: RiskState, to: RiskState): Verdict {
  return from === to || (from === 'closed' && to === 'happened')
    ? no('course.riskState', {
        zh: '这条风险现在不能改成这个状态，请刷新后再看。',
        en: 'This risk cannot become that now. Reload to see where it stands.',
      })
    : yes()
}
