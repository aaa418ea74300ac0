import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { addPlace, endPlace, listPlaces } from './schema.ts'
import { shuangtaizi } from './shuangtaizi-schema.ts'

let house: TestHouse
let system: Caller
beforeAll(async () => {
  house = await openTestHouse()
  system = await house.signedIn([{ role: 'systemAdmin' }])
})
afterAll(() => house.close())

test('双台子区 has 8 towns and streets and 51 communities and villages, each below its parent', async () => {
  for (const { validTo: _open, ...division } of shuangtaizi) await system.ask(addPlace, division)
  const { divisions } = await system.ask(listPlaces, {})
  const count = (...levels: string[]) => divisions.filter((division) => levels.includes(division.level)).length
  expect([count('district'), count('street', 'town'), count('community', 'village')]).toEqual([1, 8, 51])
  for (const division of divisions)
    if (division.parentCode !== null)
      expect(
        division.code.startsWith(division.parentCode.slice(0, division.level === 'community' || division.level === 'village' ? 9 : 6)),
      ).toBe(true)
})

const newCommunity = {
  code: '211102004099',
  name: '新设社区',
  level: 'community',
  parentCode: '211102004',
  validFrom: '2025-01-01',
} as const

test('a community that was set up later is added, and ended on the day it was merged into another', async () => {
  await system.ask(addPlace, addPlace.input.parse(newCommunity))
  expect(await system.refused(addPlace, newCommunity)).toMatchObject({ code: 'place.taken', errors: [{ field: 'code' }] })
  await system.ask(endPlace, endPlace.input.parse({ code: newCommunity.code, validTo: '2025-06-30' }))
  const { divisions } = await system.ask(listPlaces, {})
  expect(divisions.find((division) => division.code === newCommunity.code)).toMatchObject({ validTo: '2025-06-30' })
  expect(await system.refused(endPlace, { code: newCommunity.code, validTo: '2025-07-31' })).toMatchObject({ status: 404 })
})

test.each([
  ['a code of eleven digits', { ...newCommunity, code: '21110200409' }],
  ['a code that does not begin with its parent’s', { ...newCommunity, code: '211102005099' }],
  ['a parent that is not on file', { ...newCommunity, code: '211102077001', parentCode: '211102077' }],
  ['a community with the code of a street', { ...newCommunity, code: '211102098' }],
  ['a day that does not exist', { ...newCommunity, code: '211102004098', validFrom: '2025-02-30' }],
])('%s is refused with a word on what to do', async (_what, wrong) => {
  const refusal = await system.refused(addPlace, wrong)
  expect(refusal.status).toBe(422)
  expect(refusal.detail).toMatch(/[一-鿿]/)
})

test('a place does not end before it began', async () => {
  await system.ask(addPlace, addPlace.input.parse({ ...newCommunity, code: '211102004097' }))
  expect(await system.refused(endPlace, { code: '211102004097', validTo: '2024-12-31' })).toMatchObject({ status: 422 })
})
