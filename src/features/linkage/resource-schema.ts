import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { divisionCodeSchema, organisationIdSchema, projectIdSchema } from '../../kernel/ids.ts'
import { pageOf, pageSchema } from '../../kernel/paging.ts'
import { reasonSchema } from '../../kernel/reason.ts'
import { organisationPartySchema } from '../organisations/schema.ts'
import { linkKindSchema, timesSchema } from './link-kind-schema.ts'

const text = (most: number) => z.string().trim().max(most).nullable()
const resourceFileSchema = z.object({
  organisationId: organisationIdSchema.nullable(),
  /** Somebody who is no organisation. */
  provider: z.string().trim().min(1).max(40).nullable(),
  party: organisationPartySchema,
  kind: linkKindSchema,
  title: z.string().trim().min(2).max(60),
  content: text(400),
  skill: text(60),
  /** Null: as much as is asked for. */
  quantity: z.int().min(1).max(1_000_000).nullable(),
  unit: text(8),
  /** Empty: every community of the project. */
  communities: z.array(divisionCodeSchema).max(200),
  times: timesSchema,
  limits: text(200),
  validFrom: daySchema.nullable(),
  validUntil: daySchema.nullable(),
  confirmEvery: z.int().min(7).max(730),
})
export type ResourceFile = z.infer<typeof resourceFileSchema>

const freshnessSchema = z.enum(['fresh', 'stale', 'over'])

const resourceRowSchema = resourceFileSchema.extend({
  id: z.uuid(),
  projectId: projectIdSchema,
  version: z.int(),
  organisation: z.string().nullable(),
  confirmedOn: daySchema,
  freshness: freshnessSchema,
  endedOn: daySchema.nullable(),
  endReason: z.string().nullable(),
  /** Units that links take up. */
  taken: z.int(),
  left: z.int().nullable(),
  links: z.int(),
})
export type ResourceRow = z.infer<typeof resourceRowSchema>

export const listResources = endpoint({
  name: 'linkage.resources',
  kind: 'read',
  summary: { zh: '资源清单', en: 'The list of resources' },
  input: z.object({
    ...pageSchema.shape,
    projectId: projectIdSchema,
    kind: linkKindSchema.optional(),
    party: organisationPartySchema.optional(),
    show: z.enum(['live', 'stale', 'over', 'all']).default('live'),
    search: z.string().trim().max(40).optional(),
    id: z.uuid().optional(),
  }),
  output: pageOf(resourceRowSchema).extend({ asOf: daySchema, stale: z.int() }),
  permission: 'linkage.read',
  trail: { unwritten: 'What organisations give; a person who gives is the only one named.' },
})

export const saveResource = endpoint({
  name: 'linkage.saveResource',
  kind: 'write',
  summary: { zh: '登记或修改一项资源', en: 'Record or change a resource' },
  input: z.object({
    id: z.uuid(),
    projectId: projectIdSchema,
    version: z.int().min(0),
    /** The day on which its giver said so. */
    confirmedOn: daySchema,
    file: resourceFileSchema,
  }),
  output: z.object({ version: z.int() }),
  permission: 'linkage.write',
  trail: { writes: 'linkage.saveResource' },
})

export const renewResource = endpoint({
  name: 'linkage.renewResource',
  kind: 'write',
  summary: { zh: '核实一项资源仍然有效', en: 'A resource was asked about and still holds' },
  input: z.object({ id: z.uuid(), version: z.int(), on: daySchema, validUntil: daySchema.nullable() }),
  output: z.object({ version: z.int() }),
  permission: 'linkage.write',
  trail: { writes: 'linkage.renewResource' },
})

export const endResource = endpoint({
  name: 'linkage.endResource',
  kind: 'write',
  summary: { zh: '停用一项资源，或恢复', en: 'A resource is given no longer, or again' },
  input: z.object({ id: z.uuid(), version: z.int(), endedOn: daySchema.nullable(), reason: reasonSchema }),
  output: z.object({ version: z.int() }),
  permission: 'linkage.write',
  trail: { writes: 'linkage.endResource' },
})
