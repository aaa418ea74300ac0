import { addDays, asOf } from '../../kernel/day.ts'
import { canReach } from '../../kernel/reach.ts'
import { absent, changedMeanwhile, no, yes } from '../../kernel/verdict.ts'
import { route } from '../../server/route.ts'
import { setStatus } from '../ledger/hours-store.ts'
import { checkAttendees, checkService } from '../ledger/service-rules.ts'
import { findService } from '../ledger/store.ts'
import { workdaysFor } from '../ledger/workday-routes.ts'
import { findRecordingFacts, keepVersion } from '../ledger/write-store.ts'
import { findShift } from './shift-store.ts'
import { outside, projectFor, shownBy, taskFor, volunteerFor } from './reach-routes.ts'
import { lateUpTo } from './shift-row-routes.ts'
import { assignTask, endTask, listTasks, saveTask, showDue } from './shift-schema.ts'
import { countWaiting } from './shift-store.ts'
import { countVettingSoon } from './due-store.ts'
import { listQueries } from './query-store.ts'
import { takePlace } from './take-routes.ts'
import * as store from './task-store.ts'

export const taskRoutes = [
  route(listTasks, async (call) => {
    const { tx, tenantId, input, reach } = call
    const project = await projectFor(call, input.projectId)
    if (!project.ok) return project
    const { rows, total } = await store.listTasks(tx, tenantId, input, reach)
    const shown = shownBy(call)
    return yes({
      total,
      rows: rows.map((row) => ({
        id: row.id,
        version: row.version,
        state: row.state,
        cancelReason: row.cancel_reason,
        communityName: row.community_name,
        about: row.about === null ? null : { id: row.about.id, kind: row.about.kind, title: row.about.title },
        elderName: row.elder_name === null ? null : shown(row.elder_name),
        file: store.toTaskFile(row),
        taken: row.taken.map(({ serviceId, name, status }) => ({ serviceId, name: shown(name), status })),
      })),
    })
  }),

  route(saveTask, async (call) => {
    const { tx, tenantId, input, reach, today, actor } = call
    const project = await projectFor(call, input.projectId)
    if (!project.ok) return project
    call.note({ subject: `task:${input.id}` })
    const { file } = input
    if (!canReach(reach, { projectId: input.projectId, communityCode: file.communityCode })) return outside
    const before = await store.findTask(tx, tenantId, input.id)
    if (before !== undefined && before.project_id !== input.projectId) return absent({ zh: '这个志愿班次', en: 'task' })
    if (before !== undefined && !canReach(reach, { projectId: before.project_id, communityCode: before.community_code })) return outside
    if (file.partOf !== null) {
      const partOf = await findService(tx, tenantId, file.partOf, reach)
      if (partOf === undefined || partOf.row.project_id !== input.projectId) return absent({ zh: '所属的服务', en: 'service' })
    }
    const ids = file.elderId === null ? [] : [file.elderId]
    const facts = await findRecordingFacts(tx, tenantId, { projectId: input.projectId, communityCode: file.communityCode, ids, reach })
    if (facts === undefined) return absent({ zh: '这个项目', en: 'project' })
    const may = checkService({ day: file.day, status: 'planned', startsAt: file.startsAt, minutes: file.minutes }, facts.project, today)
    if (!may.ok) return may
    const elder = checkAttendees(
      ids.map((personId) => ({ personId, part: 'beneficiary' })),
      facts.attendees,
      file.day,
    )
    if (!elder.ok) return { ...elder, field: 'elderId' }
    if (before !== undefined && file.wanted < before.taken.length)
      return no(
        'task.wantedLess',
        { zh: '已有人报名，名额不能少于已报名人数。', en: 'More have taken it already than would be wanted.' },
        { field: 'wanted', sort: 'invalid' },
      )
    if (input.version === null) await store.addTask(tx, tenantId, input.projectId, input.id, file, actor.accountId)
    else if (!(await store.changeTask(tx, tenantId, input.id, input.version, file))) return changedMeanwhile
    return yes({ version: (input.version ?? 0) + 1 })
  }),

  route(endTask, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await taskFor(call, input.id)
    if (!found.ok) return found
    call.note({ reason: input.reason, details: { state: input.state } })
    if (!(await store.setTaskState(tx, tenantId, input.id, input.version, input.state, input.reason))) return changedMeanwhile
    if (input.state === 'cancelled')
      for (const { serviceId, status } of found.value.taken) {
        const shift = status === 'planned' ? await findShift(tx, tenantId, serviceId) : undefined
        // Whoever has begun keeps what they did: a worker decides on each of those.
        if (shift === undefined || shift.checked_in_at !== null) continue
        await keepVersion(tx, tenantId, serviceId, shift.version, input.reason, actor.accountId)
        await setStatus(tx, tenantId, serviceId, 'cancelled')
      }
    return yes({ version: input.version + 1 })
  }),

  route(assignTask, async (call) => {
    const { input } = call
    const task = await taskFor(call, input.id)
    if (!task.ok) return task
    const volunteer = await volunteerFor(call, input.volunteerId)
    return volunteer.ok ? takePlace(call, input.id, volunteer.value, input.serviceId) : volunteer
  }),

  route(showDue, async (call) => {
    const { tx, tenantId, input, reach, today } = call
    const project = await projectFor(call, input.projectId)
    if (!project.ok) return project
    const until = asOf(today, project.value.endsOn)
    const isWorkday = await workdaysFor(call)
    const days = { late: lateUpTo(until, isWorkday), soon: lateUpTo(addDays(until, 5), isWorkday) }
    const waiting = await countWaiting(tx, tenantId, input.projectId, reach, today, days)
    const { total: queries } = await listQueries(tx, tenantId, { projectId: input.projectId, onlyOpen: true, offset: 0, limit: 1 }, reach)
    const vettingSoon = await countVettingSoon(tx, tenantId, input.projectId, reach, until)
    return yes({ asOf: until, ...waiting, queries, vettingSoon })
  }),
]
