import type { z } from 'zod'
import { changedMeanwhile, absent, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { addNoticeToRole, settleNotices } from '../identity/notice-store.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { settleFor } from '../needs/settle-routes.ts'
import { listOfPerson } from '../needs/store.ts'
import { setGoals } from '../needs/write-store.ts'
import { mayClose, mayGoTo, mayReopen, mayResume, maySuspend, mayWork, nextOf, type CaseFacts } from './case-rules.ts'
import { addCrisis, endCrisis, findForm, listForms } from './file-store.ts'
import type { CaseForm, Goal } from './form-schema.ts'
import { asOfFor, boxFor, caseFor, factsOf, lastDayOf, lastOf } from './load-routes.ts'
import { needsAfterUndo, outcomeOf, type SettledNeed } from './closing-rules.ts'
import { listSessions } from './note-store.ts'
import { changeStage, closeCase, saveCaseForm, saveCrisis, signCaseForm, undoCaseStep, type FormOnFile } from './schema.ts'
import { findCase, type CaseRecord } from './store.ts'
import { suspendReasonWords } from './vocabulary-words.ts'
import { tellWaiting } from './waiting-routes.ts'
import * as write from './write-store.ts'

type Loaded = { row: CaseRecord; forms: readonly FormOnFile[]; facts: CaseFacts }
type Call = SignedInCall<{ id: string; version: number }>

/** A case at the caller's version, with its forms and what the rules ask. */
async function loaded(call: Call): Promise<Verdict<Loaded>> {
  const found = await caseFor(call, call.input.id)
  if (!found.ok) return found
  if (found.value.version !== call.input.version) return changedMeanwhile
  const row = found.value
  const forms = await listForms(call.tx, call.tenantId, boxFor(call), row.id)
  const sessions = await listSessions(call.tx, call.tenantId, row.id, await asOfFor(call, row.project_id))
  return yes({ row, forms, facts: await factsOf(call, row, forms, sessions) })
}

/** A form that is no longer of use where the case stands, or not yet. */
function mayWrite(facts: CaseFacts, form: CaseForm): Verdict {
  if (form.kind === 'follow_up')
    return facts.stage === 'closed'
      ? yes()
      : no('case.followUp', { zh: '结案之后才登记跟进。', en: 'Follow-up is recorded after closing.' })
  if (form.kind === 'closing') return no('case.closing', { zh: '请用“结案”。', en: 'Use “close”.' })
  const may = mayWork(facts)
  if (!may.ok) return may
  if (form.kind !== 'intake' && facts.stage === 'intake')
    return no('case.form.intake', { zh: '还没有接案，请先决定是否接案。', en: 'Decide first whether to accept the case.' })
  if (form.kind === 'plan' && facts.stage === 'assessment')
    return no('case.form.plan', { zh: '请先完成预估表，再写服务计划。', en: 'Write the assessment before the plan.' })
  if (form.kind === 'stage_evaluation' && facts.stage !== 'intervention')
    return no('case.form.stage', { zh: '介入阶段才做阶段评估。', en: 'A stage evaluation belongs to the intervention.' })
  return yes()
}

/** When nothing is missing any more, the case goes on by itself: assessed, then agreed. */
async function goOn(call: Call, { row }: Loaded, version: number): Promise<{ version: number; stage: NonNullable<CaseRecord['stage']> }> {
  const { tx, tenantId, actor } = call
  const box = boxFor(call)
  const now = await findCase(tx, tenantId, row.id)
  if (now === undefined) throw new Error('A case just changed is gone.')
  const facts = await factsOf(call, now, await listForms(tx, tenantId, box, row.id), [])
  const next = nextOf(facts)
  if (next === undefined || next.missing.length > 0 || (next.to !== 'plan' && next.to !== 'intervention'))
    return { version, stage: facts.stage }
  await write.addStep(tx, tenantId, box, {
    row: now,
    step: next.to === 'plan' ? 'planned' : 'agreed',
    on: await lastDayOf(call, row.project_id),
    note: null,
    by: actor.accountId,
  })
  await write.changeCase(tx, tenantId, row.id, version, { stage: next.to })
  return { version: version + 1, stage: next.to }
}

/** Says which goal of a plan works on which need; a need is the person's own, in this project. */
async function linkNeeds({ tx, tenantId, sealer }: Call, row: CaseRecord, form: Extract<CaseForm, { kind: 'plan' }>): Promise<Verdict> {
  const links = form.content.goals.flatMap((goal) => (goal.needId === null ? [] : [{ needId: goal.needId, goalId: goal.id }]))
  const needs = links.length === 0 || row.person_id === null ? [] : await listOfPerson(tx, tenantId, row.person_id, sealer)
  if (links.some((link) => !needs.some((need) => need.id === link.needId && need.projectId === row.project_id)))
    return no(
      'case.plan.need',
      { zh: '计划里有一项需求不是这位服务对象的，请重新选。', en: 'A need in the plan is not this person’s; choose again.' },
      { field: 'goals', sort: 'invalid' },
    )
  await setGoals(tx, tenantId, row.id, links)
  return yes()
}

/** Settles the needs that the closing speaks of, in the words of how far their goals were attained. */
async function settleNeeds(
  call: SignedInCall<z.output<typeof closeCase.input>>,
  row: CaseRecord,
  goals: readonly Goal[],
): Promise<Verdict<SettledNeed[]>> {
  const { input } = call
  const left: SettledNeed[] = []
  for (const need of input.needs) {
    if (row.person_id === null) return absent({ zh: '这个人的档案', en: 'person' })
    const settled = await settleFor(call, {
      ...need,
      personId: row.person_id,
      on: input.on,
      outcome: outcomeOf(goals, input.form, need.id, row.number),
    })
    if (!settled.ok) return settled.field === undefined ? settled : { ...settled, field: 'needs' }
    left.push({ id: need.id, version: settled.value.version })
  }
  return yes(left)
}

/** Opens the needs again that a closing settled; which they are, and which somebody has changed since. */
async function reopenNeeds(call: SignedInCall<{ reason: string }>, row: CaseRecord, settled: readonly SettledNeed[]) {
  const { tx, tenantId, sealer, input, today } = call
  const personId = row.person_id
  if (settled.length === 0 || personId === null) return yes({ reopened: [], left: [] })
  const { reopened, left } = needsAfterUndo(settled, await listOfPerson(tx, tenantId, personId, sealer))
  for (const { id, version } of reopened) {
    const open = await settleFor(call, { personId, id, version, state: 'open', on: today, outcome: input.reason, serviceId: null })
    if (!open.ok) return open
  }
  const told = ({ id, statement }: { id: string; statement: string }) => ({ id, statement })
  return yes({ reopened: reopened.map(told), left: left.map(told) })
}

export const stepRoutes = [
  route(saveCaseForm, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await loaded(call)
    if (!found.ok) return found
    const may = mayWrite(found.value.facts, input.form)
    if (!may.ok) return may
    call.note({ details: { form: input.form.kind } })
    const { row } = found.value
    if (input.form.kind === 'plan') {
      const linked = await linkNeeds(call, row, input.form)
      if (!linked.ok) return linked
    }
    await write.addForm(tx, tenantId, boxFor(call), row.id, input.formId, input.form, actor.accountId)
    await tellWaiting(call, row)
    const risk = input.form.kind === 'assessment' ? { risk: input.form.content.risk } : {}
    if (!(await write.changeCase(tx, tenantId, row.id, input.version, risk))) return changedMeanwhile
    return yes(await goOn(call, found.value, input.version + 1))
  }),

  route(signCaseForm, async (call) => {
    const { tx, tenantId, input, actor, today } = call
    const found = await loaded(call)
    if (!found.ok) return found
    const form = await findForm(tx, tenantId, input.formId)
    if (form === undefined || form.case_id !== input.id) return absent({ zh: '这份表', en: 'form' })
    if (input.signature.signedOn > today)
      return no(
        'case.sign.future',
        { zh: '签名日期在今天之后，请核对。', en: 'The day lies ahead.' },
        { field: 'signedOn', sort: 'invalid' },
      )
    if (input.signature.method === 'drawn' && input.signature.picture === null)
      return no('case.sign.empty', { zh: '还没有签名，请在框里签。', en: 'Nothing is drawn yet.' }, { field: 'picture', sort: 'invalid' })
    const on = found.value.forms.find((one) => one.id === input.formId)
    if (on?.signatures.some((one) => one.party === input.signature.party) === true)
      return no('case.sign.twice', { zh: '这一方已经签过名。', en: 'That side has signed.' })
    call.note({ details: { party: input.signature.party, method: input.signature.method } })
    await write.addSignature(tx, tenantId, boxFor(call), input.signatureId, input.formId, input.signature, actor.accountId)
    if (!(await write.changeCase(tx, tenantId, input.id, input.version, {}))) return changedMeanwhile
    return yes(await goOn(call, found.value, input.version + 1))
  }),

  route(changeStage, async (call) => {
    const { tx, tenantId, input, actor, today } = call
    const found = await loaded(call)
    if (!found.ok) return found
    const { row, facts } = found.value
    const may = mayChangeStage(facts, input.to, input.on)
    if (!may.ok) return may
    if (input.on > today)
      return no('case.day.future', { zh: '日期在今天之后，请核对。', en: 'The day lies ahead.' }, { field: 'on', sort: 'invalid' })
    if (input.to !== 'evaluation' && input.to !== 'resumed' && input.reason.length < 2)
      return no('case.reason', { zh: '请写明理由。', en: 'Give a reason.' }, { field: 'reason', sort: 'invalid' })
    if (input.to === 'suspended' && input.suspendReason === null)
      return no(
        'case.suspend.reason',
        { zh: '请选择中止原因。', en: 'Choose why it is suspended.' },
        { field: 'suspendReason', sort: 'invalid' },
      )
    call.note({ details: { to: input.to, why: input.suspendReason } })
    const steps = { evaluation: 'evaluated', suspended: 'suspended', resumed: 'resumed', reopened: 'reopened' } as const
    const note = input.suspendReason === null ? input.reason : `${suspendReasonWords[input.suspendReason].zh}：${input.reason}`
    await write.addStep(tx, tenantId, boxFor(call), { row, step: steps[input.to], on: input.on, note, by: actor.accountId })
    if (input.to === 'reopened') {
      const opened = await write.setOpening(
        tx,
        tenantId,
        row,
        { status: 'held', day: row.opened_on ?? input.on },
        '重新开案',
        actor.accountId,
      )
      if (!opened) return changedMeanwhile
    }
    const change = {
      evaluation: { stage: 'evaluation' },
      suspended: { suspended_on: input.on },
      resumed: { suspended_on: null },
      reopened: {
        state: 'open',
        stage: facts.plan === null ? 'assessment' : 'intervention',
        closed_on: null,
        close_reason: null,
        opened_on: row.opened_on ?? input.on,
      },
    } as const
    return (await write.changeCase(tx, tenantId, row.id, input.version, change[input.to]))
      ? yes({ version: input.version + 1 })
      : changedMeanwhile
  }),

  route(closeCase, async (call) => {
    const { tx, tenantId, input, actor, today } = call
    const found = await loaded(call)
    if (!found.ok) return found
    const { row, facts, forms } = found.value
    const may = mayClose(facts, input.form.reason, input.on, today)
    if (!may.ok) return may
    const goals = lastOf(forms, 'plan')?.form.content.goals ?? []
    if (input.form.reason === 'goals_met' && goals.some((goal) => !input.form.attained.some((one) => one.goalId === goal.id)))
      return no(
        'case.close.goals',
        { zh: '请给每个目标写上达成度。', en: 'Say of each goal how far it was attained.' },
        { field: 'attained', sort: 'invalid' },
      )
    const settled = await settleNeeds(call, row, goals)
    if (!settled.ok) return settled
    call.note({ subject: `case:${row.id}`, details: { reason: input.form.reason, needs: settled.value.length } })
    const box = boxFor(call)
    await write.addForm(tx, tenantId, box, row.id, input.formId, { kind: 'closing', content: input.form }, actor.accountId)
    await write.addStep(tx, tenantId, box, { row, step: 'closed', on: input.on, note: null, by: actor.accountId, needs: settled.value })
    const changed = await write.changeCase(tx, tenantId, row.id, input.version, {
      state: 'closed',
      stage: 'closed',
      closed_on: input.on,
      close_reason: input.form.reason,
      suspended_on: null,
    })
    return changed ? yes({ version: input.version + 1 }) : changedMeanwhile
  }),

  route(undoCaseStep, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await loaded(call)
    if (!found.ok) return found
    const { row } = found.value
    const last = await write.findLastStep(tx, tenantId, row.id)
    if (last === undefined) return no('case.undo.nothing', { zh: '没有可以撤销的步骤。', en: 'There is no step to take back.' })
    const { before } = last
    const opening = { status: before.service_status, day: before.service_day }
    if (!(await write.setOpening(tx, tenantId, row, opening, input.reason, actor.accountId))) return changedMeanwhile
    await write.markUndone(tx, tenantId, boxFor(call), last.id, input.reason, actor.accountId)
    const { service_status: _status, service_day: _day, needs, ...columns } = before
    const back = await reopenNeeds(call, row, needs)
    if (!back.ok) return back
    call.note({ subject: `case:${row.id}`, reason: input.reason, details: { step: last.step, needs: back.value.reopened.length } })
    return (await write.changeCase(tx, tenantId, row.id, input.version, columns))
      ? yes({ version: input.version + 1, ...back.value })
      : changedMeanwhile
  }),

  route(saveCrisis, async (call) => {
    const { tx, tenantId, input, actor, today } = call
    const found = await loaded(call)
    if (!found.ok) return found
    if (input.on > today)
      return no('case.day.future', { zh: '日期在今天之后，请核对。', en: 'The day lies ahead.' }, { field: 'on', sort: 'invalid' })
    const box = boxFor(call)
    if (input.act === 'raise') {
      call.note({ details: { level: input.level } })
      await addCrisis(tx, tenantId, box, { ...input, id: input.crisisId, caseId: input.id, by: actor.accountId })
      await addNoticeToRole(
        tx,
        tenantId,
        { roles: ['supervisor'], projectId: found.value.row.project_id, except: actor.accountId },
        {
          code: 'cases.crisis',
          words: { zh: '有一个个案被标记为危机，请今天处理', en: 'A case was marked as a crisis: see to it today' },
          subject: `/cases/${input.id}`,
          projectId: found.value.row.project_id,
          urgency: 'now',
          matter: `cases.crisis:${input.crisisId}`,
        },
      )
    } else if (!(await endCrisis(tx, tenantId, box, { ...input, id: input.crisisId, caseId: input.id, by: actor.accountId })))
      return absent({ zh: '这次危机', en: 'crisis' })
    if (input.act === 'end') await settleNotices(tx, tenantId, `cases.crisis:${input.crisisId}`)
    return (await write.changeCase(tx, tenantId, input.id, input.version, {})) ? yes({ version: input.version + 1 }) : changedMeanwhile
  }),
]

function mayChangeStage(
  facts: CaseFacts,
  to: 'evaluation' | 'suspended' | 'resumed' | 'reopened',
  on: Parameters<typeof mayReopen>[1],
): Verdict {
  switch (to) {
    case 'evaluation':
      return mayGoTo(facts, 'evaluation')
    case 'suspended':
      return maySuspend(facts)
    case 'resumed':
      return mayResume(facts)
    case 'reopened':
      return mayReopen(facts, on)
  }
}
