import { activityMeasures } from './activity-measures-rules.ts'
import { caseworkMeasures } from './casework-measures-rules.ts'
import { clinicMeasures } from './clinic-measures-rules.ts'
import { craftMeasures } from './craft-measures-rules.ts'
import { goodsMeasures } from './goods-measures-rules.ts'
import { groupMeasures } from './group-measures-rules.ts'
import { linkageMeasures } from './linkage-measures-rules.ts'
import { measureKeySchema, type Measure, type MeasureKey } from './measure-schema.ts'
import { moneyMeasures } from './money-measures-rules.ts'
import { reachMeasures } from './reach-measures-rules.ts'
import { registerMeasures } from './register-measures-rules.ts'
import { respiteMeasures } from './respite-measures-rules.ts'
import { visitMeasures } from './visit-measures-rules.ts'
import { wishMeasures } from './wish-measures-rules.ts'
import { volunteerMeasures } from './volunteer-measures-rules.ts'

/** Every measure. A key without a definition does not compile. */
export const measures: Readonly<Record<MeasureKey, Measure>> = {
  ...reachMeasures,
  ...registerMeasures,
  ...caseworkMeasures,
  ...groupMeasures,
  ...activityMeasures,
  ...clinicMeasures,
  ...goodsMeasures,
  ...visitMeasures,
  ...volunteerMeasures,
  ...linkageMeasures,
  ...craftMeasures,
  ...respiteMeasures,
  ...wishMeasures,
  ...moneyMeasures,
}

export const measureKeys: readonly MeasureKey[] = measureKeySchema.options

/** Digits after the point that a measure's value is rounded to. */
export function decimalsOf(measure: Measure): 0 | 1 | 2 {
  switch (measure.counts) {
    case 'hours':
    case 'claimedHours':
    case 'percent':
      return 1
    case 'money':
    case 'mean':
    case 'quantity':
      return 2
    case 'services':
    case 'groups':
    case 'communities':
    case 'minutes':
    case 'unnamed':
    case 'cases':
    case 'persons':
    case 'attendances':
    case 'households':
    case 'homes':
    case 'organisations':
    case 'rows':
    case 'scores':
    case 'families':
    case 'lots':
    case 'wishes':
    case 'estimate':
      return 0
  }
}
