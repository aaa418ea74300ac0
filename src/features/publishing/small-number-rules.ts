import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import { smallest } from '../disclosure/disclosure-schema.ts'
import { addsUp } from '../measures/adding-rules.ts'
import { measures } from '../measures/measure-list-rules.ts'
import type { MeasureKey } from '../measures/measure-schema.ts'
import { isWhole } from '../measures/scope-rules.ts'
import type { Scope } from '../measures/scope-schema.ts'

/** A figure that is about to be read by anybody. */
export type Cell = { readonly measure: MeasureKey; readonly scope: Scope; readonly value: number | null }

const namesPeople = (measure: MeasureKey): boolean =>
  !addsUp(measures[measure]) && ['persons', 'homes', 'households'].includes(measures[measure].counts)

/**
 * Whether figures may be published together. Only each cell by itself is looked at here: a part of a project with one to
 * four persons or households is refused.
 */
export function maySafelyPublish(cells: readonly Cell[]): Verdict {
  const small = cells.find(
    ({ measure, scope, value }) => namesPeople(measure) && !isWhole(scope) && value !== null && value > 0 && value < smallest,
  )
  return small === undefined
    ? yes()
    : no(
        'publishing.smallNumber',
        {
          zh: `“${measures[small.measure].name.zh}”在所选范围内不足${smallest}人（户），公开后可能认出是谁，请改用更大的范围。`,
          en: `“${measures[small.measure].name.en}” counts fewer than ${smallest} in this part of the project; readers could tell who they are. Use a wider scope.`,
        },
        { field: 'content', sort: 'invalid' },
      )
}
