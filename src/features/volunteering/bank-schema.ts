import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { projectIdSchema } from '../../kernel/ids.ts'
import { pageOf, pageSchema } from '../../kernel/paging.ts'
import { reasonSchema } from '../../kernel/reason.ts'
import { volunteerIdSchema } from './register-schema.ts'

export const entryKindSchema = z.enum(['deposit', 'redeem', 'donate', 'transfer_relative', 'expire', 'adjust'])
export type EntryKind = z.infer<typeof entryKindSchema>

const entrySchema = z.object({
  id: z.uuid(),
  kind: entryKindSchema,
  from: z.string(),
  to: z.string(),
  minutes: z.int(),
  reason: z.string().nullable(),
  bookedBy: z.string().nullable(),
  bookedAt: z.iso.datetime(),
})

export const listBank = endpoint({
  name: 'timeBank.list',
  kind: 'read',
  summary: { zh: '时间银行账户', en: 'Accounts of the time bank' },
  input: z.object({ ...pageSchema.shape, projectId: projectIdSchema, search: z.string().trim().max(40).optional() }),
  output: pageOf(
    z.object({
      volunteerId: volunteerIdSchema,
      name: z.string(),
      number: z.string().nullable(),
      balance: z.int(),
      /** Confirmed minutes that have not been deposited. */
      notDeposited: z.int(),
    }),
  ).extend({ pool: z.int(), capMinutes: z.int() }),
  permission: 'volunteering.read',
  trail: { unwritten: 'Balances with names as the caller may see them.' },
})

export const listEntries = endpoint({
  name: 'timeBank.entries',
  kind: 'read',
  summary: { zh: '时间银行流水', en: 'Entries of the time bank' },
  input: z.object({ ...pageSchema.shape, projectId: projectIdSchema, volunteerId: volunteerIdSchema.optional() }),
  output: pageOf(entrySchema),
  permission: 'volunteering.read',
  trail: { unwritten: 'Entries with names as the caller may see them.' },
})

export const bookTime = endpoint({
  name: 'timeBank.book',
  kind: 'write',
  summary: { zh: '时间银行记账', en: 'Book time' },
  /**
   * deposit: confirmed hours into the account. redeem: taken as service. donate: into the pool. transfer_relative: to
   * a relative on the roll, `toId`. expire: out of use. adjust: up, or down when `down` is said, with a reason.
   */
  input: z.object({
    id: z.uuid(),
    volunteerId: volunteerIdSchema,
    kind: entryKindSchema,
    minutes: z.int().min(1).max(600_000),
    toId: volunteerIdSchema.nullable().default(null),
    down: z.boolean().default(false),
    reason: reasonSchema.nullable().default(null),
  }),
  output: z.object({ balance: z.int() }),
  permission: 'volunteering.manage',
  trail: { writes: 'timeBank.book' },
})
