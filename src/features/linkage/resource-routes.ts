import type { ProjectId } from '../../kernel/ids.ts'
import { changedMeanwhile, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { isOrganisation } from '../organisations/store.ts'
import { listPlans, savePlan } from './plan-schema.ts'
import { withdraw, withdrawUnless } from './directory-store.ts'
import * as plans from './plan-store.ts'
import { projectFor, resourceFor } from './place-routes.ts'
import { endResource, listResources, renewResource, saveResource, type ResourceFile } from './resource-schema.ts'
import * as store from './resource-store.ts'

const futureDay = (field: string) =>
  no('linkage.future', { zh: '日期不能晚于今天。', en: 'The day cannot be after today.' }, { sort: 'invalid', field })

async function mayGive(call: SignedInCall<unknown>, projectId: ProjectId, file: ResourceFile): Promise<Verdict> {
  if ((file.organisationId === null) === (file.provider === null))
    return no(
      'linkage.whoGives',
      { zh: '请选提供的单位；个人提供的，写姓名。', en: 'Choose the organisation, or name the person who gives.' },
      { sort: 'invalid', field: 'organisationId' },
    )
  if (file.organisationId !== null && !(await isOrganisation(call.tx, call.tenantId, file.organisationId)))
    return no(
      'linkage.noOrganisation',
      { zh: '没有这个组织，请重新选。', en: 'No such organisation.' },
      { sort: 'invalid', field: 'organisationId' },
    )
  if (file.validFrom !== null && file.validUntil !== null && file.validUntil < file.validFrom)
    return no(
      'linkage.period',
      { zh: '有效期止早于起，请核对。', en: 'It would end before it begins.' },
      { sort: 'invalid', field: 'validUntil' },
    )
  const known = new Set((await listCodes(call, projectId)).map((code) => code))
  return file.communities.every((code) => known.has(code))
    ? yes()
    : no(
        'linkage.community',
        { zh: '有的社区不在本项目内。', en: 'A community is not in the project.' },
        { sort: 'invalid', field: 'communities' },
      )
}

async function listCodes({ tx, tenantId }: SignedInCall<unknown>, projectId: ProjectId): Promise<string[]> {
  const rows = await tx
    .selectFrom('project_community')
    .select('community_code')
    .where('tenant_id', '=', tenantId)
    .where('project_id', '=', projectId)
    .execute()
  return rows.map((row) => row.community_code)
}

export const resourceRoutes = [
  route(listResources, async (call) => {
    const at = await projectFor(call, call.input.projectId)
    if (!at.ok) return at
    const listed = await store.listResourceRows(call.tx, call.tenantId, call.input, at.value.asOf)
    return yes({ ...listed, asOf: at.value.asOf })
  }),

  route(saveResource, async (call) => {
    const { tx, tenantId, input, actor, note, today } = call
    const at = await projectFor(call, input.projectId)
    if (!at.ok) return at
    note({ details: { resource: input.id, kind: input.file.kind } })
    if (input.version > 0) {
      const before = await resourceFor(call, input.id)
      if (!before.ok) return before
    }
    if (input.confirmedOn > today) return futureDay('confirmedOn')
    const may = await mayGive(call, input.projectId, input.file)
    if (!may.ok) return may
    if (input.version === 0) {
      const of = { id: input.id, projectId: input.projectId, confirmedOn: input.confirmedOn, by: actor.accountId }
      await store.addResource(tx, tenantId, of, input.file)
      return yes({ version: 1 })
    }
    const changed = await store.changeResource(tx, tenantId, input, { ...store.fileColumns(input.file), confirmed_on: input.confirmedOn })
    // Another giver has not agreed to be published.
    if (changed) await withdrawUnless(tx, tenantId, input.id, input.file.organisationId)
    return changed ? yes({ version: input.version + 1 }) : changedMeanwhile
  }),

  route(renewResource, async (call) => {
    const { tx, tenantId, input, note, today } = call
    const found = await resourceFor(call, input.id)
    if (!found.ok) return found
    if (input.on > today) return futureDay('on')
    note({ details: { resource: input.id } })
    const changed = await store.changeResource(tx, tenantId, input, {
      confirmed_on: input.on,
      ...(input.validUntil === null ? {} : { valid_until: input.validUntil }),
    })
    return changed ? yes({ version: input.version + 1 }) : changedMeanwhile
  }),

  route(endResource, async (call) => {
    const { tx, tenantId, input, note } = call
    const found = await resourceFor(call, input.id)
    if (!found.ok) return found
    note({ reason: input.reason, details: { resource: input.id, ended: input.endedOn !== null } })
    const changed = await store.changeResource(tx, tenantId, input, { ended_on: input.endedOn, end_reason: input.reason })
    // What is no longer given is not offered to others either.
    if (changed && input.endedOn !== null) await withdraw(tx, tenantId, input.id)
    return changed ? yes({ version: input.version + 1 }) : changedMeanwhile
  }),

  route(listPlans, async (call) => {
    const at = await projectFor(call, call.input.projectId)
    return at.ok ? yes({ rows: await plans.listPlanRows(call.tx, call.tenantId, call.input.projectId) }) : at
  }),

  route(savePlan, async (call) => {
    const { tx, tenantId, input, actor, note } = call
    const at = await projectFor(call, input.projectId)
    if (!at.ok) return at
    if (input.file.leadId !== null && !(await isOrganisation(tx, tenantId, input.file.leadId)))
      return no(
        'linkage.noOrganisation',
        { zh: '没有这个组织，请重新选。', en: 'No such organisation.' },
        { sort: 'invalid', field: 'leadId' },
      )
    note({ details: { plan: input.id, needs: input.file.needIds.length } })
    if (input.version === 0)
      await plans.addPlan(tx, tenantId, { id: input.id, projectId: input.projectId, by: actor.accountId }, input.file)
    else if (!(await plans.changePlan(tx, tenantId, input, input.file))) return changedMeanwhile
    await plans.setNeedsOfPlan(tx, tenantId, input.projectId, input.id, input.file.needIds)
    return yes({ version: input.version + 1 })
  }),
]
