import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { addProjectTo } from '../../testing/project.ts'
import { listNotices } from '../identity/notice-schema.ts'
import { showUnreached } from '../visits/schema.ts'
import { refuseShift, saveTask, showDue, taskIdSchema, type TaskFile } from '../volunteering/shift-schema.ts'
import { takeTask } from '../volunteering/own-schema.ts'
import { openTeam, type Team } from '../volunteering/volunteering-testing.ts'
import { endFeed, listFeeds, makeFeed, showFeedAddress } from './calendar-schema.ts'
import { listDue } from './due-schema.ts'
import { dailyJob, tellDue } from './job-routes.ts'

let house: TestHouse
let team: Team
beforeAll(async () => {
  house = await openTestHouse()
  team = await openTeam(house)
  team.at('2024-11-26T02:00:00Z')
})
afterAll(() => house.close())

const today = daySchema.parse('2024-11-26')

async function offer(title: string, more: Partial<TaskFile> = {}): Promise<string> {
  const id = taskIdSchema.parse(v7())
  const file: TaskFile = {
    communityCode: team.here,
    partOf: null,
    title,
    content: null,
    skills: null,
    place: '旭东社区活动室',
    day: today,
    startsAt: '23:00',
    minutes: 30,
    wanted: 3,
    elderId: null,
    needsVetting: false,
    needsInsurance: false,
    ...more,
  }
  await team.manager.ask(saveTask, { id, projectId: team.projectId, version: null, file })
  return id
}

async function feedOf(caller: Caller): Promise<{ id: string; path: string }> {
  const { id } = await caller.ask(makeFeed, { id: v7(), about: { of: 'mine' } })
  return { id, path: (await caller.ask(showFeedAddress, { id })).path }
}
const plainOf = (body: string) => body.replaceAll('\r\n ', '')

test('a volunteer’s phone shows the shift that they took, without the elder’s full name, and follows when it is cancelled', async () => {
  const elderId = await team.elder('王秀云')
  const { caller } = await team.signedIn('赵志愿', { vettedOn: today, vettedUntil: daySchema.parse('2025-12-31'), vettedBy: '派出所' })
  const taskId = await offer('陪王秀云散步', { elderId, place: '旭东小区5号楼2单元' })
  const serviceId = v7()
  await caller.ask(takeTask, { taskId, serviceId })
  const { path } = await feedOf(caller)
  const first = await house.read(path)
  const text = plainOf(first.body)
  expect(first.headers['content-type']).toContain('text/calendar')
  expect(text).toContain(`UID:service-${serviceId}@test.nuanyang`)
  expect(text).toContain('SUMMARY:陪王**散步')
  expect(text).toContain(`DTSTART;TZID=Asia/Shanghai:${today.replaceAll('-', '')}T230000`)
  expect(text).not.toContain('王秀云')
  expect(text).not.toContain('5号楼')
  expect(await house.read(path, { 'if-none-match': String(first.headers['etag']) })).toMatchObject({ status: 304, body: '' })
  await team.manager.ask(refuseShift, { id: serviceId, version: 1, status: 'cancelled', reason: '下雨改期' })
  const after = plainOf((await house.read(path, { 'if-none-match': String(first.headers['etag']) })).body)
  expect(after).toContain('STATUS:CANCELLED')
  expect(Number(/SEQUENCE:(\d+)/.exec(after)?.[1])).toBeGreaterThan(Number(/SEQUENCE:(\d+)/.exec(text)?.[1]))
  expect((await caller.ask(listFeeds, {})).feeds[0]?.fetchedAt).not.toBeNull()
})

test('an address ends when it is replaced, when it is ended, when the account is closed, and it is nobody else’s', async () => {
  const { caller } = await team.signedIn('钱志愿')
  const { caller: other } = await team.signedIn('孙志愿')
  const old = await feedOf(caller)
  const next = await feedOf(caller)
  expect([(await house.read(old.path)).status, (await house.read(next.path)).status]).toEqual([404, 200])
  expect((await other.refused(showFeedAddress, { id: next.id })).code).toBe('record.absent')
  expect((await other.refused(endFeed, { id: next.id })).code).toBe('record.absent')
  await house.addTenant('neighbours')
  expect((await house.read(next.path.replace('/test/', '/neighbours/'))).status).toBe(404)
  expect((await house.read(next.path.replace(/.\.ics$/, '_.ics'))).status).toBe(404)
  await caller.ask(endFeed, { id: next.id })
  expect((await house.read(next.path)).status).toBe(404)
  const last = await feedOf(caller)
  await house.write((tx) => tx.updateTable('account').set({ state: 'disabled' }).where('id', '=', caller.accountId).execute())
  expect((await house.read(last.path)).status).toBe(404)
})

test('the secret of an address stands in no log, no trail, no answer that is kept, and not in the database', async () => {
  const { caller } = await team.signedIn('李志愿')
  const { path } = await feedOf(caller)
  await house.read(path)
  const token = /([\w-]+)\.ics$/.exec(path)?.[1] ?? ''
  expect(token.length).toBeGreaterThan(40)
  expect(house.logged.join('')).not.toContain(token)
  const kept = await house.write(async (tx) => [
    await tx.selectFrom('trail').select(['subject', 'details']).execute(),
    await tx.selectFrom('operation').select('answer').execute(),
    await tx.selectFrom('calendar_feed').selectAll().execute(),
  ])
  expect(JSON.stringify(kept)).not.toContain(token)
})

test('a community’s calendar has what gathers people there; whoever does not see the community gets none', async () => {
  const about = { of: 'community', projectId: team.projectId, communityCode: team.here } as const
  const { id } = await team.communityWorker.ask(makeFeed, { id: v7(), about })
  const { path } = await team.communityWorker.ask(showFeedAddress, { id })
  await addPlanned('重阳节饺子宴', 'activity')
  const text = plainOf((await house.read(path)).body)
  expect(text).toContain('SUMMARY:重阳节饺子宴')
  expect(text).toContain('X-WR-CALNAME:暖阳 · 旭东社区')
  expect(text).not.toContain('散步')
  expect((await team.communityWorker.refused(makeFeed, { id: v7(), about: { ...about, communityCode: team.there } })).code).toBe(
    'calendar.outside',
  )
  const { caller } = await team.signedIn('周志愿')
  expect((await caller.refused(makeFeed, { id: v7(), about })).code).toBe('calendar.outside')
})

const addPlanned = (title: string, kind: 'activity' | 'home_visit', on = today) =>
  house.write((tx) =>
    tx
      .insertInto('service')
      .values({
        tenant_id: house.tenantId,
        id: v7(),
        project_id: team.projectId,
        line: 'cultural',
        kind,
        status: 'planned',
        title,
        community_code: team.here,
        day: on,
        starts_at: '10:00',
      })
      .execute(),
  )

test('what is due is what each list says, as far as each role sees it', async () => {
  const { projectId } = team
  const due = await team.manager.ask(listDue, { projectId, show: 'today' })
  const countOf = (source: string, of = due) => of.groups.find((group) => group.source === source)?.counts
  expect(countOf('planned')).toMatchObject({ today: 1 })
  const overdue = await team.manager.ask(listDue, { projectId, show: 'overdue' })
  const visits = await team.manager.ask(showUnreached, { projectId })
  expect(countOf('visit', overdue)?.overdue ?? 0).toBe(visits.counts.overdue)
  const hours = await team.manager.ask(showDue, { projectId })
  expect(countOf('hours', overdue)?.overdue ?? 0).toBe(hours.late)
  const community = await team.communityWorker.ask(listDue, { projectId, show: 'today' })
  expect(community.groups.map(({ source }) => source)).not.toContain('need')
  expect(community.groups.map(({ source }) => source)).toContain('planned')
})

test('a day’s duties are told once, to those who work there, and are done for them once they are seen to', async () => {
  const projectId = await addProjectTo(house, [team.here, team.there])
  const worker = await house.signedIn([{ role: 'socialWorker', projectId, communityCode: team.here }])
  const neighbour = await house.signedIn([{ role: 'socialWorker', projectId, communityCode: team.there }])
  const id = v7()
  await house.write((tx) =>
    tx
      .insertInto('service')
      .values({
        tenant_id: house.tenantId,
        id,
        project_id: projectId,
        line: 'cultural',
        kind: 'activity',
        status: 'planned',
        title: '饺子宴',
        community_code: team.here,
        day: today,
      })
      .execute(),
  )
  const tell = () => house.write((tx) => tellDue(tx, house.tenantId, house.services.sealer, new Date(`${today}T02:00:00Z`)))
  await tell()
  await tell()
  const { rows } = await worker.ask(listNotices, {})
  expect(rows.map(({ subject, words, given, dueOn }) => ({ subject, words: words.zh, what: given['what'], dueOn }))).toEqual([
    { subject: `/events/${id}`, words: '今天有：{what}', what: '饺子宴', dueOn: today },
  ])
  expect((await neighbour.ask(listNotices, {})).total).toBe(0)
  await house.write((tx) => tx.updateTable('service').set({ status: 'held' }).where('id', '=', id).execute())
  await tell()
  expect((await worker.ask(listNotices, {})).total).toBe(0)
})

test('two servers that wake at once tell a day once', async () => {
  const call = {
    ...house.services,
    outgoing: { hosts: [] },
    clock: () => new Date(`${today}T02:00:00Z`),
    stopping: new AbortController().signal,
  }
  await Promise.all([dailyJob.run(call, []), dailyJob.run(call, [])])
  const days = await house.write((tx) => tx.selectFrom('reminder_day').select('day').where('tenant_id', '=', house.tenantId).execute())
  expect(days).toEqual([{ day: today }])
})

test('calendars of somebody without a role are not made', async () => {
  const partner = await house.signedIn([{ role: 'systemAdmin' }])
  expect((await partner.refused(makeFeed, { id: v7(), about: { of: 'mine' } })).code).toBe('permission.absent')
})
