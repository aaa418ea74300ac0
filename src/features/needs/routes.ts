import { asOf } from '../../kernel/day.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { maskedName } from '../../kernel/masks.ts'
import { canReachInto } from '../../kernel/reach.ts'
import { absent, changedMeanwhile, no, yes } from '../../kernel/verdict.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { maySeeNames } from '../identity/role-rules.ts'
import { mayChangeFile } from '../people/person-rules.ts'
import { fileFor } from '../people/open-routes.ts'
import { findProject } from '../projects/store.ts'
import { listOfProject } from './list-store.ts'
import { domainFor, isSettled, maySave, ruleFor } from './need-rules.ts'
import { finishAction, listNeeds, listNeedsOfPerson, saveNeed, settleNeed, type Suggestion } from './schema.ts'
import { needFor, settleFor } from './settle-routes.ts'
import * as store from './store.ts'
import * as write from './write-store.ts'

const aProject = { zh: '这个项目', en: 'project' }

/** What the person's latest results suggest, by rules that are shown; nothing of it is a need until somebody says so. */
async function suggestionsFor(call: SignedInCall<unknown>, personId: PersonId): Promise<Suggestion[]> {
  const { tx, tenantId, reach } = call
  const assessed = (await store.listAssessed(tx, tenantId, personId)).filter((each) => canReachInto(reach, each.project_id))
  const suggestions: Suggestion[] = []
  for (const each of assessed) {
    const rule = ruleFor(each)
    if (rule === undefined) continue
    const domain = domainFor(rule, await store.listDomains(tx, tenantId, each.project_id))
    suggestions.push({
      assessmentId: each.id,
      rule: rule.rule,
      scale: each.scale,
      day: each.day,
      score: each.score,
      projectId: each.project_id,
      domainId: domain?.id ?? null,
      domain: domain?.need ?? null,
    })
  }
  return suggestions
}

export const needRoutes = [
  route(listNeedsOfPerson, async (call) => {
    const file = await fileFor(call, call.input.personId)
    if (!file.ok) return file
    const rows = await store.listOfPerson(call.tx, call.tenantId, call.input.personId, call.sealer)
    return yes({
      rows: rows.filter((need) => canReachInto(call.reach, need.projectId)),
      suggestions: await suggestionsFor(call, call.input.personId),
    })
  }),

  route(saveNeed, async (call) => {
    const { tx, tenantId, input, sealer, actor, note, reach } = call
    const file = await fileFor(call, input.personId)
    if (!file.ok) return file
    const open = mayChangeFile(file.value)
    if (!open.ok) return open
    if (!canReachInto(reach, input.projectId)) return absent(aProject)
    const may = maySave(input)
    if (!may.ok) return may
    if (!(await store.isInProject(tx, tenantId, input.personId, input.projectId)))
      return no(
        'needs.notInProject',
        { zh: '此人不在这个项目的名册里，请先登记到项目。', en: 'This person is not in the project; put them on its register first.' },
        { sort: 'invalid', field: 'projectId' },
      )
    const domains = await store.listDomains(tx, tenantId, input.projectId)
    if (input.domainId !== null && !domains.some((domain) => domain.id === input.domainId))
      return no(
        'needs.noDomain',
        { zh: '项目里已没有这一类需求，请重新选。', en: 'The project has no such need any more; choose again.' },
        { sort: 'invalid', field: 'domainId' },
      )
    if (input.assessmentId !== null && !(await store.isAssessmentOf(tx, tenantId, input.assessmentId, input.personId, input.projectId)))
      return no(
        'needs.noAssessment',
        { zh: '这次测评已作废或不是此人的，请重新选。', en: 'This assessment is withdrawn or not this person’s; choose again.' },
        { sort: 'invalid', field: 'assessmentId' },
      )
    const written = {
      id: input.id,
      domainId: input.domainId,
      priority: input.priority,
      assessmentId: input.assessmentId,
      actions: input.actions,
      words: { statement: input.statement, judgement: input.judgement, goal: input.goal, outcome: null },
    }
    if (input.version === 0) {
      await write.addNeed(tx, tenantId, sealer, { projectId: input.projectId, personId: input.personId, by: actor.accountId }, written)
      note({ details: { need: input.id, actions: input.actions.length } })
      return yes({ version: 1 })
    }
    const standing = await needFor(call, input.personId, input.id)
    if (!standing.ok) return standing
    if (isSettled(standing.value.state))
      return no('needs.settled', {
        zh: '这项需求已有结论，请先重新打开再更正。',
        en: 'This need is settled; open it again before correcting it.',
      })
    if (!(await write.changeNeed(tx, tenantId, sealer, input.version, written))) return changedMeanwhile
    await write.keepEarlier(
      tx,
      tenantId,
      sealer,
      { version: input.version, reason: input.reason ?? '', by: actor.accountId },
      standing.value,
    )
    note({ details: { need: input.id, actions: input.actions.length }, reason: '更正需求' })
    return yes({ version: input.version + 1 })
  }),

  route(settleNeed, (call) => settleFor(call, call.input)),

  route(finishAction, async (call) => {
    const { tx, tenantId, input, note, today, sealer, actor } = call
    const standing = await needFor(call, input.personId, input.needId)
    if (!standing.ok) return standing
    if (input.doneOn !== null && input.doneOn > today)
      return no('needs.future', { zh: '日期不能晚于今天。', en: 'The day cannot be after today.' }, { sort: 'invalid', field: 'doneOn' })
    if (!(await write.setDone(tx, tenantId, input, input.doneOn))) return changedMeanwhile
    await write.keepEarlier(
      tx,
      tenantId,
      sealer,
      { version: input.version, reason: input.doneOn === null ? 'actionOpen' : 'actionDone', by: actor.accountId },
      standing.value,
    )
    note({ details: { need: input.needId, done: input.doneOn !== null } })
    return yes({ version: input.version + 1 })
  }),

  route(listNeeds, async ({ tx, tenantId, input, reach, today, sealer, actor, note }) => {
    note({ subject: `project:${input.projectId}` })
    const project = await findProject(tx, tenantId, input.projectId)
    if (project === undefined) return absent(aProject)
    if (!canReachInto(reach, input.projectId))
      return no('projects.outside', { zh: '这个项目不在您的权限内。', en: 'This project is not yours.' }, { sort: 'forbidden' })
    const on = asOf(today, project.endsOn)
    const { projectId, domain, priority, communityCode, show, offset, limit } = input
    const listed = await listOfProject(tx, tenantId, sealer, { projectId, domain, priority, communityCode, show, offset, limit }, reach, on)
    const sees = maySeeNames(actor.grants)
    return yes({ ...listed, rows: listed.rows.map((row) => ({ ...row, name: sees ? row.name : maskedName(row.name) })), asOf: on })
  }),
]
