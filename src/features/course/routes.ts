import { daysBetween } from '../../kernel/day.ts'
import type { ProjectId } from '../../kernel/ids.ts'
import { changedMeanwhile, no, yes } from '../../kernel/verdict.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { listDutyFiles } from '../projects/file-store.ts'
import { projectFor } from '../projects/open-routes.ts'
import { addStep, listSteps } from '../projects/step-store.ts'
import { changeRoutes, listedChanges } from './change-routes.ts'
import { asOfDay } from './duty-rules.ts'
import { listDuties, type KnownDuty } from './duty-store.ts'
import { riskRoutes } from './risk-routes.ts'
import { listRisks } from './risk-store.ts'
import { dismissDuty, finishDuty, openCourse, reopenDuty, saveCourseSettings, saveDuty } from './schema.ts'
import * as store from './store.ts'

const noDuty = no('course.noDuty', {
  zh: '没有这一项应办事项，可能项目周期或规则改过。请刷新后再看。',
  en: 'There is no such duty; the period or the rules may have changed. Reload to see.',
})

const settled = no('course.settled', {
  zh: '这一项已经办结或标为不适用，要改请先撤回。',
  en: 'This is done or dismissed. Take that back first.',
})

/** A duty of a project that the caller may change, as it stands. */
async function dutyFor(call: SignedInCall<{ projectId: ProjectId; key: string; version: number }>) {
  const { tx, tenantId, input } = call
  const project = await projectFor(call, input.projectId, 'change')
  if (!project.ok) return project
  const duty = (await listDuties(tx, tenantId, project.value)).find(({ key }) => key === input.key)
  if (duty === undefined) return noDuty
  return duty.version === input.version ? yes(duty) : changedMeanwhile
}

/** What a duty is kept as. A day that follows from the rules is not written down. */
const keptOf = (duty: KnownDuty) => ({
  title: duty.sort === 'own' && typeof duty.title === 'string' ? duty.title : null,
  dueOn: duty.sort === 'own' || duty.moved ? duty.dueOn : null,
  doneOn: duty.doneOn,
  doneBy: null,
  note: duty.note,
  dismissed: duty.dismissed,
})

async function step(call: SignedInCall<{ projectId: ProjectId; key: string }>, what: string, reason: string | null, earlier?: object) {
  const { tx, tenantId, input, actor } = call
  const of = { projectId: input.projectId, about: 'duty', key: input.key } as const
  await addStep(tx, tenantId, of, { step: what, reason, ...(earlier === undefined ? {} : { earlier }) }, actor.accountId)
  call.note({ subject: `project:${input.projectId}`, details: { duty: input.key }, ...(reason === null ? {} : { reason }) })
}

export const courseRoutes = [
  route(openCourse, async (call) => {
    const { tx, tenantId, input, today } = call
    const project = await projectFor(call, input.projectId, 'look')
    if (!project.ok) return project
    const of = project.value
    const duties = await listDuties(tx, tenantId, of)
    const asOf = asOfDay(
      today,
      of.endsOn,
      duties.map(({ dueOn }) => dueOn),
    )
    const files = Map.groupBy(await listDutyFiles(tx, tenantId, of.id), ({ dutyKey }) => dutyKey)
    const steps = Map.groupBy(await listSteps(tx, tenantId, { projectId: of.id, about: 'duty' }), ({ key }) => key)
    const riskSteps = Map.groupBy(await listSteps(tx, tenantId, { projectId: of.id, about: 'risk' }), ({ key }) => key)
    return yes({
      asOf,
      ended: today > of.endsOn,
      settings: await store.getSettings(tx, tenantId, of.id),
      duties: duties.map(({ updatedAt: _at, ...duty }) => ({
        ...duty,
        late: daysBetween(duty.dueOn, asOf),
        files: (files.get(duty.key) ?? []).map(({ dutyKey: _key, ...file }) => file),
        steps: (steps.get(duty.key) ?? []).map(({ key: _key, ...one }) => one),
      })),
      risks: (await listRisks(tx, tenantId, of.id)).map(({ projectId: _project, ...risk }) => ({
        ...risk,
        steps: (riskSteps.get(risk.id) ?? []).map(({ key: _key, ...one }) => one),
      })),
      changes: await listedChanges(call, of.id),
    })
  }),

  route(saveCourseSettings, async (call) => {
    const { tx, tenantId, input } = call
    const project = await projectFor(call, input.projectId, 'change')
    if (!project.ok) return project
    const { projectId, version, ...settings } = input
    if (!(await store.saveSettings(tx, tenantId, { projectId, version }, settings))) return changedMeanwhile
    call.note({ subject: `project:${projectId}`, details: settings })
    return yes({})
  }),

  route(saveDuty, async (call) => {
    const { tx, tenantId, input } = call
    const project = await projectFor(call, input.projectId, 'change')
    if (!project.ok) return project
    if (input.version === 0 && input.key.startsWith('own/')) {
      if (input.title === null)
        return no('course.title', { zh: '请写明是什么事。', en: 'Say what it is.' }, { field: 'title', sort: 'invalid' })
      const added = { title: input.title, dueOn: input.dueOn, doneOn: null, doneBy: null, note: null, dismissed: null }
      if (!(await store.saveDuty(tx, tenantId, input, added))) return changedMeanwhile
      await step(call, 'added', null)
      return yes({})
    }
    const found = await dutyFor(call)
    if (!found.ok) return found
    const duty = found.value
    if (duty.doneOn !== null || duty.dismissed !== null) return settled
    if (input.reason === null)
      return no('course.reason', { zh: '改日期请写明理由。', en: 'Say why its day moves.' }, { field: 'reason', sort: 'invalid' })
    const kept = keptOf(duty)
    const moved = { ...kept, dueOn: input.dueOn, title: duty.sort === 'own' ? (input.title ?? kept.title) : null }
    if (!(await store.saveDuty(tx, tenantId, input, moved))) return changedMeanwhile
    await step(call, 'moved', input.reason, { dueOn: duty.dueOn, title: duty.title })
    return yes({})
  }),

  route(finishDuty, async (call) => {
    const { tx, tenantId, input, actor, today } = call
    const found = await dutyFor(call)
    if (!found.ok) return found
    if (found.value.doneOn !== null || found.value.dismissed !== null) return settled
    if (input.doneOn > today)
      return no('course.ahead', { zh: '办结日期在今天之后。', en: 'The day lies ahead.' }, { field: 'doneOn', sort: 'invalid' })
    const done = { ...keptOf(found.value), doneOn: input.doneOn, doneBy: actor.accountId, note: input.note }
    if (!(await store.saveDuty(tx, tenantId, input, done))) return changedMeanwhile
    await step(call, 'done', input.note)
    return yes({})
  }),

  route(dismissDuty, async (call) => {
    const { tx, tenantId, input } = call
    const found = await dutyFor(call)
    if (!found.ok) return found
    if (found.value.doneOn !== null || found.value.dismissed !== null) return settled
    if (!(await store.saveDuty(tx, tenantId, input, { ...keptOf(found.value), dismissed: input.reason }))) return changedMeanwhile
    await step(call, 'dismissed', input.reason)
    return yes({})
  }),

  route(reopenDuty, async (call) => {
    const { tx, tenantId, input } = call
    const found = await dutyFor(call)
    if (!found.ok) return found
    const duty = found.value
    if (duty.doneOn === null && duty.dismissed === null)
      return no('course.open', { zh: '这一项还没有办，也没有标为不适用。', en: 'It is open already.' })
    if (!(await store.saveDuty(tx, tenantId, input, { ...keptOf(duty), doneOn: null, dismissed: null, note: null })))
      return changedMeanwhile
    await step(call, 'reopened', input.reason, { doneOn: duty.doneOn, note: duty.note, dismissed: duty.dismissed })
    return yes({})
  }),

  ...riskRoutes,
  ...changeRoutes,
]
