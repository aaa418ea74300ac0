import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { attendanceIdSchema, personIdSchema, serviceIdSchema, type PersonId, type ProjectId, type ServiceId } from '../../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { addProjectTo, community } from '../../testing/project.ts'
import { openService, recordService } from '../ledger/schema.ts'
import { addPerson, findPeople, openPerson, saveContact } from '../people/schema.ts'
import { declareDistinct, listLikelyPairs, mergePeople, undoMerge } from './schema.ts'

let house: TestHouse
let manager: Caller
let projectId: ProjectId
const here = community('旭东社区')

beforeAll(async () => {
  house = await openTestHouse()
  projectId = await addProjectTo(house, [here])
  manager = await house.signedIn([{ role: 'manager', projectId }])
})
afterAll(() => house.close())

async function person(name: string, more: object = {}): Promise<PersonId> {
  const id = personIdSchema.parse(v7())
  await manager.ask(addPerson, {
    id,
    name,
    projectId,
    part: 'elder',
    communityCode: here,
    sex: 'female',
    birthDate: daySchema.parse('1948-06-13'),
    birthday: { calendar: 'solar', month: null, day: null, leap: false },
    ethnicity: null,
    phone: '10000000007',
    otherPhone: null,
    address: null,
    livingWith: null,
    householdNumber: null,
    note: null,
    idNumber: null,
    isNobodyElse: true,
    ...more,
  })
  return id
}

async function activity(...people: PersonId[]): Promise<ServiceId> {
  const id = serviceIdSchema.parse(v7())
  await manager.ask(recordService, {
    id,
    projectId,
    kind: 'activity',
    line: 'cultural',
    status: 'held',
    communityCode: here,
    day: daySchema.parse('2024-10-01'),
    attended: people.map((personId) => ({ id: attendanceIdSchema.parse(v7()), personId, part: 'beneficiary' as const })),
  })
  return id
}
const counts = async (id: ServiceId) => {
  const { attended, attendances } = await manager.ask(openService, { id })
  return { attendances, persons: new Set(attended.flatMap((one) => one.personId ?? [])).size }
}

describe('two files of one person', () => {
  test('are shown side by side with why, merged, counted once, and unmerged exactly as they were', async () => {
    const first = await person('张月荣')
    const second = await person('张月荣')
    const third = await person('张月荣', { birthDate: daySchema.parse('1950-01-01'), phone: null })
    const both = await activity(first, second, third)
    const { rows } = await manager.ask(listLikelyPairs, { personId: first })
    expect(rows).toHaveLength(1)
    expect(rows[0]?.why.map((words) => words.zh)).toEqual(['姓名和出生日期相同', '姓名和电话相同'])
    expect([rows[0]?.first.id, rows[0]?.second.id].toSorted()).toEqual([first, second].toSorted())

    const id = v7()
    await manager.ask(mergePeople, { id, keptId: first, mergedId: second, reason: '社区确认是同一人' })
    expect(await counts(both)).toEqual({ attendances: 2, persons: 2 })
    expect((await manager.ask(findPeople, { search: '张月荣' })).rows).toHaveLength(2)
    expect((await manager.ask(openPerson, { id: first })).merged).toMatchObject([{ mergeId: id, id: second }])
    const contact = { personId: second, contact: { id: v7(), name: '女儿', relation: null, phone: null } }
    expect((await manager.refused(saveContact, contact)).code).toBe('people.merged')

    const after = await activity(first)
    await manager.ask(undoMerge, { id, reason: '看错了' })
    expect(await counts(both)).toEqual({ attendances: 3, persons: 3 })
    expect(await counts(after)).toEqual({ attendances: 1, persons: 1 })
    expect((await manager.ask(findPeople, { search: '张月荣' })).rows).toHaveLength(3)
  })

  test('a chain of merges undone in the middle leaves the rest merged', async () => {
    const [a, b, c] = [await person('李春'), await person('李春'), await person('李春')]
    const served = await activity(a, b, c)
    const [ab, bc] = [v7(), v7()]
    await manager.ask(mergePeople, { id: ab, keptId: b, mergedId: a, reason: '同一人' })
    await manager.ask(mergePeople, { id: bc, keptId: c, mergedId: b, reason: '同一人' })
    expect(await counts(served)).toEqual({ attendances: 1, persons: 1 })
    await manager.ask(undoMerge, { id: bc, reason: '不是' })
    expect(await counts(served)).toEqual({ attendances: 2, persons: 2 })
    await manager.ask(undoMerge, { id: ab, reason: '也不是' })
    expect(await counts(served)).toEqual({ attendances: 3, persons: 3 })
  })

  test('with two usable numbers are two people and cannot be merged', async () => {
    const a = await person('王丽', { idNumber: '000000195011200124' })
    const b = await person('王丽', { idNumber: '00000019430508892X' })
    expect((await manager.refused(mergePeople, { id: v7(), keptId: a, mergedId: b, reason: '同名' })).code).toBe('merging.numbers')
  })

  test('declared to be two people are not shown again, until that is taken back', async () => {
    const a = await person('赵桂英')
    const b = await person('赵桂英')
    const likely = async () => (await manager.ask(listLikelyPairs, { personId: a })).total
    expect(await likely()).toBe(1)
    await manager.ask(declareDistinct, { firstId: b, secondId: a, distinct: true, reason: '双胞胎姐妹' })
    expect(await likely()).toBe(0)
    await manager.ask(declareDistinct, { firstId: a, secondId: b, distinct: false, reason: '记错了' })
    expect(await likely()).toBe(1)
  })
})
