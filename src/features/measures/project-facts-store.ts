import type { ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import * as projects from '../projects/store.ts'
import type { Project } from './counting-store.ts'

/** What counting needs of a project: whose it is, what it is called, and the days between which services count. */
export type ProjectFacts = Project & { readonly name: string }

export async function findProject(tx: Tx, tenantId: TenantId, projectId: ProjectId): Promise<ProjectFacts | undefined> {
  const found = await projects.findProject(tx, tenantId, projectId)
  return found === undefined ? undefined : { tenantId, projectId, name: found.name, period: { from: found.startsOn, to: found.endsOn } }
}
