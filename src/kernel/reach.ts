import type { DivisionCode, ProjectId } from './ids.ts'

/** How far a permission goes for one account: the whole tenant, or places within projects. */
export type Reach = { readonly whole: true } | { readonly whole: false; readonly places: readonly Place[] }

/** A project, whole or only one of its communities. */
export type Place = { readonly projectId: ProjectId; readonly communityCode?: DivisionCode }

export const nowhere: Reach = { whole: false, places: [] }

/** Whether the reach covers a record of this project, in this community when it has one. */
export function canReach(reach: Reach, at: { projectId: ProjectId; communityCode?: DivisionCode | null }): boolean {
  if (reach.whole) return true
  return reach.places.some(
    (place) => place.projectId === at.projectId && (place.communityCode === undefined || place.communityCode === at.communityCode),
  )
}

/** Whether the reach covers the whole of a project. */
export const canReachProject = (reach: Reach, projectId: ProjectId): boolean =>
  reach.whole || reach.places.some((place) => place.projectId === projectId && place.communityCode === undefined)

/** Whether the reach covers the project or any part of it. */
export const canReachInto = (reach: Reach, projectId: ProjectId): boolean =>
  reach.whole || reach.places.some((place) => place.projectId === projectId)
