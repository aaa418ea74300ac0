import { sql } from 'kysely'
import type { OrganisationId, ProjectId } from '../../kernel/ids.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { listExpenses } from './expense-store.ts'
import type { ProjectDetail } from './schema.ts'
import { warningsOf } from './warning-rules.ts'

const projectColumns = [
  'project.id',
  'project.name',
  'project.agency_id as agencyId',
  'project.funder_id as funderId',
  'project.starts_on as startsOn',
  'project.ends_on as endsOn',
  'project.served',
  'project.budget_fen as budgetFen',
  'project.version',
] as const

/** The projects that a reach covers, whole or in part, the newest first. */
export async function listProjects(tx: Tx, tenantId: TenantId, reach: Reach) {
  const ids = reach.whole ? [] : reach.places.map((place) => place.projectId)
  if (!reach.whole && ids.length === 0) return []
  return tx
    .selectFrom('project')
    .leftJoin('organisation as agency', (join) =>
      join.onRef('agency.tenant_id', '=', 'project.tenant_id').onRef('agency.id', '=', 'project.agency_id'),
    )
    .select(['project.id', 'project.name', 'project.starts_on as startsOn', 'project.ends_on as endsOn', 'agency.name as agency'])
    .select((e) =>
      e
        .selectFrom('project_community')
        .whereRef('project_community.tenant_id', '=', 'project.tenant_id')
        .whereRef('project_community.project_id', '=', 'project.id')
        .select((c) => sql<number>`${c.fn.countAll()}::int`.as('n'))
        .$asScalar()
        .$notNull()
        .as('communityCount'),
    )
    .where('project.tenant_id', '=', tenantId)
    .$if(!reach.whole, (query) => query.where('project.id', 'in', ids))
    .orderBy('project.starts_on', 'desc')
    .orderBy('project.name')
    .execute()
}

export async function findProject(tx: Tx, tenantId: TenantId, id: ProjectId) {
  return tx.selectFrom('project').select(projectColumns).where('tenant_id', '=', tenantId).where('id', '=', id).executeTakeFirst()
}

/** A project with all that belongs to it, or undefined. */
export async function findProjectDetail(tx: Tx, tenantId: TenantId, id: ProjectId): Promise<ProjectDetail | undefined> {
  const project = await findProject(tx, tenantId, id)
  if (project === undefined) return undefined
  const budget = await listBudget(tx, tenantId, id)
  const expenses = (await listExpenses(tx, tenantId, id)).flatMap(
    ({ projectId: _project, version: _version, recordedBy: _by, voidedAt, voidedReason: _reason, ...expense }) =>
      voidedAt === null ? [expense] : [],
  )
  return {
    ...project,
    agency: await nameOf(tx, tenantId, project.agencyId),
    funder: await nameOf(tx, tenantId, project.funderId),
    communities: await listCommunities(tx, tenantId, id),
    needs: await tx
      .selectFrom('project_need')
      .select(['id', 'need', 'answered_by as answeredBy'])
      .where('tenant_id', '=', tenantId)
      .where('project_id', '=', id)
      .orderBy('position')
      .execute(),
    targets: await listTargets(tx, tenantId, id),
    budget,
    expenses,
    estimates: await listEstimates(tx, tenantId, id),
    warnings: warningsOf(budget, expenses),
  }
}

async function nameOf(tx: Tx, tenantId: TenantId, id: OrganisationId | null): Promise<string | null> {
  if (id === null) return null
  const row = await tx.selectFrom('organisation').select('name').where('tenant_id', '=', tenantId).where('id', '=', id).executeTakeFirst()
  return row?.name ?? null
}

/** The communities that a project serves, by code, with the town or street of each. */
export async function listCommunities(tx: Tx, tenantId: TenantId, id: ProjectId) {
  return tx
    .selectFrom('project_community as served')
    .innerJoin('division', (join) =>
      join.onRef('division.tenant_id', '=', 'served.tenant_id').onRef('division.code', '=', 'served.community_code'),
    )
    .leftJoin('division as town', (join) =>
      join.onRef('town.tenant_id', '=', 'division.tenant_id').onRef('town.code', '=', 'division.parent_code'),
    )
    .select([
      'served.community_code as communityCode',
      'served.programme_name as programmeName',
      'served.programme_for as programmeFor',
      'division.name',
      'town.name as townName',
    ])
    .where('served.tenant_id', '=', tenantId)
    .where('served.project_id', '=', id)
    .orderBy('served.community_code')
    .execute()
}

export async function listTargets(tx: Tx, tenantId: TenantId, id: ProjectId) {
  return tx
    .selectFrom('target')
    .select(['id', 'measure', 'wording', 'value', 'unit'])
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', id)
    .orderBy('position')
    .execute()
}

export async function listEstimates(tx: Tx, tenantId: TenantId, id: ProjectId) {
  return tx
    .selectFrom('estimate_line')
    .select(['id', 'measure', 'basis', 'value', 'method'])
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', id)
    .orderBy('position')
    .execute()
}

/** The budget's lines, each with what has been spent of it. */
export async function listBudget(tx: Tx, tenantId: TenantId, id: ProjectId) {
  const rows = await tx
    .selectFrom('budget_line')
    .leftJoin('expense', (join) =>
      join
        .onRef('expense.tenant_id', '=', 'budget_line.tenant_id')
        .onRef('expense.budget_line_id', '=', 'budget_line.id')
        .on('expense.voided_at', 'is', null),
    )
    .select(['budget_line.id', 'budget_line.name', 'budget_line.amount_fen as amountFen', 'budget_line.cap_percent as capPercent'])
    .select((e) => sql<number>`coalesce(${e.fn.sum('expense.amount_fen')}, 0)::bigint`.as('spentFen'))
    .where('budget_line.tenant_id', '=', tenantId)
    .where('budget_line.project_id', '=', id)
    .groupBy(['budget_line.id', 'budget_line.name', 'budget_line.amount_fen', 'budget_line.cap_percent', 'budget_line.position'])
    .orderBy('budget_line.position')
    .execute()
  return rows
}
