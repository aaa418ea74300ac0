import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { attendanceIdSchema, personIdSchema, serviceIdSchema, type PersonId, type ProjectId, type ServiceId } from '../../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { addProjectTo, community } from '../../testing/project.ts'
import { addPerson, recordDeath } from '../people/schema.ts'
import { printService } from './paper-schema.ts'
import { changeAttendance, correctService, listServices, listServicesOfPerson, openService, recordService, resolveName } from './schema.ts'

let house: TestHouse
let manager: Caller
let projectId: ProjectId
const here = community('旭东社区')
const there = community('永华社区')

beforeAll(async () => {
  house = await openTestHouse()
  projectId = await addProjectTo(house, [here, there])
  manager = await house.signedIn([{ role: 'manager', projectId }])
})
afterAll(() => house.close())

async function elder(name: string, communityCode = here): Promise<PersonId> {
  const id = personIdSchema.parse(v7())
  await manager.ask(addPerson, {
    id,
    name,
    projectId,
    part: 'elder',
    communityCode,
    sex: 'female',
    birthDate: null,
    birthday: { calendar: 'solar', month: null, day: null, leap: false },
    ethnicity: null,
    phone: null,
    otherPhone: null,
    address: null,
    livingWith: null,
    householdNumber: null,
    note: null,
    idNumber: null,
    isNobodyElse: true,
  })
  return id
}

const visit = (people: PersonId[], more: object = {}) => ({
  id: serviceIdSchema.parse(v7()),
  projectId,
  kind: 'home_visit' as const,
  line: 'social' as const,
  status: 'held' as const,
  communityCode: here,
  day: daySchema.parse('2024-11-05'),
  attended: people.map((personId) => ({ id: attendanceIdSchema.parse(v7()), personId, part: 'beneficiary' as const })),
  ...more,
})
async function recorded(people: PersonId[], more: object = {}): Promise<ServiceId> {
  const input = visit(people, more)
  await manager.ask(recordService, input)
  return input.id
}

describe('recording a service', () => {
  test('puts it once into the list, into the record and into each person’s timeline', async () => {
    const [a, b] = [await elder('甲老人'), await elder('乙老人')]
    const id = await recorded([a, b], { title: '入户看望', worker: '刘社工', minutes: 40 })
    const { rows } = await manager.ask(listServices, { projectId, search: '入户看望' })
    expect(rows).toMatchObject([{ id, attendances: 2, unresolved: 0, communityName: '旭东社区' }])
    const opened = await manager.ask(openService, { id })
    expect(opened.attended.map((one) => one.name).toSorted()).toEqual(['乙老人', '甲老人'])
    for (const person of [a, b])
      expect((await manager.ask(listServicesOfPerson, { personId: person })).rows.map((row) => row.id)).toEqual([id])
  })

  test('for somebody on the list twice, somebody unknown or somebody who had died is refused, and says who', async () => {
    const a = await elder('丙老人')
    expect((await manager.refused(recordService, visit([a, a]))).detail).toContain('丙老人在名单里出现了两次')
    expect((await manager.refused(recordService, visit([personIdSchema.parse(v7())]))).code).toBe('service.attendee.unknown')
    await manager.ask(recordDeath, { id: a, version: 1, deceasedOn: daySchema.parse('2024-10-01'), reason: '社区通知' })
    expect((await manager.refused(recordService, visit([a]))).detail).toContain('丙老人')
  })

  test('held tomorrow, in a community outside the project or years away is refused with the field', async () => {
    const ahead = daySchema.parse(new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10))
    expect((await manager.refused(recordService, visit([], { day: ahead }))).errors?.[0]?.field).toBe('day')
    expect((await manager.refused(recordService, visit([], { communityCode: community('曙光社区') }))).errors?.[0]?.field).toBe(
      'communityCode',
    )
    expect((await manager.refused(recordService, visit([], { day: daySchema.parse('2019-01-01') }))).code).toBe('service.period')
  })

  test('a worker of one community may name elders of another who come to an event, and nobody outside the project', async () => {
    const neighbour = await elder('邻社区老人', there)
    const worker = await house.signedIn([{ role: 'socialWorker', projectId, communityCode: here }])
    await worker.ask(recordService, visit([neighbour], { kind: 'activity', line: 'cultural' }))
    const other = await addProjectTo(house, [community('曙光社区')])
    const elsewhere = await house.signedIn([{ role: 'manager', projectId: other }])
    const stranger = personIdSchema.parse(v7())
    await elsewhere.ask(addPerson, {
      id: stranger,
      name: '外项目老人',
      projectId: other,
      part: 'elder',
      communityCode: community('曙光社区'),
      sex: 'male',
      birthDate: null,
      birthday: { calendar: 'solar', month: null, day: null, leap: false },
      ethnicity: null,
      phone: null,
      otherPhone: null,
      address: null,
      livingWith: null,
      householdNumber: null,
      note: null,
      idNumber: null,
    })
    expect((await worker.refused(recordService, visit([stranger]))).code).toBe('service.attendee.unknown')
  })
})

describe('correcting a service', () => {
  test('keeps the earlier version and the reason, changes only what is named, and leaves the rest', async () => {
    const a = await elder('丁老人')
    const id = await recorded([a], { title: '探访', themes: ['慰问'], minutes: 30 })
    await manager.ask(correctService, { id, version: 1, day: daySchema.parse('2024-11-06'), reason: '日期写错' })
    const opened = await manager.ask(openService, { id })
    expect(opened).toMatchObject({ day: '2024-11-06', title: '探访', themes: ['慰问'], minutes: 30, version: 2 })
    expect(opened.versions).toMatchObject([{ version: 1, reason: '日期写错', changed: ['day'], changedBy: 'manager' }])
    expect((await manager.refused(correctService, { id, version: 1, title: '别的', reason: '后到' })).code).toBe('record.changedMeanwhile')
  })

  test('a cancelled service stays on record with its reason', async () => {
    const id = await recorded([], { status: 'planned', day: daySchema.parse('2024-12-01') })
    await manager.ask(correctService, { id, version: 1, status: 'cancelled', reason: '大雪' })
    expect((await manager.ask(openService, { id })).status).toBe('cancelled')
  })

  test('whoever was forgotten is added and whoever was not there is taken off, and the earlier list is kept', async () => {
    const [a, b] = [await elder('戊老人'), await elder('己老人')]
    const id = await recorded([a])
    const [first] = (await manager.ask(openService, { id })).attended
    if (first === undefined) throw new Error('Nobody attended.')
    await manager.ask(changeAttendance, {
      id,
      version: 1,
      add: [{ id: attendanceIdSchema.parse(v7()), personId: b, part: 'beneficiary' }],
      remove: [first.id],
      reason: '记错人',
    })
    const opened = await manager.ask(openService, { id })
    expect(opened.attended.map((one) => one.name)).toEqual(['己老人'])
    const kept = await house.write((tx) =>
      tx.selectFrom('service_version').select('earlier').where('service_id', '=', id).executeTakeFirstOrThrow(),
    )
    expect(JSON.stringify(kept.earlier)).toContain(a)
  })
})

describe('a name that nobody has resolved', () => {
  test('is an attendance and no person until somebody says who it is; a second row of one person does not count; and it can be taken back', async () => {
    const a = await elder('庚老人')
    const id = await recorded([a], { kind: 'activity', line: 'cultural' })
    const attendanceId = attendanceIdSchema.parse(v7())
    await house.write((tx) =>
      tx
        .insertInto('attendance')
        .values({
          tenant_id: house.tenantId,
          id: attendanceId,
          service_id: id,
          part: 'beneficiary',
          certainty: 'unresolved',
          written_name: '耿老人',
        })
        .execute(),
    )
    expect(await manager.ask(openService, { id })).toMatchObject({ attendances: 2, unresolved: 1 })
    expect(await manager.ask(resolveName, { attendanceId, personId: a })).toEqual({ repeats: true })
    expect(await manager.ask(openService, { id })).toMatchObject({ attendances: 1, unresolved: 0 })
    await manager.ask(resolveName, { attendanceId, personId: null })
    expect(await manager.ask(openService, { id })).toMatchObject({ attendances: 2, unresolved: 1 })
    const { rows } = await manager.ask(listServices, { projectId, onlyUnresolved: true })
    expect(rows.map((row) => row.id)).toContain(id)
  })
})

describe('what a reader sees', () => {
  test('an officer of the bureau sees who attended masked, a community worker only their own community', async () => {
    const a = await elder('辛老人')
    const id = await recorded([a])
    const bureau = await house.signedIn([{ role: 'bureau' }])
    expect((await bureau.ask(openService, { id })).attended.map((one) => one.name)).toEqual(['辛**'])
    const worker = await house.signedIn([{ role: 'communityWorker', projectId, communityCode: there }])
    expect((await worker.refused(openService, { id })).status).toBe(403)
    expect((await worker.ask(listServices, { projectId })).rows.every((row) => row.communityCode === there)).toBe(true)
  })
})

test('a service is printed as a record and as a roll that has room for those who are not on the list', async () => {
  const id = (await manager.ask(recordService, visit([await elder('曲桂珍')]))).id
  const record = (await manager.fetch(printService.name, { id, paper: 'record', format: 'html' })).bytes.toString()
  expect(record).toContain('服务记录')
  expect(record).toContain('曲桂珍')
  const roll = (await manager.fetch(printService.name, { id, paper: 'roll', format: 'html' })).bytes.toString()
  expect(roll).toContain('签名（或按手印）')
  expect(roll.match(/<tr class="blank">/g)?.length).toBe(19)
  const bureau = await house.signedIn([{ role: 'bureau' }])
  const masked = (await bureau.fetch(printService.name, { id, paper: 'roll', format: 'html' })).bytes.toString()
  expect(masked).toContain('曲**')
  expect(masked).not.toContain('桂珍')
})
