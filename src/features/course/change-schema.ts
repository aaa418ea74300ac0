import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { projectIdSchema } from '../../kernel/ids.ts'
import { fenSchema } from '../../kernel/money.ts'
import { paperAnswers, paperFormatSchema } from '../../kernel/paper.ts'
import { reasonSchema } from '../../kernel/reason.ts'

/** What is to be otherwise than agreed: the period, a target, money from one budget line to another, who does the work. */
export const whatSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('period'), startsOn: daySchema, endsOn: daySchema }),
  z.object({ kind: z.literal('target'), targetId: z.uuid(), value: z.number().min(0) }),
  z.object({ kind: z.literal('transfer'), fromId: z.uuid(), toId: z.uuid(), amountFen: fenSchema.min(1) }),
  z.object({
    kind: z.literal('staff'),
    role: z.string().trim().min(1).max(40),
    leaves: z.string().trim().max(40),
    comes: z.string().trim().max(40),
    on: daySchema,
  }),
])
export type What = z.infer<typeof whatSchema>
export type ChangeKind = What['kind']

export const changeStateSchema = z.enum(['asked', 'approved', 'refused', 'withdrawn'])
export type ChangeState = z.infer<typeof changeStateSchema>

/** What a change says: of what, what it was, what it is to be. */
const saidSchema = z.object({ subject: z.string(), from: z.string(), to: z.string() })

export const changeSchema = z.object({
  id: z.uuid(),
  number: z.int(),
  what: whatSchema,
  /** What stands before, and after, in words. */
  said: saidSchema,
  reason: z.string(),
  state: changeStateSchema,
  /** The number of the change that this one takes back. */
  reverses: z.int().nullable(),
  /** A later change took it back, or asks to. */
  reversed: z.enum(['asked', 'approved']).nullable(),
  /** What takes it back; null while it is not in force. */
  inverse: whatSchema.nullable(),
  askedBy: z.string().nullable(),
  isMine: z.boolean(),
  askedAt: z.iso.datetime(),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  decidedReason: z.string().nullable(),
  basis: z.string().nullable(),
  version: z.int(),
})
export type Change = z.infer<typeof changeSchema>

export const askChange = endpoint({
  name: 'course.askChange',
  kind: 'write',
  summary: { zh: '申请变更', en: 'Ask for a change' },
  input: z.object({
    id: z.uuid(),
    projectId: projectIdSchema,
    what: whatSchema,
    reason: reasonSchema,
    /** The change that it takes back. */
    reversesId: z.uuid().nullable(),
  }),
  output: z.object({}),
  permission: 'projects.record',
  trail: { writes: 'course.askChange' },
})

export const decideChange = endpoint({
  name: 'course.decideChange',
  kind: 'write',
  summary: { zh: '审批变更：同意即生效', en: 'Decide on a change; approved, it takes effect' },
  input: z.object({
    id: z.uuid(),
    version: z.int(),
    approve: z.boolean(),
    reason: reasonSchema,
    /** The letter or the minutes in which the funder agreed. */
    basis: z.string().trim().max(120).nullable(),
  }),
  output: z.object({}),
  permission: 'changes.decide',
  trail: { writes: 'course.decideChange' },
})

export const withdrawChange = endpoint({
  name: 'course.withdrawChange',
  kind: 'write',
  summary: { zh: '撤回自己的变更申请', en: 'Withdraw one’s own request' },
  input: z.object({ id: z.uuid(), version: z.int(), reason: reasonSchema }),
  output: z.object({}),
  permission: 'projects.record',
  trail: { writes: 'course.withdrawChange' },
})

export const printChange = endpoint({
  name: 'course.printChange',
  kind: 'read',
  summary: { zh: '项目变更申请表', en: 'The sheet of a change' },
  input: z.object({ id: z.uuid(), format: paperFormatSchema }),
  output: z.unknown(),
  permission: 'projects.read',
  trail: { writes: 'course.printChange' },
  answers: paperAnswers,
})
