import { v7 } from 'uuid'
import { canReach } from '../../kernel/reach.ts'
import type { ProjectId, ServiceId } from '../../kernel/ids.ts'
import { absent, changedMeanwhile, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { mayChangeUnderHours } from '../ledger/hours-routes.ts'
import { outside, serviceFor, type FoundService } from '../ledger/open-routes.ts'
import type { ServiceInput } from '../ledger/schema.ts'
import { checkService, withChanges } from '../ledger/service-rules.ts'
import * as ledger from '../ledger/store.ts'
import * as write from '../ledger/write-store.ts'
import { findProject } from '../projects/store.ts'
import { afterStep, mayConfirm } from './activity-rules.ts'
import {
  changeActivity,
  copyActivity,
  openActivity,
  planActivity,
  stepActivity,
  summariseActivity,
  type Activity,
} from './activity-schema.ts'
import * as store from './activity-store.ts'
import { moveUp } from './attend-store.ts'

const notAnActivity = no('activity.other', { zh: '这条记录不是活动。', en: 'This record is no activity.' }, { sort: 'absent' })

/** The service of an activity within reach. */
export async function activityFor(call: SignedInCall<unknown>, id: ServiceId) {
  const found = await serviceFor(call, id)
  if (!found.ok) return found
  return found.value.kind === 'activity' ? found : notAnActivity
}

/** All that is known of an activity but who came. */
export async function activityDetail({ tx, tenantId }: SignedInCall<unknown>, service: FoundService): Promise<Activity> {
  const { id } = service
  const row = await ledger.getServiceRow(tx, tenantId, id)
  const plan = await store.findPlan(tx, tenantId, id)
  const { contributions } = await ledger.listAroundService(tx, tenantId, id)
  const { going, waiting, ...heads } = await store.countHeads(tx, tenantId, id)
  return {
    id: row.id,
    projectId: row.projectId,
    version: service.version,
    status: row.status,
    number: row.number,
    title: row.title,
    communityCode: row.communityCode,
    communityName: row.communityName,
    day: row.day,
    startsAt: row.startsAt,
    minutes: row.minutes,
    place: service.place,
    worker: row.worker,
    line: row.line,
    themes: row.themes,
    note: service.note,
    planVersion: plan.version,
    confirmedAt: plan.confirmedAt?.toISOString() ?? null,
    plan: plan.plan,
    summary: plan.summary,
    summarisedAt: plan.summarisedAt?.toISOString() ?? null,
    contributions,
    heads: { ...heads, unnamed: service.unnamed_count },
    going,
    waiting,
    lastReason: await store.findLastReason(tx, tenantId, id),
    series: await store.listSeries(tx, tenantId, id, plan.seriesId),
  }
}

async function mayStandAt(call: SignedInCall<unknown>, projectId: ProjectId, input: ServiceInput): Promise<Verdict> {
  const { tx, tenantId, reach, today } = call
  const { communityCode } = input
  const facts = await write.findRecordingFacts(tx, tenantId, { projectId, communityCode, ids: [], reach })
  return facts === undefined ? absent({ zh: '这个项目', en: 'project' }) : checkService(input, facts.project, today)
}

type Facts = Omit<ServiceInput, 'status' | 'number' | 'unnamedCount' | 'quantity' | 'unit' | 'note'>

const newService = (facts: Facts): ServiceInput => ({
  ...facts,
  status: 'planned',
  number: null,
  unnamedCount: 0,
  quantity: null,
  unit: null,
  note: null,
})

const stepReasons = { confirm: '确认计划', reopen: '退回修改计划', hold: '已开展' } as const

export const activityRoutes = [
  route(planActivity, async (call) => {
    const { tx, tenantId, input, actor, reach } = call
    call.note({ subject: `service:${input.id}` })
    if (!canReach(reach, { projectId: input.projectId, communityCode: input.communityCode })) {
      const exists = await findProject(tx, tenantId, input.projectId)
      return exists === undefined ? absent({ zh: '这个项目', en: 'project' }) : outside
    }
    const { id, projectId, plan, contributions, ...facts } = input
    const service = newService(facts)
    const may = await mayStandAt(call, projectId, service)
    if (!may.ok) return may
    await write.addService(tx, tenantId, { ...service, id, projectId, kind: 'activity' }, actor.accountId)
    await write.addContributions(tx, tenantId, id, contributions)
    await store.savePlan(tx, tenantId, id, plan)
    return yes({ id })
  }),

  route(changeActivity, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await activityFor(call, input.id)
    if (!found.ok) return found
    const { id, version, reason, plan, contributions, ...facts } = input
    const service = withChanges(found.value, facts)
    if (!service.ok) return service
    const may = await mayStandAt(call, found.value.project_id, service.value)
    if (!may.ok) return may
    if (!canReach(call.reach, { projectId: found.value.project_id, communityCode: facts.communityCode })) return outside
    const hours = await mayChangeUnderHours(call, found.value, service.value)
    if (!hours.ok) return hours
    const before = await store.lockPlan(tx, tenantId, id)
    const stands = before.confirmedAt === null ? yes() : mayConfirm(plan)
    if (!stands.ok) return stands
    call.note({ reason })
    if (!(await write.keepVersion(tx, tenantId, id, version, reason, actor.accountId))) return changedMeanwhile
    await write.changeService(tx, tenantId, id, service.value)
    await write.setContributions(tx, tenantId, id, contributions)
    await store.savePlan(tx, tenantId, id, plan)
    await moveUp(tx, tenantId, id, plan.capacity)
    return yes({ version: version + 1 })
  }),

  route(stepActivity, async (call) => {
    const { tx, tenantId, input, actor, today, now } = call
    const found = await activityFor(call, input.id)
    if (!found.ok) return found
    const { id, version, step } = input
    const reason = step === 'cancel' || step === 'restore' ? input.reason : (input.reason ?? stepReasons[step])
    if (reason === null) return no('activity.reason', { zh: '请写清理由。', en: 'Give the reason.' }, { field: 'reason', sort: 'invalid' })
    const plan = await store.lockPlan(tx, tenantId, id)
    const at = { status: found.value.status, confirmed: plan.confirmedAt !== null, day: found.value.day, plan: plan.plan }
    const next = afterStep(step, at, today)
    if (!next.ok) return next
    const hours = await mayChangeUnderHours(call, found.value, { status: next.value.status })
    if (!hours.ok) return hours
    call.note({ reason, details: { step } })
    if (!(await write.keepVersion(tx, tenantId, id, version, reason, actor.accountId))) return changedMeanwhile
    await write.setStatus(tx, tenantId, id, next.value.status)
    if (next.value.confirmed !== at.confirmed) await store.setConfirmed(tx, tenantId, id, next.value.confirmed, actor.accountId, now)
    return yes({ version: version + 1 })
  }),

  route(copyActivity, async (call) => {
    const { tx, tenantId, input, actor, reach } = call
    const found = await activityFor(call, input.id)
    if (!found.ok) return found
    const { value: source } = found
    const { plan, seriesId } = await store.lockPlan(tx, tenantId, input.id)
    const series = seriesId ?? v7()
    if (seriesId === null) await store.setSeries(tx, tenantId, input.id, series)
    const { contributions } = await ledger.listAroundService(tx, tenantId, input.id)
    for (const copy of input.copies) {
      if (!canReach(reach, { projectId: source.project_id, communityCode: copy.communityCode })) return outside
      const service = withChanges(source, {
        communityCode: copy.communityCode,
        day: copy.day,
        status: 'planned',
        number: null,
        unnamedCount: 0,
      })
      if (!service.ok) return service
      const may = await mayStandAt(call, source.project_id, service.value)
      if (!may.ok) return may
      // The place is the community's own, and the children of one school do not come to every copy.
      const isElsewhere: boolean = copy.communityCode !== source.community_code
      const copied = { ...service.value, id: copy.id, projectId: source.project_id, kind: 'activity' as const }
      await write.addService(tx, tenantId, isElsewhere ? { ...copied, place: null } : copied, actor.accountId)
      await write.addContributions(
        tx,
        tenantId,
        copy.id,
        contributions.map(({ organisation: _name, ...one }) => ({ ...one, id: v7() })),
      )
      await store.savePlan(tx, tenantId, copy.id, { ...plan, guardian: null }, series)
    }
    call.note({ details: { copies: input.copies.length } })
    return yes({ made: input.copies.length })
  }),

  route(summariseActivity, async (call) => {
    const { tx, tenantId, input, actor, now } = call
    const found = await activityFor(call, input.id)
    if (!found.ok) return found
    if (found.value.status !== 'held')
      return no('activity.notHeld', {
        zh: '活动还没有记为“已开展”，办完之后再写总结。',
        en: 'The event has not been marked as held: sum it up after it took place.',
      })
    const plan = await store.lockPlan(tx, tenantId, input.id)
    // An imported event has no plan until somebody looks at it: its version is 0 on the screen, 1 once it is locked.
    const version = input.planVersion === 0 && plan.version === 1 ? 1 : input.planVersion
    const saved = await store.saveSummary(tx, tenantId, input.id, version, input.summary, actor.accountId, now)
    return saved ? yes({ planVersion: version + 1 }) : changedMeanwhile
  }),

  route(openActivity, async (call) => {
    const found = await activityFor(call, call.input.id)
    return found.ok ? yes(await activityDetail(call, found.value)) : found
  }),
]
