import type { Page } from '@playwright/test'
import { choose, expect, test } from './journey.ts'
import { staff } from './staff.ts'

/** Chooses from a list that opens from a field of a dialog. */
async function addResource(page: Page, title: string, provider: string): Promise<void> {
  await page.getByRole('button', { name: '登记资源' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('资源名称').fill(title)
  await dialog.getByLabel('个人提供者姓名（没有单位时）').fill(provider)
  await dialog.getByLabel('会什么').fill('理发')
  await dialog.getByLabel('最多能给多少').fill('5')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText(title, { exact: true })).toBeVisible()
}

async function addNeed(page: Page, title: string, person: string): Promise<void> {
  await page.getByRole('button', { name: '登记需求' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('哪一位').fill(person)
  await page.locator('.ant-select-dropdown:visible').getByText(person).first().click()
  await expect(dialog.getByText(`已选：${person}`)).toBeVisible()
  await dialog.getByLabel('需要什么').fill(title)
  await choose(page, page.getByRole('dialog').getByRole('combobox', { name: '社区', exact: true }), '旭东社区')
  await dialog.getByLabel('要会什么').fill('理发')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('link', { name: title })).toBeVisible()
}

/** Takes a step of the only link on the page. */
async function step(page: Page, act: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${act}：`) }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: act }).click()
  await expect(dialog).toBeHidden()
}

const linkages = async (page: Page): Promise<number> => {
  await page.getByRole('tab', { name: '链接数字' }).click()
  const figure = page.getByRole('button', { name: /^资源链接，合计：/ })
  await expect(figure).toBeVisible()
  return Number(await figure.innerText())
}

test('a need finds who could meet it and why, is asked, done, confirmed and closed, and the figure is one more', async ({
  office,
  page,
}) => {
  await office.signIn(staff.worker)
  await page.getByRole('link', { name: '资源链接', exact: true }).first().click()
  const before = await linkages(page)
  await page.getByRole('tab', { name: '资源清单' }).click()
  await addResource(page, '义剪服务', '王师傅')
  await page.getByRole('tab', { name: '需求清单' }).click()
  await addNeed(page, '上门理发', '王秀云')
  expect(await office.faults()).toEqual([])

  await page.getByRole('link', { name: '上门理发' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '上门理发' })).toBeVisible()
  await expect(page.getByText('会“理发”')).toBeVisible()
  await expect(page.getByText('还能接 5').or(page.getByText('余量充足（还有 5）'))).toBeVisible()
  expect(await office.faults()).toEqual([])
  await page.getByRole('button', { name: '询问王师傅' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '去询问' }).click()
  await expect(page.getByText('已询问', { exact: true })).toBeVisible()
  await step(page, '对方答应')
  await expect(page.getByText('已答应', { exact: true })).toBeVisible()
  await step(page, '已落实')
  await expect(page.getByRole('link', { name: '台账里的服务' })).toBeVisible()
  await step(page, '受助方确认')
  await expect(page.getByText('受助人本人王秀云确认')).toBeVisible()
  await step(page, '办结')
  await expect(page.getByText('已办结', { exact: true })).toBeVisible()
  await expect(page.getByText('已满足 · 链接已办结')).toBeVisible()

  await page.getByRole('link', { name: '台账里的服务' }).click()
  await expect(page.getByText('王秀云').first()).toBeVisible()
  await page.getByRole('link', { name: '资源链接', exact: true }).first().click()
  expect(await linkages(page)).toBe(before + 1)
  expect(await office.faults()).toEqual([])
  await page.getByRole('button', { name: /^资源链接，合计：/ }).click()
  await expect(page.getByRole('link', { name: '义剪服务' })).toBeVisible()
})

test('a whole project is matched at once; a pair is ruled out and one pinned, and the next matching keeps to it', async ({
  office,
  page,
}) => {
  await office.signIn(staff.worker)
  await office.open('/linkage?tab=resources')
  await addResource(page, '流动理发车', '李师傅')
  await addResource(page, '社区理发角', '赵师傅')
  await page.getByRole('tab', { name: '需求清单' }).click()
  await addNeed(page, '给张大爷理发', '张忠清')
  await addNeed(page, '给李奶奶理发', '李桂兰')
  await page.getByRole('link', { name: '一次配好' }).click()
  await page.getByRole('button', { name: '开始配对' }).click()
  await expect(page.getByText('配上 2 对')).toBeVisible()
  await expect(page.getByText('已是理论最优')).toBeVisible()
  expect(await office.faults()).toEqual([])
  const ruledOut = page.getByRole('button', { name: /^不安排：.*，给张大爷理发$/ })
  const name = /^不安排：(.*)，/.exec((await ruledOut.getAttribute('aria-label')) ?? '')?.[1] ?? ''
  await ruledOut.click()
  await page.getByRole('button', { name: /^指定：.*，给李奶奶理发$/ }).click()
  await expect(page.getByRole('button', { name: /^取消指定：.*，给李奶奶理发$/ })).toBeVisible()
  await page.getByRole('button', { name: '再配一次' }).click()
  const pairs = page.getByRole('listitem').filter({ hasText: '给张大爷理发' })
  await expect(pairs).toBeVisible()
  await expect(pairs).not.toContainText(name)
  await page.getByRole('checkbox', { name: /^选中：给李奶奶理发/ }).check()
  await page.getByRole('button', { name: '询问选中的 1 对' }).click()
  await expect(page.getByText('已询问', { exact: true })).toBeVisible()
  expect(await office.faults()).toEqual([])
})
