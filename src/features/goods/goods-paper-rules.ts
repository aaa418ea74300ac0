import type { Day } from '../../kernel/day.ts'
import { toYuan } from '../../kernel/money.ts'
import { known, listed, withValues, written, type Paper, type PaperText } from '../../kernel/paper.ts'
import { isSmall } from '../disclosure/disclosure-schema.ts'
import { valueOf } from './lot-rules.ts'
import { categoryWords, causeWords, conditionWords, donorKindWords, receiptKindWords, valuedByWords } from './goods-words.ts'
import type { Category, Cause, Condition, DonorKind, ReceiptKind, ValuedBy } from './lot-schema.ts'
import { paperWords as w } from './paper-words.ts'
import type { RoundRow, Share } from './round-schema.ts'

type Head = { readonly project: string; readonly agency: string | null }

/** 发放签收表: what was signed already stands in it, the rest is left for the pen. */
export function rollPaper({ project, agency, round, list }: Head & { round: RoundRow; list: readonly Share[] }): Paper {
  return {
    title: w.roll,
    head: { project, agency, community: round.communityName, filledOn: round.day },
    sections: [
      {
        blocks: [
          {
            kind: 'fields',
            fields: [
              known(w.title, round.title),
              known(w.item, round.item),
              known(w.day, round.day),
              known(w.each, `${round.each}${round.unit ?? ''}`),
              known(w.households, round.shares),
              known(w.handed, round.handed),
            ],
          },
          {
            kind: 'table',
            prefilled: true,
            columns: [
              { title: w.ordinal, share: 0.5, align: 'center' },
              { title: w.householdNumber, share: 0.8 },
              { title: w.names, share: 1.5 },
              { title: w.quantity, share: 0.6, align: 'right' },
              { title: w.taker, share: 2.1 },
              { title: w.signature, share: 1.2 },
              { title: w.signedOn, share: 1 },
            ],
            rows: list.map((share, at) => [
              at + 1,
              share.householdNumber,
              share.members.map(({ name }) => name).join('、'),
              `${share.handed?.quantity ?? round.each}${round.unit ?? ''}`,
              share.handed === null ? null : takerOf(share.handed),
              share.handed?.signed === true ? w.signedOnScreen : null,
              share.handed?.day ?? null,
            ]),
            empty: w.nobody,
          },
          { kind: 'note', text: w.rollNote },
          { kind: 'signatures', lines: [{ label: w.handler }, { label: w.witness }] },
        ],
      },
    ],
  }
}

const takerOf = ({ takenBy, relation }: NonNullable<Share['handed']>): PaperText =>
  takenBy === null ? w.self : withValues(w.byRelative, { name: takenBy, relation: relation ?? '' })

type LotFacts = {
  readonly number: string
  readonly item: string
  readonly spec: string | null
  readonly batch_code: string | null
  readonly unit: string | null
  readonly quantity: number
  readonly category: Category | null
  readonly condition: Condition | null
  readonly unit_price_fen: number | null
  readonly valued_by: ValuedBy | null
  readonly value_note: string | null
  readonly expires_on: Day | null
  readonly checked_by: string | null
  readonly restricted_to: string | null
  readonly received_on: Day | null
  readonly received_by: string | null
  readonly community_name: string | null
  readonly donor_kind: DonorKind | null
  readonly organisation: string | null
  readonly donor_name: string | null
  readonly receipt_kind: ReceiptKind | null
  readonly receipt_number: string | null
}

export type LetterFacts = Head & {
  readonly lot: LotFacts
  readonly totals: { readonly received: number; readonly handedOut: number; readonly stock: number; readonly lost: number }
  readonly movements: readonly { readonly to: string; readonly cause: Cause; readonly quantity: number; readonly undone: boolean }[]
  readonly reach: {
    readonly households: number
    readonly persons: number
    readonly communities: readonly string[]
    readonly from: string | null
    readonly to: string | null
  }
  readonly today: Day
}

const donorOf = ({ organisation, donor_name, donor_kind }: LotFacts): PaperText | null =>
  organisation ?? donor_name ?? (donor_kind === 'anonymous' ? donorKindWords.anonymous : null)

const amount = (quantity: number, unit: string | null): string => `${quantity}${unit ?? ''}`

const valueText = (lot: LotFacts): PaperText | null => {
  const value = valueOf(lot.quantity, lot.unit_price_fen)
  if (value === null) return lot.valued_by === 'memo' ? w.notValued : null
  return withValues(w.value, { yuan: toYuan(value) })
}

/** 捐赠物资接收单: donor, kind, quantity, agency, handler and day (Charity Law, article 38). It is no tax receipt and says so. */
export function receivedPaper({ project, agency, lot }: LetterFacts): Paper {
  return {
    title: w.received,
    number: lot.number,
    head: { project, agency, community: lot.community_name, filledBy: lot.received_by, filledOn: lot.received_on },
    sections: [
      {
        blocks: [
          {
            kind: 'fields',
            fields: [
              known(w.donor, donorOf(lot)),
              known(w.receivedOn, lot.received_on),
              known(w.item, lot.item),
              known(w.category, lot.category === null ? null : categoryWords[lot.category]),
              known(w.spec, lot.spec),
              known(w.batchCode, lot.batch_code),
              known(w.quantity, amount(lot.quantity, lot.unit)),
              known(w.condition, lot.condition === null ? null : conditionWords[lot.condition]),
              known(w.valueName, valueText(lot)),
              known(w.valuedBy, lot.valued_by === null ? null : valuedByWords[lot.valued_by]),
              known(w.expiresOn, lot.expires_on),
              known(w.checkedBy, lot.checked_by),
              known(w.restrictedTo, lot.restricted_to ?? w.noLimit, { wide: true }),
              known(w.receiptKind, lot.receipt_kind === null ? null : receiptKindWords[lot.receipt_kind]),
              known(w.receiptNumber, lot.receipt_number),
            ],
          },
          { kind: 'note', text: w.noTaxReceipt },
          { kind: 'signatures', lines: [{ label: w.handler, name: lot.received_by }, { label: w.donorSigns }, { label: w.agencySeal }] },
        ],
      },
    ],
  }
}

/**
 * 捐赠物资使用反馈函: what became of what a donor gave, in numbers and without names. Who is given goods is known to be in
 * want, so a small number of them is not said, and neither is where they live.
 */
export function letterPaper({ project, agency, lot, totals, movements, reach, today }: LetterFacts): Paper {
  const households = { value: reach.households, sensitive: true }
  const persons = { value: reach.persons, sensitive: true }
  const few = isSmall(households)
  const lost = Map.groupBy(
    movements.filter((one) => one.to === 'lost' && !one.undone),
    ({ cause }) => cause,
  )
  const losses = [...lost].map(([cause, each]): PaperText =>
    withValues(w.loss, {
      cause: causeWords[cause],
      n: amount(
        each.reduce((sum, one) => sum + one.quantity, 0),
        lot.unit,
      ),
    }),
  )
  const donor = donorOf(lot)
  return {
    title: w.letter,
    number: lot.number,
    head: { project, agency, filledOn: today },
    sections: [
      {
        blocks: [
          {
            kind: 'text',
            prefilled: true,
            text: withValues(totals.handedOut === 0 ? w.letterNotYet : few ? w.letterFew : w.letterText, {
              donor: donor ?? w.friend,
              day: lot.received_on ?? '',
              item: lot.item,
              received: amount(totals.received, lot.unit),
              handedOut: amount(totals.handedOut, lot.unit),
              households: reach.households,
              persons: isSmall(persons) ? w.fewPersons : withValues(w.personsOf, { n: reach.persons }),
              from: reach.from ?? '',
              to: reach.to ?? '',
              communities: reach.communities.length,
            }),
          },
        ],
      },
      {
        title: w.balance,
        blocks: [
          {
            kind: 'table',
            prefilled: true,
            columns: [
              { title: w.receivedN, align: 'center' },
              { title: w.handedN, align: 'center' },
              { title: w.stockN, align: 'center' },
              { title: w.lostN, align: 'center' },
            ],
            rows: [
              [
                amount(totals.received, lot.unit),
                amount(totals.handedOut, lot.unit),
                amount(totals.stock, lot.unit),
                amount(totals.lost, lot.unit),
              ],
            ],
          },
          {
            kind: 'fields',
            fields: [
              known(w.restrictedTo, lot.restricted_to ?? w.noLimit, { wide: true }),
              known(w.valueName, valueText(lot)),
              known(w.valuedBy, lot.valued_by === null ? null : valuedByWords[lot.valued_by]),
              known(w.where, few ? w.whereFew : listed(reach.communities), { wide: true }),
              known(w.losses, losses.length === 0 ? (totals.lost === 0 ? w.noLosses : null) : listed(losses), { wide: true }),
              written(w.more, null, { wide: true, lines: 2 }),
            ],
          },
          { kind: 'note', text: w.letterNote },
          { kind: 'note', text: w.noTaxReceipt },
          { kind: 'signatures', lines: [{ label: w.handler }, { label: w.agencySeal }] },
        ],
      },
    ],
  }
}
