import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 } from 'uuid'
import { receiveImport } from '../features/exchange/schema.ts'
import { openTestHouse, type TestHouse } from '../testing/house.ts'
import { emptyReferenceProject, referenceBooks } from '../testing/reference.ts'
import { findRoute } from './find-route.ts'
import { heavyThreads } from './heavy.ts'
import { progressBoard } from './progress.ts'
import { routes } from './routes.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

test('a thread carries out the very route that the server lists, whichever feature it stands in', async () => {
  for (const route of routes) await expect(findRoute(route.endpoint.name)).resolves.toBe(route)
  await expect(findRoute('imports.nothing')).rejects.toThrow('imports.nothing')
})

test('books that need more memory than a thread has are refused in words, and the server goes on', async () => {
  const { manager, projectId } = await emptyReferenceProject(house)
  const [, token = ''] = decodeURIComponent(manager.cookie.split('=')[1] ?? '').split('.')
  const heavy = heavyThreads(house.appUrl, randomBytes(32), progressBoard(), { maxOldGenerationSizeMb: 40, maxYoungGenerationSizeMb: 4 })
  const answer = await heavy(receiveImport, {
    input: { id: v7(), projectId },
    credential: { tenantId: house.tenantId, token },
    tenantId: house.tenantId,
    operationId: v7(),
    language: 'zh-CN',
    device: 'test',
    files: referenceBooks(),
  })
  expect(answer).toMatchObject({ ok: false, problem: { status: 422, code: 'work.tooMuch' } })
  await expect(house.write((tx) => tx.selectFrom('import').select('id').execute())).resolves.toEqual([])
})
