import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { personIdSchema, type DivisionCode, type PersonId, type ProjectId } from '../../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { addProjectTo, community } from '../../testing/project.ts'
import { listTrail } from '../identity/schema.ts'
import { printPerson } from './paper-schema.ts'
import {
  addPerson,
  changePerson,
  findPeople,
  listPeople,
  openPerson,
  recordDeath,
  saveContact,
  saveLabel,
  setIdNumber,
  unmaskPerson,
} from './schema.ts'

let house: TestHouse
let projectId: ProjectId
let worker: Caller
const here: DivisionCode = community('旭东社区')
const elsewhere: DivisionCode = community('永华社区')

beforeAll(async () => {
  house = await openTestHouse()
  projectId = await addProjectTo(house, [here, elsewhere])
  worker = await house.signedIn([{ role: 'socialWorker', projectId, communityCode: here }])
})
afterAll(() => house.close())

const blank = {
  sex: 'female' as const,
  birthDate: null,
  birthday: { calendar: 'solar' as const, month: null, day: null, leap: false },
  ethnicity: null,
  phone: null,
  otherPhone: null,
  address: null,
  livingWith: null,
  householdNumber: null,
  note: null,
}
async function added(by: Caller, name: string, more: object = {}): Promise<PersonId> {
  const id = personIdSchema.parse(v7())
  const answer = await by.ask(addPerson, { ...blank, id, name, projectId, part: 'elder', communityCode: here, idNumber: null, ...more })
  expect(answer.added).toBe(true)
  return id
}

describe('finding people', () => {
  test('a worker finds an elder by two characters, by any part of the name, by pinyin and by initials', async () => {
    const id = await added(worker, '单雄信')
    for (const search of ['单雄', '雄信', '信', 'shanxiongxin', 'xiongxin', 'sxx', 'XX', '单雄信'])
      expect(
        (await worker.ask(findPeople, { search })).rows.map((row) => row.id),
        search,
      ).toContain(id)
    for (const search of ['danxiong', '雄单', 'zzz', 's'])
      expect(
        (await worker.ask(findPeople, { search })).rows.map((row) => row.id),
        search,
      ).not.toContain(id)
  })

  test('signs that mean something to the database are taken as they are', async () => {
    await added(worker, '百分之百')
    for (const search of ['%%', '__', String.raw`\\`, `';--`]) expect((await worker.ask(findPeople, { search })).rows).toEqual([])
  })

  test('nobody finds people outside their communities', async () => {
    const manager = await house.signedIn([{ role: 'manager', projectId }])
    const id = await added(manager, '隔壁老王', { communityCode: elsewhere })
    expect((await worker.ask(findPeople, { search: '隔壁' })).rows).toEqual([])
    expect((await worker.refused(openPerson, { id })).status).toBe(403)
    expect((await manager.ask(findPeople, { search: '隔壁' })).rows).toHaveLength(1)
  })

  test('an officer of the bureau sees masked names, and the loss of an only child in no list', async () => {
    const bureau = await house.signedIn([{ role: 'bureau' }])
    const id = await added(worker, '欧阳秀英')
    for (const code of ['DB', 'JSTS'] as const)
      await worker.ask(saveLabel, {
        personId: id,
        label: {
          id: v7(),
          code,
          grade: null,
          category: null,
          basis: null,
          source: '社区',
          startedOn: null,
          reviewOn: null,
          endedOn: null,
          endReason: null,
        },
      })
    const [row] = (await bureau.ask(findPeople, { search: '欧阳' })).rows
    expect(row).toMatchObject({ name: '欧阳**', labels: ['DB'] })
    const value = await bureau.ask(unmaskPerson, { id, field: 'name', reason: '核查低保名单' })
    expect(value.value).toBe('欧阳秀英')
  })

  test('a list is filtered by label, by age and by part', async () => {
    const id = await added(worker, '高寿年', { birthDate: daySchema.parse('1930-05-05') })
    await worker.ask(saveLabel, {
      personId: id,
      label: {
        id: v7(),
        code: 'DJ',
        grade: null,
        category: null,
        basis: '走访',
        source: '社工',
        startedOn: daySchema.parse('2024-09-01'),
        reviewOn: null,
        endedOn: null,
        endReason: null,
      },
    })
    const ids = async (filter: object) => (await worker.ask(listPeople, filter)).rows.map((row) => row.id)
    expect(await ids({ label: 'DJ', ageFrom: 90 })).toEqual([id])
    expect(await ids({ label: 'DJ', ageTo: 80 })).toEqual([])
    expect(await ids({ part: 'volunteer' })).toEqual([])
    expect(await ids({ part: 'elder', search: '高寿' })).toEqual([id])
  })
})

describe('a person’s file', () => {
  test('the identity number is sealed in the database, masked on the screen, and seen whole only for a reason, in the trail', async () => {
    const number = '000000194503070018'
    const id = await added(worker, '密码甲', { idNumber: '000000 19450307 001８', sex: 'male', phone: '10000000001' })
    const detail = await worker.ask(openPerson, { id })
    expect(detail.idNumber).toEqual({ state: 'valid', masked: '000***********0018' })
    expect(detail.phone).toBe('100****0001')
    expect(detail.birthDate).toBe('1945-03-07')
    const raw = await house.write((tx) => tx.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
    expect(JSON.stringify(raw)).not.toContain(number)
    expect(raw.id_number_sealed?.includes(Buffer.from(number))).toBe(false)
    expect((await worker.ask(unmaskPerson, { id, field: 'idNumber', reason: '办理低保复核' })).value).toBe(number)
    expect((await worker.refused(unmaskPerson, { id, field: 'idNumber', reason: '' })).status).toBe(422)
    const auditor = await house.signedIn([{ role: 'auditAdmin' }])
    const { rows } = await auditor.ask(listTrail, { subject: `person:${id}` })
    expect(rows.map((row) => row.entry)).toEqual(['people.unmask', 'people.open', 'people.add'])
    expect(rows[0]).toMatchObject({ reason: '办理低保复核', details: '{"field":"idNumber"}' })
    expect(house.logged.join('')).not.toContain(number)
  })

  test('a sealed number opens in its own row alone', async () => {
    const one = await added(worker, '换行一', { idNumber: '000000195011200124' })
    const two = await added(worker, '换行二', { idNumber: '000000193810051031' })
    await house.write(async (tx) => {
      const { id_number_sealed } = await tx.selectFrom('person').select('id_number_sealed').where('id', '=', one).executeTakeFirstOrThrow()
      await tx.updateTable('person').set({ id_number_sealed }).where('id', '=', two).execute()
    })
    expect((await worker.refused(openPerson, { id: two })).status).toBe(500)
  })

  test('the same number again is shown as likely the same person, and added only when somebody says it is another', async () => {
    const number = '00000019430508892X'
    const first = await added(worker, '重复一', { idNumber: number })
    const input = {
      ...blank,
      id: personIdSchema.parse(v7()),
      name: '重复二',
      projectId,
      part: 'elder' as const,
      communityCode: here,
      idNumber: number,
    }
    const answer = await worker.ask(addPerson, input)
    expect(answer).toMatchObject({ added: false, likely: [{ id: first, why: { zh: '身份证号相同' } }] })
    expect((await worker.refused(openPerson, { id: input.id })).status).toBe(404)
    expect((await worker.ask(addPerson, { ...input, isNobodyElse: true })).added).toBe(true)
  })

  test('a number with a wrong check character is kept and marked, one that is too short is not taken', async () => {
    const id = await added(worker, '号码错', { idNumber: '000000195807099490' })
    expect((await worker.ask(openPerson, { id })).idNumber.state).toBe('unverified')
    const short = await worker.refused(setIdNumber, { id, version: 1, idNumber: '0000001958', reason: '补录' })
    expect(short.errors?.[0]?.field).toBe('idNumber')
    expect((await worker.ask(setIdNumber, { id, version: 1, idNumber: '000000195807099498', reason: '看过身份证' })).state).toBe('valid')
  })

  test('two people who change one file at once do not write over each other', async () => {
    const id = await added(worker, '同时改')
    const change = { ...blank, id, name: '同时改', communityCode: here, version: 1 }
    await worker.ask(changePerson, { ...change, note: '先到' })
    expect((await worker.refused(changePerson, { ...change, note: '后到' })).code).toBe('record.changedMeanwhile')
    expect((await worker.ask(openPerson, { id })).note).toBe('先到')
  })

  test('a telephone that the screen shows masked survives a change of something else, and a masked one is never written', async () => {
    const id = await added(worker, '电话不能丢', { phone: '13800005678', otherPhone: '0427-2850000' })
    const shown = await worker.ask(openPerson, { id })
    expect(shown.phone).toBe('138****5678')
    const { phone: _phone, otherPhone: _otherPhone, ...rest } = { ...blank, name: '电话不能丢', communityCode: here }
    await worker.ask(changePerson, { ...rest, id, version: shown.version, note: '喜欢唱歌' })
    const seen = { id, reason: '测试电话是否还在' }
    expect((await worker.ask(unmaskPerson, { ...seen, field: 'phone' })).value).toBe('13800005678')
    expect((await worker.ask(unmaskPerson, { ...seen, field: 'otherPhone' })).value).toBe('0427-2850000')
    const sentBack = await worker.refused(changePerson, { ...rest, id, version: shown.version + 1, phone: shown.phone })
    expect(sentBack.errors?.map((error) => error.field)).toEqual(['phone'])
    await worker.ask(changePerson, { ...rest, id, version: shown.version + 1, phone: null })
    expect((await worker.ask(unmaskPerson, { ...seen, field: 'phone' })).value).toBeNull()

    const contact = { id: v7(), name: '女儿', relation: '女儿', phone: '13900001234' }
    await worker.ask(saveContact, { personId: id, contact })
    await worker.ask(saveContact, { personId: id, contact: { id: contact.id, name: '大女儿', relation: '女儿' } })
    expect((await worker.ask(unmaskPerson, { ...seen, field: 'contacts' })).value).toContain('13900001234')
  })

  test('a death freezes the file until a mistaken record is taken back', async () => {
    const id = await added(worker, '寿终者')
    const day = daySchema.parse('2025-02-03')
    const { version } = await worker.ask(recordDeath, { id, version: 1, deceasedOn: day, reason: '社区通知' })
    const contact = { personId: id, contact: { id: v7(), name: '女儿', relation: '女儿', phone: null } }
    expect((await worker.refused(saveContact, contact)).code).toBe('people.deceased')
    await worker.ask(recordDeath, { id, version, deceasedOn: null, reason: '登记错人' })
    await worker.ask(saveContact, contact)
    expect((await worker.ask(openPerson, { id })).contacts).toHaveLength(1)
  })

  test('another tenant’s person does not exist', async () => {
    const id = await added(worker, '本市人')
    const tenant = await house.addTenant('elsewhere')
    const stranger = await house.signedIn([{ role: 'bureau' }], tenant)
    expect((await stranger.refused(openPerson, { id })).status).toBe(404)
    expect((await stranger.ask(findPeople, { search: '本市' })).rows).toEqual([])
  })
})

describe('the basic sheet', () => {
  test('a worker prints it with the name and the numbers masked; the bureau gets it with the name masked too', async () => {
    const id = await added(worker, '欧阳建国', { phone: '13812345678', address: '双台子区红旗街道旭东社区3组12号' })
    const asWorker = (await worker.fetch(printPerson.name, { id, format: 'html' })).bytes.toString()
    expect(asWorker).toContain('欧阳建国')
    expect(asWorker).toContain('旭东社区3组12号')
    expect(asWorker).toContain('138****5678')
    expect(asWorker).not.toContain('13812345678')
    const bureau = await house.signedIn([{ role: 'bureau' }])
    const asBureau = (await bureau.fetch(printPerson.name, { id, format: 'html' })).bytes.toString()
    expect(asBureau).toContain('欧阳**')
    expect(asBureau).not.toMatch(/建国|12号/)
  })

  test('it comes as Word with a name of a file that names nobody, and leaves a trail', async () => {
    const id = await added(worker, '孟庆余')
    const { bytes } = await worker.fetch(printPerson.name, { id, format: 'word' })
    expect(bytes.subarray(0, 2).toString()).toBe('PK')
    const { headers } = await worker.post(printPerson.name, { id, format: 'word' })
    expect(String(headers['content-type'])).toContain('wordprocessingml')
    expect(decodeURIComponent(String(headers['content-disposition']))).not.toContain('孟庆余')
    const auditor = await house.signedIn([{ role: 'auditAdmin' }])
    const { rows } = await auditor.ask(listTrail, { entry: 'people.print' })
    expect(rows[0]?.subject).toBe(`person:${id}`)
  })
})
