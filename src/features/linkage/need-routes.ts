import { canReach } from '../../kernel/reach.ts'
import { changedMeanwhile, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { findRecordingFacts } from '../ledger/write-store.ts'
import { listLinkNeeds, saveLinkNeed, settleLinkNeed, type NeedFile } from './need-schema.ts'
import { maySettleNeed } from './need-rules.ts'
import * as store from './need-store.ts'
import { needFor, outsideCommunity, projectFor } from './place-routes.ts'
import type { ProjectId } from '../../kernel/ids.ts'

const notThere = no(
  'linkage.needElsewhere',
  {
    zh: '选的人、小组或项目不在这个项目里，请重新选。',
    en: 'The person, group or project chosen is not in this project; choose again.',
  },
  { sort: 'invalid', field: 'personId' },
)

async function mayStand(call: SignedInCall<unknown>, projectId: ProjectId, file: NeedFile): Promise<Verdict> {
  const { tx, tenantId, reach } = call
  if (!canReach(reach, { projectId, communityCode: file.communityCode })) return outsideCommunity
  if ((file.holder === 'person') !== (file.personId !== null))
    return no('linkage.whose', { zh: '请选是谁的需求。', en: 'Say whose need it is.' }, { sort: 'invalid', field: 'personId' })
  const ids = file.personId === null ? [] : [file.personId]
  const facts = await findRecordingFacts(tx, tenantId, { projectId, communityCode: file.communityCode, ids, reach })
  if (facts?.project.hasCommunity !== true)
    return no(
      'linkage.community',
      { zh: '这个社区不在本项目内。', en: 'This community is not in the project.' },
      { sort: 'invalid', field: 'communityCode' },
    )
  if (facts.attendees.length !== ids.length || !(await store.areOfProject(tx, tenantId, projectId, file))) return notThere
  return yes()
}

export const linkNeedRoutes = [
  route(listLinkNeeds, async (call) => {
    const { tx, tenantId, input, sealer, reach } = call
    const at = await projectFor(call, input.projectId)
    if (!at.ok) return at
    return yes({ ...(await store.listNeedRows(tx, tenantId, sealer, input, reach)), asOf: at.value.asOf })
  }),

  route(saveLinkNeed, async (call) => {
    const { tx, tenantId, input, sealer, actor, note } = call
    const at = await projectFor(call, input.projectId)
    if (!at.ok) return at
    if (input.version > 0) {
      const before = await needFor(call, input.id)
      if (!before.ok) return before
      if (before.value.personId !== input.file.personId || before.value.holder !== input.file.holder)
        return no('linkage.whoseStays', {
          zh: '是谁的需求不能改；登记错了请撤销后重新登记。',
          en: 'Whose need it is cannot be changed: withdraw it and record another.',
        })
    }
    const may = await mayStand(call, input.projectId, input.file)
    if (!may.ok) return may
    note({ details: { need: input.id, kind: input.file.kind } })
    if (input.version === 0) {
      await store.addNeed(tx, tenantId, sealer, { id: input.id, projectId: input.projectId, by: actor.accountId }, input.file)
      return yes({ version: 1 })
    }
    const changed = await store.changeNeed(tx, tenantId, sealer, input.id, input.version, input.file)
    return changed ? yes({ version: input.version + 1 }) : changedMeanwhile
  }),

  route(settleLinkNeed, async (call) => {
    const { tx, tenantId, input, note } = call
    const found = await needFor(call, input.id)
    if (!found.ok) return found
    const may = maySettleNeed(found.value, input.state)
    if (!may.ok) return may
    note({ reason: input.reason, details: { need: input.id, state: input.state } })
    const set = await store.setNeedState(tx, tenantId, input.id, input.version, input.state, input.reason)
    return set ? yes({ version: input.version + 1 }) : changedMeanwhile
  }),
]
