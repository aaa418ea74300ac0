import type { ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { countCells } from '../measures/cell-store.ts'
import { scopeOfCell } from '../measures/cell-scope-rules.ts'
import { measureKeys } from '../measures/measure-list-rules.ts'
import type { ProjectFacts } from '../measures/project-facts-store.ts'
import { listCommunities } from '../projects/store.ts'
import type { BulletinFacts, DraftFigure } from './bulletin-schema.ts'
import { listHosts } from './bulletin-store.ts'

/** What a bulletin is written with: every figure of the project, of each community and each month, as the ledger says now. */
export async function findBulletinFacts(tx: Tx, tenantId: TenantId, project: ProjectFacts): Promise<BulletinFacts> {
  const communities = await listCommunities(tx, tenantId, project.projectId)
  const names = new Map<string, string>(communities.map(({ communityCode, name }) => [communityCode, name]))
  const cells = await countCells(tx, project, measureKeys, {}, [[], ['community'], ['month']])
  const figures = measureKeys.flatMap((measure) =>
    (cells.get(measure) ?? []).flatMap(({ at, value }): DraftFigure[] => {
      const scope = scopeOfCell({}, at)
      if (scope === undefined || value === null) return []
      const { community, month } = at
      if (community !== undefined && community !== null) {
        const name = names.get(community)
        return name === undefined ? [] : [{ measure, scope, value, at: name }]
      }
      return month === undefined || month === null ? [{ measure, scope, value }] : [{ measure, scope, value, at: monthIn(month) }]
    }),
  )
  const agency = await findAgencyName(tx, tenantId, project.projectId)
  return { figures, names: [project.name, ...(agency === null ? [] : [agency]), ...names.values()], hosts: await listHosts(tx, tenantId) }
}

/** A month as a text names it: 2024年10月. */
const monthIn = (month: string): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`

/** Who runs a project: whose name stands under what is published of it. */
export async function findAgencyName(tx: Tx, tenantId: TenantId, projectId: ProjectId): Promise<string | null> {
  const row = await tx
    .selectFrom('project')
    .innerJoin('organisation', (join) =>
      join.onRef('organisation.tenant_id', '=', 'project.tenant_id').onRef('organisation.id', '=', 'project.agency_id'),
    )
    .select('organisation.name')
    .where('project.tenant_id', '=', tenantId)
    .where('project.id', '=', projectId)
    .executeTakeFirst()
  return row?.name ?? null
}
