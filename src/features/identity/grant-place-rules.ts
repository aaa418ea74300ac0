import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import { roleTable, type Role } from './role-rules.ts'

/** Whether any permission of a role is bound to a project, so that a grant of it must name one. */
export const needsProject = (role: Role): boolean =>
  Object.values(roleTable).some((row) => row[role] === 'project' || row[role] === 'community')

/** Whether a role does something without a project: whoever opens projects begins with none. */
export const worksWithoutProject = (role: Role): boolean => roleTable['projects.open'][role] === 'tenant'

/** Whether any permission of a role may be narrowed to communities. */
export const mayNarrow = (role: Role): boolean => Object.values(roleTable).some((row) => row[role] === 'community')

/** Whether a role speaks for an organisation and sees what was sent to it. */
export const needsOrganisation = (role: Role): boolean => Object.values(roleTable).some((row) => row[role] === 'organisation')

/** A grant says where it holds: a partner's names the organisation, and no other does. */
export function checkGrantPlace(grant: { role: Role; organisationId?: string | undefined }): Verdict {
  if (needsOrganisation(grant.role) && grant.organisationId === undefined)
    return no(
      'grant.organisation.missing',
      { zh: '合作单位的账号要指明代表哪个组织。', en: 'A partner speaks for an organisation: choose which.' },
      { field: 'organisationId', sort: 'invalid' },
    )
  if (!needsOrganisation(grant.role) && grant.organisationId !== undefined)
    return no(
      'grant.organisation.needless',
      { zh: '这个角色不代表某个组织，请不要选组织。', en: 'This role speaks for no organisation: leave it out.' },
      { field: 'organisationId', sort: 'invalid' },
    )
  return yes()
}
