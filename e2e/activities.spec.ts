import type { Locator, Page } from '@playwright/test'
import { createRequire } from 'node:module'
import sharp from 'sharp'
import { v7 } from 'uuid'
import { z } from 'zod'
import { blankFile } from '../src/features/volunteering/volunteering-testing.ts'
import { ask, choose, expect, pick, test } from './journey.ts'
import { projectName, staff } from './staff.ts'

const jsQR: typeof import('jsqr').default = createRequire(import.meta.url)('jsqr')

/** What a telephone's camera reads from a square on the screen. */
async function scanned(square: Locator): Promise<string> {
  const { data, info } = await sharp(await square.screenshot())
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const read = jsQR(new Uint8ClampedArray(data), info.width, info.height)
  if (read === null) throw new Error('Nothing can be read from the square.')
  return read.data
}

const figuresSchema = z.object({ figures: z.array(z.object({ key: z.string(), value: z.number().nullable() })) })
const projectsSchema = z.object({ projects: z.array(z.object({ id: z.string(), name: z.string() })) })
const placesSchema = z.object({ divisions: z.array(z.object({ code: z.string(), name: z.string() })) })

/** Elders beside the three whom every journey knows, and two neighbours who help. */
const elders = ['陈玉兰', '赵福生', '孙桂芝', '周德海', '吴淑琴', '郑凤英', '冯长顺', '蒋素珍', '沈万财', '韩雪梅']
const helpers = ['何帮忙', '吕热心']

/** Registers the elders and the helpers, whose shifts at the event somebody enters from paper. */
async function registerEveryone(page: Page): Promise<{ projectId: string; communityCode: string; volunteers: string[] }> {
  const projects = projectsSchema.parse(await ask(page, 'projects.list', {}))
  const projectId = projects.projects.find(({ name }) => name === projectName)?.id ?? ''
  const places = placesSchema.parse(await ask(page, 'places.list', {}))
  const communityCode = places.divisions.find(({ name }) => name === '旭东社区')?.code ?? ''
  const person = {
    projectId,
    communityCode,
    sex: 'female',
    birthDate: '1950-03-08',
    birthday: { calendar: 'solar', month: null, day: null, leap: false },
    ethnicity: null,
    phone: null,
    otherPhone: null,
    address: null,
    livingWith: null,
    householdNumber: null,
    note: null,
    idNumber: null,
  }
  for (const name of elders) await ask(page, 'people.add', { ...person, id: v7(), name, part: 'elder' })
  const volunteers: string[] = []
  for (const name of helpers) {
    const personId = v7()
    await ask(page, 'people.add', { ...person, id: personId, name, part: 'volunteer', birthDate: '1980-05-01' })
    const id = v7()
    await ask(page, 'volunteers.add', { id, projectId, personId, file: blankFile })
    volunteers.push(id)
  }
  return { projectId, communityCode, volunteers }
}

test('a mooncake event with a school: planned, signed up for, checked in, summed up, and the figures move by just that', async ({
  office,
  page,
}) => {
  test.setTimeout(300_000)
  await office.signIn(staff.manager)
  const { projectId, communityCode, volunteers } = await registerEveryone(page)
  const figures = async (): Promise<ReadonlyMap<string, number>> => {
    const shown = figuresSchema.parse(await ask(page, 'figures.ofProject', { projectId }))
    return new Map(shown.figures.flatMap(({ key, value }) => (value === null ? [] : [[key, value] as const])))
  }
  const before = await figures()

  await page.getByRole('link', { name: '活动日历' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: '活动日历' })).toBeFocused()
  await expect(page.getByText('这段时间没有活动')).toBeVisible()
  expect(await office.faults()).toEqual([])

  // The plan.
  await page.getByRole('button', { name: '计划活动' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '计划活动' })).toBeFocused()
  await page.getByLabel('活动名称').fill('中秋做月饼')
  await choose(page, page.getByRole('combobox', { name: '社区（村）', exact: true }), '旭东社区')
  await page.getByLabel('日期', { exact: true }).fill('2024-09-17')
  await page.getByLabel('日期', { exact: true }).press('Tab')
  await page.getByLabel('开始时间').fill('09:00')
  await page.getByLabel('时长（分钟）').fill('120')
  await page.getByLabel('地点').fill('社区活动室')
  await page.getByRole('combobox', { name: '主题（可多选）' }).click()
  await page.locator('.ant-select-item-option', { hasText: '节日' }).click()
  await page.locator('.ant-select-item-option', { hasText: '代际' }).click()
  await page.keyboard.press('Escape')
  await page.getByLabel('名额（满了进候补）').fill('12')
  await page.getByLabel('有学校的孩子参加（代际活动）').check()
  await page.getByLabel('学校', { exact: true }).fill('实验小学')
  await page.getByLabel('孩子人数').fill('12')
  expect(await office.faults()).toEqual([])
  await page.getByRole('button', { name: '保存计划' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '中秋做月饼' })).toBeVisible()
  const serviceId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await page.getByRole('button', { name: '确认计划' }).click()
  await expect(page.getByText('老人参加的活动要先写全应急预案')).toBeVisible()

  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('menuitem', { name: '修改计划' }).click()
  for (const [part, said] of [
    ['突发疾病', '拨打120，送市中心医院'],
    ['现场急救', '卫生站护士在场'],
    ['来回路上', '志愿者接送'],
    ['场地防滑', '铺防滑垫'],
    ['天气变化', '下雨改在室内'],
  ] as const)
    await page.getByLabel(part).fill(said)
  await page.getByLabel('修改理由').fill('补应急预案')
  await page.getByRole('button', { name: '保存计划' }).click()
  await expect(page.getByText('应急预案齐全')).toBeVisible()
  // A school's children come only when their guardians agreed.
  await page.getByRole('button', { name: '确认计划' }).click()
  await expect(page.getByText('有孩子参加的活动，要先取得监护人同意')).toBeVisible()
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('menuitem', { name: '修改计划' }).click()
  await page.getByLabel('监护人同意日期').fill('2024-09-10')
  await page.getByLabel('监护人同意日期').press('Tab')
  await page.getByLabel('修改理由').fill('学校收齐了同意书')
  await page.getByRole('button', { name: '保存计划' }).click()
  await page.getByRole('button', { name: '确认计划' }).click()
  await expect(page.getByText('已确认')).toBeVisible()
  expect(await office.faults()).toEqual([])

  // Twelve places, thirteen sign up: one waits.
  await page.getByRole('tab', { name: '报名' }).click()
  await page.getByRole('button', { name: '报名', exact: true }).click()
  const dialog = page.getByRole('dialog')
  const search = dialog.getByRole('combobox', { name: '报名的人' })
  for (const name of ['王秀云', '张忠清', '李桂兰', ...elders]) await pick(page, search, name)
  await dialog.getByLabel('健康或年龄提示').fill('糖尿病，选无糖月饼')
  await dialog.getByRole('button', { name: '报名', exact: true }).click()
  await expect(page.getByText('候补第 1 位')).toBeVisible()
  await expect(page.getByRole('heading', { name: '报名 12/12' })).toBeVisible()
  expect(await office.faults()).toEqual([])

  // The screen in the hall: two elders scan it with telephones of their own, on which nobody is signed in.
  await page.getByRole('tab', { name: '签到' }).click()
  await page.getByRole('button', { name: '现场屏幕' }).click()
  const square = page.getByRole('img', { name: '用手机扫码' })
  await expect(square).toBeVisible()
  expect(await office.faults()).toEqual([])
  const address = await scanned(square)
  const browser = page.context().browser()
  if (browser === null) throw new Error('No browser.')
  const telephone = await browser.newPage({ viewport: { width: 360, height: 780 }, locale: 'zh-CN' })
  const scan = async (name: string, lastFour: string) => {
    await telephone.goto('about:blank')
    await telephone.goto(address)
    await telephone.getByLabel('您的姓名').fill(name)
    await telephone.getByLabel('手机号后四位').fill(lastFour)
    await telephone.getByRole('button', { name: '签到' }).click()
  }
  for (const [name, lastFour] of [
    ['王秀云', '1709'],
    ['张忠清', '2211'],
  ] as const) {
    await scan(name, lastFour)
    await expect(telephone.getByText('签到成功')).toBeVisible()
  }
  await scan('王秀云', '0000')
  await expect(telephone.getByText('没有对上您的登记')).toBeVisible()
  await telephone.close()
  await page.goBack()

  // A third has a printed card, which a worker scans; nobody's name stands in the square.
  await page.getByRole('tab', { name: '报名' }).click()
  await page.getByRole('button', { name: '签到卡' }).click()
  const card = await scanned(page.getByRole('img', { name: /李桂兰/ }))
  expect(card).not.toContain('李')
  await page.goBack()
  await page.getByRole('tab', { name: '签到' }).click()
  await page.getByRole('button', { name: '打开签到' }).click()
  await expect(page.getByRole('group', { name: '点名单签到' })).toBeVisible()
  await page.setViewportSize({ width: 360, height: 780 })
  await page.goto(card)
  await page.getByRole('button', { name: /签到/ }).click()

  // The telephone in the hand: those who scanned are ticked; nine more are, six passers-by counted, two children by first name.
  const list = page.getByRole('group', { name: '点名单签到' })
  for (const name of ['王秀云', '张忠清', '李桂兰'])
    await expect(list.getByRole('checkbox', { name: new RegExp(name) })).toBeChecked({ timeout: 20_000 })
  // Nothing arrives for a while: what is ticked waits on the telephone by number alone, and is sent by itself later, from
  // whatever page of the office is open then. Who would sign out before that is asked first.
  await page.route('**/api/activities.checkIn', (route) => route.abort())
  for (const name of elders.slice(0, 9)) await list.getByRole('checkbox', { name: new RegExp(name) }).check()
  await page.getByRole('button', { name: '勾选的 9 人签到' }).click()
  const waiting = page.getByText('没有网络，1 条签到已存在本机')
  await expect(waiting).toBeVisible()
  await expect(page.getByText('已到 12 人')).toBeVisible()
  await office.open(`/events/${serviceId}`)
  const unsent = page.getByText('没有网络，1 条签到还在这台设备上')
  await expect(unsent).toBeVisible({ timeout: 30_000 })
  const kept = await page.evaluate(() => JSON.stringify(localStorage))
  for (const name of elders) expect(kept).not.toContain(name)
  await page.getByRole('button', { name: '账号菜单：周主任' }).click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  await expect(page.getByRole('dialog')).toContainText('还有 1 条签到没有送到')
  await page.getByRole('button', { name: '先不退出' }).click()
  await page.unroute('**/api/activities.checkIn')
  await expect(unsent).toHaveCount(0, { timeout: 30_000 })
  await office.open(`/events/${serviceId}/check-in`)
  await expect(page.getByText('已到 12 人')).toBeVisible()
  const counter = page.getByRole('status', { name: '现场计数（未记名）' })
  for (let n = 1; n <= 6; n++) {
    await page.getByRole('button', { name: '加一人' }).click()
    await expect(counter).toHaveText(String(n))
  }
  for (const child of ['小明', '乐乐']) {
    await page.getByLabel('孩子的称呼').fill(child)
    await page.getByRole('button', { name: '记孩子到场' }).click()
    await expect(page.getByLabel('孩子的称呼')).toHaveValue('')
  }
  await expect(page.getByText('已到 14 人')).toBeVisible()
  expect(await office.faults()).toEqual([])
  await page.setViewportSize({ width: 1280, height: 860 })
  await page.getByRole('link', { name: '返回活动' }).click()
  await page.getByRole('button', { name: '记为已开展' }).click()
  await expect(page.getByRole('button', { name: '记为已开展' })).toHaveCount(0)

  // Two neighbours helped; a worker who saw them confirms their hours.
  for (const volunteerId of volunteers)
    await ask(page, 'volunteerShifts.record', {
      id: v7(),
      volunteerId,
      communityCode,
      partOf: serviceId,
      title: '帮厨',
      day: '2024-09-17',
      startsAt: '08:30',
      endsAt: '11:30',
      claimed: 120,
      reason: '现场用纸登记',
    })
  await ask(page, 'session.signOut', {})
  await office.signIn(staff.worker)
  await office.open('/volunteers?tab=hours')
  for (const name of helpers) {
    await page.getByRole('button', { name: `确认${name}的时长` }).click()
    const confirming = page.getByRole('dialog')
    await confirming.getByRole('spinbutton', { name: '确认多少分钟' }).fill('120')
    await confirming.getByLabel('为什么可以确认').fill('我在现场，看着他们做的')
    await confirming.getByRole('button', { name: '确认时长' }).click()
    await expect(confirming).toHaveCount(0)
  }
  await ask(page, 'session.signOut', {})
  await office.signIn(staff.manager)

  // The summary counts by itself.
  await office.open(`/events/${serviceId}?tab=summary`)
  await expect(page.getByText('4小时', { exact: true })).toBeVisible()
  await page.getByLabel('过程', { exact: true }).fill('揉面、包馅、压模，老人教孩子')
  await page.getByLabel('问题和改进').fill('座位要多备')
  await page.getByLabel('非常满意').fill('8')
  await page.getByLabel('一般').fill('2')
  await page.getByRole('button', { name: '保存总结' }).click()
  await expect(page.getByText('满意率 80%（有效问卷 10 份）')).toBeVisible()
  expect(await office.faults()).toEqual([])
  await page.getByRole('tab', { name: '照片' }).click()
  const photo = async (background: string) =>
    sharp({ create: { width: 800, height: 600, channels: 3, background } })
      .jpeg()
      .toBuffer()
  await page.locator('input[aria-label="添加照片"]').setInputFiles([
    { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await photo('#aa3322') },
    { name: 'b.jpg', mimeType: 'image/jpeg', buffer: await photo('#22aa33') },
  ])
  await expect(page.getByRole('list', { name: '照片与材料' }).getByRole('listitem')).toHaveCount(2)

  const after = await figures()
  const moved = Object.fromEntries(
    [...after].flatMap(([key, value]) => {
      const by = value - (before.get(key) ?? 0)
      return by === 0 ? [] : [[key, Math.round(by * 100) / 100]]
    }),
  )
  expect(moved).toEqual({
    activities: 1,
    activities_festival: 1,
    activities_intergenerational: 1,
    activities_both: 1,
    attendances: 12,
    attendances_festival: 12,
    activity_people: 12,
    activity_unnamed: 6,
    sign_in_others: 2,
    direct_persons: 12,
    direct_times: 12,
    shifts: 2,
    vol_persons: 2,
    hours_claimed: 4,
    hours_confirmed: 4,
  })
})
