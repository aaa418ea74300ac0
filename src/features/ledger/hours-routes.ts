import type { Day } from '../../kernel/day.ts'
import type { ServiceId } from '../../kernel/ids.ts'
import type { Verdict } from '../../kernel/verdict.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { mayKeepHours } from './hours-rules.ts'
import { findMostConfirmed, queueAtService } from './hours-store.ts'
import { kindSchema, type Status } from './kind-schema.ts'

type Before = {
  readonly id: ServiceId
  readonly kind: string
  readonly status: string
  readonly day: Day | null
  readonly starts_at: string | null
  readonly minutes: number | null
}
type After = { readonly status?: Status; readonly day?: Day | null; readonly startsAt?: string | null; readonly minutes?: number | null }

/**
 * Whether a change of a service leaves true what volunteers have confirmed there. Asked by whatever feature changes one:
 * hours exist only through a service that took place, and are no more than it took.
 */
export async function mayChangeUnderHours(
  { tx, tenantId }: { readonly tx: Tx; readonly tenantId: TenantId },
  service: Before,
  after: After,
): Promise<Verdict> {
  const before = { status: service.status, day: service.day, startsAt: service.starts_at, minutes: service.minutes }
  await queueAtService(tx, tenantId, service.id)
  return mayKeepHours(kindSchema.parse(service.kind), before, { ...before, ...after }, await findMostConfirmed(tx, tenantId, service.id))
}
