import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { serviceIdSchema } from '../../kernel/ids.ts'
import { openTestHouse, type TestHouse } from '../../testing/house.ts'
import { stepActivity } from '../activities/activity-schema.ts'
import { changeAttendance, correctService, recordService } from '../ledger/schema.ts'
import { confirmHours, listShifts, recordShift, unconfirmHours } from './shift-schema.ts'
import { openTeam, type Team } from './volunteering-testing.ts'

let house: TestHouse
let team: Team
beforeAll(async () => {
  house = await openTestHouse()
  team = await openTeam(house)
  team.at('2025-03-20T10:00:00+08:00')
})
afterAll(() => house.close())

const day = daySchema.parse('2025-03-10')
const newId = () => serviceIdSchema.parse(v7())

test('an activity at which hours are confirmed cannot be cancelled or cut short under them, and an elder who was served there is worth a look', async () => {
  const { id: volunteerId, personId } = await team.volunteer('田秀兰')
  const activity = newId()
  const at = { projectId: team.projectId, communityCode: team.here, day, line: 'cultural', kind: 'activity', status: 'held' } as const
  await team.manager.ask(recordService, { ...at, id: activity, title: '饺子宴', startsAt: '09:00', minutes: 90 })
  await team.manager.ask(changeAttendance, {
    id: activity,
    version: 1,
    reason: '补录',
    add: [{ id: changeAttendance.input.shape.add.unwrap().element.shape.id.parse(v7()), personId, part: 'beneficiary' }],
    remove: [],
  })
  const id = newId()
  const shift = {
    id,
    volunteerId,
    communityCode: team.here,
    partOf: activity,
    title: '帮厨',
    day,
    startsAt: '09:00',
    endsAt: '10:00',
    claimed: 60,
  }
  await team.manager.ask(recordShift, { ...shift, reason: '纸质签到' })
  expect((await team.manager.ask(listShifts, { projectId: team.projectId, partOf: activity })).rows).toMatchObject([
    { id, about: { id: activity, kind: 'activity' }, flags: ['backEntry', 'servedThere'] },
  ])
  await team.communityWorker.ask(confirmHours, { id, version: 1, minutes: 60, witness: 'communityWorker', reason: '先帮厨后吃饭' })
  const cancel = { id: activity, version: 2, step: 'cancel', reason: '其实没办' } as const
  expect(await team.manager.refused(stepActivity, cancel)).toMatchObject({ code: 'service.hours' })
  const shorter = { id: activity, version: 2, minutes: 45, reason: '提前散场' }
  expect(await team.manager.refused(correctService, shorter)).toMatchObject({ code: 'service.hours', errors: [{ field: 'minutes' }] })
  await team.communityWorker.ask(unconfirmHours, { id, version: 2, reason: '活动没办' })
  await team.manager.ask(stepActivity, cancel)
  expect(
    await team.communityWorker.refused(confirmHours, { id, version: 3, minutes: 60, witness: 'communityWorker', reason: '再试' }),
  ).toMatchObject({
    code: 'hours.notHeld',
  })
})
