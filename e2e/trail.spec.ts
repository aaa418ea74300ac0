import { Client } from 'pg'
import { expect, test } from './journey.ts'
import { staff } from './staff.ts'

test('an auditor narrows the trail, verifies it, and is told when an entry was changed behind the product’s back', async ({
  office,
  page,
  server,
}) => {
  await office.signIn(staff.auditor)
  await page.getByRole('link', { name: '操作痕迹' }).first().click()
  await page.getByLabel('账号（姓名或登录名）').fill('系统管理员')
  await page.getByRole('button', { name: '查询' }).click()
  await expect(page.getByRole('row').nth(1)).toContainText('系统管理员')
  await page.getByRole('button', { name: '校验痕迹链' }).click()
  await expect(page.getByText(/校验通过：\d+ 条痕迹/)).toBeVisible()

  const owner = new Client({ connectionString: server.ownerUrl })
  await owner.connect()
  const change = (details: string) =>
    owner.query(
      'update trail set details = $1 where (tenant_id, lane, seq) = (select tenant_id, lane, min(seq) from trail group by 1, 2 limit 1)',
      [details],
    )
  const { rows } = await owner.query<{ details: string }>(
    'select details from trail where (tenant_id, lane, seq) = (select tenant_id, lane, min(seq) from trail group by 1, 2 limit 1)',
  )
  await change('{"changed":true}')
  await page.getByRole('button', { name: '校验痕迹链' }).click()
  await expect(page.getByText('校验没有通过')).toBeVisible()
  await change(rows[0]?.details ?? '{}')
  await owner.end()
})
