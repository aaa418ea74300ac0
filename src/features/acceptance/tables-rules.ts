import type { Words } from '../../kernel/words.ts'
import { kindWords } from '../ledger/kind-schema.ts'
import { spentForText } from '../ledger/spent-for-rules.ts'
import { measures } from '../measures/measure-list-rules.ts'
import type { Member } from '../measures/schema.ts'
import { acceptanceWords as words } from './acceptance-words.ts'
import type { MeasureKey } from '../measures/measure-schema.ts'
import type { Facts, Goods, TableFact } from './facts-schema.ts'
import { rounded } from './figure-value-rules.ts'
import { slots, slotStates, slotWords } from './slot-rules.ts'
import { signOf } from './index-paper-rules.ts'

/** A sheet of plain values. */
export type Table = {
  readonly name: string
  readonly headers: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}
type Say = (words: Words) => string

export function targetsTable(facts: Facts, say: Say): Table {
  return {
    name: say(words.targets).replace(/^\S、/, ''),
    headers: [
      words.target,
      words.asked,
      words.unit,
      words.done,
      words.percent,
      words.frozen,
      words.frozenOn,
      words.frozenCode,
      words.rule,
    ].map(say),
    rows: facts.targets.map((target) => [
      target.wording,
      target.asked,
      target.unit,
      target.measure === null ? null : rounded(target.measure, target.value),
      target.percent,
      ...frozenCells(facts, target.measure),
      target.rule === null ? say(words.uncounted) : say(target.rule),
    ]),
  }
}

/** What was frozen of a measure, on which day, and its code. */
function frozenCells(facts: Facts, key: MeasureKey | null): (string | number | null)[] {
  const found = facts.frozen.find((one) => one.key === key)
  return found === undefined ? [null, null, null] : [rounded(found.key, found.value), found.asOf, found.code]
}

export function figuresTables(facts: Facts, say: Say): Table[] {
  return [
    {
      name: say(words.figure),
      headers: [words.figure, words.value, words.unit, words.frozen, words.frozenOn, words.frozenCode, words.rule].map(say),
      rows: [...facts.figures, ...facts.estimates].map((figure) => {
        const measure = measures[figure.key]
        return [
          say(measure.name),
          rounded(figure.key, figure.value),
          say(measure.unit),
          ...frozenCells(facts, figure.key),
          say(measure.rule),
        ]
      }),
    },
    tableOf(words.byLine, facts.byLine, say),
    tableOf(words.byCommunity, facts.byCommunity, say),
    tableOf(words.byMonth, facts.byMonth, say),
  ]
}

const tableOf = (name: Words, table: TableFact, say: Say): Table => ({
  name: say(name),
  headers: [say(words.name), ...table.keys.map((key) => say(measures[key].name))],
  rows: table.rows.map((row) => [say(row.name), ...table.keys.map((key, at) => rounded(key, row.values[at] ?? null))]),
})

export const gatheringsTable = (facts: Facts, say: Say): Table => ({
  name: say(words.gatherings).replace(/^\S、/, ''),
  headers: [
    ...[words.order, words.day, words.kind, words.number, words.name, words.community, words.attendances, words.volunteers].map(say),
    ...slots.map((slot) => say(slotWords[slot])),
  ],
  rows: facts.gatherings.map((one, at) => {
    const states = slotStates({ evidence: one.evidence, hasRoll: one.attendances > 0 })
    return [
      at + 1,
      one.day,
      say(kindWords[one.kind]),
      one.number,
      one.title,
      one.community,
      one.attendances,
      one.volunteers,
      ...slots.map((slot) => signOf(states[slot])),
    ]
  }),
})

export const moneyTables = (facts: Pick<Facts, 'budget' | 'expenses'>, say: Say): Table[] => [
  {
    name: say(words.budgetLine),
    headers: [words.budgetLine, words.budget, words.spent, words.spentShare].map(say),
    rows: facts.budget.map((line) => [line.name, line.amountFen / 100, line.spentFen / 100, line.percent]),
  },
  {
    name: say(words.expenses),
    headers: [words.voucher, words.day, words.budgetLine, words.amount, words.purpose, words.invoice, words.handledBy, words.spentFor].map(
      say,
    ),
    rows: facts.expenses.map((one) => [
      one.voucher,
      one.day,
      one.line,
      one.amountFen / 100,
      one.purpose,
      one.invoice,
      one.handledBy,
      one.service === null ? null : spentForText(one.service, say),
    ]),
  },
]

/** What was given to whom, a line for each household, and what is left. */
export const goodsTables = ({ handOuts, stock }: Goods, say: Say): Table[] => [
  {
    name: say(words.handOuts),
    headers: [
      words.order,
      words.day,
      words.community,
      words.receivers,
      words.item,
      words.quantity,
      words.unit,
      words.lot,
      words.takenBy,
      words.receipt,
    ].map(say),
    rows: handOuts.map((one, at) => [
      at + 1,
      one.day,
      one.community,
      one.receivers,
      one.item,
      one.quantity,
      one.unit,
      one.lot,
      one.takenBy,
      one.receipt,
    ]),
  },
  {
    name: say(words.stock),
    headers: [words.lot, words.item, words.received, words.handedOut, words.damaged, words.remaining].map(say),
    rows: stock.map((one) => [one.lot, one.item, one.received, one.handedOut, one.damaged, one.remaining]),
  },
]

export const exceptionsTable = (facts: Facts, say: Say): Table => ({
  name: say(words.what),
  headers: [words.order, words.what, words.times].map(say),
  rows: facts.exceptions.map((one, at) => [at + 1, say(one.text), one.count]),
})

/** The members that a target's figure was counted from: its evidence, one line each. */
export const membersTable = (name: string, members: readonly Member[], say: Say): Table => ({
  name,
  headers: [words.order, words.person, words.record, words.kind, words.community, words.day, words.times, words.quantity].map(say),
  rows: members.map((member, at) => [
    at + 1,
    member.name,
    member.title,
    member.kind === null ? null : say(kindWords[member.kind]),
    member.community,
    member.day,
    member.times,
    member.amount,
  ]),
})
