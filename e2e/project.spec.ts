import { expect, test } from './journey.ts'
import { openProject } from './project-journey.ts'
import { staff } from './staff.ts'

test('a manager writes down what the contract asks', async ({ office, page }) => {
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
})

test('whoever only looks finds no button that changes a project', async ({ office, page }) => {
  await office.signIn(staff.bureau)
  await page.getByRole('link', { name: '项目', exact: true }).first().click()
  await expect(page.getByRole('heading', { name: '合同指标' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^修改/ })).toHaveCount(0)
  await page.getByRole('tab', { name: '经费' }).click()
  await expect(page.getByRole('heading', { name: '支出明细' })).toBeVisible()
  await expect(page.getByRole('button', { name: '登记支出' })).toHaveCount(0)
})

test('choosing another project keeps the list open, and lets go of the community of the one before', async ({ office, page, server }) => {
  await openProject(office, page, '下一年的项目')
  await page.goto(`${server.address}/people?search=王&community=211102004005`)
  await page.getByRole('button', { name: /^当前项目/ }).click()
  await page.getByRole('menuitem').filter({ hasNotText: '下一年的项目' }).first().click()
  await expect(page.getByRole('button', { name: '当前项目：下一年的项目' })).toHaveCount(0)
  await expect(page).toHaveURL((address) => address.searchParams.get('search') === '王' && !address.searchParams.has('community'))
})
