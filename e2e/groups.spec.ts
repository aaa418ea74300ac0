import { choose, expect, test } from './journey.ts'
import { staff } from './staff.ts'

test('a group goes from its plan to its summary, its roll kept by one tap each', async ({ office, page }) => {
  await office.signIn(staff.worker)
  await page.getByRole('link', { name: '小组', exact: true }).first().click()
  await page.getByRole('button', { name: '新建小组' }).click()
  await page.getByLabel('小组名称').fill('心有光芒')
  await page.getByLabel('编号').fill('XZ-01')
  await choose(page, '社区（村）', '旭东社区')
  await page.getByLabel('总目标').fill('缓解孤独，认识邻里')
  await page.reload()
  await expect(page.getByLabel('总目标')).toHaveValue('缓解孤独，认识邻里')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '心有光芒' })).toBeVisible()

  await page.getByRole('button', { name: '加组员' }).click()
  const members = page.getByRole('dialog', { name: '加组员' })
  await members.getByRole('checkbox', { name: /王秀云/ }).check()
  await members.getByRole('checkbox', { name: /李桂兰/ }).check()
  await members.getByRole('button', { name: '加入 2 人' }).click()
  await expect(page.getByRole('link', { name: '王秀云' })).toBeVisible()

  for (const day of ['2025-03-03', '2025-03-10']) {
    await page.getByRole('button', { name: '加一节' }).click()
    const dialog = page.getByRole('dialog', { name: '加一节' })
    await dialog.getByLabel('日期').fill(day)
    await dialog.getByLabel('日期').press('Tab')
    await dialog.getByLabel('主题').fill('相识')
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(page.getByRole('row', { name: new RegExp(day) })).toContainText('计划中')
    await expect(dialog).toHaveCount(0)
  }
  expect(await office.faults()).toEqual([])

  for (const nth of ['第 1 节', '第 2 节']) {
    await page.getByRole('link', { name: nth }).click()
    await expect(page.getByRole('heading', { level: 1, name: nth })).toBeVisible()
    await page.getByRole('button', { name: '全部到' }).click()
    await page.getByRole('button', { name: /^李桂兰/ }).click()
    await expect(page.getByRole('button', { name: '李桂兰 缺席' })).toBeVisible()
    await page.getByText('开始期').click()
    await page.getByRole('button', { name: '保存点名' }).click()
    await expect(page.getByText('已完成')).toBeVisible()
    expect(await office.faults()).toEqual([])
    await page.getByRole('link', { name: '心有光芒' }).click()
  }
  await expect(page.getByText('连续两次没来')).toBeVisible()
  await expect(page.getByText('50%')).toBeVisible()
  await expect(page.getByText('2 / 2 节')).toBeVisible()

  // A score that is taken from the group's page is the group's own occasion, and leads back to it.
  for (const [what, points] of [
    ['做前测', 11],
    ['做后测', 5],
  ] as const) {
    await page.getByRole('button', { name: `王秀云：${what}` }).click()
    for (let n = 1; n <= 15; n++) {
      const counts = [1, 5, 7, 11, 13].includes(n) ? '否' : '是'
      await page
        .getByRole('group', { name: new RegExp(`^${n}\\. `) })
        .getByRole('radio', { name: n <= points ? counts : counts === '是' ? '否' : '是', exact: true })
        .click()
    }
    await page.getByRole('button', { name: '保存测评' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '心有光芒' })).toBeVisible()
    await expect(page.getByRole('button', { name: `王秀云：${what}` })).toHaveCount(0)
  }
  await expect(page.getByText('1 人：11.0 → 5.0')).toBeVisible()
  expect(await office.faults()).toEqual([])

  await page.getByRole('button', { name: '写总结' }).click()
  const summary = page.getByRole('dialog', { name: '小组总结' })
  await summary.getByLabel('有效问卷（份）').fill('2')
  await summary.getByLabel('满意（份）').fill('2')
  await summary.getByLabel('反思').fill('地点太远，下次换到楼下')
  await summary.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('100%（2 份问卷）')).toBeVisible()
  await page.getByRole('link', { name: '首页' }).first().click()
  await expect(page.getByRole('link', { name: /小组连续两次缺席/ })).toContainText('1')
})
