import type { Page } from '@playwright/test'
import { expect, type Office } from './journey.ts'
import { staff } from './staff.ts'

/** Signs the manager in and opens a new project, empty. */
export async function openProject(office: Office, page: Page, name: string): Promise<void> {
  await office.signIn(staff.manager)
  await page.getByRole('link', { name: '项目', exact: true }).first().click()
  await page.getByRole('button', { name: '新建项目' }).click()
  const dialog = page.getByRole('dialog', { name: '新建项目' })
  await dialog.getByLabel('项目名称').fill(name)
  await dialog.getByLabel('开始日期').fill('2024-09-01')
  await dialog.getByLabel('开始日期').press('Tab')
  await dialog.getByLabel('结束日期').fill('2025-05-01')
  await dialog.getByLabel('结束日期').press('Tab')
  await dialog.getByRole('button', { name: '新建项目' }).click()
  await expect(page.getByRole('button', { name: `当前项目：${name}` })).toBeVisible()
}
