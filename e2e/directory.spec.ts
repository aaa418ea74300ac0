import type { Page } from '@playwright/test'
import { z } from 'zod'
import { choose, expect, test } from './journey.ts'
import { staff } from './staff.ts'

const listSchema = z.object({
  total_items: z.number(),
  contents: z.array(z.object({ name: z.string(), organization: z.object({ name: z.string() }) })),
})

async function read(page: Page, address: string) {
  const answer = await page.request.get(new URL(address, page.url()).href)
  expect(answer.status()).toBe(200)
  const text = await answer.text()
  return { text, ...listSchema.parse(JSON.parse(text)) }
}

test('a hospital’s resource is published with its consent, others read it without an account, and it is taken out again', async ({
  office,
  page,
}) => {
  await office.signIn(staff.manager)
  await office.open('/linkage?tab=resources')
  await page.getByRole('button', { name: '登记资源' }).click()
  const dialog = page.getByRole('dialog')
  await choose(page, dialog.getByRole('combobox', { name: '提供单位' }), '双台子区人民医院')
  await dialog.getByLabel('资源名称').fill('每月义诊')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog).toBeHidden()
  await office.open('/linkage/directory')
  await expect(page.getByText('未公开')).toBeVisible()
  expect(await office.faults()).toEqual([])
  await page.getByRole('button', { name: '公开“每月义诊”' }).click()
  await dialog.getByLabel('单位谁同意的').fill('医务科')
  await dialog.getByLabel('哪天同意的').fill('2025-01-10')
  await dialog.getByLabel('哪天同意的').press('Enter')
  await expect(dialog.getByRole('region', { name: '对外就是这样' })).toContainText('双台子区人民医院')
  await dialog.getByRole('button', { name: '公开', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText(/已公开$/).first()).toBeVisible()
  expect(await office.faults()).toEqual([])
  const address = await page.getByRole('link', { name: /hsds/ }).getAttribute('href')
  const open = await read(page, `${address}?per_page=5`)
  expect(open.contents).toEqual([{ name: '每月义诊', organization: { name: '双台子区人民医院' } }])
  expect(open.text).not.toContain('医务科')
  await page.getByRole('button', { name: '撤下“每月义诊”' }).click()
  await dialog.getByLabel('原因').fill('医院暂停义诊')
  await dialog.getByRole('button', { name: '撤下', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('未公开')).toBeVisible()
  expect((await read(page, `${address}?page=1`)).total_items).toBe(0)
})
