import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { pageOf, pageSchema } from '../../kernel/paging.ts'
import { handedFieldSchema, referralStateSchema } from './schema.ts'

// What a partner sees: referrals to its organisation, and of each only what was handed over.

const receivedRowSchema = z.object({
  id: z.uuid(),
  state: referralStateSchema,
  /** Whom it is about; null when the name was not handed over or what was handed over has been taken back. */
  person: z.string().nullable(),
  from: z.string(),
  sentOn: daySchema.nullable(),
  dueOn: daySchema.nullable(),
  isOverdue: z.boolean(),
})
export type ReceivedRow = z.infer<typeof receivedRowSchema>

export const listReceived = endpoint({
  name: 'referrals.received',
  kind: 'read',
  summary: { zh: '转给本单位的事项', en: 'Referrals sent to my organisation' },
  input: z.object({ ...pageSchema.shape, state: referralStateSchema.optional() }),
  output: pageOf(receivedRowSchema),
  permission: 'referrals.receive',
  trail: { writes: 'referrals.received' },
})

const receivedSchema = receivedRowSchema.extend({
  version: z.int(),
  sentBy: z.string().nullable(),
  /** Null once it was refused or withdrawn: there is no purpose any more to look at it. */
  content: z
    .object({
      reason: z.string(),
      given: z.string(),
      needs: z.string(),
      enclosed: z.array(z.string()),
      measured: z.array(z.string()),
      handed: z.array(z.object({ field: handedFieldSchema, value: z.string().nullable() })),
    })
    .nullable(),
  answeredOn: daySchema.nullable(),
  answeredBy: z.string().nullable(),
  answer: z.string().nullable(),
})
export type Received = z.infer<typeof receivedSchema>

export const openReceived = endpoint({
  name: 'referrals.openReceived',
  kind: 'read',
  summary: { zh: '打开转来的事项', en: 'Open a referral sent to my organisation' },
  input: z.object({ id: z.uuid() }),
  output: receivedSchema,
  permission: 'referrals.receive',
  trail: { writes: 'referrals.openReceived' },
})

export const answerReferral = endpoint({
  name: 'referrals.answer',
  kind: 'write',
  summary: { zh: '接收或拒绝转来的事项', en: 'Accept or refuse a referral' },
  input: z.object({
    id: z.uuid(),
    version: z.int(),
    answer: z.enum(['accepted', 'refused']),
    by: z.string().trim().min(1).max(40),
    note: z.string().trim().max(400).nullable(),
  }),
  output: z.object({ version: z.int() }),
  permission: 'referrals.receive',
  trail: { writes: 'referrals.answer' },
})
