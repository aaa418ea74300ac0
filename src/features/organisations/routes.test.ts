import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 } from 'uuid'
import { divisionCodeSchema, organisationIdSchema } from '../../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { addOrganisation, changeOrganisation, listOrganisations, type Organisation } from './schema.ts'

let house: TestHouse
let manager: Caller
beforeAll(async () => {
  house = await openTestHouse()
  manager = await house.signedIn([{ role: 'manager' }])
})
afterAll(() => house.close())

const organisation = (name: string, more: Partial<Organisation> = {}): Organisation => ({
  id: organisationIdSchema.parse(v7()),
  name,
  party: 'charity',
  kind: null,
  creditCode: null,
  phone: null,
  divisionCode: null,
  ...more,
})

const listed = (more: object = {}) => manager.ask(listOrganisations, { offset: 0, limit: 50, ...more })

test('a donor that a manager adds is found by a part of its name and by its party', async () => {
  await manager.ask(addOrganisation, organisation('惠民超市100%'))
  await manager.ask(addOrganisation, organisation('红旗街道志愿服务队', { party: 'volunteer' }))
  expect((await listed({ search: '超市' })).rows.map((row) => row.name)).toEqual(['惠民超市100%'])
  expect((await listed({ search: '%' })).rows.map((row) => row.name)).toEqual(['惠民超市100%'])
  expect((await listed({ party: 'volunteer' })).rows.map((row) => row.name)).toEqual(['红旗街道志愿服务队'])
})

test('two organisations do not share a name, and the second is told so at its name', async () => {
  const first = organisation('益友基金会')
  await manager.ask(addOrganisation, first)
  expect(await manager.refused(addOrganisation, organisation('益友基金会'))).toMatchObject({
    code: 'organisation.taken',
    errors: [{ field: 'name' }],
  })
  const second = organisation('另一家基金会')
  await manager.ask(addOrganisation, second)
  expect(await manager.refused(changeOrganisation, { ...second, name: '益友基金会', version: 1 })).toMatchObject({
    code: 'organisation.taken',
  })
})

test('a correction made from an older sight of the organisation does not undo the newer one', async () => {
  const one = organisation('夕阳红合唱团')
  await manager.ask(addOrganisation, one)
  await manager.ask(changeOrganisation, { ...one, phone: '0427-1234567', version: 1 })
  expect(await manager.refused(changeOrganisation, { ...one, phone: '0427-7654321', version: 1 })).toMatchObject({ status: 409 })
  expect((await listed({ search: '夕阳红' })).rows).toMatchObject([{ phone: '0427-1234567', version: 2 }])
})

test.each([
  ['creditCode', { creditCode: '91210000123456789X' }],
  ['name', { name: '   ' }],
  ['party', { party: 'friends' }],
])('a wrong %s is answered at that field', async (field, wrong) => {
  const refusal = await manager.refused(addOrganisation, { ...organisation('试写的组织'), ...wrong })
  expect(refusal).toMatchObject({ status: 422, errors: [{ field }] })
  expect(refusal.errors?.[0]?.message).toMatch(/[一-鿿]/)
})

test('an organisation in a place that is not on file is refused, and so is one of another tenant', async () => {
  const refusal = await manager.refused(
    addOrganisation,
    organisation('远方的组织', { divisionCode: divisionCodeSchema.parse('999999999999') }),
  )
  expect(refusal.status).toBe(422)
  const elsewhere = await house.signedIn([{ role: 'manager' }], await house.addTenant('elsewhere'))
  const theirs = organisation('邻市的组织')
  await elsewhere.ask(addOrganisation, theirs)
  expect(await manager.refused(changeOrganisation, { ...theirs, version: 1 })).toMatchObject({ status: 404 })
})
