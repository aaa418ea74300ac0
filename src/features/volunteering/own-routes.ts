import { asOf, minutesOf } from '../../kernel/day.ts'
import type { ServiceId } from '../../kernel/ids.ts'
import { absent, no, yes, type No, type Verdict } from '../../kernel/verdict.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { setShiftTimes, setStatus } from '../ledger/hours-store.ts'
import { keepVersion } from '../ledger/write-store.ts'
import { findProject } from '../projects/store.ts'
import { findPersonOfAccount } from './account-store.ts'
import { findBankBalance } from './bank-store.ts'
import { lacksOf } from './claim-rules.ts'
import { flagsOf } from './flag-rules.ts'
import { localMinutes, localTime, starsOf } from './hours-rules.ts'
import { askCorrection, checkIn, checkOut, decideQuery, giveBack, listQueries, showOwn, takeTask, type OwnShift } from './own-schema.ts'
import { listMerits } from './merit-store.ts'
import * as queries from './query-store.ts'
import { outside, projectFor, shownBy } from './reach-routes.ts'
import { standingOf } from './register-routes.ts'
import * as register from './register-store.ts'
import * as shifts from './shift-store.ts'
import { takePlace } from './take-routes.ts'
import * as tasks from './task-store.ts'
import { canReach } from '../../kernel/reach.ts'

const notTied: No = no('own.notTied', {
  zh: '这个账号还没有与志愿者档案绑定，请联系社工在志愿者档案里“开通登录”。',
  en: 'This account is not tied to a volunteer’s file yet. Ask a worker to do so.',
})
const aShift = { zh: '您的这个班次', en: 'shift of yours' }

/** The shift of whoever asks; another's is absent. */
async function ownShift(call: SignedInCall<unknown>, id: ServiceId): Promise<Verdict<shifts.ShiftRecord>> {
  const personId = await findPersonOfAccount(call.tx, call.tenantId, call.actor.accountId)
  if (personId === undefined) return notTied
  call.note({ subject: `service:${id}` })
  await shifts.queueForHours(call.tx, call.tenantId, personId)
  const found = await shifts.findShift(call.tx, call.tenantId, id)
  return found === undefined || found.person_id !== personId ? absent(aShift) : yes(found)
}

const done = no('own.done', { zh: '这个班次已经确认、取消或标为未到岗。', en: 'This shift is confirmed, cancelled or not done.' })

/** The earliest that somebody may check in: an hour before a shift begins. */
const early = 60

export const ownRoutes = [
  route(showOwn, async (call) => {
    const { tx, tenantId, actor, today } = call
    const personId = await findPersonOfAccount(tx, tenantId, actor.accountId)
    if (personId === undefined) return notTied
    call.note({ subject: `person:${personId}` })
    const rolls = await register.listOfPerson(tx, tenantId, personId)
    const asked = await queries.listQueriesOf(tx, tenantId, personId)
    const files = []
    for (const roll of rolls) {
      const { settings } = await register.findSettings(tx, tenantId, roll.project_id)
      const project = await findProject(tx, tenantId, roll.project_id)
      const merits = await listMerits(tx, tenantId, roll.project_id, personId)
      files.push({
        id: roll.id,
        projectId: roll.project_id,
        project: project?.name ?? '',
        number: roll.number,
        sex: roll.sex,
        birthDate: roll.birth_date,
        idNumberTail: roll.id_number_tail,
        phone: roll.phone,
        communityName: roll.community_name,
        familyNumber: roll.family_number,
        serviceKinds: roll.service_kinds,
        agreedOn: roll.agreed_on,
        skills: roll.skills,
        areas: roll.areas,
        availability: roll.availability,
        vettedUntil: roll.vetted_until,
        insuredUntil: roll.insured_until,
        lacks: lacksOf(standingOf(roll), project === undefined ? today : asOf(today, project.endsOn)),
        hours: { confirmed: roll.confirmed, unconfirmed: roll.unconfirmed, shifts: roll.shifts },
        stars: starsOf(roll.confirmed, settings.stars),
        bank: (await findBankBalance(tx, tenantId, roll.project_id, personId)) ?? null,
        merits: merits.flatMap(({ id, kind, title, content, minutes, day, givenBy, removedReason }) =>
          removedReason === null ? [{ id, kind, title, content, minutes, day, givenBy }] : [],
        ),
        queries: asked
          .filter((one) => one.project_id === roll.project_id)
          .map(({ id, text, asked_at, accepted, answer }) => ({ id, text, askedAt: asked_at.toISOString(), accepted, answer })),
      })
    }
    const mine = await shifts.listShiftsOf(tx, tenantId, [personId])
    const facts = shifts.factsOf(mine)
    const limits = new Map<string, Awaited<ReturnType<typeof register.findSettings>>['settings']>()
    const shown: OwnShift[] = []
    for (const row of mine) {
      const settings = limits.get(row.project_id) ?? (await register.findSettings(tx, tenantId, row.project_id)).settings
      limits.set(row.project_id, settings)
      const state = shifts.stateOf(row, today)
      const task = row.task_id === null || state !== 'planned' ? undefined : await tasks.findTask(tx, tenantId, row.task_id)
      const elderId = task?.person_id ?? null
      const elder = elderId === null ? undefined : await tasks.findElder(tx, tenantId, elderId)
      const own = shifts.toFacts(row)
      shown.push({
        id: row.id,
        taskId: row.task_id,
        state,
        status: row.status,
        title: row.title,
        content: task?.content ?? null,
        communityName: row.community_name,
        place: row.place,
        day: row.day,
        startsAt: row.starts_at,
        present: row.present,
        claimed: row.claimed,
        confirmed: row.confirmed,
        confirmedBy: row.confirmed_by,
        rating: row.rating,
        evaluation: row.evaluation,
        checkedInAt: row.checked_in_at?.toISOString() ?? null,
        checkedOutAt: row.checked_out_at?.toISOString() ?? null,
        flags: own === undefined || state === 'notDone' || state === 'planned' ? [] : flagsOf(own, facts, settings, row.name),
        elder: elder ?? null,
      })
    }
    const taken = new Set(mine.flatMap((row) => (row.status === 'planned' || row.status === 'held' ? (row.task_id ?? []) : [])))
    const open = await tasks.listOpenTasks(
      tx,
      tenantId,
      rolls.filter((roll) => roll.ended_on === null || roll.ended_on > today).map((roll) => roll.project_id),
      today,
    )
    return yes({
      name: rolls[0]?.name ?? actor.displayName,
      files,
      shifts: shown,
      tasks: open.flatMap((task) =>
        taken.has(task.id)
          ? []
          : [
              {
                id: task.id,
                title: task.title,
                content: task.content,
                skills: task.skills,
                communityName: task.community_name,
                place: task.person_id === null ? task.place : null,
                day: task.day,
                startsAt: task.starts_at,
                minutes: task.minutes,
                wanted: task.wanted,
                left: Math.max(0, task.wanted - task.taken.length),
                needsVetting: task.needs_vetting,
                needsInsurance: task.needs_insurance,
                forElder: task.person_id !== null,
              },
            ],
      ),
    })
  }),

  route(takeTask, async (call) => {
    const { tx, tenantId, input, actor } = call
    const personId = await findPersonOfAccount(tx, tenantId, actor.accountId)
    if (personId === undefined) return notTied
    call.note({ subject: `person:${personId}` })
    const task = await tasks.findTask(tx, tenantId, input.taskId)
    const volunteer = task === undefined ? undefined : await register.findOnRoll(tx, tenantId, task.project_id, personId)
    return volunteer === undefined ? absent({ zh: '这个志愿班次', en: 'task' }) : takePlace(call, input.taskId, volunteer, input.serviceId)
  }),

  route(giveBack, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await ownShift(call, input.serviceId)
    if (!found.ok) return found
    if (found.value.status !== 'planned') return done
    if (found.value.checked_in_at !== null)
      return no('own.begun', { zh: '已经签到，不能再退。如有差错，请提出更正。', en: 'You have checked in: ask for a correction instead.' })
    call.note({ reason: input.reason })
    await keepVersion(tx, tenantId, input.serviceId, found.value.version, input.reason, actor.accountId)
    await setStatus(tx, tenantId, input.serviceId, 'cancelled')
    await shifts.noteShift(tx, tenantId, input.serviceId, { withdrawn_reason: input.reason })
    return yes({})
  }),

  route(checkIn, async (call) => {
    const { tx, tenantId, input, now, actor } = call
    const found = await ownShift(call, input.serviceId)
    if (!found.ok) return found
    const shift = found.value
    if (shift.status !== 'planned') return done
    if (shift.checked_in_at !== null) return no('own.checkedIn', { zh: '您已经签到了。', en: 'You have checked in already.' })
    if (shift.day === null || shift.starts_at === null) return absent(aShift)
    const from = localMinutes(new Date(`${shift.day}T${shift.starts_at}:00+08:00`))
    if (localMinutes(now) < from - early)
      return no('own.tooEarly', {
        zh: '还没到时间，开始前一小时内才能签到。',
        en: 'Too early: you can check in within the hour before it begins.',
      })
    if (localMinutes(now) > from + (shift.present ?? 0))
      return no('own.tooLate', {
        zh: '班次时间已过，不能再签到。如当天到岗了，请在下面“提出更正”，由社工补录。',
        en: 'The shift is over. If you were there, ask for a correction and a worker will enter it.',
      })
    const { day, time } = localTime(now)
    await setShiftTimes(tx, tenantId, input.serviceId, { day, startsAt: time, minutes: null, claimed: null })
    await shifts.noteShift(tx, tenantId, input.serviceId, { checked_in_at: now, checked_in_by: actor.accountId })
    return yes({})
  }),

  route(checkOut, async (call) => {
    const { tx, tenantId, input, now, actor } = call
    const found = await ownShift(call, input.serviceId)
    if (!found.ok) return found
    const shift = found.value
    if (shift.status !== 'planned') return done
    if (shift.checked_in_at === null || shift.day === null || shift.starts_at === null)
      return no('own.notIn', { zh: '请先签到。', en: 'Check in first.' })
    if (shift.checked_out_at !== null) return no('own.out', { zh: '您已经签退了。', en: 'You have checked out already.' })
    const from = localMinutes(shift.checked_in_at)
    const given = input.endedAt
    const passed = localMinutes(now) - from
    const minutes = given === undefined ? passed : (minutesOf(given) - minutesOf(shift.starts_at) + 1440) % 1440
    if (given === undefined && passed > 16 * 60)
      return no(
        'own.forgotten',
        { zh: '距签到已超过16小时，请填写实际结束的时间。', en: 'More than 16 hours have passed: say when it was over.' },
        { field: 'endedAt', sort: 'invalid' },
      )
    if (minutes < 1 || minutes > passed)
      return no(
        'own.end',
        { zh: '结束时间应在签到之后、现在之前，请核对。', en: 'The end must lie between checking in and now.' },
        { field: 'endedAt', sort: 'invalid' },
      )
    await setShiftTimes(tx, tenantId, input.serviceId, { day: shift.day, startsAt: shift.starts_at, minutes, claimed: minutes })
    await shifts.noteShift(tx, tenantId, input.serviceId, {
      checked_out_at: new Date(shift.checked_in_at.getTime() + minutes * 60_000),
      checked_out_by: actor.accountId,
      late_end: given !== undefined && passed - minutes > 30,
    })
    return yes({ minutes })
  }),

  route(askCorrection, async (call) => {
    const { tx, tenantId, input, actor } = call
    const personId = await findPersonOfAccount(tx, tenantId, actor.accountId)
    if (personId === undefined) return notTied
    call.note({ subject: `person:${personId}` })
    const roll = (await register.listOfPerson(tx, tenantId, personId)).find((one) => one.id === input.volunteerId)
    if (roll === undefined) return absent({ zh: '您的这份志愿者档案', en: 'volunteer file of yours' })
    if (input.serviceId !== null) {
      const shift = await shifts.findShift(tx, tenantId, input.serviceId)
      if (shift?.person_id !== personId) return absent(aShift)
    }
    await queries.addQuery(tx, tenantId, {
      id: input.id,
      projectId: roll.project_id,
      personId,
      serviceId: input.serviceId,
      text: input.text,
    })
    return yes({})
  }),

  route(listQueries, async (call) => {
    const { tx, tenantId, input, reach } = call
    const project = await projectFor(call, input.projectId)
    if (!project.ok) return project
    const shown = shownBy(call)
    const { rows, total } = await queries.listQueries(tx, tenantId, input, reach)
    return yes({
      total,
      rows: rows.map((row) => ({
        id: row.id,
        name: shown(row.name),
        volunteerId: row.volunteer_id,
        serviceId: row.service_id,
        service: row.service,
        day: row.day,
        text: row.text,
        askedAt: row.asked_at.toISOString(),
        accepted: row.accepted,
        answer: row.answer,
      })),
    })
  }),

  route(decideQuery, async (call) => {
    const { tx, tenantId, input, reach, actor } = call
    const found = await queries.findQuery(tx, tenantId, input.id)
    if (found === undefined) return absent({ zh: '这条更正申请', en: 'request' })
    call.note({ subject: `person:${found.person_id}`, reason: input.answer, details: { accepted: input.accepted } })
    if (!canReach(reach, { projectId: found.project_id, communityCode: found.community_code })) return outside
    if ((await findPersonOfAccount(tx, tenantId, actor.accountId)) === found.person_id)
      return no('query.own', { zh: '自己提出的更正由别人答复。', en: 'Another decides on what you asked for.' }, { sort: 'forbidden' })
    const decided = await queries.decideQuery(tx, tenantId, input.id, { ...input, by: actor.accountId })
    return decided ? yes({}) : no('query.decided', { zh: '这条申请已经答复过。', en: 'This request has been decided.' })
  }),
]
