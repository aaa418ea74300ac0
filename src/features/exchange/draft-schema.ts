import type { Day } from '../../kernel/day.ts'
import type { DivisionCode } from '../../kernel/ids.ts'
import type { Kind, Line, PartPlayed, Status } from '../ledger/kind-schema.ts'
import type { HardshipCode } from '../people/hardship-schema.ts'
import type { Place } from './book-schema.ts'

/** What may be left unsaid: a value that is undefined leaves the column as it is. */
type Maybe<T> = { readonly [K in keyof T]?: T[K] | undefined }

/** A row of another draft of this plan or of an earlier import, by its key; or a record that is on file, by its id. */
export type Link = { readonly table: DraftTable; readonly key: string } | { readonly id: string }

export type Party = 'community' | 'social_organisation' | 'social_worker' | 'volunteer' | 'charity' | 'government'
export type Part = 'elder' | 'carer' | 'volunteer' | 'worker'
export type Given = 'host' | 'venue' | 'staff' | 'funds' | 'goods' | 'skill' | 'service' | 'time' | 'sale' | 'income'
export type NumberState = 'valid' | 'unverified' | 'damaged' | 'disputed' | 'missing' | 'refused'

type NoLinks = Readonly<Record<string, never>>

/** A person in two columns: who it is now, and who it was before any merge. */
type Person = { readonly person_id: Link; readonly recorded_person_id: Link }

/**
 * What an import writes, table by table. `values` are columns of the table, under their names; a name in camelCase is no
 * column: it stands in clear and is sealed by whoever writes it. `links` are columns that point to other rows. Tenant,
 * project and id belong to the writer.
 */
type DraftShapes = {
  project: {
    values: Maybe<{ name: string; served: string; budget_fen: number; starts_on: Day; ends_on: Day }>
    links: Maybe<{ agency_id: Link; funder_id: Link }>
  }
  organisation: { values: { readonly name: string; readonly party: Party }; links: NoLinks }
  project_community: {
    values: { readonly community_code: DivisionCode } & Maybe<{ programme_name: string; programme_for: string }>
    links: NoLinks
  }
  project_need: { values: { readonly position: number; readonly need: string } & Maybe<{ answered_by: string }>; links: NoLinks }
  target: {
    values: { readonly position: number; readonly wording: string; readonly value: number } & Maybe<{ measure: string; unit: string }>
    links: NoLinks
  }
  budget_line: {
    values: { readonly position: number; readonly name: string; readonly amount_fen: number } & Maybe<{ cap_percent: number }>
    links: NoLinks
  }
  expense: {
    values: { readonly spent_on: Day; readonly amount_fen: number } & Maybe<{
      voucher: string
      purpose: string
      invoice: string
      handled_by: string
    }>
    links: Maybe<{ budget_line_id: Link }>
  }
  estimate_line: {
    values: { readonly position: number; readonly measure: string; readonly basis: string; readonly value: number } & Maybe<{
      method: string
    }>
    links: NoLinks
  }
  household: {
    values: { readonly community_code: DivisionCode } & Maybe<{ number: string; head_name: string }>
    links: NoLinks
  }
  person: {
    values: { readonly name: string } & Maybe<{
      sex: 'male' | 'female'
      birth_date: Day
      birth_date_from: 'number' | 'stated'
      ethnicity: string
      /** In clear, to be sealed. Only with the state `valid` does it serve to find somebody. */
      idNumber: string
      id_number_state: NumberState
      phone: string
      other_phone: string
      address: string
      living_with: string
      community_code: DivisionCode
      note: string
    }>
    links: Maybe<{ household_id: Link }>
  }
  person_part: { values: { readonly part: Part } & Maybe<{ since: Day }>; links: { readonly person_id: Link } }
  hardship_label: {
    values: { readonly code: HardshipCode; readonly source: string } & Maybe<{ grade: number; category: string }>
    links: { readonly person_id: Link }
  }
  contact: { values: { readonly name: string } & Maybe<{ relation: string; phone: string }>; links: { readonly person_id: Link } }
  registration: {
    values: { readonly part: Part } & Maybe<{ community_code: DivisionCode; number: string; registered_on: Day; note: string }>
    links: Person & Maybe<{ household_id: Link }>
  }
  service: {
    values: { readonly line: Line; readonly kind: Kind; readonly status: Status } & Maybe<{
      themes: readonly string[]
      number: string
      title: string
      community_code: DivisionCode
      day: Day
      starts_at: string
      minutes: number
      place: string
      worker: string
      unnamed_count: number
      quantity: number
      unit: string
      note: string
      repeats: boolean
    }>
    links: Maybe<{ host_id: Link; part_of: Link }>
  }
  attendance: {
    values: { readonly part: PartPlayed; readonly certainty: 'number' | 'name' | 'unresolved'; readonly written_name: string } & Maybe<{
      written_hints: string
      checked_in_by: string
      minutes: number
      minutes_claimed: number
      confirmed_by: string
      repeats: boolean
    }>
    links: { readonly service_id: Link } & Maybe<Person & { household_id: Link }>
  }
  contribution: {
    values: { readonly party: Party | 'public'; readonly given: Given } & Maybe<{
      quantity: number
      unit: string
      value_fen: number
      note: string
    }>
    links: { readonly service_id: Link } & Maybe<{ organisation_id: Link }>
  }
  assessment: {
    values: {
      readonly occasion: string
      readonly phase: 'before' | 'after'
      readonly scale: string
      readonly scale_version: string
      readonly score: number
    } & Maybe<{ day: Day; community_code: DivisionCode }>
    links: Person
  }
  case_file: {
    values: { readonly number: string; readonly state: 'not_accepted' | 'open' | 'closed' } & Maybe<{
      source: string
      problem: string
      opened_on: Day
      closed_on: Day
      worker: string
      counsellor: string
      note: string
    }>
    links: { readonly opening_service_id: Link } & Maybe<Person>
  }
  session_note: {
    /** `summary` and `nextPlan` in clear, to be sealed. */
    values: Maybe<{ ordinal: number; method: string; counsellor: string; summary: string; nextPlan: string }>
    links: { readonly service_id: Link } & Maybe<{ case_id: Link }>
  }
  support_group: {
    values: { readonly number: string; readonly name: string } & Maybe<{
      nature: string
      community_code: DivisionCode
      worker: string
      planned_sessions: number
    }>
    links: NoLinks
  }
  group_session: {
    values: { readonly ordinal: number } & Maybe<{ topic: string }>
    links: { readonly service_id: Link; readonly group_id: Link }
  }
  group_member: { values: { readonly written_name: string }; links: { readonly group_id: Link } & Maybe<Person> }
  reading: {
    values: { readonly danger: readonly string[] } & Maybe<{
      systolic: number
      diastolic: number
      second_systolic: number
      second_diastolic: number
      pulse: number
      glucose_mmol: number
      glucose_written: string
      glucose_context: string
      advice: string
      /** What was refused, by its name, as it was written. */
      refused: Readonly<Record<string, string>>
    }>
    links: { readonly attendance_id: Link }
  }
  goods_lot: {
    values: { readonly number: string; readonly item: string; readonly quantity: number } & Maybe<{
      unit: string
      unit_price_fen: number
      expires_on: Day
      received_by: string
    }>
    links: { readonly service_id: Link } & Maybe<{ donor_id: Link }>
  }
  goods_hand_out: {
    values: Maybe<{ lot_number: string; item: string; taken_by: string; receipt: string }>
    links: { readonly service_id: Link }
  }
  goods_stock_count: {
    values: {
      readonly lot_number: string
      readonly received: number
      readonly handed_out: number
      readonly remaining: number
      readonly damaged: number
    } & Maybe<{ item: string }>
    links: NoLinks
  }
  visit_record: {
    values: { readonly means: string; readonly met: boolean; readonly checks: Readonly<Record<string, boolean>> } & Maybe<{
      problem: string
      handled: string
      visitor: string
    }>
    links: { readonly service_id: Link }
  }
  /** Whom a visit was for: who was met is on file by their attendance, who was not by this alone. */
  visit_person: { values: { readonly seen: boolean }; links: { readonly service_id: Link } & Person }
  carer_relation: {
    values: { readonly elder_name: string } & Maybe<{ number: string; relation: string }>
    links: { readonly carer_id: Link; readonly recorded_person_id: Link } & Maybe<{ elder_id: Link }>
  }
  respite_record: { values: Maybe<{ relieved_by: string; content: string }>; links: { readonly service_id: Link } }
  craft_piece: {
    values: { readonly number: string } & Maybe<{ craft: string; price_fen: number }>
    links: { readonly service_id: Link }
  }
  volunteer_family: {
    values: { readonly number: string } & Maybe<{
      name: string
      contact_name: string
      size: number
      community_code: DivisionCode
      joined_on: Day
    }>
    links: NoLinks
  }
  volunteer: {
    values: Maybe<{ number: string; family_number: string; skills: string; guardian_consent: boolean }>
    links: Person
  }
}

export type DraftTable = keyof DraftShapes

type Drafts = {
  readonly [T in DraftTable]: {
    readonly table: T
    /** Stable for the record behind the row: the same book again has the same keys. Unique within its table and project. */
    readonly key: string
    readonly values: DraftShapes[T]['values']
    readonly links: DraftShapes[T]['links']
    readonly source: Place
    /** The record is on file already, perhaps not by an import: it takes the key. */
    readonly held?: string
    /** Keys under which an earlier import may have written the record, when what is known of it has grown since. */
    readonly formerly?: readonly string[]
  }
}

/** One row to be written. */
export type Draft<T extends DraftTable = DraftTable> = Drafts[T]
