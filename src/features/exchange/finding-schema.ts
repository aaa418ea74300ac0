import type { Place } from './book-schema.ts'

/** What a plan may say about a row, and how grave it is: an error keeps something out, a warning wants a look, a notice tells. */
export const findingSeverities = {
  // identity numbers
  id_missing: 'warning',
  id_full_width: 'notice',
  id_with_spaces: 'notice',
  id_lower_x: 'notice',
  id_15_digit: 'notice',
  id_leading_zeros_lost: 'warning',
  id_precision_damaged: 'warning',
  id_wrong_checksum: 'warning',
  id_wrong_length: 'warning',
  id_impossible: 'warning',
  id_belongs_to_other: 'warning',
  // what stands beside them
  birth_contradicts_id: 'warning',
  birth_impossible: 'warning',
  birth_without_day: 'notice',
  dead_on_register: 'warning',
  sex_contradicts_id: 'warning',
  age_contradicts_birth: 'warning',
  phone_wrong_length: 'warning',
  under_60: 'notice',
  household_number_missing: 'notice',
  household_unknown: 'warning',
  // one person twice
  duplicate_same_community: 'warning',
  duplicate_name_typo: 'warning',
  duplicate_damaged_id: 'warning',
  moved_between_communities: 'warning',
  // who is meant
  name_not_on_register: 'warning',
  name_ambiguous: 'warning',
  hints_contradict: 'warning',
  row_without_name: 'error',
  signed_in_twice: 'notice',
  // what any row may have wrong
  unreadable: 'warning',
  formula_error: 'warning',
  day_unreadable: 'error',
  day_vague: 'warning',
  day_impossible: 'error',
  day_missing: 'error',
  day_in_future: 'warning',
  required_empty: 'error',
  community_unknown: 'warning',
  community_not_in_project: 'warning',
  number_used_twice: 'warning',
  end_before_start: 'warning',
  outside_period: 'warning',
  service_unknown: 'error',
  reference_unknown: 'warning',
  name_contradicts_number: 'warning',
  status_unknown: 'warning',
  stated_count_differs: 'warning',
  sum_does_not_add_up: 'warning',
  // casework and scales
  case_not_accepted: 'notice',
  session_typed_twice: 'warning',
  scale_out_of_range: 'warning',
  // activities
  cancelled_activity: 'notice',
  planned_after_close: 'notice',
  planned_day_past: 'notice',
  signed_in_at_cancelled: 'warning',
  activity_only_in_sign_in: 'warning',
  // clinics
  bp_impossible: 'warning',
  bp_reversed: 'warning',
  glucose_impossible: 'warning',
  glucose_no_context: 'notice',
  pulse_impossible: 'warning',
  // goods
  goods_expired_when_handed_out: 'warning',
  stock_does_not_balance: 'warning',
  handed_out_more_than_received: 'warning',
  // visits and respite
  visit_not_met: 'notice',
  respite_cancelled: 'notice',
  // volunteers
  shift_no_show: 'notice',
  shift_overlaps: 'warning',
  shift_self_confirmed: 'warning',
  claimed_more_than_present: 'warning',
  no_check_out: 'warning',
  family_listed_twice: 'notice',
  guardian_consent_missing: 'warning',
  // linkages and crafts
  linkage_pending: 'notice',
  income_above_price: 'warning',
  sale_price_differs: 'notice',
  // money
  budget_line_overspent: 'warning',
  budget_line_above_cap: 'warning',
  expense_not_allowed: 'warning',
  invoice_used_twice: 'warning',
  project_period_differs: 'warning',
} as const satisfies Record<string, Severity>

type Severity = 'error' | 'warning' | 'notice'
export type FindingCode = keyof typeof findingSeverities

/** Something worth a person's look, at its place in a book. The texts are made of code and params by finding-words. */
export type Finding = Place & {
  readonly code: FindingCode
  readonly severity: Severity
  readonly field?: string
  /** What stands there. It may be an identity number: kept sealed. */
  readonly seen?: string
  readonly params: Readonly<Record<string, string | number>>
}
