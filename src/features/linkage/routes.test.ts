import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 } from 'uuid'
import type { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { organisationIdSchema, personIdSchema, serviceIdSchema, type PersonId, type ProjectId } from '../../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { addProjectTo, community } from '../../testing/project.ts'
import { openService } from '../ledger/schema.ts'
import { addOrganisation } from '../organisations/store.ts'
import { register } from '../people/write-store.ts'
import { listDirectory, publishEntry, withdrawEntry } from './directory-schema.ts'
import { readLinkFigures } from './figures-schema.ts'
import { askGivers, listLinks, proposeForNeed, setPair, stepLink } from './link-schema.ts'
import { openRun, solveMatch } from './match-schema.ts'
import { listLinkNeeds, saveLinkNeed } from './need-schema.ts'
import { endResource, listResources, renewResource, saveResource } from './resource-schema.ts'

const here = community('旭东社区')
const there = community('永华社区')
const on = daySchema.parse('2025-01-10')

let house: TestHouse
let projectId: ProjectId
let worker: Caller
let elder: PersonId
beforeAll(async () => {
  house = await openTestHouse()
  projectId = await addProjectTo(house, [here, there])
  worker = await house.signedIn([{ role: 'socialWorker', projectId }])
  elder = await addPerson('王秀云', 'elder')
})
afterAll(() => house.close())

async function addPerson(name: string, part: 'elder' | 'volunteer'): Promise<PersonId> {
  const id = personIdSchema.parse(v7())
  await house.write(async (tx) => {
    await tx.insertInto('person').values({ tenant_id: house.tenantId, id, name, pinyin: name, community_code: here }).execute()
    await register(tx, house.tenantId, { personId: id, projectId, part, communityCode: here, on })
  })
  return id
}

async function addVolunteer(name: string, more: { vetted_until?: string; skills?: string; availability?: string } = {}): Promise<string> {
  const personId = await addPerson(name, 'volunteer')
  const id = v7()
  await house.write((tx) =>
    tx
      .insertInto('volunteer')
      .values({
        tenant_id: house.tenantId,
        id,
        project_id: projectId,
        person_id: personId,
        recorded_person_id: personId,
        skills: more.skills ?? '理发',
        availability: more.availability ?? null,
        vetted_until: more.vetted_until === undefined ? null : daySchema.parse(more.vetted_until),
      })
      .execute(),
  )
  return id
}

type File = z.input<typeof saveLinkNeed.input>['file']
async function addNeed(more: Partial<File> = {}): Promise<string> {
  const id = v7()
  const file: File = {
    communityCode: here,
    holder: 'person',
    personId: elder,
    groupId: null,
    needId: null,
    planId: null,
    kind: 'service',
    title: '上门理发',
    note: null,
    skill: '理发',
    quantity: 1,
    unit: null,
    times: { days: [6], parts: [] },
    wantedBy: null,
    needsVetting: false,
    priority: 'usual',
    ...more,
  }
  await worker.ask(saveLinkNeed, { id, projectId, version: 0, file })
  return id
}

const giftFile: z.input<typeof saveResource.input>['file'] = {
  organisationId: null,
  provider: '王师傅',
  party: 'charity',
  kind: 'service',
  title: '义剪',
  content: null,
  skill: '理发',
  quantity: 2,
  unit: null,
  communities: [],
  times: { days: [], parts: [] },
  limits: null,
  validFrom: null,
  validUntil: null,
  confirmEvery: 90,
}

async function addGift(more: Partial<z.input<typeof saveResource.input>['file']> = {}, confirmedOn = on): Promise<string> {
  const id = v7()
  await worker.ask(saveResource, { id, projectId, version: 0, confirmedOn, file: { ...giftFile, ...more } })
  return id
}

const ask = (needId: string, giver: { sort: 'resource' | 'volunteer'; id: string }, id = v7(), quantity = 1) => ({
  projectId,
  on,
  links: [{ id, needId, giver, quantity }],
})
test('who could meet a need is told with reasons, and who is not vetted, elsewhere or never free is left out and counted', async () => {
  const need = await addNeed()
  const vetted = await addVolunteer('赵敏', { vetted_until: '2025-12-31', availability: '周六上午' })
  await addVolunteer('钱进', {})
  await addVolunteer('孙立', { vetted_until: '2025-12-31', availability: '周二' })
  const gift = await addGift({ communities: [here] })
  await addGift({ communities: [there], title: '别处的' })
  const { rows, barred } = await worker.ask(proposeForNeed, { needId: need })
  expect(rows.map((row) => row.giver.id).toSorted()).toEqual([gift, vetted].toSorted())
  const volunteer = rows.find((row) => row.giver.id === vetted)
  expect(volunteer?.reasons.map((reason) => reason.name)).toEqual(expect.arrayContaining(['skillSame', 'areaHome', 'timeCommon', 'vetted']))
  expect(barred).toEqual(
    expect.arrayContaining([
      { why: 'vetting', givers: 1 },
      { why: 'time', givers: 1 },
      { why: 'area', givers: 1 },
    ]),
  )
})

test('a link goes from asked to closed: the service is in the ledger once, and taking it back cancels it with the reason', async () => {
  const [need, gift, link, serviceId] = [await addNeed({ title: '再理一次' }), await addGift(), v7(), serviceIdSchema.parse(v7())]
  const before = (await worker.ask(readLinkFigures, { projectId })).linkages
  await worker.ask(askGivers, ask(need, { sort: 'resource', id: gift }, link))
  expect(await worker.refused(askGivers, ask(need, { sort: 'resource', id: gift }))).toMatchObject({ code: 'linkage.enough' })
  const step = async (what: z.input<typeof stepLink.input>['step'], version: number, more: object = {}) =>
    worker.ask(stepLink, { id: link, version, step: what, on, ...more })
  await step('accept', 1)
  await step('do', 2, { serviceId, valueFen: 5000 })
  expect((await worker.ask(readLinkFigures, { projectId })).linkages).toBe(before + 1)
  const service = await worker.ask(openService, { id: serviceId })
  expect(service).toMatchObject({ kind: 'linkage', status: 'held', title: '义剪', attended: [{ personId: elder, part: 'beneficiary' }] })
  expect(service.contributions).toMatchObject([{ party: 'charity', given: 'service', valueFen: 5000 }])
  expect(await worker.refused(stepLink, { id: link, version: 3, step: 'confirm', on })).toMatchObject({ code: 'linkage.noWitness' })
  await step('back', 3, { reason: '其实没去成' })
  expect((await worker.ask(readLinkFigures, { projectId })).linkages).toBe(before)
  expect(await worker.ask(openService, { id: serviceId })).toMatchObject({ status: 'cancelled', versions: [{ reason: '其实没去成' }] })
  await step('do', 4)
  await step('confirm', 5, { confirmedBy: '王秀云', confirmedAs: 'self' })
  await step('close', 6)
  expect((await worker.ask(readLinkFigures, { projectId })).linkages).toBe(before + 1)
  expect((await worker.ask(listLinkNeeds, { projectId, id: need })).rows).toMatchObject([{ state: 'met' }])
  const { rows } = await worker.ask(listLinks, { projectId, needId: need, show: 'all' })
  expect(rows[0]?.steps.map((one) => one.to)).toEqual(['closed', 'confirmed', 'done', 'accepted', 'done', 'accepted', 'asked'])
})

test('nobody is asked for more than is left, and of two who ask for the last of it one is told', async () => {
  const gift = await addGift({ quantity: 1, title: '一次' })
  const needs = [await addNeed({ title: '甲家理发' }), await addNeed({ title: '乙家理发' })]
  const answers = await Promise.all(needs.map((need) => worker.post(askGivers.name, ask(need, { sort: 'resource', id: gift }))))
  expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409])
})

test('a resource that nobody asked about for long asks to be confirmed, and is fresh again when it was', async () => {
  const gift = await addGift({ title: '老资源', confirmEvery: 30 }, daySchema.parse('2024-10-01'))
  const find = async () => (await worker.ask(listResources, { projectId, id: gift })).rows[0]
  expect(await find()).toMatchObject({ freshness: 'stale', version: 1 })
  await worker.ask(renewResource, { id: gift, version: 1, on: daySchema.parse('2025-04-30'), validUntil: null })
  expect(await find()).toMatchObject({ freshness: 'fresh', version: 2 })
})

test('all needs are matched at once; a pair ruled out is not in it and a pinned one is', async () => {
  const need = await addNeed({ title: '配一次', priority: 'urgent' })
  const solve = async () => {
    await worker.ask(solveMatch, { id: v7(), projectId, communityCode: null, perVolunteer: 3 })
    const { run } = await worker.ask(openRun, { projectId, communityCode: null })
    return { run, giver: run?.rows.find((row) => row.needId === need)?.giver }
  }
  const first = await solve()
  expect(first.run?.gap).toBeLessThan(0.01)
  if (first.giver === undefined) throw new Error('Nobody was found.')
  await worker.ask(setPair, { needId: need, giver: first.giver, rule: 'forbid' })
  const second = await solve()
  expect(second.giver?.id).not.toBe(first.giver.id)
  expect(await worker.refused(askGivers, ask(need, first.giver))).toMatchObject({ code: 'linkage.forbidden' })
  await worker.ask(setPair, { needId: need, giver: first.giver, rule: 'pin' })
  expect((await solve()).giver?.id).toBe(first.giver.id)
})

test('what a need says is sealed, and a worker of another community neither sees it nor is proposed anything', async () => {
  const need = await addNeed({ title: '不好对外说的需要' })
  const { rows } = await house.write((tx) =>
    tx
      .selectFrom('linkage_need')
      .selectAll()
      .where('id', '=', need)
      .execute()
      .then((found) => ({ rows: found })),
  )
  expect(JSON.stringify(rows)).not.toContain('不好对外说')
  const other = await house.signedIn([{ role: 'socialWorker', projectId, communityCode: there }])
  expect((await other.ask(listLinkNeeds, { projectId })).rows).toEqual([])
  expect(await other.refused(proposeForNeed, { needId: need })).toMatchObject({ status: 403 })
})

test('what an organisation agreed to is read by others without an account, and what a person gives never is', async () => {
  const manager = await house.signedIn([{ role: 'manager', projectId }])
  const organisationId = organisationIdSchema.parse(v7())
  const shop = {
    id: organisationId,
    name: '惠民理发店',
    party: 'charity',
    kind: null,
    creditCode: null,
    phone: null,
    divisionCode: null,
  } as const
  await house.write((tx) => addOrganisation(tx, house.tenantId, shop))
  const gift = await addGift({ organisationId, provider: null, title: '周六义剪', communities: [here] })
  const own = await addGift({ title: '王师傅上门' })
  const consent = { version: 1, phone: null, agreedBy: '店主', agreedOn: on }
  expect(await manager.refused(publishEntry, { id: own, ...consent })).toMatchObject({ code: 'directory.person' })
  await manager.ask(publishEntry, { id: gift, ...consent })
  const list = await house.read('/public/test/hsds/services?per_page=1')
  expect(JSON.parse(list.body)).toMatchObject({
    total_items: 1,
    contents: [{ id: gift, name: '周六义剪', organization: { name: '惠民理发店' } }],
  })
  expect(list.body).not.toContain('店主')
  expect((await house.read(`/public/test/hsds/organizations/${organisationId}`)).status).toBe(200)
  const whole = await house.read(`/public/test/hsds/organizations/${organisationId}?full_service=true`)
  expect(JSON.parse(whole.body)).toMatchObject({ services: [{ id: gift, schedules: [{ freq: 'WEEKLY' }] }] })
  const lines = await house.read('/public/test/hsds/services?format=ndjson&full=true')
  expect([lines.status, lines.headers['content-type']]).toEqual([200, expect.stringContaining('application/x-ndjson')])
  expect(
    lines.body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([{ id: gift, service_areas: [{ name: '旭东社区' }] }])
  const near = await house.read('/public/test/hsds/service_at_locations?postcode=124000&proximity=2000')
  expect([near.status, near.headers['content-type']]).toEqual([501, expect.stringContaining('application/problem+json')])
  expect(JSON.parse(near.body)).toMatchObject({ status: 501, code: 'hsds.unsupported', parameter: 'postcode' })
  const odd = await house.read('/public/test/hsds/services?format=xml')
  expect([odd.status, JSON.parse(odd.body).parameter]).toEqual([400, 'format'])
  expect(await worker.refused(listDirectory, { projectId })).toMatchObject({ status: 403 })
  await manager.ask(withdrawEntry, { id: gift, reason: '店主不愿意了' })
  const { rows } = await manager.ask(listDirectory, { projectId })
  expect(rows.find((row) => row.id === gift)?.publishedAt).toBeNull()
  await manager.ask(publishEntry, { id: gift, ...consent })
  await worker.ask(saveResource, {
    id: gift,
    projectId,
    version: 1,
    confirmedOn: on,
    file: { ...giftFile, organisationId: null, provider: '店主自己', title: '周六义剪' },
  })
  expect(JSON.parse((await house.read('/public/test/hsds/services?page=1')).body)).toMatchObject({ total_items: 0 })
  expect(await manager.refused(publishEntry, { id: gift, ...consent, version: 2 })).toMatchObject({ code: 'directory.person' })
  await worker.ask(saveResource, {
    id: gift,
    projectId,
    version: 2,
    confirmedOn: on,
    file: { ...giftFile, organisationId, provider: null, title: '周六义剪' },
  })
  await manager.ask(publishEntry, { id: gift, ...consent, version: 3 })
  await worker.ask(endResource, { id: gift, version: 3, endedOn: on, reason: '店里歇业' })
  expect(JSON.parse((await house.read('/public/test/hsds/services')).body)).toMatchObject({ total_items: 0, empty: true })
})
