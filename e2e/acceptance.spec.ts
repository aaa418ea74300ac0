import PizZip from 'pizzip'
import { readFileSync } from 'node:fs'
import { expect, test } from './journey.ts'
import { staff } from './staff.ts'

test('a manager sees what is missing of an activity, makes the pack of the project and takes it along', async ({ office, page }) => {
  await office.signIn(staff.manager)
  await office.open('/acceptance')
  await expect(page.getByRole('heading', { level: 1, name: '验收' })).toBeVisible()
  await expect(page.getByRole('region', { name: '合同指标' })).toContainText('社区活动场次')
  await page.getByRole('button', { name: '生成资料包' }).click()
  const dialog = page.getByRole('dialog', { name: '生成资料包' })
  await expect(dialog.getByText('完整版', { exact: true })).toBeVisible()
  expect(await office.faults()).toEqual([])
  await dialog.getByRole('button', { name: '开始生成' }).click()
  await expect(dialog.getByText(/资料包已生成/)).toBeVisible({ timeout: 60_000 })
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: '下载' }).click()
  expect((await download).suggestedFilename()).toMatch(/验收资料包.*\.zip$/)
  await dialog.getByRole('button', { name: '关闭' }).last().click()
  await expect(page.getByRole('region', { name: '做过的资料包' })).toContainText('完整版')
  expect(await office.faults()).toEqual([])
})

test('a template with a wrong field is not kept: the field is named with its place and the one that is meant', async ({ office, page }) => {
  await office.signIn(staff.manager)
  await office.open('/acceptance')
  const reports = page.getByRole('region', { name: '报告' })
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载 Word 模板' }).click()
  const zip = new PizZip(readFileSync(await (await download).path()))
  zip.file('word/document.xml', (zip.file('word/document.xml')?.asText() ?? '').replace('{承接机构}', '{承办机构}'))
  const buffer = Buffer.from(zip.generate({ type: 'uint8array' }))
  await page.locator('input[type=file]').setInputFiles({
    name: '本单位模板.docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer,
  })
  await expect(page.getByText('第3段：{承办机构}，没有这个字段，是不是“承接机构”？')).toBeVisible()
  expect(await office.faults()).toEqual([])
  await expect(reports.getByText('本单位模板')).toHaveCount(0)
})
