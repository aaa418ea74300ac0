import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { attendanceIdSchema, serviceIdSchema, type OrganisationId, type ProjectId } from '../../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { addProjectTo, community } from '../../testing/project.ts'
import { listNotices } from '../identity/notice-schema.ts'
import { openService, resolveName } from '../ledger/schema.ts'
import { addElder, addHospital, begunClinic, glucose, measure, planOf, pressure, signedIn } from './clinics-testing.ts'
import {
  beginClinic,
  changeClinic,
  endClinic,
  listClinicDays,
  openClinic,
  planClinic,
  queueOfClinic,
  signIn,
  undoSignIn,
} from './day-schema.ts'
import { addFollowUpEntry, addFollowUps, closeFollowUp, listFollowUps, openFollowUp, reopenFollowUp } from './follow-up-schema.ts'
import { fhirFaults } from './fhir-testing.ts'
import { printClinic, printSlip } from './paper-schema.ts'
import { bundleOfClinic, openReading, readingsOfPerson, saveReading, saveTarget, setSharing } from './schema.ts'
import { checkSupply, handOver, handOversOfClinic, listSupplies, receiveSupply, undoHandOver } from './supply-schema.ts'

let house: TestHouse
let manager: Caller
let worker: Caller
let hospital: OrganisationId
let projectId: ProjectId
const communityCode = community('旭东社区')
const at = () => ({ projectId, communityCode })

beforeAll(async () => {
  house = await openTestHouse()
  projectId = await addProjectTo(house, [communityCode])
  manager = await house.signedIn([{ role: 'manager', projectId }])
  worker = await house.signedIn([{ role: 'socialWorker', projectId, communityCode }])
  hospital = await addHospital(manager, '区人民医院')
})
afterAll(() => house.close())

test('a clinic day is planned with a hospital, which stands in the ledger as its host and with what it gives', async () => {
  const plan = planOf(at(), hospital)
  await worker.ask(planClinic, plan)
  const service = await worker.ask(openService, { id: plan.id })
  expect(service).toMatchObject({ kind: 'clinic_day', status: 'planned', line: 'physical', host: '区人民医院' })
  expect(service.contributions).toMatchObject([{ organisation: '区人民医院', given: 'service', party: 'charity' }])
  const other = await addHospital(manager, '区中医院')
  await worker.ask(changeClinic, { ...plan, hostId: other, version: 1, reason: '换一家医院' })
  const changed = await worker.ask(openService, { id: plan.id })
  expect(changed.contributions).toMatchObject([{ organisation: '区中医院' }])
  expect(changed.versions).toMatchObject([{ reason: '换一家医院' }])
})

test('nobody is signed in before the clinic has begun', async () => {
  const plan = planOf(at(), hospital)
  await worker.ask(planClinic, plan)
  const somebody = { id: attendanceIdSchema.parse(v7()), serviceId: plan.id, personId: await addElder(manager, at(), '赵早到') }
  expect(await worker.refused(signIn, somebody)).toMatchObject({ code: 'clinics.notBegun' })
  await worker.ask(beginClinic, { id: plan.id, version: 1 })
  await worker.ask(signIn, somebody)
  expect(await worker.ask(queueOfClinic, { id: plan.id })).toMatchObject({ rows: [{ name: '赵早到', done: [], level: 'usual' }] })
})

test('somebody signed in from two phones at once is there once', async () => {
  const serviceId = await begunClinic(worker, at(), hospital)
  const personId = await addElder(manager, at(), '钱两台')
  const tries = await Promise.all(
    [worker, manager, worker, manager].map((caller) => caller.ask(signIn, { id: attendanceIdSchema.parse(v7()), serviceId, personId })),
  )
  expect(new Set(tries.map(({ id }) => id)).size).toBe(1)
  expect(tries.filter(({ already }) => !already)).toHaveLength(1)
  expect((await worker.ask(openClinic, { id: serviceId })).people).toHaveLength(1)
})

test('somebody who is not on the register is signed in by name and found out later, and keeps the readings', async () => {
  const serviceId = await begunClinic(worker, at(), hospital)
  const id = attendanceIdSchema.parse(v7())
  await worker.ask(signIn, { id, serviceId, personId: null, writtenName: '孙大爷', writtenHints: '住 3 号楼' })
  await measure(worker, id, pressure(136, 80, [134, 78]))
  const personId = await addElder(manager, at(), '孙德福')
  await manager.ask(resolveName, { attendanceId: id, personId })
  expect((await worker.ask(readingsOfPerson, { personId })).rows).toMatchObject([
    { reading: { pressures: [{ systolic: 136 }, { systolic: 134 }] } },
  ])
})

test('two stations write to one person at once, and neither takes away what the other wrote', async () => {
  const serviceId = await begunClinic(worker, at(), hospital)
  const attendanceId = await signedIn(worker, serviceId, await addElder(manager, at(), '李并行'))
  await Promise.all([
    measure(worker, attendanceId, pressure(150, 92, [148, 90])),
    measure(manager, attendanceId, glucose(16.7)),
    measure(worker, attendanceId, { part: 'oxygen', oxygen: 96 }),
    measure(manager, attendanceId, { part: 'temperature', temperature: 36.6 }),
    measure(worker, attendanceId, { part: 'body', weightKg: 62.5, heightCm: 160, waistCm: 82 }),
    measure(manager, attendanceId, { part: 'symptoms', symptoms: [] }),
  ])
  const visitor = await worker.ask(openReading, { attendanceId })
  expect(visitor.reading).toMatchObject({
    pressures: [
      { systolic: 150, diastolic: 92 },
      { systolic: 148, diastolic: 90 },
    ],
    glucoseMmol: 16.7,
    oxygen: 96,
    temperature: 36.6,
    weightKg: 62.5,
    symptoms: [],
    danger: ['glucose'],
  })
  expect(Object.values(visitor.versions).map((part) => part?.version)).toEqual([1, 1, 1, 1, 1, 1])
})

test('two stations that write the same part do not overwrite one another; the second is told', async () => {
  const serviceId = await begunClinic(worker, at(), hospital)
  const attendanceId = await signedIn(worker, serviceId, await addElder(manager, at(), '周同项'))
  await measure(worker, attendanceId, glucose(6.5))
  const again = { attendanceId, values: glucose(5.6), version: 0 }
  expect(await manager.refused(saveReading, again)).toMatchObject({ code: 'readings.savedMeanwhile' })
  expect((await worker.ask(openReading, { attendanceId })).reading?.glucoseMmol).toBe(6.5)
})

test('a correction asks for a reason, keeps what stood before, and takes a danger back that was a slip', async () => {
  const serviceId = await begunClinic(worker, at(), hospital)
  const attendanceId = await signedIn(worker, serviceId, await addElder(manager, at(), '吴更正'))
  await measure(worker, attendanceId, glucose(3.9))
  await measure(worker, attendanceId, pressure(190, 100, [186, 98]))
  const right = { attendanceId, values: glucose(9.3), version: 1 }
  expect(await worker.refused(saveReading, right)).toMatchObject({ code: 'readings.reason', errors: [{ field: 'reason' }] })
  await worker.ask(saveReading, { ...right, reason: '看反了读数' })
  const visitor = await worker.ask(openReading, { attendanceId })
  expect(visitor.reading).toMatchObject({ glucoseMmol: 9.3, danger: ['pressure'] })
  expect(visitor.corrections).toMatchObject([{ part: 'glucose', reason: '看反了读数', earlier: { glucoseMmol: 3.9 } }])
  expect((await worker.ask(openService, { id: serviceId })).versions[0]).toMatchObject({ reason: '看反了读数' })
})

test('the impossible is refused at its field, the rare is asked for once more', async () => {
  const serviceId = await begunClinic(worker, at(), hospital)
  const attendanceId = await signedIn(worker, serviceId, await addElder(manager, at(), '郑手滑'))
  expect(await worker.refused(saveReading, { attendanceId, values: pressure(1480, 92), version: 0 })).toMatchObject({
    code: 'readings.impossible',
    errors: [{ field: 'values.pressures.0.systolic' }],
  })
  const rare = { attendanceId, values: pressure(235, 105), version: 0 }
  expect(await worker.refused(saveReading, rare)).toMatchObject({ code: 'readings.unlikely' })
  await worker.ask(saveReading, { ...rare, confirmed: true })
})

test('whoever is at a danger limit is referred, asked after within two weeks, and closed; before that the day does not end', async () => {
  const serviceId = await begunClinic(worker, at(), hospital)
  const values = [
    pressure(179, 110),
    pressure(180, 109),
    pressure(180, 110),
    glucose(16.6),
    glucose(16.7),
    glucose(3.9),
    glucose(4),
    glucose(122, 'mg/dL'),
  ]
  const names = ['冯一', '陈二', '褚三', '卫四', '蒋五', '沈六', '韩七', '杨八']
  for (const [which, name] of names.entries()) {
    const attendanceId = await signedIn(worker, serviceId, await addElder(manager, at(), name))
    const value = values[which]
    if (value !== undefined) await measure(worker, attendanceId, value)
  }
  const day = await worker.ask(openClinic, { id: serviceId })
  expect(day).toMatchObject({ visitors: 8, measured: 8, dangers: 5, toRefer: 5 })
  const queue = await worker.ask(queueOfClinic, { id: serviceId })
  const urgent = queue.rows.filter(({ level }) => level === 'urgent')
  expect(urgent.map(({ name }) => name)).toEqual(['冯一', '陈二', '褚三', '蒋五', '沈六'])
  expect(await worker.refused(endClinic, { id: serviceId, ended: true })).toMatchObject({ code: 'clinics.toRefer' })

  const usual = queue.rows.find(({ name }) => name === '韩七')
  expect(
    await worker.refused(addFollowUps, { serviceId, told: true, visitors: [{ id: v7(), attendanceId: usual?.attendanceId ?? v7() }] }),
  ).toMatchObject({ code: 'followUps.usual' })
  const visitors = urgent.map(({ attendanceId }) => ({ id: v7(), attendanceId }))
  expect(await worker.ask(addFollowUps, { serviceId, told: true, visitors })).toEqual({ added: 5, dueOn: '2024-11-19' })
  await worker.ask(endClinic, { id: serviceId, ended: true })

  const list = await worker.ask(listFollowUps, { projectId, serviceId, show: 'overdue' })
  expect(list).toMatchObject({ total: 5, overdue: 5, asOf: '2025-05-15' })
  const one = list.rows[0]
  if (one === undefined) throw new Error('Nobody to follow up.')
  expect(one.findings).toEqual(['pressure_danger'])
  const closing = { id: one.id, version: one.version, outcome: 'treated' as const, note: null }
  expect(await worker.refused(closeFollowUp, closing)).toMatchObject({ code: 'followUps.nobodyAsked' })
  const entry = { id: v7(), day: one.dueOn, means: 'phone' as const, result: 'went' as const, note: '女儿说已到区医院就诊' }
  await worker.ask(addFollowUpEntry, { id: one.id, version: 1, entry })
  await worker.ask(closeFollowUp, { ...closing, version: 2 })
  expect(await worker.ask(openFollowUp, { id: one.id })).toMatchObject({ outcome: 'treated', history: [{ note: '女儿说已到区医院就诊' }] })
  await worker.ask(reopenFollowUp, { id: one.id, version: 3, reason: '点错了' })
  expect(await worker.ask(openFollowUp, { id: one.id })).toMatchObject({ outcome: null, closedOn: null })
  expect(house.logged.join('')).not.toContain('女儿说')
})

test('a sign-in is taken back while nothing hangs on it', async () => {
  const serviceId = await begunClinic(worker, at(), hospital)
  const attendanceId = await signedIn(worker, serviceId, await addElder(manager, at(), '何误点'))
  await worker.ask(undoSignIn, { attendanceId, reason: '点错了人' })
  const second = await signedIn(worker, serviceId, await addElder(manager, at(), '吕留下'))
  await measure(worker, second, { part: 'oxygen', oxygen: 97 })
  expect(await worker.refused(undoSignIn, { attendanceId: second, reason: '点错了人' })).toMatchObject({ code: 'clinics.hasReadings' })
  expect((await worker.ask(listClinicDays, { projectId })).rows.find((row) => row.id === serviceId)).toMatchObject({ visitors: 1 })
})

test('a doctor’s target stands with who said it and when, until another takes its place', async () => {
  const personId = await addElder(manager, at(), '施有标')
  const target = {
    id: v7(),
    measure: 'pressure' as const,
    low: null,
    high: 150,
    lowSecond: null,
    highSecond: 90,
    doctor: '李医生',
    institution: '区人民医院',
    saidOn: planOf(at(), hospital).day,
  }
  await worker.ask(saveTarget, { personId, target })
  await worker.ask(saveTarget, { personId, target: { ...target, id: v7(), high: 140 } })
  const { targets } = await worker.ask(readingsOfPerson, { personId })
  expect(targets).toMatchObject([
    { high: 140, endedOn: null, doctor: '李医生' },
    { high: 150, endReason: '有新的目标' },
  ])
  expect(await worker.refused(saveTarget, { personId, target: { ...target, id: v7(), low: 160 } })).toMatchObject({
    code: 'targets.reversed',
  })
})

test('the day goes to the institution as a bundle under pseudonyms; under a name only who agreed, and with a reason', async () => {
  const serviceId = await begunClinic(worker, at(), hospital)
  const agreed = await signedIn(
    worker,
    serviceId,
    await addElder(manager, at(), '孔同意', { birthDate: '1950-02-03', phone: '13800001111' }),
  )
  const silent = await signedIn(worker, serviceId, await addElder(manager, at(), '曹没问', { birthDate: '1951-02-03' }))
  await measure(worker, agreed, pressure(150, 92, [138, 90], [144, 91]))
  await measure(worker, agreed, glucose(122, 'mg/dL'))
  await measure(worker, silent, { part: 'oxygen', oxygen: 95 })
  const sharing = { agreed: true, givenBy: '孔同意', capacity: 'self', method: 'signature', witness: null } as const
  await worker.ask(setSharing, { attendanceId: agreed, sharing })

  const bundleOf = async (more: object = {}) => {
    const { status, type, bytes } = await manager.fetch(bundleOfClinic.name, { id: serviceId, ...more })
    expect([status, type]).toEqual([200, 'application/fhir+json'])
    const bundle: unknown = JSON.parse(bytes.toString())
    expect(fhirFaults(bundle)).toEqual([])
    return bytes.toString()
  }
  const pseudonymous = await bundleOf()
  expect(pseudonymous).not.toMatch(/孔同意|曹没问|13800001111|1950-02-03/)
  expect(pseudonymous).toContain('区人民医院')
  const withoutTime = (text: string) => text.replace(/"timestamp": "[^"]+"/, '')
  expect(withoutTime(await bundleOf())).toBe(withoutTime(pseudonymous))
  const named = await bundleOf({ identified: true, reason: '医院随访需要' })
  expect(named).toMatch(/孔同意/)
  expect(named).not.toMatch(/曹没问/)
  expect(await manager.refused(bundleOfClinic, { id: serviceId, identified: true })).toMatchObject({ code: 'clinics.whyIdentified' })
  expect(await worker.refused(bundleOfClinic, { id: serviceId })).toMatchObject({ status: 403 })
})

test('a medicine goes out only when a pharmacist has checked it, and no more of it than there is', async () => {
  const serviceId = await begunClinic(worker, at(), hospital)
  const attendanceId = await signedIn(worker, serviceId, await addElder(manager, at(), '严领药'))
  const supply = {
    id: serviceIdSchema.parse(v7()),
    ...at(),
    kind: 'medicine' as const,
    name: '钙片',
    strength: '0.3 g',
    sourceId: hospital,
    lot: 'A2406',
    expiresOn: daySchema.parse('2025-06-30'),
    receivedOn: daySchema.parse('2024-11-01'),
    quantity: 3,
    unit: '盒',
  }
  await worker.ask(receiveSupply, supply)
  expect(await worker.ask(openService, { id: supply.id })).toMatchObject({ kind: 'goods_receipt', line: 'physical', quantity: 3 })
  const handing = { id: v7(), supplyId: supply.id, attendanceId, quantity: 2, takenBy: null, explainedBy: '刘药师' }
  expect(await worker.refused(handOver, handing)).toMatchObject({ code: 'supplies.notChecked' })
  await worker.ask(checkSupply, { id: supply.id, version: 1, change: { to: 'checked', by: '刘药师', on: supply.receivedOn } })
  const tries = await Promise.allSettled([handing, { ...handing, id: v7() }].map((one) => worker.ask(handOver, one)))
  expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const { rows } = await worker.ask(handOversOfClinic, { serviceId })
  expect(rows).toMatchObject([{ person: '严领药', name: '钙片', lot: 'A2406', quantity: 2, explainedBy: '刘药师' }])
  await worker.ask(undoHandOver, { attendanceId, id: rows[0]?.id ?? '', reason: '拿错了' })
  expect((await worker.ask(listSupplies, { projectId })).rows).toMatchObject([{ left: 3 }])
})

test('a danger value tells the supervisor on the day, once; arranging a follow-up settles it and reminds whoever arranged it', async () => {
  const supervisor = await house.signedIn([{ role: 'supervisor', projectId: at().projectId }])
  const { clock } = house.services
  Object.assign(house.services, { clock: () => new Date('2024-11-05T03:00:00Z') })
  const serviceId = await begunClinic(worker, at(), hospital)
  const attendanceId = await signedIn(worker, serviceId, await addElder(manager, at(), '郝危险'))
  await measure(worker, attendanceId, pressure(182, 96, [184, 98]))
  await measure(worker, attendanceId, glucose(17))
  const told = (await supervisor.ask(listNotices, {})).rows.filter(({ code }) => code === 'clinics.danger')
  expect(told).toMatchObject([{ given: { name: '郝危险' }, urgency: 'now', dueOn: '2024-11-05', subject: `/clinics/${serviceId}` }])
  // What an id holds by chance is no reading.
  expect(JSON.stringify(told.map(({ words, given }) => [words, given]))).not.toContain('182')
  await worker.ask(addFollowUps, { serviceId, visitors: [{ id: v7(), attendanceId }], told: true })
  expect((await supervisor.ask(listNotices, {})).rows.filter(({ code }) => code === 'clinics.danger')).toEqual([])
  const reminded = (await worker.ask(listNotices, {})).rows.filter(({ code }) => code === 'clinics.followUp')
  expect(reminded).toMatchObject([{ urgency: 'soon', dueOn: '2024-11-19' }])
  Object.assign(house.services, { clock })
})

test('the sheet, the slips and one person’s slip are handed out; nobody without readings gets one', async () => {
  const serviceId = await begunClinic(worker, at(), hospital)
  const measured = await signedIn(worker, serviceId, await addElder(manager, at(), '韩大字'))
  const waiting = await signedIn(worker, serviceId, await addElder(manager, at(), '唐还没量'))
  await measure(worker, measured, pressure(150, 92, [148, 90]))
  const sheet = (await worker.fetch(printClinic.name, { id: serviceId, paper: 'sheet', format: 'html' })).bytes.toString()
  expect(sheet).toContain('149/91')
  expect(sheet).toContain('唐还没量')
  const slip = (await worker.fetch(printSlip.name, { attendanceId: measured, format: 'html' })).bytes.toString()
  expect(slip).toContain('韩大字')
  expect(slip).toContain('不是诊断')
  expect(await worker.refused(printSlip, { attendanceId: waiting, format: 'html' })).toMatchObject({ code: 'readings.none' })
})
