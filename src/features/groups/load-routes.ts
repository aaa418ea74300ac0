import { canReach } from '../../kernel/reach.ts'
import { absent, no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { SignedInCall } from '../../server/route.ts'
import * as store from './store.ts'

const aGroup = { zh: '这个小组', en: 'group' }
export const outside = no(
  'groups.outside',
  { zh: '这个小组不在您负责的社区或项目内。', en: 'This group is not in your communities or projects.' },
  { sort: 'forbidden' },
)
/** A group within the caller's reach. */
export async function groupFor(call: SignedInCall<unknown>, id: string): Promise<Verdict<store.GroupColumns>> {
  call.note({ subject: `group:${id}` })
  const group = await store.findGroup(call.tx, call.tenantId, id)
  if (group === undefined) return absent(aGroup)
  return canReach(call.reach, { projectId: group.project_id, communityCode: group.community_code }) ? yes(group) : outside
}
