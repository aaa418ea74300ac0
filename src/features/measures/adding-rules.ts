import type { Measure } from './measure-schema.ts'

/**
 * Whether the figures of several communities or months may be added. What is counted once however often it comes
 * (persons, households, groups, organisations, communities) may not, nor may a mean or a percentage.
 */
export function addsUp(measure: Measure): boolean {
  switch (measure.counts) {
    case 'persons':
    case 'households':
    case 'homes':
    case 'organisations':
    case 'groups':
    case 'communities':
    case 'families':
    case 'mean':
    case 'percent':
      return false
    case 'services':
    case 'minutes':
    case 'quantity':
    case 'unnamed':
    case 'cases':
    case 'attendances':
    case 'hours':
    case 'claimedHours':
    case 'money':
    case 'rows':
    case 'scores':
    case 'lots':
    case 'wishes':
    case 'estimate':
      return true
  }
}
