import { sql } from 'kysely'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ProjectId } from '../../kernel/ids.ts'
import { sha256 } from '../../kernel/sha256.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { addPersons, addServices, register, testAttendance, testPerson, testService, type TestPerson } from '../../testing/ledger.ts'
import { addProjectTo, community } from '../../testing/project.ts'
import {
  addHost,
  approveBulletin,
  bulletinIdSchema,
  composeBulletin,
  correctBulletin,
  listBulletins,
  openBulletin,
  publishBulletin,
  publishCorrection,
  returnBulletin,
  saveBulletin,
  submitBulletin,
  withdrawBulletin,
  type Block,
  type BulletinId,
  type Content,
} from './bulletin-schema.ts'
import { bulletinRecordSchema } from './bulletin-record-schema.ts'
import { frozenIdSchema, frozenSetIdSchema } from './figure-record-schema.ts'
import { correctFrozen, verifyFrozen } from './frozen-schema.ts'

let house: TestHouse
let writer: Caller
let manager: Caller
let bureau: Caller
let projectId: ProjectId
let persons: TestPerson[]

beforeAll(async () => {
  house = await openTestHouse()
  const here = community('旭东社区')
  projectId = await addProjectTo(house, [here, community('永华社区')])
  persons = Array.from({ length: 30 }, (_, i) => testPerson(`老人${i}`, { communityCode: here }))
  const sessions = Array.from({ length: 49 }, (_, i) =>
    testService('case_session', `2024-10-${String(1 + (i % 28)).padStart(2, '0')}`, {
      communityCode: here,
      attended: [testAttendance(persons[i % 20] ?? null)],
    }),
  )
  const cases = Array.from({ length: 8 }, () => testService('case_opening', '2024-09-10', { communityCode: here }))
  await house.write(async (tx) => {
    await addPersons(tx, house.tenantId, persons)
    await register(tx, house.tenantId, projectId, 'elder', persons)
    await addServices(tx, house.tenantId, projectId, [...sessions, ...cases])
  })
  writer = await house.signedIn([{ role: 'socialWorker', projectId }])
  manager = await house.signedIn([{ role: 'manager', projectId }])
  bureau = await house.signedIn([{ role: 'bureau' }])
})
afterAll(() => house.close())

const paragraph = (text: string): Block => ({ is: 'paragraph', line: [{ is: 'text', text }] })

async function draft(blocks: readonly Block[], kept: Content['kept'] = []): Promise<BulletinId> {
  const id = bulletinIdSchema.parse(v7())
  await writer.ask(saveBulletin, { id, version: 0, projectId, content: { title: '结项简报', blocks: [...blocks], kept } })
  return id
}

async function published(id: BulletinId): Promise<number> {
  const { version } = await manager.ask(openBulletin, { id })
  await writer.ask(submitBulletin, { id, version })
  await manager.ask(approveBulletin, { id, version: version + 1 })
  return (await manager.ask(publishBulletin, { id, version: version + 2 })).version
}

test('a first draft is composed from the project alone, with figures and no typed number', async () => {
  const content = await writer.ask(composeBulletin, { projectId })
  const id = await draft(content.blocks)
  await published(id)
  const opened = await bureau.ask(openBulletin, { id })
  expect(opened.state).toBe('published')
  expect(opened.hidden, 'what is said in a table and again in a sentence is left blank nowhere').toEqual([])
  expect(opened.figures.map(({ record }) => [record.measure, record.value])).toEqual(
    expect.arrayContaining([
      ['sessions', 49],
      ['direct_persons', 20],
    ]),
  )
  const second = await writer.ask(composeBulletin, { projectId })
  expect(JSON.stringify(second)).not.toContain('与上期相比')
})

test('49例 is held back, because cases are counted otherwise; bound, corrected or kept with a reason it may go on', async () => {
  const wrong = await draft([paragraph('开展个案咨询49例。')])
  const refused = await writer.refused(submitBulletin, { id: wrong, version: 1 })
  expect(refused.code).toBe('bulletin.unsettled')
  expect(refused.detail).toContain('49例')
  const kept = await draft([paragraph('四成老人独居。')], [{ text: '四成', sentence: '四成老人独居', reason: '入户摸排问卷' }])
  await writer.ask(submitBulletin, { id: kept, version: 1 })
  const right = await draft([paragraph('开展个案面谈49人次。')])
  await writer.ask(submitBulletin, { id: right, version: 1 })
})

test('nobody approves what they wrote, nothing is published without approval, and what is sent back is a draft again', async () => {
  const id = bulletinIdSchema.parse(v7())
  const content = { title: '自己写的', blocks: [paragraph('社工上门看望老人。')], kept: [] }
  await manager.ask(saveBulletin, { id, version: 0, projectId, content })
  expect((await manager.refused(publishBulletin, { id, version: 1 })).code).toBe('bulletin.notApproved')
  await manager.ask(submitBulletin, { id, version: 1 })
  expect((await manager.refused(approveBulletin, { id, version: 2 })).code).toBe('bulletin.ownWork')
  expect((await writer.refused(approveBulletin, { id, version: 2 })).code).toBe('permission.absent')
  expect((await manager.refused(saveBulletin, { id, version: 2, projectId, content })).code).toBe('bulletin.notDraft')
  await bureau.ask(returnBulletin, { id, version: 2, reason: '请补充活动情况' })
  expect(await manager.ask(openBulletin, { id })).toMatchObject({ state: 'draft', reason: '请补充活动情况', version: 3 })
  await manager.ask(submitBulletin, { id, version: 3 })
  await bureau.ask(approveBulletin, { id, version: 4 })
  await bureau.ask(publishBulletin, { id, version: 5 })
})

test('links lead to listed sites only', async () => {
  const link = (href: string): Block => ({ is: 'paragraph', line: [{ is: 'link', text: '原文', href }] })
  const admin = await house.signedIn([{ role: 'systemAdmin' }])
  await admin.ask(addHost, { host: 'gov.cn' })
  for (const href of [
    'https://spam.example/x',
    'javascript:alert(1)',
    'https://gov.cn.evil.example',
    'http://www.gov.cn',
    'https://u@gov.cn',
    'https://gov.cn:444/',
  ]) {
    const id = await draft([link(href)])
    expect((await writer.refused(submitBulletin, { id, version: 1 })).code, href).toBe('bulletin.link')
  }
  const id = await draft([link('https://www.mca.gov.cn/n152/index.html')])
  await writer.ask(submitBulletin, { id, version: 1 })
})

test('what is published has a hash over the whole, holds no member and no person, and its correction stands beside it', async () => {
  const blocks: Block[] = [
    { is: 'heading', text: '服务情况' },
    {
      is: 'paragraph',
      line: [
        { is: 'text', text: '直接受益' },
        { is: 'figure', id: frozenIdSchema.parse(v7()), measure: 'direct_persons', scope: {}, saying: 'full' },
        { is: 'text', text: '，个案面谈40余人次。' },
      ],
    },
  ]
  const id = await draft(blocks)
  const version = await published(id)
  const rows = await house.write(
    async (tx) =>
      (
        await sql<{
          body: string
          hash: string
        }>`select body, hash from published_bulletin where tenant_id = ${house.tenantId} and id = ${id}`.execute(tx)
      ).rows,
  )
  const [row] = rows
  if (row === undefined) throw new Error('Not published.')
  expect(sha256(row.body)).toBe(row.hash)
  const record = bulletinRecordSchema.parse(JSON.parse(row.body))
  expect(record.figures.length).toBe(2)
  expect(JSON.stringify(record.blocks)).toContain('20人')
  const figures = await house.write(
    async (tx) => (await sql<{ body: string }>`select body from published_figure where tenant_id = ${house.tenantId}`.execute(tx)).rows,
  )
  for (const person of persons) expect(figures.some(({ body }) => body.includes(person.id) || body.includes(person.name))).toBe(false)
  await expect(house.write((tx) => sql`update published_bulletin set title = 'x'`.execute(tx))).rejects.toThrow(/permission denied/)

  const late = testPerson('晚登记', { communityCode: community('旭东社区') })
  await house.write(async (tx) => {
    await addPersons(tx, house.tenantId, [late])
    await addServices(tx, house.tenantId, projectId, [
      testService('home_visit', '2025-01-08', { communityCode: community('旭东社区'), attended: [testAttendance(late)] }),
    ])
  })
  const drifted = await manager.ask(openBulletin, { id })
  expect(drifted.drifted).toBe(1)
  const figure = drifted.figures.find(({ record: { measure } }) => measure === 'direct_persons')
  if (figure === undefined) throw new Error('It says how many.')
  expect(figure).toMatchObject({ now: 21, correction: null, record: { value: 20 } })
  const newId = frozenIdSchema.parse(v7())
  await manager.ask(correctFrozen, {
    id: figure.record.id,
    newId,
    setId: frozenSetIdSchema.parse(v7()),
    reason: 'late',
    note: '补录一月探访',
  })
  expect((await manager.refused(publishCorrection, { figureId: newId })).code).toBe('correction.ownWork')
  await bureau.ask(publishCorrection, { figureId: newId })
  const corrected = await manager.ask(openBulletin, { id })
  expect(corrected.drifted).toBe(0)
  expect(corrected.figures.find(({ record: { measure } }) => measure === 'direct_persons')).toMatchObject({
    record: { value: 20 },
    correction: { published: true, record: { value: 21, corrects: { value: 20, note: '补录一月探访' } } },
  })

  const next = bulletinIdSchema.parse(v7())
  await writer.ask(correctBulletin, { id, newId: next, reason: '补录后更正' })
  await published(next)
  const both = await manager.ask(listBulletins, { projectId, limit: 200 })
  expect(both.rows.find((one) => one.id === id)).toMatchObject({ edition: 1, superseded: true, state: 'published' })
  expect(both.rows.find((one) => one.id === next)).toMatchObject({ edition: 2, superseded: false })
  const composed = await writer.ask(composeBulletin, { projectId })
  expect(composed.title).toContain('简报')

  await manager.ask(withdrawBulletin, { id: next, version: (await manager.ask(openBulletin, { id: next })).version, reason: '数字有误' })
  expect(await bureau.ask(openBulletin, { id: next })).toMatchObject({ state: 'withdrawn', reason: '数字有误' })
  expect(version).toBe(4)
  expect(await bureau.ask(verifyFrozen, {})).toMatchObject({ broken: null })
})
