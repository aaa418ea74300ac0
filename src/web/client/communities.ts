import { openProject } from '../../features/projects/schema.ts'
import type { DivisionCode, ProjectId } from '../../kernel/ids.ts'
import { useAsk } from './calls.ts'

export type Community = { readonly code: DivisionCode; readonly name: string; readonly town: string | null }

/** The communities of a project, by town. */
export function useCommunities(projectId: ProjectId): readonly Community[] {
  const communities = useAsk(openProject, { id: projectId }).data?.communities ?? []
  return communities.map(({ communityCode, name, townName }) => ({ code: communityCode, name, town: townName }))
}
