import type { Locator, Page } from '@playwright/test'
import { createRequire } from 'node:module'
import sharp from 'sharp'
import { expect, test } from './journey.ts'
import { staff } from './staff.ts'

const jsQR: typeof import('jsqr').default = createRequire(import.meta.url)('jsqr')

async function choose(page: Page, field: Locator, option: string): Promise<void> {
  await field.click()
  await page.locator('.ant-select-item-option', { hasText: option }).first().click()
}

/** Finds somebody by name and takes the first. */
async function pick(page: Page, search: Locator, name: string): Promise<void> {
  await search.click()
  await page.keyboard.type(name)
  await expect(page.locator('.ant-select-item-option', { hasText: name }).first()).toBeVisible()
  await page.keyboard.press('Enter')
}

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

test('a mooncake event with a school, from the plan to the figures', async ({ office, page }) => {
  test.slow()
  await office.signIn(staff.manager)
  await page.getByRole('link', { name: '数字', exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: '数字' })).toBeVisible()

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
  await page.getByLabel('名额（满了进候补）').fill('2')
  await page.getByLabel('有学校的孩子参加（代际活动）').check()
  await page.getByLabel('学校', { exact: true }).fill('实验小学')
  await page.getByLabel('孩子人数').fill('12')
  expect(await office.faults()).toEqual([])
  await page.getByRole('button', { name: '保存计划' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '中秋做月饼' })).toBeVisible()
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
  await page.getByLabel('监护人同意日期').fill('2024-09-10')
  await page.getByLabel('监护人同意日期').press('Tab')
  await page.getByLabel('修改理由').fill('补应急预案和同意书')
  await page.getByRole('button', { name: '保存计划' }).click()
  await expect(page.getByText('应急预案齐全')).toBeVisible()
  await page.getByRole('button', { name: '确认计划' }).click()
  await expect(page.getByText('已确认')).toBeVisible()
  expect(await office.faults()).toEqual([])

  // Two places, three sign up: one waits, and moves up when another withdraws.
  await page.getByRole('tab', { name: '报名' }).click()
  await page.getByRole('button', { name: '报名', exact: true }).click()
  const dialog = page.getByRole('dialog')
  const search = dialog.getByRole('combobox', { name: '报名的人' })
  for (const name of ['王秀云', '张忠清', '李桂兰']) await pick(page, search, name)
  await dialog.getByLabel('健康或年龄提示').fill('糖尿病，选无糖月饼')
  await dialog.getByRole('button', { name: '报名', exact: true }).click()
  await expect(page.getByText('候补第 1 位')).toBeVisible()
  await expect(page.getByRole('heading', { name: '报名 2/2' })).toBeVisible()

  // The screen in the hall: an elder scans it with a telephone of their own, on which nobody is signed in.
  await page.getByRole('tab', { name: '签到' }).click()
  await page.getByRole('button', { name: '现场屏幕' }).click()
  const square = page.getByRole('img', { name: '用手机扫码' })
  await expect(square).toBeVisible()
  expect(await office.faults()).toEqual([])
  const address = await scanned(square)
  const browser = page.context().browser()
  if (browser === null) throw new Error('No browser.')
  const telephone = await browser.newPage({ viewport: { width: 360, height: 780 }, locale: 'zh-CN' })
  for (const [name, lastFour] of [
    ['王秀云', '1709'],
    ['张忠清', '2211'],
    ['李桂兰', '3322'],
  ] as const) {
    await telephone.goto('about:blank')
    await telephone.goto(address)
    await telephone.getByLabel('您的姓名').fill(name)
    await telephone.getByLabel('手机号后四位').fill(lastFour)
    await telephone.getByRole('button', { name: '签到' }).click()
    await expect(telephone.getByText('签到成功')).toBeVisible()
  }
  await telephone.goto('about:blank')
  await telephone.goto(address)
  await telephone.getByLabel('您的姓名').fill('王秀云')
  await telephone.getByLabel('手机号后四位').fill('0000')
  await telephone.getByRole('button', { name: '签到' }).click()
  await expect(telephone.getByText('没有对上您的登记')).toBeVisible()
  await telephone.close()

  // The telephone in the hand: six passers-by counted, a child by first name, the list shows who is here.
  await page.goBack()
  await page.getByRole('button', { name: '打开签到' }).click()
  await expect(page.getByRole('group', { name: '点名单签到' }).getByRole('checkbox', { name: /王秀云/ })).toBeChecked({ timeout: 20_000 })
  await page.setViewportSize({ width: 360, height: 780 })
  const counter = page.getByRole('status', { name: '现场计数（未记名）' })
  for (let n = 1; n <= 6; n++) {
    await page.getByRole('button', { name: '加一人' }).click()
    await expect(counter).toHaveText(String(n))
  }
  await page.getByLabel('孩子的称呼').fill('小明')
  await page.getByRole('button', { name: '记孩子到场' }).click()
  await expect(page.getByText('已到 4 人')).toBeVisible()
  expect(await office.faults()).toEqual([])
  await page.setViewportSize({ width: 1280, height: 860 })

  // It took place; the summary counts by itself.
  await page.getByRole('link', { name: '返回活动' }).click()
  await page.getByRole('button', { name: '记为已开展' }).click()
  await expect(page.getByRole('button', { name: '记为已开展' })).toHaveCount(0)
  await page.getByRole('tab', { name: '总结' }).click()
  await page.getByLabel('过程', { exact: true }).fill('揉面、包馅、压模，老人教孩子')
  await page.getByLabel('问题和改进').fill('座位要多备')
  await page.getByLabel('非常满意').fill('8')
  await page.getByLabel('一般').fill('2')
  await page.getByRole('button', { name: '保存总结' }).click()
  await expect(page.getByText('满意率 80%（有效问卷 10 份）')).toBeVisible()
  expect(await office.faults()).toEqual([])
  await page.getByRole('tab', { name: '照片' }).click()
  const buffer = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#aa3322' } })
    .jpeg()
    .toBuffer()
  await page.locator('input[aria-label="添加照片"]').setInputFiles([{ name: 'a.jpg', mimeType: 'image/jpeg', buffer }])
  await expect(page.getByRole('list', { name: '照片与材料' }).getByRole('listitem')).toHaveCount(1)

  await page.getByRole('link', { name: '数字', exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: '数字' })).toBeVisible()
})
