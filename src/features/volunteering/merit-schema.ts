import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'

const text = (most: number) => z.string().trim().max(most).nullable()

export const meritKindSchema = z.enum(['training', 'award', 'evaluation'])
export type MeritKind = z.infer<typeof meritKindSchema>

/** Minutes are those of learning: they are never hours of service. */
export const meritSchema = z.object({
  id: z.uuid(),
  kind: meritKindSchema,
  title: z.string().trim().min(1).max(80),
  content: text(300),
  minutes: z.int().min(0).max(100_000).nullable(),
  givenBy: text(60),
  day: daySchema,
})
export type Merit = z.infer<typeof meritSchema>

/** With what was said when it was last changed, and when it was taken out. */
export const keptMeritSchema = meritSchema.extend({
  version: z.int(),
  removedReason: z.string().nullable(),
  change: z.object({ reason: z.string(), at: z.iso.datetime(), by: z.string().nullable() }).nullable(),
})
export type KeptMerit = z.infer<typeof keptMeritSchema>
