import type { Page } from '@playwright/test'
import { expect, test, type Office } from './journey.ts'
import { staff } from './staff.ts'

/** Opens the record of a visit to somebody on the list, on a day in spring. */
async function knock(page: Page, name: string, day: string): Promise<void> {
  await page.getByRole('link', { name: '探访', exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: '探访' })).toBeVisible()
  await page.getByRole('button', { name: /^全部老人/ }).click()
  await page.getByRole('button', { name: `记一次对${name}的探访` }).click()
  await expect(page.getByRole('heading', { level: 1, name: '记一次探访' })).toBeVisible()
  await expect(page.getByText(name, { exact: true }).first()).toBeVisible()
  await page.getByLabel('日期').fill(day)
  await page.getByLabel('日期').press('Tab')
}

async function signOut(office: Office, page: Page): Promise<void> {
  await page.context().clearCookies()
  await office.open('/')
  await expect(page.getByLabel('登录名')).toBeVisible()
}

const overdue = async (page: Page): Promise<number> => {
  const link = page.getByRole('link', { name: /逾期未探访/ }).first()
  await expect(link).toBeVisible()
  return Number(/\d+/.exec(await link.innerText())?.[0])
}

test('a door that nobody opens twice is passed on, the supervisor sees it, and the number goes down after the visit', async ({
  office,
  page,
}) => {
  await office.signIn(staff.worker)
  await knock(page, '王秀云', '2025-02-03')
  await page.getByText('见到了', { exact: true }).click()
  await page.getByRole('button', { name: '全部正常' }).click()
  await expect(page.getByRole('button', { name: /一氧化碳.*正常/ })).toBeVisible()
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('一氧化碳 · 正常')).toBeVisible()
  for (const day of ['2025-04-20', '2025-04-22']) {
    await knock(page, '王秀云', day)
    await page.getByText('没见到', { exact: true }).click()
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '王秀云' })).toBeVisible()
    await expect(page.getByText('未见到人').first()).toBeVisible()
  }
  expect(await office.faults()).toEqual([])
  await signOut(office, page)

  await office.signIn(staff.supervisor)
  await page.getByRole('link', { name: /连续见不到人/ }).click()
  await expect(page.getByText('还没有问邻居')).toBeVisible()
  await page.getByRole('link', { name: '王秀云' }).click()
  await page.getByRole('button', { name: '记一步' }).click()
  await page.getByLabel('结果怎么说').fill('邻居说去女儿家了')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: '邻居说去女儿家了' })).toBeVisible()
  await expect(page.getByText('下一步：请社区上门')).toBeVisible()
  expect(await office.faults()).toEqual([])
  await signOut(office, page)

  await office.signIn(staff.worker)
  const before = await overdue(page)
  await page
    .getByRole('link', { name: /逾期未探访/ })
    .first()
    .click()
  await expect(page.getByText(`共 ${before} 条`)).toBeVisible()
  await knock(page, '王秀云', '2025-04-28')
  await page.getByText('见到了', { exact: true }).click()
  await page.getByRole('button', { name: '全部正常' }).click()
  await page.getByRole('button', { name: /水电气火/ }).click()
  await page.getByLabel('什么问题').fill('灶台胶管开裂')
  await page.reload()
  await expect(page.getByLabel('什么问题')).toHaveValue('灶台胶管开裂')
  await page.getByText('紧急', { exact: true }).click()
  await page.getByLabel('当场处置').fill('关阀，请社区更换')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('灶台胶管开裂')).toBeVisible()
  expect(await office.faults()).toEqual([])
  await page.getByRole('link', { name: '首页' }).first().click()
  await expect.poll(() => overdue(page)).toBe(before - 1)
  await expect(page.getByRole('link', { name: /连续见不到人/ })).toHaveCount(0)
  await expect(page.getByRole('link', { name: /紧急问题/ })).toContainText('1')
})
