import { expect, test } from './journey.ts'
import { staff } from './staff.ts'

test('whoever gives a wrong password is told so in plain words, and with the right one is in', async ({ office, page }) => {
  await office.open('/')
  await office.enter(staff.manager, 'not the password')
  await expect(page.getByRole('alert')).toContainText('账号或密码不对')
  await expect(page.getByLabel('密码', { exact: true })).toBeFocused()
  await office.enter(staff.manager)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('测试市民政局')).toBeVisible()
})

test('after five wrong passwords the right one waits too, and the page says for how long', async ({ office, page }) => {
  await office.open('/')
  for (let tries = 0; tries < 5; tries++) {
    const answered = page.waitForResponse(/session\.signIn/)
    await office.enter('nobody.at.all', 'wrong')
    await answered
  }
  await office.enter('nobody.at.all', 'right')
  await expect(page.getByRole('alert')).toContainText('十五分钟后再试')
})

test('an address asked for before signing in opens after it', async ({ office, page }) => {
  await office.open('/accounts')
  await office.enter(staff.system)
  await expect(page.getByRole('heading', { level: 1, name: '账号' })).toBeVisible()
})

test('the door can be used with the keyboard alone, and warns while Caps Lock is on', async ({ office, page }) => {
  await office.open('/')
  await expect(page.getByLabel('登录名')).toBeFocused()
  await page.keyboard.type(staff.auditor)
  await page.keyboard.press('Tab')
  await page.getByLabel('密码', { exact: true }).dispatchEvent('keydown', { key: 'A', modifierCapsLock: true })
  await expect(page.getByText('大写锁定已打开')).toBeVisible()
  await page.keyboard.type('a password of the journeys')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: '操作痕迹' }).first()).toBeVisible()
})

test('a session that ends while somebody is typing costs them nothing: they sign in over the page and it is sent', async ({
  office,
  page,
}) => {
  await office.signIn(staff.system)
  await page.getByRole('link', { name: '账号' }).first().click()
  await page.getByRole('button', { name: '新建账号' }).click()
  await page.getByLabel('姓名', { exact: true }).fill('何社工')
  await page.getByLabel('登录名', { exact: true }).fill('he.shegong')
  await page.context().clearCookies()
  await page.getByRole('button', { name: '开通账号' }).click()
  const again = page.getByRole('dialog', { name: '请重新登录' })
  await expect(again).toBeVisible()
  await again.getByLabel('密码', { exact: true }).fill('a password of the journeys')
  await again.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('dialog', { name: '初始密码' })).toContainText('he.shegong')
  await page.getByRole('button', { name: '已交给本人，关闭' }).click()
  await expect(page.getByRole('cell', { name: 'he.shegong' })).toHaveCount(1)
})

test('whoever signs out is out, and the way back leads to the door', async ({ office, page }) => {
  await office.signIn(staff.manager)
  await page.getByRole('button', { name: /账号菜单/ }).click()
  await page.getByRole('menuitem', { name: '我的账号' }).click()
  await page.getByRole('button', { name: /账号菜单/ }).click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible()
})
