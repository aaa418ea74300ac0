import { expect, test } from './journey.ts'
import { staff } from './staff.ts'

test('a worker looks at an elder’s basic sheet as it will be printed, and takes it along as Word and as PDF', async ({ office, page }) => {
  await office.signIn(staff.manager)
  await office.open('/people')
  await page.getByRole('link', { name: '王秀云' }).click()
  await page.getByRole('button', { name: '打印' }).click()
  const dialog = page.getByRole('dialog', { name: /个人基本信息表/ })
  const sheet = dialog.frameLocator('iframe')
  await expect(sheet.getByRole('heading', { name: '个人基本信息表' })).toBeVisible()
  await expect(dialog.getByText(/已自动填 \d+ 项/)).toBeVisible()
  expect(await office.faults()).toEqual([])

  const word = page.waitForEvent('download')
  await dialog.getByRole('button', { name: '存为 Word' }).click()
  expect((await word).suggestedFilename()).toMatch(/^个人基本信息表-.*\.docx$/)
  const pdf = page.waitForEvent('download')
  await dialog.getByRole('button', { name: '存为 PDF' }).click()
  expect((await pdf).suggestedFilename()).toMatch(/\.pdf$/)
})
