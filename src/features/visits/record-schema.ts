import { z } from 'zod'
import { daySchema, timeSchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { attendanceIdSchema, divisionCodeSchema, personIdSchema, projectIdSchema, serviceIdSchema } from '../../kernel/ids.ts'
import { paperAnswers, paperFormatSchema } from '../../kernel/paper.ts'
import { pageOf, pageSchema } from '../../kernel/paging.ts'
import { reasonSchema } from '../../kernel/reason.ts'
import { kindSchema, statusSchema } from '../ledger/kind-schema.ts'
import {
  deedSchema,
  itemSchema,
  meansSchema,
  outcomeSchema,
  referredToSchema,
  stepSchema,
  tierSchema,
  urgencySchema,
} from './visit-schema.ts'

const wordsSchema = z.object({ zh: z.string(), en: z.string() })

const problemInputSchema = z.object({
  id: z.uuid(),
  item: itemSchema,
  /** Null: of the home, or of all who were there. */
  personId: personIdSchema.nullable(),
  urgency: urgencySchema,
  found: z.string().trim().min(1).max(300),
  handled: z.string().trim().max(300).nullable(),
  referredTo: referredToSchema.nullable(),
})
export type ProblemInput = z.output<typeof problemInputSchema>

const visitInputSchema = z.object({
  communityCode: divisionCodeSchema,
  day: daySchema,
  startsAt: timeSchema.nullable(),
  minutes: z.int().min(0).max(1440).nullable(),
  means: meansSchema,
  informant: z.string().trim().max(60).nullable(),
  worker: z.string().trim().max(40).nullable(),
  people: z
    .array(z.object({ id: attendanceIdSchema, personId: personIdSchema, seen: z.boolean() }))
    .min(1)
    .max(12),
  checks: z.partialRecord(itemSchema, z.boolean()),
  deeds: z.array(deedSchema).max(4),
  problems: z.array(problemInputSchema).max(20),
  note: z.string().trim().max(1000).nullable(),
})
export type VisitInput = z.output<typeof visitInputSchema>

export const recordVisit = endpoint({
  name: 'visits.record',
  kind: 'write',
  summary: { zh: '记一次探访', en: 'Record a visit' },
  input: visitInputSchema.extend({ id: serviceIdSchema, projectId: projectIdSchema }),
  output: z.object({ id: serviceIdSchema, status: statusSchema, escalated: z.array(z.string()) }),
  permission: 'visits.write',
  trail: { writes: 'visits.record' },
})

export const correctVisit = endpoint({
  name: 'visits.correct',
  kind: 'write',
  summary: { zh: '更正一次探访（保留原记录和理由）', en: 'Correct a visit, keeping what stood and why' },
  input: visitInputSchema.extend({ id: serviceIdSchema, version: z.int(), reason: reasonSchema }),
  output: z.object({ version: z.int() }),
  permission: 'visits.write',
  trail: { writes: 'visits.correct' },
})

export const cancelVisit = endpoint({
  name: 'visits.cancel',
  kind: 'write',
  summary: { zh: '撤销误记的探访', en: 'Take back a visit recorded by mistake' },
  input: z.object({ id: serviceIdSchema, version: z.int(), reason: reasonSchema }),
  output: z.object({ version: z.int() }),
  permission: 'visits.write',
  trail: { writes: 'visits.cancel' },
})

const problemSchema = z.object({
  id: z.uuid(),
  serviceId: serviceIdSchema,
  day: daySchema.nullable(),
  item: itemSchema,
  personId: personIdSchema.nullable(),
  name: z.string().nullable(),
  communityName: z.string().nullable(),
  urgency: urgencySchema,
  /** Null to whoever may not read it. */
  found: z.string().nullable(),
  handled: z.string().nullable(),
  referredTo: referredToSchema.nullable(),
  settledOn: daySchema.nullable(),
  settled: z.string().nullable(),
})
export type VisitProblem = z.infer<typeof problemSchema>

const visitSchema = z.object({
  id: serviceIdSchema,
  projectId: projectIdSchema,
  version: z.int(),
  kind: kindSchema,
  status: statusSchema,
  day: daySchema.nullable(),
  startsAt: z.string().nullable(),
  minutes: z.int().nullable(),
  communityCode: divisionCodeSchema.nullable(),
  communityName: z.string().nullable(),
  worker: z.string().nullable(),
  means: meansSchema.nullable(),
  /** As an imported table has it. */
  meansWritten: z.string(),
  informant: z.string().nullable(),
  people: z.array(z.object({ personId: personIdSchema, name: z.string(), seen: z.boolean() })),
  checks: z.partialRecord(itemSchema, z.boolean()),
  deeds: z.array(deedSchema),
  /** What an imported table checked under words of its own. */
  otherChecks: z.array(z.object({ name: z.string(), good: z.boolean() })),
  problems: z.array(problemSchema),
  problemWritten: z.string().nullable(),
  handledWritten: z.string().nullable(),
  note: z.string().nullable(),
  isReadable: z.boolean(),
})
export type Visit = z.infer<typeof visitSchema>

export const openVisit = endpoint({
  name: 'visits.open',
  kind: 'read',
  summary: { zh: '打开一次探访', en: 'Open a visit' },
  input: z.object({ id: serviceIdSchema }),
  output: visitSchema,
  permission: 'visits.read',
  trail: { writes: 'visits.open' },
})

const escalationSchema = z.object({
  id: z.uuid(),
  openedOn: daySchema,
  steps: z.array(z.object({ step: stepSchema, at: z.iso.datetime(), by: z.string().nullable(), said: z.string().nullable() })),
  closedOn: daySchema.nullable(),
  outcome: outcomeSchema.nullable(),
  closedBy: z.string().nullable(),
  said: z.string().nullable(),
})
export type Escalation = z.infer<typeof escalationSchema>

export const showVisitsOfPerson = endpoint({
  name: 'visits.ofPerson',
  kind: 'read',
  summary: { zh: '某人的探访与风险等级', en: 'A person’s visits and tier of risk' },
  input: z.object({ projectId: projectIdSchema, personId: personIdSchema }),
  output: z.object({
    asOf: daySchema,
    isOnDuty: z.boolean(),
    tier: tierSchema,
    isDecided: z.boolean(),
    suggestion: z.object({ tier: tierSchema, reasons: z.array(z.object({ key: z.string(), tier: tierSchema, because: wordsSchema })) }),
    everyDays: z.int(),
    faceDays: z.int().nullable(),
    reviewDays: z.int(),
    dueOn: daySchema.nullable(),
    overdueDays: z.int(),
    worker: z.string().nullable(),
    decisions: z.array(
      z.object({
        id: z.uuid(),
        tier: tierSchema,
        suggested: tierSchema,
        reason: z.string(),
        decidedOn: daySchema,
        decidedBy: z.string().nullable(),
        reviewOn: daySchema.nullable(),
        withdrawnReason: z.string().nullable(),
      }),
    ),
    escalations: z.array(escalationSchema),
    problems: z.array(problemSchema),
    visits: z.array(
      z.object({
        id: serviceIdSchema,
        kind: kindSchema,
        status: statusSchema,
        day: daySchema.nullable(),
        worker: z.string().nullable(),
        means: meansSchema.nullable(),
        seen: z.boolean(),
        problems: z.int(),
      }),
    ),
  }),
  permission: 'visits.read',
  trail: { writes: 'visits.ofPerson' },
})
export type VisitsOfPerson = z.infer<typeof showVisitsOfPerson.output>

export const listProblems = endpoint({
  name: 'visits.problems',
  kind: 'read',
  summary: { zh: '探访发现、还没办结的问题', en: 'Problems found on visits and not settled' },
  input: z.object({
    ...pageSchema.shape,
    projectId: projectIdSchema,
    urgency: urgencySchema.optional(),
    communityCode: divisionCodeSchema.optional(),
  }),
  output: pageOf(problemSchema),
  permission: 'visits.read',
  trail: { writes: 'visits.problems' },
})

export const settleProblem = endpoint({
  name: 'visits.settleProblem',
  kind: 'write',
  summary: { zh: '办结一个问题，或重新打开', en: 'Settle a problem, or open it again' },
  input: z.object({ id: z.uuid(), settled: z.string().trim().min(2).max(300).nullable() }),
  output: z.object({}),
  permission: 'visits.write',
  trail: { writes: 'visits.settleProblem' },
})

export const printVisit = endpoint({
  name: 'visits.print',
  kind: 'read',
  summary: { zh: '打印探访记录', en: 'A visit’s record, to print' },
  input: z.object({ id: serviceIdSchema, format: paperFormatSchema }),
  output: z.any().meta({ description: 'The paper as HTML, PDF or Word.' }),
  permission: 'visits.read',
  trail: { writes: 'visits.print' },
  answers: paperAnswers,
})
