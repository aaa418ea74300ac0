/**
 * How a figure stands against its target and the time that is over. `met`: the target is reached. `onTime`: as far as the
 * time, give or take a little. `behind`: less far. `missed`: the time is over and the target not reached.
 */
export type Standing = { readonly is: 'met' | 'onTime' | 'missed' } | { readonly is: 'behind'; readonly points: number }

/** Work does not come in evenly: so many percentage points behind the time are nothing to be told about. */
const patience = 5

/** Both in percent: how much of the target is done, and how much of the project's time is over. */
export function standingOf(percent: number, elapsedPercent: number): Standing {
  if (percent >= 100) return { is: 'met' }
  if (elapsedPercent >= 100) return { is: 'missed' }
  const points = elapsedPercent - percent
  return points > patience ? { is: 'behind', points: Math.round(points) } : { is: 'onTime' }
}

/** Whether somebody should look at it. */
export const isWanting = (standing: Standing): boolean => standing.is === 'behind' || standing.is === 'missed'
