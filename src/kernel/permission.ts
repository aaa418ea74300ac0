/** What an account may be allowed to do. Which role may do it, and how far, is the table in identity/role-rules. */
export const permissions = [
  'open',
  'session.own',
  'accounts.manage',
  'grants.manage',
  'trail.read',
  'places.read',
  'places.manage',
  'organisations.read',
  'organisations.manage',
  'people.read',
  'people.unmask',
  'people.write',
  'people.merge',
  'projects.read',
  'projects.open',
  'projects.manage',
  'services.read',
  'services.write',
  'figures.read',
  'imports.read',
  'imports.run',
  'imports.undo',
  'exports.make',
] as const

export type Permission = (typeof permissions)[number]
