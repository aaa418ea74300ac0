import { default as chineseDays } from 'chinese-days'
import type { TenantId, Tx } from '../../server/db.ts'
import { workdaysOf, type KnowsWorkdays } from './workday-rules.ts'
import { listDayMarks } from './workday-store.ts'

// The package is CommonJS: Node finds its names on the whole alone.
const { isWorkday: isAnnounced } = chineseDays

/** Which days are worked, for whatever is due within so many of them: as the agency's calendar has it. */
export const workdaysFor = async ({ tx, tenantId }: { readonly tx: Tx; readonly tenantId: TenantId }): Promise<KnowsWorkdays> =>
  workdaysOf(await listDayMarks(tx, tenantId), (day) => isAnnounced(day))
