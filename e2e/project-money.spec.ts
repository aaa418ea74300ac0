import sharp from 'sharp'
import type { Page } from '@playwright/test'
import { choose, expect, photograph, test, type Office } from './journey.ts'
import { staff } from './staff.ts'

async function changeTo(office: Office, page: Page, name: string): Promise<void> {
  await page.context().clearCookies()
  await office.signIn(name)
}

async function openExpense(page: Page): Promise<void> {
  await page.getByRole('link', { name: '项目', exact: true }).first().click()
  await page.getByRole('tab', { name: '经费' }).click()
  await page.getByRole('link', { name: '打开凭证 PZ001' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '印宣传册' })).toBeVisible()
}

test('an expense over its line is warned of while it is typed, signed by three people over its voucher, printed, voided and restored', async ({
  office,
  page,
}) => {
  await office.signIn(staff.worker)
  await page.getByRole('link', { name: '服务台账' }).first().click()
  await page.getByRole('button', { name: '登记服务' }).click()
  await choose(page, '服务类型', '社区活动')
  await page.getByLabel('日期').fill('2024-12-21')
  await page.getByLabel('日期').press('Enter')
  await choose(page, '社区（村）', '旭东社区')
  await page.getByLabel('名称').fill('冬至包饺子')
  await page.getByRole('button', { name: '登记服务' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '冬至包饺子' })).toBeVisible()
  await page.getByRole('link', { name: '项目', exact: true }).first().click()
  await page.getByRole('tab', { name: '经费' }).click()
  await expect(page.getByText('还没有支出')).toBeVisible()
  expect(await office.faults()).toEqual([])
  await page.getByRole('button', { name: '登记支出' }).click()
  const dialog = page.getByRole('dialog', { name: '登记支出' })
  await dialog.getByLabel('金额（元）').fill('1200.5')
  await choose(page, dialog.getByRole('combobox', { name: '预算科目' }), '宣传费')
  await dialog.getByLabel('用途').fill('印宣传册')
  const spentFor = dialog.getByRole('combobox', { name: '用于哪次服务' })
  await spentFor.fill('冬至')
  await page.getByTitle('2024-12-21 社区活动 冬至包饺子').click()
  await dialog.getByLabel('凭证号').fill('PZ001')
  await expect(dialog.getByRole('status')).toContainText('“宣传费”共支出1,200.50元，超过预算1,000元')
  await choose(page, dialog.getByRole('combobox', { name: '支付方式' }), '现金')
  await expect(dialog.getByRole('status')).toContainText('现金支付超过1,000元')
  await dialog.getByRole('button', { name: '保存' }).click()

  await expect(page.getByRole('heading', { level: 1, name: '印宣传册' })).toBeVisible()
  await expect(page.getByText('壹仟贰佰元伍角整')).toBeVisible()
  await photograph(page, 'expense')
  await page.getByRole('link', { name: '2024-12-21 社区活动 冬至包饺子' }).click()
  await expect(page.getByText('1 笔，共 1,200.50 元')).toBeVisible()
  await photograph(page, 'service-costs')
  await page.goBack()
  await page.getByRole('button', { name: '经手签字' }).click()
  await expect(page.getByRole('button', { name: '撤回经手人签字' })).toBeVisible()
  const picture = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#fffbe6' } })
    .png()
    .toBuffer()
  await page.locator('input[type=file]').setInputFiles({ name: '发票.png', mimeType: 'image/png', buffer: picture })
  await expect(page.getByRole('button', { name: '打开 发票.png' })).toBeVisible()
  expect(await office.faults()).toEqual([])

  await changeTo(office, page, staff.supervisor)
  await openExpense(page)
  await page.getByRole('button', { name: '证明签字' }).click()
  await expect(page.getByRole('button', { name: '撤回证明人签字' })).toBeVisible()
  await expect(page.getByRole('button', { name: '审批签字' })).toHaveCount(0)

  await changeTo(office, page, staff.manager)
  await openExpense(page)
  await page.getByRole('button', { name: '审批签字' }).click()
  await expect(page.getByRole('button', { name: '撤回审批人签字' })).toBeVisible()
  await page.getByRole('button', { name: '打印' }).click()
  const print = page.getByRole('dialog', { name: '打印：费用报销单' })
  await expect(print.frameLocator('iframe').getByText('周主任')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(print).toHaveCount(0)

  await page.getByRole('button', { name: '作废' }).click()
  const voiding = page.getByRole('dialog', { name: '作废这笔支出' })
  await voiding.getByLabel('理由').fill('重复报销')
  await voiding.getByRole('button', { name: '作废' }).click()
  await expect(page.getByText('已由周主任作废：重复报销')).toBeVisible()
  expect(await office.faults()).toEqual([])
  await page.getByRole('link', { name: '项目', exact: true }).first().click()
  await page.getByRole('tab', { name: '经费' }).click()
  await expect(page.getByRole('row', { name: /^宣传费 1,000\.00 元 0\.00 元/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /PZ001.*已作废/ })).toBeVisible()
  expect(await office.faults()).toEqual([])
})
