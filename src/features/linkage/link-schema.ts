import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { divisionCodeSchema, projectIdSchema, serviceIdSchema } from '../../kernel/ids.ts'
import { fenSchema } from '../../kernel/money.ts'
import { pageOf, pageSchema } from '../../kernel/paging.ts'
import { reasonSchema as whySchema } from '../../kernel/reason.ts'
import type { Words } from '../../kernel/words.ts'
import { organisationPartySchema } from '../organisations/schema.ts'
import { giverSchema, linkKindSchema, linkStateSchema } from './link-kind-schema.ts'
import { stepNames } from './link-rules.ts'
import { barriers } from './market-rules.ts'
import { reasonSchema } from './reason-rules.ts'

/** Who said that it was received. */
export const witnessSchema = z.enum(['self', 'relative', 'worker', 'community', 'group'])
export const witnessWords: Record<z.infer<typeof witnessSchema>, Words> = {
  self: { zh: '受助人本人', en: 'The person' },
  relative: { zh: '家属', en: 'A relative' },
  worker: { zh: '社工', en: 'A social worker' },
  community: { zh: '社区', en: 'The community' },
  group: { zh: '小组代表', en: 'Somebody for the group' },
}

const linkSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  needId: z.uuid(),
  needTitle: z.string(),
  personName: z.string().nullable(),
  communityCode: divisionCodeSchema,
  communityName: z.string(),
  kind: linkKindSchema,
  giver: giverSchema,
  giverName: z.string(),
  party: organisationPartySchema,
  quantity: z.int(),
  unit: z.string().nullable(),
  state: linkStateSchema,
  askedOn: daySchema,
  answeredOn: daySchema.nullable(),
  answer: z.string().nullable(),
  doneOn: daySchema.nullable(),
  serviceId: serviceIdSchema.nullable(),
  confirmedOn: daySchema.nullable(),
  confirmedBy: z.string().nullable(),
  confirmedAs: witnessSchema.nullable(),
  closedOn: daySchema.nullable(),
  steps: z.array(
    z.object({
      to: linkStateSchema,
      from: linkStateSchema.nullable(),
      on: daySchema,
      reason: z.string().nullable(),
      by: z.string().nullable(),
      at: z.iso.datetime(),
    }),
  ),
})
export type Link = z.infer<typeof linkSchema>

export const listLinks = endpoint({
  name: 'linkage.links',
  kind: 'read',
  summary: { zh: '链接进展', en: 'Links and how far they are' },
  input: z.object({
    ...pageSchema.shape,
    projectId: projectIdSchema,
    show: z.enum(['open', 'ended', 'all']).default('open'),
    needId: z.uuid().optional(),
  }),
  output: pageOf(linkSchema).extend({ asOf: daySchema }),
  permission: 'linkage.read',
  trail: { writes: 'linkage.links' },
})

const proposalSchema = z.object({
  giver: giverSchema,
  name: z.string(),
  party: organisationPartySchema,
  about: z.string().nullable(),
  limits: z.string().nullable(),
  score: z.number(),
  left: z.int().nullable(),
  reasons: z.array(reasonSchema),
  pinned: z.boolean(),
})
export type ProposalRow = z.infer<typeof proposalSchema>

export const proposeForNeed = endpoint({
  name: 'linkage.propose',
  kind: 'read',
  summary: { zh: '谁可能满足这项需求', en: 'Who could meet a need, and why' },
  input: z.object({ needId: z.uuid(), limit: z.int().min(1).max(100).default(20) }),
  output: z.object({
    rows: z.array(proposalSchema),
    total: z.int(),
    /** How many cannot, by why. */
    barred: z.array(z.object({ why: z.enum(barriers), givers: z.int() })),
    forbidden: z.array(z.object({ giver: giverSchema, name: z.string() })),
    asOf: daySchema,
  }),
  permission: 'linkage.read',
  trail: { writes: 'linkage.propose' },
})

export const setPair = endpoint({
  name: 'linkage.setPair',
  kind: 'write',
  summary: { zh: '指定、排除一对，或取消', en: 'Pin or forbid a pair, or neither' },
  input: z.object({ needId: z.uuid(), giver: giverSchema, rule: z.enum(['pin', 'forbid', 'none']) }),
  output: z.object({}),
  permission: 'linkage.write',
  trail: { writes: 'linkage.setPair' },
})

export const askGivers = endpoint({
  name: 'linkage.ask',
  kind: 'write',
  summary: { zh: '询问谁来满足需求', en: 'Ask those who are to meet needs' },
  input: z.object({
    projectId: projectIdSchema,
    on: daySchema,
    /** Links that a volunteer may have under way at once. */
    perVolunteer: z.int().min(1).max(10).default(3),
    links: z
      .array(z.object({ id: z.uuid(), needId: z.uuid(), giver: giverSchema, quantity: z.int().min(1).max(100_000) }))
      .min(1)
      .max(500),
  }),
  output: z.object({ asked: z.int() }),
  permission: 'linkage.write',
  trail: { writes: 'linkage.ask' },
})

export const stepLink = endpoint({
  name: 'linkage.step',
  kind: 'write',
  summary: { zh: '答应、未答应、落实、确认、办结、撤回或退一步', en: 'The next step of a link, or back' },
  input: z.object({
    id: z.uuid(),
    version: z.int(),
    step: z.enum(stepNames),
    on: daySchema,
    reason: whySchema.nullable().default(null),
    /** Of what was done: the service's id in the ledger, made by the caller. */
    serviceId: serviceIdSchema.nullable().default(null),
    quantity: z.int().min(1).max(100_000).nullable().default(null),
    valueFen: fenSchema.nullable().default(null),
    confirmedBy: z.string().trim().min(1).max(40).nullable().default(null),
    confirmedAs: witnessSchema.nullable().default(null),
  }),
  output: z.object({ version: z.int(), serviceId: serviceIdSchema.nullable() }),
  permission: 'linkage.request',
  trail: { writes: 'linkage.step' },
})
