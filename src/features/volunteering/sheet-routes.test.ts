import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 } from 'uuid'
import { daySchema } from '../../kernel/day.ts'
import { serviceIdSchema } from '../../kernel/ids.ts'
import { checkProof } from '../../kernel/proof.ts'
import { openTestHouse, type TestHouse } from '../../testing/house.ts'
import { readCode } from './sheet-rules.ts'
import { fetchSheetFile, issueSheet, listSheets, printSheet, revokeSheet, verifySheet } from './sheet-schema.ts'
import { confirmHours, recordShift, setTimes, unconfirmHours } from './shift-schema.ts'
import { openTeam, type Team } from './volunteering-testing.ts'

let house: TestHouse
let team: Team
beforeAll(async () => {
  house = await openTestHouse()
  team = await openTeam(house)
})
afterAll(() => house.close())

const sheetId = () => issueSheet.input.shape.id.parse(v7())
const origin = 'https://nuanyang.example'

test('a code is read as somebody types it from paper', () => {
  expect(readCode(' abcd-efgh 2345—6789')).toBe('ABCD-EFGH-2345-6789')
  expect(readCode('ABCD-EFGH-2345-678')).toBeUndefined()
  expect(readCode('ABCD-EFGH-2345-678O')).toBeUndefined()
})

test('a record sheet’s code verifies for anybody; a changed hour does not, and a revoked sheet says so', async () => {
  team.at('2025-03-20T10:00:00+08:00')
  const { id: volunteerId, caller } = await team.signedIn('韩雪')
  expect(await team.manager.refused(issueSheet, { id: sheetId(), volunteerId })).toMatchObject({ code: 'sheet.empty' })
  const shift = serviceIdSchema.parse(v7())
  const day = daySchema.parse('2025-03-06')
  await team.manager.ask(recordShift, {
    id: shift,
    volunteerId,
    communityCode: team.here,
    title: '陪老人就医',
    day,
    startsAt: '08:00',
    endsAt: '11:00',
    claimed: 180,
    reason: '纸质签到',
  })
  expect(await team.manager.refused(issueSheet, { id: sheetId(), volunteerId }), 'unconfirmed hours are on no sheet').toMatchObject({
    code: 'sheet.empty',
  })
  const confirm = (version: number, minutes: number) =>
    team.communityWorker.ask(confirmHours, { id: shift, version, minutes, witness: 'communityWorker', reason: '核对过' })
  await confirm(1, 150)
  expect((await caller.post(issueSheet.name, { id: v7(), volunteerId })).status).toBe(403)
  const exported = await team.manager.fetch('volunteerRecords.export', {
    projectId: team.projectId,
    from: '2025-03-01',
    to: '2025-03-31',
  })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(exported.bytes).buffer)
  expect(book.worksheets.map(({ name }) => name)).toEqual(['志愿者基本信息', '志愿服务信息', '培训信息', '表彰奖励信息', '服务评价信息'])
  const services = book.getWorksheet('志愿服务信息')
  const written = services?.getRow(2)
  expect([written?.getCell(1).value, written?.getCell(9).value, written?.getCell(13).value, written?.getCell(14).value]).toEqual([
    '韩雪',
    '陪老人就医',
    2.5,
    150,
  ])
  expect(services?.rowCount).toBe(2)
  const id = sheetId()
  const { code } = await team.manager.ask(issueSheet, { id, volunteerId })
  const anybody = house.anybody()
  expect(await anybody.ask(verifySheet, { code: code.toLowerCase().replaceAll('-', '') })).toEqual({
    state: 'asIssued',
    name: '韩*',
    issuer: expect.stringContaining('机构'),
    issuedOn: expect.any(String),
    from: null,
    to: null,
    minutes: 150,
    merits: 0,
    shifts: 1,
  })
  expect(await anybody.refused(verifySheet, { code: 'AAAA-BBBB-CCCC-DDDD' })).toMatchObject({ code: 'sheet.unknown', status: 422 })
  const printed = await team.manager.fetch(printSheet.name, { id, format: 'html', origin })
  const page = printed.bytes.toString()
  for (const said of ['志愿服务记录单', '韩雪', '陪老人就医', '2.5', code, `${origin}/verify`, '未经国家志愿服务信息系统核验'])
    expect(page).toContain(said)

  const file = await team.manager.fetch(fetchSheetFile.name, { id })
  expect(checkProof(file.bytes.toString())).toMatchObject({ ok: true, subject: 'volunteer' })
  expect(checkProof(file.bytes.toString().replace('150', '151'))).toEqual({ ok: false, fault: 'hash' })

  const state = async () => (await anybody.ask(verifySheet, { code })).state
  await team.communityWorker.ask(unconfirmHours, { id: shift, version: 2, reason: '核对有误' })
  expect(await state()).toBe('changed')
  expect(await team.manager.refused(printSheet, { id, format: 'html', origin })).toMatchObject({ code: 'sheet.notAsIssued' })
  await team.communityWorker.ask(setTimes, {
    id: shift,
    version: 3,
    day,
    startsAt: '08:00',
    endsAt: '11:00',
    claimed: null,
    reason: '再核对',
  })
  await confirm(4, 151)
  expect(await state(), 'one minute more is another hour').toBe('changed')
  await team.communityWorker.ask(unconfirmHours, { id: shift, version: 5, reason: '恢复原来的' })
  await confirm(6, 150)
  expect(await state(), 'as it was issued again').toBe('asIssued')
  await team.manager.ask(revokeSheet, { id, reason: '重新出具' })
  expect(await state()).toBe('revoked')
  expect((await team.manager.ask(listSheets, { volunteerId })).rows).toMatchObject([{ code, state: 'revoked', revokeReason: '重新出具' }])
})
