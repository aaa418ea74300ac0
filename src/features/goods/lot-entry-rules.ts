import { daySchema } from '../../kernel/day.ts'
import { entered } from '../../kernel/entered.ts'
import { organisationIdSchema } from '../../kernel/ids.ts'
import { toFen } from '../../kernel/money.ts'
import type { Category, Condition, DonorKind, Lot, LotInput, ReceiptKind, ValuedBy } from './lot-schema.ts'

/** What the form of a lot holds. */
export type LotEntry = {
  donorKind: DonorKind
  donorId?: string | null
  donorName?: string | null
  mayBeNamed?: boolean
  item: string
  category: Category
  spec?: string | null
  batchCode?: string | null
  quantity: number
  price?: number | null
  valuedBy: ValuedBy
  valueNote?: string | null
  condition: Condition
  expiresOn?: string | null
  checkedBy?: string | null
  restrictedTo?: string | null
  receiptKind: ReceiptKind
  receiptNumber?: string | null
  lowAt?: number | null
  receivedBy?: string | null
}

/** The fields of the form that the server may speak of. */
export const lotFields = [
  'donorKind',
  'donorId',
  'donorName',
  'item',
  'category',
  'quantity',
  'unit',
  'place',
  'unitPriceFen',
  'valuedBy',
  'valueNote',
  'expiresOn',
  'checkedBy',
  'receiptKind',
  'receiptNumber',
  'receivedOn',
  'communityCode',
  'reason',
]

/** A lot as the form has it. What a kind of donor or a basis of value has no place for is left out. */
export function lotInputOf(entry: LotEntry): LotInput {
  const isOrganisation = entry.donorKind === 'organisation'
  return {
    donorKind: entry.donorKind,
    donorId: isOrganisation ? (organisationIdSchema.safeParse(entry.donorId).data ?? null) : null,
    donorName: entry.donorKind === 'person' ? entered(entry.donorName) : null,
    mayBeNamed: entry.donorKind !== 'anonymous' && entry.mayBeNamed === true,
    item: entry.item.trim(),
    category: entry.category,
    spec: entered(entry.spec),
    batchCode: entered(entry.batchCode),
    unitPriceFen: entry.valuedBy === 'memo' || entry.price === undefined || entry.price === null ? null : toFen(entry.price),
    valuedBy: entry.valuedBy,
    valueNote: entered(entry.valueNote),
    condition: entry.condition,
    expiresOn: daySchema.safeParse(entry.expiresOn).data ?? null,
    checkedBy: entered(entry.checkedBy),
    restrictedTo: entered(entry.restrictedTo),
    receiptKind: entry.donorKind === 'anonymous' ? 'anonymous' : entry.receiptKind,
    receiptNumber: entered(entry.receiptNumber),
    lowAt: entry.lowAt ?? null,
    receivedBy: entered(entry.receivedBy),
  }
}

/** What is known of a lot, for the form; what an import left out is filled in with what is likeliest. */
export const entryOf = (lot: Lot): LotEntry => ({
  donorKind: lot.donorKind ?? 'organisation',
  donorId: lot.donorId,
  donorName: lot.donorName,
  mayBeNamed: lot.mayBeNamed ?? false,
  item: lot.item,
  category: lot.category ?? 'other',
  spec: lot.spec,
  batchCode: lot.batchCode,
  quantity: lot.received,
  price: lot.unitPriceFen === null ? null : lot.unitPriceFen / 100,
  valuedBy: lot.valuedBy ?? (lot.unitPriceFen === null ? 'memo' : 'invoice'),
  valueNote: lot.valueNote,
  condition: lot.condition ?? 'new',
  expiresOn: lot.expiresOn,
  checkedBy: lot.checkedBy,
  restrictedTo: lot.restrictedTo,
  receiptKind: lot.receiptKind ?? 'letter',
  receiptNumber: lot.receiptNumber,
  lowAt: lot.lowAt,
  receivedBy: lot.receivedBy,
})
