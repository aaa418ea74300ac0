import { z } from 'zod'
import { daySchema, timeSchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { divisionCodeSchema, projectIdSchema, serviceIdSchema } from '../../kernel/ids.ts'
import { fenSchema } from '../../kernel/money.ts'
import { reasonSchema } from '../../kernel/reason.ts'
import { lineSchema } from '../ledger/kind-schema.ts'
import { contributionInputSchema, contributionSchema } from '../ledger/schema.ts'

const text = (most: number) => z.string().trim().max(most).nullable()
/** What is done when something goes wrong at an event with elders; each is a sentence. */
const contingencySchema = z.object({
  emergency: text(200).default(null),
  firstAid: text(200).default(null),
  transport: text(200).default(null),
  floor: text(200).default(null),
  weather: text(200).default(null),
})
export type Contingency = z.output<typeof contingencySchema>

/** How the guardians of children who come agreed: kept by the school or by us, on a day. Children are counted, not filed. */
const guardianSchema = z.object({
  school: z.string().trim().min(1).max(60),
  keptBy: z.enum(['school', 'agency']),
  agreedOn: daySchema.nullable(),
  children: z.int().min(0).max(2000),
})
export type Guardian = z.output<typeof guardianSchema>

const planShape = {
  forElders: z.boolean(),
  background: text(1000),
  goal: text(1000),
  audience: text(200),
  expected: z.int().min(0).max(10_000).nullable(),
  capacity: z.int().min(1).max(10_000).nullable(),
  program: z
    .array(z.object({ minutes: z.int().min(0).max(1440).nullable(), what: z.string().trim().min(1).max(200), who: text(60) }))
    .max(40),
  duties: z.array(z.object({ who: z.string().trim().min(1).max(60), what: z.string().trim().min(1).max(200) })).max(40),
  supplies: z
    .array(z.object({ item: z.string().trim().min(1).max(60), quantity: z.number().min(0).nullable(), unit: text(12), source: text(60) }))
    .max(60),
  budget: z.array(z.object({ item: z.string().trim().min(1).max(60), amountFen: fenSchema.min(0) })).max(40),
  contingency: contingencySchema,
  guardian: guardianSchema.nullable(),
}
export const planSchema = z.object(planShape)
export type Plan = z.output<typeof planSchema>

export const summarySchema = z.object({
  course: text(4000),
  effect: text(4000),
  improve: text(2000),
  /** Answers to the five grades of satisfaction; of papers that were usable. */
  satisfaction: z.object({
    very: z.int().min(0),
    content: z.int().min(0),
    neutral: z.int().min(0),
    discontent: z.int().min(0),
    veryDiscontent: z.int().min(0),
  }),
  costs: z.array(z.object({ item: z.string().trim().min(1).max(60), amountFen: fenSchema, voucher: text(40) })).max(60),
  report: text(8000),
})
export type Summary = z.output<typeof summarySchema>

const factsShape = {
  title: z.string().trim().min(1).max(80),
  communityCode: divisionCodeSchema,
  day: daySchema,
  startsAt: timeSchema.nullable(),
  minutes: z.int().min(0).max(1440).nullable(),
  place: text(80),
  worker: text(40),
  line: lineSchema,
  themes: z.array(z.string().trim().min(1).max(20)).max(12),
  contributions: z.array(contributionInputSchema).max(50),
}

export const planActivity = endpoint({
  name: 'activities.plan',
  kind: 'write',
  summary: { zh: '计划一场活动', en: 'Plan an activity' },
  input: z.object({ id: serviceIdSchema, projectId: projectIdSchema, ...factsShape, plan: planSchema }),
  output: z.object({ id: serviceIdSchema }),
  permission: 'services.write',
  trail: { writes: 'activities.plan' },
})

export const changeActivity = endpoint({
  name: 'activities.change',
  kind: 'write',
  summary: { zh: '修改活动计划', en: 'Change the plan of an activity' },
  input: z.object({ id: serviceIdSchema, version: z.int(), ...factsShape, plan: planSchema, reason: reasonSchema }),
  output: z.object({ version: z.int() }),
  permission: 'services.write',
  trail: { writes: 'activities.change' },
})

/** confirm: the plan stands. reopen: it is worked on again. hold: it took place. cancel: it does not. restore: it does again. */
const stepSchema = z.enum(['confirm', 'reopen', 'hold', 'cancel', 'restore'])
export type Step = z.infer<typeof stepSchema>

export const stepActivity = endpoint({
  name: 'activities.step',
  kind: 'write',
  summary: { zh: '确认、开展、取消或恢复一场活动', en: 'Confirm, hold, cancel or restore an activity' },
  input: z.object({ id: serviceIdSchema, version: z.int(), step: stepSchema, reason: reasonSchema.nullable().default(null) }),
  output: z.object({ version: z.int() }),
  permission: 'services.write',
  trail: { writes: 'activities.step' },
})

export const copyActivity = endpoint({
  name: 'activities.copy',
  kind: 'write',
  summary: { zh: '把一场活动复制到其他社区或其他日期', en: 'Copy an activity to other communities or days' },
  input: z.object({
    id: serviceIdSchema,
    copies: z
      .array(z.object({ id: serviceIdSchema, communityCode: divisionCodeSchema, day: daySchema }))
      .min(1)
      .max(60),
  }),
  output: z.object({ made: z.int() }),
  permission: 'services.write',
  trail: { writes: 'activities.copy' },
})

export const summariseActivity = endpoint({
  name: 'activities.summarise',
  kind: 'write',
  summary: { zh: '写活动总结', en: 'Sum an activity up' },
  input: z.object({ id: serviceIdSchema, planVersion: z.int(), summary: summarySchema }),
  output: z.object({ planVersion: z.int() }),
  permission: 'services.write',
  trail: { writes: 'activities.summarise' },
})

/** How many came, by the part they played; `elders` and carers are served. */
const headsSchema = z.object({
  beneficiary: z.int(),
  carer: z.int(),
  child: z.int(),
  volunteer: z.int(),
  worker: z.int(),
  partner: z.int(),
  unnamed: z.int(),
  volunteerMinutes: z.int(),
})
export type Heads = z.output<typeof headsSchema>

export const openActivity = endpoint({
  name: 'activities.open',
  kind: 'read',
  summary: { zh: '打开一场活动', en: 'Open an activity' },
  input: z.object({ id: serviceIdSchema }),
  output: z.object({
    id: serviceIdSchema,
    projectId: projectIdSchema,
    version: z.int(),
    status: z.enum(['planned', 'held', 'cancelled', 'failed']),
    number: z.string().nullable(),
    title: z.string().nullable(),
    communityCode: divisionCodeSchema.nullable(),
    communityName: z.string().nullable(),
    day: daySchema.nullable(),
    startsAt: z.string().nullable(),
    minutes: z.int().nullable(),
    place: z.string().nullable(),
    worker: z.string().nullable(),
    line: lineSchema,
    themes: z.array(z.string()),
    note: z.string().nullable(),
    planVersion: z.int(),
    confirmedAt: z.iso.datetime().nullable(),
    plan: planSchema,
    summary: summarySchema.nullable(),
    summarisedAt: z.iso.datetime().nullable(),
    contributions: z.array(contributionSchema),
    heads: headsSchema,
    going: z.int(),
    waiting: z.int(),
    /** The last correction's reason, which says why it was cancelled. */
    lastReason: z.string().nullable(),
    series: z.array(
      z.object({ id: serviceIdSchema, title: z.string().nullable(), day: daySchema.nullable(), communityName: z.string().nullable() }),
    ),
  }),
  permission: 'services.read',
  trail: { unwritten: 'A plan and counts; who attended is another endpoint.' },
})
export type Activity = z.output<typeof openActivity.output>
