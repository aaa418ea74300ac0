import type { Day } from '../../kernel/day.ts'
import type { DivisionCode, PersonId } from '../../kernel/ids.ts'
import type { Words } from '../../kernel/words.ts'
import type { Kind, Line, Status } from '../ledger/kind-schema.ts'
import type { Likeness } from '../people/directory-rules.ts'
import type { Sex } from '../people/identity-rules.ts'
import type { Place } from './book-schema.ts'
import type { Draft, DraftTable, Part, Party } from './draft-schema.ts'
import type { Finding } from './finding-schema.ts'
import type { FormRow } from './form-schema.ts'

export type ImportInput = {
  readonly rows: readonly FormRow[]
  readonly facts: ImportFacts
  /** A keyed hash, so that no natural key holds an identity number. */
  readonly hide: (text: string) => string
  readonly today: Day
}

/** What an import would do. Nothing of it is written until somebody accepts it. */
export type ImportPlan = {
  /** Whoever writes them takes them: they are most of what a plan weighs. */
  readonly drafts: Draft[]
  readonly findings: readonly Finding[]
  readonly unresolved: readonly Unresolved[]
  readonly counts: PlanCounts
}

export type PlanCounts = {
  readonly rows: Readonly<Record<string, number>>
  readonly drafts: Readonly<Partial<Record<DraftTable, number>>>
  readonly findings: Readonly<Record<'error' | 'warning' | 'notice', number>>
  readonly unresolved: number
}

/** A person on file, or one that this plan adds. */
export type PersonRef = { readonly id: PersonId } | { readonly key: string }

/** A row that names somebody ambiguously or not on the register: an attendance, not a person, until somebody decides. */
export type Unresolved = Place & {
  /** Stable over imports: what a decision is kept under. */
  readonly subject: string
  readonly name: string
  readonly community?: DivisionCode
  /** What stands beside the name: tails, age, sex, household. */
  readonly hints: string
  /** The service it is about. */
  readonly about: string
  readonly candidates: readonly Candidate[]
  /** The records that wait for the decision, by the keys of their drafts: they take the person. */
  readonly records: readonly { readonly table: DraftTable; readonly key: string }[]
}

export type Candidate = {
  readonly person: PersonRef
  readonly name: string
  readonly community?: DivisionCode
  readonly likeness: Likeness | 'same_number'
  readonly because: Words
}

/** What somebody said a subject means: a person, or nobody on file. */
export type Decision = PersonRef | 'nobody'

/** What the database holds already. Everything of the project's tenant; `keys` are those under which imports wrote a record. */
export type ImportFacts = {
  readonly project: { readonly name?: string; readonly startsOn?: Day; readonly endsOn?: Day }
  readonly divisions: readonly KnownDivision[]
  /** The communities of the project. */
  readonly communities: readonly DivisionCode[]
  readonly people: readonly KnownPerson[]
  readonly households: readonly KnownHousehold[]
  readonly organisations: readonly KnownOrganisation[]
  readonly services: readonly KnownService[]
  readonly cases: readonly KnownCase[]
  readonly groups: readonly KnownGroup[]
  readonly lots: readonly KnownLot[]
  readonly volunteers: readonly KnownVolunteer[]
  readonly families: readonly KnownRecord[]
  readonly carers: readonly KnownCarer[]
  readonly pieces: readonly KnownPiece[]
  readonly budget: readonly KnownBudgetLine[]
  readonly expenses: readonly KnownExpense[]
  readonly decisions: ReadonlyMap<string, Decision>
}

export type KnownDivision = {
  readonly code: DivisionCode
  readonly name: string
  readonly level: 'district' | 'street' | 'town' | 'community' | 'village'
  readonly parent?: DivisionCode
}

type KnownOrganisation = KnownRecord & { readonly name: string; readonly party?: Party }

type KnownRecord = { readonly id: string; readonly keys: readonly string[]; readonly number?: string }

export type KnownPerson = {
  readonly id: PersonId
  readonly keys: readonly string[]
  readonly name: string
  /** Other spellings under which the register has them. */
  readonly otherNames?: readonly string[]
  readonly sex?: Sex
  readonly birth?: Day
  /** In clear, and only when it is usable. */
  readonly number?: string
  readonly phone?: string
  readonly otherPhone?: string
  /** The project's registrations alone; whoever has none is known to the tenant, not to the project. */
  readonly registrations: readonly {
    readonly part: Part
    readonly communityCode?: DivisionCode
    readonly registeredOn?: Day
    readonly householdId?: string
  }[]
  /** At least one service of the project that was held served this person. */
  readonly served: boolean
}

export type KnownHousehold = KnownRecord & { readonly communityCode: DivisionCode; readonly headName?: string }

/** A service other rows may refer to by its number, or by its kind, day and title. */
export type KnownService = KnownRecord & {
  readonly kind: Kind
  readonly line: Line
  readonly status: Status
  readonly title?: string
  readonly day?: Day
  readonly communityCode?: DivisionCode
}

type KnownCase = KnownRecord & {
  readonly personId?: PersonId
  readonly communityCode?: DivisionCode
  /** Keys of its sessions that count: dated inside the project's period, and not typed twice. */
  readonly sessions: readonly string[]
}

type KnownGroup = KnownRecord & {
  readonly name: string
  readonly communityCode?: DivisionCode
  readonly sessions: readonly {
    readonly ordinal: number
    readonly serviceId: string
    readonly keys: readonly string[]
    readonly day?: Day
  }[]
}

type KnownLot = KnownRecord & {
  readonly item?: string
  readonly unit?: string
  readonly expiresOn?: Day
  readonly quantity?: number
}
type KnownVolunteer = KnownRecord & { readonly personId: PersonId; readonly name: string; readonly familyNumber?: string }
type KnownCarer = KnownRecord & { readonly personId: PersonId; readonly name: string; readonly elderIds?: readonly PersonId[] }
type KnownPiece = KnownRecord & { readonly priceFen?: number }
type KnownBudgetLine = KnownRecord & { readonly name: string; readonly amountFen: number }
type KnownExpense = KnownRecord & {
  readonly line?: string
  readonly amountFen: number
  readonly invoice?: string
  readonly spentOn: Day
}
