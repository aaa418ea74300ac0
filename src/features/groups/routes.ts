import { maskedName } from '../../kernel/masks.ts'
import { attendanceIdSchema, personIdSchema, type ServiceId } from '../../kernel/ids.ts'
import { canReach, canReachInto } from '../../kernel/reach.ts'
import { absent, changedMeanwhile, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { paperFile } from '../../server/paper.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { maySeeNames, reachOf } from '../identity/role-rules.ts'
import { mayChangeUnderHours } from '../ledger/hours-routes.ts'
import type { ServiceInput } from '../ledger/schema.ts'
import { checkAttendees, checkService, withChanges } from '../ledger/service-rules.ts'
import { findService, paperHeadOf } from '../ledger/store.ts'
import * as ledger from '../ledger/write-store.ts'
import { findProject } from '../projects/store.ts'
import { planPaper, recordPaper, summaryPaper } from './group-paper-rules.ts'
import type { Mark } from './group-schema.ts'
import { groupFor, outside } from './load-routes.ts'
import { absentTwice, comparisonOf, isPresent, summaryOf, type RolledSession } from './roll-rules.ts'
import * as schema from './schema.ts'
import * as store from './store.ts'
import * as write from './write-store.ts'

const reasonNeeded = no(
  'groups.reason',
  { zh: '这一节已经开过，更正请写明理由。', en: 'This session was held: say why it is corrected.' },
  { field: 'reason', sort: 'invalid' },
)

/** What each session's roll says; without marks, whoever attended was present. */
function rolledOf(session: store.SessionRow, members: readonly store.MemberRow[]): RolledSession {
  const marks = new Map<string, Mark>(session.marks.map(({ member, mark }) => [member, mark]))
  if (marks.size === 0 && session.status === 'held')
    for (const { id, person_id: personId, name } of members)
      marks.set(id, (personId === null ? session.written.includes(name) : session.attended.includes(personId)) ? 'present' : 'absent')
  return { serviceId: session.service_id, ordinal: session.ordinal, status: session.status, day: session.day, marks }
}

const asMember = (row: store.MemberRow) => ({ id: row.id, joinedOn: row.joined_on, leftOn: row.left_on })

async function detailOf(call: SignedInCall<unknown>, group: store.GroupColumns): Promise<schema.Group> {
  const { tx, tenantId } = call
  const sees = maySeeNames(call.actor.grants)
  const sessions = await store.listSessions(tx, tenantId, [group.id])
  const members = await store.listMembers(tx, tenantId, [group.id])
  const scores = await store.listScores(tx, tenantId, group.project_id, group.number)
  const rolled = sessions.map((session) => rolledOf(session, members))
  const gone = absentTwice(rolled, members.map(asMember))
  return {
    id: group.id,
    projectId: group.project_id,
    version: group.version,
    number: group.number,
    name: group.name,
    nature: group.nature,
    communityCode: group.community_code,
    communityName: group.community_name,
    worker: group.worker,
    theory: group.theory,
    goal: group.goal,
    aims: group.aims,
    criteria: group.criteria,
    size: group.size,
    frequency: group.frequency,
    place: group.place,
    recruiting: group.recruiting,
    budget: group.budget,
    risks: group.risks,
    evaluation: group.evaluation,
    sessions: sessions.map((session, at) => ({
      serviceId: session.service_id,
      version: session.version,
      ordinal: session.ordinal,
      status: session.status,
      day: session.day,
      startsAt: session.starts_at,
      minutes: session.minutes,
      place: session.place,
      topic: session.topic,
      goal: session.goal,
      parts: session.parts,
      phase: session.phase,
      hasRecord: session.has_record,
      present: [...(rolled[at]?.marks.values() ?? [])].filter(isPresent).length,
    })),
    members: members.map((member) => ({
      id: member.id,
      personId: member.person_id,
      name: sees ? member.name : maskedName(member.name),
      joinedOn: member.joined_on,
      leftOn: member.left_on,
      leaveReason: member.leave_reason,
      isAbsentTwice: gone.includes(member.id),
      marks: sessions.flatMap((session, at) => {
        const mark = rolled[at]?.marks.get(member.id)
        return mark === undefined ? [] : [{ serviceId: session.service_id, mark }]
      }),
    })),
    summary: {
      answers: group.answers,
      satisfied: group.satisfied,
      achieved: group.achieved,
      reflection: group.reflection,
      costFen: group.cost_fen,
      closedOn: group.closed_on,
    },
    rolled: summaryOf(rolled, members.map(asMember)),
    // Who has been assessed is for those who may read assessments.
    assessed:
      reachOf(call.actor.grants, 'assessments.read') === undefined
        ? []
        : scores.map(({ scale, personId, phase }) => ({ scale, personId: personIdSchema.parse(personId), phase })),
    scores: [...Map.groupBy(scores, ({ scale }) => scale)].flatMap(([scale, its]) => {
      const compared = comparisonOf(its)
      return compared === null ? [] : [{ scale, ...compared }]
    }),
  }
}

/** A session with its group and its service, within the reach. */
async function sessionFor(call: SignedInCall<unknown>, serviceId: ServiceId) {
  const session = await store.findSession(call.tx, call.tenantId, serviceId)
  if (session === undefined) return absent({ zh: '这一节小组', en: 'session' })
  const group = await groupFor(call, session.groupId)
  if (!group.ok) return group
  const service = await findService(call.tx, call.tenantId, serviceId, { whole: true })
  return service === undefined ? absent({ zh: '这一节小组', en: 'session' }) : yes({ session, group: group.value, service: service.row })
}

const bound = (tenantId: number, serviceId: ServiceId): string => `${tenantId}:group_session:${serviceId}:record`

async function mayStand(call: SignedInCall<unknown>, group: store.GroupColumns, service: ServiceInput): Promise<Verdict> {
  const of = { projectId: group.project_id, communityCode: service.communityCode, ids: [], reach: call.reach }
  const facts = await ledger.findRecordingFacts(call.tx, call.tenantId, of)
  return facts === undefined ? absent({ zh: '这个项目', en: 'project' }) : checkService(service, facts.project, call.today)
}

export const groupRoutes = [
  route(schema.listGroups, async ({ tx, tenantId, input, reach, today }) => {
    if ((await findProject(tx, tenantId, input.projectId)) === undefined) return absent({ zh: '这个项目', en: 'project' })
    if (!canReachInto(reach, input.projectId)) return outside
    const groups = await store.listGroups(tx, tenantId, input.projectId, reach)
    const ids = groups.map(({ id }) => id)
    const sessions = Map.groupBy(await store.listSessions(tx, tenantId, ids), ({ group_id: of }) => of)
    const members = Map.groupBy(await store.listMembers(tx, tenantId, ids), ({ group_id: of }) => of)
    return yes({
      rows: groups.map((group) => {
        const its = members.get(group.id) ?? []
        const rolled = (sessions.get(group.id) ?? []).map((session) => rolledOf(session, its))
        const next = rolled.flatMap(({ status, day }) => (status === 'planned' && day !== null && day >= today ? [day] : [])).toSorted()[0]
        return {
          id: group.id,
          number: group.number,
          name: group.name,
          nature: group.nature,
          communityCode: group.community_code,
          communityName: group.community_name,
          worker: group.worker,
          members: its.length,
          ...summaryOf(rolled, its.map(asMember)),
          absentTwice: group.closed_on === null ? absentTwice(rolled, its.map(asMember)).length : 0,
          nextDay: schema.listGroups.output.shape.rows.element.shape.nextDay.parse(next ?? null),
          closedOn: group.closed_on,
        }
      }),
    })
  }),

  route(schema.openGroup, async (call) => {
    const group = await groupFor(call, call.input.id)
    return group.ok ? yes(await detailOf(call, group.value)) : group
  }),

  route(schema.saveGroup, async (call) => {
    const { tx, tenantId, input } = call
    call.note({ subject: `group:${input.id}` })
    const known = await store.findGroup(tx, tenantId, input.id)
    const projectId = known?.project_id ?? input.projectId
    if ((await findProject(tx, tenantId, projectId)) === undefined) return absent({ zh: '这个项目', en: 'project' })
    if (!canReach(call.reach, { projectId, communityCode: input.communityCode })) return outside
    if (known !== undefined && !canReach(call.reach, { projectId, communityCode: known.community_code })) return outside
    if (await write.isNumberTaken(tx, tenantId, projectId, input.number, input.id))
      return no(
        'groups.numberTaken',
        { zh: '本项目已有这个编号的小组。', en: 'Another group of the project has this number.' },
        { field: 'number' },
      )
    if (input.version === 0 && known === undefined) await write.addGroup(tx, tenantId, input.id, projectId, input)
    else if (!(await write.changeGroup(tx, tenantId, input.id, input.version, input))) return changedMeanwhile
    return yes({ version: input.version + 1 })
  }),

  route(schema.saveSummary, async (call) => {
    const group = await groupFor(call, call.input.id)
    if (!group.ok) return group
    const { answers, satisfied } = call.input
    if (satisfied !== null && satisfied > (answers ?? 0))
      return no(
        'groups.satisfied',
        { zh: '满意人数不能多于有效问卷数。', en: 'No more can be satisfied than answered.' },
        { field: 'satisfied', sort: 'invalid' },
      )
    return (await write.changeSummary(call.tx, call.tenantId, call.input)) ? yes({ version: call.input.version + 1 }) : changedMeanwhile
  }),

  route(schema.saveSession, async (call) => {
    const { tx, tenantId, input, actor } = call
    const group = await groupFor(call, input.groupId)
    if (!group.ok) return group
    const communityCode = group.value.community_code
    if (communityCode === null)
      return no('groups.noPlace', { zh: '请先在计划书里填社区。', en: 'Give the group’s community first.' }, { sort: 'invalid' })
    const written = {
      title: group.value.name,
      communityCode,
      day: input.day,
      startsAt: input.startsAt,
      minutes: input.minutes,
      place: input.place ?? group.value.place,
      worker: group.value.worker,
    }
    if (input.version === 0) {
      const service: ServiceInput = {
        ...written,
        line: 'mental',
        status: 'planned',
        themes: [],
        number: null,
        unnamedCount: 0,
        quantity: null,
        unit: null,
        note: null,
      }
      const may = await mayStand(call, group.value, service)
      if (!may.ok) return may
      const { project_id: projectId } = group.value
      await ledger.addService(tx, tenantId, { ...service, id: input.serviceId, projectId, kind: 'group_session' }, actor.accountId)
    } else {
      const found = await sessionFor(call, input.serviceId)
      if (!found.ok) return found
      const { service } = found.value
      if (service.status === 'held' && input.reason === null) return reasonNeeded
      const changed = withChanges(service, written)
      if (!changed.ok) return changed
      const may = await mayStand(call, group.value, changed.value)
      if (!may.ok) return may
      const hours = await mayChangeUnderHours(call, service, changed.value)
      if (!hours.ok) return hours
      const reason = input.reason ?? '调整计划'
      if (!(await ledger.keepVersion(tx, tenantId, input.serviceId, input.version, reason, actor.accountId))) return changedMeanwhile
      await ledger.changeService(tx, tenantId, input.serviceId, changed.value)
    }
    await write.saveSession(tx, tenantId, input.serviceId, input.groupId, input)
    return yes({ version: input.version + 1 })
  }),

  route(schema.keepRoll, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await sessionFor(call, input.serviceId)
    if (!found.ok) return found
    const { group, service } = found.value
    if (service.status === 'cancelled')
      return no('groups.cancelled', { zh: '这一节已取消，请先恢复为计划。', en: 'This session is cancelled: plan it again first.' })
    if (service.status === 'held' && input.reason === null) return reasonNeeded
    const held = withChanges(service, { status: 'held' })
    if (!held.ok) return held
    const may = await mayStand(call, group, held.value)
    if (!may.ok) return may
    const members = await store.listMembers(tx, tenantId, [group.id])
    const there = input.marks.flatMap(({ memberId, attendanceId, mark }) => {
      const personId = members.find(({ id }) => id === memberId)?.person_id
      return personId === undefined || personId === null || !isPresent(mark)
        ? []
        : [{ id: attendanceId, personId, part: 'beneficiary' as const, minutes: held.value.minutes }]
    })
    const of = {
      projectId: group.project_id,
      communityCode: held.value.communityCode,
      ids: there.map(({ personId }) => personId),
      reach: call.reach,
    }
    const facts = await ledger.findRecordingFacts(tx, tenantId, of)
    const known = checkAttendees(there, facts?.attendees ?? [], held.value.day)
    if (!known.ok) return known
    call.note({ details: { present: there.length, of: input.marks.length }, ...(input.reason === null ? {} : { reason: input.reason }) })
    if (!(await ledger.keepVersion(tx, tenantId, input.serviceId, input.version, input.reason ?? '点名', actor.accountId)))
      return changedMeanwhile
    await ledger.changeService(tx, tenantId, input.serviceId, held.value)
    const were = await write.listAttended(tx, tenantId, input.serviceId)
    // Of whom only a name is known, the name stands on the roll, until somebody says who it is.
    const named = members.flatMap(({ id, person_id: personId, name }) => {
      const marked = input.marks.find(({ memberId }) => memberId === id)
      return personId !== null || marked === undefined
        ? []
        : [
            {
              name,
              isThere: isPresent(marked.mark),
              id: marked.attendanceId,
              was: were.find((one) => one.personId === null && one.writtenName === name),
            },
          ]
    })
    const marked = new Set(
      members.filter(({ id }) => input.marks.some(({ memberId }) => memberId === id)).map(({ person_id: person }) => person),
    )
    const removed = were.filter(
      ({ personId }) => personId !== null && marked.has(personId) && !there.some((one) => one.personId === personId),
    )
    await ledger.removeAttended(
      tx,
      tenantId,
      input.serviceId,
      [...removed, ...named.flatMap(({ isThere, was }) => (isThere || was === undefined ? [] : [was]))].map(({ id }) =>
        attendanceIdSchema.parse(id),
      ),
    )
    for (const { id, name, isThere, was } of named)
      if (isThere && was === undefined)
        await ledger.addWrittenName(tx, tenantId, input.serviceId, { id, part: 'beneficiary', name, hints: null }, actor.displayName)
    await ledger.addAttended(
      tx,
      tenantId,
      input.serviceId,
      there.filter(({ personId }) => !were.some((one) => one.personId === personId)),
      actor.displayName,
    )
    await write.saveMarks(tx, tenantId, input.serviceId, input.marks, input.phase)
    return yes({ version: input.version + 1, present: there.length + named.filter(({ isThere }) => isThere).length })
  }),

  route(schema.cancelSession, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await sessionFor(call, input.serviceId)
    if (!found.ok) return found
    call.note({ reason: input.reason })
    const changed = withChanges(found.value.service, { status: input.cancelled ? 'cancelled' : 'planned' })
    if (!changed.ok) return changed
    const hours = await mayChangeUnderHours(call, found.value.service, changed.value)
    if (!hours.ok) return hours
    if (!(await ledger.keepVersion(tx, tenantId, input.serviceId, input.version, input.reason, actor.accountId))) return changedMeanwhile
    await ledger.changeService(tx, tenantId, input.serviceId, changed.value)
    return yes({ version: input.version + 1 })
  }),

  route(schema.openSession, async (call) => {
    const found = await sessionFor(call, call.input.serviceId)
    if (!found.ok) return found
    const { session, group } = found.value
    const sees = maySeeNames(call.actor.grants)
    const opened =
      !sees || session.recordSealed === null ? null : call.sealer.open(session.recordSealed, bound(call.tenantId, call.input.serviceId))
    return yes({
      groupId: group.id,
      group: await detailOf(call, group),
      record: opened === null ? null : schema.recordSchema.parse(JSON.parse(opened)),
      recordVersion: session.recordVersion ?? 0,
      isReadable: sees,
    })
  }),

  route(schema.saveRecord, async (call) => {
    const { tx, tenantId, input, sealer } = call
    const found = await sessionFor(call, input.serviceId)
    if (!found.ok) return found
    const sealed = sealer.seal(JSON.stringify(input.record), bound(tenantId, input.serviceId))
    const saved = await write.saveRecord(tx, tenantId, input.serviceId, input.recordVersion, sealed)
    return saved ? yes({ recordVersion: input.recordVersion + 1 }) : changedMeanwhile
  }),

  route(schema.printGroup, async (call) => {
    const { tx, tenantId, input, sealer } = call
    const group = await groupFor(call, input.id)
    if (!group.ok) return group
    const { project, agency } = await paperHeadOf(tx, tenantId, group.value.project_id)
    const facts = { group: await detailOf(call, group.value), project, agency }
    const name = (title: string) => `${title}-${group.value.number}`
    if (input.paper === 'plan') return paperFile(call, input.format, name('小组计划书'), planPaper(facts))
    if (input.paper === 'summary') return paperFile(call, input.format, name('小组总结'), summaryPaper(facts))
    const session = facts.group.sessions.find(({ serviceId }) => serviceId === input.serviceId)
    const found = session === undefined ? undefined : await store.findSession(tx, tenantId, session.serviceId)
    if (session === undefined || found === undefined) return absent({ zh: '这一节小组', en: 'session' })
    const isShut = found.recordSealed === null || !maySeeNames(call.actor.grants)
    const record =
      isShut || found.recordSealed === null
        ? null
        : schema.recordSchema.parse(JSON.parse(sealer.open(found.recordSealed, bound(tenantId, session.serviceId))))
    return paperFile(call, input.format, name(`小组过程记录${session.ordinal}`), recordPaper(facts, session, record))
  }),
]
