import type { Page } from '@playwright/test'
import { choose, expect, test } from './journey.ts'
import { staff } from './staff.ts'

const elder = async (page: Page, name: string) => {
  await page.getByRole('link', { name: '人员', exact: true }).first().click()
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await page.getByRole('tab', { name: '测评' }).click()
}

/** Answers a GDS-15 so that it comes to so many points. */
async function answerGds(page: Page, points: number): Promise<void> {
  for (let n = 1; n <= 15; n++) {
    const counts = [1, 5, 7, 11, 13].includes(n) ? '否' : '是'
    const other = counts === '是' ? '否' : '是'
    await page
      .getByRole('group', { name: new RegExp(`^${n}\\. `) })
      .getByRole('radio', { name: n <= points ? counts : other, exact: true })
      .click()
  }
}

async function on(page: Page, field: string, day: string): Promise<void> {
  await page.getByLabel(field).fill(day)
  await page.getByLabel(field).press('Enter')
}

for (const width of [1280, 360])
  test(`${width} wide, an elder is assessed at 11, half of it survives a reload, and then at 5; the trend shows both and what changed`, async ({
    office,
    page,
  }) => {
    await page.setViewportSize({ width: 1280, height: 860 })
    await office.signIn(staff.manager)
    await elder(page, width === 1280 ? '张忠清' : '李桂兰')
    await page.setViewportSize({ width, height: 780 })
    await page.getByRole('button', { name: '做测评' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '选一张量表' })).toBeVisible()
    expect(await office.faults()).toEqual([])
    await page.getByRole('link', { name: /GDS-15/ }).click()
    await answerGds(page, 11)
    await page.reload()
    await expect(page.getByText('已恢复上次没有保存的内容')).toBeVisible()
    await expect(page.getByText('已答 15/15').first()).toBeVisible()
    await expect(page.getByText('目前 11 分')).toBeVisible()
    await on(page, '测评日期', '2024-10-08')
    await choose(page, '这次是', '前测')
    expect(await office.faults()).toEqual([])
    await page.getByRole('button', { name: '保存测评' }).click()
    await expect(page.getByText('11 分', { exact: true })).toBeVisible()
    await expect(page.getByText('筛查，不是诊断').first()).toBeVisible()
    await expect(page.getByText(/与督导商量/)).toBeVisible()

    await page.getByRole('button', { name: '做测评' }).click()
    await page.getByRole('link', { name: /GDS-15/ }).click()
    await answerGds(page, 5)
    await on(page, '测评日期', '2025-02-20')
    await choose(page, '这次是', '后测')
    await page.getByRole('button', { name: '保存测评' }).click()
    await expect(page.getByText('5 分', { exact: true })).toBeVisible()
    await expect(page.getByText('GDS-15 老年抑郁筛查历次得分：2024-10-08 11; 2025-02-20 5')).toBeAttached()
    await expect(page.getByText('好转', { exact: true })).toHaveCount(6)
    expect(await office.faults()).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)

    await page.getByRole('button', { name: '作废' }).first().click()
    await page.getByLabel('理由').fill('录错了人')
    await page.getByRole('dialog').getByRole('button', { name: '作废' }).click()
    await expect(page.getByText('已作废').first()).toBeVisible()
    await page.getByRole('button', { name: '撤销作废' }).click()
    await page.getByLabel('理由').fill('没有录错')
    await page.getByRole('dialog').getByRole('button', { name: '撤销作废' }).click()
    await expect(page.getByText('已作废')).toHaveCount(0)
  })

test('somebody who thinks of dying is not filed away: the protocol comes first, and the supervisor has the notice', async ({
  office,
  page,
}) => {
  await office.signIn(staff.manager)
  await elder(page, '王秀云')
  await page.getByRole('button', { name: '做测评' }).click()
  await page.getByRole('link', { name: /^PHQ-9/ }).click()
  for (let n = 1; n <= 9; n++)
    await page
      .getByRole('group', { name: new RegExp(`^${n}\\. `) })
      .getByRole('radio', { name: n === 9 ? '好几天' : '完全不会', exact: true })
      .click()
  await expect(page.getByText(/12356/).first()).toBeVisible()
  expect(await office.faults()).toEqual([])
  await on(page, '测评日期', '2025-01-10')
  await page.getByRole('button', { name: '保存测评' }).click()
  await expect(page.getByText('请填写').first()).toBeVisible()
  await page.getByLabel(/问了什么/).fill('问了想没想过死，说“有时觉得活着没意思”')
  await choose(page, '现在安全吗', '说不准')
  await page.getByLabel(/身边有没有/).fill('家里的农药已请儿子带走')
  await page.getByLabel(/已经告诉了谁/).fill('儿子、督导')
  await page.getByLabel('当场做了什么').fill('陪到儿子来')
  await on(page, '下次联系的日期', '2025-01-11')
  await page.reload()
  await expect(page.getByLabel(/身边有没有/)).toHaveValue('家里的农药已请儿子带走')
  await page.getByRole('button', { name: '保存测评' }).click()
  await expect(page.getByRole('dialog').getByText('已提醒 1 位督导')).toBeVisible()
  await page.getByRole('dialog').getByRole('button').last().click()
  await expect(page.getByRole('region', { name: '风险处置记录' })).toContainText('家里的农药已请儿子带走')

  await page.context().clearCookies()
  await office.signIn(staff.supervisor)
  await page.getByRole('link', { name: /我的提醒：\d+ 条待办/ }).click()
  await expect(page.getByText('王秀云的测评中有需要当天处理的情况')).toBeVisible()
  expect(await office.faults()).toEqual([])
  await page.getByRole('button', { name: /去办/ }).first().click()
  await expect(page.getByRole('region', { name: '风险处置记录' })).toContainText('说不准')
  await page.getByRole('link', { name: /我的提醒/ }).click()
  await page.getByRole('button', { name: /办好了：王秀云/ }).click()
  await expect(page.getByText('没有待办的提醒')).toBeVisible()
})

test('the list of a project has who was assessed, a scale’s text is entered by the agency, and its interval is set', async ({
  office,
  page,
}) => {
  await office.signIn(staff.manager)
  await page.getByRole('link', { name: '测评', exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: '测评' })).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(await office.faults()).toEqual([])
  await page.getByRole('button', { name: '复评周期' }).click()
  await page.getByLabel('GDS-15 老年抑郁筛查: 复评周期').fill('2')
  await page.getByRole('button', { name: '保存: GDS-15 老年抑郁筛查' }).click()
  await expect(page.getByText('复评周期已保存')).toBeVisible()
  expect(await office.faults()).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: '量表', exact: true }).first().click()
  await page.getByRole('button', { name: /录入文字：UCLA-3/ }).click()
  await page.getByLabel(/凭什么许可/).fill('2026 年获书面同意')
  for (const n of [1, 2, 3]) {
    await page.getByLabel(`${n} 分的文字`).fill(`选项${n}`)
    await page.getByLabel(`第 ${n} 题`).fill(`题目${n}`)
  }
  expect(await office.faults()).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('已录入（第 1 版）')).toBeVisible()
  expect(await office.faults()).toEqual([])
})

test('a result suggests a need, a person decides; it has a goal, an action and an end, and can be opened again', async ({
  office,
  page,
}) => {
  await office.signIn(staff.manager)
  await elder(page, '王秀云')
  await page.getByRole('button', { name: '做测评' }).click()
  await page.getByRole('link', { name: /^跌倒风险询问/ }).click()
  for (let n = 1; n <= 10; n++)
    await page
      .getByRole('group', { name: new RegExp(`^${n}\\. `) })
      .getByRole('radio', { name: '是', exact: true })
      .click()
  await page.getByRole('button', { name: '保存测评' }).click()
  await expect(page.getByText('10 分', { exact: true })).toBeVisible()
  await page.getByRole('tab', { name: '需求' }).click()
  await page.getByRole('button', { name: /登记为需求：有跌倒风险/ }).click()
  await page.getByLabel('目标').fill('三个月不再跌倒')
  await page.getByRole('button', { name: '加一项行动' }).click()
  await page.getByLabel('第 1 项：做什么').fill('装扶手和夜灯')
  await page.getByLabel('第 1 项：谁').fill('刘社工')
  await on(page, '第 1 项：最晚哪天', '2025-01-20')
  expect(await office.faults()).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('进行中')).toBeVisible()
  await expect(page.getByText('装扶手和夜灯')).toBeVisible()
  await page.getByRole('button', { name: '做完了：装扶手和夜灯' }).click()
  await expect(page.getByRole('button', { name: /撤回“做完了”/ })).toBeVisible()
  await page.getByRole('button', { name: /写结论/ }).click()
  await page.getByLabel('情况或理由').fill('扶手装好，本人会用')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('已满足').first()).toBeVisible()
  expect(await office.faults()).toEqual([])
  await page.getByRole('button', { name: /重新打开/ }).click()
  await page.getByLabel('情况或理由').fill('夜灯坏了')
  await page.getByRole('dialog').getByRole('button', { name: '重新打开' }).click()
  await expect(page.getByText('进行中')).toBeVisible()
  await page.getByRole('link', { name: '需求', exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: '需求' })).toBeVisible()
  await expect(page.getByText('有跌倒风险，需要防跌倒指导')).toBeVisible()
  expect(await office.faults()).toEqual([])
})
