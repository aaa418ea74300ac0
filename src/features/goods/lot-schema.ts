import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { divisionCodeSchema, organisationIdSchema, projectIdSchema, serviceIdSchema } from '../../kernel/ids.ts'
import { fenSchema } from '../../kernel/money.ts'
import { reasonSchema } from '../../kernel/reason.ts'

export const categorySchema = z.enum(['food', 'daily', 'clothing', 'bedding', 'appliance', 'aid', 'other'])
export type Category = z.infer<typeof categorySchema>
export const donorKindSchema = z.enum(['organisation', 'person', 'anonymous'])
export type DonorKind = z.infer<typeof donorKindSchema>
/** How a value was found (估价依据): by a bill, by what such goods cost, or not at all: a memo of the quantity. */
export const valuedBySchema = z.enum(['invoice', 'fair', 'memo'])
export type ValuedBy = z.infer<typeof valuedBySchema>
export const conditionSchema = z.enum(['new', 'good', 'used'])
export type Condition = z.infer<typeof conditionSchema>
/** What the donor got (Charity Law, article 38). `invoice` is made elsewhere; only its number is kept here. */
export const receiptKindSchema = z.enum(['letter', 'thanks', 'invoice', 'waived', 'anonymous'])
export type ReceiptKind = z.infer<typeof receiptKindSchema>

/** So much of a lot, in its unit: at most two decimals. */
export const amountSchema = z
  .number()
  .positive()
  .max(1_000_000)
  .refine((amount) => Math.abs(amount * 100 - Math.round(amount * 100)) < 1e-6)
export const placeSchema = z.string().trim().max(40)

const described = {
  donorKind: donorKindSchema,
  donorId: organisationIdSchema.nullable(),
  donorName: z.string().trim().max(40).nullable(),
  mayBeNamed: z.boolean(),
  item: z.string().trim().min(1).max(60),
  category: categorySchema,
  spec: z.string().trim().max(40).nullable(),
  batchCode: z.string().trim().max(40).nullable(),
  unitPriceFen: fenSchema.min(0).nullable(),
  valuedBy: valuedBySchema,
  valueNote: z.string().trim().max(80).nullable(),
  condition: conditionSchema,
  expiresOn: daySchema.nullable(),
  checkedBy: z.string().trim().max(40).nullable(),
  restrictedTo: z.string().trim().max(120).nullable(),
  receiptKind: receiptKindSchema,
  receiptNumber: z.string().trim().max(40).nullable(),
  lowAt: z.number().min(0).max(1_000_000).nullable(),
  receivedBy: z.string().trim().max(40).nullable(),
}
const describedSchema = z.object(described)
export type LotInput = z.output<typeof describedSchema>

/** Received = handed out + in stock + lost, always. Quantities in the lot's unit. */
const totals = { received: z.number(), handedOut: z.number(), stock: z.number(), lost: z.number() }

const lotRowSchema = z.object({
  id: serviceIdSchema,
  version: z.int(),
  number: z.string(),
  item: z.string(),
  unit: z.string().nullable(),
  category: categorySchema.nullable(),
  donorKind: donorKindSchema.nullable(),
  donor: z.string().nullable(),
  communityCode: divisionCodeSchema.nullable(),
  communityName: z.string().nullable(),
  receivedOn: daySchema.nullable(),
  expiresOn: daySchema.nullable(),
  lowAt: z.number().nullable(),
  restrictedTo: z.string().nullable(),
  ...totals,
  valueFen: fenSchema.nullable(),
  households: z.int(),
  /** The closing count of a stock book beside what the records say; null: nobody counted. */
  count: z
    .object({ ...totals })
    .omit({ stock: true })
    .extend({ remaining: z.number() })
    .nullable(),
})
export type LotRow = z.output<typeof lotRowSchema>

export const listLots = endpoint({
  name: 'goods.list',
  kind: 'read',
  summary: { zh: '物资批次和库存', en: 'Lots of goods and what is left of them' },
  input: z.object({ projectId: projectIdSchema }),
  output: z.object({ asOf: daySchema, rows: z.array(lotRowSchema) }),
  permission: 'goods.read',
  trail: { unwritten: 'Lots and quantities, without persons.' },
})

export const causeSchema = z.enum([
  'donation',
  'book',
  'hand_out',
  'undone',
  'returned',
  'damaged',
  'expired',
  'missing',
  'found',
  'miscounted',
  'moved',
])
export type Cause = z.infer<typeof causeSchema>
const accountSchema = z.enum(['outside', 'stock', 'handed_out', 'lost'])

export const movementSchema = z.object({
  id: z.uuid(),
  seq: z.int(),
  from: accountSchema,
  to: accountSchema,
  quantity: z.number(),
  fromPlace: z.string().nullable(),
  toPlace: z.string().nullable(),
  cause: causeSchema,
  day: daySchema,
  reason: z.string().nullable(),
  serviceId: serviceIdSchema.nullable(),
  undoes: z.int().nullable(),
  undone: z.boolean(),
  madeBy: z.string().nullable(),
  madeAt: z.iso.datetime(),
  ...totals,
})
export type ListedMovement = z.output<typeof movementSchema>

const lotSchema = lotRowSchema.extend({
  /** The day as of which something is near its expiry: today, or the last day of a project that has ended. */
  asOf: daySchema,
  projectId: projectIdSchema,
  donorId: organisationIdSchema.nullable(),
  donorName: z.string().nullable(),
  mayBeNamed: z.boolean().nullable(),
  spec: z.string().nullable(),
  batchCode: z.string().nullable(),
  unitPriceFen: fenSchema.nullable(),
  valuedBy: valuedBySchema.nullable(),
  valueNote: z.string().nullable(),
  condition: conditionSchema.nullable(),
  checkedBy: z.string().nullable(),
  receiptKind: receiptKindSchema.nullable(),
  receiptNumber: z.string().nullable(),
  receivedBy: z.string().nullable(),
  places: z.array(z.object({ place: z.string(), quantity: z.number() })),
  movements: z.array(movementSchema),
  takes: z.array(
    z.object({
      id: z.uuid(),
      place: z.string(),
      day: daySchema,
      expected: z.number(),
      counted: z.number(),
      cause: causeSchema.nullable(),
      reason: z.string().nullable(),
      madeBy: z.string().nullable(),
    }),
  ),
  rounds: z.array(
    z.object({ id: z.uuid(), title: z.string(), day: daySchema, communityName: z.string(), shares: z.int(), handed: z.int() }),
  ),
  /** Hand-outs that a book had, with neither list nor movement of their own. */
  bookLines: z.int(),
  changes: z.array(z.object({ reason: z.string(), by: z.string().nullable(), at: z.iso.datetime() })),
})
export type Lot = z.output<typeof lotSchema>

export const openLot = endpoint({
  name: 'goods.open',
  kind: 'read',
  summary: { zh: '打开一批物资', en: 'Open a lot of goods' },
  input: z.object({ id: serviceIdSchema }),
  output: lotSchema,
  permission: 'goods.read',
  trail: { unwritten: 'A lot and its movements, without persons.' },
})

export const receiveLot = endpoint({
  name: 'goods.receive',
  kind: 'write',
  summary: { zh: '登记捐赠入库', en: 'Record a donation of goods' },
  input: z.object({
    ...described,
    id: serviceIdSchema,
    projectId: projectIdSchema,
    communityCode: divisionCodeSchema.nullable(),
    receivedOn: daySchema,
    quantity: amountSchema,
    unit: z.string().trim().min(1).max(8),
    place: placeSchema,
  }),
  output: z.object({ id: serviceIdSchema, number: z.string() }),
  permission: 'goods.keep',
  trail: { writes: 'goods.receive' },
})

export const changeLot = endpoint({
  name: 'goods.change',
  kind: 'write',
  summary: { zh: '更正入库登记（保留理由）', en: 'Correct what is known of a lot, with the reason kept' },
  input: z.object({ ...described, id: serviceIdSchema, version: z.int(), quantity: amountSchema, reason: reasonSchema }),
  output: z.object({ version: z.int() }),
  permission: 'goods.keep',
  trail: { writes: 'goods.change' },
})
