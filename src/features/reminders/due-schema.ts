import { z } from 'zod'
import { daySchema, type Day } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { projectIdSchema, type DivisionCode } from '../../kernel/ids.ts'
import { kindSchema, type Kind } from '../ledger/kind-schema.ts'

/** What falls due, by the feature that reckons when. */
export const dueSourceSchema = z.enum([
  'planned',
  'shift',
  'visit',
  'escalation',
  'followUp',
  'referral',
  'case',
  'need',
  'assessment',
  'hours',
  'vetting',
  'tierReview',
  'labelReview',
  'duty',
])
export type DueSource = z.infer<typeof dueSourceSchema>

/** overdue: its day is over. today. week: in the six days after. */
export const bucketSchema = z.enum(['overdue', 'today', 'week'])
export type Bucket = z.infer<typeof bucketSchema>

/** One thing that is due, before anybody’s name is masked. */
export type DueItem = {
  readonly source: DueSource
  /** The record, and what of it: the same for as long as it is the same duty. */
  readonly key: string
  readonly dueOn: Day
  readonly bucket: Bucket
  readonly name: string | null
  readonly title: string | null
  readonly kind: Kind | null
  readonly communityCode: DivisionCode | null
  readonly communityName: string | null
  /** The record's address in the office. */
  readonly to: string
}

const countsSchema = z.record(bucketSchema, z.int())

const rowSchema = z.object({
  key: z.string(),
  dueOn: daySchema,
  /** Days past the day; 0 today, less than 0: days to come. */
  late: z.int(),
  name: z.string().nullable(),
  title: z.string().nullable(),
  kind: kindSchema.nullable(),
  communityName: z.string().nullable(),
  to: z.string(),
})
export type DueRow = z.infer<typeof rowSchema>

export const listDue = endpoint({
  name: 'reminders.due',
  kind: 'read',
  summary: { zh: '待办与到期', en: 'What is due' },
  input: z.object({ projectId: projectIdSchema, show: bucketSchema }),
  output: z.object({
    /** Today, or the last day of a project that has ended. */
    asOf: daySchema,
    ended: z.boolean(),
    counts: countsSchema,
    groups: z.array(
      z.object({
        source: dueSourceSchema,
        counts: countsSchema,
        /** Of what is shown: at most a hundred, the longest overdue first. */
        rows: z.array(rowSchema),
      }),
    ),
  }),
  permission: 'due.read',
  trail: { writes: 'reminders.due' },
})
