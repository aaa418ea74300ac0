import { v7 } from 'uuid'
import { asOf } from '../../kernel/day.ts'
import type { PersonId, ProjectId, ServiceId } from '../../kernel/ids.ts'
import { maskedName } from '../../kernel/masks.ts'
import { canReach } from '../../kernel/reach.ts'
import { absent, changedMeanwhile, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { paperFile } from '../../server/paper.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { addNoticeToRole, settleNotices } from '../identity/notice-store.ts'
import { maySeeNames } from '../identity/role-rules.ts'
import { mayChangeUnderHours } from '../ledger/hours-routes.ts'
import { kindSchema } from '../ledger/kind-schema.ts'
import type { ServiceInput } from '../ledger/schema.ts'
import { checkAttendees, checkService, withChanges } from '../ledger/service-rules.ts'
import { findService, getServiceRow, paperHeadOf } from '../ledger/store.ts'
import * as ledger from '../ledger/write-store.ts'
import { findFile } from '../people/store.ts'
import { findProject } from '../projects/store.ts'
import { meansOf, standingOf, type DutyFacts } from './duty-rules.ts'
import { listDutyFacts } from './duty-store.ts'
import { matterOf, settleAttempts } from './escalation-rules.ts'
import { closeEscalation, findClosedOn, listEscalations, openEscalation } from './escalation-store.ts'
import * as problems from './problem-store.ts'
import {
  cancelVisit,
  correctVisit,
  listProblems,
  openVisit,
  printVisit,
  recordVisit,
  settleProblem,
  showVisitsOfPerson,
  type Visit,
  type VisitInput,
  type VisitProblem,
} from './record-schema.ts'
import { outside, projectFor, standingsOf } from './routes.ts'
import { getSettings, listDecisions } from './store.ts'
import { suggestTier } from './tier-rules.ts'
import { visitFileName, visitPaper } from './visit-paper-rules.ts'
import { checkVisit, isSeen } from './visit-rules.ts'
import { deedSchema, itemSchema, meansWords } from './visit-schema.ts'
import * as store from './visit-store.ts'

const aVisit = { zh: '这次探访', en: 'visit' }

/** A visit as the ledger has it. Whether anybody was met decides whether it was held. */
const serviceOf = (input: VisitInput): ServiceInput => ({
  line: 'social',
  status: isSeen(input) ? 'held' : 'failed',
  themes: [],
  number: null,
  title: null,
  communityCode: input.communityCode,
  day: input.day,
  startsAt: input.startsAt,
  minutes: input.minutes,
  place: null,
  worker: input.worker,
  unnamedCount: 0,
  quantity: null,
  unit: null,
  note: null,
})

const served = (input: VisitInput) =>
  input.people
    .filter((person) => person.seen)
    .map(({ id, personId }) => ({ id, personId, part: 'beneficiary' as const, minutes: input.minutes }))

async function checked(call: SignedInCall<unknown>, projectId: ProjectId, input: VisitInput): Promise<Verdict> {
  const { tx, tenantId, today, reach } = call
  const ids = input.people.map((person) => person.personId)
  const facts = await ledger.findRecordingFacts(tx, tenantId, { projectId, communityCode: input.communityCode, ids, reach })
  if (facts === undefined) return absent({ zh: '这个项目', en: 'project' })
  const may = checkService({ ...serviceOf(input), status: 'held' }, facts.project, today)
  if (!may.ok) return may
  const attended = input.people.map(({ personId }) => ({ personId, part: 'beneficiary' }))
  const known = checkAttendees(attended, facts.attendees, input.day)
  return known.ok ? checkVisit(input) : known
}

/** The supervisors are told, or the manager where there is none; the elder's name is masked for whoever sees no names. */
async function tellOf(call: SignedInCall<unknown>, id: string, person: DutyFacts, projectId: ProjectId): Promise<void> {
  const about = {
    code: 'visits.escalated',
    words: {
      zh: '{name}连续没有见到：请督促依次问邻居、社区、家属，仍找不到报 110，并办结。',
      en: '{name} was not met again and again: see that a neighbour, the community and the family are asked, then 110, and that it is closed.',
    },
    given: { name: person.name },
    subject: `person:${person.personId}`,
    projectId,
    urgency: 'now',
    matter: matterOf(id),
  } as const
  const told = await addNoticeToRole(
    call.tx,
    call.tenantId,
    { roles: ['supervisor'], projectId, communityCode: person.communityCode },
    about,
  )
  if (told === 0) await addNoticeToRole(call.tx, call.tenantId, { roles: ['manager'], projectId }, about)
}

/** Opens and closes escalations as the visits now stand; answers the names of those newly opened. */
async function settle(
  call: SignedInCall<unknown>,
  projectId: ProjectId,
  serviceId: ServiceId,
  ids: readonly PersonId[],
): Promise<string[]> {
  const { tx, tenantId, sealer, actor, today } = call
  const project = await findProject(tx, tenantId, projectId)
  if (project === undefined) return []
  const { settings } = await getSettings(tx, tenantId, projectId)
  const on = asOf(today, project.endsOn) > project.startsOn ? today : project.startsOn
  const facts = await listDutyFacts(tx, tenantId, { projectId, startsOn: project.startsOn, on, reach: { whole: true }, personIds: ids })
  const opened: string[] = []
  for (const one of facts) {
    const { lastLook } = standingOf(one, settings, on)
    const closedOn = await findClosedOn(tx, tenantId, projectId, one.personId)
    const next = settleAttempts({ seenOn: lastLook?.day ?? null, missed: one.missed, open: one.escalation, closedOn }, settings.attempts)
    if (next.do === 'open') {
      const id = v7()
      await openEscalation(tx, tenantId, { id, projectId, personId: one.personId, serviceId, on: next.on })
      await tellOf(call, id, one, projectId)
      opened.push(one.name)
    } else if (next.do === 'close' && one.escalation !== null) {
      const { id } = one.escalation
      await closeEscalation(tx, tenantId, sealer, { id, on: next.on, outcome: next.outcome, said: null, by: actor.accountId })
      await settleNotices(tx, tenantId, matterOf(id))
    }
  }
  return opened
}

/** The service of a visit, when it is within the reach. */
async function visitFor(call: SignedInCall<unknown>, id: ServiceId) {
  call.note({ subject: `service:${id}` })
  const found = await findService(call.tx, call.tenantId, id, call.reach)
  if (found === undefined) return absent(aVisit)
  if (!found.isWithin) return outside
  const kind = kindSchema.parse(found.row.kind)
  return meansOf(kind, null) === null
    ? no('visit.other', { zh: '这条服务不是探访。', en: 'This service is no visit.' }, { sort: 'invalid' })
    : yes({ ...found.row, kind })
}

type VisitService = Extract<Awaited<ReturnType<typeof visitFor>>, { ok: true }>['value']

/** A visit with all its details, as its reader may see it. */
async function visitOf(call: SignedInCall<unknown>, service: VisitService): Promise<Visit> {
  const { tx, tenantId, actor, sealer } = call
  const sees = maySeeNames(actor.grants)
  const row = await getServiceRow(tx, tenantId, service.id)
  const record = await store.findRecord(tx, tenantId, service.id)
  const people = await store.listVisited(tx, tenantId, service.id)
  const its = await problems.listProblemsOfVisit(tx, tenantId, service.id, sees ? sealer : undefined)
  const checks = Object.entries(record?.checks ?? {})
  return {
    id: service.id,
    projectId: service.project_id,
    version: service.version,
    kind: service.kind,
    status: row.status,
    day: row.day,
    startsAt: row.startsAt,
    minutes: row.minutes,
    communityCode: row.communityCode,
    communityName: row.communityName,
    worker: row.worker,
    means: record === undefined ? null : meansOf(service.kind, record.means),
    meansWritten: record?.means ?? '',
    informant: record?.informant ?? null,
    people: people.map((person) => ({ ...person, name: sees ? person.name : maskedName(person.name) })),
    checks: Object.fromEntries(checks.filter(([name]) => itemSchema.safeParse(name).success)),
    deeds: checks.flatMap(([name]) => deedSchema.safeParse(name).data ?? []),
    otherChecks: checks.flatMap(([name, good]) =>
      itemSchema.safeParse(name).success || deedSchema.safeParse(name).success ? [] : [{ name, good }],
    ),
    problems: its.map((problem) => named(problem, sees)),
    problemWritten: sees ? (record?.problem ?? null) : null,
    handledWritten: sees ? (record?.handled ?? null) : null,
    note:
      !sees || record === undefined || record.note_sealed === null
        ? null
        : sealer.open(record.note_sealed, store.boundTo(tenantId, 'visit', service.id, 'note')),
    isReadable: sees,
  }
}

const named = (problem: VisitProblem, sees: boolean): VisitProblem => ({
  ...problem,
  name: problem.name === null || sees ? problem.name : problem.name.split('、').map(maskedName).join('、'),
})

export const visitRecordRoutes = [
  route(recordVisit, async (call) => {
    const { tx, tenantId, input, actor, sealer } = call
    call.note({
      subject: `service:${input.id}`,
      details: { means: input.means, people: input.people.length, problems: input.problems.length },
    })
    if ((await findProject(tx, tenantId, input.projectId)) === undefined) return absent({ zh: '这个项目', en: 'project' })
    if (!canReach(call.reach, { projectId: input.projectId, communityCode: input.communityCode })) return outside
    const may = await checked(call, input.projectId, input)
    if (!may.ok) return may
    const service = serviceOf(input)
    await ledger.addService(
      tx,
      tenantId,
      { ...service, id: input.id, projectId: input.projectId, kind: meansWords[input.means].kind },
      actor.accountId,
    )
    await ledger.addAttended(tx, tenantId, input.id, served(input), actor.displayName)
    await store.saveDetails(tx, tenantId, sealer, input.id, input)
    const ids = input.people.map((person) => person.personId)
    return yes({ id: input.id, status: service.status, escalated: await settle(call, input.projectId, input.id, ids) })
  }),

  route(correctVisit, async (call) => {
    const { tx, tenantId, input, actor, sealer } = call
    const found = await visitFor(call, input.id)
    if (!found.ok) return found
    const service = found.value
    if (!canReach(call.reach, { projectId: service.project_id, communityCode: input.communityCode })) return outside
    const may = await checked(call, service.project_id, input)
    if (!may.ok) return may
    const kept = withChanges(service, { ...serviceOf(input), note: service.note, number: service.number, title: service.title })
    if (!kept.ok) return kept
    const hours = await mayChangeUnderHours(call, service, kept.value)
    if (!hours.ok) return hours
    call.note({ reason: input.reason })
    const before = await store.listVisited(tx, tenantId, input.id)
    if (!(await ledger.keepVersion(tx, tenantId, input.id, input.version, input.reason, actor.accountId))) return changedMeanwhile
    await store.keepDetails(tx, tenantId, input.id, input.version)
    await ledger.changeService(tx, tenantId, input.id, kept.value)
    await ledger.setKind(tx, tenantId, input.id, meansWords[input.means].kind)
    const were = await store.listServed(tx, tenantId, input.id)
    const are = served(input)
    await ledger.removeAttended(
      tx,
      tenantId,
      input.id,
      were.filter(({ personId }) => !are.some((one) => one.personId === personId)).map(({ id }) => id),
    )
    await ledger.addAttended(
      tx,
      tenantId,
      input.id,
      are.filter(({ personId }) => !were.some((one) => one.personId === personId)),
      actor.displayName,
    )
    await store.saveDetails(tx, tenantId, sealer, input.id, input)
    const ids = [...new Set([...before, ...input.people].map(({ personId }) => personId))]
    await settle(call, service.project_id, input.id, ids)
    return yes({ version: input.version + 1 })
  }),

  route(cancelVisit, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await visitFor(call, input.id)
    if (!found.ok) return found
    call.note({ reason: input.reason })
    const cancelled = withChanges(found.value, { status: 'cancelled' })
    if (!cancelled.ok) return cancelled
    const hours = await mayChangeUnderHours(call, found.value, cancelled.value)
    if (!hours.ok) return hours
    const people = await store.listVisited(tx, tenantId, input.id)
    if (!(await ledger.keepVersion(tx, tenantId, input.id, input.version, input.reason, actor.accountId))) return changedMeanwhile
    await ledger.changeService(tx, tenantId, input.id, cancelled.value)
    await settle(
      call,
      found.value.project_id,
      input.id,
      people.map(({ personId }) => personId),
    )
    return yes({ version: input.version + 1 })
  }),

  route(openVisit, async (call) => {
    const found = await visitFor(call, call.input.id)
    return found.ok ? yes(await visitOf(call, found.value)) : found
  }),

  route(printVisit, async (call) => {
    const found = await visitFor(call, call.input.id)
    if (!found.ok) return found
    const visit = await visitOf(call, found.value)
    const { project, agency } = await paperHeadOf(call.tx, call.tenantId, found.value.project_id)
    return paperFile(call, call.input.format, visitFileName(visit), visitPaper({ visit, project, agency }))
  }),

  route(showVisitsOfPerson, async (call) => {
    const { tx, tenantId, input, actor, sealer } = call
    call.note({ subject: `person:${input.personId}` })
    const project = await projectFor(call, input.projectId)
    if (!project.ok) return project
    const file = await findFile(tx, tenantId, input.personId, call.reach)
    if (file === undefined) return absent({ zh: '这个人的档案', en: 'person' })
    if (!file.isWithin) return outside
    const { on, settings, standings } = await standingsOf(call, project.value, [input.personId])
    const standing = standings[0]
    const sees = maySeeNames(actor.grants)
    const open = sees ? sealer : undefined
    const suggestion = standing?.suggestion ?? suggestTier({ birthDate: null, livingWith: null, labels: [], fellOn: null, scores: [] }, on)
    const tier = standing?.tier ?? 'general'
    const decisions = await listDecisions(tx, tenantId, input.projectId, input.personId)
    const visits = await store.listVisitsTo(tx, tenantId, input.projectId, input.personId)
    return yes({
      asOf: on,
      isOnDuty: standing !== undefined,
      tier,
      isDecided: standing?.isDecided ?? false,
      suggestion: {
        tier: suggestion.tier,
        reasons: suggestion.reasons.filter(({ key }) => sees || key !== 'bereaved').map((reason) => ({ ...reason })),
      },
      everyDays: settings.tiers[tier].everyDays,
      faceDays: settings.tiers[tier].faceDays,
      reviewDays: settings.reviewDays,
      dueOn: standing?.dueOn ?? null,
      overdueDays: standing?.overdueDays ?? 0,
      worker: standing?.worker ?? null,
      decisions,
      escalations: await listEscalations(tx, tenantId, input.projectId, input.personId, open),
      problems: (await problems.listProblemsOfPerson(tx, tenantId, input.projectId, input.personId, open)).map((one) => named(one, sees)),
      visits: visits.map((visit) => ({ ...visit, means: meansOf(visit.kind, visit.means) })),
    })
  }),

  route(listProblems, async (call) => {
    const { tx, tenantId, input, actor, sealer, reach, today } = call
    const project = await projectFor(call, input.projectId)
    if (!project.ok) return project
    const sees = maySeeNames(actor.grants)
    const of = {
      projectId: input.projectId,
      reach,
      on: asOf(today, project.value.endsOn),
      urgency: input.urgency,
      communityCode: input.communityCode,
    }
    const found = await problems.listUnsettled(tx, tenantId, of, sees ? sealer : undefined)
    return yes({ rows: found.slice(input.offset, input.offset + input.limit).map((one) => named(one, sees)), total: found.length })
  }),

  route(settleProblem, async (call) => {
    const { tx, tenantId, input, actor, sealer, today } = call
    const problem = await problems.findProblem(tx, tenantId, input.id)
    if (problem === undefined) return absent({ zh: '这个问题', en: 'problem' })
    if (!canReach(call.reach, problem)) return outside
    call.note({ subject: `problem:${input.id}`, details: { settled: input.settled !== null } })
    await problems.settleProblem(
      tx,
      tenantId,
      sealer,
      input.id,
      input.settled === null ? null : { text: input.settled, on: today, by: actor.accountId },
    )
    return yes({})
  }),
]
