import { sql } from 'kysely'
import type { z } from 'zod'
import type { Day } from '../../kernel/day.ts'
import type { AccountId, AttendanceId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { setSharing } from './schema.ts'

/** What a visitor said of their readings' going to the institution under their name; the last word stands. */
export async function saveSharing(
  tx: Tx,
  tenantId: TenantId,
  attendanceId: AttendanceId,
  said: z.output<typeof setSharing.input>['sharing'],
  on: Day,
  by: AccountId,
): Promise<void> {
  await sql`insert into reading_sharing (tenant_id, attendance_id, agreed, given_by, capacity, method, witness, given_on, recorded_by)
    values (${tenantId}, ${attendanceId}, ${said.agreed}, ${said.givenBy}, ${said.capacity}, ${said.method}, ${said.witness}, ${on}::date, ${by}::uuid)
    on conflict (tenant_id, attendance_id) do update set agreed = excluded.agreed, given_by = excluded.given_by, capacity = excluded.capacity,
      method = excluded.method, witness = excluded.witness, given_on = excluded.given_on, recorded_by = excluded.recorded_by, recorded_at = now()`.execute(
    tx,
  )
}
