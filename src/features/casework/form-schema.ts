import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import {
  attainmentSchema,
  caseSourceSchema,
  closeReasonSchema,
  needDomainSchema,
  riskSchema,
  satisfactionSchema,
  urgencySchema,
} from './vocabulary-schema.ts'

// What the forms of a case say (接案登记表, 预估表, 服务计划/协议, 阶段评估, 结案表, 跟进). What is not filled in is empty.

const short = z.string().trim().max(200).default('')
const long = z.string().trim().max(4000).default('')
const must = (max: number) => z.string().trim().min(1).max(max)

export const intakeFormSchema = z.object({
  source: caseSourceSchema,
  referredBy: short,
  referredPhone: short,
  /** What the elder asks for, in their own words. */
  appeal: must(2000),
  family: z
    .array(
      z.object({
        id: z.uuid(),
        name: must(40),
        relation: short,
        age: z.int().min(0).max(130).nullable().default(null),
        work: short,
        together: z.boolean().default(false),
        phone: short,
      }),
    )
    .max(20)
    .default([]),
  tried: long,
  impression: long,
  urgency: urgencySchema.default('ordinary'),
})

const assessmentFormSchema = z.object({
  physical: long,
  mental: long,
  social: long,
  family: long,
  economic: long,
  environment: long,
  problems: z
    .array(z.object({ id: z.uuid(), text: must(400), priority: z.int().min(1).max(3) }))
    .min(1)
    .max(20),
  needs: z
    .array(z.object({ id: z.uuid(), domain: needDomainSchema, text: must(400) }))
    .max(20)
    .default([]),
  strengths: long,
  risk: riskSchema,
  risks: long,
  theory: short,
  conclusion: must(4000),
})

const goalSchema = z.object({
  id: z.uuid(),
  text: must(400),
  domain: needDomainSchema.nullable().default(null),
  /** Which of the person's needs it works on. */
  needId: z.uuid().nullable().default(null),
  indicator: short,
  baseline: short,
  target: short,
  deadline: daySchema.nullable().default(null),
})
export type Goal = z.output<typeof goalSchema>

const planFormSchema = z.object({
  overall: must(1000),
  goals: z.array(goalSchema).min(1).max(12),
  strategy: long,
  actions: z
    .array(
      z.object({
        id: z.uuid(),
        text: must(400),
        /** For which goal. */
        goalId: z.uuid().nullable().default(null),
        who: short,
        howOften: short,
        from: daySchema.nullable().default(null),
        to: daySchema.nullable().default(null),
      }),
    )
    .max(30)
    .default([]),
  resources: long,
  duties: long,
  confidentiality: long,
  /** Why it was revised; empty for the first. */
  why: short,
})

const stageEvaluationSchema = z.object({
  progress: must(4000),
  problems: long,
  adjustment: long,
})

export const closingFormSchema = z.object({
  reason: closeReasonSchema,
  attained: z.array(z.object({ goalId: z.uuid(), last: short, level: attainmentSchema })).max(12),
  elderWords: long,
  satisfaction: satisfactionSchema.default('not_asked'),
  reflection: long,
  followUp: long,
})
export type ClosingForm = z.output<typeof closingFormSchema>

const followUpFormSchema = z.object({ on: daySchema, how: short, found: must(4000), next: long })

/** A filled-in form, told apart by its kind. */
export const caseFormSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('intake'), content: intakeFormSchema }),
  z.object({ kind: z.literal('assessment'), content: assessmentFormSchema }),
  z.object({ kind: z.literal('plan'), content: planFormSchema }),
  z.object({ kind: z.literal('stage_evaluation'), content: stageEvaluationSchema }),
  z.object({ kind: z.literal('closing'), content: closingFormSchema }),
  z.object({ kind: z.literal('follow_up'), content: followUpFormSchema }),
])
export type CaseForm = z.output<typeof caseFormSchema>

export const signatureSchema = z.object({
  party: z.enum(['elder', 'worker']),
  name: must(40),
  method: z.enum(['drawn', 'paper']),
  signedOn: daySchema,
  /** A drawn line as a PNG in base64. */
  picture: z
    .string()
    .max(200_000)
    .regex(/^[A-Za-z0-9+/]+=*$/)
    .nullable()
    .default(null),
})
export type Signature = z.output<typeof signatureSchema>
