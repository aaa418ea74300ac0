import type { MeasureKey } from './measure-schema.ts'
import type { Figure } from './schema.ts'

/** What a project is first asked about where no contract says it. */
const usual: readonly MeasureKey[] = [
  'direct_persons',
  'direct_times',
  'sessions',
  'groups',
  'group_members',
  'activities',
  'attendances',
  'clinic_days',
  'clinic_people',
  'goods_batches',
  'goods_people',
  'visits_door',
  'shifts',
  'linkages',
]

/** The figures that stand on the first page: those the contract asks for, or else the usual ones. */
export function mainFigures(figures: readonly Figure[]): readonly Figure[] {
  const asked = figures.filter((figure) => figure.target !== null)
  return asked.length > 0 ? asked : figures.filter((figure) => usual.includes(figure.key) && figure.value !== null)
}

/** Whether nothing has been counted yet. */
export const isEmpty = (figures: readonly Figure[]): boolean => figures.every((figure) => figure.value === null || figure.value === 0)
