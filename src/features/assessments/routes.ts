import { asOf, type Day } from '../../kernel/day.ts'
import { canReachInto, canReachProject } from '../../kernel/reach.ts'
import { absent, changedMeanwhile, no, yes } from '../../kernel/verdict.ts'
import { route } from '../../server/route.ts'
import { maySeeNames } from '../identity/role-rules.ts'
import { findProject } from '../projects/store.ts'
import { maskedName } from '../../kernel/masks.ts'
import { fileFor } from '../people/open-routes.ts'
import { mayAssess, mayKeep, samePhase } from './assessment-rules.ts'
import { listIntervals, listLatest, saveInterval } from './list-store.ts'
import type { Answers, RiskProtocol } from './scale-schema.ts'
import {
  correctAssessment,
  listAssessments,
  listAssessmentsOfPerson,
  listScaleTexts,
  recordAssessment,
  saveScaleText,
  setInterval,
  withdrawAssessment,
  type Assessment,
} from './schema.ts'
import { findScale } from './scale-rules.ts'
import { mayAnswer, resultOf } from './scoring-rules.ts'
import { assessmentFor, keepRisk } from './risk-routes.ts'
import * as store from './store.ts'
import { canUse, mayUseText, versionOf } from './text-rules.ts'
import * as write from './write-store.ts'

const aProject = { zh: '这个项目', en: 'project' }
const aScale = { zh: '这张量表', en: 'scale' }

/** What the answers come to, when they may be kept as they are. */
function judged(scaleCode: string, answers: Answers, protocol: RiskProtocol | null, day: Day) {
  const scale = findScale(scaleCode)
  if (scale === undefined) return absent(aScale)
  const answering = mayAnswer(scale, answers)
  if (!answering.ok) return answering
  const keeping = mayKeep(scale.code, answers, protocol, day)
  if (!keeping.ok) return keeping
  const { score, band } = resultOf(scale, answers)
  return yes({ scale, score, band: band?.code ?? null })
}

export const assessmentRoutes = [
  route(listScaleTexts, async ({ tx, tenantId }) => yes({ texts: await store.listTexts(tx, tenantId) })),

  route(saveScaleText, async ({ tx, tenantId, input, actor, note }) => {
    const scale = findScale(input.scale)
    if (scale === undefined) return absent(aScale)
    const may = mayUseText(scale, input)
    if (!may.ok) return may
    note({ subject: `scale:${scale.code}`, details: { version: input.version + 1 } })
    const added = await write.addText(tx, tenantId, input, actor.accountId)
    return added ? yes({ version: input.version + 1 }) : changedMeanwhile
  }),

  route(listAssessmentsOfPerson, async (call) => {
    const file = await fileFor(call, call.input.personId)
    if (!file.ok) return file
    const rows = await store.listOfPerson(call.tx, call.tenantId, call.input.personId, call.sealer)
    return yes({ rows: rows.filter((row) => canReachInto(call.reach, row.projectId)) })
  }),

  route(recordAssessment, async (call) => {
    const { tx, tenantId, input, sealer, actor, today, note } = call
    const file = await fileFor(call, input.personId)
    if (!file.ok) return file
    if (!canReachInto(call.reach, input.projectId)) return absent(aProject)
    const place = await store.findPlaceOf(tx, tenantId, input.personId, input.projectId)
    if (place === undefined)
      return no(
        'assessments.notInProject',
        { zh: '此人不在这个项目的名册里，请先登记到项目。', en: 'This person is not in the project; put them on its register first.' },
        { sort: 'invalid', field: 'projectId' },
      )
    const may = mayAssess(file.value, input.day, today)
    if (!may.ok) return may
    const found = judged(input.scale, input.answers, input.protocol, input.day)
    if (!found.ok) return found
    const { scale, score, band } = found.value
    const text = (await store.listTexts(tx, tenantId)).find((each) => each.scale === scale.code)
    if (!canUse(scale, text))
      return no('assessments.noText', {
        zh: '这张量表的文字还没有录入，请机构负责人在“量表”里录入并写明许可。',
        en: 'This scale’s text has not been entered yet; the manager does so under “Scales”, with the permission held.',
      })
    if (input.serviceId !== null && !(await store.isServiceOf(tx, tenantId, input.serviceId, input.projectId)))
      return absent({ zh: '这次服务的记录', en: 'service' })
    if (input.phase !== 'during') {
      const same = await store.findSamePhase(tx, tenantId, input)
      if (same !== undefined) return samePhase(same)
    }
    const { answers, informant } = input
    await write.addAssessment(tx, tenantId, sealer, {
      id: input.id,
      projectId: input.projectId,
      personId: input.personId,
      scale: scale.code,
      scaleVersion: versionOf(scale, text),
      communityCode: place.communityCode,
      serviceId: input.serviceId,
      sheet: { answers, informant, note: input.note },
      by: actor.accountId,
      score,
      band,
      phase: input.phase,
      occasion: input.occasion,
      day: input.day,
    })
    const told = await keepRisk(call, { ...input, ...place })
    note({ details: { assessment: input.id, scale: scale.code, ...(told === null ? {} : { riskProtocol: true, told }) } })
    return yes({ id: input.id, version: 1, score, band, told })
  }),

  route(correctAssessment, async (call) => {
    const { tx, tenantId, input, sealer, actor, today, note } = call
    const file = await fileFor(call, input.personId)
    if (!file.ok) return file
    const standing = await assessmentFor(call, input.personId, input.id)
    if (!standing.ok) return standing
    const before = standing.value
    if (before.answers === null || before.informant === null)
      return no('assessments.onlyTotal', {
        zh: '这条只有导入的总分，没有逐题答案：请作废它，再登记一次。',
        en: 'Only a total was imported here: withdraw it and record the sheet.',
      })
    if (before.withdrawn !== null)
      return no('assessments.withdrawn', {
        zh: '这次测评已作废，请先撤销作废再更正。',
        en: 'This assessment is withdrawn; take that back first.',
      })
    const may = mayAssess(file.value, input.day, today)
    if (!may.ok) return may
    const found = judged(before.scale, input.answers, input.protocol, input.day)
    if (!found.ok) return found
    const { score, band } = found.value
    if (input.phase !== 'during') {
      const same = await store.findSamePhase(tx, tenantId, { ...input, projectId: before.projectId, scale: before.scale })
      if (same !== undefined) return samePhase(same)
    }
    const changed = await write.changeAssessment(tx, tenantId, sealer, input, {
      score,
      band,
      phase: input.phase,
      occasion: input.occasion,
      day: input.day,
      sheet: { answers: input.answers, informant: input.informant, note: input.note },
    })
    if (!changed) return changedMeanwhile
    await write.keepEarlier(tx, tenantId, sealer, { ...input, by: actor.accountId }, earlierOf(before))
    const place = await store.findPlaceOf(tx, tenantId, input.personId, before.projectId)
    const told = await keepRisk(call, {
      ...input,
      scale: before.scale,
      projectId: before.projectId,
      name: place?.name ?? '',
      communityCode: place?.communityCode ?? null,
    })
    note({ reason: input.reason, details: { assessment: input.id, ...(told === null ? {} : { riskProtocol: true, told }) } })
    return yes({ id: input.id, version: input.version + 1, score, band, told })
  }),

  route(withdrawAssessment, async (call) => {
    const { tx, tenantId, input, sealer, actor, note } = call
    const file = await fileFor(call, input.personId)
    if (!file.ok) return file
    const standing = await assessmentFor(call, input.personId, input.id)
    if (!standing.ok) return standing
    const before = standing.value
    const kept = input.withdrawn ? undefined : await store.findEarlier(tx, tenantId, input.id, input.version - 1, sealer)
    if (!input.withdrawn && kept !== undefined && kept.phase !== 'during') {
      const same = await store.findSamePhase(tx, tenantId, { ...before, ...kept, id: before.id, personId: input.personId })
      if (same !== undefined) return samePhase(same)
    }
    const set = await write.setWithdrawn(tx, tenantId, input, {
      withdrawn: input.withdrawn,
      reason: input.reason,
      by: actor.accountId,
      score: input.withdrawn ? null : (kept?.score ?? null),
      band: input.withdrawn ? null : (kept?.band ?? null),
    })
    if (!set) return changedMeanwhile
    await write.keepEarlier(tx, tenantId, sealer, { ...input, by: actor.accountId }, earlierOf(before))
    note({ reason: input.reason, details: { assessment: input.id, withdrawn: input.withdrawn } })
    return yes({ version: input.version + 1 })
  }),

  route(listAssessments, async ({ tx, tenantId, input, reach, today, actor, note }) => {
    note({ subject: `project:${input.projectId}` })
    const project = await findProject(tx, tenantId, input.projectId)
    if (project === undefined) return absent(aProject)
    if (!canReachInto(reach, input.projectId))
      return no('projects.outside', { zh: '这个项目不在您的权限内。', en: 'This project is not yours.' }, { sort: 'forbidden' })
    const on = asOf(today, project.endsOn)
    const { rows, total, due } = await listLatest(
      tx,
      tenantId,
      { ...input, scale: input.scale, band: input.band, communityCode: input.communityCode, due: input.due ?? false },
      reach,
      on,
    )
    const sees = maySeeNames(actor.grants)
    return yes({
      rows: rows.map((row) => ({ ...row, name: sees ? row.name : maskedName(row.name) })),
      total,
      asOf: on,
      due,
      intervals: await listIntervals(tx, tenantId, input.projectId),
    })
  }),

  route(setInterval, async ({ tx, tenantId, input, reach, note }) => {
    note({ subject: `project:${input.projectId}`, details: { scale: input.scale, months: input.months } })
    if ((await findProject(tx, tenantId, input.projectId)) === undefined) return absent(aProject)
    if (!canReachProject(reach, input.projectId))
      return no('projects.outside', { zh: '这个项目不在您的权限内。', en: 'This project is not yours.' }, { sort: 'forbidden' })
    if (findScale(input.scale) === undefined) return absent(aScale)
    return (await saveInterval(tx, tenantId, input.projectId, input)) ? yes({ version: input.version + 1 }) : changedMeanwhile
  }),
]

const earlierOf = (before: Assessment): store.Earlier => ({
  sheet:
    before.answers === null || before.informant === null
      ? null
      : { answers: before.answers, informant: before.informant, note: before.note },
  protocol: before.protocol,
  score: before.score,
  band: before.band,
  phase: before.phase,
  occasion: before.occasion,
  day: before.day,
})
