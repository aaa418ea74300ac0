import { absent, changedMeanwhile, no, yes } from '../../kernel/verdict.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { projectFor } from '../projects/open-routes.ts'
import { addStep } from '../projects/step-store.ts'
import { mayMove } from './risk-rules.ts'
import { addRisk, changeRisk, moveRisk } from './risk-schema.ts'
import * as store from './risk-store.ts'

/** A risk of a project that the caller may change. */
async function riskFor(call: SignedInCall<{ id: string }>) {
  const risk = await store.findRisk(call.tx, call.tenantId, call.input.id)
  if (risk === undefined) return absent({ zh: '这条风险', en: 'risk' })
  const project = await projectFor(call, risk.projectId, 'change')
  return project.ok ? yes(risk) : project
}

export const riskRoutes = [
  route(addRisk, async (call) => {
    const { tx, tenantId, input, actor, today } = call
    const project = await projectFor(call, input.projectId, 'change')
    if (!project.ok) return project
    if ((await store.findRisk(tx, tenantId, input.id)) !== undefined)
      return no('course.riskTaken', { zh: '这条风险已经登记过。', en: 'This risk is on the register already.' })
    await store.addRisk(tx, tenantId, { id: input.id, projectId: input.projectId, by: actor.accountId, on: today }, input)
    await addStep(tx, tenantId, { projectId: input.projectId, about: 'risk', key: input.id }, { step: 'recorded' }, actor.accountId)
    call.note({ subject: `project:${input.projectId}`, details: { risk: input.id } })
    return yes({})
  }),

  route(changeRisk, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await riskFor(call)
    if (!found.ok) return found
    if (!(await store.changeRisk(tx, tenantId, input, input))) return changedMeanwhile
    const of = { projectId: found.value.projectId, about: 'risk', key: input.id } as const
    await addStep(tx, tenantId, of, { step: 'changed', earlier: found.value }, actor.accountId)
    call.note({ subject: `project:${of.projectId}`, details: { risk: input.id } })
    return yes({})
  }),

  route(moveRisk, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await riskFor(call)
    if (!found.ok) return found
    const may = mayMove(found.value.state, input.state)
    if (!may.ok) return may
    if (!(await store.changeRisk(tx, tenantId, input, { state: input.state }))) return changedMeanwhile
    const of = { projectId: found.value.projectId, about: 'risk', key: input.id } as const
    await addStep(tx, tenantId, of, { step: input.state, reason: input.reason }, actor.accountId)
    call.note({ subject: `project:${of.projectId}`, reason: input.reason, details: { risk: input.id, state: input.state } })
    return yes({})
  }),
]
