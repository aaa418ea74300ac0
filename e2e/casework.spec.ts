import type { Page } from '@playwright/test'
import { z } from 'zod'
import { expect, photograph, test } from './journey.ts'
import { staff } from './staff.ts'

const option = async (page: Page, name: string) => page.locator('.ant-select-item-option', { hasText: name }).first().click()
async function on(page: Page, field: string, day: string): Promise<void> {
  await page.getByLabel(field, { exact: true }).fill(day)
  await page.getByLabel(field, { exact: true }).press('Tab')
}

/** Answers a GDS-15 so that it comes to so many points. */
async function assess(page: Page, points: number, day: string, phase: string): Promise<void> {
  await page.getByRole('tab', { name: '测评' }).click()
  await page.getByRole('button', { name: '做测评' }).click()
  await page.getByRole('link', { name: /GDS-15/ }).click()
  for (let n = 1; n <= 15; n++) {
    const counts = [1, 5, 7, 11, 13].includes(n) ? '否' : '是'
    const other = counts === '是' ? '否' : '是'
    await page
      .getByRole('group', { name: new RegExp(`^${n}\\. `) })
      .getByRole('radio', { name: n <= points ? counts : other, exact: true })
      .click()
  }
  await on(page, '测评日期', day)
  await page.getByRole('combobox', { name: '这次是' }).click()
  await option(page, phase)
  await page.getByRole('button', { name: '保存测评' }).click()
  await expect(page.getByText(`${points} 分`, { exact: true })).toBeVisible()
}

const projectsSchema = z.object({ projects: z.array(z.object({ id: z.string(), name: z.string() })) })
const figuresSchema = z.object({ figures: z.array(z.object({ key: z.string(), value: z.number().nullable() })) })

/** What the ledger's figures say now, asked as the screen asks. */
async function figures(page: Page): Promise<Map<string, number>> {
  const { origin } = new URL(page.url())
  const ask = async (name: string, data: object) => (await page.request.post(`${origin}/api/${name}`, { data })).json()
  const { projects } = projectsSchema.parse(await ask('projects.list', {}))
  const found = figuresSchema.parse(await ask('figures.ofProject', { projectId: projects[0]?.id }))
  return new Map(found.figures.map((figure) => [figure.key, figure.value ?? 0]))
}

test('an elder living alone is taken in, assessed, worked with, read over by the supervisor, referred, and closed; the file is a PDF and the figures moved by just that', async ({
  office,
  page,
}) => {
  test.setTimeout(300_000)
  await office.signIn(staff.worker)
  const before = await figures(page)
  const signInAs = async (name: string) => {
    await page.context().clearCookies()
    await office.signIn(name)
  }
  const openCase = async () => {
    await page.getByRole('link', { name: '个案', exact: true }).first().click()
    await page.getByRole('link', { name: '王秀云', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: '王秀云' })).toBeVisible()
  }

  await test.step('intake, and accepted with consent', async () => {
    await page.getByRole('link', { name: '个案', exact: true }).first().click()
    await page.getByRole('button', { name: '接案登记' }).click()
    await page.getByRole('combobox', { name: '服务对象' }).fill('王秀云')
    await option(page, '王秀云')
    await on(page, '日期', '2025-01-06')
    await page.getByRole('combobox', { name: '个案来源' }).click()
    await option(page, '外展发现')
    await page.getByLabel('求助事项（本人自述）').fill('老伴走了以后一个人，晚上睡不着。')
    await page.reload()
    await expect(page.getByText('已恢复上次没有保存的内容')).toBeVisible()
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('button', { name: '决定是否接案' }).click()
    await on(page, '日期', '2025-01-07')
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await expect(page.getByText('还没有预估表')).toBeVisible()
    expect(await office.faults()).toEqual([])
  })

  await test.step('GDS-15 at 11', async () => {
    await page.getByRole('link', { name: '王秀云', exact: true }).click()
    await assess(page, 11, '2025-01-08', '前测')
  })

  await test.step('what the result suggests becomes a need, with a goal, who does what, and by when', async () => {
    await page.getByRole('tab', { name: '需求' }).click()
    await expect(page.getByText('GDS-15 11 分，2025-01-08')).toBeVisible()
    await page.getByRole('button', { name: /^登记为需求/ }).click()
    const dialog = page.getByRole('dialog', { name: '登记需求' })
    await dialog.getByLabel('目标').fill('睡得着，有人说话')
    await dialog.getByRole('button', { name: '加一项行动' }).click()
    await dialog.getByLabel('第 1 项：做什么').fill('每周家访一次')
    await dialog.getByLabel('第 1 项：谁').fill('社工')
    await on(page, '第 1 项：最晚哪天', '2025-02-20')
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(page.getByText('目标：睡得着，有人说话')).toBeVisible()
    expect(await office.faults()).toEqual([])
  })

  await test.step('assessment, plan from the need, both sign', async () => {
    await openCase()
    await expect(page.getByText('11（2025-01-08）')).toBeVisible()
    await page.getByRole('button', { name: '填写预估表' }).click()
    await page.getByLabel('预估结论').fill('丧偶后情绪低落，独居，社会交往少。')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('button', { name: '填写服务计划（协议）' }).click()
    await expect(page.getByRole('textbox', { name: '目标', exact: true })).toHaveValue('睡得着，有人说话')
    await expect(page.getByRole('textbox', { name: '内容' })).toHaveValue('每周家访一次')
    await page.getByLabel('总目标').fill('走出丧偶后的低落')
    expect(await office.faults()).toEqual([])
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('button', { name: '服务对象签名' }).click()
    await page.getByRole('dialog').getByLabel('在框里签').first().hover()
    await page.mouse.down()
    await page.mouse.move(660, 500)
    await page.mouse.move(700, 480)
    await page.mouse.up()
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await expect(page.getByText('服务对象还没有在计划上签名')).toHaveCount(0)
    await page.getByRole('button', { name: '社工签名' }).click()
    await page.getByRole('dialog').getByText('纸面已签').click()
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await expect(page.getByText('还没有一次写好记录的服务')).toBeVisible()
  })

  await test.step('three sessions, each in at most eight interactions besides typing', async () => {
    for (const [at, day] of ['2025-01-14', '2025-01-21', '2025-01-28'].entries()) {
      let interactions = 0
      const act = async (does: Promise<void>) => {
        interactions += 1
        await does
      }
      await act(page.getByRole('button', { name: '写服务记录' }).click())
      await act(page.getByLabel('过程（客观事实）').click())
      await page.keyboard.type('老人说这周下楼两次，看老照片时笑了。')
      await act(page.getByLabel('下次计划').click())
      await page.keyboard.type('一起去社区食堂吃一次饭')
      await act(page.getByLabel('日期', { exact: true }).click())
      await page.getByLabel('日期', { exact: true }).fill(day)
      await act(page.getByLabel('日期', { exact: true }).press('Tab'))
      if (at === 0) {
        expect(await office.faults()).toEqual([])
      }
      await act(page.getByRole('button', { name: '保存' }).click())
      await expect(page.getByRole('link', { name: `第 ${at + 1} 次 ${day}` })).toBeVisible()
      expect(interactions).toBeLessThanOrEqual(8)
    }
    expect(await office.faults()).toEqual([])
  })

  await test.step('the supervisor returns one, the worker changes it, and it is approved', async () => {
    await signInAs(staff.supervisor)
    await page.getByRole('link', { name: '督导', exact: true }).first().click()
    await expect(page.getByRole('link', { name: /第 2 次服务/ })).toBeVisible()
    expect(await office.faults()).toEqual([])
    await page.getByRole('link', { name: /第 2 次服务/ }).click()
    await page.getByLabel('意见').fill('请写明谈了多久')
    await page.getByRole('button', { name: '退回' }).click()
    await expect(page.getByText('已退回')).toBeVisible()
    await signInAs(staff.worker)
    await page.getByRole('link', { name: '督导', exact: true }).first().click()
    await page.getByRole('link', { name: /第 2 次服务/ }).click()
    await expect(page.getByText('请写明谈了多久')).toBeVisible()
    await page.getByRole('button', { name: '修改记录' }).click()
    await page.getByRole('dialog').getByLabel('过程（客观事实）').fill('谈了四十分钟。老人说这周下楼两次。')
    await page.getByRole('dialog').getByLabel('修改理由').fill('按督导意见补写时间')
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(page.getByRole('paragraph').filter({ hasText: '谈了四十分钟' })).toBeVisible()
    await signInAs(staff.supervisor)
    await page.getByRole('link', { name: '督导', exact: true }).first().click()
    await page.getByRole('link', { name: /第 2 次服务/ }).click()
    await page.getByRole('button', { name: '通过' }).click()
    await expect(page.getByText('督导已通过')).toBeVisible()
  })

  await test.step('referred to the hospital, which accepts', async () => {
    await signInAs(staff.worker)
    await openCase()
    await page.getByRole('button', { name: '更多', exact: true }).click()
    await page.getByRole('menuitem', { name: '转介' }).click()
    await page.getByRole('combobox', { name: '转给哪个单位' }).click()
    await option(page, '人民医院')
    await page.getByLabel('转介原因').fill('失眠两个月，想做一次检查。')
    await page.getByLabel('需要对方做什么').fill('安排睡眠门诊')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('button', { name: '登记同意' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await page.getByRole('button', { name: '发出', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '发出' }).click()
    await expect(page.getByText('等答复')).toBeVisible()
    await signInAs(staff.hospital)
    await page.getByRole('link', { name: '转来的事项' }).first().click()
    await page.getByRole('link', { name: '王秀云' }).click()
    await page.getByRole('button', { name: '接收' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '接收' }).click()
    await expect(page.getByText('已接收')).toBeVisible()
  })

  await test.step('closed with GDS-15 at 5; goals and scores stand side by side', async () => {
    await signInAs(staff.worker)
    await openCase()
    await page.getByRole('button', { name: '进入评估' }).click()
    await on(page, '日期', '2025-02-20')
    await page.getByRole('dialog').getByRole('button', { name: '进入评估' }).click()
    await page.getByRole('link', { name: '王秀云', exact: true }).click()
    await assess(page, 5, '2025-02-24', '后测')
    await openCase()
    await page.getByRole('button', { name: '结案', exact: true }).click()
    await expect(page.getByText('11（2025-01-08）')).toBeVisible()
    await expect(page.getByText('5（2025-02-24）')).toBeVisible()
    await on(page, '结案日期', '2025-02-25')
    await page.getByRole('combobox', { name: '结案原因' }).click()
    await option(page, '目标达成')
    expect(await office.faults()).toEqual([])
    await expect(page.getByText('历时 50 天')).toBeVisible()
    await page.getByRole('combobox', { name: '达成度' }).click()
    await option(page, '完全达成')
    await page.getByRole('combobox', { name: '结论' }).click()
    await option(page, '已满足')
    await page.getByRole('combobox', { name: '由哪次服务满足' }).click()
    await option(page, '第 3 次')
    await page.getByRole('button', { name: '结案', exact: true }).click()
    await expect(page.getByText('已结案').first()).toBeVisible()
    await expect(page.getByRole('link', { name: '由第 3 次服务满足' })).toBeVisible()
    expect(await office.faults()).toEqual([])
  })
  await test.step('the file as one PDF, and the figures', async () => {
    await page.getByRole('button', { name: '整本档案' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    const { origin, pathname } = new URL(page.url())
    const printed = await page.request.post(`${origin}/api/cases.print`, {
      data: { id: pathname.split('/')[2], what: 'file', format: 'pdf' },
    })
    expect(printed.headers()['content-type']).toBe('application/pdf')
    expect((await printed.body()).subarray(0, 5).toString()).toBe('%PDF-')
    const after = await figures(page)
    const moved = new Map([...after].map(([key, value]) => [key, value - (before.get(key) ?? 0)] as const).filter(([, by]) => by !== 0))
    // Exactly these services, and nothing else of all that is counted.
    expect(Object.fromEntries(moved)).toEqual({
      cases: 1,
      sessions: 3,
      case_persons: 1,
      case_closed: 1,
      closure_rate: 100,
      direct_persons: 1,
      direct_times: 3,
      gds_pre_n: 1,
      gds_pre_mean: 11,
      gds_both_n: 1,
      gds_post_mean: 5,
    })
  })

  await test.step('closed too early: taken back, and the need that it had settled is open again', async () => {
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.getByRole('button', { name: '更多', exact: true }).click()
    await page.getByRole('menuitem', { name: '撤销上一步' }).click()
    await page.getByLabel('撤销理由').fill('老人想再来两次')
    await page.getByRole('dialog').getByRole('button', { name: '撤销上一步' }).click()
    const told = page.getByRole('dialog', { name: '已撤销上一步' })
    await expect(told.getByText('已重新打开')).toBeVisible()
    await expect(told.getByRole('listitem')).toHaveCount(1)
    await photograph(page, 'closing-undone')
    expect(await office.faults()).toEqual([])
    await told.getByRole('button', { name: '知道了' }).click()
    await expect(page.getByRole('link', { name: '由第 3 次服务满足' })).toHaveCount(0)
  })
})
