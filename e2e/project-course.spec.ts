import type { Page } from '@playwright/test'
import { choose, expect, test, type Office } from './journey.ts'
import { staff } from './staff.ts'

async function changeTo(office: Office, page: Page, name: string): Promise<void> {
  await page.context().clearCookies()
  await office.signIn(name)
}

async function openPart(page: Page, part: string): Promise<void> {
  await page.getByRole('link', { name: '项目', exact: true }).first().click()
  await page.getByRole('tab', { name: part }).click()
  await expect(page.getByRole('tab', { name: part, selected: true })).toBeVisible()
}

test('a worker marks a duty done, records a risk and asks for a change, which the bureau approves and which takes effect', async ({
  office,
  page,
}) => {
  await office.signIn(staff.worker)
  await openPart(page, '应办事项')
  await expect(page.getByText('按最后一天（2025-05-01）显示')).toBeVisible()
  expect(await office.faults()).toEqual([])
  await page.getByRole('button', { name: '办结：2024年9月月报' }).click()
  const finishing = page.getByRole('dialog', { name: '办结：2024年9月月报' })
  await finishing.getByLabel('办结日期').fill('2024-10-09')
  await finishing.getByLabel('办结日期').press('Tab')
  await finishing.getByLabel('说明（报给谁、在哪里公开）').fill('报区民政局')
  await finishing.getByRole('button', { name: '办结' }).click()
  await expect(page.getByRole('button', { name: '办结：2024年9月月报' })).toHaveCount(0)
  await page.getByRole('button', { name: '显示已办和不适用的 1 项' }).click()
  await page.getByRole('button', { name: '详情：2024年9月月报' }).click()
  const details = page.getByRole('dialog', { name: '2024年9月月报' })
  await expect(details.getByText('报区民政局').first()).toBeVisible()
  await details
    .locator('input[type=file]')
    .setInputFiles({ name: '月报.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 …') })
  await expect(details.getByRole('button', { name: '打开 月报.pdf' })).toBeVisible()
  expect(await office.faults()).toEqual([])
  await page.keyboard.press('Escape')
  await expect(details).toHaveCount(0)

  await openPart(page, '变更与风险')
  await page.getByRole('button', { name: '登记风险' }).click()
  const risk = page.getByRole('dialog', { name: '登记风险' })
  await risk.getByLabel('什么风险').fill('大雪封路，老人出不了门')
  await risk.getByLabel('应对措施').fill('改为电话问候，请邻居照看')
  await risk.getByLabel('负责人').fill('刘社工')
  await risk.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('row', { name: /中 大雪封路/ })).toBeVisible()
  await page.getByRole('button', { name: '申请变更' }).click()
  const asking = page.getByRole('dialog', { name: '申请变更' })
  await choose(page, asking.getByRole('combobox', { name: '变更类型' }), '指标变更')
  await choose(page, asking.getByRole('combobox', { name: '哪个指标' }), '社区活动场次')
  await asking.getByLabel('新的目标').fill('120')
  await asking.getByLabel('为什么变').fill('社区要求多办')
  await asking.getByRole('button', { name: '申请变更' }).click()
  await expect(page.getByText('“社区活动场次”由 100场 改为 120场')).toBeVisible()
  await expect(page.getByRole('button', { name: '审批第 1 号变更' })).toHaveCount(0)
  expect(await office.faults()).toEqual([])

  await changeTo(office, page, staff.bureau)
  await openPart(page, '变更与风险')
  await page.getByRole('button', { name: '审批第 1 号变更' }).click()
  const deciding = page.getByRole('dialog', { name: '审批第 1 号变更' })
  await deciding.getByText('同意', { exact: true }).click()
  await deciding.getByLabel('审批理由').fill('符合实际')
  await deciding.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('已同意', { exact: true }).first()).toBeVisible()
  expect(await office.faults()).toEqual([])
  await page.getByRole('tab', { name: '概况' }).click()
  await expect(page.getByRole('row', { name: /社区活动场次.*120/ })).toBeVisible()

  await changeTo(office, page, staff.worker)
  await openPart(page, '变更与风险')
  await page.getByRole('button', { name: '申请撤销第 1 号变更' }).click()
  const back = page.getByRole('dialog', { name: '申请撤销第 1 号变更' })
  await back.getByLabel('理由').fill('街道又说不用')
  await back.getByRole('button', { name: '申请撤销' }).click()
  await expect(page.getByText('“社区活动场次”由 120场 改为 100场')).toBeVisible()
  await expect(page.getByText('撤销第 1 号', { exact: true })).toBeVisible()
})
