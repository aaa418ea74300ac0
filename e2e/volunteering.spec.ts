import type { Page } from '@playwright/test'
import { Client } from 'pg'
import { v7 } from 'uuid'
import { z } from 'zod'
import { ask, choose, expect, test } from './journey.ts'
import { password, staff } from './staff.ts'

const first = 'the first password'

/** Signs somebody in without the office, and lets them choose their own password. */
async function settle(page: Page, name: string): Promise<void> {
  await ask(page, 'session.signIn', { name, password: first })
  await ask(page, 'session.changePassword', { current: first, next: password })
}

const shanghai = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString()
const figuresSchema = z.object({ figures: z.array(z.object({ key: z.string(), value: z.number().nullable() })) })

test('a volunteer takes a shift and checks in and out on a phone; a community worker witnesses it, and the hours move by just that', async ({
  office,
  page,
  server,
}) => {
  test.setTimeout(120_000)
  const now = new Date()
  const day = shanghai(now).slice(0, 10)
  const around = (days: number) => shanghai(new Date(now.getTime() + days * 86_400_000)).slice(0, 10)

  // A project of today, with a community worker.
  await office.signIn(staff.manager)
  const projectId = v7()
  await ask(page, 'projects.add', {
    id: projectId,
    name: '邻里志愿项目',
    agencyId: null,
    funderId: null,
    startsOn: around(-60),
    endsOn: around(60),
    served: null,
    budgetFen: null,
  })
  const places = z.object({ divisions: z.array(z.object({ code: z.string(), name: z.string() })) })
  const { divisions } = places.parse(await ask(page, 'places.list', {}))
  const communityCode = divisions.find(({ name }) => name === '旭东社区')?.code
  await ask(page, 'projects.saveLists', {
    id: projectId,
    version: 1,
    communities: [{ communityCode, programmeName: null, programmeFor: null }],
  })
  const person = {
    projectId,
    communityCode,
    sex: 'female',
    birthDate: null,
    birthday: { calendar: 'solar', month: null, day: null, leap: false },
    ethnicity: null,
    otherPhone: null,
    livingWith: null,
    householdNumber: null,
    note: null,
    idNumber: null,
  }
  await ask(page, 'people.add', { ...person, id: v7(), name: '赵志愿', part: 'carer', phone: '13800009001', address: null })
  await ask(page, 'people.add', { ...person, id: v7(), name: '田秀兰', part: 'elder', phone: '13800009002', address: '旭东小区5号楼' })
  const accounts = { qian: v7() }
  await ask(page, 'session.signOut', {})
  await office.signIn(staff.system)
  await ask(page, 'accounts.add', { id: accounts.qian, name: 'qian.shequ', displayName: '钱社区', password: first })
  await ask(page, 'session.signOut', {})
  await office.signIn(staff.security)
  await ask(page, 'grants.add', { id: v7(), accountId: accounts.qian, role: 'communityWorker', projectId, communityCode })
  await settle(page, 'qian.shequ')

  // The manager puts her on the roll, lets her sign in, and offers a shift for an elder.
  await ask(page, 'session.signOut', {})
  await office.signIn(staff.manager)
  await page.getByRole('link', { name: '志愿者', exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: '志愿者' })).toBeVisible()
  await page.getByRole('button', { name: '登记志愿者' }).click()
  await page.getByRole('combobox', { name: '是谁' }).click()
  await page.keyboard.type('赵志愿')
  await expect(page.locator('.ant-select-item-option', { hasText: '赵志愿' }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('已选：赵志愿')).toBeVisible()
  await page.getByLabel('技能').fill('理发')
  await page.getByLabel('核查有效期至').fill(around(300))
  await page.getByLabel('核查有效期至').press('Tab')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '赵志愿' })).toBeVisible()
  await page.getByRole('button', { name: '开通登录' }).click()
  await page.getByRole('dialog').getByLabel('登录名').fill('zhao.zhiyuan')
  await page.getByRole('dialog').getByRole('button', { name: '开通登录' }).click()
  const given = await page.getByRole('dialog').locator('output').innerText()
  await page.getByRole('dialog').getByRole('button').last().click()
  await expect(page.getByText('登录名 zhao.zhiyuan')).toBeVisible()

  await page.getByRole('link', { name: '志愿者', exact: true }).first().click()
  await page.getByRole('tab', { name: '招募班次' }).click()
  await page.getByRole('button', { name: '发布班次' }).click()
  const dialog = page.getByRole('dialog', { name: '发布班次' })
  await dialog.getByLabel('服务内容').fill('上门理发')
  await choose(page, '社区（村）', '旭东社区')
  await dialog.getByLabel('日期').fill(day)
  await dialog.getByLabel('日期').press('Tab')
  await dialog.getByLabel('开始').fill(shanghai(now).slice(11, 16))
  await dialog.getByRole('combobox', { name: '服务哪位老人' }).click()
  await page.keyboard.type('田秀兰')
  await expect(page.locator('.ant-select-item-option', { hasText: '田秀兰' }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('服务 田秀兰')).toBeVisible()
  await dialog.getByRole('button', { name: '发布班次' }).click()
  await expect(page.getByRole('region', { name: '招募中的班次' }).getByText('上门理发')).toBeVisible()
  const figures = async () => {
    const shown = figuresSchema.parse(await ask(page, 'figures.ofProject', { projectId }))
    return Object.fromEntries(shown.figures.map(({ key, value }) => [key, value]))
  }
  const before = await figures()

  // She, on a phone.
  await ask(page, 'session.signOut', {})
  await page.setViewportSize({ width: 360, height: 780 })
  await office.open('/')
  await office.enter('zhao.zhiyuan', given)
  await page.getByLabel('管理员给的密码').fill(given)
  await page.getByLabel('新密码', { exact: true }).fill(password)
  await page.getByLabel('再输一遍新密码').fill(password)
  await page.getByRole('button', { name: '修改密码' }).click()
  await page.getByRole('link', { name: '我的志愿服务' }).first().click()
  await expect(page.getByText('田秀兰')).toHaveCount(0)
  await page.getByRole('button', { name: '报名“上门理发”' }).click()
  await expect(page.getByText('旭东小区5号楼')).toBeVisible()
  await page.getByRole('button', { name: '签到' }).click()
  await expect(page.getByRole('button', { name: '签退', exact: true })).toBeVisible()
  expect(await office.faults()).toEqual([])

  // An hour and a half goes by.
  const database = new Client({ connectionString: server.ownerUrl })
  await database.connect()
  await database.query(`update volunteer_shift set checked_in_at = checked_in_at - interval '90 minutes'`)
  await database.query(`update service s set starts_at = date_trunc('minute', x.checked_in_at at time zone 'Asia/Shanghai')::time, day = (x.checked_in_at at time zone 'Asia/Shanghai')::date
    from volunteer_shift x where x.tenant_id = s.tenant_id and x.service_id = s.id`)
  await database.end()
  await page.getByRole('button', { name: '签退', exact: true }).click()
  await expect(page.getByText(/已签退，1小时3\d分/)).toBeVisible()
  await expect(page.getByText('等待确认')).toBeVisible()
  await expect(page.getByText('旭东小区5号楼')).toHaveCount(0)

  // Who volunteers and works in the community too does not confirm her own hours, and is told so.
  await ask(page, 'session.signOut', {})
  await page.setViewportSize({ width: 1280, height: 860 })
  await office.signIn(staff.security)
  const list = z.object({ rows: z.array(z.object({ id: z.string(), name: z.string() })) })
  const { rows } = list.parse(await ask(page, 'grants.list', { search: 'zhao.zhiyuan' }))
  await ask(page, 'grants.add', { id: v7(), accountId: rows[0]?.id, role: 'communityWorker', projectId, communityCode })
  const confirm = async (name: string) => {
    await ask(page, 'session.signOut', {})
    await office.signIn(name)
    await office.open('/volunteers?tab=hours')
    await page.getByRole('button', { name: '确认赵志愿的时长' }).click()
    await page.getByRole('dialog').getByRole('spinbutton', { name: '确认多少分钟' }).fill('90')
    await page.getByRole('dialog').getByRole('button', { name: '确认时长' }).click()
  }
  await confirm('zhao.zhiyuan')
  await expect(page.getByRole('dialog').getByText('自己的服务时长不能由自己确认')).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
  await confirm('qian.shequ')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const after = await figures()
  expect((after['shifts'] ?? 0) - (before['shifts'] ?? 0)).toBe(1)
  expect((after['hours_confirmed'] ?? 0) - (before['hours_confirmed'] ?? 0)).toBe(1.5)
  expect(await office.faults()).toEqual([])

  // The manager issues a record sheet, and its code verifies for whoever is not signed in.
  await ask(page, 'session.signOut', {})
  await office.signIn(staff.manager)
  await office.open('/volunteers')
  await page.getByRole('link', { name: '赵志愿' }).click()
  await page.getByRole('button', { name: '出具记录单' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '出具记录单' }).click()
  const code = await page.locator('.code').first().innerText()
  expect(await office.faults()).toEqual([])
  await ask(page, 'session.signOut', {})
  await office.open(`/verify?tenant=journeys&code=${code}`)
  await expect(page.getByText('这张记录单与出具时一致')).toBeVisible()
  await expect(page.getByText('赵**')).toBeVisible()
  await expect(page.getByText('1.5', { exact: true })).toBeVisible()
  expect(await office.faults()).toEqual([])
  await page.setViewportSize({ width: 360, height: 780 })
  // A code that is one letter off is nobody's.
  await page.getByLabel('核验编号').fill(`${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`)
  await page.getByRole('button', { name: '核验' }).click()
  await expect(page.getByText('没有这个编号的记录单').first()).toBeVisible()
  await expect(page.getByText('赵**')).toHaveCount(0)
  expect(await office.faults()).toEqual([])
})
