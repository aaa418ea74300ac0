import { createServer } from 'node:http'
import { v7 } from 'uuid'
import { expect, test } from './journey.ts'
import { receiverPort, staff } from './staff.ts'

test('a worker puts the calendar on a phone, and ends its address', async ({ office, page }) => {
  await office.signIn(staff.worker)
  await page.getByRole('link', { name: '待办与到期' }).first().click()
  await expect(page.getByRole('tab', { name: /已超期/ })).toBeVisible()
  expect(await office.faults()).toEqual([])
  await page.getByRole('link', { name: '手机日历订阅' }).click()
  await page.getByRole('button', { name: '生成我的日历地址' }).click()
  const address = await page.getByRole('dialog').getByLabel('日历地址').inputValue()
  const calendar = await page.request.get(address)
  expect(calendar.status()).toBe(200)
  expect(await calendar.text()).toContain('X-WR-CALNAME:暖阳 · 刘社工')
  expect(await office.faults()).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click()
  await page.getByRole('button', { name: '停用“我的日历”的地址' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '停用' }).click()
  await expect(page.getByText('还没有日历地址')).toBeVisible()
  expect((await page.request.get(address)).status()).toBe(404)
})

test('the administrator adds a receiver, and a test message arrives there, signed', async ({ office, page }) => {
  const received: string[] = []
  const receiver = createServer((request, response) => {
    received.push(String(request.headers['webhook-signature']))
    response.end()
  })
  await new Promise<void>((done) => receiver.listen(receiverPort, '127.0.0.1', done))
  try {
    await office.signIn(staff.system)
    await page.getByRole('link', { name: '对外消息' }).first().click()
    await page.getByRole('button', { name: '添加接收方' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('接收方').fill('区平台')
    await dialog.getByLabel('网址').fill('http://10.0.0.1/in')
    await dialog.getByRole('checkbox', { name: '发出了转介' }).check()
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(dialog.getByText('地址必须以 https:// 开头').first()).toBeVisible()
    await dialog.getByLabel('网址').fill(`http://127.0.0.1:${receiverPort}/${v7()}`)
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(page.getByText(/^whsec_/)).toBeVisible()
    await page.getByRole('button', { name: '我已保存好' }).click()
    await page.getByRole('button', { name: '给“区平台”发测试消息' }).click()
    await expect(page.getByText('已送到', { exact: true })).toBeVisible()
    expect(received).toEqual([expect.stringMatching(/^v1,/)])
    await expect(page.getByText(/^whsec_/)).toHaveCount(0)
    expect(await office.faults()).toEqual([])
  } finally {
    receiver.close()
  }
})
