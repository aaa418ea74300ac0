import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { operationIdSchema, personIdSchema, type ProjectId } from '../../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { addProjectTo, community } from '../../testing/project.ts'
import { stopOperation, watchProgress } from '../identity/schema.ts'
import { solveMatch } from './match-schema.ts'
import { saveLinkNeed } from './need-schema.ts'

// A few hundred needs and volunteers: long enough under way to be stopped where the server carries it out in a thread.
const size = 250
const here = community('旭东社区')
const on = daySchema.parse('2025-01-10')
const skills = ['理发', '修水管', '陪聊', '代购', '量血压']

let house: TestHouse
let projectId: ProjectId
let worker: Caller

beforeAll(async () => {
  house = await openTestHouse({ withThreads: true })
  projectId = await addProjectTo(house, [here])
  worker = await house.signedIn([{ role: 'socialWorker', projectId }])
  const people = Array.from({ length: size }, (_, n) => ({ id: personIdSchema.parse(v7()), name: `志愿者${n}` }))
  await house.write(async (tx) => {
    const tenant_id = house.tenantId
    await tx
      .insertInto('person')
      .values(people.map(({ id, name }) => ({ tenant_id, id, name, pinyin: name, community_code: here })))
      .execute()
    await tx
      .insertInto('volunteer')
      .values(
        people.map(({ id }, n) => ({
          tenant_id,
          id: v7(),
          project_id: projectId,
          person_id: id,
          recorded_person_id: id,
          skills: `${skills[n % skills.length] ?? ''}、陪聊`,
        })),
      )
      .execute()
  })
  for (let n = 0; n < size; n++)
    await worker.ask(saveLinkNeed, {
      id: v7(),
      projectId,
      version: 0,
      file: {
        communityCode: here,
        holder: 'community',
        personId: null,
        groupId: null,
        needId: null,
        planId: null,
        kind: 'service',
        title: `需要${n}`,
        note: null,
        skill: skills[n % skills.length] ?? null,
        quantity: 1 + (n % 3),
        unit: null,
        times: { days: [6], parts: [] },
        wantedBy: on,
        needsVetting: false,
        priority: 'usual',
      },
    })
}, 120_000)
afterAll(() => house.close())

const runs = () => house.write((tx) => tx.selectFrom('linkage_run').select('id').execute())
const begin = (operationId = v7()) => {
  const id = v7()
  const given = worker.post(solveMatch.name, { id, projectId, communityCode: null, perVolunteer: 3 }, { operationId })
  return { id, operationId, given, stop: () => worker.ask(stopOperation, { operationId: operationIdSchema.parse(operationId) }) }
}
/** Waits until it is under way, in one of these steps. */
async function under(operationId: string, ...steps: string[]): Promise<void> {
  for (;;) {
    const { progress } = await worker.ask(watchProgress, { operationId: operationIdSchema.parse(operationId) })
    if (progress !== null && steps.includes(progress.step)) return
    await wait(5)
  }
}

test('a match that is stopped under way says so, writes nothing and holds nothing; tried again it is done', async () => {
  const stopped = begin()
  await under(stopped.operationId, 'reading', 'scoring', 'pricing', 'solving')
  expect(await stopped.stop()).toEqual({ stopped: true })
  const { status, body } = await stopped.given
  expect([status, JSON.parse(body).code]).toEqual([409, 'work.stopped'])
  expect(await runs()).toEqual([])
  await expect
    .poll(() =>
      house.write(async (tx) => {
        const { rows } =
          await sql`select 1 from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`.execute(tx)
        return rows.length
      }),
    )
    .toBe(0)
  const again = begin(stopped.operationId)
  expect((await again.given).status).toBe(200)
  expect(await runs()).toEqual([{ id: again.id }])
  expect(await again.stop()).toEqual({ stopped: false })
})

test('whenever it is stopped, what is answered is true: stopped and nothing written, or done and written', async () => {
  const began = performance.now()
  await begin().given
  const lasts = performance.now() - began
  for (let n = 0; n < 6; n++) {
    const one = begin()
    await wait(lasts * (0.75 + 0.06 * n))
    await one.stop()
    const { status } = await one.given
    await wait(100)
    expect({ status, written: (await runs()).some(({ id }) => id === one.id) }).toEqual({ status, written: status === 200 })
  }
}, 120_000)
