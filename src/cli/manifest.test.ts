import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approveBulletin, bulletinIdSchema, publishBulletin, saveBulletin, submitBulletin } from '../features/publishing/bulletin-schema.ts'
import { frozenIdSchema } from '../features/publishing/figure-record-schema.ts'
import { openTestHouse, type TestHouse } from '../testing/house.ts'
import { addProjectTo, community } from '../testing/project.ts'
import { isWhole, listTampered, manifestOf, manifestSchema, type Manifest } from './manifest.ts'

let house: TestHouse
let pages: Map<string, Uint8Array>
let manifest: Manifest

const readFrom = (all: ReadonlyMap<string, Uint8Array>) => (path: string) => {
  const bytes = all.get(path)
  return Promise.resolve(bytes === undefined ? { status: 404, bytes: new Uint8Array() } : { status: 200, bytes })
}

beforeAll(async () => {
  house = await openTestHouse()
  const projectId = await addProjectTo(house, [community('旭东社区')])
  const writer = await house.signedIn([{ role: 'socialWorker', projectId }])
  const manager = await house.signedIn([{ role: 'manager', projectId }])
  const id = bulletinIdSchema.parse(v7())
  const figure = {
    is: 'figure' as const,
    id: frozenIdSchema.parse(v7()),
    measure: 'activities' as const,
    scope: {},
    saying: 'full' as const,
  }
  const blocks = [{ is: 'paragraph' as const, line: [{ is: 'text' as const, text: '开展社区活动' }, figure] }]
  await writer.ask(saveBulletin, { id, version: 0, projectId, content: { title: '结项简报', blocks, kept: [] } })
  await writer.ask(submitBulletin, { id, version: 1 })
  await manager.ask(approveBulletin, { id, version: 2 })
  await manager.ask(publishBulletin, { id, version: 3 })
  pages = new Map()
  manifest = await manifestOf('test', async (path) => {
    const { status, body } = await house.read(path)
    pages.set(path, new TextEncoder().encode(body))
    return { status, bytes: new TextEncoder().encode(body) }
  })
})
afterAll(() => house.close())

test('a manifest has every page in every script, the records, the files and the looks', async () => {
  const paths = manifest.pages.map(({ path }) => path)
  expect(paths.filter((path) => /bulletins\/[^/]+$/.test(path))).toHaveLength(3)
  expect(paths.filter((path) => /figures\/[^/]+$/.test(path))).toHaveLength(3)
  expect(paths).toEqual(expect.arrayContaining(['/public/portal.js', '/public/test/checker.html?lang=zh-Hant', '/public/test/feed.xml']))
  expect(await listTampered(manifest, readFrom(pages))).toEqual([])
})

test('whichever bit of whichever page is turned, the page is named', async () => {
  const missed: string[] = []
  let tried = 0
  for (const [path, bytes] of [...pages].filter(([name]) => manifest.pages.some((page) => page.path === name))) {
    const own = { ...manifest, pages: manifest.pages.filter((page) => page.path === path) }
    // Every bit of the bulletin and of a figure; of each other page one bit of every seventh byte, another bit each time.
    const everyBit = /\/(bulletins|figures)\/[^/?]+$/.test(path)
    for (let at = 0; at < bytes.length; at += everyBit ? 1 : 7)
      for (const bit of everyBit ? [0, 1, 2, 3, 4, 5, 6, 7] : [at % 8]) {
        const changed = bytes.slice()
        changed[at] = (changed[at] ?? 0) ^ (1 << bit)
        tried++
        if ((await listTampered(own, readFrom(new Map([[path, changed]])))).join() !== path) missed.push(`${path} ${at} ${bit}`)
      }
    if ((await listTampered(own, readFrom(new Map([[path, bytes.slice(0, -1)]])))).join() !== path) missed.push(`${path} cut off`)
  }
  expect(missed).toEqual([])
  expect(tried).toBeGreaterThan(50_000)
  expect(await listTampered(manifest, readFrom(new Map()))).toHaveLength(manifest.pages.length)
})

test('a manifest that was changed itself is not taken for one', () => {
  expect(isWhole(manifest)).toBe(true)
  const [first, ...others] = manifest.pages
  const changed = manifestSchema.parse({ ...manifest, pages: [{ ...first, sha256: '0'.repeat(64) }, ...others] })
  expect(isWhole(changed)).toBe(false)
})
