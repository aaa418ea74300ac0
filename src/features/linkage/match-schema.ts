import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { divisionCodeSchema, projectIdSchema } from '../../kernel/ids.ts'
import { pageSchema } from '../../kernel/paging.ts'
import { organisationPartySchema } from '../organisations/schema.ts'
import { giverSchema, linkKindSchema } from './link-kind-schema.ts'
import { barriers } from './market-rules.ts'
import { reasonSchema } from './reason-rules.ts'

export const runRowSchema = z.object({
  needId: z.uuid(),
  giver: giverSchema,
  units: z.int(),
  score: z.number(),
  reasons: z.array(reasonSchema),
})
export const unmetSchema = z.object({
  needId: z.uuid(),
  missing: z.int(),
  why: z.array(z.object({ why: z.enum(barriers), givers: z.int() })),
})

export const solveMatch = endpoint({
  name: 'linkage.solve',
  kind: 'write',
  summary: { zh: '为整个社区或项目一次配好', en: 'Assign givers to all needs of a project or a community at once' },
  input: z.object({
    id: z.uuid(),
    projectId: projectIdSchema,
    communityCode: divisionCodeSchema.nullable(),
    /** Needs that a volunteer takes at once. */
    perVolunteer: z.int().min(1).max(10),
  }),
  output: z.object({ id: z.uuid() }),
  permission: 'linkage.write',
  heavy: { megabytes: 512 },
  trail: { writes: 'linkage.solve' },
})

const named = { needTitle: z.string(), personName: z.string().nullable(), communityName: z.string(), kind: linkKindSchema }

const runSchema = z.object({
  id: z.uuid(),
  communityCode: divisionCodeSchema.nullable(),
  perVolunteer: z.int(),
  asOf: daySchema,
  createdAt: z.iso.datetime(),
  createdBy: z.string().nullable(),
  millis: z.int(),
  needs: z.int(),
  /** How far the assignment is at most from the best there can be, as a share. */
  gap: z.number(),
  pairs: z.int(),
  unmetNeeds: z.int(),
  rows: z.array(
    runRowSchema.extend({
      ...named,
      giverName: z.string(),
      party: organisationPartySchema,
      unit: z.string().nullable(),
      rule: z.enum(['pin', 'forbid']).nullable(),
      /** A link of this pair that was asked since. */
      asked: z.boolean(),
    }),
  ),
  unmet: z.array(unmetSchema.extend(named)),
})
export type Run = z.infer<typeof runSchema>

export const openRun = endpoint({
  name: 'linkage.openRun',
  kind: 'read',
  summary: { zh: '最近一次配对方案', en: 'The latest assignment' },
  input: z.object({ ...pageSchema.shape, projectId: projectIdSchema, communityCode: divisionCodeSchema.nullable() }),
  output: z.object({
    run: runSchema.nullable(),
    /** Needs to be met and who could give, as of now. */
    needs: z.int(),
    volunteers: z.int(),
    resources: z.int(),
    pins: z.int(),
    forbids: z.int(),
  }),
  permission: 'linkage.read',
  trail: { writes: 'linkage.openRun' },
})
