// Made by `npm run tables` from the migrated schema. Do not edit.

import type { ColumnType } from 'kysely'
import type { Day } from '../kernel/day.ts'
import type { AccountId, AttendanceId, DivisionCode, EvidenceId, HouseholdId, ImportId, OrganisationId, PersonId, ProjectId, ServiceId } from '../kernel/ids.ts'

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Int8 = ColumnType<number, number, number>;

export type Json = JsonValue;

export type JsonArray = JsonValue[];

export type JsonObject = {
  [x: string]: JsonValue | undefined;
};

export type JsonPrimitive = boolean | number | string | null;

export type JsonValue = JsonArray | JsonObject | JsonPrimitive;

export type Numeric = ColumnType<number, number | string, number | string>;

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface AcceptancePack {
  bytes: Int8;
  day: Day;
  files: number;
  id: string;
  made_at: Timestamp;
  made_by: string;
  manifest_sha256: string;
  named: boolean;
  project_id: ProjectId;
  sha256: string;
  tenant_id: number;
}

export interface AcceptancePackPiece {
  pack_id: string;
  position: number;
  sealed: Buffer;
  tenant_id: number;
}

export interface Account {
  created_at: Generated<Timestamp>;
  display_name: string;
  id: AccountId;
  language: Generated<'zh-CN' | 'zh-Hant' | 'en'>;
  must_change_password: Generated<boolean>;
  name: string;
  organisation_id: OrganisationId | null;
  password_hash: string;
  person_id: PersonId | null;
  state: Generated<'active' | 'disabled'>;
  tenant_id: number;
}

export interface ActivityPlan {
  audience: string | null;
  background: string | null;
  budget: Generated<Json>;
  capacity: number | null;
  confirmed_at: Timestamp | null;
  confirmed_by: string | null;
  contingency: Generated<Json>;
  duties: Generated<Json>;
  expected: number | null;
  for_elders: Generated<boolean>;
  goal: string | null;
  guardian: Json | null;
  program: Generated<Json>;
  series_id: string | null;
  service_id: ServiceId;
  summarised_at: Timestamp | null;
  summarised_by: string | null;
  summary: Json | null;
  supplies: Generated<Json>;
  tenant_id: number;
  version: Generated<number>;
}

export interface Assessment {
  assessed_by: string | null;
  band: string | null;
  community_code: DivisionCode | null;
  created_at: Generated<Timestamp>;
  day: Day | null;
  id: string;
  occasion: string | null;
  person_id: PersonId;
  phase: 'before' | 'during' | 'after';
  project_id: ProjectId;
  recorded_person_id: PersonId;
  scale: string;
  scale_version: string;
  score: Numeric | null;
  service_id: ServiceId | null;
  sheet_sealed: Buffer | null;
  tenant_id: number;
  version: Generated<number>;
  withdrawn_at: Timestamp | null;
  withdrawn_by: string | null;
  withdrawn_reason: string | null;
}

export interface AssessmentVersion {
  assessment_id: string;
  changed_at: Generated<Timestamp>;
  changed_by: string | null;
  earlier_sealed: Buffer;
  reason: string;
  tenant_id: number;
  version: number;
}

export interface Attendance {
  certainty: 'number' | 'name' | 'unresolved';
  checked_in_at: Timestamp | null;
  checked_in_by: string | null;
  checked_in_means: 'screen' | 'card' | 'list' | 'name' | 'paper' | 'self' | null;
  confirmed_by: string | null;
  household_id: HouseholdId | null;
  id: AttendanceId;
  minutes: number | null;
  minutes_claimed: number | null;
  part: 'beneficiary' | 'carer' | 'volunteer' | 'worker' | 'partner' | 'child';
  person_id: PersonId | null;
  recorded_person_id: PersonId | null;
  repeats: Generated<boolean>;
  service_id: ServiceId;
  tenant_id: number;
  written_hints: string | null;
  written_name: string | null;
}

export interface BudgetLine {
  amount_fen: Int8;
  cap_percent: Numeric | null;
  id: string;
  name: string;
  position: number;
  project_id: ProjectId;
  tenant_id: number;
}

export interface Bulletin {
  approved_by: string | null;
  changed_at: Generated<Timestamp>;
  content: Json;
  created_at: Generated<Timestamp>;
  edition: Generated<number>;
  editors: Generated<string[]>;
  hash: string | null;
  id: string;
  project_id: ProjectId;
  published_at: Timestamp | null;
  published_by: string | null;
  reason: string | null;
  series_id: string;
  state: 'draft' | 'submitted' | 'approved' | 'published' | 'withdrawn';
  submitted_by: string | null;
  tenant_id: number;
  version: Generated<number>;
}

export interface CalendarFeed {
  account_id: AccountId;
  community_code: DivisionCode | null;
  ended_at: Timestamp | null;
  fetched_at: Timestamp | null;
  id: string;
  made_at: Generated<Timestamp>;
  project_id: ProjectId | null;
  tenant_id: number;
  token_hash: Buffer;
}

export interface CarerRelation {
  carer_id: PersonId;
  elder_id: PersonId | null;
  elder_name: string;
  end_reason: string | null;
  ended_on: Day | null;
  id: string;
  number: string | null;
  project_id: ProjectId;
  recorded_person_id: PersonId;
  relation: string | null;
  tenant_id: number;
}

export interface CaseComment {
  body_sealed: Buffer | null;
  case_id: string;
  form_id: string | null;
  id: string;
  kind: 'comment' | 'returned' | 'approved';
  made_at: Generated<Timestamp>;
  made_by: string;
  service_id: ServiceId | null;
  tenant_id: number;
}

export interface CaseCrisis {
  case_id: string;
  content_sealed: Buffer;
  ended_by: string | null;
  ended_on: Day | null;
  id: string;
  level: 'high' | 'crisis';
  outcome_sealed: Buffer | null;
  raised_at: Generated<Timestamp>;
  raised_by: string;
  raised_on: Day;
  tenant_id: number;
}

export interface CaseFile {
  close_reason: string | null;
  closed_on: Day | null;
  consent_id: string | null;
  counsellor: string | null;
  id: string;
  note: string | null;
  number: string;
  opened_on: Day | null;
  opening_service_id: ServiceId;
  person_id: PersonId | null;
  problem: string | null;
  project_id: ProjectId;
  recorded_person_id: PersonId | null;
  risk: 'usual' | 'watch' | 'high' | 'crisis' | null;
  source: string | null;
  stage: 'intake' | 'assessment' | 'plan' | 'intervention' | 'evaluation' | 'closed' | 'not_accepted' | null;
  state: 'not_accepted' | 'open' | 'closed';
  supervisor_id: string | null;
  suspended_on: Day | null;
  tenant_id: number;
  version: Generated<number>;
  worker: string | null;
  worker_id: string | null;
  written_by: string | null;
}

export interface CaseForm {
  case_id: string;
  content_sealed: Buffer;
  id: string;
  kind: 'intake' | 'assessment' | 'plan' | 'stage_evaluation' | 'closing' | 'follow_up';
  ordinal: number;
  review: Generated<'waiting' | 'returned' | 'approved'>;
  tenant_id: number;
  written_at: Generated<Timestamp>;
  written_by: string;
}

export interface CaseSignature {
  form_id: string;
  id: string;
  method: 'drawn' | 'paper';
  name_sealed: Buffer;
  party: 'elder' | 'worker';
  picture_sealed: Buffer | null;
  recorded_at: Generated<Timestamp>;
  recorded_by: string;
  signed_on: Day;
  tenant_id: number;
}

export interface CaseStep {
  before: Json;
  case_id: string;
  id: string;
  made_at: Generated<Timestamp>;
  made_by: string | null;
  made_on: Day;
  note_sealed: Buffer | null;
  step: 'opened' | 'accepted' | 'not_accepted' | 'planned' | 'agreed' | 'evaluated' | 'closed' | 'suspended' | 'resumed' | 'reopened';
  tenant_id: number;
  undone_at: Timestamp | null;
  undone_by: string | null;
  undone_note_sealed: Buffer | null;
}

export interface CaseworkSetting {
  project_id: ProjectId;
  record_days: number;
  tenant_id: number;
}

export interface ClinicFollowUp {
  attendance_id: AttendanceId;
  closed_by: string | null;
  closed_on: Day | null;
  closing_sealed: Buffer | null;
  community_code: DivisionCode | null;
  due_on: Day;
  findings: string[];
  id: string;
  level: 'note' | 'retest' | 'advise' | 'urgent' | 'emergency';
  opened_by: string | null;
  opened_on: Day;
  outcome: 'seen' | 'treated' | 'in_range' | 'refused' | 'not_found' | 'moved' | 'died' | 'not_needed' | null;
  project_id: ProjectId;
  service_id: ServiceId;
  tenant_id: number;
  told: Generated<boolean>;
  version: Generated<number>;
}

export interface ClinicFollowUpEntry {
  day: Day;
  follow_up_id: string;
  id: string;
  made_at: Generated<Timestamp>;
  made_by: string | null;
  means: 'phone' | 'visit' | 'clinic' | 'message';
  note_sealed: Buffer | null;
  result: 'went' | 'will_go' | 'not_gone' | 'in_range' | 'still_high' | 'not_reached';
  tenant_id: number;
}

export interface ClinicPlan {
  ended_at: Timestamp | null;
  ended_by: string | null;
  service_id: ServiceId;
  staff: string | null;
  stations: Json;
  tenant_id: number;
  version: Generated<number>;
}

export interface Consent {
  capacity: 'self' | 'guardian' | 'relative';
  given_by: string;
  given_on: Day;
  id: string;
  method: 'signature' | 'fingerprint' | 'spoken';
  notice_version: string;
  person_id: PersonId;
  purpose: string;
  tenant_id: number;
  withdrawn_on: Day | null;
  witness: string | null;
}

export interface Contact {
  id: string;
  name: string;
  person_id: PersonId;
  phone: string | null;
  relation: string | null;
  tenant_id: number;
}

export interface Contribution {
  given: 'host' | 'venue' | 'staff' | 'funds' | 'goods' | 'skill' | 'service' | 'time' | 'sale' | 'income';
  id: string;
  note: string | null;
  organisation_id: OrganisationId | null;
  party: 'community' | 'social_organisation' | 'social_worker' | 'volunteer' | 'charity' | 'government' | 'public';
  quantity: Numeric | null;
  service_id: ServiceId;
  tenant_id: number;
  unit: string | null;
  value_fen: Int8 | null;
}

export interface CraftPayment {
  acknowledged_by: string;
  acknowledged_how: 'screen' | 'paper' | 'fingerprint';
  amount_fen: Int8;
  id: string;
  kept_at: string | null;
  made_at: Generated<Timestamp>;
  made_by: string | null;
  means: 'transfer' | 'in_person';
  paid_on: Day;
  person_id: PersonId;
  project_id: ProjectId;
  recorded_person_id: PersonId;
  tenant_id: number;
  undone_at: Timestamp | null;
  undone_by: string | null;
  undone_reason: string | null;
}

export interface CraftPiece {
  consigned_to: string | null;
  craft: string | null;
  exhibition_id: string | null;
  note: string | null;
  number: string;
  price_fen: Int8 | null;
  project_id: ProjectId;
  service_id: ServiceId;
  share_basis_points: number | null;
  since: Day | null;
  state: Generated<'made' | 'consigned' | 'shown' | 'withdrawn'>;
  tenant_id: number;
}

export interface CraftSale {
  income_fen: Int8;
  payment_id: string | null;
  piece_id: string;
  price_fen: Int8;
  service_id: ServiceId;
  tenant_id: number;
  undone: Generated<boolean>;
}

export interface Division {
  code: DivisionCode;
  level: 'district' | 'street' | 'town' | 'community' | 'village';
  name: string;
  parent_code: DivisionCode | null;
  tenant_id: number;
  valid_from: Day;
  valid_to: Day | null;
}

export interface EstimateLine {
  basis: string;
  id: string;
  measure: string;
  method: string | null;
  position: number;
  project_id: ProjectId;
  tenant_id: number;
  value: Numeric;
}

export interface Evidence {
  added_at: Generated<Timestamp>;
  added_by: string | null;
  bytes: Int8;
  consent_covers_all: Generated<boolean>;
  faces: 'none' | 'recognisable' | null;
  file_name: string | null;
  height: number | null;
  id: EvidenceId;
  kind: 'photo' | 'signature' | 'sheet' | 'document';
  media_type: string;
  publishable: Generated<boolean>;
  removed_at: Timestamp | null;
  removed_by: string | null;
  removed_reason: string | null;
  sealed: Buffer;
  service_id: ServiceId;
  sha256: string;
  taken_at: Timestamp | null;
  taken_by: string | null;
  tenant_id: number;
  thumbnail_sealed: Buffer | null;
  title: string | null;
  version: Generated<number>;
  width: number | null;
}

export interface EvidenceConsent {
  evidence_id: EvidenceId;
  given_on: Day;
  id: string;
  method: 'signed' | 'fingerprint' | 'recorded' | 'witnessed' | 'guardian';
  named: string | null;
  person_id: PersonId | null;
  recorded_person_id: PersonId | null;
  tenant_id: number;
  withdrawn_on: Day | null;
}

export interface Expense {
  amount_fen: Int8;
  budget_line_id: string | null;
  handled_by: string | null;
  id: string;
  invoice: string | null;
  paid_by: 'transfer' | 'card' | 'cash' | null;
  payee: string | null;
  project_id: ProjectId;
  purpose: string | null;
  recorded_by: string | null;
  service_id: ServiceId | null;
  spent_on: Day;
  tenant_id: number;
  version: Generated<number>;
  voided_at: Timestamp | null;
  voided_by: string | null;
  voided_reason: string | null;
  voucher: string | null;
}

export interface ExpenseSignature {
  account_id: AccountId;
  expense_id: string;
  part: 'handled' | 'verified' | 'approved';
  signed: string;
  signed_at: Generated<Timestamp>;
  tenant_id: number;
}

export interface FrozenFigure {
  at: string;
  body: string;
  corrects: string | null;
  hash: string;
  id: string;
  measure: string;
  members_sha256: string | null;
  project_id: ProjectId;
  seq: Int8;
  set_id: string;
  tenant_id: number;
}

export interface FrozenMembers {
  members: string;
  sha256: string;
  tenant_id: number;
}

export interface FrozenSet {
  as_of: Timestamp;
  by_account: string;
  first_seq: Int8;
  id: string;
  last_seq: Int8;
  project_id: ProjectId;
  purpose: 'bulletin' | 'monthly' | 'midterm' | 'closing' | 'other' | 'correction';
  scope: string;
  tenant_id: number;
  title: string;
}

export interface GoodsHandOut {
  item: string | null;
  lot_id: string | null;
  lot_number: string | null;
  receipt: string | null;
  round_id: string | null;
  service_id: ServiceId;
  taken_by: string | null;
  taken_relation: string | null;
  tenant_id: number;
}

export interface GoodsHolding {
  lot_id: string;
  place: string;
  quantity: Numeric;
  tenant_id: number;
}

export interface GoodsLot {
  batch_code: string | null;
  category: 'food' | 'daily' | 'clothing' | 'bedding' | 'appliance' | 'aid' | 'other' | null;
  checked_by: string | null;
  condition: 'new' | 'good' | 'used' | null;
  donor_id: OrganisationId | null;
  donor_kind: 'organisation' | 'person' | 'anonymous' | null;
  donor_name: string | null;
  expires_on: Day | null;
  item: string;
  low_at: Numeric | null;
  may_be_named: boolean | null;
  number: string;
  project_id: ProjectId;
  quantity: Numeric;
  receipt_kind: 'invoice' | 'letter' | 'thanks' | 'waived' | 'anonymous' | null;
  receipt_number: string | null;
  received_by: string | null;
  restricted_to: string | null;
  service_id: ServiceId;
  spec: string | null;
  tenant_id: number;
  unit: string | null;
  unit_price_fen: Int8 | null;
  value_fen: Int8 | null;
  value_note: string | null;
  valued_by: 'invoice' | 'fair' | 'memo' | null;
}

export interface GoodsMovement {
  before_handed_out: Numeric;
  before_lost: Numeric;
  before_received: Numeric;
  before_seq: number | null;
  before_stock: Numeric;
  cause: 'donation' | 'book' | 'hand_out' | 'undone' | 'returned' | 'damaged' | 'expired' | 'missing' | 'found' | 'miscounted' | 'moved';
  day: Day;
  from_account: 'outside' | 'stock' | 'handed_out' | 'lost';
  from_place: string | null;
  handed_out: Numeric;
  id: string;
  lost: Numeric;
  lot_id: string;
  made_at: Generated<Timestamp>;
  made_by: string | null;
  quantity: Numeric;
  reason: string | null;
  received: Numeric;
  seq: number;
  service_id: ServiceId | null;
  stock: Numeric;
  tenant_id: number;
  to_account: 'outside' | 'stock' | 'handed_out' | 'lost';
  to_place: string | null;
  undoes: number | null;
}

export interface GoodsRecipient {
  added_by: string | null;
  household_id: HouseholdId | null;
  id: string;
  person_id: PersonId;
  recorded_person_id: PersonId;
  removed_reason: string | null;
  round_id: string;
  service_id: ServiceId | null;
  tenant_id: number;
}

export interface GoodsRound {
  closed_at: Timestamp | null;
  community_code: DivisionCode;
  created_at: Generated<Timestamp>;
  created_by: string | null;
  day: Day;
  each: Numeric;
  fits_use: Generated<boolean>;
  id: string;
  lot_id: string;
  place: string;
  project_id: ProjectId;
  sheet_kept_at: string | null;
  tenant_id: number;
  title: string;
  version: Generated<number>;
}

export interface GoodsStockCount {
  damaged: Numeric;
  handed_out: Numeric;
  id: string;
  item: string | null;
  lot_number: string;
  project_id: ProjectId;
  received: Numeric;
  remaining: Numeric;
  tenant_id: number;
}

export interface GoodsStockTake {
  cause: string | null;
  counted: Numeric;
  day: Day;
  expected: Numeric;
  id: string;
  lot_id: string;
  made_at: Generated<Timestamp>;
  made_by: string | null;
  place: string;
  reason: string | null;
  tenant_id: number;
}

export interface GroupMark {
  mark: 'present' | 'late' | 'left_early' | 'excused' | 'absent';
  member_id: string;
  service_id: ServiceId;
  tenant_id: number;
}

export interface GroupMember {
  group_id: string;
  id: string;
  joined_on: Day | null;
  leave_reason: string | null;
  left_on: Day | null;
  person_id: PersonId | null;
  recorded_person_id: PersonId | null;
  tenant_id: number;
  written_name: string;
}

export interface GroupSession {
  goal: string | null;
  group_id: string;
  ordinal: number;
  parts: Generated<Json | null>;
  phase: 'preparing' | 'beginning' | 'turning' | 'working' | 'ending' | null;
  record_sealed: Buffer | null;
  record_version: Generated<number | null>;
  service_id: ServiceId;
  tenant_id: number;
  topic: string | null;
}

export interface HardshipLabel {
  basis: string | null;
  category: string | null;
  code: string;
  end_reason: string | null;
  ended_on: Day | null;
  grade: number | null;
  id: string;
  person_id: PersonId;
  review_on: Day | null;
  source: string;
  started_on: Day | null;
  tenant_id: number;
}

export interface HealthHandOver {
  attendance_id: AttendanceId;
  explained_by: string | null;
  handed_at: Generated<Timestamp>;
  handed_by: string | null;
  id: string;
  quantity: number;
  supply_id: string;
  taken_by: string | null;
  tenant_id: number;
  undone_at: Timestamp | null;
  undone_by: string | null;
  undone_reason: string | null;
}

export interface HealthSupply {
  checked_by: string | null;
  checked_on: Day | null;
  expires_on: Day | null;
  kind: 'medicine' | 'glasses';
  lot: string | null;
  name: string;
  project_id: ProjectId;
  quantity: number;
  service_id: ServiceId;
  source_id: string;
  strength: string | null;
  tenant_id: number;
  unit: string;
  version: Generated<number>;
  withdrawn_reason: string | null;
}

export interface HealthTarget {
  doctor: string;
  end_reason: string | null;
  ended_on: Day | null;
  high: Numeric | null;
  high_second: Numeric | null;
  id: string;
  institution: string | null;
  low: Numeric | null;
  low_second: Numeric | null;
  measure: 'pressure' | 'glucose_fasting' | 'glucose_after_meal' | 'oxygen' | 'weight';
  person_id: PersonId;
  recorded_at: Generated<Timestamp>;
  recorded_by: string | null;
  recorded_person_id: PersonId;
  said_on: Day;
  tenant_id: number;
}

export interface Household {
  community_code: DivisionCode;
  created_at: Generated<Timestamp>;
  head_name: string | null;
  id: HouseholdId;
  number: string | null;
  tenant_id: number;
}

export interface Import {
  accepted_at: Timestamp | null;
  accepted_by: string | null;
  created_at: Generated<Timestamp>;
  created_by: string | null;
  id: ImportId;
  project_id: ProjectId;
  refusal: Json | null;
  state: 'received' | 'read' | 'accepted' | 'undone' | 'refused';
  summary: Json | null;
  tables: Json | null;
  tenant_id: number;
  undo_reason: string | null;
  undone_at: Timestamp | null;
  undone_by: string | null;
  unresolved_sealed: Buffer | null;
}

export interface ImportChange {
  before: Json;
  import_id: ImportId;
  key: string;
  position: Int8;
  record_id: string;
  table_name: string;
  tenant_id: number;
}

export interface ImportDecision {
  decided_at: Generated<Timestamp>;
  decided_by: string | null;
  person_id: PersonId | null;
  person_key: string | null;
  project_id: ProjectId;
  subject: string;
  tenant_id: number;
}

export interface ImportedRecord {
  added_by: string | null;
  entity: string;
  fingerprint: Buffer;
  import_id: ImportId;
  key: string;
  project_id: ProjectId;
  record_id: string;
  tenant_id: number;
}

export interface ImportFile {
  bytes: Int8;
  import_id: ImportId;
  name: string;
  position: number;
  sealed: Buffer;
  sha256: string;
  tenant_id: number;
}

export interface ImportFinding {
  code: string;
  column_name: string | null;
  field: string | null;
  file: string;
  import_id: ImportId;
  params: Generated<Json>;
  position: number;
  row: number | null;
  seen_sealed: Buffer | null;
  severity: 'error' | 'warning' | 'notice';
  sheet: string | null;
  tenant_id: number;
}

export interface ImportMapping {
  agency_id: OrganisationId | null;
  columns: Json;
  form: string;
  id: string;
  saved_at: Generated<Timestamp>;
  saved_by: string | null;
  signature: string;
  tenant_id: number;
}

export interface Linkage {
  answer: string | null;
  answered_on: Day | null;
  asked_on: Day;
  closed_on: Day | null;
  confirmed_as: 'self' | 'relative' | 'worker' | 'community' | 'group' | null;
  confirmed_by: string | null;
  confirmed_on: Day | null;
  created_at: Generated<Timestamp>;
  created_by: string | null;
  done_on: Day | null;
  id: string;
  linkage_need_id: string;
  project_id: ProjectId;
  quantity: Generated<number>;
  resource_id: string | null;
  service_id: ServiceId | null;
  state: 'asked' | 'accepted' | 'refused' | 'done' | 'confirmed' | 'closed' | 'withdrawn';
  tenant_id: number;
  version: Generated<number>;
  volunteer_id: string | null;
}

export interface LinkageNeed {
  community_code: DivisionCode;
  created_at: Generated<Timestamp>;
  created_by: string | null;
  days: Generated<number[]>;
  group_id: string | null;
  holder: 'person' | 'group' | 'community';
  id: string;
  kind: 'funds' | 'goods' | 'venue' | 'staff' | 'skill' | 'service' | 'time';
  need_id: string | null;
  needs_vetting: Generated<boolean>;
  parts: Generated<string[]>;
  person_id: PersonId | null;
  plan_id: string | null;
  priority: 'urgent' | 'high' | 'usual';
  project_id: ProjectId;
  quantity: Generated<number>;
  recorded_person_id: PersonId | null;
  skill: string | null;
  state: Generated<'open' | 'met' | 'withdrawn'>;
  state_reason: string | null;
  tenant_id: number;
  unit: string | null;
  version: Generated<number>;
  wanted_by: Day | null;
  words_sealed: Buffer;
}

export interface LinkagePair {
  giver_id: string;
  linkage_need_id: string;
  project_id: ProjectId;
  rule: 'pin' | 'forbid';
  set_at: Generated<Timestamp>;
  set_by: string | null;
  tenant_id: number;
}

export interface LinkagePlan {
  budget_fen: Int8 | null;
  created_at: Generated<Timestamp>;
  created_by: string | null;
  ends_on: Day | null;
  goal: string | null;
  id: string;
  lead_id: string | null;
  partners: string | null;
  project_id: ProjectId;
  starts_on: Day | null;
  state: Generated<'open' | 'done' | 'dropped'>;
  state_reason: string | null;
  tenant_id: number;
  title: string;
  version: Generated<number>;
}

export interface LinkageRun {
  as_of: Day;
  bound: number;
  community_code: DivisionCode | null;
  created_at: Generated<Timestamp>;
  created_by: string | null;
  id: string;
  millis: number;
  needs: number;
  objective: number;
  per_volunteer: number;
  project_id: ProjectId;
  rows: Json;
  tenant_id: number;
  unmet: Json;
}

export interface LinkageStep {
  at: Generated<Timestamp>;
  by_account: string | null;
  from_state: string | null;
  id: string;
  linkage_id: string;
  on_day: Day;
  reason: string | null;
  tenant_id: number;
  to_state: string;
}

export interface LinkHost {
  added_at: Generated<Timestamp>;
  added_by: string | null;
  host: string;
  tenant_id: number;
}

export interface MarkedDay {
  changed_at: Generated<Timestamp>;
  changed_by: string | null;
  day: Day;
  name: string;
  sort: 'holiday' | 'worked' | 'ordinary' | 'noted';
  tenant_id: number;
}

export interface Need {
  assessment_id: string | null;
  created_at: Generated<Timestamp>;
  created_by: string | null;
  domain_id: string | null;
  id: string;
  met_service_id: string | null;
  person_id: PersonId;
  priority: 'urgent' | 'high' | 'usual';
  project_id: ProjectId;
  recorded_person_id: PersonId;
  settled_on: Day | null;
  state: 'open' | 'inHand' | 'met' | 'notMet' | 'withdrawn';
  tenant_id: number;
  version: Generated<number>;
  words_sealed: Buffer;
}

export interface NeedAction {
  done_on: Day | null;
  due_on: Day;
  id: string;
  need_id: string;
  position: number;
  tenant_id: number;
  what_sealed: Buffer;
  who: string;
}

export interface NeedGoal {
  case_id: string | null;
  goal_id: string;
  linked_at: Generated<Timestamp>;
  need_id: string;
  tenant_id: number;
}

export interface NeedVersion {
  changed_at: Generated<Timestamp>;
  changed_by: string | null;
  earlier_sealed: Buffer;
  need_id: string;
  reason: string;
  tenant_id: number;
  version: number;
}

export interface Notice {
  account_id: AccountId;
  code: string;
  done_at: Timestamp | null;
  due_on: Day | null;
  given: Generated<Json>;
  id: string;
  made_at: Generated<Timestamp>;
  matter: string;
  project_id: ProjectId | null;
  read_at: Timestamp | null;
  subject: string | null;
  tenant_id: number;
  urgency: 'now' | 'soon' | 'calm';
  words: Json;
}

export interface Operation {
  account_id: AccountId;
  answer: Json;
  at: Generated<Timestamp>;
  endpoint: string;
  id: string;
  input_hash: Buffer;
  tenant_id: number;
}

export interface Organisation {
  created_at: Generated<Timestamp>;
  credit_code: string | null;
  division_code: DivisionCode | null;
  ended_on: Day | null;
  id: OrganisationId;
  kind: string | null;
  name: string;
  party: 'community' | 'social_organisation' | 'social_worker' | 'volunteer' | 'charity' | 'government';
  phone: string | null;
  tenant_id: number;
  version: Generated<number>;
}

export interface Person {
  address: string | null;
  birth_date: Day | null;
  birth_date_from: 'number' | 'stated' | null;
  birthday_calendar: Generated<'solar' | 'lunar'>;
  community_code: DivisionCode | null;
  created_at: Generated<Timestamp>;
  deceased_on: Day | null;
  ethnicity: string | null;
  household_id: HouseholdId | null;
  id: PersonId;
  id_number_index: Buffer | null;
  id_number_sealed: Buffer | null;
  id_number_state: Generated<'valid' | 'unverified' | 'damaged' | 'disputed' | 'missing' | 'refused'>;
  id_number_tail: string | null;
  living_with: string | null;
  lunar_day: number | null;
  lunar_leap: Generated<boolean>;
  lunar_month: number | null;
  merged_into: PersonId | null;
  name: string;
  note: string | null;
  other_phone: string | null;
  phone: string | null;
  phone_tail: string | null;
  pinyin: string;
  sex: Generated<'unknown' | 'male' | 'female'>;
  tenant_id: number;
  updated_at: Generated<Timestamp>;
  version: Generated<number>;
}

export interface PersonDistinct {
  decided_at: Generated<Timestamp>;
  decided_by: string | null;
  first_id: PersonId;
  reason: string | null;
  second_id: PersonId;
  tenant_id: number;
}

export interface PersonMerge {
  id: string;
  kept_id: PersonId;
  merged_at: Generated<Timestamp>;
  merged_by: string | null;
  merged_id: PersonId;
  reason: string;
  tenant_id: number;
  undone_at: Timestamp | null;
  undone_by: string | null;
}

export interface PersonPart {
  id: string;
  organisation_id: OrganisationId | null;
  part: 'elder' | 'carer' | 'volunteer' | 'worker';
  person_id: PersonId;
  since: Day | null;
  tenant_id: number;
  until: Day | null;
}

export interface PersonTerm {
  person_id: PersonId;
  tenant_id: number;
  term: string;
}

export interface Programme {
  community_code: DivisionCode;
  copied_from: string | null;
  created_at: Generated<Timestamp>;
  id: string;
  project_id: ProjectId;
  state: 'draft' | 'active' | 'ended';
  tenant_id: number;
  version: Generated<number>;
}

export interface ProgrammeMark {
  added_at: Generated<Timestamp>;
  added_by: string | null;
  id: string;
  programme_id: string;
  sealed: Buffer;
  tenant_id: number;
}

export interface ProgrammeService {
  added_at: Generated<Timestamp>;
  added_by: string | null;
  programme_id: string;
  removed_at: Timestamp | null;
  removed_by: string | null;
  removed_reason: string | null;
  service_id: ServiceId;
  tenant_id: number;
}

export interface ProgrammeVersion {
  act: 'begun' | 'copied' | 'changed' | 'stepped' | 'restored' | 'marked' | 'started' | 'ended' | 'reopened' | 'backToDraft';
  content: Json;
  made_at: Generated<Timestamp>;
  made_by: string | null;
  programme_id: string;
  reason: string | null;
  tenant_id: number;
  version: number;
}

export interface Project {
  agency_id: OrganisationId | null;
  budget_fen: Int8 | null;
  closed_on: Day | null;
  created_at: Generated<Timestamp>;
  ends_on: Day;
  funder_id: OrganisationId | null;
  id: ProjectId;
  name: string;
  served: string | null;
  starts_on: Day;
  tenant_id: number;
  version: Generated<number>;
  wish_claim_days: Generated<number>;
  wish_limit_fen: Generated<Int8>;
}

export interface ProjectChange {
  asked_at: Generated<Timestamp>;
  asked_by: string;
  basis: string | null;
  decided_at: Timestamp | null;
  decided_by: string | null;
  decided_reason: string | null;
  earlier: Json | null;
  id: string;
  number: number;
  project_id: ProjectId;
  reason: string;
  reverses_id: string | null;
  state: 'asked' | 'approved' | 'refused' | 'withdrawn';
  tenant_id: number;
  version: Generated<number>;
  what: Json;
}

export interface ProjectCommunity {
  community_code: DivisionCode;
  programme_for: string | null;
  programme_name: string | null;
  project_id: ProjectId;
  tenant_id: number;
}

export interface ProjectCourse {
  charity: 'none' | 'charity' | 'raising' | null;
  project_id: ProjectId;
  report_days: number;
  reports: 'monthly' | 'quarterly' | 'none';
  tenant_id: number;
  version: number;
}

export interface ProjectDuty {
  dismissed_reason: string | null;
  done_by: string | null;
  done_on: Day | null;
  due_on: Day | null;
  key: string;
  note: string | null;
  project_id: ProjectId;
  tenant_id: number;
  title: string | null;
  updated_at: Generated<Timestamp>;
  version: Generated<number>;
}

export interface ProjectFile {
  added_at: Generated<Timestamp>;
  added_by: string;
  bytes: Int8;
  duty_key: string | null;
  expense_id: string | null;
  file_name: string;
  id: string;
  media_type: string;
  project_id: ProjectId;
  removed_at: Timestamp | null;
  removed_reason: string | null;
  sealed: Buffer;
  sha256: string;
  tenant_id: number;
}

export interface ProjectNeed {
  answered_by: string | null;
  id: string;
  need: string;
  position: number;
  project_id: ProjectId;
  tenant_id: number;
}

export interface ProjectRisk {
  id: string;
  impact: number;
  likelihood: number;
  measure: string;
  owner: string;
  project_id: ProjectId;
  recorded_by: string;
  recorded_on: Day;
  state: 'open' | 'happened' | 'closed';
  tenant_id: number;
  title: string;
  version: Generated<number>;
}

export interface ProjectStep {
  about: 'expense' | 'duty' | 'risk';
  about_key: string;
  earlier: Json | null;
  id: string;
  project_id: ProjectId;
  reason: string | null;
  step: string;
  taken_at: Generated<Timestamp>;
  taken_by: string;
  tenant_id: number;
}

export interface PublishedBulletin {
  body: string;
  edition: number;
  hash: string;
  id: string;
  published_at: Timestamp;
  series_id: string;
  tenant_id: number;
  title: string;
}

export interface PublishedBulletinFigure {
  bulletin_id: string;
  figure_id: string;
  position: number;
  tenant_id: number;
}

export interface PublishedFigure {
  body: string;
  corrects: string | null;
  hash: string;
  id: string;
  published_at: Generated<Timestamp>;
  tenant_id: number;
}

export interface PublishedNotice {
  at: Generated<Timestamp>;
  bulletin_id: string;
  kind: 'corrected' | 'withdrawn';
  reason: string;
  successor_id: string | null;
  tenant_id: number;
}

export interface PublishedPicture {
  bulletin_id: string;
  bytes: Buffer;
  evidence_id: EvidenceId;
  height: number;
  sha256: string;
  tenant_id: number;
  width: number;
}

export interface PublishedResource {
  agreed_by: string;
  agreed_on: Day;
  body: Json;
  project_id: ProjectId;
  published_at: Generated<Timestamp>;
  published_by: string;
  resource_id: string;
  resource_version: number;
  tenant_id: number;
  valid_until: Day | null;
}

export interface PublishedWish {
  about: string | null;
  claimed_until: Day | null;
  code: string;
  id: string;
  published_at: Generated<Timestamp>;
  sort: string;
  state: 'open' | 'claimed' | 'done';
  tenant_id: number;
  title: string;
  town: string | null;
  value_fen: Int8;
}

export interface Reading {
  advice: string | null;
  attendance_id: AttendanceId;
  danger: Generated<string[]>;
  diastolic: number | null;
  glucose_context: string | null;
  glucose_mmol: Numeric | null;
  glucose_written: string | null;
  height_cm: Numeric | null;
  oxygen: number | null;
  pulse: number | null;
  refused: Json | null;
  second_diastolic: number | null;
  second_systolic: number | null;
  symptoms: string[] | null;
  systolic: number | null;
  temperature: Numeric | null;
  tenant_id: number;
  third_diastolic: number | null;
  third_systolic: number | null;
  waist_cm: Numeric | null;
  weight_kg: Numeric | null;
}

export interface ReadingPart {
  attendance_id: AttendanceId;
  part: 'pressure' | 'glucose' | 'oxygen' | 'temperature' | 'body' | 'symptoms';
  saved_at: Generated<Timestamp>;
  saved_by: string | null;
  tenant_id: number;
  version: Generated<number>;
}

export interface ReadingSharing {
  agreed: boolean;
  attendance_id: AttendanceId;
  capacity: 'self' | 'guardian' | 'relative';
  given_by: string;
  given_on: Day;
  method: 'signature' | 'fingerprint' | 'spoken';
  recorded_at: Generated<Timestamp>;
  recorded_by: string | null;
  tenant_id: number;
  witness: string | null;
}

export interface ReadingVersion {
  attendance_id: AttendanceId;
  changed_at: Generated<Timestamp>;
  changed_by: string | null;
  earlier: Json;
  part: string;
  reason: string;
  tenant_id: number;
  version: number;
}

export interface ReassessmentInterval {
  months: number;
  project_id: ProjectId;
  scale: string;
  tenant_id: number;
  version: Generated<number>;
}

export interface Referral {
  answer_sealed: Buffer | null;
  answered_by: string | null;
  answered_on: Day | null;
  answered_via: 'partner' | 'office' | null;
  case_id: string | null;
  community_code: DivisionCode | null;
  consent_id: string | null;
  content_sealed: Buffer;
  created_at: Generated<Timestamp>;
  due_on: Day | null;
  ended_on: Day | null;
  handed_fields: string[];
  handed_sealed: Buffer | null;
  id: string;
  organisation_id: OrganisationId;
  outcome_sealed: Buffer | null;
  person_id: PersonId;
  project_id: ProjectId;
  receiver: string | null;
  receiver_phone: string | null;
  recorded_person_id: PersonId;
  sent_by: string | null;
  sent_on: Day | null;
  service_id: ServiceId | null;
  state: 'draft' | 'sent' | 'accepted' | 'refused' | 'done' | 'withdrawn';
  tenant_id: number;
  updated_at: Generated<Timestamp>;
  version: Generated<number>;
  written_by: string;
}

export interface ReferralStep {
  id: string;
  made_at: Generated<Timestamp>;
  made_by: string | null;
  note_sealed: Buffer | null;
  referral_id: string;
  state_before: string | null;
  step: 'written' | 'changed' | 'consented' | 'sent' | 'accepted' | 'refused' | 'done' | 'withdrawn' | 'undone';
  tenant_id: number;
}

export interface Registration {
  community_code: DivisionCode | null;
  household_id: HouseholdId | null;
  id: string;
  note: string | null;
  number: string | null;
  part: 'elder' | 'carer' | 'volunteer' | 'worker';
  person_id: PersonId;
  project_id: ProjectId;
  recorded_person_id: PersonId;
  registered_on: Day | null;
  tenant_id: number;
}

export interface ReminderDay {
  day: Day;
  made_at: Generated<Timestamp>;
  tenant_id: number;
  told: Generated<number>;
}

export interface ReportTemplate {
  added_at: Timestamp;
  added_by: string;
  bytes: number;
  content: Buffer;
  format: 'word' | 'excel';
  id: string;
  name: string;
  removed_at: Timestamp | null;
  removed_reason: string | null;
  sha256: string;
  tenant_id: number;
}

export interface Resource {
  communities: Generated<string[]>;
  confirm_every: Generated<number>;
  confirmed_on: Day;
  content: string | null;
  created_at: Generated<Timestamp>;
  created_by: string | null;
  days: Generated<number[]>;
  end_reason: string | null;
  ended_on: Day | null;
  id: string;
  kind: 'funds' | 'goods' | 'venue' | 'staff' | 'skill' | 'service' | 'time';
  limits: string | null;
  organisation_id: OrganisationId | null;
  parts: Generated<string[]>;
  party: 'community' | 'social_organisation' | 'social_worker' | 'volunteer' | 'charity' | 'government';
  project_id: ProjectId;
  provider: string | null;
  quantity: number | null;
  skill: string | null;
  tenant_id: number;
  title: string;
  unit: string | null;
  valid_from: Day | null;
  valid_until: Day | null;
  version: Generated<number>;
}

export interface RespiteRecord {
  content: string | null;
  relieved_by: string | null;
  service_id: ServiceId;
  tenant_id: number;
}

export interface RespiteSlot {
  cover: 'worker' | 'family' | null;
  cover_name: string | null;
  created_at: Generated<Timestamp>;
  family_id: string | null;
  id: string;
  minutes: number | null;
  need: string | null;
  project_id: ProjectId;
  relation_id: string;
  service_id: ServiceId | null;
  starts_at: string | null;
  state: 'asked' | 'offered' | 'taken' | 'declined' | 'cancelled' | 'done';
  tenant_id: number;
  version: Generated<number>;
  wanted_on: Day;
}

export interface RespiteStep {
  id: string;
  reason: string | null;
  slot_id: string;
  state: string;
  taken_at: Generated<Timestamp>;
  taken_by: string | null;
  tenant_id: number;
}

export interface RiskFollowUp {
  assessment_id: string;
  contacted_on: Day;
  content_sealed: Buffer;
  id: string;
  next_contact_on: Day | null;
  tenant_id: number;
  written_at: Generated<Timestamp>;
  written_by: string | null;
}

export interface RiskProtocol {
  assessment_id: string;
  next_contact_on: Day;
  protocol_sealed: Buffer;
  tenant_id: number;
  written_at: Generated<Timestamp>;
  written_by: string | null;
}

export interface RiskTier {
  decided_at: Generated<Timestamp>;
  decided_by: string | null;
  decided_on: Day;
  id: string;
  person_id: PersonId;
  project_id: ProjectId;
  reason: string;
  recorded_person_id: PersonId;
  review_on: Day | null;
  suggested: 'general' | 'watched' | 'high' | 'crisis';
  tenant_id: number;
  tier: 'general' | 'watched' | 'high' | 'crisis';
  withdrawn_at: Timestamp | null;
  withdrawn_by: string | null;
  withdrawn_reason: string | null;
}

export interface RoleGrant {
  account_id: AccountId;
  community_code: DivisionCode | null;
  ended_at: Timestamp | null;
  granted_at: Generated<Timestamp>;
  granted_by: string | null;
  id: string;
  organisation_id: OrganisationId | null;
  project_id: ProjectId | null;
  role: string;
  tenant_id: number;
}

export interface ScaleText {
  changed_at: Generated<Timestamp>;
  changed_by: string | null;
  items: Json;
  options: Json;
  permission: string;
  scale: string;
  tenant_id: number;
  version: number;
}

export interface SchemaMigration {
  applied_at: Generated<Timestamp>;
  name: string;
  sha256: string;
}

export interface Service {
  community_code: DivisionCode | null;
  created_at: Generated<Timestamp>;
  created_by: string | null;
  day: Day | null;
  host_id: OrganisationId | null;
  id: ServiceId;
  kind: string;
  line: 'mental' | 'cultural' | 'physical' | 'living' | 'social';
  minutes: number | null;
  month: Generated<number | null>;
  note: string | null;
  number: string | null;
  part_of: ServiceId | null;
  place: string | null;
  project_id: ProjectId;
  quantity: Numeric | null;
  repeats: Generated<boolean>;
  starts_at: string | null;
  status: 'planned' | 'held' | 'cancelled' | 'failed';
  tenant_id: number;
  themes: Generated<string[]>;
  title: string | null;
  unit: string | null;
  unnamed_count: Generated<number>;
  updated_at: Generated<Timestamp>;
  version: Generated<number>;
  worker: string | null;
}

export interface ServiceVersion {
  changed_at: Generated<Timestamp>;
  changed_by: string | null;
  earlier: Json;
  reason: string;
  service_id: ServiceId;
  tenant_id: number;
  version: number;
}

export interface Session {
  account_id: AccountId;
  created_at: Generated<Timestamp>;
  device: Generated<string>;
  ended_at: Timestamp | null;
  expires_at: Timestamp;
  id: string;
  seen_at: Generated<Timestamp>;
  tenant_id: number;
  token_hash: Buffer;
}

export interface SessionCase {
  case_id: string;
  service_id: ServiceId;
  tenant_id: number;
}

export interface SessionNote {
  case_id: string | null;
  content_sealed: Buffer | null;
  counsellor: string | null;
  method: string | null;
  narrow: boolean | null;
  next_on: Day | null;
  next_plan_sealed: Buffer | null;
  ordinal: number | null;
  review: 'waiting' | 'returned' | 'approved' | null;
  service_id: ServiceId;
  summary_sealed: Buffer | null;
  tenant_id: number;
  version: Generated<number>;
  written_at: Timestamp | null;
  written_by: string | null;
}

export interface SessionNoteVersion {
  changed_at: Generated<Timestamp>;
  changed_by: string;
  content_sealed: Buffer | null;
  reason_sealed: Buffer;
  service_id: ServiceId;
  tenant_id: number;
  version: number;
}

export interface SignInFailure {
  account_name: string;
  at: Generated<Timestamp>;
  id: string;
  tenant_id: number;
}

export interface SignUp {
  added_at: Generated<Timestamp>;
  added_by: string | null;
  guardian_agreed: Generated<boolean>;
  id: string;
  note_sealed: Buffer | null;
  part: 'beneficiary' | 'carer' | 'volunteer' | 'worker' | 'partner' | 'child';
  person_id: PersonId;
  recorded_person_id: PersonId;
  service_id: ServiceId;
  state: 'going' | 'waiting' | 'withdrawn';
  tenant_id: number;
  withdrawn_reason: string | null;
}

export interface SupervisionRecord {
  content_sealed: Buffer;
  day: Day;
  form: 'individual' | 'group' | 'on_site';
  id: string;
  minutes: number;
  project_id: ProjectId;
  supervised: string[];
  supervisor_id: string;
  tenant_id: number;
  version: Generated<number>;
  written_at: Generated<Timestamp>;
}

export interface SupportGroup {
  achieved: string | null;
  aims: Generated<Json | null>;
  answers: number | null;
  budget: string | null;
  closed_on: Day | null;
  community_code: DivisionCode | null;
  cost_fen: Int8 | null;
  criteria: string | null;
  evaluation: string | null;
  frequency: string | null;
  goal: string | null;
  id: string;
  name: string;
  nature: string | null;
  number: string;
  place: string | null;
  planned_sessions: number | null;
  project_id: ProjectId;
  recruiting: string | null;
  reflection: string | null;
  risks: string | null;
  satisfied: number | null;
  size: number | null;
  tenant_id: number;
  theory: string | null;
  version: Generated<number>;
  worker: string | null;
}

export interface Target {
  id: string;
  measure: string | null;
  position: number;
  project_id: ProjectId;
  tenant_id: number;
  unit: string | null;
  value: Numeric;
  wording: string;
}

export interface TenantDirectory {
  code: string;
  created_at: Generated<Timestamp>;
  name: string;
  tenant_id: number;
}

export interface TimeAccount {
  balance: Generated<number>;
  id: string;
  kind: 'person' | 'pool' | 'source' | 'spent' | 'expired';
  person_id: PersonId | null;
  project_id: ProjectId;
  recorded_person_id: PersonId | null;
  tenant_id: number;
}

export interface TimeEntry {
  booked_at: Generated<Timestamp>;
  booked_by: string;
  from_account: string;
  id: string;
  kind: 'deposit' | 'redeem' | 'donate' | 'transfer_relative' | 'expire' | 'adjust';
  minutes: number;
  project_id: ProjectId;
  reason: string | null;
  tenant_id: number;
  to_account: string;
}

export interface Trail {
  account_id: AccountId | null;
  at: Timestamp;
  details: string;
  entry: string;
  hash: Buffer;
  lane: number;
  operation_id: string | null;
  previous: Buffer;
  reason: string | null;
  seq: Int8;
  subject: string | null;
  tenant_id: number;
}

export interface VisitCharge {
  assigned_at: Generated<Timestamp>;
  assigned_by: string | null;
  id: string;
  person_id: PersonId;
  project_id: ProjectId;
  recorded_person_id: PersonId;
  tenant_id: number;
  worker: string | null;
}

export interface VisitEscalation {
  closed_at: Timestamp | null;
  closed_by: string | null;
  closed_on: Day | null;
  closing_sealed: Buffer | null;
  id: string;
  opened_at: Generated<Timestamp>;
  opened_on: Day;
  outcome: 'seen' | 'safe' | 'hospital' | 'moved' | 'died' | 'mistake' | 'other' | null;
  person_id: PersonId;
  project_id: ProjectId;
  recorded_person_id: PersonId;
  service_id: ServiceId | null;
  tenant_id: number;
}

export interface VisitEscalationStep {
  escalation_id: string;
  id: string;
  said_sealed: Buffer | null;
  step: 'neighbour' | 'community' | 'family' | 'police';
  taken_at: Timestamp;
  taken_by: string | null;
  tenant_id: number;
}

export interface VisitPerson {
  id: string;
  person_id: PersonId;
  recorded_person_id: PersonId;
  seen: boolean;
  service_id: ServiceId;
  tenant_id: number;
}

export interface VisitProblem {
  found_sealed: Buffer;
  handled_sealed: Buffer | null;
  id: string;
  item: string;
  person_id: PersonId | null;
  recorded_person_id: PersonId | null;
  referred_to: string | null;
  service_id: ServiceId;
  settled_by: string | null;
  settled_on: Day | null;
  settled_sealed: Buffer | null;
  tenant_id: number;
  urgency: 'routine' | 'soon' | 'urgent';
}

export interface VisitRecord {
  checks: Generated<Json>;
  handled: string | null;
  informant: string | null;
  means: string;
  met: boolean;
  note_sealed: Buffer | null;
  problem: string | null;
  service_id: ServiceId;
  tenant_id: number;
  visitor: string | null;
}

export interface VisitSetting {
  changed_at: Generated<Timestamp>;
  changed_by: string | null;
  project_id: ProjectId;
  settings: Json;
  tenant_id: number;
  version: Generated<number>;
}

export interface VisitVersion {
  earlier: Json;
  service_id: ServiceId;
  tenant_id: number;
  version: number;
}

export interface Volunteer {
  agreed_on: Day | null;
  areas: string | null;
  availability: string | null;
  data_consent_on: Day | null;
  end_reason: string | null;
  ended_on: Day | null;
  family_number: string | null;
  guardian_consent: boolean | null;
  guardian_consent_on: Day | null;
  guardian_name: string | null;
  guardian_relation: string | null;
  id: string;
  insurance: string | null;
  insured_until: Day | null;
  joined_on: Day | null;
  note: string | null;
  number: string | null;
  person_id: PersonId;
  project_id: ProjectId;
  recorded_person_id: PersonId;
  risks_told_on: Day | null;
  service_kinds: string | null;
  skills: string | null;
  tenant_id: number;
  version: Generated<number>;
  vetted_by: string | null;
  vetted_on: Day | null;
  vetted_until: Day | null;
}

export interface VolunteerFamily {
  community_code: DivisionCode | null;
  contact_name: string | null;
  contact_phone: string | null;
  end_reason: string | null;
  ended_on: Day | null;
  id: string;
  joined_on: Day | null;
  name: string | null;
  note: string | null;
  number: string;
  project_id: ProjectId;
  size: number | null;
  tenant_id: number;
  version: Generated<number>;
  vetted_by: string | null;
  vetted_on: Day | null;
  vetted_until: Day | null;
}

export interface VolunteerMerit {
  content: string | null;
  day: Day;
  given_by: string | null;
  id: string;
  kind: 'training' | 'award' | 'evaluation';
  minutes: number | null;
  person_id: PersonId;
  project_id: ProjectId;
  recorded_person_id: PersonId;
  removed_at: Timestamp | null;
  removed_reason: string | null;
  tenant_id: number;
  title: string;
  version: Generated<number>;
}

export interface VolunteerMeritVersion {
  merit: Json;
  merit_id: string;
  reason: string;
  replaced_at: Generated<Timestamp>;
  replaced_by: string;
  tenant_id: number;
  version: number;
}

export interface VolunteerQuery {
  accepted: boolean | null;
  answer: string | null;
  asked_at: Generated<Timestamp>;
  decided_at: Timestamp | null;
  decided_by: string | null;
  id: string;
  person_id: PersonId;
  project_id: ProjectId;
  recorded_person_id: PersonId;
  service_id: ServiceId | null;
  tenant_id: number;
  text: string;
}

export interface VolunteerSettings {
  project_id: ProjectId;
  settings: Json;
  tenant_id: number;
  version: Generated<number>;
}

export interface VolunteerSheet {
  code_hash: Buffer;
  code_sealed: Buffer;
  content_hash: Buffer;
  from_day: Day | null;
  id: string;
  issued_at: Generated<Timestamp>;
  issued_by: string;
  issuer: string;
  merit_ids: Generated<string[]>;
  minutes: number;
  person_id: PersonId;
  project_id: ProjectId;
  recorded_person_id: PersonId;
  revoke_reason: string | null;
  revoked_at: Timestamp | null;
  revoked_by: string | null;
  service_ids: string[];
  shifts: number;
  tenant_id: number;
  to_day: Day | null;
}

export interface VolunteerShift {
  back_entry_reason: string | null;
  checked_in_at: Timestamp | null;
  checked_in_by: string | null;
  checked_out_at: Timestamp | null;
  checked_out_by: string | null;
  confirmed_at: Timestamp | null;
  confirmed_by_account: string | null;
  entered_at: Generated<Timestamp>;
  entered_by: string | null;
  evaluation: string | null;
  late_end: Generated<boolean>;
  rating: number | null;
  service_id: ServiceId;
  task_id: string | null;
  tenant_id: number;
  withdrawn_reason: string | null;
  witness: 'elder' | 'family' | 'communityWorker' | 'socialWorker' | 'partner' | null;
  witness_name: string | null;
}

export interface VolunteerTask {
  cancel_reason: string | null;
  community_code: DivisionCode;
  content: string | null;
  created_at: Generated<Timestamp>;
  created_by: string | null;
  day: Day;
  id: string;
  minutes: number;
  needs_insurance: Generated<boolean>;
  needs_vetting: Generated<boolean>;
  part_of: ServiceId | null;
  person_id: PersonId | null;
  place: string | null;
  project_id: ProjectId;
  recorded_person_id: PersonId | null;
  skills: string | null;
  starts_at: string;
  state: Generated<'open' | 'closed' | 'cancelled'>;
  tenant_id: number;
  title: string;
  version: Generated<number>;
  wanted: number;
}

export interface Webhook {
  address: string;
  ended_at: Timestamp | null;
  failures: Generated<number>;
  id: string;
  is_on: Generated<boolean>;
  kinds: string[];
  leased_until: Timestamp | null;
  made_at: Generated<Timestamp>;
  made_by: string;
  name: string;
  next_at: Timestamp | null;
  secret_sealed: Buffer;
  tenant_id: number;
  version: Generated<number>;
}

export interface WebhookAttempt {
  at: Timestamp;
  attempt: number;
  message_id: string;
  ms: number;
  problem: string | null;
  status: number | null;
  tenant_id: number;
}

export interface WebhookMessage {
  attempts: Generated<number>;
  happened_at: Timestamp;
  id: string;
  kind: string;
  position: Generated<Int8>;
  settled_at: Timestamp | null;
  state: Generated<'waiting' | 'arrived' | 'refused'>;
  subject: string | null;
  tenant_id: number;
  webhook_id: string;
}

export interface Wish {
  about: string | null;
  agreed_on: Day;
  collected_at: Generated<Timestamp>;
  collected_by: string;
  community_code: DivisionCode;
  confirmed_by: 'self' | 'relative' | null;
  confirmed_on: Day | null;
  delivered_on: Day | null;
  id: string;
  person_id: PersonId;
  project_id: ProjectId;
  recorded_person_id: PersonId;
  said_sealed: Buffer | null;
  screened_by: string | null;
  service_id: ServiceId | null;
  sort: 'goods' | 'help' | 'company' | 'learning';
  state: 'collected' | 'returned' | 'published' | 'claimed' | 'delivered' | 'confirmed' | 'closed' | 'withdrawn';
  tenant_id: number;
  title: string;
  value_fen: Int8;
  version: Generated<number>;
  written_by: string;
}

export interface WishClaim {
  claimed_by: string;
  claimed_on: Day;
  donor: string | null;
  end_reason: string | null;
  ended: 'dropped' | 'expired' | 'withdrawn' | null;
  ended_on: Day | null;
  id: string;
  means: 'own' | 'forOther';
  organisation_id: OrganisationId | null;
  party: 'community' | 'social_organisation' | 'social_worker' | 'volunteer' | 'charity' | 'government' | 'public';
  tenant_id: number;
  until: Day;
  wish_id: string;
}

export interface WishStep {
  id: string;
  reason: string | null;
  step: string;
  taken_at: Generated<Timestamp>;
  taken_by: string | null;
  tenant_id: number;
  wish_id: string;
}

export interface DB {
  acceptance_pack: AcceptancePack;
  acceptance_pack_piece: AcceptancePackPiece;
  account: Account;
  activity_plan: ActivityPlan;
  assessment: Assessment;
  assessment_version: AssessmentVersion;
  attendance: Attendance;
  budget_line: BudgetLine;
  bulletin: Bulletin;
  calendar_feed: CalendarFeed;
  carer_relation: CarerRelation;
  case_comment: CaseComment;
  case_crisis: CaseCrisis;
  case_file: CaseFile;
  case_form: CaseForm;
  case_signature: CaseSignature;
  case_step: CaseStep;
  casework_setting: CaseworkSetting;
  clinic_follow_up: ClinicFollowUp;
  clinic_follow_up_entry: ClinicFollowUpEntry;
  clinic_plan: ClinicPlan;
  consent: Consent;
  contact: Contact;
  contribution: Contribution;
  craft_payment: CraftPayment;
  craft_piece: CraftPiece;
  craft_sale: CraftSale;
  division: Division;
  estimate_line: EstimateLine;
  evidence: Evidence;
  evidence_consent: EvidenceConsent;
  expense: Expense;
  expense_signature: ExpenseSignature;
  frozen_figure: FrozenFigure;
  frozen_members: FrozenMembers;
  frozen_set: FrozenSet;
  goods_hand_out: GoodsHandOut;
  goods_holding: GoodsHolding;
  goods_lot: GoodsLot;
  goods_movement: GoodsMovement;
  goods_recipient: GoodsRecipient;
  goods_round: GoodsRound;
  goods_stock_count: GoodsStockCount;
  goods_stock_take: GoodsStockTake;
  group_mark: GroupMark;
  group_member: GroupMember;
  group_session: GroupSession;
  hardship_label: HardshipLabel;
  health_hand_over: HealthHandOver;
  health_supply: HealthSupply;
  health_target: HealthTarget;
  household: Household;
  import: Import;
  import_change: ImportChange;
  import_decision: ImportDecision;
  import_file: ImportFile;
  import_finding: ImportFinding;
  import_mapping: ImportMapping;
  imported_record: ImportedRecord;
  link_host: LinkHost;
  linkage: Linkage;
  linkage_need: LinkageNeed;
  linkage_pair: LinkagePair;
  linkage_plan: LinkagePlan;
  linkage_run: LinkageRun;
  linkage_step: LinkageStep;
  marked_day: MarkedDay;
  need: Need;
  need_action: NeedAction;
  need_goal: NeedGoal;
  need_version: NeedVersion;
  notice: Notice;
  operation: Operation;
  organisation: Organisation;
  person: Person;
  person_distinct: PersonDistinct;
  person_merge: PersonMerge;
  person_part: PersonPart;
  person_term: PersonTerm;
  programme: Programme;
  programme_mark: ProgrammeMark;
  programme_service: ProgrammeService;
  programme_version: ProgrammeVersion;
  project: Project;
  project_change: ProjectChange;
  project_community: ProjectCommunity;
  project_course: ProjectCourse;
  project_duty: ProjectDuty;
  project_file: ProjectFile;
  project_need: ProjectNeed;
  project_risk: ProjectRisk;
  project_step: ProjectStep;
  published_bulletin: PublishedBulletin;
  published_bulletin_figure: PublishedBulletinFigure;
  published_figure: PublishedFigure;
  published_notice: PublishedNotice;
  published_picture: PublishedPicture;
  published_resource: PublishedResource;
  published_wish: PublishedWish;
  reading: Reading;
  reading_part: ReadingPart;
  reading_sharing: ReadingSharing;
  reading_version: ReadingVersion;
  reassessment_interval: ReassessmentInterval;
  referral: Referral;
  referral_step: ReferralStep;
  registration: Registration;
  reminder_day: ReminderDay;
  report_template: ReportTemplate;
  resource: Resource;
  respite_record: RespiteRecord;
  respite_slot: RespiteSlot;
  respite_step: RespiteStep;
  risk_follow_up: RiskFollowUp;
  risk_protocol: RiskProtocol;
  risk_tier: RiskTier;
  role_grant: RoleGrant;
  scale_text: ScaleText;
  schema_migration: SchemaMigration;
  service: Service;
  service_version: ServiceVersion;
  session: Session;
  session_case: SessionCase;
  session_note: SessionNote;
  session_note_version: SessionNoteVersion;
  sign_in_failure: SignInFailure;
  sign_up: SignUp;
  supervision_record: SupervisionRecord;
  support_group: SupportGroup;
  target: Target;
  tenant_directory: TenantDirectory;
  time_account: TimeAccount;
  time_entry: TimeEntry;
  trail: Trail;
  visit_charge: VisitCharge;
  visit_escalation: VisitEscalation;
  visit_escalation_step: VisitEscalationStep;
  visit_person: VisitPerson;
  visit_problem: VisitProblem;
  visit_record: VisitRecord;
  visit_setting: VisitSetting;
  visit_version: VisitVersion;
  volunteer: Volunteer;
  volunteer_family: VolunteerFamily;
  volunteer_merit: VolunteerMerit;
  volunteer_merit_version: VolunteerMeritVersion;
  volunteer_query: VolunteerQuery;
  volunteer_settings: VolunteerSettings;
  volunteer_sheet: VolunteerSheet;
  volunteer_shift: VolunteerShift;
  volunteer_task: VolunteerTask;
  webhook: Webhook;
  webhook_attempt: WebhookAttempt;
  webhook_message: WebhookMessage;
  wish: Wish;
  wish_claim: WishClaim;
  wish_step: WishStep;
}
