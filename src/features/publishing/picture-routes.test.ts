import sharp from 'sharp'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { evidenceIdSchema, type EvidenceId, type ProjectId, type ServiceId } from '../../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { addPersons, addServices, register, testPerson, testService } from '../../testing/ledger.ts'
import { addProjectTo, community } from '../../testing/project.ts'
import { addEvidence, describeEvidence } from '../ledger/evidence-schema.ts'
import {
  approveBulletin,
  bulletinIdSchema,
  openBulletin,
  publishBulletin,
  saveBulletin,
  submitBulletin,
  withdrawBulletin,
  type BulletinId,
} from './bulletin-schema.ts'
import { listPictures, takeDownPicture } from './picture-schema.ts'

let house: TestHouse
let writer: Caller
let manager: Caller
let projectId: ProjectId
let serviceId: ServiceId
const here = community('旭东社区')
const wang = testPerson('王秀云', { communityCode: here })

beforeAll(async () => {
  house = await openTestHouse()
  projectId = await addProjectTo(house, [here])
  const held = testService('activity', '2024-09-17', { communityCode: here })
  serviceId = held.id
  await house.write(async (tx) => {
    await addPersons(tx, house.tenantId, [wang])
    await register(tx, house.tenantId, projectId, 'elder', [wang])
    await addServices(tx, house.tenantId, projectId, [held])
  })
  writer = await house.signedIn([{ role: 'socialWorker', projectId }])
  manager = await house.signedIn([{ role: 'manager', projectId }])
})
afterAll(() => house.close())

async function photo(shade: number): Promise<EvidenceId> {
  const id = evidenceIdSchema.parse(v7())
  const bytes = await sharp({ create: { width: 1800, height: 1200, channels: 3, background: { r: shade, g: 80, b: 40 } } })
    .jpeg()
    .toBuffer()
  await writer.ask(addEvidence, { serviceId, kind: 'photo', items: [{ id }] }, { files: [{ name: 'a.jpg', bytes }] })
  return id
}

const consent = { id: v7(), personId: wang.id, named: null, method: 'signed' as const, givenOn: daySchema.parse('2024-09-17') }

async function draft(evidenceId: EvidenceId, caption: string): Promise<BulletinId> {
  const id = bulletinIdSchema.parse(v7())
  const blocks = [{ is: 'picture' as const, evidenceId, caption }]
  await writer.ask(saveBulletin, { id, version: 0, projectId, content: { title: '中秋活动', blocks, kept: [] } })
  return id
}

async function published(id: BulletinId): Promise<void> {
  await writer.ask(submitBulletin, { id, version: 1 })
  await manager.ask(approveBulletin, { id, version: 2 })
  await manager.ask(publishBulletin, { id, version: 3 })
}

test('a photo is published with the consent of whoever is in it, said in words, and goes when the consent is taken back', async () => {
  const id = await photo(90)
  const without = await writer.refused(submitBulletin, { id: await draft(id, '老人们做月饼'), version: 1 })
  expect(without.code).toBe('bulletin.pictureConsent')
  expect((await writer.ask(listPictures, { projectId })).total).toBe(0)
  const description = { id, title: '做月饼', faces: 'recognisable' as const, coversAll: true }
  await writer.ask(describeEvidence, { ...description, version: 1, consents: [{ ...consent, withdrawnOn: null }], publishable: true })
  expect((await writer.ask(listPictures, { projectId })).rows).toMatchObject([{ evidenceId: id, title: '做月饼', day: '2024-09-17' }])
  expect((await writer.refused(submitBulletin, { id: await draft(id, ' '), version: 1 })).code).toBe('bulletin.pictureWords')

  const bulletin = await draft(id, '老人们做月饼')
  await published(bulletin)
  const page = (await house.read(`/public/test/bulletins/${bulletin}`)).body
  const address = /src="([^"]+\/pictures\/([0-9a-f]{64})\.jpg)"/.exec(page)
  expect(page).toContain('alt="老人们做月饼"')
  const [, path = '', sha256 = ''] = address ?? []
  expect((await house.read(path)).headers).toMatchObject({ 'content-type': 'image/jpeg' })
  expect((await house.read(path.replace(/[0-9a-f]{64}/, '0'.repeat(64)))).status).toBe(404)
  expect((await manager.ask(openBulletin, { id: bulletin })).pictures).toEqual([{ sha256, evidenceId: id, agreed: true }])

  const day = daySchema.parse('2024-10-01')
  await writer.ask(describeEvidence, {
    ...description,
    version: 2,
    consents: [{ ...consent, withdrawnOn: day }],
    coversAll: false,
    publishable: false,
  })
  expect((await manager.ask(openBulletin, { id: bulletin })).pictures).toMatchObject([{ agreed: false }])
  expect((await writer.refused(takeDownPicture, { id: bulletin, sha256, reason: '同意已撤回' })).code).toBe('permission.absent')
  await manager.ask(takeDownPicture, { id: bulletin, sha256, reason: '同意已撤回' })
  expect((await manager.ask(openBulletin, { id: bulletin })).pictures).toEqual([])
  expect((await house.read(`${path}?again`)).status).toBe(404)
  const after = (await house.read(`/public/test/bulletins/${bulletin}?size=large`)).body
  expect(after).toContain('这张照片已按当事人的意愿撤下')
  expect(after).not.toContain('<img')
})

test('a bulletin that is withdrawn takes its photos with it', async () => {
  const id = await photo(10)
  await writer.ask(describeEvidence, { id, title: '月饼', version: 1, faces: 'none', consents: [], coversAll: false, publishable: true })
  const bulletin = await draft(id, '刚出炉的月饼')
  await published(bulletin)
  const { version, pictures } = await manager.ask(openBulletin, { id: bulletin })
  expect(pictures).toHaveLength(1)
  await manager.ask(withdrawBulletin, { id: bulletin, version, reason: '内容有误' })
  expect((await manager.ask(openBulletin, { id: bulletin })).pictures).toEqual([])
})
