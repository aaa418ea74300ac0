import { expect, test } from './journey.ts'
import { addElders, openProject } from './project-journey.ts'

test('two files of one person are compared, merged with a reason, and parted again', async ({ office, page }) => {
  await openProject(office, page, '重复的档案')
  await addElders(page, [
    { name: '孙重复', phone: '13900000001' },
    { name: '孙重复', phone: '13900000002' },
    { name: '钱重复', phone: '13900000003' },
    { name: '钱重复', phone: '13900000003' },
  ])
  await page.getByRole('link', { name: '首页' }).first().click()
  await page.reload()
  await page.getByRole('link', { name: /^疑似重复的档案 2 对$/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: '疑似重复的档案' })).toBeVisible()
  const pair = page.getByRole('region', { name: '“孙重复”和“孙重复”' })
  await expect(pair.getByRole('row', { name: /^电话/ })).toContainText('不同')
  expect(await office.faults()).toEqual([])

  await page.getByRole('button', { name: '合并“孙重复”和“孙重复”' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: '合并' })).toBeDisabled()
  await dialog.getByLabel('理由').fill('核对证件为同一人')
  await dialog.getByRole('button', { name: '合并' }).click()
  await expect(page.getByRole('button', { name: '合并“孙重复”和“孙重复”' })).toHaveCount(0)

  await page.getByRole('button', { name: '确认“钱重复”和“钱重复”是两个人' }).click()
  await dialog.getByLabel('理由').fill('母女同住一处')
  await dialog.getByRole('button', { name: '是两个人' }).click()
  await expect(page.getByText('没有疑似重复的档案。')).toBeVisible()

  await page.getByRole('link', { name: '人员', exact: true }).first().click()
  await page.getByRole('link', { name: '孙重复' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '孙重复' })).toBeVisible()
  await page.getByRole('button', { name: '撤销与“孙重复”的合并' }).click()
  await dialog.getByLabel('理由').fill('核对后是两个人')
  await dialog.getByRole('button', { name: '撤销合并' }).click()
  await expect(page.getByRole('button', { name: '撤销与“孙重复”的合并' })).toHaveCount(0)
})
