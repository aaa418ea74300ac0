import type { Page } from '@playwright/test'
import { v7 } from 'uuid'
import { ask, choose, expect, type Office, photograph, test } from './journey.ts'
import { staff } from './staff.ts'

/** Sixty households in two communities, and a firm. */
async function prepare(page: Page): Promise<void> {
  const projects = await ask(page, 'projects.list', {})
  const projectId = /"id":"([^"]+)"/.exec(JSON.stringify(projects))?.[1] ?? ''
  const opened = JSON.stringify(await ask(page, 'projects.open', { id: projectId }))
  const codeOf = (name: string) => new RegExp(`"communityCode":"(\\d+)"[^{}]*"name":"${name}"`).exec(opened)?.[1] ?? ''
  const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶']
  for (const [at, community] of ['旭东社区', '光正台村'].entries())
    for (const [n, surname] of surnames.slice(0, 30).entries()) {
      const personId = v7()
      await ask(page, 'people.add', {
        id: personId,
        projectId,
        part: 'elder',
        name: `${surname}${at === 0 ? '玉' : '福'}${n % 2 === 0 ? '兰' : '林'}`,
        sex: n % 2 === 0 ? 'female' : 'male',
        birthDate: null,
        birthday: { calendar: 'solar', month: null, day: null, leap: false },
        ethnicity: null,
        phone: null,
        otherPhone: null,
        address: null,
        livingWith: null,
        communityCode: codeOf(community),
        householdNumber: `H${String(n + 1).padStart(3, '0')}`,
        note: null,
        idNumber: null,
        isNobodyElse: true,
      })
    }
  await ask(page, 'organisations.add', {
    id: v7(),
    name: '丰禾米业',
    party: 'charity',
    kind: '企业',
    creditCode: null,
    phone: null,
    divisionCode: null,
  })
}

/** Hands a bag to each of thirty households of a community, six of them by a relative. */
async function handOutIn(office: Office, page: Page, community: string): Promise<void> {
  await page.getByRole('button', { name: '开发放单' }).click()
  const planning = page.getByRole('dialog', { name: '开发放单' })
  await planning.getByLabel('发放事由').fill(`重阳节慰问（${community}）`)
  await choose(page, planning.getByRole('combobox', { name: '社区（村）' }), community)
  await planning.getByLabel('发放日期').fill('2024-10-11')
  await planning.getByLabel('发放日期').press('Tab')
  await planning.getByRole('button', { name: '开发放单' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `重阳节慰问（${community}）` })).toBeVisible()
  await expect(page.getByText('名单上还没有人')).toBeVisible()

  await page.getByRole('button', { name: '建议名单' }).click()
  const suggestions = page.getByRole('dialog', { name: '建议名单' })
  await expect(suggestions.getByText('从未领过').first()).toBeVisible()
  await suggestions.getByRole('button', { name: '选前 30 户' }).click()
  await expect(suggestions.getByText('已选 30 户')).toBeVisible()
  if (community === '旭东社区') {
    expect(await office.faults()).toEqual([])
    await photograph(page, 'suggest')
  }
  await suggestions.getByRole('button', { name: '加入名单' }).click()
  await expect(suggestions).toBeHidden()
  const list = page.getByRole('list', { name: '名单' })
  await expect(list.getByRole('listitem')).toHaveCount(30)

  for (let n = 1; n <= 6; n++) {
    await list.getByRole('button', { name: /代领/ }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('代领人姓名').fill(`家人${n}`)
    await dialog.getByLabel('与老人的关系').fill('女儿')
    await dialog.getByLabel('代领人姓名').click()
    await dialog.getByRole('button', { name: '确认发放' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText(`代领 ${n} 户`)).toBeVisible()
  }
  // One signs on the screen.
  await list
    .getByRole('button', { name: /当面签收/ })
    .first()
    .click()
  const signing = page.getByRole('dialog')
  const pad = signing.locator('canvas')
  await pad.hover()
  const box = await pad.boundingBox()
  if (box === null) throw new Error('There is no pad to sign on.')
  await page.mouse.move(box.x + 30, box.y + 40)
  await page.mouse.down()
  await page.mouse.move(box.x + 120, box.y + 70, { steps: 8 })
  await page.mouse.up()
  if (community === '旭东社区') await photograph(page, 'sign')
  await signing.getByRole('button', { name: '确认发放' }).click()
  await expect(signing).toBeHidden()
  await expect(list.getByText('已签名')).toBeVisible()

  await page.getByRole('checkbox', { name: '全选未发的' }).check()
  if (community === '旭东社区') {
    expect(await office.faults()).toEqual([])
    await photograph(page, 'round')
  }
  await page.getByRole('button', { name: '本人领取 23 户' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '确认发放' }).click()
  await expect(page.getByText('30/30 户').first()).toBeVisible()
}

test('two hundred bags of rice reach sixty households, one bag breaks, the lot adds up and the firm is told', async ({ office, page }) => {
  test.slow()
  await office.signIn(staff.manager)
  await prepare(page)
  await page.getByRole('link', { name: '物资', exact: true }).first().click()
  await expect(page.getByText('还没有物资')).toBeVisible()
  expect(await office.faults()).toEqual([])
  await photograph(page, 'empty')

  await page.getByRole('button', { name: '登记捐赠入库' }).click()
  await expect(page.getByText('这里只登记实物，不收钱')).toBeVisible()
  await choose(page, page.getByRole('combobox', { name: '捐赠单位' }), '丰禾米业')
  await page.getByLabel('物资名称').fill('现金红包')
  await page.getByLabel('数量', { exact: true }).fill('200')
  await page.getByLabel('规格').fill('5kg/袋')
  await page.getByLabel('保质期至').fill('2025-09-30')
  await page.getByLabel('保质期至').press('Tab')
  await page.getByLabel('检查人').fill('孙博')
  await page.getByLabel('单价（元）').fill('35')
  await page.getByLabel('接收日期').fill('2024-10-08')
  await page.getByLabel('接收日期').press('Tab')
  await page.getByLabel('存放点').fill('项目库房')
  await page.getByRole('button', { name: '登记捐赠入库' }).click()
  await expect(page.getByText('现金、红包、卡券、医疗费用等不能登记')).toBeVisible()
  // What was filled in is there after a reload.
  await page.reload()
  await expect(page.getByLabel('数量', { exact: true })).toHaveValue('200')
  await page.getByLabel('物资名称').fill('大米')
  expect(await office.faults()).toEqual([])
  await photograph(page, 'receive')
  await page.getByRole('button', { name: '登记捐赠入库' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '大米 JZ0001' })).toBeVisible()
  await expect(page.getByText('入库 200袋 = 发放 0袋 + 库存 200袋 + 报损 0袋')).toBeVisible()
  const lot = page.url()

  await handOutIn(office, page, '旭东社区')
  await page.goto(lot)
  await handOutIn(office, page, '光正台村')
  await page.goto(lot)
  await expect(page.getByText('入库 200袋 = 发放 60袋 + 库存 140袋 + 报损 0袋')).toBeVisible()

  await page.getByRole('button', { name: /^更多/ }).click()
  await page.getByRole('menuitem', { name: '报损' }).click()
  const losing = page.getByRole('dialog', { name: '报损' })
  await losing.getByLabel('数量').fill('1')
  await losing.getByLabel('理由').fill('搬运时袋子破了，米已受潮')
  await losing.getByRole('button', { name: '报损' }).click()
  await expect(page.getByText('入库 200袋 = 发放 60袋 + 库存 139袋 + 报损 1袋')).toBeVisible()
  await expect(losing).toBeHidden()
  expect(await office.faults()).toEqual([])
  await photograph(page, 'lot')

  await page.getByRole('button', { name: '单据' }).click()
  await page.getByRole('menuitem', { name: '给捐赠方的反馈函' }).click()
  const letter = page.frameLocator('iframe')
  await expect(letter.getByText('2 个社区的 60 户、60 位老人')).toBeVisible()
  await expect(letter.getByText('不是公益事业捐赠票据')).toBeVisible()
  await expect(letter.getByText('赵玉兰')).toHaveCount(0)
  await photograph(page, 'letter')
})
