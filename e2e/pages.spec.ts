import { expect, test } from './journey.ts'
import { staff } from './staff.ts'

/** Every page that needs no record of its own, with somebody who may open it. */
const pages: readonly (readonly [string, keyof typeof staff])[] = [
  ['/', 'system'],
  ['/accounts', 'system'],
  ['/interface', 'system'],
  ['/grants', 'security'],
  ['/trail', 'auditor'],
  ['/me', 'manager'],
  ['/no-such-page', 'manager'],
  ['/accounts', 'manager'],
]

for (const width of [1280, 360])
  for (const [path, who] of pages)
    test(`${path} for the ${who}, ${width} wide: nobody is kept out by how it is made, and nothing is cut off`, async ({ office, page }) => {
      await page.setViewportSize({ width, height: 760 })
      await office.open(path)
      await expect(page.getByRole('heading', { name: '登录' })).toBeVisible()
      await office.enter(staff[who])
      await expect(page.getByRole('button', { name: /账号菜单/ })).toBeVisible()
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.waitForLoadState('networkidle')
      expect(await office.faults()).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
    })

test('moving to another page tells a screen reader where one is: the heading has the focus, and the first key skips the navigation', async ({
  office,
  page,
}) => {
  await office.signIn(staff.system)
  await page.getByRole('link', { name: '账号' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: '账号' })).toBeFocused()
  await expect(page).toHaveTitle('账号 · 测试市民政局')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: '账号' })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

test('when the server cannot be reached the page says so and trying again does it once', async ({ office, page }) => {
  await office.signIn(staff.system)
  await page.getByRole('link', { name: '账号' }).first().click()
  await page.getByRole('button', { name: '新建账号' }).click()
  await page.getByLabel('姓名', { exact: true }).fill('断网也不怕')
  await page.getByLabel('登录名', { exact: true }).fill('offline.once')
  const operations: (string | null)[] = []
  // The server gets the first try and carries it out; only its answer is lost on the way.
  await page.route('**/api/accounts.add', async (route) => {
    operations.push(await route.request().headerValue('operation-id'))
    if (operations.length > 1) return route.continue()
    await route.fetch()
    return route.abort('connectionreset')
  })
  await page.getByRole('button', { name: '开通账号' }).click()
  await expect(page.getByRole('alert')).toContainText('连不上服务器')
  await page.getByRole('button', { name: '重试' }).click()
  await expect(page.getByRole('dialog', { name: '初始密码' })).toBeVisible()
  await page.getByRole('button', { name: '已交给本人，关闭' }).click()
  await expect(page.getByRole('cell', { name: 'offline.once' })).toHaveCount(1)
  expect(operations).toHaveLength(2)
  expect(operations[0]).toBe(operations[1])
})
