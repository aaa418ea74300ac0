import type { Locator, Page } from '@playwright/test'
import { choose, expect, test } from './journey.ts'
import { openProject, workbooks } from './project-journey.ts'

type Upload = { name: string; mimeType: string; buffer: Buffer }
const csv = (name: string, lines: readonly string[]): Upload => ({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) })

async function upload(page: Page, files: Parameters<Locator['setInputFiles']>[0]): Promise<void> {
  await page.getByRole('link', { name: '导入', exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: '导入' })).toBeVisible()
  await page.getByLabel('选择文件').last().setInputFiles(files)
  await page.getByRole('button', { name: '上传并预览' }).click()
}

/** Picks one of a list that drops down. */
const step = (page: Page, name: string) => page.getByRole('navigation', { name: '导入步骤' }).getByRole('link', { name })

test('the manager imports the reference project’s workbooks, says who the doubtful names are, and reads 1,900 down to one person’s services', async ({
  office,
  page,
}) => {
  test.setTimeout(240_000)
  await openProject(office, page, '五社联动公益创投')
  await upload(page, workbooks)
  await expect(page.getByText('与已有记录比对')).toBeVisible()
  await expect(page.getByText(/现在还什么都没有写入/)).toBeVisible({ timeout: 90_000 })
  await expect(page.getByRole('row', { name: /^服务记录/ })).toContainText('3,203')
  expect(await office.faults()).toEqual([])

  await step(page, '疑点').click()
  await page.getByRole('button', { name: /^身份证号末三位变成000/ }).click()
  await expect(page.getByRole('row', { name: /末三位变成000/ }).first()).toContainText('请按证件补录原号')
  expect(await office.faults()).toEqual([])

  await step(page, '认领姓名').click()
  await expect(page.getByText('还有 8 个，共 8 个')).toBeVisible()
  await page.getByRole('button', { name: '“佟井生”是 佟景生' }).click()
  await expect(page.getByText('还有 7 个，共 8 个')).toBeVisible()
  // The focus stands on the next name: its likeliest person is one key away.
  await page.keyboard.press('1')
  await expect(page.getByText('还有 6 个，共 8 个')).toBeVisible()
  await page.getByRole('button', { name: '撤回对“佟井生”的认领' }).click()
  await expect(page.getByText('还有 7 个，共 8 个')).toBeVisible()
  expect(await office.faults()).toEqual([])

  await page.getByRole('button', { name: '下一步：确认导入' }).click()
  await expect(page.getByText(/还有 7 个姓名没有认领/)).toBeVisible()
  await page.getByRole('button', { name: /^确认导入：新增 [\d,]+ 条/ }).click()
  await expect(page.getByText(/已写入：新增/)).toBeVisible({ timeout: 90_000 })
  expect(await office.faults()).toEqual([])

  await page.getByRole('link', { name: '首页' }).first().click()
  const board = page.getByRole('listitem').filter({ hasText: '直接受益人数' })
  await expect(board).toContainText('1,900')
  await expect(board).toContainText('目标 1,710')
  await expect(board).toContainText('已达标')
  await expect(page.getByText('约 17,270')).toBeVisible()
  await expect(page.getByRole('link', { name: /^待认领的姓名 7 人次$/ })).toBeVisible()
  expect(await office.faults()).toEqual([])

  await board.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: '直接受益人数的名单' })).toBeVisible()
  await expect(page.getByText('共 1,900 条').first()).toBeVisible()
  await expect(page.getByRole('row')).toHaveCount(51)
  expect(await office.faults()).toEqual([])
  const person = page.getByRole('row').nth(1).getByRole('link')
  const name = await person.innerText()
  await person.click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await page.locator('a[href^="/services/"]').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('row', { name: new RegExp(name) }).first()).toBeVisible()

  await page.getByRole('link', { name: '数字', exact: true }).first().click()
  await page.getByRole('link', { name: '直接受益人数 按社区' }).click()
  await expect(page.getByRole('row', { name: /^合计/ })).toContainText('1,900')
  await expect(page.getByText('请勿相加')).toBeVisible()
  await page.getByRole('link', { name: /^直接受益人数，旌旗社区：/ }).click()
  await expect(page.getByText('旌旗社区').first()).toBeVisible()
  await expect(page.getByText('共 122 条').first()).toBeVisible()
})

test('a register that is imported twice changes nothing, and the import can be undone as a whole', async ({ office, page }) => {
  const register = csv('小名册.csv', [
    '老人花名册,,,,,',
    '姓名,性别,出生日期,电话,家庭住址,困难类别',
    '测试甲,女,1948-03-01,10011110001,旭东社区1号楼,独居',
    '测试乙,男,1950-07-12,10011110002,旭东社区2号楼,低保',
  ])
  await openProject(office, page, '一份小名册')
  await upload(page, [register])
  await expect(page.getByRole('row', { name: /^人员 2/ })).toBeVisible({ timeout: 30_000 })
  await step(page, '确认导入').click()
  await page.getByRole('button', { name: /^确认导入：/ }).click()
  await expect(page.getByText(/已写入：新增/)).toBeVisible({ timeout: 30_000 })

  await upload(page, [register])
  await expect(page.getByText('这些工作簿里的内容都已经在系统里，没有需要写入的。')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: '放弃这次导入' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '放弃这次导入' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '导入' })).toBeVisible()
  await expect(page.getByRole('row', { name: /小名册/ })).toHaveCount(1)

  await page.getByRole('link', { name: /^打开 .* 的导入$/ }).click()
  await page.getByRole('button', { name: '撤销整次导入' }).click()
  await page.getByRole('dialog').getByLabel('理由').fill('用错了名册')
  await page.getByRole('dialog').getByRole('button', { name: '撤销整次导入' }).click()
  await expect(page.getByText(/整次撤销，理由：用错了名册/)).toBeVisible()
  await page.getByRole('link', { name: '人员', exact: true }).first().click()
  await expect(page.getByText('测试甲')).toHaveCount(0)
})

test('a list that nobody recognised is given its meaning once, and the next one with these headers is read by it', async ({
  office,
  page,
}) => {
  const listed = (name: string, person: string) =>
    csv(name, ['姓名,男女,生于何日,暗号', `${person},女,1948-03-01,10011110009`, `${person}二,男,1950-03-01,10011110010`])
  await openProject(office, page, '列的含义')
  await upload(page, [listed('第一份.csv', '暗号甲')])
  await expect(page.getByRole('heading', { level: 1, name: /的导入$/ })).toBeVisible({ timeout: 30_000 })
  await step(page, '表与列').click()
  await page.getByRole('button', { name: /^查看、更正/ }).click()
  const drawer = page.getByRole('dialog')
  await choose(page, drawer.getByRole('combobox', { name: '这张表是' }), /^老人花名册$/)
  await choose(page, drawer.getByRole('combobox', { name: '“生于何日”的含义' }), /^出生日期$/)
  await choose(page, drawer.getByRole('combobox', { name: '“暗号”的含义' }), /^电话$/)
  expect(await office.faults()).toEqual([])
  await drawer.getByRole('button', { name: '记住并重新预览' }).click()
  await expect(page.getByText('已记住，预览已更新')).toBeVisible({ timeout: 30_000 })
  await step(page, '预览').click()
  await expect(page.getByRole('row', { name: /^人员 2/ })).toBeVisible()

  await upload(page, [listed('第二份.csv', '暗号乙')])
  await expect(page.getByRole('row', { name: /^人员 2/ })).toBeVisible({ timeout: 30_000 })
  await step(page, '表与列').click()
  await expect(page.getByText('所有的表都认出来了。')).toBeVisible()
})

test('a file that is no workbook is refused with what to do, and nothing is imported', async ({ office, page }) => {
  await openProject(office, page, '读不了的文件')
  await page.getByRole('link', { name: '导入', exact: true }).first().click()
  const files = page.getByLabel('选择文件').last()
  await files.setInputFiles([{ name: '旧表.xls', mimeType: 'application/vnd.ms-excel', buffer: Buffer.from('x') }])
  await expect(page.getByText('不是 .xlsx 或 .csv，请另存后再导入')).toBeVisible()
  await expect(page.getByRole('button', { name: '上传并预览' })).toBeDisabled()
  await page.getByRole('button', { name: '去掉“旧表.xls”' }).click()

  await files.setInputFiles([{ name: '假的.xlsx', mimeType: 'application/zip', buffer: Buffer.from('%PDF-1.7 not a workbook') }])
  await page.getByRole('button', { name: '上传并预览' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '什么都没有导入' })).toContainText('假的.xlsx')
  await expect(page.getByRole('button', { name: '去掉“假的.xlsx”' })).toBeVisible()
  expect(await office.faults()).toEqual([])
})
