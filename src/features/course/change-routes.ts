import type { ProjectId } from '../../kernel/ids.ts'
import { absent, changedMeanwhile, no, yes } from '../../kernel/verdict.ts'
import { paperFile } from '../../server/paper.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { projectFor } from '../projects/open-routes.ts'
import { findProject, findProjectDetail, listBudget, listTargets } from '../projects/store.ts'
import { changePaper } from './change-paper-rules.ts'
import { canTakeEffect, inverseOf, isOfContract, mayDecide, saidOf, standingOf, type Now } from './change-rules.ts'
import { askChange, decideChange, printChange, withdrawChange, type What } from './change-schema.ts'
import * as store from './change-store.ts'

/** What the project is now. @throws when there is none. */
async function nowOf(call: SignedInCall<unknown>, projectId: ProjectId): Promise<Now> {
  const { tx, tenantId } = call
  const project = await findProject(tx, tenantId, projectId)
  if (project === undefined) throw new Error('A change of no project.')
  return {
    startsOn: project.startsOn,
    endsOn: project.endsOn,
    targets: await listTargets(tx, tenantId, projectId),
    budget: await listBudget(tx, tenantId, projectId),
  }
}

const shown = (row: store.ChangeRow, now: Now, accountId: string) => {
  const { projectId: _project, reversesId: _reverses, askedById, earlier, askedAt, decidedAt, ...change } = row
  return {
    ...change,
    said: saidOf(row.what, now, earlier),
    inverse: row.state === 'approved' && earlier !== null ? inverseOf(row.what, earlier) : null,
    isMine: askedById === accountId,
    askedAt: askedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
  }
}

/** A project's changes, as screens show them. */
export async function listedChanges(call: SignedInCall<unknown>, projectId: ProjectId) {
  const now = await nowOf(call, projectId)
  return (await store.listChanges(call.tx, call.tenantId, projectId)).map((row) => shown(row, now, call.actor.accountId))
}

/** A change of a project within the caller's reach. */
async function changeFor(call: SignedInCall<{ id: string }>, to: 'look' | 'change') {
  const change = await store.findChange(call.tx, call.tenantId, call.input.id)
  if (change === undefined) return absent({ zh: '这项变更', en: 'change' })
  const project = await projectFor(call, change.projectId, to)
  return project.ok ? yes({ change, project: project.value }) : project
}

async function takeEffect(call: SignedInCall<unknown>, projectId: ProjectId, what: What): Promise<void> {
  const { tx, tenantId } = call
  switch (what.kind) {
    case 'period':
      await store.setPeriod(tx, tenantId, projectId, what)
      break
    case 'target':
      await store.setTarget(tx, tenantId, projectId, what)
      break
    case 'transfer':
      await store.moveMoney(tx, tenantId, projectId, what)
      break
    case 'staff':
      break
  }
  await store.touchProject(tx, tenantId, projectId)
}

export const changeRoutes = [
  route(askChange, async (call) => {
    const { tx, tenantId, input, actor } = call
    const project = await projectFor(call, input.projectId, 'change')
    if (!project.ok) return project
    await store.lockProject(tx, tenantId, input.projectId)
    const can = canTakeEffect(input.what, await nowOf(call, input.projectId))
    if (!can.ok) return can
    const changes = await store.listChanges(tx, tenantId, input.projectId)
    const taken = changes.find(({ id }) => id === input.reversesId)
    if (input.reversesId !== null && (taken?.state !== 'approved' || taken.reversed !== null))
      return no('course.reversed', {
        zh: '那项变更没有生效，或已经有人申请撤销。',
        en: 'That change is not in force, or somebody has asked to take it back already.',
      })
    if (changes.some(({ id }) => id === input.id)) return changedMeanwhile
    await store.addChange(tx, tenantId, input, actor.accountId)
    call.note({ subject: `project:${input.projectId}`, reason: input.reason, details: { change: input.id, kind: input.what.kind } })
    return yes({})
  }),

  route(decideChange, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await changeFor(call, 'change')
    if (!found.ok) return found
    const { change, project } = found.value
    await store.lockProject(tx, tenantId, project.id)
    const now = await nowOf(call, project.id)
    const isBureau = actor.grants.some(({ role }) => role === 'bureau')
    const how = { approve: input.approve, basis: input.basis, ofContract: isOfContract(change.what, now) }
    const may = mayDecide({ state: change.state, askedBy: change.askedById }, { accountId: actor.accountId, isBureau }, how)
    if (!may.ok) return may
    if (input.approve) {
      const can = canTakeEffect(change.what, now)
      if (!can.ok) return can
    }
    const decision = {
      state: input.approve ? 'approved' : 'refused',
      by: actor.accountId,
      reason: input.reason,
      basis: input.basis,
      earlier: input.approve ? standingOf(change.what, now) : null,
    } as const
    if (!(await store.decideChange(tx, tenantId, input, decision))) return changedMeanwhile
    if (input.approve) await takeEffect(call, project.id, change.what)
    call.note({ subject: `project:${project.id}`, reason: input.reason, details: { change: change.id, state: decision.state } })
    return yes({})
  }),

  route(withdrawChange, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await changeFor(call, 'change')
    if (!found.ok) return found
    const { change, project } = found.value
    if (change.state !== 'asked') return no('course.decided', { zh: '这项变更已有结论。', en: 'This change was decided already.' })
    if (change.askedById !== actor.accountId)
      return no('course.notYours', { zh: '只能撤回自己的申请。', en: 'You can only withdraw your own request.' })
    const withdrawn = { state: 'withdrawn', by: null, reason: input.reason, basis: null, earlier: null } as const
    if (!(await store.decideChange(tx, tenantId, input, withdrawn))) return changedMeanwhile
    call.note({ subject: `project:${project.id}`, reason: input.reason, details: { change: change.id } })
    return yes({})
  }),

  route(printChange, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await changeFor(call, 'look')
    if (!found.ok) return found
    const { change, project } = found.value
    call.note({ subject: `project:${project.id}`, details: { change: change.id } })
    const detail = await findProjectDetail(tx, tenantId, project.id)
    const now = await nowOf(call, project.id)
    const facts = { project: project.name, agency: detail?.agency ?? null }
    return paperFile(call, input.format, '项目变更申请表', changePaper({ ...facts, change: shown(change, now, actor.accountId) }))
  }),
]
