import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { v7 } from 'uuid'
import { daySchema } from '../../kernel/day.ts'
import { serviceIdSchema, type ServiceId } from '../../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { recordService } from '../ledger/schema.ts'
import { findWhetherVetted } from './family-store.ts'
import { askCorrection, checkIn, checkOut, decideQuery, giveBack, listQueries, showOwn, takeTask } from './own-schema.ts'
import {
  addVolunteer,
  changeVolunteer,
  closeAccount,
  familyIdSchema,
  listFamilies,
  listVolunteers,
  openAccount,
  openVolunteer,
  saveFamily,
  volunteerIdSchema,
} from './register-schema.ts'
import {
  assignTask,
  confirmHours,
  endTask,
  listShifts,
  recordShift,
  refuseShift,
  saveTask,
  setTimes,
  showDue,
  taskIdSchema,
  unconfirmHours,
  type TaskFile,
} from './shift-schema.ts'
import { blankFile, openTeam, type Team } from './volunteering-testing.ts'

let house: TestHouse
let team: Team
beforeAll(async () => {
  house = await openTestHouse()
  team = await openTeam(house)
})
afterAll(() => house.close())

const newService = () => serviceIdSchema.parse(v7())
const march = daySchema.parse('2025-03-06')

/** A task that the manager offers, and its id. */
async function offered(more: Partial<TaskFile> = {}) {
  const id = taskIdSchema.parse(v7())
  const file = {
    communityCode: team.here,
    partOf: null,
    title: '陪老人就医',
    content: null,
    skills: null,
    place: '社区服务站',
    day: march,
    startsAt: '14:00',
    minutes: 120,
    wanted: 1,
    elderId: null,
    needsVetting: false,
    needsInsurance: false,
    ...more,
  }
  await team.manager.ask(saveTask, { id, projectId: team.projectId, version: null, file })
  return id
}

const shiftOf = async (id: ServiceId, by: Caller = team.manager) => {
  const { rows } = await by.ask(listShifts, { projectId: team.projectId, limit: 200 })
  const found = rows.find((row) => row.id === id)
  if (found === undefined) throw new Error('No such shift.')
  return found
}

describe('a shift', () => {
  test('is taken by a volunteer, begun and ended on their page, and its hours exist once somebody else has confirmed them', async () => {
    team.at('2025-03-05T10:00:00+08:00')
    const { caller, id: volunteerId } = await team.signedIn('韩雪')
    const elderId = await team.elder('王秀云')
    await house.write(async (tx) => {
      await tx
        .updateTable('person')
        .set({ address: '旭东小区3号楼', phone: '13800001709' })
        .where('tenant_id', '=', house.tenantId)
        .where('id', '=', elderId)
        .execute()
    })
    const task = await offered({ elderId })
    const before = await caller.ask(showOwn, {})
    expect(before.tasks).toMatchObject([{ id: task, left: 1, forElder: true, place: null }])
    expect(JSON.stringify(before)).not.toContain('王秀云')
    const serviceId = newService()
    expect(await caller.refused(takeTask, { taskId: task, serviceId })).toMatchObject({ code: 'task.vetting' })
    const file = await team.manager.ask(openVolunteer, { id: volunteerId })
    await team.manager.ask(changeVolunteer, {
      id: volunteerId,
      version: file.version,
      file: { ...file.file, vettedOn: march, vettedUntil: daySchema.parse('2026-03-06') },
    })
    await caller.ask(takeTask, { taskId: task, serviceId })
    expect((await caller.ask(showOwn, {})).shifts).toMatchObject([
      { elder: { name: '王秀云', address: '旭东小区3号楼', phone: '13800001709' } },
    ])
    expect(await caller.refused(checkIn, { serviceId })).toMatchObject({ code: 'own.tooEarly' })
    team.at('2025-03-06T13:55:00+08:00')
    await caller.ask(checkIn, { serviceId })
    expect(await caller.refused(giveBack, { serviceId, reason: '有事' })).toMatchObject({ code: 'own.begun' })
    team.at('2025-03-06T16:05:00+08:00')
    expect(await caller.ask(checkOut, { serviceId })).toEqual({ minutes: 130 })
    const own = await caller.ask(showOwn, {})
    expect(own.files[0]?.hours).toEqual({ confirmed: 0, unconfirmed: 130, shifts: 0 })
    expect(JSON.stringify(own), 'who it was done for is told no longer').not.toContain('王秀云')

    const waiting = await shiftOf(serviceId, team.communityWorker)
    expect(waiting).toMatchObject({ state: 'toConfirm', most: 130, startsAt: '13:55', flags: [] })
    const confirm = { id: serviceId, version: waiting.version, minutes: 130, witness: 'communityWorker' } as const
    expect(await team.communityWorker.refused(confirmHours, { ...confirm, minutes: 131 })).toMatchObject({
      code: 'hours.tooMuch',
      errors: [{ field: 'minutes' }],
    })
    expect(await team.communityWorker.refused(confirmHours, { ...confirm, witness: 'elder', witnessName: '韩雪' })).toMatchObject({
      code: 'hours.ownName',
    })
    await team.communityWorker.ask(confirmHours, { ...confirm, rating: 5 })
    expect((await caller.ask(showOwn, {})).files[0]?.hours).toEqual({ confirmed: 130, unconfirmed: 0, shifts: 1 })

    const confirmed = await shiftOf(serviceId)
    expect(
      await team.manager.refused(setTimes, {
        id: serviceId,
        version: confirmed.version,
        day: march,
        startsAt: '13:00',
        endsAt: '16:00',
        claimed: null,
        reason: '写错',
      }),
    ).toMatchObject({ code: 'shift.confirmed' })
    await team.communityWorker.ask(unconfirmHours, { id: serviceId, version: confirmed.version, reason: '老人说提前走了' })
    expect((await caller.ask(showOwn, {})).files[0]?.hours).toEqual({ confirmed: 0, unconfirmed: 130, shifts: 1 })
  })

  test('is not confirmed by an account tied to the volunteer, nor by one of the same volunteer family', async () => {
    team.at('2025-03-05T10:00:00+08:00')
    const { caller: worker, id, personId } = await team.signedIn('周社工', { familyNumber: 'F9' })
    const both = await house.signedIn([{ role: 'socialWorker', projectId: team.projectId, communityCode: team.here }])
    const kin = await team.volunteer('周小宝', { familyNumber: 'F9' })
    await house.write(async (tx) => {
      await tx
        .updateTable('account')
        .set({ person_id: null })
        .where('tenant_id', '=', house.tenantId)
        .where('id', '=', worker.accountId)
        .execute()
      await tx
        .updateTable('account')
        .set({ person_id: personId })
        .where('tenant_id', '=', house.tenantId)
        .where('id', '=', both.accountId)
        .execute()
    })
    const record = async (volunteerId: typeof id) => {
      const shift = newService()
      await team.manager.ask(recordShift, {
        id: shift,
        volunteerId,
        communityCode: team.here,
        title: '慰问',
        day: daySchema.parse('2025-02-03'),
        startsAt: '09:00',
        endsAt: '11:00',
        claimed: 120,
        reason: '当天没有网络',
      })
      return shift
    }
    const confirm = (shift: ServiceId) => ({ id: shift, version: 1, minutes: 60, witness: 'socialWorker', reason: '照片为证' }) as const
    expect(await both.refused(confirmHours, confirm(await record(id)))).toMatchObject({
      status: 403,
      code: 'hours.own',
      detail: expect.stringContaining('自己'),
    })
    const ofKin = await record(kin.id)
    expect(await both.refused(confirmHours, confirm(ofKin))).toMatchObject({ code: 'hours.family' })
    expect(
      await team.communityWorker.refused(confirmHours, { ...confirm(ofKin), reason: null }),
      'entered afterwards: a reason is asked for',
    ).toMatchObject({ code: 'hours.reason' })
    await team.communityWorker.ask(confirmHours, confirm(ofKin))
  })

  test('has one last place, which one of eight who ask at once gets', async () => {
    team.at('2025-03-05T10:00:00+08:00')
    const task = await offered({ wanted: 3, startsAt: '08:00', title: '发放物资' })
    const volunteers = await Promise.all(Array.from({ length: 8 }, (_, n) => team.signedIn(`志愿者${n}`)))
    const answers = await Promise.all(volunteers.map(({ caller }) => caller.post(takeTask.name, { taskId: task, serviceId: newService() })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3)
    expect(answers.filter(({ status, body }) => status === 409 && body.includes('task.full'))).toHaveLength(5)
  })

  test('of a night is counted over midnight; a forgotten end is given afterwards and says so', async () => {
    team.at('2025-03-08T20:00:00+08:00')
    const { caller } = await team.signedIn('夜班志愿者')
    const task = await offered({ day: daySchema.parse('2025-03-08'), startsAt: '22:00', minutes: 480 })
    const serviceId = newService()
    await caller.ask(takeTask, { taskId: task, serviceId })
    team.at('2025-03-08T22:00:00+08:00')
    await caller.ask(checkIn, { serviceId })
    team.at('2025-03-09T17:00:00+08:00')
    expect(await caller.refused(checkOut, { serviceId })).toMatchObject({ code: 'own.forgotten', errors: [{ field: 'endedAt' }] })
    expect(await caller.refused(checkOut, { serviceId, endedAt: '18:00' })).toMatchObject({ code: 'own.end' })
    expect(await caller.ask(checkOut, { serviceId, endedAt: '06:00' })).toEqual({ minutes: 480 })
    expect(await shiftOf(serviceId)).toMatchObject({ day: '2025-03-08', startsAt: '22:00', present: 480, flags: ['night', 'lateEnd'] })
  })

  test('belongs to an activity: no hours before it was held, and no more than it took', async () => {
    team.at('2025-03-10T18:00:00+08:00')
    const activity = newService()
    const day = daySchema.parse('2025-03-10')
    const record = {
      id: activity,
      projectId: team.projectId,
      kind: 'activity',
      line: 'cultural',
      communityCode: team.here,
      day,
      startsAt: '09:00',
    } as const
    await team.manager.ask(recordService, { ...record, status: 'held', minutes: 90 })
    const { id: volunteerId } = await team.volunteer('活动志愿者')
    const shift = newService()
    await team.manager.ask(recordShift, {
      id: shift,
      volunteerId,
      communityCode: team.here,
      partOf: activity,
      title: '活动帮手',
      day,
      startsAt: '08:30',
      endsAt: '11:00',
      claimed: 150,
      reason: '纸质签到',
    })
    const shown = await shiftOf(shift)
    expect(shown).toMatchObject({ about: { id: activity }, most: 90, flags: ['moreThanService', 'backEntry'] })
    await team.communityWorker.ask(confirmHours, {
      id: shift,
      version: shown.version,
      minutes: 90,
      witness: 'communityWorker',
      reason: '按活动时长',
    })
    expect(await shiftOf(shift)).toMatchObject({ state: 'confirmed', confirmed: 90, claimed: 150 })
  })

  test('is not for the elder themselves; an elder who volunteers is served by nothing they do', async () => {
    team.at('2025-03-05T10:00:00+08:00')
    const elderId = await team.elder('李桂兰')
    const id = volunteerIdSchema.parse(v7())
    await team.manager.ask(addVolunteer, {
      id,
      projectId: team.projectId,
      personId: elderId,
      file: { ...blankFile, vettedUntil: daySchema.parse('2026-01-01') },
    })
    const task = await offered({ elderId, day: daySchema.parse('2025-03-11') })
    expect(await team.manager.refused(assignTask, { id: task, serviceId: newService(), volunteerId: id })).toMatchObject({
      code: 'task.oneself',
    })
    const other = await offered({ day: daySchema.parse('2025-03-12') })
    const serviceId = newService()
    await team.manager.ask(assignTask, { id: other, serviceId, volunteerId: id })
    const attended = await house.write((tx) =>
      tx
        .selectFrom('attendance')
        .select(['part', 'person_id'])
        .where('tenant_id', '=', house.tenantId)
        .where('service_id', '=', serviceId)
        .execute(),
    )
    expect(attended).toEqual([{ part: 'volunteer', person_id: elderId }])
    await team.manager.ask(endTask, { id: other, version: 1, state: 'cancelled', reason: '改期' })
    expect(await shiftOf(serviceId)).toMatchObject({ state: 'notDone', status: 'cancelled' })
  })

  test('that nobody confirmed within ten working days is late, as of the project’s last day', async () => {
    team.at('2026-11-25T10:00:00+08:00')
    const due = await team.manager.ask(showDue, { projectId: team.projectId })
    expect(due).toMatchObject({ asOf: '2025-05-01' })
    expect(due.late).toBeGreaterThan(0)
    const { rows } = await team.manager.ask(listShifts, { projectId: team.projectId, onlyLate: true })
    expect(rows).toHaveLength(due.late)
    expect(rows.every((row) => row.isLate && row.state === 'toConfirm')).toBe(true)
    const [late] = rows
    if (late === undefined) throw new Error('Nothing is late.')
    await team.manager.ask(refuseShift, { id: late.id, version: late.version, status: 'failed', reason: '当天没有来' })
    expect((await team.manager.ask(showDue, { projectId: team.projectId })).late).toBe(due.late - 1)
  })
})

describe('the roll', () => {
  test('has a volunteer once, what their file lacks, and their own sign-in, by which they see only their own page', async () => {
    team.at('2025-03-05T10:00:00+08:00')
    const { id } = await team.volunteer('陈新', { number: 'ZY001', skills: '理发' })
    const { rows } = await team.manager.ask(listVolunteers, { projectId: team.projectId, search: '理发' })
    expect(rows).toMatchObject([{ id, name: '陈新', lacks: ['notVetted', 'notInsured', 'noAgreement'], hasAccount: false }])
    const file = await team.manager.ask(openVolunteer, { id })
    expect(
      await team.manager.refused(addVolunteer, {
        id: volunteerIdSchema.parse(v7()),
        projectId: team.projectId,
        personId: file.personId,
        file: blankFile,
      }),
    ).toMatchObject({ code: 'volunteers.onRoll' })
    await team.manager.ask(openAccount, { volunteerId: id, name: 'chen.xin', password: 'the first password' })
    expect((await team.manager.ask(openVolunteer, { id })).account).toEqual({ name: 'chen.xin', displayName: '陈新' })
    const granted = await house.write((tx) =>
      tx
        .selectFrom('role_grant')
        .innerJoin('account', 'account.id', 'role_grant.account_id')
        .select(['role', 'project_id'])
        .where('account.name', '=', 'chen.xin')
        .execute(),
    )
    expect(granted).toEqual([{ role: 'volunteer', project_id: team.projectId }])
    await team.manager.ask(closeAccount, { volunteerId: id, reason: '不再参加' })
    expect((await team.manager.ask(openVolunteer, { id })).account).toBeNull()
    const own = await team.signedIn('只看自己的人')
    for (const { name } of [listVolunteers, listShifts, listQueries])
      expect((await own.caller.post(name, { projectId: team.projectId })).status).toBe(403)
  })

  test('keeps families as units, vetted or not, and others can ask', async () => {
    team.at('2025-03-05T10:00:00+08:00')
    const [father, child] = [await team.volunteer('吴爸爸'), await team.volunteer('吴小朋友')]
    const id = familyIdSchema.parse(v7())
    const file = {
      number: 'JT01',
      name: '吴家',
      contactName: '吴爸爸',
      contactPhone: '13800005555',
      communityCode: team.here,
      size: 3,
      joinedOn: march,
      vettedOn: march,
      vettedUntil: daySchema.parse('2026-03-05'),
      vettedBy: '社区',
      endedOn: null,
      endReason: null,
      note: null,
    }
    const input = { id, projectId: team.projectId, version: null, file, members: [father.id, child.id] }
    await team.manager.ask(saveFamily, input)
    expect((await team.manager.ask(listFamilies, { projectId: team.projectId, search: 'JT01' })).rows).toMatchObject([
      { isVetted: true, members: [{ name: '吴爸爸' }, { name: '吴小朋友' }] },
    ])
    const vetted = (day: string) => house.write((tx) => findWhetherVetted(tx, house.tenantId, id, daySchema.parse(day)))
    expect([await vetted('2026-03-05'), await vetted('2026-03-06')]).toEqual([true, false])
    await team.manager.ask(saveFamily, { ...input, version: 1, file: { ...file, number: 'JT02' }, members: [father.id] })
    expect(
      (await team.manager.ask(listFamilies, { projectId: team.projectId, search: 'JT0' })).rows.map((row) => [
        row.file.number,
        row.members.length,
      ]),
    ).toEqual([['JT02', 1]])
    expect((await team.manager.ask(openVolunteer, { id: child.id })).familyNumber).toBeNull()
  })

  test('is corrected when a volunteer asks for it and a worker agrees', async () => {
    const { caller, id } = await team.signedIn('何提问')
    const query = v7()
    await caller.ask(askCorrection, { id: query, volunteerId: id, serviceId: null, text: '三月六日的服务没有记上' })
    const { rows } = await team.manager.ask(listQueries, { projectId: team.projectId, onlyOpen: true })
    expect(rows).toMatchObject([{ name: '何提问', text: '三月六日的服务没有记上', accepted: null }])
    await team.manager.ask(decideQuery, { id: query, accepted: true, answer: '已补录' })
    expect(await team.manager.refused(decideQuery, { id: query, accepted: false, answer: '再答' })).toMatchObject({ code: 'query.decided' })
    expect((await caller.ask(showOwn, {})).files[0]?.queries).toMatchObject([{ accepted: true, answer: '已补录' }])
  })
})
