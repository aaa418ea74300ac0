import { asOf, type Day } from '../../kernel/day.ts'
import type { DivisionCode, ProjectId } from '../../kernel/ids.ts'
import { canReach, canReachInto, canReachProject } from '../../kernel/reach.ts'
import { absent, no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { SignedInCall } from '../../server/route.ts'
import { findProject } from '../projects/store.ts'
import type { NeedRow } from './need-schema.ts'
import { findNeed } from './need-store.ts'
import type { ResourceRow } from './resource-schema.ts'
import { findResource } from './resource-store.ts'

const aNeed = { zh: '这项需求', en: 'need' }
const aResource = { zh: '这项资源', en: 'resource' }
const aProject = { zh: '这个项目', en: 'project' }

const outsideProject = no('projects.outside', { zh: '这个项目不在您的权限内。', en: 'This project is not yours.' }, { sort: 'forbidden' })
export const outsideCommunity = no(
  'linkage.outside',
  { zh: '这个社区不在您的权限内。', en: 'This community is not yours.' },
  { sort: 'forbidden' },
)

export type At = { readonly asOf: Day }

/** The project, when the caller reaches into it, and the day as of which it is looked at: its last one once it is over. */
export async function projectFor(call: SignedInCall<unknown>, projectId: ProjectId, whole = false): Promise<Verdict<At>> {
  call.note({ subject: `project:${projectId}` })
  const project = await findProject(call.tx, call.tenantId, projectId)
  if (project === undefined) return absent(aProject)
  if (!(whole ? canReachProject(call.reach, projectId) : canReachInto(call.reach, projectId))) return outsideProject
  return yes({ asOf: asOf(call.today, project.endsOn) })
}

const reachesCommunity = (call: SignedInCall<unknown>, projectId: ProjectId, communityCode: DivisionCode): boolean =>
  canReach(call.reach, { projectId, communityCode })

export async function needFor(call: SignedInCall<unknown>, id: string): Promise<Verdict<NeedRow & At>> {
  const need = await findNeed(call.tx, call.tenantId, call.sealer, id)
  if (need === undefined) return absent(aNeed)
  const at = await projectFor(call, need.projectId)
  if (!at.ok) return at
  return reachesCommunity(call, need.projectId, need.communityCode) ? yes({ ...need, ...at.value }) : outsideCommunity
}

export async function resourceFor(call: SignedInCall<unknown>, id: string): Promise<Verdict<ResourceRow & At>> {
  const found = await findResource(call.tx, call.tenantId, id, call.today)
  if (found === undefined) return absent(aResource)
  const at = await projectFor(call, found.projectId)
  return at.ok ? yes({ ...found, ...at.value }) : at
}
