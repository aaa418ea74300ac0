import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { divisionCodeSchema, personIdSchema, projectIdSchema } from '../../kernel/ids.ts'
import { pageOf, pageSchema } from '../../kernel/paging.ts'
import { reasonSchema } from '../../kernel/reason.ts'
import type { Words } from '../../kernel/words.ts'
import { prioritySchema } from '../needs/schema.ts'
import { linkKindSchema, timesSchema } from './link-kind-schema.ts'

export const holderSchema = z.enum(['person', 'group', 'community'])
export type Holder = z.infer<typeof holderSchema>
export const holderWords: Record<Holder, Words> = {
  person: { zh: '个人', en: 'A person' },
  group: { zh: '人群', en: 'A group' },
  community: { zh: '社区', en: 'The community' },
}

export const needStateSchema = z.enum(['open', 'met', 'withdrawn'])
export type LinkNeedState = z.infer<typeof needStateSchema>
export const linkNeedStateWords: Record<LinkNeedState, Words> = {
  open: { zh: '待链接', en: 'Open' },
  met: { zh: '已满足', en: 'Met' },
  withdrawn: { zh: '已撤销', en: 'Withdrawn' },
}

const needFileSchema = z.object({
  communityCode: divisionCodeSchema,
  holder: holderSchema,
  personId: personIdSchema.nullable(),
  groupId: z.uuid().nullable(),
  /** The need in the person's file that it stands for. */
  needId: z.uuid().nullable(),
  /** The project of the third list that takes it up. */
  planId: z.uuid().nullable(),
  kind: linkKindSchema,
  title: z.string().trim().min(2).max(60),
  note: z.string().trim().max(400).nullable(),
  skill: z.string().trim().max(60).nullable(),
  quantity: z.int().min(1).max(100_000),
  unit: z.string().trim().max(8).nullable(),
  times: timesSchema,
  wantedBy: daySchema.nullable(),
  needsVetting: z.boolean(),
  priority: prioritySchema,
})
export type NeedFile = z.infer<typeof needFileSchema>

const needRowSchema = needFileSchema.extend({
  id: z.uuid(),
  projectId: projectIdSchema,
  version: z.int(),
  state: needStateSchema,
  stateReason: z.string().nullable(),
  communityName: z.string(),
  personName: z.string().nullable(),
  groupName: z.string().nullable(),
  planTitle: z.string().nullable(),
  /** Units of links under way, and of those done and after. */
  promised: z.int(),
  given: z.int(),
})
export type NeedRow = z.infer<typeof needRowSchema>

export const listLinkNeeds = endpoint({
  name: 'linkage.needs',
  kind: 'read',
  summary: { zh: '需求清单', en: 'The list of needs' },
  input: z.object({
    ...pageSchema.shape,
    projectId: projectIdSchema,
    kind: linkKindSchema.optional(),
    communityCode: divisionCodeSchema.optional(),
    state: needStateSchema.default('open'),
    planId: z.uuid().optional(),
    /** One of them. */
    id: z.uuid().optional(),
  }),
  output: pageOf(needRowSchema).extend({ asOf: daySchema }),
  permission: 'linkage.read',
  trail: { writes: 'linkage.needs' },
})

export const saveLinkNeed = endpoint({
  name: 'linkage.saveNeed',
  kind: 'write',
  summary: { zh: '登记或修改一项待链接的需求', en: 'Record or change a need to be linked' },
  input: z.object({ id: z.uuid(), projectId: projectIdSchema, /** 0: a new one. */ version: z.int().min(0), file: needFileSchema }),
  output: z.object({ version: z.int() }),
  permission: 'linkage.request',
  trail: { writes: 'linkage.saveNeed' },
})

export const settleLinkNeed = endpoint({
  name: 'linkage.settleNeed',
  kind: 'write',
  summary: { zh: '需求已满足、撤销，或重新打开', en: 'A need is met, withdrawn, or open again' },
  input: z.object({ id: z.uuid(), version: z.int(), state: needStateSchema, reason: reasonSchema }),
  output: z.object({ version: z.int() }),
  permission: 'linkage.request',
  trail: { writes: 'linkage.settleNeed' },
})
