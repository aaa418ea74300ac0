import { expect, test } from './journey.ts'
import { addElders, addVisits, importReference, openProject } from './project-journey.ts'
import { staff } from './staff.ts'

// What a journey cannot press within a minute is not there.
test.use({ actionTimeout: 60_000 })

test('the closing bulletin: 349例 is found to be sessions, a second person approves, anybody reads and verifies it, and after a merge both values are shown', async ({
  office,
  page,
  server,
}) => {
  test.setTimeout(600_000)
  await openProject(office, page, '五社联动结项')
  await importReference(page)
  // Two files of one person, whom nobody has taken for one yet: 1,900 persons and these two.
  const twice = await addElders(page, [
    { name: '孙重复', phone: '13900000001' },
    { name: '孙重复', phone: '13900000001' },
  ])
  await addVisits(page, twice)

  await page.getByRole('link', { name: '简报', exact: true }).first().click()
  await expect(page.getByText('还没有简报。')).toBeVisible()
  expect(await office.faults()).toEqual([])
  await page.getByRole('button', { name: '写一份简报' }).click()
  await expect(page.getByText('没有手写的数字。')).toBeVisible()
  const intro = page.getByRole('textbox', { name: '第 1 块：段落' })
  await intro.fill('项目开展个案咨询349例，四成老人独居。')
  const claims = page.getByRole('list', { name: '数字核对' })
  const cases = claims.getByRole('listitem').filter({ hasText: '349例' })
  await expect(cases).toContainText('单位用错：系统里是 个案面谈次数 349人次，不是个案数')
  await expect(page.getByRole('button', { name: '提交审核' })).toBeDisabled()
  await cases.getByRole('button', { name: '换成系统数字' }).click()
  await expect(intro).toHaveValue('项目开展个案咨询【个案面谈次数】，四成老人独居。')
  await claims.getByRole('button', { name: '保留' }).click()
  await claims.getByRole('searchbox', { name: '保留“四成”的理由' }).fill('入户摸排问卷')
  await claims.getByRole('searchbox', { name: '保留“四成”的理由' }).press('Enter')
  await expect(page.getByText('手写的数字都有着落。')).toBeVisible()
  await expect(page.getByRole('article')).toContainText('项目开展个案咨询349人次')
  await page.getByText('繁体', { exact: true }).click()
  await expect(page.getByRole('article')).toContainText('項目開展個案諮詢349人次')
  expect(await office.faults()).toEqual([])
  await page.getByRole('button', { name: '提交审核' }).click()
  await expect(page.getByText('您写过这份简报，须由另一个人审核。')).toBeVisible()
  const address = page.url()
  const title = await page.getByRole('heading', { level: 1 }).innerText()

  await page.context().clearCookies()
  await office.signIn(staff.bureau)
  await page.goto(address)
  await page.getByRole('button', { name: '审核通过' }).click()
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
  const used = page.getByRole('region', { name: '文中的数字' })
  await expect(used).toContainText('1902人', { timeout: 60_000 })
  await expect(page.getByRole('article')).not.toContainText('隐去')
  expect(await office.faults()).toEqual([])

  await page.goto(`${server.address}/public/journeys/`)
  await page.getByRole('link', { name: title }).click()
  await expect(page.getByRole('article')).toContainText('项目开展个案咨询349人次')
  const bytes = await page.evaluate(
    `['navigation', 'resource'].flatMap((type) => performance.getEntriesByType(type)).reduce((sum, one) => sum + one.decodedBodySize, 0)`,
  )
  expect(bytes, 'the first view, pictures apart').toBeGreaterThan(5000)
  expect(bytes).toBeLessThan(100_000)
  await page.getByRole('link', { name: '繁體' }).click()
  await expect(page.getByRole('article')).toContainText('項目開展個案諮詢349人次')
  expect(await office.faults()).toEqual([])
  await page.getByRole('link', { name: '簡體' }).click()
  const readers = page.url()
  await page.getByRole('link', { name: '1902人', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: '直接受益人数' })).toBeVisible()
  expect(await office.faults()).toEqual([])
  await page.getByRole('link', { name: /^[0-9A-F]{4}(-[0-9A-F]{4}){3}$/ }).click()
  await expect(page.getByRole('status')).toContainText('内容与发布时一致')
  expect(await office.faults()).toEqual([])

  // Two files of one person are found out after publication: one person fewer, and nothing that is out moves.
  await page.context().clearCookies()
  await office.signIn(staff.manager)
  await page.getByRole('link', { name: /^疑似重复的档案 \d+ 对$/ }).click()
  await page.getByRole('button', { name: '合并“孙重复”和“孙重复”' }).click()
  await page.getByRole('dialog').getByLabel('理由').fill('核对证件为同一人')
  await page.getByRole('dialog').getByRole('button', { name: '合并' }).click()
  await expect(page.getByText('没有疑似重复的档案。')).toBeVisible()

  await page.goto(address)
  const persons = used.getByRole('row', { name: /^直接受益人数/ })
  await expect(persons).toContainText('1902人')
  await expect(persons).toContainText('1901人')
  await persons.getByRole('link', { name: '直接受益人数' }).click()
  const drift = page.getByRole('dialog', { name: '直接受益人数' })
  await expect(drift.getByRole('region', { name: '不再计入 1' })).toContainText('档案合并')
  expect(await office.faults()).toEqual([])
  await drift.getByRole('button', { name: '更正这个数字' }).click()
  const correcting = page.getByRole('dialog', { name: '更正这个数字' })
  await correcting.getByRole('combobox', { name: '原因' }).click()
  await page.getByTitle('重复档案合并', { exact: true }).click()
  await correcting.getByLabel('说明').fill('两份档案是同一人')
  await correcting.getByRole('button', { name: '更正这个数字' }).click()
  await expect(drift.getByText(/1901人 · 两份档案是同一人/)).toBeVisible()

  await page.context().clearCookies()
  await office.signIn(staff.bureau)
  await page.goto(address)
  await page.getByRole('button', { name: '公布更正' }).click()
  await expect(page.getByRole('button', { name: '公布更正' })).toHaveCount(0)
  await expect(page.getByRole('article')).toContainText('1901人（原为 1902人')

  // The portal makes its pages anew every two seconds.
  await expect(async () => {
    await page.goto(readers)
    await expect(page.getByRole('article')).toContainText(/1902人\s*（更正为 1901人/, { timeout: 500 })
  }).toPass({ timeout: 20_000 })
  expect(await office.faults()).toEqual([])
  await page.getByRole('link', { name: '1902人', exact: true }).click()
  await expect(page.getByText('此数字已更正')).toBeVisible()
  await expect(page.getByText('两份档案是同一人')).toBeVisible()
})
