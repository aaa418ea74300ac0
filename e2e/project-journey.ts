import type { Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { shuangtaizi } from '../src/features/places/shuangtaizi-schema.ts'
import { expect, type Office } from './journey.ts'
import { staff } from './staff.ts'

/** Signs the manager in and opens a new project, empty. */
export async function openProject(office: Office, page: Page, name: string): Promise<void> {
  await office.signIn(staff.manager)
  await page.getByRole('link', { name: '项目', exact: true }).first().click()
  await page.getByRole('button', { name: '新建项目' }).click()
  const dialog = page.getByRole('dialog', { name: '新建项目' })
  await dialog.getByLabel('项目名称').fill(name)
  await dialog.getByLabel('开始日期').fill('2024-09-01')
  await dialog.getByLabel('开始日期').press('Tab')
  await dialog.getByLabel('结束日期').fill('2025-05-01')
  await dialog.getByLabel('结束日期').press('Tab')
  await dialog.getByRole('button', { name: '新建项目' }).click()
  await expect(page.getByRole('button', { name: `当前项目：${name}` })).toBeVisible()
}

const folder = join(import.meta.dirname, '../demo/reference-project')

/** The reference project as its agency handed it over. */
export const workbooks = readdirSync(folder)
  .filter((name) => /\.(xlsx|csv)$/.test(name))
  .map((name) => join(folder, name))

/** Imports the reference project whole into the open project; doubtful names stay unclaimed. */
export async function importReference(page: Page): Promise<void> {
  await page.getByRole('link', { name: '导入', exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: '导入' })).toBeVisible()
  await page.getByLabel('选择文件').last().setInputFiles(workbooks)
  await page.getByRole('button', { name: '上传并预览' }).click()
  await expect(page.getByText(/现在还什么都没有写入/)).toBeVisible({ timeout: 180_000 })
  await page.getByRole('navigation', { name: '导入步骤' }).getByRole('link', { name: '确认导入' }).click()
  await page.getByRole('button', { name: /^确认导入：新增 [\d,]+ 条/ }).click()
  await expect(page.getByText(/已写入：新增/)).toBeVisible({ timeout: 180_000 })
}

type Elder = { name: string; phone: string }

/** Writes down behind the screens what other people of the office do meanwhile. */
async function behind(page: Page, endpoint: string, input: Record<string, unknown>): Promise<void> {
  const status = await page.evaluate(
    async ({ endpoint, input, operationId }) => {
      const answered = await fetch(`/api/${endpoint}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'operation-id': operationId },
        body: JSON.stringify(input),
      })
      return answered.status
    },
    { endpoint, input, operationId: randomUUID() },
  )
  expect(status).toBe(200)
}

const projectOf = (page: Page) => page.evaluate('localStorage.getItem("nuanyang.project")')

/** Elders of the open project; each is a file of its own, even under one name. Answers their ids. */
export async function addElders(page: Page, elders: readonly Elder[]): Promise<string[]> {
  const projectId = await projectOf(page)
  const ids = elders.map(() => randomUUID())
  for (const [i, { name, phone }] of elders.entries())
    await behind(page, 'people.add', {
      id: ids[i],
      projectId,
      part: 'elder',
      name,
      sex: 'female',
      birthDate: '1947-05-09',
      birthday: { calendar: 'solar', month: null, day: null, leap: false },
      ethnicity: null,
      phone,
      otherPhone: null,
      address: null,
      livingWith: null,
      communityCode: null,
      householdNumber: null,
      note: null,
      idNumber: null,
      isNobodyElse: true,
    })
  return ids
}

/** One visit of each of these elders, in the open project. */
export async function addVisits(page: Page, personIds: readonly string[]): Promise<void> {
  const projectId = await projectOf(page)
  const communityCode = shuangtaizi.find(({ name }) => name === '旭东社区')?.code
  for (const personId of personIds)
    await behind(page, 'services.record', {
      id: randomUUID(),
      projectId,
      communityCode,
      day: '2025-03-03',
      kind: 'home_visit',
      line: 'social',
      status: 'held',
      attended: [{ id: randomUUID(), personId, part: 'beneficiary' }],
    })
}
