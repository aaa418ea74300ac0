import ExcelJS from 'exceljs'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { serviceIdSchema } from '../../kernel/ids.ts'
import { openTestHouse, type TestHouse } from '../../testing/house.ts'
import { markDay } from '../activities/calendar-schema.ts'
import { showOwn } from './own-schema.ts'
import type { Merit } from './merit-schema.ts'
import { openVolunteer, removeMerit, saveMerit, type VolunteerId } from './register-schema.ts'
import { issueSheet, printSheet, verifySheet } from './sheet-schema.ts'
import { confirmHours, listShifts, recordShift } from './shift-schema.ts'
import { openTeam, type Team } from './volunteering-testing.ts'

let house: TestHouse
let team: Team
beforeAll(async () => {
  house = await openTestHouse()
  team = await openTeam(house)
  team.at('2025-03-20T10:00:00+08:00')
})
afterAll(() => house.close())

const march = daySchema.parse('2025-03-06')
const training = (): Merit => ({
  id: v7(),
  kind: 'training',
  title: '岗前培训',
  content: '与老人沟通',
  minutes: 90,
  givenBy: '区志愿服务联合会',
  day: march,
})

async function anHour(volunteerId: VolunteerId) {
  const id = serviceIdSchema.parse(v7())
  const shift = { id, volunteerId, communityCode: team.here, title: '送餐', day: march, startsAt: '09:00', endsAt: '10:00', claimed: 60 }
  await team.manager.ask(recordShift, { ...shift, reason: '纸质签到' })
  await team.communityWorker.ask(confirmHours, { id, version: 1, minutes: 60, witness: 'communityWorker', reason: '核对过' })
  return id
}

test('training is recorded, corrected with a reason, taken out and brought back; its volunteer sees it, and it is no hour of service', async () => {
  const { id: volunteerId, caller } = await team.signedIn('韩雪')
  const merit = training()
  expect(await team.manager.refused(saveMerit, { volunteerId, merit: { ...merit, minutes: null } })).toMatchObject({
    code: 'merit.minutes',
    errors: [{ field: 'merit.minutes' }],
  })
  await team.manager.ask(saveMerit, { volunteerId, merit })
  expect(await team.manager.refused(saveMerit, { volunteerId, merit, version: 1 })).toMatchObject({ code: 'merit.reason' })
  await team.manager.ask(saveMerit, { volunteerId, merit: { ...merit, minutes: 120 }, version: 1, reason: '签到表写的是两小时' })
  expect((await team.manager.refused(saveMerit, { volunteerId, merit, version: 1, reason: '写错了' })).status).toBe(409)
  const own = async () => (await caller.ask(showOwn, {})).files[0]
  expect(await own()).toMatchObject({ merits: [{ title: '岗前培训', minutes: 120 }], hours: { confirmed: 0, unconfirmed: 0 } })
  expect((await caller.post(saveMerit.name, { volunteerId, merit: training() })).status).toBe(403)
  await team.manager.ask(removeMerit, { volunteerId, id: merit.id, version: 2, reason: '是别人的' })
  expect((await own())?.merits).toEqual([])
  expect((await team.manager.ask(openVolunteer, { id: volunteerId })).merits).toMatchObject([{ removedReason: '是别人的', version: 3 }])
  await team.manager.ask(saveMerit, { volunteerId, merit, version: 3, reason: '核对后是本人' })
  expect((await team.manager.ask(openVolunteer, { id: volunteerId })).merits).toMatchObject([
    { removedReason: null, minutes: 90, change: { reason: '核对后是本人' } },
  ])
  const { id: other } = await team.volunteer('别人')
  expect((await team.manager.refused(removeMerit, { volunteerId: other, id: merit.id, version: 4, reason: '不是他的' })).status).toBe(404)
})

test('a record sheet may carry training and awards; one that was corrected since no longer verifies', async () => {
  const { id: volunteerId } = await team.volunteer('赵志愿')
  await anHour(volunteerId)
  const merit = training()
  await team.manager.ask(saveMerit, { volunteerId, merit })
  const sheet = async (withMerits: boolean) => {
    const id = issueSheet.input.shape.id.parse(v7())
    return team.manager.ask(issueSheet, { id, volunteerId, withMerits })
  }
  const [without, including] = [await sheet(false), await sheet(true)]
  const anybody = house.anybody()
  const state = async (code: string) => {
    const found = await anybody.ask(verifySheet, { code })
    return [found.state, found.merits]
  }
  expect([await state(without.code), await state(including.code)]).toEqual([
    ['asIssued', 0],
    ['asIssued', 1],
  ])
  const page = await team.manager.fetch(printSheet.name, { id: including.id, format: 'html', origin: 'https://nuanyang.example' })
  expect(page.bytes.toString()).toContain('岗前培训')
  await team.manager.ask(saveMerit, { volunteerId, merit: { ...merit, minutes: 60 }, version: 1, reason: '签到表' })
  expect([await state(without.code), await state(including.code)]).toEqual([
    ['asIssued', 0],
    ['changed', 1],
  ])
})

test('the export of order 67 has five tables of a time, or one as CSV; whole numbers only for a reason, which the trail keeps', async () => {
  const { id: volunteerId } = await team.volunteer('=钱志愿')
  await anHour(volunteerId)
  await team.manager.ask(saveMerit, { volunteerId, merit: { ...training(), kind: 'award', title: '优秀志愿者', minutes: null } })
  const asked = { projectId: team.projectId, from: '2025-03-01', to: '2025-03-31' }
  const { bytes } = await team.manager.fetch('volunteerRecords.export', asked)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(bytes).buffer)
  expect(book.getWorksheet('表彰奖励信息')?.getRow(2).getCell(3).value).toBe('优秀志愿者')
  const csv = async (more: object) =>
    (await team.manager.fetch('volunteerRecords.export', { ...asked, format: 'csv', ...more })).bytes.toString()
  const awards = await csv({ table: 'awards' })
  expect(awards).toContain('身份证件号码（末四位）')
  expect(awards, 'no spreadsheet takes it for a formula').toContain("\r\n'=钱志愿,")
  expect(await csv({ table: 'awards', from: '2025-03-07' })).not.toContain('优秀志愿者')
  expect(await csv({ table: 'volunteers', numbersFor: '录入全国系统' })).toContain('身份证件号码,')
  const bureau = await house.signedIn([{ role: 'bureau' }])
  expect((await bureau.fetch('volunteerRecords.export', { ...asked, format: 'csv' })).bytes.toString()).not.toContain('钱志愿')
  expect((await bureau.post('volunteerRecords.export', { ...asked, numbersFor: '想看一看' })).status).toBe(403)
  expect((await team.manager.post('volunteerRecords.export', { ...asked, to: '2025-02-01' })).status).toBe(422)
  const trail = await house.write((tx) =>
    tx.selectFrom('trail').select('reason').where('entry', '=', 'volunteerRecords.export').where('reason', 'is not', null).execute(),
  )
  expect(trail).toContainEqual({ reason: '录入全国系统' })
})

test('a holiday of the agency’s own moves the day by which hours must be recorded', async () => {
  const { id: volunteerId } = await team.volunteer('孙志愿')
  const id = serviceIdSchema.parse(v7())
  const shift = { id, volunteerId, communityCode: team.here, title: '送餐', day: march, startsAt: '09:00', endsAt: '10:00', claimed: 60 }
  await team.manager.ask(recordShift, { ...shift, reason: '纸质签到' })
  const due = async () => (await team.manager.ask(listShifts, { projectId: team.projectId, id })).rows[0]?.dueOn
  expect(await due()).toBe('2025-03-20')
  await team.manager.ask(markDay, { day: daySchema.parse('2025-03-10'), name: '机构年会', sort: 'holiday' })
  expect(await due()).toBe('2025-03-21')
  await team.manager.ask(markDay, { day: daySchema.parse('2025-03-15'), name: '补班', sort: 'worked' })
  expect(await due()).toBe('2025-03-20')
})
