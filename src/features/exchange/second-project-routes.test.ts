import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { projectIdSchema, type ImportId, type ProjectId } from '../../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { emptyReferenceProject, receive } from '../../testing/reference.ts'
import { findPeople, openPerson, saveContact, saveLabel } from '../people/schema.ts'
import { addProject } from '../projects/schema.ts'
import { acceptImport, undoImport } from './schema.ts'

let house: TestHouse
let manager: Caller
let first: ProjectId
const second = projectIdSchema.parse(v7())

beforeAll(async () => {
  house = await openTestHouse()
  ;({ manager, projectId: first } = await emptyReferenceProject(house))
  await manager.ask(addProject, {
    id: second,
    name: '下一年的项目',
    agencyId: null,
    funderId: null,
    startsOn: daySchema.parse('2025-06-01'),
    endsOn: daySchema.parse('2026-05-31'),
    served: null,
    budgetFen: null,
  })
}, 60_000)
afterAll(() => house.close())

const register = (...rows: readonly string[]) => ({
  name: '名册.csv',
  bytes: Buffer.from(
    ['旭东社区困境老人花名册', '姓名,性别,身份证号,联系电话,住址,困难类别,紧急联系人,与老人关系,联系人电话', ...rows].join('\n'),
  ),
})
const elder = '申阿姨,女,000000194503070026,10000000001,旭东社区1号楼,独居、低保,申小妹,女儿,10000000002'

async function accepted(projectId: ProjectId, ...rows: readonly string[]): Promise<ImportId> {
  const tried = await receive(manager, projectId, [register(...rows)])
  await manager.ask(acceptImport, { id: tried.id })
  return tried.id
}

async function fileOf(name: string) {
  const [found] = (await manager.ask(findPeople, { search: name })).rows
  if (found === undefined) throw new Error(`${name} is not on file.`)
  return manager.ask(openPerson, { id: found.id })
}

test('the register of the next project repeats neither the labels nor the contacts of whoever is on file, and leaves them when it is undone', async () => {
  await accepted(first, elder)
  const before = await fileOf('申阿姨')
  expect({ labels: before.labelHistory.length, contacts: before.contacts.length, parts: before.parts.length }).toEqual({
    labels: 2,
    contacts: 1,
    parts: 1,
  })

  const tried = await receive(manager, second, [register(elder)])
  const counted = Object.fromEntries(
    (tried.summary?.records ?? []).map(({ table, added, changed, left }) => [table, { added, changed, left }]),
  )
  expect(counted).toMatchObject({
    person: { added: 0, changed: 0, left: 1 },
    person_part: { added: 0, changed: 0, left: 1 },
    hardship_label: { added: 0, changed: 0, left: 2 },
    contact: { added: 0, changed: 0, left: 1 },
    registration: { added: 1 },
  })
  await manager.ask(acceptImport, { id: tried.id })
  const { labelHistory, contacts, parts } = await fileOf('申阿姨')
  expect({ labelHistory, contacts, parts }).toEqual({ labelHistory: before.labelHistory, contacts: before.contacts, parts: before.parts })

  await manager.ask(undoImport, { id: tried.id, reason: '试完了' })
  expect((await fileOf('申阿姨')).labelHistory).toEqual(before.labelHistory)
})

test('what a worker wrote into a file by hand is completed by the register, not written a second time', async () => {
  await accepted(first, elder, '施大爷,男,,10000000003,旭东社区2号楼,,,,')
  const { id } = await fileOf('施大爷')
  const alone = { code: 'DJ', grade: null, category: null, basis: null, startedOn: daySchema.parse('2024-09-20'), reviewOn: null } as const
  await manager.ask(saveLabel, { personId: id, label: { id: v7(), ...alone, source: '入户', endedOn: null, endReason: null } })
  await manager.ask(saveContact, { personId: id, contact: { id: v7(), name: '施小弟', relation: null, phone: '10000000004' } })
  await accepted(first, elder, '施大爷,男,,10000000003,旭东社区2号楼,独居、低保,施小弟,儿子,10000000009')
  const file = await fileOf('施大爷')
  expect(file.contacts).toMatchObject([{ name: '施小弟', relation: '儿子', phone: '100****0004' }])
  expect(file.labelHistory.map(({ code, source }) => `${code} ${source}`).toSorted()).toEqual(['DB 老人花名册', 'DJ 入户'])
})
