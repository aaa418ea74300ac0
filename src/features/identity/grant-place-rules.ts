import { roleTable, type Role } from './role-rules.ts'

/** Whether any permission of a role is bound to a project, so that a grant of it must name one. */
export const needsProject = (role: Role): boolean =>
  Object.values(roleTable).some((row) => row[role] === 'project' || row[role] === 'community')

/** Whether a role does something without a project: whoever opens projects begins with none. */
export const worksWithoutProject = (role: Role): boolean => roleTable['projects.open'][role] === 'tenant'

/** Whether any permission of a role may be narrowed to communities. */
export const mayNarrow = (role: Role): boolean => Object.values(roleTable).some((row) => row[role] === 'community')
