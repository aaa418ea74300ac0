import { expect, test } from './journey.ts'
import { staff } from './staff.ts'

test('a manager writes down what the contract asks, and an expense past its budget line is pointed out at once', async ({
  office,
  page,
}) => {
  await office.signIn(staff.manager)
  await page.getByRole('link', { name: '项目', exact: true }).first().click()
  await page.getByRole('button', { name: '修改：合同指标' }).click()
  const targets = page.getByRole('dialog', { name: '修改：合同指标' })
  await targets.getByRole('button', { name: '加一行' }).click()
  await targets.getByLabel('合同写法').last().fill('直接受益人数')
  await targets.getByLabel('目标').last().fill('1710')
  await targets.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('row', { name: /直接受益人数.*1,710/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /社区活动场次.*100/ })).toBeVisible()

  await page.getByRole('button', { name: '登记支出' }).click()
  const expense = page.getByRole('dialog', { name: '登记支出' })
  await expense.getByLabel('金额（元）').fill('1200.5')
  await expense.getByRole('combobox', { name: '预算科目' }).click()
  await page.locator('.ant-select-item-option', { hasText: '宣传费' }).click()
  await expense.getByLabel('凭证号').fill('PZ001')
  await expense.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('dialog', { name: '已保存，请核对提示' })).toContainText('宣传费')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('row', { name: /宣传费.*1,000\.00 元.*1,200\.50 元.*超支/ })).toBeVisible()
})

test('whoever only looks finds no button that changes a project', async ({ office, page }) => {
  await office.signIn(staff.bureau)
  await page.getByRole('link', { name: '项目', exact: true }).first().click()
  await expect(page.getByRole('heading', { name: '合同指标' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^修改/ })).toHaveCount(0)
  await expect(page.getByRole('button', { name: '登记支出' })).toHaveCount(0)
})
