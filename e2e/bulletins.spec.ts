import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './journey.ts'
import { openProject } from './project-journey.ts'
import { staff } from './staff.ts'

const folder = join(import.meta.dirname, '../demo/reference-project')
const workbooks = readdirSync(folder)
  .filter((name) => /\.(xlsx|csv)$/.test(name))
  .map((name) => join(folder, name))

test('the closing bulletin: 349例 is found to be sessions, a second person approves, and after a merge both values are shown', async ({
  office,
  page,
}) => {
  test.setTimeout(300_000)
  const project = '五社联动结项'
  await openProject(office, page, project)
  await page.getByRole('link', { name: '导入', exact: true }).first().click()
  await page.getByLabel('选择文件').last().setInputFiles(workbooks)
  await page.getByRole('button', { name: '上传并预览' }).click()
  await expect(page.getByText(/现在还什么都没有写入/)).toBeVisible({ timeout: 120_000 })
  await page.getByRole('navigation', { name: '导入步骤' }).getByRole('link', { name: '确认导入' }).click()
  await page.getByRole('button', { name: /^确认导入：新增 [\d,]+ 条/ }).click()
  await expect(page.getByText(/已写入：新增/)).toBeVisible({ timeout: 120_000 })

  await page.getByRole('link', { name: '简报', exact: true }).first().click()
  expect(await office.faults()).toEqual([])
  await page.getByRole('button', { name: '写一份简报' }).click()
  await expect(page.getByText('没有手写的数字。')).toBeVisible({ timeout: 30_000 })
  const intro = page.getByRole('textbox', { name: '第 1 块：段落' })
  await intro.fill('项目开展个案咨询349例，四成老人独居。')
  const claims = page.getByRole('list', { name: '数字核对' })
  await expect(claims.getByRole('listitem').filter({ hasText: '349例' })).toContainText('不是个案数')
  await expect(page.getByRole('button', { name: '提交审核' })).toBeDisabled()
  await claims.getByRole('listitem').filter({ hasText: '349例' }).getByRole('button', { name: '换成系统数字' }).click()
  await expect(intro).toHaveValue('项目开展个案咨询【个案面谈次数】，四成老人独居。')
  await claims.getByRole('button', { name: '保留' }).click()
  await claims.getByRole('textbox', { name: '保留“四成”的理由' }).fill('入户摸排问卷')
  await claims.getByRole('textbox', { name: '保留“四成”的理由' }).press('Enter')
  await expect(page.getByText('手写的数字都有着落。')).toBeVisible()
  await expect(page.getByRole('article')).toContainText('项目开展个案咨询349人次')
  await page.getByText('繁体', { exact: true }).click()
  await expect(page.getByRole('article')).toContainText('項目開展個案諮詢349人次')
  expect(await office.faults()).toEqual([])
  await page.getByRole('button', { name: '提交审核' }).click()
  await expect(page.getByText('您写过这份简报，须由另一个人审核。')).toBeVisible()
  const address = page.url()

  await page.context().clearCookies()
  await office.signIn(staff.bureau)
  await page.goto(address)
  await page.getByRole('button', { name: '审核通过' }).click()
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
  await expect(page.getByText('已发布').first()).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('table', { name: '文中的数字' }).or(page.getByRole('region', { name: '文中的数字' }))).toContainText(
    '1,900人',
  )
  expect(await office.faults()).toEqual([])
})
