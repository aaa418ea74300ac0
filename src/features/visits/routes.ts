import { asOf, monthsBetween } from '../../kernel/day.ts'
import type { PersonId, ProjectId } from '../../kernel/ids.ts'
import { maskedName, maskedPhone } from '../../kernel/masks.ts'
import { canReachInto, canReachProject } from '../../kernel/reach.ts'
import { absent, changedMeanwhile, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { settleNotices } from '../identity/notice-store.ts'
import { maySeeNames } from '../identity/role-rules.ts'
import { getPerson, listAround } from '../people/detail-store.ts'
import { shownAddress } from '../people/person-rules.ts'
import { findProject } from '../projects/store.ts'
import { listed, overviewOf, standingOf, type Standing } from './duty-rules.ts'
import * as duty from './duty-store.ts'
import { matterOf } from './escalation-rules.ts'
import { addStep, closeEscalation as saveClosing } from './escalation-store.ts'
import { listUnsettled } from './problem-store.ts'
import { rateMembers, ratesOf } from './rate-rules.ts'
import {
  assignVisits,
  closeEscalation,
  decideTier,
  listDuty,
  listRateMembers,
  openDoor,
  saveSettings,
  showRates,
  showSettings,
  showUnreached,
  takeStep,
  withdrawTier,
  type DutyRow,
} from './schema.ts'
import * as store from './store.ts'
import { showSchema } from './visit-schema.ts'

const aProject = { zh: '这个项目', en: 'project' }
const aPerson = { zh: '这个人的档案', en: 'person' }
export const outside = no(
  'visits.outside',
  {
    zh: '不在您负责的社区或项目内，或此人不在本项目的老人名册上。',
    en: 'Not in your communities or projects, or not on this project’s register.',
  },
  { sort: 'forbidden' },
)

type Project = NonNullable<Awaited<ReturnType<typeof findProject>>>

/** The project, when the caller reaches into it. */
export async function projectFor(call: SignedInCall<unknown>, id: ProjectId): Promise<Verdict<Project>> {
  const project = await findProject(call.tx, call.tenantId, id)
  if (project === undefined) return absent(aProject)
  return canReachInto(call.reach, id) ? yes(project) : outside
}

/** Where the elders of a project stand as of today, or its last day; with ids, these alone. */
export async function standingsOf(call: SignedInCall<unknown>, project: Project, personIds?: readonly PersonId[]) {
  const { tx, tenantId, reach, today } = call
  const on = asOf(today, project.endsOn)
  const { settings } = await store.getSettings(tx, tenantId, project.id)
  const of = { projectId: project.id, startsOn: project.startsOn, on, reach, ...(personIds === undefined ? {} : { personIds }) }
  const facts = await duty.listDutyFacts(tx, tenantId, of)
  return { on, settings, standings: facts.map((one) => standingOf(one, settings, on)) }
}

/** These people, all on the project's register and within the reach. */
async function dutyOf(call: SignedInCall<unknown>, projectId: ProjectId, ids: readonly PersonId[]) {
  const project = await projectFor(call, projectId)
  if (!project.ok) return project
  const found = await standingsOf(call, project.value, ids)
  if (found.standings.length === new Set(ids).size) return yes({ ...found, project: project.value })
  return (await store.countPeople(call.tx, call.tenantId, ids)) === new Set(ids).size ? outside : absent(aPerson)
}

/** A standing as its reader may see it. */
function toRow(one: Standing, sees: boolean): DutyRow {
  const { facts, suggestion } = one
  return {
    personId: facts.personId,
    name: sees ? facts.name : maskedName(facts.name),
    phone: facts.phone === null ? null : maskedPhone(facts.phone),
    communityCode: facts.communityCode,
    communityName: facts.communityName,
    labels: [...new Set(facts.labels.map(({ code }) => code))].filter((code) => sees || code !== 'JSTS'),
    tier: one.tier,
    isDecided: one.isDecided,
    suggestion: {
      tier: suggestion.tier,
      reasons: suggestion.reasons.filter(({ key }) => sees || key !== 'bereaved').map((reason) => ({ ...reason })),
    },
    everyDays: one.everyDays,
    dueOn: one.dueOn,
    overdueDays: one.overdueDays,
    wantsFace: one.wantsFace,
    lastLook: one.lastLook,
    lastService: one.lastService,
    attempts: one.attempts,
    worker: one.worker,
    workerFrom: one.workerFrom,
    labelsToReview: one.labelsToReview.filter((code) => sees || code !== 'JSTS'),
    tierReviewOn: facts.decided?.reviewOn ?? null,
    escalation: facts.escalation === null ? null : { ...facts.escalation, steps: [...facts.escalation.steps] },
    shows: [...one.shows],
  }
}

/** The escalation, when the caller reaches its person. */
async function escalationFor(call: SignedInCall<unknown>, id: string) {
  const found = await store.findEscalation(call.tx, call.tenantId, id)
  if (found === undefined) return absent({ zh: '这件“见不到人”的事', en: 'escalation' })
  call.note({ subject: `person:${found.person_id}` })
  if (!canReachInto(call.reach, found.project_id)) return outside
  const project = await findProject(call.tx, call.tenantId, found.project_id)
  if (project === undefined) return absent(aProject)
  const { standings, on } = await standingsOf(call, project, [found.person_id])
  if (standings.length === 0) return outside
  return found.closed_on === null
    ? yes({ found, on })
    : no('visit.escalationClosed', { zh: '这件事已经办结。', en: 'This has been closed already.' })
}

export const visitRoutes = [
  route(showUnreached, async (call) => {
    const { tx, tenantId, input, today, reach } = call
    const project = await projectFor(call, input.projectId)
    if (!project.ok) return project
    const { on, settings, standings } = await standingsOf(call, project.value)
    const overview = overviewOf(standings, showSchema.options)
    const workers = new Set([...overview.workers, ...(await store.listWorkers(tx, tenantId, input.projectId))])
    const urgent = await listUnsettled(
      tx,
      tenantId,
      { projectId: input.projectId, reach, on, urgency: 'urgent', communityCode: undefined },
      undefined,
    )
    return yes({
      asOf: on,
      ended: today > project.value.endsOn,
      settings,
      counts: overview.counts,
      overdueByCommunity: [...overview.overdueByCommunity],
      overdueByWorker: [...overview.overdueByWorker],
      workers: [...workers].toSorted(),
      urgentProblems: urgent.length,
    })
  }),

  route(listDuty, async (call) => {
    const { input } = call
    const project = await projectFor(call, input.projectId)
    if (!project.ok) return project
    const { on, standings } = await standingsOf(call, project.value)
    const found = listed(standings, input)
    const sees = maySeeNames(call.actor.grants)
    return yes({
      asOf: on,
      rows: found.slice(input.offset, input.offset + input.limit).map((one) => toRow(one, sees)),
      total: found.length,
    })
  }),

  route(showRates, async (call) => {
    const { tx, tenantId, input, today, reach } = call
    const project = await projectFor(call, input.projectId)
    if (!project.ok) return project
    const { startsOn, endsOn } = project.value
    const on = asOf(today, endsOn)
    const { settings } = await store.getSettings(tx, tenantId, input.projectId)
    const facts = await duty.listRateFacts(tx, tenantId, { projectId: input.projectId, startsOn, on, reach })
    const months = monthsBetween(startsOn, on)
    return yes({ months, cells: ratesOf(facts, months, settings) })
  }),

  route(listRateMembers, async (call) => {
    const { tx, tenantId, input, today, reach } = call
    const project = await projectFor(call, input.projectId)
    if (!project.ok) return project
    const { startsOn, endsOn } = project.value
    const { settings } = await store.getSettings(tx, tenantId, input.projectId)
    const facts = await duty.listRateFacts(tx, tenantId, { projectId: input.projectId, startsOn, on: asOf(today, endsOn), reach })
    const members = rateMembers(facts, input.month, input.communityCode, settings)
    const sees = maySeeNames(call.actor.grants)
    return yes({
      rows: members
        .filter(({ visited }) => input.visited === undefined || visited === input.visited)
        .map(({ facts: { personId, name, communityCode, communityName }, visited }) => ({
          personId,
          name: sees ? name : maskedName(name),
          communityCode,
          communityName,
          visited,
        })),
    })
  }),

  route(showSettings, async (call) => {
    const project = await projectFor(call, call.input.projectId)
    return project.ok ? yes(await store.getSettings(call.tx, call.tenantId, call.input.projectId)) : project
  }),

  route(saveSettings, async (call) => {
    const { tx, tenantId, input, actor } = call
    if ((await findProject(tx, tenantId, input.projectId)) === undefined) return absent(aProject)
    if (!canReachProject(call.reach, input.projectId)) return outside
    call.note({ subject: `project:${input.projectId}` })
    const saved = await store.saveSettings(tx, tenantId, input.projectId, input.version, input.settings, actor.accountId)
    return saved ? yes({ version: input.version + 1 }) : changedMeanwhile
  }),

  route(decideTier, async (call) => {
    const { input, actor } = call
    call.note({ subject: `person:${input.personId}`, reason: input.reason, details: { tier: input.tier } })
    const found = await dutyOf(call, input.projectId, [input.personId])
    if (!found.ok) return found
    const { on, standings } = found.value
    if (input.reviewOn !== null && input.reviewOn <= on)
      return no(
        'visit.reviewPast',
        { zh: '复核日期要在今天之后。', en: 'The day of review must lie ahead.' },
        { field: 'reviewOn', sort: 'invalid' },
      )
    const suggested = standings[0]?.suggestion.tier ?? 'general'
    await store.addDecision(call.tx, call.tenantId, { ...input, suggested, decidedOn: on, by: actor.accountId })
    return yes({})
  }),

  route(withdrawTier, async (call) => {
    const { input, actor } = call
    call.note({ subject: `person:${input.personId}`, reason: input.reason })
    const found = await dutyOf(call, input.projectId, [input.personId])
    if (!found.ok) return found
    const done = await store.withdrawDecision(call.tx, call.tenantId, { ...input, by: actor.accountId })
    return done ? yes({}) : absent({ zh: '这次定级', en: 'decision' })
  }),

  route(assignVisits, async (call) => {
    const { input, actor } = call
    call.note({ subject: `project:${input.projectId}`, details: { people: input.personIds.length, worker: input.worker } })
    const found = await dutyOf(call, input.projectId, input.personIds)
    if (!found.ok) return found
    await store.assign(call.tx, call.tenantId, input.projectId, input.personIds, input.worker, actor.accountId)
    return yes({ assigned: input.personIds.length })
  }),

  route(takeStep, async (call) => {
    const { input, actor, now, sealer } = call
    const escalation = await escalationFor(call, input.escalationId)
    if (!escalation.ok) return escalation
    call.note({ details: { step: input.step } })
    await addStep(call.tx, call.tenantId, sealer, { ...input, at: now, by: actor.accountId })
    return yes({})
  }),

  route(closeEscalation, async (call) => {
    const { input, actor, sealer } = call
    const escalation = await escalationFor(call, input.id)
    if (!escalation.ok) return escalation
    call.note({ details: { outcome: input.outcome } })
    await saveClosing(call.tx, call.tenantId, sealer, { ...input, on: escalation.value.on, by: actor.accountId })
    await settleNotices(call.tx, call.tenantId, matterOf(input.id))
    return yes({})
  }),

  route(openDoor, async (call) => {
    const { tx, tenantId, input, sealer, actor } = call
    call.note({ subject: `person:${input.personId}` })
    const found = await dutyOf(call, input.projectId, [input.personId])
    if (!found.ok) return found
    const { on, settings, project } = found.value
    const person = await getPerson(tx, tenantId, input.personId, sealer)
    const around = await listAround(tx, tenantId, input.personId, person.household_id)
    const ids = [...new Set([input.personId, ...(around.household?.members.map(({ id }) => id) ?? [])])]
    const { standings } = await standingsOf(call, project, ids)
    const sees = maySeeNames(actor.grants)
    return yes({
      asOf: on,
      settings,
      address: shownAddress(person.address, sees),
      people: standings
        .toSorted((a, b) => Number(b.facts.personId === input.personId) - Number(a.facts.personId === input.personId))
        .map((one) => ({ ...toRow(one, sees), householdId: one.facts.householdId })),
      contacts: around.contacts.map(({ name, relation, phone }) => ({
        name: sees ? name : maskedName(name),
        relation,
        phone: phone === null ? null : maskedPhone(phone),
      })),
    })
  }),
]
