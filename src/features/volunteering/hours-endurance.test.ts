import { sql } from 'kysely'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { addDays, daySchema, type Day } from '../../kernel/day.ts'
import { serviceIdSchema, type ServiceId } from '../../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { correctService, openService, recordService } from '../ledger/schema.ts'
import type { VolunteerId } from './register-schema.ts'
import { openTeam, type Team } from './volunteering-testing.ts'

let house: TestHouse
let team: Team
beforeAll(async () => {
  house = await openTestHouse()
  team = await openTeam(house)
  team.at('2025-03-20T10:00:00+08:00')
})
afterAll(() => house.close())

/** Numbers that look random and are the same each time. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

const firstDay = daySchema.parse('2024-10-08')
const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

async function anEvent(day: Day, minutes: number, status: 'held' | 'planned'): Promise<ServiceId> {
  const id = serviceIdSchema.parse(v7())
  const at = { projectId: team.projectId, communityCode: team.here, day: status === 'held' ? day : daySchema.parse('2025-03-21') }
  await team.manager.ask(recordService, { ...at, id, kind: 'activity', line: 'cultural', status, startsAt: '09:00', minutes })
  return id
}

/** What is wrong with the hours of the whole house: nothing, whatever was asked of it. */
async function wrongHours(): Promise<unknown[]> {
  const { rows } = await house.write((tx) =>
    sql`with confirmed as (
      select s.id, s.part_of, s.status, s.minutes as present, a.person_id, a.minutes, a.confirmed_by, p.name,
        s.day + s.starts_at::time as begins, s.day + s.starts_at::time + s.minutes * interval '1 minute' as ends
      from service s join attendance a on a.tenant_id = s.tenant_id and a.service_id = s.id and a.part = 'volunteer'
      join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
      where s.kind = 'volunteer_shift' and a.minutes is not null)
    select 'longer than present' as wrong, c.id from confirmed c where c.minutes > c.present or c.present is null
    union all select 'of a shift not held', c.id from confirmed c where c.status <> 'held'
    union all select 'of an event not held', c.id from confirmed c join service o on o.id = c.part_of where o.status <> 'held'
    union all select 'one’s own', c.id from confirmed c where c.confirmed_by = c.name
    union all select 'twice', c.id from confirmed c join confirmed d on d.person_id = c.person_id and d.id > c.id and c.begins < d.ends and d.begins < c.ends
    union all select 'more than the event took', o.id from service o join (
      select part_of, person_id, sum(minutes) as minutes from confirmed group by part_of, person_id) t on t.part_of = o.id where t.minutes > o.minutes`.execute(
      tx,
    ),
  )
  return rows
}

const shiftSchema = z.object({ id: serviceIdSchema, version: z.number(), part_of: z.uuid().nullable() })

type Scene = {
  readonly day: Day
  readonly volunteers: readonly VolunteerId[]
  readonly events: readonly ServiceId[]
  readonly own: Caller
}

/** Something that somebody does to the shifts or the events, right or wrong. */
async function act(roll: (below: number) => number, { day, volunteers, events, own }: Scene) {
  const volunteerId = volunteers[roll(volunteers.length)]
  const event = events[roll(events.length)]
  const { rows } = await house.write((tx) =>
    sql`select s.id, s.version, s.part_of from service s join volunteer_shift x on x.service_id = s.id and x.tenant_id = s.tenant_id
      where s.tenant_id = ${house.tenantId} order by s.id desc limit 6`.execute(tx),
  )
  const shifts = z.array(shiftSchema).parse(rows)
  const shift = shifts[roll(Math.max(1, shifts.length))]
  const from = 480 + roll(12) * 30
  const to = from + 30 + roll(6) * 30
  const reason = '随手一改'
  const begun = { day, startsAt: clock(from), endsAt: clock(to), reason }
  const kind = roll(10)
  if (kind < 3 || shift === undefined)
    return team.manager.post('volunteerShifts.record', {
      ...begun,
      id: v7(),
      volunteerId,
      communityCode: team.here,
      partOf: roll(3) === 0 ? null : event,
      title: '帮手',
      claimed: to - from - roll(30),
    })
  const of = { id: shift.id, version: shift.version, reason }
  if (kind < 6) {
    const by = [team.manager, team.communityWorker, own][roll(3)] ?? own
    return by.post('volunteerShifts.confirm', { ...of, minutes: 10 + roll(220), witness: 'communityWorker' })
  }
  if (kind === 6) return team.manager.post('volunteerShifts.unconfirm', of)
  if (kind === 7) return team.manager.post('volunteerShifts.setTimes', { ...of, ...begun, claimed: null })
  if (kind === 8) return team.manager.post('volunteerShifts.refuse', { ...of, status: roll(2) === 0 ? 'failed' : 'cancelled' })
  const changed = event === undefined || roll(4) === 0 ? shift.id : event
  const { version } = await team.manager.ask(openService, { id: changed })
  if (roll(3) === 0)
    return team.manager.post('activities.step', { id: changed, version, step: roll(2) === 0 ? 'cancel' : 'restore', reason })
  const change = [{ minutes: 20 + roll(200) }, { status: 'cancelled' }, { status: 'held', day }, { startsAt: clock(from) }][roll(4)]
  return team.manager.post(correctService.name, { id: changed, version, reason, ...change })
}

test('in two hundred random histories of three people at once, with corrections, cancellations and undoing, no confirmed hour is more than the time a service took', async () => {
  const { caller: own, id: first } = await team.signedIn('韩雪')
  const volunteers = [first, (await team.volunteer('赵志愿')).id, (await team.volunteer('钱志愿')).id]
  const answers = new Map<number, number>()
  for (let history = 0; history < 200; history++) {
    const roll = dice(history + 1)
    const day = addDays(firstDay, history % 150)
    const events = [await anEvent(day, 60 + roll(120), roll(4) === 0 ? 'planned' : 'held')]
    const scene = { day, volunteers, events, own }
    for (const { status } of await Promise.all([1, 2, 3].map(() => act(roll, scene)))) answers.set(status, (answers.get(status) ?? 0) + 1)
    for (const { status } of await Promise.all([1, 2, 3].map(() => act(roll, scene)))) answers.set(status, (answers.get(status) ?? 0) + 1)
    if (history % 20 === 19) expect(await wrongHours(), `after history ${history}`).toEqual([])
  }
  expect(await wrongHours()).toEqual([])
  expect(answers.get(500) ?? 0).toBe(0)
  // Histories in which nothing is ever done would prove nothing.
  expect(answers.get(200) ?? 0).toBeGreaterThan(200)
  const { rows } = await house.write((tx) =>
    sql<{ n: number }>`select count(*)::int as n from attendance where minutes is not null and part = 'volunteer'`.execute(tx),
  )
  expect(rows[0]?.n ?? 0).toBeGreaterThan(30)
})
