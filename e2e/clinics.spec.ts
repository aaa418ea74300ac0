import { choose, expect, photograph, test } from './journey.ts'
import { staff } from './staff.ts'

/** Everybody who comes, with what is measured and what the station says of it. */
const pressures = [
  { who: '李一', systolic: '179', diastolic: '110', isDanger: true },
  { who: '李二', systolic: '180', diastolic: '109', isDanger: true },
  { who: '李三', systolic: '180', diastolic: '110', isDanger: true },
  { who: '李四', systolic: '179', diastolic: '109', isDanger: false },
] as const

const glucoses = [
  { who: '糖一', value: '16.6', unit: 'mmol/L', isDanger: false },
  { who: '糖二', value: '16.7', unit: 'mmol/L', isDanger: true },
  { who: '糖三', value: '3.9', unit: 'mmol/L', isDanger: true },
  { who: '糖四', value: '4.0', unit: 'mmol/L', isDanger: false },
  { who: '糖五', value: '122', unit: 'mg/dL', isDanger: false },
] as const

test('a clinic day from the plan to the last follow-up', async ({ office, page }, info) => {
  test.slow()
  const look = async (name: string) => {
    await info.attach(name, { body: await page.screenshot({ fullPage: true }), contentType: 'image/png' })
    await photograph(page, name)
  }
  await office.signIn(staff.manager)
  await office.open('/clinics')
  await expect(page.getByRole('heading', { level: 1, name: '义诊' })).toBeVisible()
  await expect(page.getByText('还没有义诊')).toBeVisible()
  expect(await office.faults()).toEqual([])

  await page.getByRole('button', { name: '计划义诊' }).click()
  await page.getByLabel('名称', { exact: true }).fill('重阳节义诊')
  await page.getByLabel('日期', { exact: true }).fill('2024-10-11')
  await page.getByLabel('日期', { exact: true }).press('Tab')
  await page.getByLabel('开始时间').fill('09:00')
  await choose(page, page.getByRole('combobox', { name: '社区（村）', exact: true }), '旭东社区')
  await choose(page, page.getByRole('combobox', { name: '医疗机构', exact: true }), '双台子区人民医院')
  expect(await office.faults()).toEqual([])
  await look('plan')
  await page.getByRole('button', { name: '计划义诊' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '重阳节义诊' })).toBeVisible()
  await page.getByRole('button', { name: '开诊' }).click()

  // One off the register, by two characters of her name; the others by the name they give.
  await page.getByRole('button', { name: '按花名册打勾' }).click()
  await page.getByRole('checkbox', { name: /王秀云/ }).click()
  await page.getByText('花名册里没有的').click()
  for (const { who } of [...pressures, ...glucoses]) {
    await page.getByLabel('姓名或称呼').fill(who)
    await page.getByRole('button', { name: '按称呼签到' }).click()
    await expect(page.getByLabel('姓名或称呼')).toHaveValue('')
  }

  await page.getByRole('button', { name: '打开站点' }).click()
  await page.getByRole('menuitem', { name: '全部项目' }).click()
  await expect(page.getByText('待测 10 位')).toBeVisible()
  for (const { who, systolic, diastolic, isDanger } of [
    { who: '王秀云', systolic: '182', diastolic: '96', isDanger: true },
    ...pressures,
  ]) {
    await page
      .getByRole('button', { name: new RegExp(who) })
      .first()
      .click()
    const part = page.getByRole('region', { name: '血压' })
    await part.getByLabel('高压').first().fill(systolic)
    await part.getByLabel('低压').first().fill(diastolic)
    await part.getByRole('button', { name: '保存', exact: true }).click()
    await expect(page.getByRole('button', { name: '更正血压' })).toBeVisible()
    await expect(page.getByText('马上问：有没有这些不舒服？')).toHaveCount(isDanger ? 1 : 0)
    if (who === '李三') {
      expect(await office.faults()).toEqual([])
      await look('station')
    }
    if (isDanger) {
      await page.getByRole('button', { name: '问过了，都没有' }).click()
      await expect(page.getByText('问过，没有不舒服')).toBeVisible()
    }
    await page.getByRole('button', { name: '回名单' }).click()
  }
  for (const { who, value, unit, isDanger } of glucoses) {
    await page
      .getByRole('button', { name: new RegExp(who) })
      .first()
      .click()
    const part = page.getByRole('region', { name: '血糖' })
    await part.getByText(unit, { exact: true }).click()
    await part.getByLabel('血糖', { exact: true }).fill(value)
    await part.getByRole('button', { name: '保存', exact: true }).click()
    await expect(page.getByRole('button', { name: '更正血糖' })).toBeVisible()
    await expect(page.getByText('马上问：有没有这些不舒服？')).toHaveCount(isDanger ? 1 : 0)
    await page.getByRole('button', { name: '回名单' }).click()
  }
  await page.getByRole('button', { name: '回义诊' }).click()

  // Those at a limit are on the list, and nobody else.
  await expect(page.getByRole('listitem').filter({ hasText: '王秀云' })).toContainText('182/96')
  await expect(page.getByRole('button', { name: '列入随访 6' })).toBeVisible()
  await expect(page.getByRole('row', { name: /糖五/ })).toContainText('6.8')
  expect(await office.faults()).toEqual([])
  await look('day')
  await page.getByLabel('已当面告诉本人').check()
  await page.getByRole('button', { name: '列入随访 6' }).click()
  await expect(page.getByRole('link', { name: '已安排随访' })).toHaveCount(6)
  await look('arranged')

  // The referral of the one who is on the register begins with her on it.
  await page.getByRole('link', { name: '为 王秀云 写转介单' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('转介')
  await expect(page.getByRole('checkbox', { name: /血压 182\/96 mmHg/ })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: /问过症状/ })).not.toBeChecked()
  await look('referral')

  await office.open('/clinics/follow-ups')
  await expect(page.getByRole('row')).toHaveCount(7)
  expect(await office.faults()).toEqual([])
  await look('follow-ups')
  await page.getByRole('button', { name: '打开 王秀云 的随访' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('已就医').check()
  await drawer.getByLabel('说明（加密保存）').fill('县医院开了降压药')
  await drawer.getByRole('button', { name: '保存', exact: true }).click()
  await expect(drawer.getByText('电话 · 已就医')).toBeVisible()
  expect(await office.faults()).toEqual([])
  await look('follow-up')
  await drawer.getByRole('button', { name: '办结', exact: true }).click()
  const closing = page.getByRole('dialog', { name: '办结随访：王秀云' })
  await choose(page, closing.getByRole('combobox', { name: '最后结果' }), '按医嘱处理')
  await closing.getByRole('button', { name: '办结', exact: true }).click()
  await expect(page.getByRole('button', { name: '重新打开' })).toBeVisible()

  await office.open('/clinics')
  await expect(page.getByRole('row', { name: /重阳节义诊/ })).toContainText('5 位随访中')
  expect(await office.faults()).toEqual([])
  await look('list')
})
