import type { DraftTable } from './draft-schema.ts'

/** How a table of the database takes drafts. */
export type TableFacts = {
  /** The column that names a row within the tenant: its own id, or the record that it is a detail of. */
  readonly key: 'id' | 'service_id' | 'attendance_id' | 'community_code'
  /** Columns that may not be null and have no value in a draft that leaves them unsaid. */
  readonly defaults?: Readonly<Record<string, unknown>>
  /** The row carries its project. */
  readonly ofProject?: true
  /**
   * A row of a person's file that says the same: it has the same value in `by` and has not ended. Whatever put it there,
   * another project's register or somebody's hand, it is not written again.
   */
  readonly alike?: { readonly by: string; readonly endedBy?: string }
}

/** In the order in which rows must be written: what others point to comes first. An undo goes backwards. */
export const draftTables: Readonly<Record<Exclude<DraftTable, 'project'>, TableFacts>> = {
  organisation: { key: 'id' },
  household: { key: 'id' },
  person: { key: 'id', defaults: { sex: 'unknown', id_number_state: 'missing' } },
  person_part: { key: 'id', alike: { by: 'part', endedBy: 'until' } },
  hardship_label: { key: 'id', alike: { by: 'code', endedBy: 'ended_on' } },
  contact: { key: 'id', alike: { by: 'name' } },
  registration: { key: 'id', ofProject: true },
  project_community: { key: 'community_code', ofProject: true },
  project_need: { key: 'id', ofProject: true },
  target: { key: 'id', ofProject: true },
  budget_line: { key: 'id', ofProject: true },
  estimate_line: { key: 'id', ofProject: true },
  service: { key: 'id', ofProject: true, defaults: { themes: [], unnamed_count: 0, repeats: false } },
  expense: { key: 'id', ofProject: true },
  attendance: { key: 'id', defaults: { repeats: false } },
  contribution: { key: 'id' },
  assessment: { key: 'id', ofProject: true },
  case_file: { key: 'id', ofProject: true },
  session_note: { key: 'service_id' },
  support_group: { key: 'id', ofProject: true },
  group_session: { key: 'service_id' },
  group_member: { key: 'id' },
  reading: { key: 'attendance_id', defaults: { danger: [] } },
  goods_lot: { key: 'service_id', ofProject: true },
  goods_hand_out: { key: 'service_id' },
  goods_stock_count: { key: 'id', ofProject: true },
  visit_record: { key: 'service_id', defaults: { checks: {} } },
  visit_person: { key: 'id' },
  carer_relation: { key: 'id', ofProject: true },
  respite_record: { key: 'service_id' },
  craft_piece: { key: 'service_id', ofProject: true },
  volunteer_family: { key: 'id', ofProject: true },
  volunteer: { key: 'id', ofProject: true },
}
