import type { Day } from '../../kernel/day.ts'
import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { Target } from './schema.ts'

/** Whether a target makes sense: it has a bound, the lower below the upper, and was said by today. */
export function maySetTarget(target: Target, today: Day): Verdict {
  const { low, high, lowSecond, highSecond } = target
  if (low === null && high === null)
    return no('targets.noBound', { zh: '请至少填一个界限。', en: 'Give at least one bound.' }, { field: 'target.high', sort: 'invalid' })
  if ((low !== null && high !== null && low >= high) || (lowSecond !== null && highSecond !== null && lowSecond >= highSecond))
    return no(
      'targets.reversed',
      { zh: '下限应小于上限。', en: 'The lower bound must be below the upper.' },
      { field: 'target.low', sort: 'invalid' },
    )
  return target.saidOn > today
    ? no('targets.ahead', { zh: '日期不能在今天之后。', en: 'The day lies ahead.' }, { field: 'target.saidOn', sort: 'invalid' })
    : yes()
}
