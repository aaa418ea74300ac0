import type { Day } from '../../kernel/day.ts'
import type { OrganisationId, ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { ProjectLists } from './schema.ts'

export type NewProject = {
  id: ProjectId
  name: string
  agencyId: OrganisationId | null
  funderId: OrganisationId | null
  startsOn: Day
  endsOn: Day
  served: string | null
  budgetFen: number | null
}

const columnsOf = (project: NewProject) => ({
  name: project.name,
  agency_id: project.agencyId,
  funder_id: project.funderId,
  starts_on: project.startsOn,
  ends_on: project.endsOn,
  served: project.served,
  budget_fen: project.budgetFen,
})

export async function addProject(tx: Tx, tenantId: TenantId, project: NewProject): Promise<void> {
  await tx
    .insertInto('project')
    .values({ tenant_id: tenantId, id: project.id, ...columnsOf(project) })
    .execute()
}

/** Whether the project was at this version. */
export async function changeProject(tx: Tx, tenantId: TenantId, project: NewProject, version: number): Promise<boolean> {
  const changed = await tx
    .updateTable('project')
    .set({ ...columnsOf(project), version: version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', project.id)
    .where('version', '=', version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

/** Takes the project's next version, so that two people cannot save over each other. */
export async function takeVersion(tx: Tx, tenantId: TenantId, id: ProjectId, version: number): Promise<boolean> {
  const taken = await tx
    .updateTable('project')
    .set({ version: version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return taken.numUpdatedRows === 1n
}

/** Replaces the lists that are given; the others stay. Budget lines keep their expenses: a line with some cannot go. */
export async function saveLists(tx: Tx, tenantId: TenantId, id: ProjectId, lists: ProjectLists): Promise<void> {
  const of = { tenant_id: tenantId, project_id: id }
  if (lists.communities !== undefined) {
    await tx.deleteFrom('project_community').where('tenant_id', '=', tenantId).where('project_id', '=', id).execute()
    const rows = lists.communities.map((c) => ({
      ...of,
      community_code: c.communityCode,
      programme_name: c.programmeName,
      programme_for: c.programmeFor,
    }))
    if (rows.length > 0) await tx.insertInto('project_community').values(rows).execute()
  }
  if (lists.needs !== undefined) {
    await tx.deleteFrom('project_need').where('tenant_id', '=', tenantId).where('project_id', '=', id).execute()
    const rows = lists.needs.map((need, position) => ({ ...of, id: need.id, position, need: need.need, answered_by: need.answeredBy }))
    if (rows.length > 0) await tx.insertInto('project_need').values(rows).execute()
  }
  if (lists.targets !== undefined) {
    await tx.deleteFrom('target').where('tenant_id', '=', tenantId).where('project_id', '=', id).execute()
    const rows = lists.targets.map((target, position) => ({ ...of, position, ...target }))
    if (rows.length > 0) await tx.insertInto('target').values(rows).execute()
  }
  if (lists.estimates !== undefined) {
    await tx.deleteFrom('estimate_line').where('tenant_id', '=', tenantId).where('project_id', '=', id).execute()
    const rows = lists.estimates.map((line, position) => ({ ...of, position, ...line }))
    if (rows.length > 0) await tx.insertInto('estimate_line').values(rows).execute()
  }
  if (lists.budget !== undefined) {
    const kept = lists.budget.map((line) => line.id)
    await tx
      .deleteFrom('budget_line')
      .where('tenant_id', '=', tenantId)
      .where('project_id', '=', id)
      .$if(kept.length > 0, (query) => query.where('id', 'not in', kept))
      .execute()
    for (const [position, line] of lists.budget.entries())
      await tx
        .insertInto('budget_line')
        .values({ ...of, id: line.id, position, name: line.name, amount_fen: line.amountFen, cap_percent: line.capPercent })
        .onConflict((c) =>
          c
            .columns(['tenant_id', 'id'])
            .doUpdateSet({ position, name: line.name, amount_fen: line.amountFen, cap_percent: line.capPercent }),
        )
        .execute()
  }
}
