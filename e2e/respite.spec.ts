import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'
import { staff } from './staff.ts'

const option = async (page: Page, name: string) => page.locator('.ant-select-item-option', { hasText: name }).first().click()

test('a daughter asks for respite, a vetted family is offered and taken, and the home page has what waits until it is recorded', async ({
  office,
  page,
}) => {
  const dialog = page.getByRole('dialog')
  const save = async () => {
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(dialog).toHaveCount(0)
  }
  await office.signIn(staff.manager)
  await page.getByRole('link', { name: '志愿者', exact: true }).first().click()
  await page.getByRole('tab', { name: '志愿家庭' }).click()
  await page.getByRole('button', { name: '登记志愿家庭' }).click()
  await dialog.getByLabel('编号').fill('JT-01')
  await dialog.getByLabel('家庭名称').fill('孙家')
  await dialog.getByLabel('核查日期').fill('2025-01-02')
  await dialog.getByLabel('核查日期').press('Tab')
  await save()
  await expect(page.getByText('孙家')).toBeVisible()

  await page.getByRole('link', { name: '照护者与喘息', exact: true }).first().click()
  await page.getByRole('button', { name: '登记照护者' }).click()
  const pick = async (field: string, name: string) => {
    await dialog.getByRole('combobox', { name: field }).fill(name)
    await option(page, name)
  }
  await pick('照护者', '李桂兰')
  await pick('被照护的老人', '张忠清')
  await dialog.getByLabel('关系').fill('老伴')
  await save()
  await page.getByRole('button', { name: '为李桂兰申请喘息' }).click()
  await dialog.getByLabel('哪一天').fill('2025-03-12')
  await dialog.getByLabel('哪一天').press('Tab')
  await dialog.getByLabel('为什么需要').fill('自己要去复查')
  // What was typed into a dialog is still there after a reload.
  await page.reload()
  await page.getByRole('button', { name: '为李桂兰申请喘息' }).click()
  await expect(dialog.getByText('已恢复上次没有保存的内容')).toBeVisible()
  await expect(dialog.getByLabel('为什么需要')).toHaveValue('自己要去复查')
  await save()
  await expect(page.getByText('已申请')).toBeVisible()
  expect(await office.faults()).toEqual([])

  await page.getByRole('link', { name: '首页' }).first().click()
  await expect(page.getByRole('link', { name: /喘息申请待安排/ })).toContainText('1')
  await page.getByRole('link', { name: /喘息申请待安排/ }).click()
  await page.getByRole('button', { name: '安排', exact: true }).click()
  await dialog.getByRole('combobox', { name: '由谁照看' }).click()
  await option(page, '志愿家庭')
  await dialog.getByRole('combobox', { name: '志愿家庭' }).click()
  await option(page, '孙家')
  await save()
  await page.getByRole('button', { name: '照护者确认' }).click()
  await save()
  await expect(page.getByText('已确认')).toBeVisible()
  await page.getByRole('button', { name: '登记完成' }).click()
  await dialog.getByLabel('做了什么').fill('陪老人下棋、量血压')
  await save()
  await expect(page.getByText('已完成')).toBeVisible()
  await expect(page.getByText('1 次 · 2小时')).toBeVisible()
  expect(await office.faults()).toEqual([])

  await page.getByRole('button', { name: '喘息服务单' }).click()
  await expect(page.frameLocator('iframe').getByText('陪老人下棋、量血压')).toBeVisible()
  await dialog
    .getByRole('button', { name: 'Close' })
    .or(dialog.getByRole('button', { name: '关闭' }))
    .first()
    .click()
  await page.getByRole('link', { name: '首页' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('link', { name: /喘息/ }).filter({ hasText: /待安排|等照护者|未登记/ })).toHaveCount(0)
})
