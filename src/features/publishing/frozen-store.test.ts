import { sql } from 'kysely'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ProjectId } from '../../kernel/ids.ts'
import type { Tx } from '../../server/db.ts'
import {
  addPersons,
  addServices,
  register,
  testAttendance,
  testPerson,
  testService,
  type TestPerson,
  type TestService,
} from '../../testing/ledger.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { addProjectTo, community } from '../../testing/project.ts'
import { addMerge, endMerge } from '../merging/store.ts'
import { frozenSetIdSchema } from './figure-record-schema.ts'
import { freezeFigures, listFrozenFigures, openFrozen, verifyFrozen } from './frozen-schema.ts'

/** The same sequence at every run. */
function randomOf(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 0x1_0000_0000) * below)
  }
}

const random = randomOf(20_250_501)
const places = [community('旭东社区'), community('永华社区')] as const
const kinds = ['activity', 'case_session', 'home_visit', 'clinic_day', 'volunteer_shift'] as const
const pick = <T>(list: readonly [T, ...T[]]): T => list[random(list.length)] ?? list[0]
const dayOf = (n: number) => `2024-${n < 4 ? '09' : '10'}-${String(1 + (n % 28)).padStart(2, '0')}`

let house: TestHouse
let manager: Caller
let projectId: ProjectId
let persons: TestPerson[]
let services: TestService[]

beforeAll(async () => {
  house = await openTestHouse()
  projectId = await addProjectTo(house, places)
  persons = Array.from({ length: 60 }, (_, i) => testPerson(`老人${i}`, { communityCode: pick(places) }))
  services = Array.from({ length: 200 }, () => {
    const who = new Set(Array.from({ length: 6 }, () => random(persons.length)))
    return testService(pick(kinds), dayOf(random(40)), {
      communityCode: pick(places),
      minutes: random(200),
      attended: [...who].map((i) => testAttendance(persons[i] ?? null, { minutes: random(200) })),
    })
  })
  await house.write(async (tx) => {
    await addPersons(tx, house.tenantId, persons)
    await register(tx, house.tenantId, projectId, 'elder', persons)
    await addServices(tx, house.tenantId, projectId, services)
  })
  manager = await house.signedIn([{ role: 'manager', projectId }])
})
afterAll(() => house.close())

/** The frozen tables, to the last byte. */
const frozenBytes = () =>
  house.write(async (tx) => {
    const read = async (table: string) =>
      (await sql<{ row: string }>`select t::text as row from ${sql.table(table)} t order by 1`.execute(tx)).rows.map(({ row }) => row)
    return { figures: await read('frozen_figure'), sets: await read('frozen_set'), members: await read('frozen_members') }
  })

const perStatement = 20
const many = <T>(make: () => T): T[] => Array.from({ length: perStatement }, make)

/** Sets a column of so many random records, each to a value of its own. */
async function change(tx: Tx, table: string, column: string, type: string, ids: readonly string[], value: () => unknown): Promise<number> {
  const chosen = new Map(many(() => [ids[random(ids.length)], value()]))
  await sql`update ${sql.table(table)} r set ${sql.ref(column)} = c.value
    from unnest(${[...chosen.keys()]}::uuid[], ${[...chosen.values()].map(String)}::text[]) t (id, text)
    cross join lateral (select t.text::${sql.raw(type)} as value) c where r.tenant_id = ${house.tenantId} and r.id = t.id`.execute(tx)
  return chosen.size
}

/** Changes of records, of the kinds that corrections, imports and hands at the database make. */
async function changeRecords(tx: Tx): Promise<number> {
  const people = persons.map(({ id }) => id)
  const serviceIds = services.map(({ id }) => id)
  const attendances = services.flatMap(({ attended }) => attended.map(({ id }) => id))
  const status = () => pick(['held', 'cancelled', 'planned', 'failed'])
  let done = 0
  done += await change(tx, 'service', 'status', 'text', serviceIds, status)
  done += await change(tx, 'service', 'day', 'date', serviceIds, () => dayOf(random(40)))
  done += await change(tx, 'service', 'community_code', 'text', serviceIds, () => pick(places))
  done += await change(tx, 'service', 'repeats', 'boolean', serviceIds, () => random(4) === 0)
  done += await change(tx, 'attendance', 'minutes', 'int', attendances, () => random(300))
  done += await change(tx, 'attendance', 'repeats', 'boolean', attendances, () => 'true')
  done += await change(tx, 'person', 'community_code', 'text', people, () => pick(places))
  done += await change(tx, 'person', 'name', 'text', people, () => `改名${random(1000)}`)
  await sql`delete from attendance where tenant_id = ${house.tenantId} and id = any(${many(() => attendances[random(attendances.length)])}::uuid[])`.execute(
    tx,
  )
  await addServices(
    tx,
    house.tenantId,
    projectId,
    many(() =>
      testService(pick(kinds), dayOf(random(40)), { communityCode: pick(places), attended: [testAttendance(persons[random(60)] ?? null)] }),
    ),
  )
  return done + 2 * perStatement
}

async function mergeSome(tx: Tx): Promise<void> {
  const [kept, merged] = [persons[random(30)], persons[30 + random(30)]]
  if (kept === undefined || merged === undefined) return
  const id = v7()
  await addMerge(tx, house.tenantId, { id, keptId: kept.id, mergedId: merged.id, reason: '同一人', by: manager.accountId })
  if (random(2) === 0) await endMerge(tx, house.tenantId, id, merged.id, manager.accountId)
}

test('ten thousand random changes to the records move no frozen figure: not its value, not its members, not its hash', async () => {
  const id = frozenSetIdSchema.parse(v7())
  const made = await manager.ask(freezeFigures, {
    id,
    projectId,
    purpose: 'closing',
    title: '结项',
    by: [['community'], ['community', 'month']],
  })
  const before = await frozenBytes()
  const listed = await manager.ask(listFrozenFigures, { setId: id, limit: 200 })
  for (let done = 0; done < 10_000;)
    done += await house.write(async (tx) => {
      if (random(3) === 0) await mergeSome(tx)
      return changeRecords(tx)
    })
  expect(await frozenBytes()).toEqual(before)
  expect(await manager.ask(verifyFrozen, {})).toMatchObject({ figures: made.figures, broken: null, lastHash: made.lastHash })
  const after = await manager.ask(listFrozenFigures, { setId: id, limit: 200 })
  expect(after.rows.map(({ record, hash }) => [record, hash])).toEqual(listed.rows.map(({ record, hash }) => [record, hash]))
  // The records did move: most figures would say something else now.
  expect(after.rows.filter(({ record, now }) => now !== record.value).length).toBeGreaterThan(10)
  const moved = after.rows.find(({ record, now }) => record.members !== null && now !== record.value)
  expect(moved === undefined ? undefined : await manager.ask(openFrozen, { id: moved.record.id })).toMatchObject({ membersMoved: true })
}, 120_000)
