import { absent, no, yes } from '../../kernel/verdict.ts'
import { route } from '../../server/route.ts'
import { checkAttendees } from '../ledger/service-rules.ts'
import * as ledger from '../ledger/write-store.ts'
import { groupFor } from './load-routes.ts'
import * as schema from './schema.ts'
import { listMembers } from './store.ts'
import * as write from './write-store.ts'

export const memberRoutes = [
  route(schema.addMembers, async (call) => {
    const { tx, tenantId, input, today } = call
    const group = await groupFor(call, input.groupId)
    if (!group.ok) return group
    const ids = input.members.map(({ personId }) => personId)
    const of = { projectId: group.value.project_id, communityCode: group.value.community_code, ids, reach: call.reach }
    const facts = await ledger.findRecordingFacts(tx, tenantId, of)
    const attended = ids.map((personId) => ({ personId, part: 'beneficiary' }))
    const may = checkAttendees(attended, facts?.attendees ?? [], input.on ?? today)
    if (!may.ok) return may
    const added = await write.addMembers(tx, tenantId, input.groupId, input.members, input.on)
    call.note({ details: { added } })
    return yes({ added })
  }),

  route(schema.leaveGroup, async (call) => {
    const { input } = call
    const group = await groupFor(call, input.groupId)
    if (!group.ok) return group
    call.note({ reason: input.reason })
    const done = await write.setLeft(call.tx, call.tenantId, input.groupId, input.memberId, input.on, input.reason)
    return done ? yes({}) : absent({ zh: '这位组员', en: 'member' })
  }),

  route(schema.resolveMember, async (call) => {
    const { tx, tenantId, input, today } = call
    const group = await groupFor(call, input.groupId)
    if (!group.ok) return group
    const member = (await listMembers(tx, tenantId, [input.groupId])).find(({ id }) => id === input.memberId)
    if (member === undefined || member.person_id !== null) return absent({ zh: '这位未认定的组员', en: 'unresolved member' })
    const of = { projectId: group.value.project_id, communityCode: group.value.community_code, ids: [input.personId], reach: call.reach }
    const facts = await ledger.findRecordingFacts(tx, tenantId, of)
    const may = checkAttendees([{ personId: input.personId, part: 'beneficiary' }], facts?.attendees ?? [], today)
    if (!may.ok) return may
    if (await write.isMember(tx, tenantId, input.groupId, input.personId))
      return no(
        'groups.memberAlready',
        { zh: '此人已经是组员，请核对是不是另一位。', en: 'That person is a member already: perhaps it is somebody else.' },
        { field: 'personId' },
      )
    const name = await write.setMember(tx, tenantId, input, input.personId)
    if (name === undefined) return absent({ zh: '这位组员', en: 'member' })
    const written = await write.listWritten(tx, tenantId, input.groupId, name)
    for (const id of written) await ledger.setAttendee(tx, tenantId, id, input.personId)
    call.note({
      subject: `group:${input.groupId}`,
      details: { member: input.memberId, person: input.personId, attendances: written.length },
    })
    return yes({ attendances: written.length })
  }),
]
