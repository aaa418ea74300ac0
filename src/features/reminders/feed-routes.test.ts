import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { openTeam, type Team } from '../volunteering/volunteering-testing.ts'
import { saveTask, taskIdSchema } from '../volunteering/shift-schema.ts'
import { takeTask } from '../volunteering/own-schema.ts'
import { makeFeed, showFeedAddress } from './calendar-schema.ts'

let house: TestHouse
let team: Team
const day = daySchema.parse('2024-11-27')
beforeAll(async () => {
  house = await openTestHouse()
  team = await openTeam(house)
  team.at('2024-11-26T02:00:00Z')
  const service = (title: string, kind: 'activity' | 'clinic_day', startsAt: string | null) => ({
    tenant_id: house.tenantId,
    id: v7(),
    project_id: team.projectId,
    line: 'cultural' as const,
    kind,
    status: 'planned' as const,
    title,
    community_code: team.here,
    day,
    starts_at: startsAt,
    minutes: startsAt === null ? null : 150,
    place: '旭东社区日间照料中心二楼多功能活动室（电梯右手边；请从北门进）',
  })
  await house.write((tx) =>
    tx
      .insertInto('service')
      .values([
        service('冬至饺子宴，祖孙同乐；自带围裙\n备雨具', 'activity', '22:30'),
        service('血压日', 'clinic_day', null),
        service('𠮷祥剪纸', 'activity', '09:00'),
      ])
      .execute(),
  )
})
afterAll(() => house.close())

/** What RFC 5545 asks of a calendar, as strict readers check it; returns its events as properties by name. */
function read(body: string): Map<string, string>[] {
  expect(body.endsWith('\r\n')).toBe(true)
  expect([...body.replaceAll('\r\n', '')].filter((letter) => letter < ' ' && letter !== '\t')).toEqual([])
  for (const line of body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const lines = body
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .slice(0, -1)
  for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z-]*(?:;[A-Z-]+=(?:"[^"]*"|[^:;,"]*))*:/)
  const open: string[] = []
  const events: Map<string, string>[] = []
  for (const line of lines) {
    const at = line.indexOf(':')
    const [name, value] = [line.slice(0, at), line.slice(at + 1)]
    if (name === 'BEGIN') {
      open.push(value)
      if (value === 'VEVENT') events.push(new Map())
    } else if (name === 'END') expect(open.pop()).toBe(value)
    else if (open.at(-1) === 'VEVENT') {
      const [property = ''] = name.split(';')
      expect(events.at(-1)?.has(property), `${property} once`).toBe(false)
      events.at(-1)?.set(property, value)
      const zone = /TZID=([^;]+)/.exec(name)?.[1]
      if (zone !== undefined) expect(lines).toContain(`TZID:${zone}`)
    }
  }
  expect(open).toEqual([])
  expect(lines.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0'])
  expect(lines.filter((line) => line.startsWith('PRODID:'))).toHaveLength(1)
  for (const event of events) {
    for (const must of ['UID', 'DTSTAMP', 'DTSTART', 'SUMMARY']) expect(event.get(must) ?? '', must).not.toBe('')
    expect(event.get('DTSTAMP')).toMatch(/^\d{8}T\d{6}Z$/)
    expect(event.get('DTSTART')).toMatch(/^\d{8}(T\d{6})?$/)
    const end = event.get('DTEND')
    if (end !== undefined) expect(end > (event.get('DTSTART') ?? '')).toBe(true)
    expect(event.get('STATUS')).toMatch(/^(CONFIRMED|CANCELLED)$/)
    // Commas and semicolons of a text are escaped.
    for (const text of ['SUMMARY', 'LOCATION', 'DESCRIPTION']) expect(event.get(text) ?? '').not.toMatch(/(?<!\\)[,;]/)
  }
  const ids = events.map((event) => event.get('UID'))
  expect(new Set(ids).size).toBe(ids.length)
  return events
}

async function feed(caller: Caller, about: ReturnType<typeof makeFeed.input.parse>['about']): Promise<Map<string, string>[]> {
  const { id } = await caller.ask(makeFeed, { id: v7(), about })
  const { path } = await caller.ask(showFeedAddress, { id })
  return read((await house.read(path)).body)
}

test('the calendars of a worker, of a volunteer and of a community are valid iCalendar, each with what is theirs', async () => {
  const worker = await house.signedIn([{ role: 'socialWorker', projectId: team.projectId, communityCode: team.here }])
  const { caller: volunteer } = await team.signedIn('赵志愿')
  const taskId = taskIdSchema.parse(v7())
  const file = {
    communityCode: team.here,
    partOf: null,
    title: '饺子宴，帮厨',
    content: null,
    skills: null,
    place: null,
    day,
    startsAt: '23:00',
    minutes: 90,
    wanted: 2,
    elderId: null,
    needsVetting: false,
    needsInsurance: false,
  }
  await team.manager.ask(saveTask, { id: taskId, projectId: team.projectId, version: null, file })
  await volunteer.ask(takeTask, { taskId, serviceId: v7() })
  const titles = (events: Map<string, string>[]) => events.map((event) => event.get('SUMMARY')).toSorted()
  const gatherings = ['血压日', String.raw`冬至饺子宴，祖孙同乐；自带围裙\n备雨具`, '𠮷祥剪纸'].toSorted()
  expect(titles(await feed(worker, { of: 'mine' }))).toEqual(expect.arrayContaining(gatherings))
  expect(titles(await feed(team.communityWorker, { of: 'community', projectId: team.projectId, communityCode: team.here }))).toEqual(
    gatherings,
  )
  const own = await feed(volunteer, { of: 'mine' })
  expect(titles(own)).toEqual(['饺子宴，帮厨'])
  expect([own[0]?.get('DTSTART'), own[0]?.get('DTEND')]).toEqual(['20241127T230000', '20241128T003000'])
})
