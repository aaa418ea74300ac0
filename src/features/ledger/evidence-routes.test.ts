import sharp from 'sharp'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { evidenceIdSchema, personIdSchema, type EvidenceId, type PersonId, type ProjectId, type ServiceId } from '../../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { addServices, addPersons, register, testPerson, testService } from '../../testing/ledger.ts'
import { addProjectTo, community } from '../../testing/project.ts'
import {
  addEvidence,
  describeEvidence,
  listEvidence,
  lookAtThumbnail,
  noteSignature,
  openEvidence,
  removeEvidence,
  type Evidence,
} from './evidence-schema.ts'
import { openService } from './schema.ts'

let house: TestHouse
let worker: Caller
let bureau: Caller
let projectId: ProjectId
let serviceId: ServiceId
const here = community('旭东社区')
const wang = testPerson('王秀云', { communityCode: here })

const photo = async (shade = 90) =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: { r: shade, g: 80, b: 40 } } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '41/1 12/1 0/1' } })
    .jpeg()
    .toBuffer()

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
  worker = await house.signedIn([{ role: 'socialWorker', projectId, communityCode: here }])
  bureau = await house.signedIn([{ role: 'bureau' }])
})
afterAll(() => house.close())

async function added(kind: 'photo' | 'sheet' | 'document' = 'photo', bytes?: Buffer, name = 'IMG_0001.jpg'): Promise<EvidenceId> {
  const id = evidenceIdSchema.parse(v7())
  await worker.ask(addEvidence, { serviceId, kind, items: [{ id }] }, { files: [{ name, bytes: bytes ?? (await photo()) }] })
  return id
}
async function found(id: EvidenceId): Promise<Evidence> {
  const one = (await worker.ask(listEvidence, { serviceId })).rows.find((row) => row.id === id)
  if (one === undefined) throw new Error('It is not listed.')
  return one
}
const consentOf = (personId: PersonId | null, named: string | null = null) => ({
  id: v7(),
  personId,
  named,
  method: 'signed' as const,
  givenOn: daySchema.parse('2024-09-17'),
  withdrawnOn: null,
})
const plain = { title: null, faces: null, consents: [], coversAll: false, publishable: false }

describe('photos of a service', () => {
  test('come several at once, are opened small and whole, and lie sealed without what the camera wrote', async () => {
    const items = [evidenceIdSchema.parse(v7()), evidenceIdSchema.parse(v7()), evidenceIdSchema.parse(v7())].map((id) => ({ id }))
    const { added: taken, refused } = await worker.ask(
      addEvidence,
      { serviceId, kind: 'photo', items },
      {
        files: [
          { name: 'a.jpg', bytes: await photo(10) },
          { name: 'b.jpg', bytes: Buffer.from('no photo at all') },
          { name: 'c.png', bytes: await photo(200) },
        ],
      },
    )
    expect(taken.map(({ id }) => id)).toEqual([items[0]?.id, items[2]?.id])
    expect(refused).toMatchObject([{ id: items[1]?.id, code: 'picture.other' }])
    for (const name of [lookAtThumbnail.name, openEvidence.name]) {
      const file = await worker.fetch(name, { id: taken[0]?.id })
      expect(file).toMatchObject({ status: 200, type: 'image/jpeg' })
      expect(file.bytes.includes('GPS')).toBe(false)
      expect((await sharp(file.bytes).metadata()).width).toBe(name === openEvidence.name ? 900 : 400)
    }
    const { headers } = await worker.post(openEvidence.name, { id: taken[0]?.id })
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
    expect(String(headers['content-disposition'])).toMatch(/^inline/)
    const row = await house.write((tx) =>
      tx
        .selectFrom('evidence')
        .select('sealed')
        .where('tenant_id', '=', house.tenantId)
        .where('id', '=', items[0]?.id ?? null)
        .executeTakeFirst(),
    )
    expect(row?.sealed.subarray(0, 60).includes('JFIF')).toBe(false)
  })

  test('one that is no picture is refused at its field', async () => {
    const problem = await worker.refused(
      addEvidence,
      { serviceId, kind: 'photo', items: [{ id: v7() }] },
      { files: [{ name: 'photo.jpg', bytes: Buffer.from('<svg/>') }] },
    )
    expect(problem).toMatchObject({ code: 'picture.svg', errors: [{ field: 'files' }] })
  })

  test('sent again under the same operation are there once', async () => {
    const before = (await worker.ask(listEvidence, { serviceId })).rows.length
    const operationId = v7()
    const input = { serviceId, kind: 'photo' as const, items: [{ id: evidenceIdSchema.parse(v7()) }] }
    const files = [{ name: 'a.jpg', bytes: await photo() }]
    await worker.ask(addEvidence, input, { operationId, files })
    await worker.ask(addEvidence, input, { operationId, files })
    expect((await worker.ask(listEvidence, { serviceId })).rows.length).toBe(before + 1)
  })
})

describe('a document', () => {
  test('is only ever downloaded, under its own name', async () => {
    const id = await added('document', Buffer.from('%PDF-1.7 …'), '../../活动<方案>.pdf')
    const { headers } = await worker.post(openEvidence.name, { id })
    expect(headers).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' })
    expect(String(headers['content-disposition'])).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('活动方案.pdf')}`)
  })
  test.each([
    ['a page of HTML', '<html></html>'],
    ['a program', 'MZ\u0000\u0000'],
    ['an archive of anything', 'PK\u0003\u0004 anything'],
  ])('that is %s is refused', async (_what, text) => {
    const problem = await worker.refused(
      addEvidence,
      { serviceId, kind: 'document', items: [{ id: v7() }] },
      { files: [{ name: 'plan.pdf', bytes: Buffer.from(text) }] },
    )
    expect(problem.code).toBe('evidence.document')
  })
})

describe('publication', () => {
  test('of a photo that nobody has looked at is refused', async () => {
    const id = await added()
    expect((await worker.refused(describeEvidence, { ...plain, id, version: 1, publishable: true })).code).toBe('evidence.faces')
  })
  test('of recognisable people without consent is refused, by the database too', async () => {
    const id = await added()
    const shown = { ...plain, id, version: 1, faces: 'recognisable' as const, publishable: true }
    expect((await worker.refused(describeEvidence, shown)).code).toBe('evidence.consent')
    expect((await worker.refused(describeEvidence, { ...shown, consents: [consentOf(wang.id)] })).code).toBe('evidence.consentOfAll')
    await worker.ask(describeEvidence, { ...shown, publishable: false })
    await expect(
      house.write((tx) =>
        tx.updateTable('evidence').set({ publishable: true }).where('tenant_id', '=', house.tenantId).where('id', '=', id).execute(),
      ),
    ).rejects.toThrow('evidence_published_with_consent')
  })
  test('follows consent, and ends when the consent is withdrawn', async () => {
    const id = await added()
    const consent = consentOf(wang.id)
    const child = consentOf(null, '小李的母亲')
    const shown = {
      ...plain,
      id,
      version: 1,
      faces: 'recognisable' as const,
      consents: [consent, child],
      coversAll: true,
      publishable: true,
    }
    await worker.ask(describeEvidence, shown)
    expect(await found(id)).toMatchObject({ publishable: true, consents: [{ name: '王秀云' }, { name: '小李的母亲' }] })
    const withdrawn = [consent, child].map((one) => ({ ...one, withdrawnOn: daySchema.parse('2024-10-01') }))
    expect((await worker.refused(describeEvidence, { ...shown, version: 2, consents: withdrawn })).code).toBe('evidence.consent')
    await worker.ask(describeEvidence, { ...shown, version: 2, consents: withdrawn, publishable: false })
    expect((await found(id)).publishable).toBe(false)
  })
  test('of a signature or a document is refused', async () => {
    const id = await added('sheet')
    expect((await worker.refused(describeEvidence, { ...plain, id, version: 1, faces: 'none', publishable: true })).code).toBe(
      'evidence.notAPhoto',
    )
  })
  test('consent of somebody out of reach, of nobody or of tomorrow is refused', async () => {
    const id = await added()
    const ask = (consent: object) => worker.refused(describeEvidence, { ...plain, id, version: 1, consents: [consent] })
    expect((await ask(consentOf(personIdSchema.parse(v7())))).code).toBe('evidence.consentUnknown')
    expect((await ask(consentOf(null))).code).toBe('evidence.consentOfWhom')
    expect((await ask({ ...consentOf(wang.id), givenOn: '2999-01-01' })).code).toBe('evidence.consentDay')
  })
})

test('what was removed is not seen, keeps the reason, can be brought back, and is gone after thirty days', async () => {
  const id = await added()
  await worker.ask(removeEvidence, { id, version: 1, removed: true, reason: '拍糊了' })
  expect((await worker.ask(listEvidence, { serviceId })).rows.map((row) => row.id)).not.toContain(id)
  expect((await worker.ask(openService, { id: serviceId })).evidence.map((row) => row.id)).not.toContain(id)
  const gone = (await worker.ask(listEvidence, { serviceId, removed: true })).rows.find((row) => row.id === id)
  expect(gone?.removed).toMatchObject({ reason: '拍糊了' })
  await worker.ask(removeEvidence, { id, version: 2, removed: false, reason: '就要这张' })
  expect(await found(id)).toMatchObject({ version: 3, removed: null })
  expect((await worker.refused(removeEvidence, { id, version: 1, removed: true, reason: '再删' })).code).toBe('record.changedMeanwhile')

  await house.write((tx) =>
    tx
      .updateTable('evidence')
      .set({ removed_at: new Date('2024-01-01') })
      .where('tenant_id', '=', house.tenantId)
      .where('id', '=', id)
      .execute(),
  )
  const other = await added()
  await worker.ask(removeEvidence, { id: other, version: 1, removed: true, reason: '重复' })
  expect((await worker.ask(listEvidence, { serviceId, removed: true })).rows.map((row) => row.id)).toEqual([other])
})

test('whoever sees people masked sees no photo that shows them, until it may be published', async () => {
  const id = await added()
  expect((await bureau.refused(openEvidence, { id })).code).toBe('evidence.masked')
  expect((await bureau.refused(lookAtThumbnail, { id })).code).toBe('evidence.masked')
  await worker.ask(describeEvidence, {
    ...plain,
    id,
    version: 1,
    faces: 'recognisable',
    consents: [consentOf(wang.id)],
    coversAll: true,
    publishable: true,
  })
  expect((await bureau.fetch(openEvidence.name, { id })).status).toBe(200)
  const { rows } = await bureau.ask(listEvidence, { serviceId })
  expect(rows.find((row) => row.id === id)?.consents).toMatchObject([{ name: '王**' }])
})

test('a signature on paper is noted with where the paper is kept', async () => {
  const id = evidenceIdSchema.parse(v7())
  await worker.ask(noteSignature, { serviceId, id, signedBy: '王秀云', keptAt: '机构档案柜2024-3' })
  expect(await found(id)).toMatchObject({ kind: 'signature', title: '王秀云', fileName: '机构档案柜2024-3', mediaType: 'text/plain' })
})
