import sharp from 'sharp'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { monthSchema } from '../../kernel/day.ts'
import { organisationIdSchema, serviceIdSchema, type ProjectId } from '../../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { addPersons, addServices, register, testAttendance, testPerson, testService } from '../../testing/ledger.ts'
import { addProjectTo, community } from '../../testing/project.ts'
import { openMembers, showFigures } from '../measures/schema.ts'
import { addOrganisation } from '../organisations/store.ts'
import { openProject, saveProjectLists } from '../projects/schema.ts'
import { printProgramme } from './print-schema.ts'
import * as schema from './schema.ts'

let house: TestHouse
let projectId: ProjectId
let manager: Caller
let worker: Caller
const here = community('旭东社区')
const there = community('永华社区')
const [wang, zhang] = [testPerson('王秀云', { communityCode: here }), testPerson('张忠清', { communityCode: here })]
const firm = organisationIdSchema.parse(v7())
const lesson = testService('craft_lesson', '2024-10-09', {
  communityCode: here,
  attended: [testAttendance(wang), testAttendance(zhang)],
})
const party = testService('activity', '2024-11-12', { communityCode: here, attended: [testAttendance(wang)] })
const elsewhere = testService('activity', '2024-11-12', { communityCode: there, attended: [testAttendance(zhang)] })
const planned = testService('activity', '2024-12-12', { communityCode: here, status: 'planned' })

beforeAll(async () => {
  house = await openTestHouse()
  projectId = await addProjectTo(house, [here, there])
  manager = await house.signedIn([{ role: 'manager', projectId }])
  worker = await house.signedIn([{ role: 'socialWorker', projectId, communityCode: here }])
  await house.write(async (tx) => {
    await addPersons(tx, house.tenantId, [wang, zhang])
    await register(tx, house.tenantId, projectId, 'elder', [wang, zhang])
    await addServices(tx, house.tenantId, projectId, [lesson, party, elsewhere, planned])
    await addOrganisation(tx, house.tenantId, {
      id: firm,
      name: '苇编合作社',
      party: 'charity',
      kind: null,
      creditCode: null,
      phone: null,
      divisionCode: null,
    })
  })
})
afterAll(() => house.close())

const plan = (more: object = {}) => ({
  id: v7(),
  version: 0,
  projectId,
  communityCode: here,
  name: '巧手苇编',
  forWhom: '会编织的老人',
  purpose: '让老人有事做、有收入',
  partners: [{ id: v7(), party: 'charity' as const, organisationId: firm, does: '收购成品' }],
  steps: [{ id: v7(), month: monthSchema.parse('2024-10'), what: '第一课', doneOn: null }],
  results: null,
  reason: null,
  ...more,
})
const listed = async () => (await manager.ask(schema.listProgrammes, { projectId })).rows
const opened = (id: string) => manager.ask(schema.openProgramme, { id })
const figure = async (id: string, key: string) => (await opened(id)).figures.find((each) => each.key === key)?.value

test('a programme goes from a name to a plan, is started, gets its services, and its figures are those of the ledger', async () => {
  const project = await manager.ask(openProject, { id: projectId })
  await manager.ask(saveProjectLists, {
    id: projectId,
    version: project.version,
    communities: [
      { communityCode: here, programmeName: '苇编', programmeFor: null },
      { communityCode: there, programmeName: null, programmeFor: null },
    ],
  })
  expect((await listed()).map(({ standing, name }) => [standing, name])).toEqual(
    expect.arrayContaining([
      ['named', '苇编'],
      ['none', null],
    ]),
  )

  const one = plan()
  await worker.ask(schema.saveProgramme, one)
  expect((await manager.ask(openProject, { id: projectId })).communities.find((each) => each.communityCode === here)).toMatchObject({
    programmeName: '巧手苇编',
    programmeFor: '会编织的老人',
  })
  expect(await worker.refused(schema.saveProgramme, plan())).toMatchObject({ code: 'programmes.already' })
  expect(await worker.refused(schema.saveProgramme, plan({ communityCode: there }))).toMatchObject({ status: 403 })

  await worker.ask(schema.moveProgramme, { id: one.id, version: 1, to: 'active', reason: null })
  expect(await figure(one.id, 'direct_persons')).toBe(0)
  expect(await worker.ask(schema.addProgrammeServices, { id: one.id, serviceIds: [lesson.id, party.id] })).toEqual({ added: 2 })
  expect(await worker.ask(schema.addProgrammeServices, { id: one.id, serviceIds: [lesson.id] })).toEqual({ added: 0 })
  for (const [service, code] of [
    [elsewhere, 'programmes.elsewhere'],
    [planned, 'programmes.notHeld'],
  ] as const)
    expect(await worker.refused(schema.addProgrammeServices, { id: one.id, serviceIds: [service.id] })).toMatchObject({ code })
  expect(await worker.refused(schema.addProgrammeServices, { id: one.id, serviceIds: [serviceIdSchema.parse(v7())] })).toMatchObject({
    status: 404,
  })

  // Two persons, three attendances: nobody is counted twice. The list behind the figure is as long.
  expect(await figure(one.id, 'direct_persons')).toBe(2)
  expect(await figure(one.id, 'direct_times')).toBe(3)
  expect(await figure(one.id, 'craft_lessons')).toBe(1)
  const scope = { programmes: [one.id] }
  expect(await manager.ask(openMembers, { projectId, measure: 'direct_persons', scope })).toMatchObject({ value: 2, inside: 2 })
  const { figures } = await manager.ask(showFigures, { projectId, scope })
  expect(figures.find((each) => each.key === 'activities')?.value).toBe(1)
  expect(figures.find((each) => each.key === 'register_persons')?.value).toBeNull()

  await worker.ask(schema.removeProgrammeService, { id: one.id, serviceId: party.id, reason: '归错了' })
  expect(await figure(one.id, 'direct_times')).toBe(2)
  expect(await worker.refused(schema.removeProgrammeService, { id: one.id, serviceId: party.id, reason: '归错了' })).toMatchObject({
    status: 404,
  })
  expect(await worker.ask(schema.addProgrammeServices, { id: one.id, serviceIds: [party.id] })).toEqual({ added: 1 })
  expect(await listed()).toContainEqual(expect.objectContaining({ id: one.id, services: 2, persons: 2, times: 3, standing: 'active' }))

  // The plan goes to another community without whose it was, and both stand side by side.
  const newId = v7()
  const copy = { id: one.id, newId, projectId, communityCode: there, name: '永华苇编', firstMonth: monthSchema.parse('2025-01') }
  expect(await worker.refused(schema.copyProgramme, copy)).toMatchObject({ status: 403 })
  await manager.ask(schema.copyProgramme, copy)
  expect(await opened(newId)).toMatchObject({
    state: 'draft',
    name: '永华苇编',
    purpose: '让老人有事做、有收入',
    partners: [{ organisation: null, does: '收购成品' }],
    steps: [{ month: '2025-01', doneOn: null }],
    services: [],
    copiedFrom: { id: one.id, communityName: '旭东社区' },
  })
  expect((await manager.ask(schema.compareProgrammes, { ids: [one.id, newId] })).programmes.map(({ services }) => services)).toEqual([2, 0])
  expect(await worker.ask(schema.openProgramme, { id: newId })).toMatchObject({ mayChange: false })
})

test('changes are kept and taken back, a step is done, the mark loses what the camera wrote, an end can be undone', async () => {
  const current = (await listed()).find((row) => row.standing === 'active')
  if (current?.id === null || current === undefined) throw new Error('There is no programme.')
  const { id } = current
  const before = await opened(id)
  const [step] = before.steps
  if (step === undefined) throw new Error('There is no step.')
  const { version } = before
  const ofPlan = { ...plan({ id, version }), steps: before.steps, name: '改坏了的名称' }
  expect(await worker.refused(schema.saveProgramme, ofPlan)).toMatchObject({ code: 'programmes.reason' })
  await worker.ask(schema.saveProgramme, { ...ofPlan, reason: '换名称' })
  expect(await worker.refused(schema.saveProgramme, { ...ofPlan, reason: '换名称' })).toMatchObject({ code: 'record.changedMeanwhile' })
  await worker.ask(schema.restoreProgramme, { id, version: version + 1, to: version, reason: '改错了' })
  expect(await opened(id)).toMatchObject({ name: before.name, version: version + 2 })

  await worker.ask(schema.finishStep, { id, version: version + 2, stepId: step.id, doneOn: before.asOf })
  expect((await opened(id)).steps[0]?.doneOn).toBe(before.asOf)

  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#0958d9' } })
    .withExif({ IFD0: { Artist: '拍照的人' } })
    .jpeg()
    .toBuffer()
  expect(bytes.includes('Exif')).toBe(true)
  const markId = v7()
  await worker.ask(schema.markProgramme, { id, version: version + 3, markId }, { files: [{ name: '标志.jpg', bytes }] })
  const seen = await worker.fetch(schema.lookAtMark.name, { id, markId })
  expect(seen.type).toContain('image/jpeg')
  expect(seen.bytes.includes('Exif')).toBe(false)
  const bad = { id, version: version + 4, markId: v7() }
  expect(await worker.refused(schema.markProgramme, bad, { files: [{ name: 'x.jpg', bytes: Buffer.from('no picture') }] })).toMatchObject({
    code: 'picture.other',
  })

  await worker.ask(schema.moveProgramme, { id, version: version + 4, to: 'ended', reason: '项目到期' })
  expect(await worker.refused(schema.addProgrammeServices, { id, serviceIds: [lesson.id] })).toMatchObject({ code: 'programmes.ended' })
  expect((await listed()).filter((row) => row.communityCode === here).map((row) => row.standing)).toEqual(['none', 'ended'])
  expect((await opened(id)).name).toBe(before.name)
  const next = plan({ name: '新的一品' })
  await worker.ask(schema.saveProgramme, next)
  const reopen = { id, version: version + 5, to: 'active', reason: '结束点错了' } as const
  expect(await worker.refused(schema.moveProgramme, reopen)).toMatchObject({ code: 'programmes.already' })
  await worker.ask(schema.moveProgramme, { id: next.id, version: 1, to: 'ended', reason: '不做了' })
  await worker.ask(schema.moveProgramme, reopen)
  expect(await opened(id)).toMatchObject({ state: 'active', name: before.name, markId })

  const [html, word, pdf] = await Promise.all(
    (['html', 'word', 'pdf'] as const).map((format) => worker.fetch(printProgramme.name, { id, format })),
  )
  const printed = html?.bytes.toString() ?? ''
  for (const said of ['旭东社区', before.name, '一社一品方案与成效表', 'data:image/jpeg;base64,']) expect(printed).toContain(said)
  expect(word?.bytes.subarray(0, 2).toString()).toBe('PK')
  expect(pdf?.bytes.subarray(0, 5).toString()).toBe('%PDF-')
})

test('of two who begin a programme for a community at once, one does and the other is told', async () => {
  const apart = await addProjectTo(house, [here])
  const both = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const someone = await house.signedIn([{ role: 'manager', projectId: apart }])
      return (await someone.post(schema.saveProgramme.name, plan({ projectId: apart }))).status
    }),
  )
  expect(both.toSorted()).toEqual([200, 409, 409, 409, 409])
})
