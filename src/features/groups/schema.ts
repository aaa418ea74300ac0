import { z } from 'zod'
import { daySchema, timeSchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { attendanceIdSchema, divisionCodeSchema, personIdSchema, projectIdSchema, serviceIdSchema } from '../../kernel/ids.ts'
import { paperAnswers, paperFormatSchema } from '../../kernel/paper.ts'
import { fenSchema } from '../../kernel/money.ts'
import { reasonSchema } from '../../kernel/reason.ts'
import { statusSchema } from '../ledger/kind-schema.ts'
import { markSchema, phaseSchema } from './group-schema.ts'

const text = z.string().trim().max(1000).nullable()
const short = z.string().trim().max(80).nullable()

export const listGroups = endpoint({
  name: 'groups.list',
  kind: 'read',
  summary: { zh: '小组列表', en: 'List groups' },
  input: z.object({ projectId: projectIdSchema }),
  output: z.object({
    rows: z.array(
      z.object({
        id: z.uuid(),
        number: z.string(),
        name: z.string(),
        nature: z.string().nullable(),
        communityCode: divisionCodeSchema.nullable(),
        communityName: z.string().nullable(),
        worker: z.string().nullable(),
        held: z.int(),
        planned: z.int(),
        members: z.int(),
        attendances: z.int(),
        averageRate: z.number().nullable(),
        absentTwice: z.int(),
        nextDay: daySchema.nullable(),
        closedOn: daySchema.nullable(),
      }),
    ),
  }),
  permission: 'groups.read',
  trail: { unwritten: 'Groups and numbers, no persons.' },
})
export type GroupRow = z.output<typeof listGroups.output>['rows'][number]

/** 小组计划书 without its sessions. */
const planSchema = z.object({
  number: z.string().trim().min(1).max(30),
  name: z.string().trim().min(1).max(80),
  nature: short,
  communityCode: divisionCodeSchema,
  worker: z.string().trim().max(40).nullable(),
  theory: text,
  goal: text,
  aims: z.array(z.string().trim().min(1).max(200)).max(12),
  criteria: text,
  size: z.int().min(0).max(200).nullable(),
  frequency: short,
  place: short,
  recruiting: text,
  budget: text,
  risks: text,
  evaluation: text,
})
export type GroupPlan = z.output<typeof planSchema>

const partSchema = z.object({
  minutes: z.int().min(0).max(600).nullable(),
  content: z.string().trim().min(1).max(200),
  materials: short,
  who: short,
})
const sessionInputSchema = z.object({
  ordinal: z.int().min(1).max(99),
  day: daySchema,
  startsAt: timeSchema.nullable(),
  minutes: z.int().min(0).max(1440).nullable(),
  place: short,
  topic: short,
  goal: text,
  parts: z.array(partSchema).max(20),
})
export type SessionInput = z.output<typeof sessionInputSchema>

/** 小组过程记录 of one session, without its roll. */
export const recordSchema = z.object({
  course: text,
  performance: text,
  dynamics: text,
  intervention: text,
  reached: text,
  review: text,
  next: text,
})
export type ProcessRecord = z.output<typeof recordSchema>

const summarySchema = z.object({
  answers: z.int().min(0).max(500).nullable(),
  satisfied: z.int().min(0).max(500).nullable(),
  achieved: text,
  reflection: text,
  costFen: fenSchema.min(0).nullable(),
  closedOn: daySchema.nullable(),
})

const sessionSchema = sessionInputSchema.extend({
  serviceId: serviceIdSchema,
  version: z.int(),
  day: daySchema.nullable(),
  startsAt: z.string().nullable(),
  status: statusSchema,
  phase: phaseSchema.nullable(),
  hasRecord: z.boolean(),
  present: z.int(),
})
const memberSchema = z.object({
  id: z.uuid(),
  personId: personIdSchema.nullable(),
  name: z.string(),
  joinedOn: daySchema.nullable(),
  leftOn: daySchema.nullable(),
  leaveReason: z.string().nullable(),
  isAbsentTwice: z.boolean(),
  marks: z.array(z.object({ serviceId: serviceIdSchema, mark: markSchema })),
})
const groupSchema = planSchema.extend({
  id: z.uuid(),
  projectId: projectIdSchema,
  version: z.int(),
  communityCode: divisionCodeSchema.nullable(),
  communityName: z.string().nullable(),
  sessions: z.array(sessionSchema),
  members: z.array(memberSchema),
  summary: summarySchema,
  rolled: z.object({ held: z.int(), planned: z.int(), attendances: z.int(), averageRate: z.number().nullable() }),
  scores: z.array(z.object({ scale: z.string(), pairs: z.int(), before: z.number(), after: z.number() })),
  /** Who has a score on which occasion of the group, without what it is. */
  assessed: z.array(z.object({ scale: z.string(), personId: personIdSchema, phase: z.enum(['before', 'during', 'after']) })),
})
export type Group = z.infer<typeof groupSchema>
export type GroupSession = z.infer<typeof sessionSchema>
export type GroupMember = z.infer<typeof memberSchema>

export const openGroup = endpoint({
  name: 'groups.open',
  kind: 'read',
  summary: { zh: '打开小组', en: 'Open a group' },
  input: z.object({ id: z.uuid() }),
  output: groupSchema,
  permission: 'groups.read',
  trail: { writes: 'groups.open' },
})

export const saveGroup = endpoint({
  name: 'groups.save',
  kind: 'write',
  summary: { zh: '保存小组计划书', en: 'Save a group’s plan' },
  /** `version` 0: a new group. */
  input: planSchema.extend({ id: z.uuid(), projectId: projectIdSchema, version: z.int() }),
  output: z.object({ version: z.int() }),
  permission: 'groups.write',
  trail: { writes: 'groups.save' },
})

export const saveSummary = endpoint({
  name: 'groups.saveSummary',
  kind: 'write',
  summary: { zh: '保存小组总结', en: 'Save a group’s summary' },
  input: summarySchema.extend({ id: z.uuid(), version: z.int() }),
  output: z.object({ version: z.int() }),
  permission: 'groups.write',
  trail: { writes: 'groups.saveSummary' },
})

export const addMembers = endpoint({
  name: 'groups.addMembers',
  kind: 'write',
  summary: { zh: '加入组员', en: 'Add members' },
  input: z.object({
    groupId: z.uuid(),
    members: z
      .array(z.object({ id: z.uuid(), personId: personIdSchema }))
      .min(1)
      .max(60),
    on: daySchema.nullable(),
  }),
  output: z.object({ added: z.int() }),
  permission: 'groups.write',
  trail: { writes: 'groups.addMembers' },
})

export const leaveGroup = endpoint({
  name: 'groups.leave',
  kind: 'write',
  summary: { zh: '组员退出，或撤回退出', en: 'A member leaves, or did not after all' },
  input: z.object({ groupId: z.uuid(), memberId: z.uuid(), on: daySchema.nullable(), reason: reasonSchema }),
  output: z.object({}),
  permission: 'groups.write',
  trail: { writes: 'groups.leave' },
})

export const resolveMember = endpoint({
  name: 'groups.resolveMember',
  kind: 'write',
  summary: { zh: '认定一位组员是谁，点名记录一并认定', en: 'Say who a member is; the rolls of the group follow' },
  input: z.object({ groupId: z.uuid(), memberId: z.uuid(), personId: personIdSchema }),
  output: z.object({ attendances: z.int() }),
  permission: 'groups.write',
  trail: { writes: 'groups.resolveMember' },
})

export const saveSession = endpoint({
  name: 'groups.saveSession',
  kind: 'write',
  summary: { zh: '安排或更正一节', en: 'Plan or correct a session' },
  /** `version` 0: a new session. One that was held is corrected for a reason. */
  input: sessionInputSchema.extend({ groupId: z.uuid(), serviceId: serviceIdSchema, version: z.int(), reason: reasonSchema.nullable() }),
  output: z.object({ version: z.int() }),
  permission: 'groups.write',
  trail: { writes: 'groups.saveSession' },
})

export const keepRoll = endpoint({
  name: 'groups.keepRoll',
  kind: 'write',
  summary: { zh: '点名', en: 'Keep the roll of a session' },
  input: z.object({
    serviceId: serviceIdSchema,
    version: z.int(),
    marks: z.array(z.object({ memberId: z.uuid(), attendanceId: attendanceIdSchema, mark: markSchema })).max(200),
    phase: phaseSchema.nullable(),
    reason: reasonSchema.nullable(),
  }),
  output: z.object({ version: z.int(), present: z.int() }),
  permission: 'groups.write',
  trail: { writes: 'groups.keepRoll' },
})

export const cancelSession = endpoint({
  name: 'groups.cancelSession',
  kind: 'write',
  summary: { zh: '取消一节，或恢复为计划', en: 'Cancel a session, or plan it again' },
  input: z.object({ serviceId: serviceIdSchema, version: z.int(), cancelled: z.boolean(), reason: reasonSchema }),
  output: z.object({ version: z.int() }),
  permission: 'groups.write',
  trail: { writes: 'groups.cancelSession' },
})

export const openSession = endpoint({
  name: 'groups.openSession',
  kind: 'read',
  summary: { zh: '打开一节的过程记录', en: 'Open a session’s process record' },
  input: z.object({ serviceId: serviceIdSchema }),
  output: z.object({
    groupId: z.uuid(),
    group: groupSchema,
    record: recordSchema.nullable(),
    recordVersion: z.int(),
    isReadable: z.boolean(),
  }),
  permission: 'groups.read',
  trail: { writes: 'groups.openSession' },
})

export const saveRecord = endpoint({
  name: 'groups.saveRecord',
  kind: 'write',
  summary: { zh: '保存小组过程记录', en: 'Save a session’s process record' },
  input: z.object({ serviceId: serviceIdSchema, recordVersion: z.int(), record: recordSchema }),
  output: z.object({ recordVersion: z.int() }),
  permission: 'groups.write',
  trail: { writes: 'groups.saveRecord' },
})

export const printGroup = endpoint({
  name: 'groups.print',
  kind: 'read',
  summary: { zh: '打印小组计划书、总结或一节的过程记录', en: 'A group’s plan or summary, or a session’s record, to print' },
  /** Without a service the group’s own papers; with one, the process record of that session. */
  input: z.object({
    id: z.uuid(),
    paper: z.enum(['plan', 'summary', 'record']),
    serviceId: serviceIdSchema.optional(),
    format: paperFormatSchema,
  }),
  output: z.any().meta({ description: 'The paper as HTML, PDF or Word.' }),
  permission: 'groups.read',
  trail: { writes: 'groups.print' },
  answers: paperAnswers,
})
