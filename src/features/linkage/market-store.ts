import type { Day } from '../../kernel/day.ts'
import type { ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { listGivers, listPairs, listPlacesOf, type Named, type Pair } from './giver-store.ts'
import type { Market } from './market-rules.ts'
import { factsOf } from './need-rules.ts'
import type { NeedRow } from './need-schema.ts'
import { listMet } from './need-store.ts'

export type Opened = { readonly market: Market; readonly named: readonly Named[]; readonly pairs: readonly Pair[] }

/** Needs with how much of them is open, and everybody who could meet some, as of a day. */
export async function openMarket(
  tx: Tx,
  tenantId: TenantId,
  of: { projectId: ProjectId; asOf: Day; perVolunteer?: number },
  needs: readonly { readonly need: NeedRow; readonly units: number }[],
): Promise<Opened> {
  const named = await listGivers(tx, tenantId, of.projectId, of.asOf, of.perVolunteer)
  const pairs = await listPairs(tx, tenantId, of.projectId)
  const ids = needs.map(({ need }) => need.id)
  return {
    named,
    pairs,
    market: {
      needs: needs.map(({ need, units }) => factsOf(need, units)),
      givers: named.map(({ facts }) => facts),
      places: await listPlacesOf(tx, tenantId, of.projectId),
      asOf: of.asOf,
      met: await listMet(tx, tenantId, of.projectId, ids, of.asOf),
      forbidden: new Set(pairs.flatMap((pair) => (pair.rule === 'forbid' ? [`${pair.needId}/${pair.giverId}`] : []))),
    },
  }
}
