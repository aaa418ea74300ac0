import { asOf } from '../../kernel/day.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { canReach } from '../../kernel/reach.ts'
import { absent, changedMeanwhile, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { queueAtService, setConfirmedHours, setShiftTimes, setStatus } from '../ledger/hours-store.ts'
import { kindWords } from '../ledger/kind-schema.ts'
import { checkAttendees, checkService } from '../ledger/service-rules.ts'
import { findService } from '../ledger/store.ts'
import { workdaysFor } from '../ledger/workday-routes.ts'
import { findRecordingFacts, keepVersion } from '../ledger/write-store.ts'
import { findPersonOfAccount } from './account-store.ts'
import { listKin } from './family-store.ts'
import { flagsOf, minutesBetween, type Flag } from './flag-rules.ts'
import { canConfirm, localMinutes, mayWitness } from './hours-rules.ts'
import { outside, projectFor, shiftFor, shownBy, volunteerFor, type ShiftOfPerson } from './reach-routes.ts'
import { findSettings } from './register-store.ts'
import { confirmHours, listShifts, recordShift, refuseShift, setTimes, unconfirmHours } from './shift-schema.ts'
import * as store from './shift-store.ts'
import { addShiftService } from './shift-adding-routes.ts'
import { factsByPerson, lateUpTo, momentOf, toShiftRow } from './shift-row-routes.ts'

/** What of a shift needs a reason before its hours are confirmed. */
const needReason: ReadonlySet<Flag> = new Set([
  'overlap',
  'travel',
  'manyHours',
  'manyInWeek',
  'manyShifts',
  'backEntry',
  'lateEnd',
  'servedThere',
])

const isConfirmed = no('shift.confirmed', {
  zh: '时长已经确认。要改，请先撤回确认并写明理由。',
  en: 'The hours are confirmed. To change them, take the confirmation back first.',
})

const claimsTooMuch = no(
  'shift.claimsTooMuch',
  { zh: '申报时长不能超过起止时间（路上时间不算）。', en: 'No more can be claimed than from beginning to end; travel does not count.' },
  { field: 'claimed', sort: 'invalid' },
)

/** A refusal where the volunteer would act on their own hours; else nothing. */
async function notOneself(call: SignedInCall<unknown>, shift: ShiftOfPerson, witness: Parameters<typeof mayWitness>[1]): Promise<Verdict> {
  const { tx, tenantId, actor } = call
  const personId = (await findPersonOfAccount(tx, tenantId, actor.accountId)) ?? null
  const family = await listKin(tx, tenantId, shift.person_id)
  return mayWitness({ personId, displayName: actor.displayName }, witness, { personId: shift.person_id, name: shift.name, family })
}

async function kept(call: SignedInCall<unknown>, shift: store.ShiftRecord, version: number, reason: string): Promise<boolean> {
  return keepVersion(call.tx, call.tenantId, shift.id, version, reason, call.actor.accountId)
}

export const shiftRoutes = [
  route(listShifts, async (call) => {
    const { tx, tenantId, input, reach, today } = call
    const project = await projectFor(call, input.projectId)
    if (!project.ok) return project
    const until = asOf(today, project.value.endsOn)
    const { settings } = await findSettings(tx, tenantId, input.projectId)
    const isWorkday = await workdaysFor(call)
    let personId: PersonId | undefined
    if (input.volunteerId !== undefined) {
      const volunteer = await volunteerFor(call, input.volunteerId)
      if (!volunteer.ok) return volunteer
      personId = volunteer.value.person_id
    }
    const filter = {
      projectId: input.projectId,
      state: input.onlyLate === true ? ('toConfirm' as const) : input.state,
      personId,
      partOf: input.partOf,
      id: input.id,
      search: input.search,
      communityCode: input.communityCode,
      upTo: input.onlyLate === true ? lateUpTo(until, isWorkday) : undefined,
    }
    const flagged = input.onlyFlagged === true
    const page = flagged ? { offset: 0, limit: 20_000 } : { offset: input.offset, limit: input.limit }
    const { rows, total, sums } = await store.listShifts(tx, tenantId, { ...filter, ...page }, reach, today)
    const around = { today, until, settings, isWorkday, byPerson: await factsByPerson(call, rows) }
    const shown = shownBy(call)
    const shifts = rows.map((row) => toShiftRow(row, around, shown))
    if (!flagged) return yes({ rows: shifts, total, sums })
    const found = shifts.filter((shift) => shift.flags.length > 0)
    return yes({ rows: found.slice(input.offset, input.offset + input.limit), total: found.length, sums })
  }),

  route(recordShift, async (call) => {
    const { tx, tenantId, input, reach, today, now, actor } = call
    const volunteer = await volunteerFor(call, input.volunteerId)
    if (!volunteer.ok) return volunteer
    const { project_id: projectId, person_id: personId } = volunteer.value
    if (!canReach(reach, { projectId, communityCode: input.communityCode })) return outside
    call.note({ reason: input.reason, details: { service: input.id } })
    const partOf = input.partOf === null ? undefined : await findService(tx, tenantId, input.partOf, reach)
    if (input.partOf !== null && (partOf === undefined || partOf.row.project_id !== projectId))
      return absent({ zh: '所属的服务', en: 'service' })
    const minutes = minutesBetween(input.startsAt, input.endsAt)
    const facts = await findRecordingFacts(tx, tenantId, { projectId, communityCode: input.communityCode, ids: [personId], reach })
    if (facts === undefined) return absent({ zh: '这个项目', en: 'project' })
    const may = checkService({ day: input.day, status: 'held', startsAt: input.startsAt, minutes }, facts.project, today)
    if (!may.ok) return may
    const came = checkAttendees([{ personId, part: 'volunteer' }], facts.attendees, input.day)
    if (!came.ok) return came
    if (localMinutes(momentOf(input.day, input.startsAt)) + minutes > localMinutes(now))
      return no('shift.future', { zh: '结束时间还没有到，不能补录。', en: 'That end lies ahead.' }, { field: 'endsAt', sort: 'invalid' })
    if (input.claimed > minutes) return claimsTooMuch
    await addShiftService(call, {
      id: input.id,
      projectId,
      communityCode: input.communityCode,
      line: partOf?.row.line ?? kindWords.volunteer_shift.line,
      title: input.title,
      day: input.day,
      startsAt: input.startsAt,
      minutes,
      place: null,
      partOf: input.partOf,
      personId,
    })
    await setShiftTimes(tx, tenantId, input.id, { day: input.day, startsAt: input.startsAt, minutes, claimed: input.claimed })
    const start = momentOf(input.day, input.startsAt)
    await store.noteShift(tx, tenantId, input.id, {
      checked_in_at: start,
      checked_out_at: new Date(start.getTime() + minutes * 60_000),
      checked_in_by: actor.accountId,
      checked_out_by: actor.accountId,
      back_entry_reason: input.reason,
      entered_by: actor.accountId,
    })
    return yes({ id: input.id })
  }),

  route(setTimes, async (call) => {
    const { tx, tenantId, input, now, actor } = call
    const found = await shiftFor(call, input.id)
    if (!found.ok) return found
    const shift = found.value
    if (shift.confirmed !== null) return isConfirmed
    if (shift.status === 'cancelled' || shift.status === 'failed')
      return no('shift.notDone', { zh: '这个班次已取消或未到岗。', en: 'This shift was cancelled, or nobody came.' })
    const other = await notOneself(call, shift, { capacity: 'socialWorker', name: actor.displayName })
    if (!other.ok) return other
    const minutes = input.endsAt === null ? null : minutesBetween(input.startsAt, input.endsAt)
    const start = momentOf(input.day, input.startsAt)
    if (localMinutes(start) + (minutes ?? 0) > localMinutes(now))
      return no('shift.future', { zh: '时间还没有到，请核对。', en: 'That time lies ahead.' }, { field: 'endsAt', sort: 'invalid' })
    if (minutes !== null && (input.claimed ?? 0) > minutes) return claimsTooMuch
    call.note({ reason: input.reason })
    if (!(await kept(call, shift, input.version, input.reason))) return changedMeanwhile
    await setShiftTimes(tx, tenantId, input.id, {
      day: input.day,
      startsAt: input.startsAt,
      minutes,
      claimed: minutes === null ? null : (input.claimed ?? minutes),
    })
    await store.noteShift(tx, tenantId, input.id, {
      checked_in_at: start,
      checked_in_by: actor.accountId,
      ...(minutes === null ? {} : { checked_out_at: new Date(start.getTime() + minutes * 60_000), checked_out_by: actor.accountId }),
    })
    return yes({ version: input.version + 1 })
  }),

  route(confirmHours, async (call) => {
    const { tx, tenantId, input, now, actor } = call
    const found = await shiftFor(call, input.id)
    if (!found.ok) return found
    await store.queueForHours(tx, tenantId, found.value.person_id)
    if (found.value.about !== null) await queueAtService(tx, tenantId, found.value.about.id)
    const again = await shiftFor(call, input.id)
    if (!again.ok) return again
    const shift = again.value
    if (shift.confirmed !== null) return isConfirmed
    const name = input.witnessName ?? actor.displayName
    const other = await notOneself(call, shift, { capacity: input.witness, name })
    if (!other.ok) return other
    const facts = store.toFacts(shift)
    if (facts === undefined) return no('shift.noDay', { zh: '这个班次没有日期，请先补上。', en: 'This shift has no day: give it first.' })
    const all = store.factsOf(await store.listShiftsOf(tx, tenantId, [shift.person_id]))
    const may = canConfirm(facts, all, input.minutes, localMinutes(now))
    if (!may.ok) return may
    const { settings } = await findSettings(tx, tenantId, shift.project_id)
    const flags = flagsOf({ ...facts, status: 'held', isOpen: false, confirmed: input.minutes }, all, settings, shift.name)
    if (input.reason === null && flags.some((flag) => needReason.has(flag)))
      return no(
        'hours.reason',
        {
          zh: '这个班次有需要核对的地方，请写明为什么可以确认。',
          en: 'Something about this shift is worth a look: say why it can be confirmed.',
        },
        { field: 'reason', sort: 'invalid' },
      )
    call.note({ reason: input.reason ?? '确认时长', details: { minutes: input.minutes, witness: input.witness, flags } })
    if (!(await kept(call, shift, input.version, input.reason ?? '确认时长'))) return changedMeanwhile
    await setConfirmedHours(tx, tenantId, input.id, { minutes: input.minutes, by: name })
    await store.noteShift(tx, tenantId, input.id, {
      confirmed_at: now,
      confirmed_by_account: actor.accountId,
      witness: input.witness,
      witness_name: input.witnessName,
      rating: input.rating,
      evaluation: input.evaluation,
    })
    return yes({ version: input.version + 1 })
  }),

  route(unconfirmHours, async (call) => {
    const { tx, tenantId, input } = call
    const found = await shiftFor(call, input.id)
    if (!found.ok) return found
    if (found.value.confirmed === null)
      return no('shift.unconfirmed', { zh: '这个班次的时长还没有确认。', en: 'These hours are not confirmed.' })
    const other = await notOneself(call, found.value, { capacity: 'socialWorker', name: call.actor.displayName })
    if (!other.ok) return other
    call.note({ reason: input.reason })
    if (!(await kept(call, found.value, input.version, input.reason))) return changedMeanwhile
    await setConfirmedHours(tx, tenantId, input.id, null)
    await store.noteShift(tx, tenantId, input.id, { confirmed_at: null, confirmed_by_account: null, witness: null, witness_name: null })
    return yes({ version: input.version + 1 })
  }),

  route(refuseShift, async (call) => {
    const { tx, tenantId, input } = call
    const found = await shiftFor(call, input.id)
    if (!found.ok) return found
    if (found.value.confirmed !== null) return isConfirmed
    call.note({ reason: input.reason, details: { status: input.status } })
    if (!(await kept(call, found.value, input.version, input.reason))) return changedMeanwhile
    await setStatus(tx, tenantId, input.id, input.status)
    return yes({ version: input.version + 1 })
  }),
]
