import type { Locator, Page } from '@playwright/test'
import { choose, expect, test } from './journey.ts'
import { staff } from './staff.ts'

async function pick(page: Page, search: Locator, name: string): Promise<void> {
  await search.click()
  await page.keyboard.type(name)
  await expect(page.locator('.ant-select-item-option:visible', { hasText: name }).first()).toBeVisible()
  await page.keyboard.press('Enter')
}

async function look(page: Page, name: string): Promise<void> {
  const to = process.env['NUANYANG_SHOTS']
  if (to === undefined) return
  for (const size of [
    { width: 360, height: 780 },
    { width: 1280, height: 860 },
  ]) {
    await page.setViewportSize(size)
    await page.screenshot({ path: `${to}/${name}-${size.width}.png`, fullPage: true })
  }
}

async function record(page: Page, title: string, people: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: '登记服务' }).click()
  await choose(page, page.getByRole('combobox', { name: '服务类型' }), '手工艺课')
  await page.getByLabel('日期').fill('2024-10-09')
  await page.getByLabel('日期').press('Enter')
  await choose(page, page.getByRole('combobox', { name: '社区（村）' }), '旭东社区')
  await page.getByLabel('名称').fill(title)
  for (const name of people) await pick(page, page.getByRole('combobox', { name: '到场人员' }), name)
  await page.getByRole('button', { name: '登记服务' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

test('a community’s programme is planned, its services are chosen from the ledger and counted, its plan goes to another community, both stand side by side', async ({
  office,
  page,
}) => {
  await office.signIn(staff.manager)
  await office.open('/services')
  await record(page, '重阳书会', ['王秀云', '李桂兰'])
  await office.open('/services')
  await record(page, '月饼会', ['王秀云'])

  await page.getByRole('link', { name: '一社一品', exact: true }).first().click()
  await expect(page.getByRole('link', { name: '策划：旭东社区' })).toBeVisible()
  await look(page, 'empty')
  expect(await office.faults()).toEqual([])
  await page.getByRole('link', { name: '策划：旭东社区' }).click()
  await page.getByLabel('名称').fill('书香夕阳')
  await page.getByLabel('面向谁').fill('独居和失独老人')
  await page.getByLabel('宗旨').fill('每月读一本书，让老人有人说话')
  await page.getByRole('button', { name: '加一家单位' }).click()
  await choose(page, page.getByRole('combobox', { name: '单位' }), '双台子区人民医院')
  await page.getByLabel('做什么').first().fill('讲健康')
  for (const [at, what] of ['重阳书会', '岁末书会'].entries()) {
    await page.getByRole('button', { name: '加一步' }).click()
    await page.locator(`#programme_steps_${at}_what`).fill(what)
  }
  // What was typed survives a reload.
  await page.reload()
  await expect(page.getByLabel('名称')).toHaveValue('书香夕阳')
  await expect(page.locator('#programme_steps_1_what')).toHaveValue('岁末书会')
  await look(page, 'plan')
  expect(await office.faults()).toEqual([])
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '书香夕阳' })).toBeVisible()
  await page.getByRole('button', { name: '启动' }).click()
  await expect(page.getByText('进行中', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: '归入服务' }).click()
  const attaching = page.getByRole('dialog', { name: '从台账归入服务' })
  await attaching.getByRole('checkbox', { name: /重阳书会/ }).check()
  await attaching.getByRole('checkbox', { name: /月饼会/ }).check()
  await look(page, 'attach')
  await attaching.getByRole('button', { name: '归入2次' }).click()
  await expect(attaching).toBeHidden()
  // Two persons, three attendances.
  await expect(page.getByRole('link', { name: /直接受益人数.*2/ })).toBeVisible()
  await expect(page.getByRole('link', { name: /直接受益人次.*3/ })).toBeVisible()
  await page.getByRole('button', { name: '标为完成：重阳书会' }).click()
  const finishing = page.getByRole('dialog', { name: '标为完成' })
  await finishing.getByLabel('完成日期').fill('2024-10-09')
  await finishing.getByLabel('完成日期').press('Tab')
  await finishing.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('完成于2024-10-09')).toBeVisible()
  await look(page, 'programme')
  expect(await office.faults()).toEqual([])

  await page.getByRole('button', { name: '移出：月饼会' }).click()
  const leaving = page.getByRole('dialog', { name: '移出' })
  await leaving.getByLabel('原因').fill('不属于书会')
  await leaving.getByRole('button', { name: '移出' }).click()
  await expect(page.getByRole('link', { name: /直接受益人次.*2/ })).toBeVisible()
  await page.getByRole('link', { name: /直接受益人数.*2/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: /直接受益人数/ })).toBeVisible()
  await expect(page.getByText('王秀云')).toBeVisible()
  await page.goBack()

  await page.getByRole('button', { name: '复制到别的社区' }).click()
  const copying = page.getByRole('dialog', { name: '复制到别的社区' })
  await choose(page, copying.getByRole('combobox', { name: '复制到' }), '光正台村')
  await copying.getByLabel('新的名称').fill('田间书香')
  await look(page, 'copy')
  await copying.getByRole('button', { name: '复制' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '田间书香' })).toBeVisible()
  await expect(page.getByText('筹备中', { exact: true })).toBeVisible()
  await expect(page.getByText('待找')).toBeVisible()
  await expect(page.getByText('还没有归入服务')).toBeVisible()
  expect(await office.faults()).toEqual([])

  await page.getByRole('link', { name: '一社一品', exact: true }).first().click()
  await page.getByRole('checkbox', { name: '选中比较：书香夕阳' }).check()
  await page.getByRole('checkbox', { name: '选中比较：田间书香' }).check()
  await look(page, 'list')
  expect(await office.faults()).toEqual([])
  await page.getByRole('button', { name: '比较所选（2）' }).click()
  const compared = page.getByRole('region', { name: '一社一品并排比较' })
  await expect(compared.getByRole('row', { name: /直接受益人次/ })).toContainText('2')
  await expect(compared).toContainText('田间书香')
  await look(page, 'compare')
  expect(await office.faults()).toEqual([])
})
