import { absent, changedMeanwhile, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { checkAttendees, checkService } from '../ledger/service-rules.ts'
import { addAttended, addService, findRecordingFacts } from '../ledger/write-store.ts'
import { mayHoldSession } from './case-rules.ts'
import { shownSession } from './detail-routes.ts'
import { findAccountName, listComments, listForms, toComment } from './file-store.ts'
import { asOfFor, boxFor, caseFor, factsOf, lastDayOf, lastOf, outside, sessionFor } from './load-routes.ts'
import { mayChangeNote, mayNarrow, mayReadNote, minutesFrom } from './note-rules.ts'
import {
  addNote,
  changeNote as saveNote,
  findCaseNames,
  listNoteVersions,
  listSessions,
  openNote,
  setNarrow,
  type SessionRecord,
} from './note-store.ts'
import { changeNote, openSession, recordSession, setNoteNarrow, startSession } from './session-schema.ts'
import { findCase, type CaseRecord } from './store.ts'
import { meansSchema } from './vocabulary-schema.ts'
import { tellWaiting } from './waiting-routes.ts'

const noteFacts = (row: SessionRecord) => ({
  isNarrow: row.is_narrow,
  writtenBy: row.written_by,
  projectId: row.project_id,
  review: row.review,
})

/** The cases a note is written for: each within reach, all of one project, each at a stage that has sessions. */
async function casesFor(call: SignedInCall<{ caseIds: string[]; projectId: string }>): Promise<Verdict<CaseRecord[]>> {
  const rows: CaseRecord[] = []
  for (const id of new Set(call.input.caseIds)) {
    const found = await caseFor(call, id)
    if (!found.ok) return found
    if (found.value.project_id !== call.input.projectId) return outside
    const may = mayHoldSession(await factsOf(call, found.value, [], []))
    if (!may.ok) return may
    rows.push(found.value)
  }
  return yes(rows)
}

export const sessionRoutes = [
  route(recordSession, async (call) => {
    const { tx, tenantId, input, actor, today, reach } = call
    const cases = await casesFor(call)
    if (!cases.ok) return cases
    call.note({
      subject: `service:${input.id}`,
      details: { cases: input.caseIds.length, attended: input.attended.length, narrow: input.narrow },
    })
    const [main] = cases.value
    if (main === undefined || main.community_code === null)
      return no('session.community', {
        zh: '个案没有登记社区，请先在服务记录里补上。',
        en: 'The case has no community: add it to its opening first.',
      })
    const minutes = input.startsAt !== null && input.endsAt !== null ? minutesFrom(input.startsAt, input.endsAt) : null
    if (minutes === undefined)
      return no(
        'session.times',
        { zh: '结束时间要晚于开始时间。', en: 'It cannot end before it starts.' },
        { field: 'endsAt', sort: 'invalid' },
      )
    const ids = input.attended.map((one) => one.personId)
    const facts = await findRecordingFacts(tx, tenantId, { projectId: input.projectId, communityCode: main.community_code, ids, reach })
    if (facts === undefined) return absent({ zh: '这个项目', en: 'project' })
    const checked = checkService({ day: input.day, status: 'held', startsAt: input.startsAt, minutes }, facts.project, today)
    if (!checked.ok) return checked
    const attended = checkAttendees(input.attended, facts.attendees, input.day)
    if (!attended.ok) return attended
    if (input.nextOn !== null && input.nextOn < input.day)
      return no(
        'session.next',
        { zh: '下次日期早于这次服务。', en: 'The next day is before this session.' },
        { field: 'nextOn', sort: 'invalid' },
      )
    await addService(
      tx,
      tenantId,
      {
        id: input.id,
        projectId: input.projectId,
        kind: 'case_session',
        line: 'mental',
        status: 'held',
        themes: [],
        number: null,
        title: null,
        communityCode: main.community_code,
        day: input.day,
        startsAt: input.startsAt,
        minutes,
        place: input.place,
        worker: actor.displayName,
        unnamedCount: 0,
        quantity: null,
        unit: null,
        note: null,
      },
      actor.accountId,
    )
    await addAttended(
      tx,
      tenantId,
      input.id,
      input.attended.map((one) => ({ ...one, minutes })),
      actor.displayName,
    )
    const before = await listSessions(tx, tenantId, main.id, await asOfFor(call, input.projectId))
    const ordinal = Math.max(0, ...before.map((one) => one.ordinal ?? 0)) + 1
    await addNote(tx, tenantId, boxFor(call), {
      id: input.id,
      caseIds: cases.value.map((one) => one.id),
      ordinal,
      method: input.means,
      narrow: input.narrow,
      content: input.content,
      nextOn: input.nextOn,
      by: actor.accountId,
    })
    await tellWaiting(call, main)
    return yes({ id: input.id, ordinal })
  }),

  route(changeNote, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await sessionFor(call, input.id)
    if (!found.ok) return found
    const may = mayChangeNote(noteFacts(found.value), actor)
    if (!may.ok) return may
    if (found.value.version !== input.version) return changedMeanwhile
    // The reason may say what the note says: it is kept beside the note, sealed, and not in the trail.
    const changed = await saveNote(tx, tenantId, boxFor(call), found.value, { ...input, by: actor.accountId })
    const [caseId] = found.value.case_ids
    const main = caseId === undefined ? undefined : await findCase(tx, tenantId, caseId)
    if (changed && main !== undefined) await tellWaiting(call, main)
    return changed ? yes({ version: input.version + 1 }) : changedMeanwhile
  }),

  route(setNoteNarrow, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await sessionFor(call, input.id)
    if (!found.ok) return found
    const may = mayNarrow(noteFacts(found.value), input.narrow, actor)
    if (!may.ok) return may
    if (found.value.version !== input.version || input.version === 0) return changedMeanwhile
    call.note({ details: { narrow: input.narrow } })
    const changed = await setNarrow(tx, tenantId, boxFor(call), found.value, { ...input, by: actor.accountId })
    return changed ? yes({ version: input.version + 1 }) : changedMeanwhile
  }),

  route(openSession, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await sessionFor(call, input.id)
    if (!found.ok) return found
    const row = found.value
    const box = boxFor(call)
    const reads = mayReadNote(noteFacts(row), actor)
    call.note({ details: { narrow: row.is_narrow, read: reads } })
    const [main] = row.case_ids
    const forms = main === undefined ? [] : await listForms(tx, tenantId, box, main)
    return yes({
      ...shownSession(call, row),
      projectId: row.project_id,
      version: row.version,
      cases: await findCaseNames(tx, tenantId, row.case_ids),
      writtenBy: await findAccountName(tx, tenantId, row.written_by),
      isMine: row.written_by === actor.accountId,
      content: reads ? openNote(box, row) : null,
      goals: (lastOf(forms, 'plan')?.form.content.goals ?? []).map(({ id, text }) => ({ id, text })),
      comments: reads ? (await listComments(tx, tenantId, box, row.case_ids)).filter((one) => one.serviceId === row.id).map(toComment) : [],
      versions: reads ? await listNoteVersions(tx, tenantId, box, row.id) : [],
    })
  }),

  route(startSession, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await caseFor(call, input.caseId)
    if (!found.ok) return found
    const row = found.value
    const box = boxFor(call)
    const may = mayHoldSession(await factsOf(call, row, [], []))
    if (!may.ok) return may
    const sessions = await listSessions(tx, tenantId, row.id, await asOfFor(call, row.project_id))
    const last = sessions.findLast((one) => one.status === 'held')
    const plan = lastOf(await listForms(tx, tenantId, box, row.id), 'plan')
    const [named] = await findCaseNames(tx, tenantId, [row.id])
    const readsLast = last !== undefined && mayReadNote(noteFacts(last), actor)
    const family = new Map(
      sessions.flatMap((one) =>
        one.attended.flatMap(({ personId, name, part }) => (part === 'carer' && personId !== null ? [[personId, name] as const] : [])),
      ),
    )
    return yes({
      projectId: row.project_id,
      lastDay: await lastDayOf(call, row.project_id),
      communityCode: row.community_code,
      number: row.number,
      person: row.person_id === null ? null : { id: row.person_id, name: named?.person ?? '' },
      ordinal: Math.max(0, ...sessions.map((one) => one.ordinal ?? 0)) + 1,
      means: meansSchema.safeParse(last?.method).data ?? null,
      place: last?.place ?? null,
      startsAt: last?.starts_at ?? null,
      minutes: last?.minutes ?? null,
      nextPlan: readsLast ? (openNote(box, last)?.nextPlan ?? null) : null,
      goals: (plan?.form.content.goals ?? []).map(({ id, text, baseline, target }) => ({ id, text, baseline, target })),
      family: [...family].map(([personId, name]) => ({ personId, name })),
    })
  }),
]
