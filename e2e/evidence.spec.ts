import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { expect, test } from './journey.ts'
import { staff } from './staff.ts'

const photo = async (colour: string) => ({
  name: `IMG_${colour.slice(1)}.jpg`,
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 1600, height: 1200, channels: 3, background: colour } })
    .jpeg()
    .toBuffer(),
})

async function recordService(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: '服务台账' }).first().click()
  await page.getByRole('button', { name: '登记服务' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '登记服务' })).toBeFocused()
  await page.getByRole('combobox', { name: '服务类型', exact: true }).click()
  await page.locator('.ant-select-item-option', { hasText: '社区活动' }).first().click()
  await page.getByLabel('日期').fill('2024-09-15')
  await page.getByLabel('日期').press('Enter')
  await page.getByRole('combobox', { name: '社区（村）', exact: true }).click()
  await page.locator('.ant-select-item-option', { hasText: '旭东社区' }).first().click()
  await page.getByLabel('名称').fill(title)
  await page.getByRole('button', { name: '登记服务' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

test('photos are filed to a service; one that shows people waits for their consent', async ({ office, page }) => {
  await office.signIn(staff.manager)
  await recordService(page, '一起做月饼')
  await page
    .locator('input[aria-label="添加照片"]')
    .setInputFiles([
      await photo('#aa3322'),
      { name: '假照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<svg xmlns="x"/>') },
      await photo('#2266aa'),
    ])
  const tiles = page.getByRole('list', { name: '照片与材料' }).getByRole('listitem')
  await expect(tiles).toHaveCount(2)
  await expect(page.getByText('这是矢量图')).toBeVisible()
  await page.getByRole('button', { name: '不传“假照片.jpg”了' }).click()
  await expect(tiles.first().locator('img')).toBeVisible()
  expect(await office.faults()).toEqual([])

  await tiles.first().getByRole('button', { name: '说明“照片”' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('标题').fill('老人和学生一起做月饼')
  await dialog.getByLabel('有能认出的人', { exact: true }).check()
  await dialog.getByLabel('可以用于公开').check()
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog.getByText('还没有登记任何人的同意')).toBeVisible()
  await dialog.getByRole('combobox', { name: '谁同意公开' }).click()
  await page.keyboard.type('王秀云')
  await page.locator('.ant-select-item-option', { hasText: '王秀云' }).first().click()
  await dialog.getByLabel('没有档案的人').fill('四年级李同学的母亲')
  await dialog.getByRole('button', { name: '加入' }).click()
  await dialog.getByLabel('照片里能认出的每个人都已在上面登记同意').check()
  expect(await office.faults()).toEqual([])
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(tiles.first().getByText('可公开', { exact: true })).toBeVisible()
  await expect(tiles.first().getByText('2 人同意')).toBeVisible()

  await tiles.first().getByRole('button', { name: '查看：老人和学生一起做月饼' }).click()
  await expect(page.getByRole('dialog').getByRole('img', { name: '老人和学生一起做月饼' })).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: '下一张' }).click()
  await expect(page.getByText('第 2 张，共 2 张')).toBeVisible()
  await page.keyboard.press('Escape')

  await tiles.nth(1).getByRole('button', { name: '删除“照片”' }).click()
  await page.getByRole('dialog').getByLabel('理由').fill('拍糊了')
  await page.getByRole('dialog').getByRole('button', { name: '删除' }).click()
  await expect(tiles).toHaveCount(1)
  await page.getByRole('button', { name: '看已删除的' }).click()
  await expect(page.getByText('周主任 删除：拍糊了')).toBeVisible()
  await page.getByRole('button', { name: '恢复“照片”' }).click()
  await expect(tiles).toHaveCount(2)
})

test('somebody signs on a telephone, or on paper', async ({ office, page }) => {
  await office.signIn(staff.manager)
  await recordService(page, '送春联')
  await page.setViewportSize({ width: 360, height: 780 })
  await page.getByRole('button', { name: '添加其他材料' }).click()
  await page.getByRole('menuitem', { name: '请人签名' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('签名人').fill('王秀云')
  await expect(dialog.getByRole('button', { name: '保存签名' })).toBeDisabled()
  const box = await dialog.locator('canvas').boundingBox()
  if (box === null) throw new Error('There is no box to sign in.')
  for (const [from, to] of [
    [0.2, 0.8],
    [0.3, 0.6],
  ] as const) {
    await page.mouse.move(box.x + box.width * from, box.y + box.height * 0.3)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * to, box.y + box.height * 0.7, { steps: 8 })
    await page.mouse.up()
  }
  expect(await office.faults()).toEqual([])
  await dialog.getByRole('button', { name: '保存签名' }).click()
  const tiles = page.getByRole('list', { name: '照片与材料' }).getByRole('listitem')
  await expect(tiles.filter({ hasText: '王秀云' })).toHaveCount(1)

  await page.getByRole('button', { name: '添加其他材料' }).click()
  await page.getByRole('menuitem', { name: '请人签名' }).click()
  await dialog.getByLabel('签名人').fill('张忠清')
  await dialog.getByText('已在纸上签', { exact: true }).click()
  await dialog.getByLabel('原件存放处').fill('档案柜3')
  await dialog.getByRole('button', { name: '保存签名' }).click()
  await expect(tiles.filter({ hasText: '原件存：档案柜3' })).toHaveCount(1)
  expect(await office.faults()).toEqual([])
})
