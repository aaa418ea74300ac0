import type { Day } from '../../kernel/day.ts'
import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { Merit, MeritKind } from './merit-schema.ts'

/**
 * What order 67 asks to be known beside a name and a day: of training its content, its length and who held it (article 8),
 * of an award who gave it (article 9). Of an evaluation (article 10) name and day are all.
 */
export const askedOf: Record<MeritKind, readonly ('content' | 'minutes' | 'givenBy')[]> = {
  training: ['content', 'minutes', 'givenBy'],
  award: ['givenBy'],
  evaluation: [],
}

const missing = {
  minutes: no(
    'merit.minutes',
    { zh: '培训须写学习时长。', en: 'Say how long the training took.' },
    { field: 'merit.minutes', sort: 'invalid' },
  ),
  givenBy: no(
    'merit.givenBy',
    { zh: '须写举办或授予的单位。', en: 'Say who held it or gave it.' },
    { field: 'merit.givenBy', sort: 'invalid' },
  ),
} as const

/** Whether it may stand on the record like this. Content may follow later: the export says where it is missing. */
export function checkMerit(merit: Merit, today: Day): Verdict {
  if (merit.day > today)
    return no('merit.ahead', { zh: '日期还没有到，请核对。', en: 'That day lies ahead.' }, { field: 'merit.day', sort: 'invalid' })
  for (const field of ['minutes', 'givenBy'] as const)
    if (askedOf[merit.kind].includes(field) && (merit[field] === null || merit[field] === '' || merit[field] === 0)) return missing[field]
  return merit.kind !== 'training' && merit.minutes !== null
    ? no(
        'merit.onlyTraining',
        { zh: '学习时长只属于培训。', en: 'Only training has minutes of learning.' },
        { field: 'merit.minutes', sort: 'invalid' },
      )
    : yes()
}
