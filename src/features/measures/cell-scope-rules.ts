import type { DivisionCode } from '../../kernel/ids.ts'
import type { Cell } from './schema.ts'
import { scopeSchema, type Dimension, type Scope } from './scope-schema.ts'

/**
 * The scope of one cell of a breakdown: what was asked for, narrowed to where the cell stands. Undefined where no scope
 * says it: what has no community, no day, no label, and the grade of a disability.
 */
export function scopeOfCell(asked: Scope, at: Cell['at']): Scope | undefined {
  const narrowed: Record<string, unknown> = { ...asked }
  for (const [dimension, value] of Object.entries(at)) {
    const part = value === null || !isDimension(dimension) ? undefined : partOf(dimension, value, asked)
    if (part === undefined) return undefined
    Object.assign(narrowed, part)
  }
  const scope = scopeSchema.safeParse(narrowed)
  return scope.success ? scope.data : undefined
}

type Part = Partial<Record<keyof Scope, unknown>>

const isDimension = (name: string): name is Dimension => name in parts
const partOf = (dimension: Dimension, value: string, asked: Scope): Part | undefined => parts[dimension](value, asked)

const parts: Record<Dimension, (value: string, asked: Scope) => Part | undefined> = {
  community: (value) => ({ places: [value] }),
  town: (value, { places }) => ({ places: within(value, places) }),
  home: (value) => ({ homes: [value] }),
  month: (value, { days }) => (days === undefined ? { months: monthAlone(value) } : { months: monthAlone(value), days }),
  line: (value) => ({ lines: [value] }),
  kind: (value) => ({ kinds: [value] }),
  label: (value) => ({ labels: [value] }),
  grade: () => undefined,
}

const monthAlone = (month: string): { from: string; to: string } => ({ from: month, to: month })

/** Of the places asked for, those in a town; the town itself when none of them is smaller. */
function within(town: string, places: readonly DivisionCode[] | undefined): readonly string[] {
  const inside = (places ?? []).filter((code) => code.startsWith(town))
  return inside.length === 0 ? [town] : inside
}
