import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'
import { staff } from './staff.ts'

/** Picks one of a list that drops down. */
async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field, exact: true }).click()
  await page.locator('.ant-select-item-option', { hasText: option }).first().click()
}

async function pick(page: Page, name: string): Promise<void> {
  const search = page.getByRole('combobox', { name: '到场人员' })
  await search.click()
  await page.keyboard.type(name)
  await expect(page.locator('.ant-select-item-option', { hasText: name }).first()).toBeVisible()
  await page.keyboard.press('Enter')
}

test('a service is recorded once with who was there, and stands in the person’s file', async ({ office, page }) => {
  await office.signIn(staff.manager)
  await page.getByRole('link', { name: '服务台账' }).first().click()
  await page.getByRole('button', { name: '登记服务' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '登记服务' })).toBeVisible()
  await choose(page, '服务类型', '社区活动')
  await page.getByLabel('日期').fill('2025-01-22')
  await page.getByLabel('日期').press('Enter')
  await choose(page, '社区（村）', '旭东社区')
  await page.getByLabel('名称').fill('写春联送祝福')
  await pick(page, '王秀云')
  await pick(page, '张忠清')
  await expect(page.getByText('已选 2 人')).toBeVisible()
  await page.getByRole('button', { name: '加一项贡献' }).click()
  await choose(page, '哪一方', '社区志愿者')
  await choose(page, '贡献', '时间')
  await page.getByRole('button', { name: '登记服务' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '写春联送祝福' })).toBeVisible()
  await expect(page.getByRole('region', { name: '到场人员' }).getByRole('row')).toHaveCount(3)
  await expect(page.getByRole('listitem').filter({ hasText: '社区志愿者' })).toContainText('时间')

  await page.getByRole('link', { name: '王秀云' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '王秀云' })).toBeVisible()
  await expect(page.getByText('2025年1月')).toBeVisible()
  await page.getByRole('link', { name: /写春联送祝福/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: '写春联送祝福' })).toBeVisible()
})

test('a correction asks for a reason and keeps what stood before; a cancelled service says so', async ({ office, page }) => {
  await office.signIn(staff.manager)
  await page.getByRole('link', { name: '服务台账' }).first().click()
  await page.getByRole('button', { name: '登记服务' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '登记服务' })).toBeVisible()
  await choose(page, '服务类型', '义诊')
  await page.getByLabel('日期').fill('2025-02-02')
  await page.getByLabel('日期').press('Enter')
  await choose(page, '社区（村）', '光正台村')
  await page.getByLabel('名称').fill('春季义诊')
  await page.getByRole('button', { name: '登记服务' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '春季义诊' })).toBeVisible()

  await page.getByRole('button', { name: '更正' }).click()
  await page.getByLabel('时长（分钟）').fill('90')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('请填写')).toBeVisible()
  await page.getByLabel('理由').fill('原来漏记时长')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('1小时30分')).toBeVisible()
  await expect(page.getByText('原来漏记时长')).toBeVisible()
  await expect(page.getByText(/改了：\s*时长/)).toBeVisible()

  await page.getByRole('button', { name: '标为取消' }).click()
  await page.getByLabel('理由').fill('当天大雪没有办')
  await page.getByRole('dialog').getByRole('button', { name: '标为取消' }).click()
  await expect(page.getByText('已取消')).toBeVisible()
  await page.getByRole('link', { name: '服务台账' }).first().click()
  await choose(page, '状态', '已取消')
  await expect(page.getByRole('link', { name: '春季义诊' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('link', { name: '春季义诊' })).toBeVisible()
  await expect(page.getByRole('link', { name: '写春联送祝福' })).toHaveCount(0)
})
