import type { Permission } from '../../kernel/permission.ts'
import type { CountedMeasure } from './measure-schema.ts'
import type { AmountIn, MemberSort } from './schema.ts'

/** What a measure's members are. */
export function memberSortOf(measure: CountedMeasure): MemberSort {
  switch (measure.over) {
    case 'services':
      return measure.counts === 'groups' ? 'group' : measure.counts === 'communities' ? 'community' : 'service'
    case 'closedCases':
      return 'case'
    case 'attendance':
      if (measure.counts === 'persons') return 'person'
      return measure.counts === 'households' || measure.counts === 'homes' ? 'household' : 'attendance'
    case 'contributions':
      return measure.counts === 'organisations' ? 'organisation' : 'contribution'
    case 'register':
      if (measure.counts === 'persons') return 'person'
      return measure.counts === 'homes' ? 'household' : 'registration'
    case 'assessments':
      return 'assessment'
    case 'families':
      return 'family'
    case 'wishes':
      return 'wish'
    case 'stock':
      return 'lot'
    case 'budget':
      return 'budgetLine'
    case 'expenses':
      return 'expense'
    case 'estimate':
      return 'estimateLine'
  }
}

/** What the amounts of a measure's members are given in: exact, where the value is rounded in its own unit. */
export function amountInOf(measure: CountedMeasure): AmountIn | null {
  switch (measure.counts) {
    case 'minutes':
    case 'hours':
    case 'claimedHours':
      return 'minutes'
    case 'money':
      return 'fen'
    case 'quantity':
      return 'quantity'
    case 'unnamed':
      return 'heads'
    case 'mean':
      return 'score'
    case 'estimate':
      return 'estimate'
    case 'services':
    case 'groups':
    case 'communities':
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
      return null
  }
}

/**
 * The permission whose reach decides which members are listed. Persons are seen where they live, services where they
 * are done; what names nobody is seen by whoever sees the figure.
 */
export const permissionToSee: Record<MemberSort, Permission> = {
  person: 'people.read',
  attendance: 'people.read',
  household: 'people.read',
  case: 'people.read',
  registration: 'people.read',
  assessment: 'people.read',
  family: 'people.read',
  service: 'services.read',
  group: 'services.read',
  contribution: 'services.read',
  organisation: 'organisations.read',
  community: 'figures.read',
  wish: 'wishes.read',
  lot: 'figures.read',
  budgetLine: 'figures.read',
  expense: 'figures.read',
  estimateLine: 'figures.read',
}
