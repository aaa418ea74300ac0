import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { divisionCodeSchema, personIdSchema, projectIdSchema, serviceIdSchema } from '../../kernel/ids.ts'
import { pageOf, pageSchema } from '../../kernel/paging.ts'
import { reasonSchema } from '../../kernel/reason.ts'

const needIdSchema = z.uuid().meta({ id: 'NeedId' })
export const prioritySchema = z.enum(['urgent', 'high', 'usual'])
export type Priority = z.infer<typeof prioritySchema>

/** open: nothing is done yet. inHand: actions are under way. The others are ends, and may be taken back. */
export const needStateSchema = z.enum(['open', 'inHand', 'met', 'notMet', 'withdrawn'])
export type NeedState = z.infer<typeof needStateSchema>

const actionSchema = z.object({
  id: z.uuid(),
  what: z.string().trim().min(1).max(200),
  who: z.string().trim().min(1).max(40),
  dueOn: daySchema,
  doneOn: daySchema.nullable(),
})
export type NeedAction = z.infer<typeof actionSchema>

export const needWordsSchema = z.object({
  statement: z.string(),
  judgement: z.string().nullable(),
  goal: z.string().nullable(),
  outcome: z.string().nullable(),
})
export type NeedWords = z.infer<typeof needWordsSchema>

export const needSchema = z.object({
  id: needIdSchema,
  version: z.int(),
  projectId: projectIdSchema,
  domainId: z.uuid().nullable(),
  domain: z.string().nullable(),
  priority: prioritySchema,
  assessment: z.object({ id: z.uuid(), scale: z.string(), day: daySchema.nullable() }).nullable(),
  state: needStateSchema,
  settledOn: daySchema.nullable(),
  metServiceId: serviceIdSchema.nullable(),
  ...needWordsSchema.shape,
  actions: z.array(actionSchema),
  createdBy: z.string().nullable(),
  createdAt: z.iso.datetime(),
  /** Cases whose plan works on it. */
  caseIds: z.array(z.uuid()),
  versions: z.array(z.object({ version: z.int(), reason: z.string(), by: z.string().nullable(), at: z.iso.datetime() })),
})
export type Need = z.infer<typeof needSchema>

const suggestionSchema = z.object({
  assessmentId: z.uuid(),
  rule: z.string(),
  scale: z.string(),
  day: daySchema.nullable(),
  score: z.number().nullable(),
  projectId: projectIdSchema,
  domainId: z.uuid().nullable(),
  domain: z.string().nullable(),
})
export type Suggestion = z.infer<typeof suggestionSchema>

export const listNeedsOfPerson = endpoint({
  name: 'needs.ofPerson',
  kind: 'read',
  summary: { zh: '某人的需求', en: 'A person’s needs' },
  input: z.object({ personId: personIdSchema }),
  output: z.object({ rows: z.array(needSchema), suggestions: z.array(suggestionSchema) }),
  permission: 'needs.read',
  trail: { writes: 'needs.ofPerson' },
})

export const saveNeed = endpoint({
  name: 'needs.save',
  kind: 'write',
  summary: { zh: '登记或更正一项需求', en: 'Record or correct a need' },
  input: z.object({
    id: needIdSchema,
    /** 0: a new one. */
    version: z.int().min(0),
    projectId: projectIdSchema,
    personId: personIdSchema,
    domainId: z.uuid().nullable(),
    priority: prioritySchema,
    /** Where it was seen: an assessment, or else a worker's judgement in words. */
    assessmentId: z.uuid().nullable(),
    judgement: z.string().trim().min(2).max(500).nullable(),
    statement: z.string().trim().min(2).max(500),
    goal: z.string().trim().max(300).nullable(),
    actions: z.array(actionSchema).max(20).default([]),
    /** Why it is changed; not asked of a new one. */
    reason: reasonSchema.nullable().default(null),
  }),
  output: z.object({ version: z.int() }),
  permission: 'needs.write',
  trail: { writes: 'needs.save' },
})

const settlingSchema = z.object({
  personId: personIdSchema,
  id: needIdSchema,
  version: z.int(),
  state: needStateSchema,
  on: daySchema,
  /** What was met, or why it was not, was withdrawn or is open again. */
  outcome: z.string().trim().min(2).max(500),
  /** By which service. */
  serviceId: serviceIdSchema.nullable().default(null),
})
export type Settling = z.output<typeof settlingSchema>

export const settleNeed = endpoint({
  name: 'needs.settle',
  kind: 'write',
  summary: { zh: '需求已满足、未满足、撤销，或重新打开', en: 'Say that a need is met, not met, withdrawn, or open again' },
  input: settlingSchema,
  output: z.object({ version: z.int() }),
  permission: 'needs.write',
  trail: { writes: 'needs.settle' },
})

export const finishAction = endpoint({
  name: 'needs.finishAction',
  kind: 'write',
  summary: { zh: '一项行动做完了，或撤回', en: 'An action is done, or not after all' },
  input: z.object({ personId: personIdSchema, needId: needIdSchema, version: z.int(), actionId: z.uuid(), doneOn: daySchema.nullable() }),
  output: z.object({ version: z.int() }),
  permission: 'needs.write',
  trail: { writes: 'needs.finishAction' },
})

const listedNeedSchema = z.object({
  id: needIdSchema,
  personId: personIdSchema,
  name: z.string(),
  communityName: z.string().nullable(),
  domain: z.string().nullable(),
  priority: prioritySchema,
  state: needStateSchema,
  statement: z.string(),
  actionsOpen: z.int(),
  actionsDone: z.int(),
  overdue: z.int(),
  nextDueOn: daySchema.nullable(),
})
export type ListedNeed = z.infer<typeof listedNeedSchema>

export const listNeeds = endpoint({
  name: 'needs.list',
  kind: 'read',
  summary: { zh: '项目里的需求，按类别和优先级', en: 'A project’s needs, by domain and priority' },
  input: z.object({
    ...pageSchema.shape,
    projectId: projectIdSchema,
    /** `other`: none of the project's. */
    domain: z.union([z.uuid(), z.literal('other')]).optional(),
    priority: prioritySchema.optional(),
    communityCode: divisionCodeSchema.optional(),
    show: z.enum(['open', 'settled', 'overdue']).default('open'),
  }),
  output: pageOf(listedNeedSchema).extend({
    asOf: daySchema,
    overdue: z.int(),
    /** Needs that are open or in hand, by domain and priority. */
    counts: z.array(z.object({ domainId: z.uuid().nullable(), domain: z.string().nullable(), priority: prioritySchema, needs: z.int() })),
  }),
  permission: 'needs.read',
  trail: { writes: 'needs.list' },
})
