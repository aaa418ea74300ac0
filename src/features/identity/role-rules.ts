import { z } from 'zod'
import type { OrganisationId } from '../../kernel/ids.ts'
import type { Permission } from '../../kernel/permission.ts'
import { nowhere, type Place, type Reach } from '../../kernel/reach.ts'
import type { Words } from '../../kernel/words.ts'
import type { Grant } from './schema.ts'

export const roleSchema = z.enum([
  'bureau',
  'manager',
  'supervisor',
  'socialWorker',
  'counsellor',
  'communityWorker',
  'volunteer',
  'partner',
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
])
export type Role = z.infer<typeof roleSchema>

export const roleWords: Record<Role, Words> = {
  bureau: { zh: '主管部门工作人员', en: 'Bureau officer' },
  manager: { zh: '机构负责人', en: 'Agency manager' },
  supervisor: { zh: '督导', en: 'Supervisor' },
  socialWorker: { zh: '社工', en: 'Social worker' },
  counsellor: { zh: '咨询师', en: 'Counsellor' },
  communityWorker: { zh: '社区工作者', en: 'Community worker' },
  volunteer: { zh: '志愿者', en: 'Volunteer' },
  partner: { zh: '合作单位', en: 'Partner' },
  systemAdmin: { zh: '系统管理员', en: 'System administrator' },
  securityAdmin: { zh: '安全管理员', en: 'Security administrator' },
  auditAdmin: { zh: '审计管理员', en: 'Audit administrator' },
}

/**
 * How far a role's permission goes within its grant. `tenant`: every project. `project`: the whole of the granted
 * project. `community`: the granted communities of it. `organisation`: what was sent to the granted organisation.
 * `none`: not at all.
 */
export type Extent = 'tenant' | 'project' | 'community' | 'organisation' | 'none'

type Row = Record<Role, Extent>
const row = (...e: [Extent, Extent, Extent, Extent, Extent, Extent, Extent, Extent, Extent, Extent, Extent]): Row => ({
  bureau: e[0],
  manager: e[1],
  supervisor: e[2],
  socialWorker: e[3],
  counsellor: e[4],
  communityWorker: e[5],
  volunteer: e[6],
  partner: e[7],
  systemAdmin: e[8],
  securityAdmin: e[9],
  auditAdmin: e[10],
})

const T = 'tenant'
const P = 'project'
const C = 'community'
const O = 'organisation'
const no = 'none'

/** Who may do what, and how far. Everybody may do what `open` names, signed in or not. */
// prettier-ignore
// oxfmt-ignore
export const roleTable: Record<Exclude<Permission, 'open'>, Row> = {
  //                          bureau manager superv. social  couns. commun. volunt. partner system secur. audit
  'session.own':          row(T,     T,      T,      T,      T,     T,      T,      T,      T,     T,     T),
  'accounts.manage':      row(no,    no,     no,     no,     no,    no,     no,     no,     T,     no,    no),
  'grants.manage':        row(no,    no,     no,     no,     no,    no,     no,     no,     no,    T,     no),
  'trail.read':           row(no,    no,     no,     no,     no,    no,     no,     no,     no,    no,    T),
  'places.read':          row(T,     T,      T,      T,      T,     T,      T,      T,      T,     T,     T),
  'places.manage':        row(no,    no,     no,     no,     no,    no,     no,     no,     T,     no,    no),
  'organisations.read':   row(T,     T,      T,      T,      T,     T,      no,     no,     no,    no,    no),
  'organisations.manage': row(no,    T,      no,     no,     no,    no,     no,     no,     no,    no,    no),
  'people.read':          row(T,     P,      P,      C,      C,     C,      no,     no,     no,    no,    no),
  'people.unmask':        row(T,     P,      P,      C,      C,     no,     no,     no,     no,    no,    no),
  'people.write':         row(no,    P,      P,      C,      no,    no,     no,     no,     no,    no,    no),
  'people.merge':         row(no,    P,      P,      no,     no,    no,     no,     no,     no,    no,    no),
  'projects.read':        row(T,     P,      P,      P,      P,     P,      no,     no,     no,    no,    no),
  'projects.open':        row(T,     T,      no,     no,     no,    no,     no,     no,     no,    no,    no),
  'projects.manage':      row(no,    P,      no,     no,     no,    no,     no,     no,     no,    no,    no),
  'projects.record':      row(no,    P,      P,      P,      no,    no,     no,     no,     no,    no,    no),
  'expenses.approve':     row(no,    P,      no,     no,     no,    no,     no,     no,     no,    no,    no),
  'changes.decide':       row(T,     P,      no,     no,     no,    no,     no,     no,     no,    no,    no),
  'programmes.read':      row(T,     P,      P,      P,      P,     P,      no,     no,     no,    no,    no),
  'programmes.write':     row(no,    P,      P,      C,      no,    no,     no,     no,     no,    no,    no),
  'services.read':        row(T,     P,      P,      C,      C,     C,      no,     no,     no,    no,    no),
  'services.write':       row(no,    P,      P,      C,      C,     no,     no,     no,     no,    no,    no),
  'respite.read':         row(T,     P,      P,      C,      C,     C,      no,     no,     no,    no,    no),
  'respite.write':        row(no,    P,      P,      C,      no,    no,     no,     no,     no,    no,    no),
  'groups.read':          row(T,     P,      P,      C,      C,     C,      no,     no,     no,    no,    no),
  'groups.write':         row(no,    P,      P,      C,      C,     no,     no,     no,     no,    no,    no),
  'visits.read':          row(T,     P,      P,      C,      C,     C,      no,     no,     no,    no,    no),
  'visits.write':         row(no,    P,      P,      C,      C,     no,     no,     no,     no,    no,    no),
  'assessments.read':     row(no,    P,      P,      C,      C,     no,     no,     no,     no,    no,    no),
  'assessments.write':    row(no,    P,      P,      C,      C,     no,     no,     no,     no,    no,    no),
  'needs.read':           row(no,    P,      P,      C,      C,     no,     no,     no,     no,    no,    no),
  'needs.write':          row(no,    P,      P,      C,      C,     no,     no,     no,     no,    no,    no),
  'scales.manage':        row(no,    T,      no,     no,     no,    no,     no,     no,     no,    no,    no),
  'evidence.write':       row(no,    P,      P,      C,      C,     C,      no,     no,     no,    no,    no),
  'events.attend':        row(no,    P,      P,      C,      C,     C,      no,     no,     no,    no,    no),
  'calendar.manage':      row(no,    T,      no,     no,     no,    no,     no,     no,     no,    no,    no),
  'clinics.read':         row(no,    P,      P,      C,      no,     no,    no,     no,     no,    no,    no),
  'clinics.write':        row(no,    P,      P,      C,      no,     no,    no,     no,     no,    no,    no),
  'clinics.export':       row(no,    P,      P,      no,     no,     no,    no,     no,     no,    no,    no),
  'crafts.read':          row(T,     P,      P,      C,      no,    C,      no,     no,     no,    no,    no),
  'crafts.write':         row(no,    P,      P,      C,      no,    no,     no,     no,     no,    no,    no),
  'goods.read':           row(T,     P,      P,      C,      no,    C,      no,     no,     no,    no,    no),
  'goods.keep':           row(no,    P,      P,      C,      no,    no,     no,     no,     no,    no,    no),
  'goods.handOut':        row(no,    P,      P,      C,      no,    C,      no,     no,     no,    no,    no),
  'figures.read':         row(T,     P,      P,      P,      P,     P,      no,     no,     no,    no,    no),
  'imports.read':         row(no,    P,      P,      no,     no,    no,     no,     no,     no,    no,    no),
  'imports.run':          row(no,    P,      no,     no,     no,    no,     no,     no,     no,    no,    no),
  'imports.undo':         row(no,    P,      no,     no,     no,    no,     no,     no,     no,    no,    no),
  'referrals.read':       row(no,    P,      P,      C,      C,     no,     no,     no,     no,    no,    no),
  'referrals.write':      row(no,    P,      P,      C,      C,     no,     no,     no,     no,    no,    no),
  'referrals.receive':    row(no,    no,     no,     no,     no,    no,     no,     O,      no,    no,    no),
  'casework.read':        row(no,    P,      P,      C,      C,     no,     no,     no,     no,    no,    no),
  'casework.write':       row(no,    P,      P,      C,      C,     no,     no,     no,     no,    no,    no),
  'casework.supervise':   row(no,    no,     P,      no,     no,    no,     no,     no,     no,    no,    no),
  'exports.make':         row(T,     P,      P,      no,     no,    no,     no,     no,     no,    no,    no),
  'frozen.write':         row(no,    P,      no,     no,     no,    no,     no,     no,     no,    no,    no),
  'frozen.verify':        row(T,     T,      no,     no,     no,    no,     no,     no,     no,    no,    T),
  'volunteering.read':    row(T,     P,      P,      C,      C,     C,      no,     no,     no,    no,    no),
  'volunteering.manage':  row(no,    P,      P,      C,      no,    no,     no,     no,     no,    no,    no),
  'volunteering.confirm': row(no,    P,      P,      C,      no,    C,      no,     no,     no,    no,    no),
  'volunteering.own':     row(no,    no,     no,     no,     no,    no,     P,      no,     no,    no,    no),
  'due.read':             row(no,    P,      P,      C,      C,     C,      no,     no,     no,    no,    no),
  'calendar.feed':        row(no,    T,      T,      T,      T,     T,      T,      no,     no,    no,    no),
  'webhooks.manage':      row(no,    no,     no,     no,     no,    no,     no,     no,     T,     no,    no),
  'linkage.read':         row(no,    P,      P,      C,      no,    C,      no,     no,     no,    no,    no),
  'linkage.request':      row(no,    P,      P,      C,      no,    C,      no,     no,     no,    no,    no),
  'linkage.write':        row(no,    P,      P,      C,      no,    no,     no,     no,     no,    no,    no),
  'directory.publish':    row(T,     P,      no,     no,     no,    no,     no,     no,     no,    no,    no),
  'acceptance.read':      row(T,     P,      P,      no,     no,    no,     no,     no,     no,    no,    no),
  'acceptance.make':      row(T,     P,      no,     no,     no,    no,     no,     no,     no,    no,    no),
  'bulletins.read':       row(T,     P,      P,      P,      P,     P,      no,     no,     no,    no,    no),
  'bulletins.write':      row(no,    P,      P,      P,      no,    no,     no,     no,     no,    no,    no),
  'bulletins.approve':    row(T,     P,      no,     no,     no,    no,     no,     no,     no,    no,    no),
  'hosts.read':           row(T,     T,      T,      T,      T,     T,      no,     no,     T,     no,    no),
  'hosts.manage':         row(no,    no,     no,     no,     no,    no,     no,     no,     T,     no,    no),
  'reports.templates':    row(no,    T,      no,     no,     no,    no,     no,     no,     no,    no,    no),
  'wishes.read':          row(T,     P,      P,      C,      C,     C,      no,     no,     no,    no,    no),
  'wishes.write':         row(no,    P,      P,      C,      no,    C,      no,     no,     no,    no,    no),
  'wishes.screen':        row(no,    P,      P,      no,     no,    no,     no,     no,     no,    no,    no),
  'wishes.claim':         row(no,    no,     no,     no,     no,    no,     P,      O,      no,    no,    no),
}

/** Roles that see names and addresses as they are; to the others persons are masked unless a reason is given. */
const seesNames = new Set<Role>(['manager', 'supervisor', 'socialWorker', 'counsellor', 'communityWorker'])

/** What one grant of a role allows of a permission. */
function placeOf(extent: Extent, grant: Grant): Place | 'whole' | undefined {
  if (extent === 'none') return undefined
  if (extent === 'tenant') return 'whole'
  // An organisation is no place: who speaks for it is asked of the grants.
  if (extent === 'organisation') return undefined
  if (grant.projectId === undefined) return undefined
  if (extent === 'project' || grant.communityCode === undefined) return { projectId: grant.projectId }
  return { projectId: grant.projectId, communityCode: grant.communityCode }
}

/** How far the grants together carry a permission; undefined when no role of theirs has it at all. */
export function reachOf(grants: readonly Grant[], permission: Permission): Reach | undefined {
  if (permission === 'open') return nowhere
  const places = grants.flatMap((grant) => placeOf(roleTable[permission][grant.role], grant) ?? [])
  if (places.includes('whole')) return { whole: true }
  const has = grants.some((grant) => roleTable[permission][grant.role] !== 'none')
  return has ? { whole: false, places: places.filter((place) => place !== 'whole') } : undefined
}

/** The organisations that the grants speak for. */
export const organisationsOf = (grants: readonly Grant[]): OrganisationId[] =>
  grants.flatMap((grant) => (grant.role === 'partner' && grant.organisationId !== undefined ? [grant.organisationId] : []))

export const maySeeNames = (grants: readonly Grant[]): boolean => grants.some((grant) => seesNames.has(grant.role))
