import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import {
  attendanceIdSchema,
  divisionCodeSchema,
  organisationIdSchema,
  personIdSchema,
  projectIdSchema,
  serviceIdSchema,
} from '../../kernel/ids.ts'
import { fenSchema } from '../../kernel/money.ts'
import { pageOf, pageSchema } from '../../kernel/paging.ts'
import { reasonSchema } from '../../kernel/reason.ts'
import { partySchema } from '../ledger/kind-schema.ts'

const wishIdSchema = z.uuid().meta({ id: 'WishId' })
/**
 * collected: waits for a second person to look. returned: sent back, with why. published: anybody may claim it. claimed:
 * kept for one until a day. delivered: a service of the ledger. confirmed: by the person or a relative. closed: done.
 */
export const wishStateSchema = z.enum(['collected', 'returned', 'published', 'claimed', 'delivered', 'confirmed', 'closed', 'withdrawn'])
export type WishState = z.infer<typeof wishStateSchema>

export const wishSortSchema = z.enum(['goods', 'help', 'company', 'learning'])
export type WishSort = z.infer<typeof wishSortSchema>
export const confirmerSchema = z.enum(['self', 'relative'])

const publicTextSchema = z.object({
  sort: wishSortSchema,
  title: z.string().trim().min(2).max(40),
  about: z.string().trim().max(200).nullable(),
  valueFen: fenSchema.min(0),
})

const claimSchema = z.object({
  id: z.uuid(),
  means: z.enum(['own', 'forOther']),
  party: partySchema,
  organisation: z.string().nullable(),
  donor: z.string().nullable(),
  /** The account that claimed it. */
  by: z.string().nullable(),
  claimedOn: daySchema,
  until: daySchema,
  ended: z.enum(['dropped', 'expired', 'withdrawn']).nullable(),
  endReason: z.string().nullable(),
})

const listedWishSchema = publicTextSchema.extend({
  id: wishIdSchema,
  code: z.string(),
  version: z.int(),
  state: wishStateSchema,
  personId: personIdSchema,
  name: z.string(),
  communityName: z.string().nullable(),
  collectedOn: daySchema,
  claimedUntil: daySchema.nullable(),
  claimer: z.string().nullable(),
})
export type ListedWish = z.infer<typeof listedWishSchema>

const settingsSchema = z.object({ limitFen: fenSchema.min(100).max(200_000), claimDays: z.int().min(1).max(60) })

export const listWishes = endpoint({
  name: 'wishes.list',
  kind: 'read',
  summary: { zh: '项目的微心愿', en: 'A project’s wishes' },
  input: z.object({
    ...pageSchema.shape,
    projectId: projectIdSchema,
    state: wishStateSchema.optional(),
    communityCode: divisionCodeSchema.optional(),
  }),
  output: pageOf(listedWishSchema).extend({
    counts: z.array(z.object({ state: wishStateSchema, wishes: z.int() })),
    settings: settingsSchema,
  }),
  permission: 'wishes.read',
  trail: { writes: 'wishes.list' },
})

export const listWishesOfPerson = endpoint({
  name: 'wishes.ofPerson',
  kind: 'read',
  summary: { zh: '某人的微心愿', en: 'A person’s wishes' },
  input: z.object({ personId: personIdSchema }),
  output: z.object({ rows: z.array(listedWishSchema) }),
  permission: 'wishes.read',
  trail: { writes: 'wishes.ofPerson' },
})

const wishSchema = listedWishSchema.extend({
  projectId: projectIdSchema,
  communityCode: divisionCodeSchema,
  townName: z.string().nullable(),
  /** What the person said, sizes, when somebody is at home; null for whoever sees no names. */
  said: z.string().nullable(),
  agreedOn: daySchema,
  collectedBy: z.string().nullable(),
  screenedBy: z.string().nullable(),
  /** Whether the caller wrote what stands, and so may not screen it. */
  isMine: z.boolean(),
  serviceId: serviceIdSchema.nullable(),
  deliveredOn: daySchema.nullable(),
  confirmedOn: daySchema.nullable(),
  confirmedBy: confirmerSchema.nullable(),
  claims: z.array(claimSchema),
  steps: z.array(z.object({ step: z.string(), reason: z.string().nullable(), by: z.string().nullable(), at: z.iso.datetime() })),
  limitFen: fenSchema,
})
export type Wish = z.infer<typeof wishSchema>

export const openWish = endpoint({
  name: 'wishes.open',
  kind: 'read',
  summary: { zh: '一个微心愿', en: 'A wish' },
  input: z.object({ id: wishIdSchema }),
  output: wishSchema,
  permission: 'wishes.read',
  trail: { writes: 'wishes.open' },
})

export const collectWish = endpoint({
  name: 'wishes.collect',
  kind: 'write',
  summary: { zh: '登记微心愿', en: 'Collect a wish' },
  input: publicTextSchema.extend({
    id: wishIdSchema,
    projectId: projectIdSchema,
    personId: personIdSchema,
    said: z.string().trim().max(500).nullable(),
    /** The person agreed on this day that it is shown without a name. */
    agreedOn: daySchema,
  }),
  output: z.object({ id: wishIdSchema }),
  permission: 'wishes.write',
  trail: { writes: 'wishes.collect' },
})

export const changeWish = endpoint({
  name: 'wishes.change',
  kind: 'write',
  summary: { zh: '修改微心愿，重新送审', en: 'Change a wish and hand it in again' },
  input: publicTextSchema.extend({
    id: wishIdSchema,
    version: z.int(),
    said: z.string().trim().max(500).nullable(),
    reason: reasonSchema,
  }),
  output: z.object({ version: z.int() }),
  permission: 'wishes.write',
  trail: { writes: 'wishes.change' },
})

export const screenWish = endpoint({
  name: 'wishes.screen',
  kind: 'write',
  summary: { zh: '审核微心愿：公开或退回', en: 'Screen a wish: publish it or send it back' },
  input: z.object({ id: wishIdSchema, version: z.int(), publish: z.boolean(), reason: reasonSchema.nullable() }),
  output: z.object({ version: z.int() }),
  permission: 'wishes.screen',
  trail: { writes: 'wishes.screen' },
})

export const claimForOther = endpoint({
  name: 'wishes.claimFor',
  kind: 'write',
  summary: { zh: '替单位或个人认领微心愿', en: 'Claim a wish in the name of an organisation or somebody' },
  input: z.object({
    id: wishIdSchema,
    claimId: z.uuid(),
    party: partySchema,
    organisationId: organisationIdSchema.nullable(),
    donor: z.string().trim().min(1).max(40).nullable(),
  }),
  output: z.object({ until: daySchema }),
  permission: 'wishes.write',
  trail: { writes: 'wishes.claimFor' },
})

export const dropForOther = endpoint({
  name: 'wishes.dropFor',
  kind: 'write',
  summary: { zh: '认领人退出，心愿重新开放', en: 'Whoever claimed it cannot: the wish is open again' },
  input: z.object({ id: wishIdSchema, version: z.int(), reason: reasonSchema }),
  output: z.object({ version: z.int() }),
  permission: 'wishes.write',
  trail: { writes: 'wishes.dropFor' },
})

export const extendClaim = endpoint({
  name: 'wishes.extend',
  kind: 'write',
  summary: { zh: '延长认领期限', en: 'Keep a claim for longer' },
  input: z.object({ id: wishIdSchema, version: z.int(), until: daySchema, reason: reasonSchema }),
  output: z.object({ version: z.int() }),
  permission: 'wishes.write',
  trail: { writes: 'wishes.extend' },
})

export const deliverWish = endpoint({
  name: 'wishes.deliver',
  kind: 'write',
  summary: { zh: '记录心愿已送达', en: 'Record that a wish was brought' },
  input: z.object({
    id: wishIdSchema,
    version: z.int(),
    serviceId: serviceIdSchema,
    attendanceId: attendanceIdSchema,
    contributionId: z.uuid(),
    day: daySchema,
    /** The social worker or community worker who was there. */
    worker: z.string().trim().min(2).max(40),
    /** What it was worth in the end. */
    valueFen: fenSchema.min(0),
    note: z.string().trim().max(300).nullable(),
  }),
  output: z.object({ version: z.int() }),
  permission: 'wishes.write',
  trail: { writes: 'wishes.deliver' },
})

export const confirmWish = endpoint({
  name: 'wishes.confirm',
  kind: 'write',
  summary: { zh: '老人或家属确认收到', en: 'The person or a relative confirms' },
  input: z.object({ id: wishIdSchema, version: z.int(), by: confirmerSchema, on: daySchema, words: z.string().trim().max(200).nullable() }),
  output: z.object({ version: z.int() }),
  permission: 'wishes.write',
  trail: { writes: 'wishes.confirm' },
})

export const closeWish = endpoint({
  name: 'wishes.close',
  kind: 'write',
  summary: { zh: '心愿销号', en: 'Close a wish' },
  input: z.object({ id: wishIdSchema, version: z.int() }),
  output: z.object({ version: z.int() }),
  permission: 'wishes.write',
  trail: { writes: 'wishes.close' },
})

export const withdrawWish = endpoint({
  name: 'wishes.withdraw',
  kind: 'write',
  summary: { zh: '撤下微心愿', en: 'Withdraw a wish' },
  input: z.object({ id: wishIdSchema, version: z.int(), reason: reasonSchema }),
  output: z.object({ version: z.int() }),
  permission: 'wishes.write',
  trail: { writes: 'wishes.withdraw' },
})

export const stepBackWish = endpoint({
  name: 'wishes.stepBack',
  kind: 'write',
  summary: { zh: '撤回上一步', en: 'Take the last step back' },
  input: z.object({ id: wishIdSchema, version: z.int(), reason: reasonSchema }),
  output: z.object({ version: z.int(), state: wishStateSchema }),
  permission: 'wishes.write',
  trail: { writes: 'wishes.stepBack' },
})

export const saveWishSettings = endpoint({
  name: 'wishes.saveSettings',
  kind: 'write',
  summary: { zh: '微心愿的价值上限与认领期限', en: 'What a wish may be worth, and how long a claim is kept' },
  input: settingsSchema.extend({ projectId: projectIdSchema }),
  output: z.object({}),
  permission: 'projects.manage',
  trail: { writes: 'wishes.saveSettings' },
})

const openWishSchema = publicTextSchema.extend({ id: wishIdSchema, code: z.string(), town: z.string().nullable() })

export const listOpenWishes = endpoint({
  name: 'wishes.claimable',
  kind: 'read',
  summary: { zh: '可以认领的微心愿', en: 'Wishes that can be claimed' },
  input: z.object({}),
  output: z.object({
    open: z.array(openWishSchema),
    mine: z.array(openWishSchema.extend({ state: wishStateSchema, until: daySchema, organisation: z.string().nullable() })),
    /** For whom the caller may claim; none: for themselves. */
    organisations: z.array(z.object({ id: organisationIdSchema, name: z.string() })),
  }),
  permission: 'wishes.claim',
  trail: { unwritten: 'What the public reads of wishes, and which of them are the caller’s; nobody can be known by it.' },
})

export const claimWish = endpoint({
  name: 'wishes.claim',
  kind: 'write',
  summary: { zh: '认领微心愿', en: 'Claim a wish' },
  input: z.object({ id: wishIdSchema, claimId: z.uuid(), organisationId: organisationIdSchema.nullable() }),
  output: z.object({ until: daySchema }),
  permission: 'wishes.claim',
  trail: { writes: 'wishes.claim' },
})

export const dropClaim = endpoint({
  name: 'wishes.drop',
  kind: 'write',
  summary: { zh: '退出认领', en: 'Give a claim up' },
  input: z.object({ id: wishIdSchema, organisationId: organisationIdSchema.nullable(), reason: reasonSchema }),
  output: z.object({}),
  permission: 'wishes.claim',
  trail: { writes: 'wishes.drop' },
})
