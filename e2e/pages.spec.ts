import type { Page } from '@playwright/test'
import { expect, test, type Office } from './journey.ts'
import { staff } from './staff.ts'

/** Pages that need no record of their own, by somebody who may open them; one that may not is there too. */
const walks: Readonly<Record<Exclude<keyof typeof staff, 'bureau' | 'supervisor' | 'counsellor'>, readonly string[]>> = {
  system: ['/', '/accounts', '/interface', '/places', '/no-such-page'],
  security: ['/grants'],
  auditor: ['/trail'],
  worker: ['/referrals', '/referrals/new'],
  hospital: ['/', '/referrals/received'],
  manager: [
    '/',
    '/figures',
    '/figures?by=community',
    '/figures/members?m=direct_persons',
    '/imports',
    '/people/duplicates',
    '/people',
    '/people/new',
    '/respite',
    '/groups',
    '/groups/new',
    '/visits',
    '/visits/new',
    '/visits/rates',
    '/visits/problems',
    '/visits/settings',
    '/services',
    '/services/new',
    '/notices',
    '/assessments',
    '/scales',
    '/needs',
    '/project',
    '/organisations',
    '/volunteers',
    '/linkage',
    '/me',
    '/accounts',
  ],
}

async function look(office: Office, page: Page, at: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.waitForLoadState('networkidle')
  await expect(page.locator('.ant-skeleton')).toHaveCount(0)
  expect(await office.faults(), at).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'), `${at} is cut off`).toBe(0)
}

for (const width of [1280, 360])
  for (const [who, paths] of Object.entries(walks))
    test(`${width} wide, nobody is kept out of the ${who}’s pages by how they are made, and nothing is cut off`, async ({
      office,
      page,
    }) => {
      await page.setViewportSize({ width, height: 760 })
      await office.open(paths[0] ?? '/')
      await expect(page.getByRole('heading', { name: '登录' })).toBeVisible()
      expect(await office.faults()).toEqual([])
      await office.enter(Object.entries(staff).find(([key]) => key === who)?.[1] ?? '')
      await expect(page.getByRole('button', { name: /账号菜单/ })).toBeVisible()
      for (const path of paths)
        await test.step(path, async () => {
          await office.open(path)
          await look(office, page, path)
        })
    })

for (const width of [1280, 360])
  test(`${width} wide, a person’s file and its dialogs, and a service, can be used by everybody`, async ({ office, page }) => {
    await page.setViewportSize({ width, height: 760 })
    await office.open('/people')
    await office.enter(staff.manager)
    await page.getByRole('link', { name: '王秀云' }).click()
    await look(office, page, 'a file')
    await page.getByRole('button', { name: '登记困难类别' }).click()
    await expect(page.getByRole('dialog', { name: '登记困难类别' })).toBeVisible()
    expect(await office.faults(), 'the dialog of a label').toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '修改档案' }).click()
    await look(office, page, 'changing a file')
    await office.open('/project')
    await page.getByRole('button', { name: '修改：合同指标' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await office.faults(), 'the dialog of a list').toEqual([])
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

test('a page that does not come without a network says so, and opens once there is one again', async ({ office, page, context }) => {
  await office.signIn(staff.manager)
  await context.setOffline(true)
  await page.getByRole('link', { name: '组织', exact: true }).first().click()
  await expect(page.getByRole('alert')).toContainText('连不上服务器')
  await context.setOffline(false)
  await page.getByRole('button', { name: '重试' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '组织' })).toBeVisible()
})

test('a browser of 2021 opens the office: what it does not know is brought along', async ({ office, page }) => {
  await page.addInitScript(() => {
    for (const name of ['at', 'findLast', 'toReversed', 'toSorted', 'toSpliced', 'with']) Reflect.deleteProperty(Array.prototype, name)
    for (const [place, name] of [
      [String.prototype, 'at'],
      [Map, 'groupBy'],
      [Object, 'groupBy'],
      [Object, 'hasOwn'],
      [globalThis, 'structuredClone'],
      [Promise, 'withResolvers'],
      [Array, 'fromAsync'],
      [AbortSignal, 'timeout'],
      [AbortSignal, 'any'],
    ] as const)
      Reflect.deleteProperty(place, name)
    for (const name of ['map', 'filter', 'find', 'some', 'every', 'reduce', 'toArray', 'take', 'drop', 'flatMap', 'forEach'])
      Reflect.deleteProperty(Iterator.prototype, name)
    for (const name of ['union', 'difference', 'intersection', 'isSubsetOf', 'symmetricDifference'])
      Reflect.deleteProperty(Set.prototype, name)
  })
  await office.open('/')
  await office.enter(staff.manager)
  for (const path of walks.manager) {
    await office.open(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.waitForLoadState('networkidle')
  }
})
