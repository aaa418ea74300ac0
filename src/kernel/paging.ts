import { z } from 'zod'

/** A page of a list: `offset` rows skipped, at most `limit` given. */
export const pageSchema = z.object({
  offset: z.int().min(0).max(1_000_000).default(0),
  limit: z.int().min(1).max(200).default(50),
})
export type Page = z.infer<typeof pageSchema>

/** A page's rows, and how many there are in all. */
export const pageOf = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row), total: z.int() })
