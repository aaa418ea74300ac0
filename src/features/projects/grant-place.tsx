import { useAsk } from '../../web/client/calls.ts'
import { useWords } from '../../web/language/language.tsx'
import { needsProject } from '../identity/grant-place-rules.ts'
import type { Grant } from '../identity/schema.ts'
import { grantWords } from './grants-words.ts'
import { listGrantPlaces } from './schema.ts'

/** Where a grant holds, by name. */
export function useGrantPlace(): (grant: Grant) => string {
  const t = useWords()
  const known = useAsk(listGrantPlaces, {}).data
  const places = known?.projects
  return (grant) => {
    if (grant.organisationId !== undefined)
      return known?.organisations.find((each) => each.id === grant.organisationId)?.name ?? t(grantWords.unknownOrganisation)
    if (!needsProject(grant.role)) return t(grantWords.wholeTenant)
    if (grant.projectId === undefined) return t(grantWords.noProject)
    const project = places?.find((each) => each.id === grant.projectId)
    if (project === undefined) return places === undefined ? '' : t(grantWords.unknownProject)
    const community = project.communities.find((each) => each.code === grant.communityCode)?.name
    return grant.communityCode === undefined ? project.name : `${project.name} · ${community ?? grant.communityCode}`
  }
}
