import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 } from 'uuid'
import { daySchema } from '../../kernel/day.ts'
import { serviceIdSchema } from '../../kernel/ids.ts'
import { openTestHouse, type TestHouse } from '../../testing/house.ts'
import { bookTime, listBank } from './bank-schema.ts'
import { confirmHours, recordShift } from './shift-schema.ts'
import { openTeam, type Team } from './volunteering-testing.ts'

let house: TestHouse
let team: Team
beforeAll(async () => {
  house = await openTestHouse()
  team = await openTeam(house)
})
afterAll(() => house.close())

test('the time bank never falls below nothing, whoever books at once', async () => {
  team.at('2025-03-20T10:00:00+08:00')
  const { id: volunteerId } = await team.volunteer('存时间的人')
  const shift = serviceIdSchema.parse(v7())
  await team.manager.ask(recordShift, {
    id: shift,
    volunteerId,
    communityCode: team.here,
    title: '帮厨',
    day: daySchema.parse('2025-03-06'),
    startsAt: '08:00',
    endsAt: '11:00',
    claimed: 180,
    reason: '纸质签到',
  })
  const book = (kind: 'deposit' | 'redeem' | 'donate', minutes: number) =>
    team.manager.post(bookTime.name, { id: v7(), volunteerId, kind, minutes })
  expect((await book('deposit', 60)).body).toContain('bank.notConfirmed')
  await team.communityWorker.ask(confirmHours, { id: shift, version: 1, minutes: 180, witness: 'communityWorker', reason: '核对过' })
  expect((await book('deposit', 181)).body).toContain('bank.notConfirmed')
  expect((await book('deposit', 180)).status).toBe(200)
  const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => book(n % 2 === 0 ? 'redeem' : 'donate', 50)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(3)
  const { rows, pool } = await team.manager.ask(listBank, { projectId: team.projectId, search: '存时间的人' })
  expect(rows).toMatchObject([{ balance: 30, notDeposited: 0 }])
  const all = await house.write((tx) =>
    tx.selectFrom('time_account').select(['kind', 'balance']).where('tenant_id', '=', house.tenantId).execute(),
  )
  expect(all.reduce((sum, { balance }) => sum + balance, 0)).toBe(0)
  // When nobody's gift came through, there is no pool yet.
  expect(all.find(({ kind }) => kind === 'pool')?.balance ?? 0).toBe(pool)
})
