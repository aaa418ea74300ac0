import type { Words } from '../../kernel/words.ts'
import { figureText } from '../publishing/figure-text-rules.ts'
import type { FigureRecord } from '../publishing/figure-record-schema.ts'

/** A frozen figure as it is said, in the unit that it was frozen with. */
export const textOfFigure = ({ value, decimals, unit, estimate }: Pick<FigureRecord, 'value' | 'decimals' | 'unit' | 'estimate'>): Words =>
  figureText({ value, decimals, unit, isEstimate: estimate !== null })
