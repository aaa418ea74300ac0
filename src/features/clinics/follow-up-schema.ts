import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { attendanceIdSchema, personIdSchema, projectIdSchema, serviceIdSchema } from '../../kernel/ids.ts'
import { pageOf, pageSchema } from '../../kernel/paging.ts'
import { reasonSchema } from '../../kernel/reason.ts'

export const meansSchema = z.enum(['phone', 'visit', 'clinic', 'message'])
export type Means = z.infer<typeof meansSchema>
export const resultSchema = z.enum(['went', 'will_go', 'not_gone', 'in_range', 'still_high', 'not_reached'])
export type Result = z.infer<typeof resultSchema>
export const outcomeSchema = z.enum(['seen', 'treated', 'in_range', 'refused', 'not_found', 'moved', 'died', 'not_needed'])
export type Outcome = z.infer<typeof outcomeSchema>
export const followUpLevelSchema = z.enum(['note', 'retest', 'advise', 'urgent', 'emergency'])

const rowSchema = z.object({
  id: z.uuid(),
  attendanceId: attendanceIdSchema,
  serviceId: serviceIdSchema,
  personId: personIdSchema.nullable(),
  name: z.string(),
  phone: z.string().nullable(),
  communityName: z.string().nullable(),
  clinicDay: daySchema.nullable(),
  level: followUpLevelSchema,
  findings: z.array(z.string()),
  openedOn: daySchema,
  dueOn: daySchema,
  told: z.boolean(),
  isOverdue: z.boolean(),
  entries: z.int(),
  lastOn: daySchema.nullable(),
  lastResult: resultSchema.nullable(),
  closedOn: daySchema.nullable(),
  outcome: outcomeSchema.nullable(),
  version: z.int(),
})
export type FollowUpRow = z.infer<typeof rowSchema>

export const listFollowUps = endpoint({
  name: 'followUps.list',
  kind: 'read',
  summary: { zh: '义诊随访名单', en: 'Whom to follow up after clinic days' },
  input: z.object({
    ...pageSchema.shape,
    projectId: projectIdSchema,
    serviceId: serviceIdSchema.optional(),
    show: z.enum(['open', 'overdue', 'closed']).default('open'),
  }),
  output: pageOf(rowSchema).extend({
    /** The day as of which something is overdue: today, or two weeks after the project's last day when that is past. */
    asOf: daySchema,
    overdue: z.int(),
    /** Open and due within a week of `asOf`. */
    dueSoon: z.int(),
    /** Visitors at a danger limit for whom nothing was arranged. */
    notArranged: z.int(),
  }),
  permission: 'clinics.read',
  trail: { writes: 'followUps.list' },
})

export const openFollowUp = endpoint({
  name: 'followUps.open',
  kind: 'read',
  summary: { zh: '打开一条随访', en: 'Open a follow-up' },
  input: z.object({ id: z.uuid() }),
  output: rowSchema.extend({
    history: z.array(
      z.object({
        id: z.uuid(),
        day: daySchema,
        means: meansSchema,
        result: resultSchema,
        note: z.string().nullable(),
        madeBy: z.string().nullable(),
      }),
    ),
    closing: z.string().nullable(),
  }),
  permission: 'clinics.read',
  trail: { writes: 'followUps.open' },
})

export const addFollowUps = endpoint({
  name: 'followUps.add',
  kind: 'write',
  summary: { zh: '安排随访', en: 'Arrange to follow somebody up' },
  input: z.object({
    serviceId: serviceIdSchema,
    visitors: z
      .array(z.object({ id: z.uuid(), attendanceId: attendanceIdSchema }))
      .min(1)
      .max(200),
    /** Whether they were told what to do. */
    told: z.boolean(),
  }),
  output: z.object({ added: z.int(), dueOn: daySchema }),
  permission: 'clinics.write',
  trail: { writes: 'followUps.add' },
})

export const addFollowUpEntry = endpoint({
  name: 'followUps.addEntry',
  kind: 'write',
  summary: { zh: '记一次随访', en: 'Record that somebody was asked after' },
  input: z.object({
    id: z.uuid(),
    version: z.int(),
    entry: z.object({
      id: z.uuid(),
      day: daySchema,
      means: meansSchema,
      result: resultSchema,
      note: z.string().trim().max(400).nullable(),
    }),
  }),
  output: z.object({ version: z.int() }),
  permission: 'clinics.write',
  trail: { writes: 'followUps.addEntry' },
})

export const closeFollowUp = endpoint({
  name: 'followUps.close',
  kind: 'write',
  summary: { zh: '办结随访', en: 'Close a follow-up' },
  input: z.object({ id: z.uuid(), version: z.int(), outcome: outcomeSchema, note: z.string().trim().max(400).nullable() }),
  output: z.object({ version: z.int() }),
  permission: 'clinics.write',
  trail: { writes: 'followUps.close' },
})

export const reopenFollowUp = endpoint({
  name: 'followUps.reopen',
  kind: 'write',
  summary: { zh: '重新打开随访', en: 'Open a follow-up again' },
  input: z.object({ id: z.uuid(), version: z.int(), reason: reasonSchema }),
  output: z.object({ version: z.int() }),
  permission: 'clinics.write',
  trail: { writes: 'followUps.reopen' },
})
