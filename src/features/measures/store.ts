import type { Day } from '../../kernel/day.ts'
import type { DivisionCode, ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { listDivisions } from '../places/store.ts'
import type { Target } from '../projects/schema.ts'
import { listCommunities, listEstimates, listTargets } from '../projects/store.ts'
import { axisOf, type Point } from './axis-rules.ts'
import { countCells, emptyValueOf, nameOf, type CellAt, type MeasureCell } from './cell-store.ts'
import { measureKeys, measures } from './measure-list-rules.ts'
import type { MeasureKey } from './measure-schema.ts'
import { elapsedPercent, percentOf } from './progress-rules.ts'
import { findProject, type ProjectFacts } from './project-facts-store.ts'
import type { Cell, Figure, ProjectFigures } from './schema.ts'
import { divisionsAsCodes, isCountedFor, isWhole, monthsOf } from './scope-rules.ts'
import type { Dimension, Scope } from './scope-schema.ts'

/** One measure of a project: its value for the scope, and its values by each dimension that it is counted by. */
export type ListedFigure = {
  readonly key: MeasureKey
  readonly version: number
  /** Null where the measure is not counted by what the scope names, and for a mean or a percentage of nothing. */
  readonly value: number | null
  readonly by: Partial<Record<Dimension, { readonly at: string | null; readonly value: number | null }[]>>
}

/**
 * Every figure of a project in one go, each with its breakdowns; undefined when there is no such project. Communities,
 * months and homes are each counted for themselves, so persons do not add up over them. What comes to nought is not in
 * a breakdown.
 */
export async function listFigures(
  tx: Tx,
  tenantId: TenantId,
  projectId: ProjectId,
  scope: Scope = {},
  by: readonly Dimension[] = ['community', 'home', 'month'],
  keys: readonly MeasureKey[] = measureKeys,
): Promise<ListedFigure[] | undefined> {
  const project = await findProject(tx, tenantId, projectId)
  if (project === undefined) return undefined
  const cells = await countCells(tx, project, keys, scope, [[], ...by.map((dimension) => [dimension])])
  return keys.map((key) => ({
    key,
    version: measures[key].version,
    value: wholeOf(cells.get(key)),
    by: Object.fromEntries(
      by
        .filter((dimension) => isCountedFor(measures[key], scope, [dimension]))
        .map((dimension) => [dimension, alongOf(dimension, cells.get(key) ?? [])]),
    ),
  }))
}

const wholeOf = (cells: readonly MeasureCell[] | undefined): number | null =>
  cells?.find((cell) => Object.keys(cell.at).length === 0)?.value ?? null

const alongOf = (dimension: Dimension, cells: readonly MeasureCell[]) =>
  cells
    .flatMap(({ at, value }) => (at[dimension] === undefined ? [] : [{ at: at[dimension], value }]))
    .toSorted((a, b) => (a.at === null ? 1 : b.at === null ? -1 : a.at.localeCompare(b.at, 'en')))

/** The figures of a project against what its contract asks and the time that is over. Estimates stand apart. */
export async function showProject(tx: Tx, project: ProjectFacts, scope: Scope, today: Day): Promise<ProjectFigures> {
  const cells = await countCells(tx, project, measureKeys, scope, [[]])
  const targets = await listTargets(tx, project.tenantId, project.projectId)
  const basis = isWhole(scope) ? await listEstimates(tx, project.tenantId, project.projectId) : []
  const figureOf = (key: MeasureKey): Figure => {
    const value = wholeOf(cells.get(key))
    const target = isWhole(scope) ? targets.find((asked) => asked.measure === key) : undefined
    return { key, version: measures[key].version, value, target: target === undefined ? null : against(target, value) }
  }
  const isEstimate = (key: MeasureKey) => measures[key].over === 'estimate'
  return {
    projectId: project.projectId,
    name: project.name,
    startsOn: project.period.from,
    endsOn: project.period.to,
    elapsedPercent: elapsedPercent(project.period, today),
    figures: measureKeys.filter((key) => !isEstimate(key)).map(figureOf),
    estimates: measureKeys.filter(isEstimate).map((key) => ({
      ...figureOf(key),
      basis: basis.filter((line) => line.measure === key).map(({ basis, value, method }) => ({ basis, value, method })),
    })),
    unmeasured: targets
      .filter(({ measure }) => measure === null || !measureKeys.some((key) => key === measure))
      .map(({ wording, value, unit }) => ({ wording, value, unit })),
  }
}

const against = ({ wording, value, unit }: Target, done: number | null) => ({ wording, value, unit, percent: percentOf(done, value) })

export type Asked = {
  readonly measures: readonly MeasureKey[]
  readonly by: readonly Dimension[]
  readonly totals: boolean
  readonly scope: Scope
}
export type Breakdown = { axes: { by: Dimension; points: Point[] }[]; cells: Cell[]; uncounted: MeasureKey[] }

/** Several measures by several dimensions, as table and chart use them. */
export async function breakDown(tx: Tx, project: ProjectFacts, { measures: keys, by, totals, scope }: Asked): Promise<Breakdown> {
  const uncounted = keys.filter((key) => !isCountedFor(measures[key], scope, by))
  const counted = keys.filter((key) => !uncounted.includes(key))
  const found = await countCells(tx, project, counted, scope, totals ? subsetsOf(by) : [by])
  const cells = new Map<string, { at: CellAt; values: (number | null)[] }>()
  for (const key of counted)
    for (const { at, value } of found.get(key) ?? []) {
      const name = nameOf(at)
      const cell = cells.get(name) ?? { at, values: keys.map((each) => (uncounted.includes(each) ? null : emptyValueOf(each))) }
      for (const [i, each] of keys.entries()) if (each === key) cell.values[i] = value
      cells.set(name, cell)
    }
  return { axes: await axesOf(tx, project, by, scope, [...cells.values()]), cells: [...cells.values()], uncounted }
}

const subsetsOf = (by: readonly Dimension[]): Dimension[][] =>
  by.reduce<Dimension[][]>((sets, dimension) => sets.flatMap((set) => [[...set, dimension], set]), [[]])

async function axesOf(tx: Tx, project: ProjectFacts, by: readonly Dimension[], scope: Scope, cells: readonly { at: CellAt }[]) {
  const { tenantId, projectId, period } = project
  const placed = by.some((dimension) => ['community', 'town', 'home'].includes(dimension))
  const names = new Map((placed ? await listDivisions(tx, tenantId) : []).map(({ code, name }) => [String(code), name]))
  const ours = placed ? (await listCommunities(tx, tenantId, projectId)).map((community) => community.communityCode) : []
  const always: Partial<Record<Dimension, readonly string[]>> = {
    community: ours.filter((code) => isWithin(code, scope.places)),
    home: ours.filter((code) => isWithin(code, scope.homes)),
    month: monthsOf(period, scope),
  }
  return by.map((dimension) => {
    const found = new Set(cells.map(({ at }) => at[dimension]).filter((value) => value !== undefined))
    return { by: dimension, points: axisOf(dimension, always[dimension] ?? [], [...found], names) }
  })
}

function isWithin(code: DivisionCode, divisions: readonly DivisionCode[] | undefined): boolean {
  if (divisions === undefined) return true
  const { exact, ranges } = divisionsAsCodes(divisions)
  return exact.includes(code) || ranges.some(([first, last]) => first <= code && code <= last)
}
