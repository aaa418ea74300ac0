import { expect, test } from './journey.ts'
import { staff } from './staff.ts'

test('a person is found by the initials of their name, with the keyboard, and their file opens', async ({ office, page }) => {
  await office.signIn(staff.manager)
  await page.getByRole('combobox', { name: '查人' }).click()
  await page.keyboard.type('wxy')
  await expect(
    page
      .getByRole('option', { name: /王秀云/ })
      .or(page.locator('.ant-select-item-option', { hasText: '王秀云' }))
      .first(),
  ).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '王秀云' })).toBeVisible()
  await expect(page.getByText('138****1709')).toBeVisible()
})

test('a telephone is seen whole only for a reason, and the trail keeps who looked and why', async ({ office, page }) => {
  await office.signIn(staff.manager)
  await page.getByRole('link', { name: '人员' }).first().click()
  await page.getByRole('link', { name: '王秀云' }).click()
  await page.getByRole('button', { name: '查看完整的电话' }).click()
  await page.getByLabel('为什么要看').fill('预约上门探访')
  await page.getByRole('dialog').getByRole('button', { name: '查看' }).click()
  await expect(page.getByText('13800001709')).toBeVisible()
  await page.getByRole('button', { name: '隐藏' }).click()
  await expect(page.getByText('13800001709')).toHaveCount(0)

  await page.context().clearCookies()
  await office.signIn(staff.auditor)
  await page.getByRole('link', { name: '操作痕迹' }).first().click()
  await expect(page.getByRole('row', { name: /预约上门探访/ })).toHaveCount(1)
})

test('a half-filled form survives a reload, and changing a file leaves the telephone that nobody touched', async ({ office, page }) => {
  await office.signIn(staff.manager)
  await page.getByRole('link', { name: '人员' }).first().click()
  await page.getByRole('link', { name: '张忠清' }).click()
  await page.getByRole('button', { name: '修改档案' }).click()
  await page.getByLabel('住址').fill('光正台村4组68号')
  await page.reload()
  await expect(page.getByText('已恢复上次没有保存的内容')).toBeVisible()
  await expect(page.getByLabel('住址')).toHaveValue('光正台村4组68号')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '张忠清' })).toBeVisible()
  await expect(page.getByText('光正台村4组68号')).toBeVisible()
  await expect(page.getByText('138****2211')).toBeVisible()
})

test('somebody who is likely on file already is shown beside what was filled in, before a second file is made', async ({
  office,
  page,
}) => {
  await office.signIn(staff.manager)
  await page.getByRole('link', { name: '人员' }).first().click()
  await page.getByRole('button', { name: '新建档案' }).click()
  await page.getByLabel('姓名', { exact: true }).fill('李桂兰')
  await page.getByLabel('电话', { exact: true }).fill('13800003322')
  await page.getByRole('button', { name: '新建档案' }).click()
  const likely = page.getByRole('alert')
  await expect(likely).toContainText('可能已有这个人的档案')
  await expect(likely).toContainText('姓名相同')
  await likely.getByRole('link', { name: '是这个人，打开档案' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '李桂兰' })).toBeVisible()
  await page.goBack()
  await expect(page.getByLabel('姓名', { exact: true })).toHaveValue('李桂兰')
  await page.getByLabel('姓名', { exact: true }).fill('李桂兰（小）')
  await page.getByRole('button', { name: '新建档案' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '李桂兰（小）' })).toBeVisible()
})

test('a death freezes the file, and a mistaken record is taken back', async ({ office, page }) => {
  await office.signIn(staff.manager)
  await page.getByRole('link', { name: '人员' }).first().click()
  await page.getByRole('link', { name: '李桂兰', exact: true }).click()
  await page.getByRole('button', { name: '更多操作' }).click()
  await page.getByRole('menuitem', { name: '登记去世' }).click()
  await page.getByLabel('去世日期').fill('2025-03-01')
  await page.getByLabel('去世日期').press('Enter')
  await page.getByLabel('理由').fill('家属告知')
  await page.getByRole('dialog').getByRole('button', { name: '登记去世' }).click()
  await expect(page.getByText('2025-03-01 去世，档案已冻结')).toBeVisible()
  await expect(page.getByRole('button', { name: '修改档案' })).toHaveCount(0)
  await page.getByRole('button', { name: '更多操作' }).click()
  await page.getByRole('menuitem', { name: '更正误登的去世' }).click()
  await page.getByLabel('理由').fill('同名误登')
  await page.getByRole('dialog').getByRole('button', { name: '更正误登的去世' }).click()
  await expect(page.getByRole('button', { name: '修改档案' })).toBeVisible()
})
