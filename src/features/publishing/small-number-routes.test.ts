import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DivisionCode, ProjectId } from '../../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { addPersons, addServices, register, testAttendance, testPerson, testService } from '../../testing/ledger.ts'
import { addProjectTo, community } from '../../testing/project.ts'
import type { Scope } from '../measures/scope-schema.ts'
import {
  approveBulletin,
  bulletinIdSchema,
  openBulletin,
  publishBulletin,
  saveBulletin,
  submitBulletin,
  type Block,
  type BulletinId,
  type Token,
} from './bulletin-schema.ts'
import { frozenIdSchema } from './figure-record-schema.ts'

let house: TestHouse
let writer: Caller
let manager: Caller
let projectId: ProjectId
const [three, twenty, thirty] = ['永华社区', '旭东社区', '光正台村'].map(community)

beforeAll(async () => {
  house = await openTestHouse()
  const sizes: [DivisionCode | undefined, number][] = [
    [three, 3],
    [twenty, 20],
    [thirty, 30],
  ]
  projectId = await addProjectTo(
    house,
    sizes.flatMap(([code]) => code ?? []),
  )
  await house.write(async (tx) => {
    for (const [code = null, size] of sizes) {
      const persons = Array.from({ length: size }, (_, i) => testPerson(`老人${size}-${i}`, { communityCode: code }))
      await addPersons(tx, house.tenantId, persons)
      await register(tx, house.tenantId, projectId, 'elder', persons)
      await addServices(
        tx,
        house.tenantId,
        projectId,
        persons.map((person) => testService('case_session', '2024-10-08', { communityCode: code, attended: [testAttendance(person)] })),
      )
    }
  })
  writer = await house.signedIn([{ role: 'socialWorker', projectId }])
  manager = await house.signedIn([{ role: 'manager', projectId }])
})
afterAll(() => house.close())

const token = (scope: Scope): Token => ({
  is: 'figure',
  id: frozenIdSchema.parse(v7()),
  measure: 'direct_persons',
  scope,
  saying: 'full',
})
const at = (code: DivisionCode | undefined): Scope => (code === undefined ? {} : { places: [code] })
const inText = (scope: Scope): Block => ({ is: 'paragraph', line: [{ is: 'text', text: '服务老人' }, token(scope)] })

async function draft(blocks: Block[]): Promise<BulletinId> {
  const id = bulletinIdSchema.parse(v7())
  await writer.ask(saveBulletin, { id, version: 0, projectId, content: { title: '各社区服务情况', blocks, kept: [] } })
  return id
}

async function published(id: BulletinId): Promise<void> {
  await writer.ask(submitBulletin, { id, version: 1 })
  await manager.ask(approveBulletin, { id, version: 2 })
  await manager.ask(publishBulletin, { id, version: 3 })
}

test('three persons of a community cannot stand in a sentence, and the writer reads which and what to do', async () => {
  const refused = await writer.refused(submitBulletin, { id: await draft([inText(at(three))]), version: 1 })
  expect(refused.code).toBe('publishing.smallNumber')
  expect(refused.detail).toContain('直接受益人数（永华社区）”不足5人')
})

test('a table leaves them blank, with one more so that the total gives nothing away; what was left blank is not said in a later bulletin', async () => {
  const rows = [{}, at(three), at(twenty), at(thirty)].map((scope, i) => ({ name: `第${i}行`, figure: token(scope) }))
  const id = await draft([{ is: 'figures', title: '各社区', as: 'table', rows }])
  expect((await writer.ask(openBulletin, { id })).hidden).toHaveLength(2)
  await published(id)
  const opened = await manager.ask(openBulletin, { id })
  expect(opened.figures.map(({ record }) => record.value).toSorted()).toEqual([30, 53])
  expect(opened.hidden).toHaveLength(2)
  const page = await house.read(`/public/test/bulletins/${id}`)
  expect(page.body.match(/<td class="number">隐去<\/td>/g)).toHaveLength(2)
  expect(page.body).toContain('人数过少')
  const data = await house.read('/public/test/data/figures.csv')
  expect(data.body).not.toMatch(/永华社区|旭东社区/)

  const later = await writer.refused(submitBulletin, { id: await draft([inText(at(twenty))]), version: 1 })
  expect(later.code).toBe('publishing.givesAway')
  await published(await draft([inText(at(thirty))]))
})
