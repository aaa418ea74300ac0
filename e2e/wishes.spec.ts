import type { Page } from '@playwright/test'
import { expect, test, type Office } from './journey.ts'
import { staff } from './staff.ts'

async function changeTo(office: Office, page: Page, name: string): Promise<void> {
  await page.context().clearCookies()
  await office.signIn(name)
}

test('a wish is collected, kept free of what says who, screened by another, claimed, brought, confirmed and closed', async ({
  office,
  page,
}) => {
  await office.signIn(staff.worker)
  await page.getByRole('link', { name: '微心愿', exact: true }).first().click()
  await expect(page.getByText('还没有心愿')).toBeVisible()
  await page.getByRole('button', { name: '登记心愿' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '登记心愿' })).toBeVisible()
  await page.getByRole('combobox', { name: '老人' }).click()
  await page.keyboard.type('王秀云')
  await expect(page.locator('.ant-select-item-option', { hasText: '王秀云' }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await page.getByLabel('心愿（公开）').fill('想要一床厚棉被')
  await page.getByLabel('说明（公开，可不填）').fill('请打一三八零零零零一七零九')
  await expect(page.getByText('文字里有一长串数字')).toBeVisible()
  await page.getByLabel('估价（元）').fill('150')
  await page.reload()
  await expect(page.getByLabel('心愿（公开）')).toHaveValue('想要一床厚棉被')
  await page.getByLabel('说明（公开，可不填）').fill('冬天屋里冷，盖着暖和')
  await page.getByLabel('备注（不公开）').fill('要一米五宽的，白天在家')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '想要一床厚棉被' })).toBeVisible()
  await expect(page.getByText('审核通过前不公开')).toBeVisible()
  await expect(page.getByRole('button', { name: '通过并公开' })).toHaveCount(0)
  expect(await office.faults()).toEqual([])

  await changeTo(office, page, staff.supervisor)
  await page.getByRole('link', { name: '微心愿', exact: true }).first().click()
  await page.getByRole('link', { name: '想要一床厚棉被' }).click()
  await page.getByRole('button', { name: '通过并公开' }).click()
  await expect(page.getByText('待认领', { exact: true }).first()).toBeVisible()

  await office.open('/public/journeys/wishes')
  await expect(page.getByText('想要一床厚棉被')).toBeVisible()
  await expect(page.getByText('王秀云')).toHaveCount(0)
  await expect(page.getByText('旭东社区')).toHaveCount(0)
  expect(await office.faults()).toEqual([])

  await changeTo(office, page, staff.hospital)
  await page.getByRole('link', { name: '认领微心愿' }).first().click()
  await page.getByRole('button', { name: '认领：想要一床厚棉被' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '认领', exact: true }).click()
  await expect(page.getByRole('button', { name: '退出认领：想要一床厚棉被' })).toBeVisible()
  await expect(page.getByText('王秀云')).toHaveCount(0)
  expect(await office.faults()).toEqual([])

  await changeTo(office, page, staff.worker)
  await page.getByRole('link', { name: '微心愿', exact: true }).first().click()
  await page.getByRole('link', { name: '想要一床厚棉被' }).click()
  await page.getByRole('button', { name: '记录送达' }).click()
  const dialog = page.getByRole('dialog', { name: '记录送达' })
  await dialog.getByLabel('送达日期').fill('2025-01-20')
  await dialog.getByLabel('送达日期').press('Tab')
  await dialog.getByRole('button', { name: '保存' }).click()
  await page.getByRole('button', { name: '确认收到' }).click()
  await page.getByRole('dialog', { name: '确认收到' }).getByText('家属', { exact: true }).click()
  await page.getByRole('dialog', { name: '确认收到' }).getByRole('button', { name: '保存' }).click()
  await page.getByRole('button', { name: '销号' }).click()
  await expect(page.getByText('已销号', { exact: true }).first()).toBeVisible()
  expect(await office.faults()).toEqual([])
  await page.getByRole('link', { name: '送达', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: '想要一床厚棉被' })).toBeVisible()
  await expect(page.getByText('双台子区人民医院')).toBeVisible()
  await expect(page.getByRole('region', { name: '到场人员' })).toContainText('王秀云')
})
