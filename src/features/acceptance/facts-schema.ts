import type { Day } from '../../kernel/day.ts'
import type { DivisionCode, EvidenceId, ProjectId, ServiceId } from '../../kernel/ids.ts'
import type { Words } from '../../kernel/words.ts'
import type { Kind, Line } from '../ledger/kind-schema.ts'
import type { MeasureKey } from '../measures/measure-schema.ts'
import type { SpentFor } from '../projects/expense-schema.ts'
import type { Scope } from '../measures/scope-schema.ts'

/** What a report or a pack is about: a project, from a day to a day. */
export type Period = { readonly from: Day; readonly to: Day; readonly scope: Scope }

export type TargetFact = {
  readonly wording: string
  readonly measure: MeasureKey | null
  readonly asked: number
  readonly unit: string
  /** Null where no measure counts it, or the period leaves it without a value. */
  readonly value: number | null
  readonly percent: number | null
  readonly rule: Words | null
  readonly version: number | null
}

type FigureFact = { readonly key: MeasureKey; readonly version: number; readonly value: number | null }

/** A figure that was frozen for the same purpose: what it said, when, and the code by which anybody verifies it. */
export type FrozenFact = {
  readonly key: MeasureKey
  /** Name, unit and rule as they were when it was frozen. */
  readonly name: Words
  readonly unit: Words
  readonly rule: Words
  readonly version: number
  readonly value: number | null
  readonly asOf: Day
  readonly code: string
  /** What it said before it was corrected, until when, and why; null when nothing was. */
  readonly earlier: { readonly value: number | null; readonly asOf: Day; readonly note: string } | null
  /** The records say something else by now. */
  readonly moved: boolean
  /** What the records say now; null where the period leaves it without a value. */
  readonly now: number | null
}

/** Several measures by place, month or line. Persons are counted for each row and do not add up. */
export type TableFact = {
  readonly keys: readonly MeasureKey[]
  readonly rows: readonly { readonly name: Words; readonly values: readonly (number | null)[] }[]
}

export type GatheringEvidence = {
  readonly id: EvidenceId
  readonly kind: string
  readonly title: string | null
  readonly sha256: string
  readonly bytes: number
  readonly mediaType: string
  /** A picture in which nobody can be recognised who has not agreed. */
  readonly publishable: boolean
}

/** Something that many attended, with the papers that belong to it. */
export type Gathering = {
  readonly id: ServiceId
  readonly kind: Kind
  readonly line: Line
  readonly day: Day | null
  readonly number: string | null
  readonly title: string | null
  readonly themes: readonly string[]
  readonly communityCode: DivisionCode | null
  readonly community: string | null
  readonly worker: string | null
  readonly attendances: number
  readonly unresolved: number
  readonly volunteers: number
  readonly evidence: readonly GatheringEvidence[]
}

export type BudgetFact = {
  readonly name: string
  readonly amountFen: number
  readonly spentFen: number
  readonly percent: number | null
  readonly capPercent: number | null
}
export type ExpenseFact = {
  readonly id: string
  readonly voucher: string | null
  readonly day: Day
  readonly line: string | null
  readonly amountFen: number
  readonly purpose: string | null
  readonly invoice: string | null
  readonly handledBy: string | null
  readonly service: SpentFor | null
}

/** Something that whoever checks the project will ask about: how often, in words, and where it is put right. */
export type Exception = { readonly code: string; readonly count: number; readonly text: Words; readonly address: string | null }

export type Facts = {
  readonly project: {
    readonly id: ProjectId
    readonly name: string
    readonly agency: string | null
    readonly funder: string | null
    readonly startsOn: Day
    readonly endsOn: Day
    readonly served: string | null
  }
  readonly period: Period
  readonly elapsedPercent: number
  readonly targets: readonly TargetFact[]
  readonly figures: readonly FigureFact[]
  readonly estimates: readonly (FigureFact & { readonly basis: readonly string[] })[]
  readonly frozen: readonly FrozenFact[]
  readonly byLine: TableFact
  readonly byCommunity: TableFact
  readonly byMonth: TableFact
  readonly gatherings: readonly Gathering[]
  readonly budget: readonly BudgetFact[]
  readonly expenses: readonly ExpenseFact[]
  readonly exceptions: readonly Exception[]
}

/** One household's goods. Names are masked already where the pack is. */
export type HandOut = {
  readonly id: ServiceId
  readonly day: Day | null
  readonly community: string | null
  readonly receivers: string | null
  readonly item: string | null
  readonly quantity: number | null
  readonly unit: string | null
  readonly lot: string | null
  readonly takenBy: string | null
  readonly receipt: string | null
  readonly evidence: readonly GatheringEvidence[]
}
type StockLine = {
  readonly lot: string
  readonly item: string | null
  readonly received: number
  readonly handedOut: number
  readonly remaining: number
  readonly damaged: number
}
/** What a project gave away, and what is left of it. */
export type Goods = { readonly handOuts: readonly HandOut[]; readonly stock: readonly StockLine[] }
