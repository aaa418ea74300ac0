import { z } from 'zod'
import { daySchema, type Day } from '../../kernel/day.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { DayMark } from './workday-rules.ts'

const rowSchema = z.object({ day: daySchema, sort: z.enum(['holiday', 'worked', 'ordinary', 'noted']) })

/** The days that the agency marked in its calendar. */
export async function listDayMarks(tx: Tx, tenantId: TenantId): Promise<Map<Day, DayMark>> {
  const rows = await tx.selectFrom('marked_day').select(['day', 'sort']).where('tenant_id', '=', tenantId).execute()
  return new Map(
    z
      .array(rowSchema)
      .parse(rows)
      .map(({ day, sort }) => [day, sort]),
  )
}
