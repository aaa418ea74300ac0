import { z } from 'zod'
import { daySchema, monthSchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { divisionCodeSchema, householdIdSchema, personIdSchema, projectIdSchema } from '../../kernel/ids.ts'
import { pageOf, pageSchema } from '../../kernel/paging.ts'
import { reasonSchema } from '../../kernel/reason.ts'
import { kindSchema } from '../ledger/kind-schema.ts'
import { hardshipCodeSchema } from '../people/hardship-schema.ts'
import { meansSchema, showSchema, stepSchema, tierSchema, visitSettingsSchema } from './visit-schema.ts'

const wordsSchema = z.object({ zh: z.string(), en: z.string() })
const workerSchema = z.string().trim().min(1).max(40)

const suggestionSchema = z.object({
  tier: tierSchema,
  reasons: z.array(z.object({ key: z.string(), tier: tierSchema, because: wordsSchema })),
})

/** An elder on the duty list: since when due, how often, the last service, who looks after them. */
const dutyRowSchema = z.object({
  personId: personIdSchema,
  name: z.string(),
  phone: z.string().nullable(),
  communityCode: divisionCodeSchema.nullable(),
  communityName: z.string().nullable(),
  labels: z.array(hardshipCodeSchema),
  tier: tierSchema,
  isDecided: z.boolean(),
  suggestion: suggestionSchema,
  everyDays: z.int(),
  dueOn: daySchema,
  overdueDays: z.int(),
  wantsFace: z.boolean(),
  lastLook: z.object({ day: daySchema, kind: kindSchema, means: meansSchema.nullable() }).nullable(),
  lastService: z.object({ day: daySchema, kind: kindSchema }).nullable(),
  attempts: z.int(),
  worker: z.string().nullable(),
  workerFrom: z.enum(['assigned', 'visitor']).nullable(),
  labelsToReview: z.array(hardshipCodeSchema),
  tierReviewOn: daySchema.nullable(),
  escalation: z.object({ id: z.uuid(), openedOn: daySchema, steps: z.array(stepSchema) }).nullable(),
  shows: z.array(showSchema),
})
export type DutyRow = z.infer<typeof dutyRowSchema>

const dutyPermission = {
  permission: 'visits.read',
  trail: { unwritten: 'A list with numbers masked; opening a file is trailed.' },
} as const

export const showUnreached = endpoint({
  name: 'visits.overview',
  kind: 'read',
  summary: { zh: '我们还没有看望谁', en: 'Whom have we not reached' },
  input: z.object({ projectId: projectIdSchema }),
  output: z.object({
    asOf: daySchema,
    ended: z.boolean(),
    settings: visitSettingsSchema,
    counts: z.record(showSchema, z.int()),
    overdueByCommunity: z.array(
      z.object({ code: divisionCodeSchema.nullable(), name: z.string().nullable(), count: z.int(), of: z.int() }),
    ),
    overdueByWorker: z.array(z.object({ worker: z.string(), count: z.int() })),
    workers: z.array(z.string()),
    urgentProblems: z.int(),
  }),
  ...dutyPermission,
})
export type Unreached = z.infer<typeof showUnreached.output>

export const listDuty = endpoint({
  name: 'visits.duty',
  kind: 'read',
  summary: { zh: '探访责任名单', en: 'Whom to look in on' },
  input: z.object({
    ...pageSchema.shape,
    projectId: projectIdSchema,
    show: showSchema,
    communityCode: divisionCodeSchema.optional(),
    /** '' for nobody's. */
    worker: z.string().max(40).optional(),
    tier: tierSchema.optional(),
    search: z.string().trim().max(40).optional(),
  }),
  output: pageOf(dutyRowSchema).extend({ asOf: daySchema }),
  ...dutyPermission,
})

export const showRates = endpoint({
  name: 'visits.rates',
  kind: 'read',
  summary: { zh: '各社区月探访率', en: 'Monthly visit rates' },
  input: z.object({ projectId: projectIdSchema }),
  output: z.object({
    months: z.array(monthSchema),
    cells: z.array(
      z.object({
        month: monthSchema,
        communityCode: divisionCodeSchema.nullable(),
        communityName: z.string().nullable(),
        registered: z.int(),
        visited: z.int(),
      }),
    ),
  }),
  permission: 'visits.read',
  trail: { unwritten: 'Numbers by community, no persons.' },
})

export const listRateMembers = endpoint({
  name: 'visits.rateMembers',
  kind: 'read',
  summary: { zh: '月探访率的名单', en: 'Who was visited in a month, and who was not' },
  input: z.object({
    projectId: projectIdSchema,
    month: monthSchema,
    communityCode: divisionCodeSchema.optional(),
    visited: z.boolean().optional(),
  }),
  output: z.object({
    rows: z.array(
      z.object({
        personId: personIdSchema,
        name: z.string(),
        communityCode: divisionCodeSchema.nullable(),
        communityName: z.string().nullable(),
        visited: z.boolean(),
      }),
    ),
  }),
  ...dutyPermission,
})

export const showSettings = endpoint({
  name: 'visits.settings',
  kind: 'read',
  summary: { zh: '探访频次与认可方式', en: 'How often to visit, and by which means' },
  input: z.object({ projectId: projectIdSchema }),
  output: z.object({ settings: visitSettingsSchema, version: z.int() }),
  permission: 'visits.read',
  trail: { unwritten: 'Settings, no persons.' },
})

export const saveSettings = endpoint({
  name: 'visits.saveSettings',
  kind: 'write',
  summary: { zh: '保存探访频次与认可方式', en: 'Save how often to visit, and by which means' },
  input: z.object({ projectId: projectIdSchema, version: z.int(), settings: visitSettingsSchema }),
  output: z.object({ version: z.int() }),
  permission: 'projects.manage',
  trail: { writes: 'visits.saveSettings' },
})

export const decideTier = endpoint({
  name: 'visits.decideTier',
  kind: 'write',
  summary: { zh: '确定风险等级', en: 'Decide a tier of risk' },
  input: z.object({
    id: z.uuid(),
    projectId: projectIdSchema,
    personId: personIdSchema,
    tier: tierSchema,
    reason: reasonSchema,
    reviewOn: daySchema.nullable(),
  }),
  output: z.object({}),
  permission: 'visits.write',
  trail: { writes: 'visits.decideTier' },
})

export const withdrawTier = endpoint({
  name: 'visits.withdrawTier',
  kind: 'write',
  summary: { zh: '撤回一次风险定级', en: 'Take back a decision on the tier' },
  input: z.object({ id: z.uuid(), projectId: projectIdSchema, personId: personIdSchema, reason: reasonSchema }),
  output: z.object({}),
  permission: 'visits.write',
  trail: { writes: 'visits.withdrawTier' },
})

export const assignVisits = endpoint({
  name: 'visits.assign',
  kind: 'write',
  summary: { zh: '指定谁负责看望', en: 'Say who looks after whom' },
  input: z.object({ projectId: projectIdSchema, personIds: z.array(personIdSchema).min(1).max(500), worker: workerSchema.nullable() }),
  output: z.object({ assigned: z.int() }),
  permission: 'visits.write',
  trail: { writes: 'visits.assign' },
})

export const takeStep = endpoint({
  name: 'visits.takeStep',
  kind: 'write',
  summary: {
    zh: '记一步：问了邻居、社区、家属或报了 110',
    en: 'Record that a neighbour, the community, the family or the police was asked',
  },
  input: z.object({ id: z.uuid(), escalationId: z.uuid(), step: stepSchema, said: z.string().trim().max(300).nullable() }),
  output: z.object({}),
  permission: 'visits.write',
  trail: { writes: 'visits.takeStep' },
})

export const closeEscalation = endpoint({
  name: 'visits.closeEscalation',
  kind: 'write',
  summary: { zh: '办结“见不到人”', en: 'Close what was opened because somebody was not met' },
  input: z.object({
    id: z.uuid(),
    outcome: z.enum(['safe', 'hospital', 'moved', 'died', 'mistake', 'other']),
    said: z.string().trim().min(2).max(300),
  }),
  output: z.object({}),
  permission: 'visits.write',
  trail: { writes: 'visits.closeEscalation' },
})

/** What stands at a door: everybody of the household on the register, and what is still open from before. */
export const openDoor = endpoint({
  name: 'visits.door',
  kind: 'read',
  summary: { zh: '上门前看一眼', en: 'What to know before knocking' },
  input: z.object({ projectId: projectIdSchema, personId: personIdSchema }),
  output: z.object({
    asOf: daySchema,
    settings: visitSettingsSchema,
    address: z.string().nullable(),
    people: z.array(dutyRowSchema.extend({ householdId: householdIdSchema.nullable() })),
    contacts: z.array(z.object({ name: z.string(), relation: z.string().nullable(), phone: z.string().nullable() })),
  }),
  permission: 'visits.read',
  trail: { writes: 'visits.door' },
})
