import type { Locator, Page } from '@playwright/test'
import { choose, expect, test } from './journey.ts'
import { staff } from './staff.ts'

async function pick(page: Page, search: Locator, name: string): Promise<void> {
  await search.click()
  await page.keyboard.type(name)
  await expect(page.locator('.ant-select-item-option:visible', { hasText: name }).first()).toBeVisible()
  await page.keyboard.press('Enter')
}

async function look(page: Page, name: string): Promise<void> {
  const to = process.env['NUANYANG_SHOTS']
  if (to === undefined) return
  for (const size of [
    { width: 360, height: 780 },
    { width: 1280, height: 860 },
  ]) {
    await page.setViewportSize(size)
    await page.screenshot({ path: `${to}/${name}-${size.width}.png`, fullPage: true })
  }
}

test('a piece from the lesson to the maker’s income, signed for, and a statement that adds up', async ({ office, page }) => {
  await office.signIn(staff.manager)
  await office.open('/crafts')
  await expect(page.getByText('还没有人')).toBeVisible()
  expect(await office.faults()).toEqual([])
  await page.getByRole('button', { name: '登记手工艺课或展销' }).click()
  await choose(page, page.getByRole('combobox', { name: '服务类型' }), '手工艺课')
  await page.getByLabel('日期').fill('2024-10-03')
  await page.getByLabel('日期').press('Enter')
  await choose(page, page.getByRole('combobox', { name: '社区（村）' }), '光正台村')
  await page.getByLabel('名称').fill('苇编')
  await pick(page, page.getByRole('combobox', { name: '到场人员' }), '张忠清')
  await page.getByRole('button', { name: '登记服务' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '苇编' })).toBeVisible()

  await office.open('/crafts')
  for (const price of ['28', '33.33']) {
    await page.getByRole('button', { name: '登记作品' }).click()
    const adding = page.getByRole('dialog', { name: '登记作品' })
    await pick(page, adding.getByRole('combobox', { name: '制作人' }), '张忠清')
    await adding.getByLabel('种类').fill('苇编')
    await adding.getByLabel('定价（元）').fill(price)
    await adding.getByLabel('日期').fill('2024-10-20')
    await adding.getByLabel('日期').press('Tab')
    await choose(page, adding.getByRole('combobox', { name: '社区（村）' }), '光正台村')
    if (price === '28') await look(page, 'add-piece')
    await adding.getByRole('button', { name: '登记作品' }).click()
    await expect(adding).toBeHidden()
  }
  await page.getByRole('tab', { name: '作品' }).click()
  await page.getByRole('button', { name: '安排作品 ZP001' }).click()
  const placing = page.getByRole('dialog')
  await placing.getByLabel('寄放在哪里').fill('蓝湾超市')
  await placing.getByLabel('理由').fill('放超市寄售')
  await placing.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('蓝湾超市')).toBeVisible()
  for (const number of ['ZP001', 'ZP002']) {
    await page.getByRole('button', { name: `登记售出 ${number}` }).click()
    const selling = page.getByRole('dialog')
    await selling.getByLabel('售出日期').fill('2024-11-19')
    await selling.getByLabel('售出日期').press('Tab')
    await selling.getByRole('button', { name: '登记售出' }).click()
    await expect(selling).toBeHidden()
  }
  await expect(page.getByText('已售')).toHaveCount(2)
  expect(await office.faults()).toEqual([])
  await look(page, 'pieces')

  await page.getByRole('tab', { name: '制作人' }).click()
  await page.getByRole('link', { name: '张忠清' }).click()
  // 80 % of 28 yuan and of 33.33 yuan: 22.40 and 26.66.
  await expect(page.getByText(/所得 49\.06.* = 已付 0.* \+ 待付 49\.06/)).toBeVisible()
  await page.getByRole('button', { name: /付给制作人/ }).click()
  const paying = page.getByRole('dialog')
  await paying.getByLabel('付款日期').fill('2024-11-25')
  await paying.getByLabel('付款日期').press('Tab')
  const pad = paying.locator('canvas')
  await pad.hover()
  const box = await pad.boundingBox()
  if (box === null) throw new Error('There is no pad to sign on.')
  await page.mouse.move(box.x + 30, box.y + 40)
  await page.mouse.down()
  await page.mouse.move(box.x + 120, box.y + 70, { steps: 8 })
  await page.mouse.up()
  await look(page, 'pay')
  await paying.getByRole('button', { name: '登记付款并签收' }).click()
  await expect(paying).toBeHidden()
  await expect(page.getByText('已付并签收')).toHaveCount(2)
  await expect(page.getByText(/所得 49\.06.* = 已付 49\.06.* \+ 待付 0/)).toBeVisible()
  expect(await office.faults()).toEqual([])
  await look(page, 'maker')
  await page.getByRole('button', { name: '手工艺作品收入明细' }).click()
  const paper = page.frameLocator('iframe')
  await expect(paper.getByText('61.33').first()).toBeVisible()
  await expect(paper.getByText('49.06').first()).toBeVisible()
  await look(page, 'statement')
})
