import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { personIdSchema, projectIdSchema } from '../../kernel/ids.ts'
import { pageOf, pageSchema } from '../../kernel/paging.ts'
import { reasonSchema } from '../../kernel/reason.ts'
import { hardshipCodeSchema } from '../people/hardship-schema.ts'
import { numberStateSchema, sexSchema } from '../people/schema.ts'

/** One side of a pair: enough to tell people apart, numbers masked. */
const sideSchema = z.object({
  id: personIdSchema,
  name: z.string(),
  sex: sexSchema,
  birthDate: daySchema.nullable(),
  communityName: z.string().nullable(),
  phone: z.string().nullable(),
  idNumber: z.object({ state: numberStateSchema, masked: z.string().nullable() }),
  address: z.string().nullable(),
  householdNumber: z.string().nullable(),
  labels: z.array(hardshipCodeSchema),
  services: z.int(),
  registrations: z.int(),
})

const pairSchema = z.object({
  first: sideSchema,
  second: sideSchema,
  why: z.array(z.object({ zh: z.string(), en: z.string() })),
  mayMerge: z.boolean(),
})
export type Pair = z.infer<typeof pairSchema>

export const listLikelyPairs = endpoint({
  name: 'merging.likely',
  kind: 'read',
  summary: { zh: '疑似重复的档案', en: 'Files that may be of one person' },
  input: z.object({ ...pageSchema.shape, projectId: projectIdSchema.optional(), personId: personIdSchema.optional() }),
  output: pageOf(pairSchema),
  permission: 'people.merge',
  trail: { writes: 'merging.likely' },
})

export const mergePeople = endpoint({
  name: 'merging.merge',
  kind: 'write',
  summary: { zh: '合并两份档案', en: 'Merge two files of one person' },
  input: z.object({ id: z.uuid(), keptId: personIdSchema, mergedId: personIdSchema, reason: reasonSchema }),
  output: z.object({ id: z.uuid() }),
  permission: 'people.merge',
  trail: { writes: 'merging.merge' },
})

export const undoMerge = endpoint({
  name: 'merging.undo',
  kind: 'write',
  summary: { zh: '撤销合并', en: 'Undo a merge' },
  input: z.object({ id: z.uuid(), reason: reasonSchema }),
  output: z.object({ keptId: personIdSchema, mergedId: personIdSchema }),
  permission: 'people.merge',
  trail: { writes: 'merging.undo' },
})

export const declareDistinct = endpoint({
  name: 'merging.declareDistinct',
  kind: 'write',
  summary: { zh: '确认是两个人（不再提示），或撤回确认', en: 'Say that two files are of two people, or take that back' },
  input: z.object({ firstId: personIdSchema, secondId: personIdSchema, distinct: z.boolean(), reason: reasonSchema }),
  output: z.object({}),
  permission: 'people.merge',
  trail: { writes: 'merging.declareDistinct' },
})
