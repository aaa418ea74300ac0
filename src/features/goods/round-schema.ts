import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { divisionCodeSchema, householdIdSchema, personIdSchema, projectIdSchema, serviceIdSchema } from '../../kernel/ids.ts'
import { reasonSchema } from '../../kernel/reason.ts'
import { hardshipCodeSchema } from '../people/hardship-schema.ts'
import { amountSchema, placeSchema } from './lot-schema.ts'

const roundRowSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  day: daySchema,
  lotId: serviceIdSchema,
  item: z.string(),
  unit: z.string().nullable(),
  each: z.number(),
  communityCode: divisionCodeSchema,
  communityName: z.string(),
  /** Households, and persons without one, on the list. */
  shares: z.int(),
  handed: z.int(),
  byRelatives: z.int(),
  closed: z.boolean(),
})
export type RoundRow = z.output<typeof roundRowSchema>

export const listRounds = endpoint({
  name: 'goods.rounds',
  kind: 'read',
  summary: { zh: '发放单', en: 'Hand-out lists' },
  input: z.object({ projectId: projectIdSchema }),
  output: z.object({ rows: z.array(roundRowSchema) }),
  permission: 'goods.read',
  trail: { unwritten: 'Lists of hand-outs and how far they are, without persons.' },
})

const memberSchema = z.object({ recipientId: z.uuid(), personId: personIdSchema, name: z.string(), labels: z.array(hardshipCodeSchema) })
const handedSchema = z.object({
  serviceId: serviceIdSchema,
  version: z.int(),
  quantity: z.number(),
  day: daySchema,
  takenBy: z.string().nullable(),
  relation: z.string().nullable(),
  receipt: z.string().nullable(),
  /** A signature drawn on the screen is kept with it. */
  signed: z.boolean(),
  returned: z.number(),
})
const shareSchema = z.object({
  /** The household, or the recipient where there is none. */
  key: z.uuid(),
  householdNumber: z.string().nullable(),
  address: z.string().nullable(),
  members: z.array(memberSchema),
  handed: handedSchema.nullable(),
})
export type Share = z.output<typeof shareSchema>

const roundSchema = roundRowSchema.extend({
  projectId: projectIdSchema,
  version: z.int(),
  place: z.string(),
  stockAtPlace: z.number(),
  stock: z.number(),
  restrictedTo: z.string().nullable(),
  expiresOn: daySchema.nullable(),
  sheetKeptAt: z.string().nullable(),
  list: z.array(shareSchema),
})
export type Round = z.output<typeof roundSchema>

export const openRound = endpoint({
  name: 'goods.openRound',
  kind: 'read',
  summary: { zh: '打开一张发放单', en: 'Open a hand-out list' },
  input: z.object({ id: z.uuid() }),
  output: roundSchema,
  permission: 'goods.handOut',
  trail: { writes: 'goods.openRound' },
})

export const planRound = endpoint({
  name: 'goods.planRound',
  kind: 'write',
  summary: { zh: '开一张发放单', en: 'Make a hand-out list' },
  input: z.object({
    id: z.uuid(),
    lotId: serviceIdSchema,
    communityCode: divisionCodeSchema,
    title: z.string().trim().min(1).max(60),
    day: daySchema,
    place: placeSchema,
    each: amountSchema,
    fitsUse: z.boolean(),
  }),
  output: z.object({ id: z.uuid() }),
  permission: 'goods.handOut',
  trail: { writes: 'goods.planRound' },
})

export const closeRound = endpoint({
  name: 'goods.closeRound',
  kind: 'write',
  summary: { zh: '结束或重新打开发放单', en: 'End a hand-out list or open it again' },
  input: z.object({ id: z.uuid(), version: z.int(), closed: z.boolean(), sheetKeptAt: z.string().trim().max(80).nullable() }),
  output: z.object({ version: z.int() }),
  permission: 'goods.handOut',
  trail: { writes: 'goods.closeRound' },
})

export const addRecipients = endpoint({
  name: 'goods.addRecipients',
  kind: 'write',
  summary: { zh: '把人加进发放单', en: 'Put people on a hand-out list' },
  input: z.object({
    roundId: z.uuid(),
    people: z
      .array(z.object({ id: z.uuid(), personId: personIdSchema }))
      .min(1)
      .max(300),
  }),
  output: z.object({ added: z.int() }),
  permission: 'goods.handOut',
  trail: { writes: 'goods.addRecipients' },
})

export const removeRecipients = endpoint({
  name: 'goods.removeRecipients',
  kind: 'write',
  summary: { zh: '把一户移出发放单', en: 'Take a household off a hand-out list' },
  input: z.object({ roundId: z.uuid(), key: z.uuid(), reason: reasonSchema }),
  output: z.object({}),
  permission: 'goods.handOut',
  trail: { writes: 'goods.removeRecipients' },
})

const candidateSchema = z.object({
  personIds: z.array(personIdSchema),
  householdId: householdIdSchema.nullable(),
  householdNumber: z.string().nullable(),
  names: z.array(z.string()),
  labels: z.array(hardshipCodeSchema),
  lastOn: daySchema.nullable(),
  lastItem: z.string().nullable(),
  needs: z.array(z.string()),
  points: z.number(),
})
export type Candidate = z.output<typeof candidateSchema>

export const suggestRecipients = endpoint({
  name: 'goods.suggest',
  kind: 'read',
  summary: { zh: '建议发放的家庭和理由', en: 'Households that might be given goods, and why' },
  input: z.object({ roundId: z.uuid() }),
  output: z.object({ rows: z.array(candidateSchema) }),
  permission: 'goods.handOut',
  trail: { writes: 'goods.suggest' },
})
