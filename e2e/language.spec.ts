import { expect, test } from './journey.ts'
import { staff } from './staff.ts'

test('the language chosen at the door goes along, stays with the account, and follows it to another browser', async ({
  office,
  page,
  browser,
  server,
}) => {
  await office.open('/')
  await page.getByRole('button', { name: '界面语言' }).click()
  await page.getByRole('menuitem', { name: '繁體中文' }).click()
  await expect(page.getByRole('heading', { name: '登錄' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hant')
  await page.getByLabel('登錄名').fill(staff.auditor)
  await page.getByLabel('密碼', { exact: true }).fill('wrong')
  await page.getByRole('button', { name: '登錄' }).click()
  await expect(page.getByRole('alert')).toContainText('賬號或密碼不對')
  await page.getByLabel('密碼', { exact: true }).fill('a password of the journeys')
  await page.getByRole('button', { name: '登錄' }).click()
  await expect(page.getByRole('link', { name: '操作痕跡' }).first()).toBeVisible()

  const context = await browser.newContext({ locale: 'zh-CN' })
  const elsewhere = await context.newPage()
  await elsewhere.goto(`${server.address}/`)
  await elsewhere.getByLabel('登录名').fill(staff.auditor)
  await elsewhere.getByLabel('密码', { exact: true }).fill('a password of the journeys')
  await elsewhere.getByRole('button', { name: '登录' }).click()
  await expect(elsewhere.getByRole('link', { name: '操作痕跡' }).first()).toBeVisible()
  await elsewhere.getByRole('button', { name: /界面語言/ }).click()
  await elsewhere.getByRole('menuitem', { name: 'English' }).click()
  await expect(elsewhere.getByRole('link', { name: 'Trail' }).first()).toBeVisible()
  await elsewhere.reload()
  await expect(elsewhere.getByRole('link', { name: 'Trail' }).first()).toBeVisible()
  await elsewhere.getByRole('button', { name: /Language/ }).click()
  const kept = elsewhere.waitForResponse(/session\.chooseLanguage/)
  await elsewhere.getByRole('menuitem', { name: '简体中文' }).click()
  await kept
  await context.close()
})
