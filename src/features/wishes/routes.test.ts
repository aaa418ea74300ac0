import { sql } from 'kysely'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { attendanceIdSchema, organisationIdSchema, serviceIdSchema, type OrganisationId, type ProjectId } from '../../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { addPersons, register, testPerson } from '../../testing/ledger.ts'
import { addProjectTo, community } from '../../testing/project.ts'
import { listServices, openService } from '../ledger/schema.ts'
import { openMembers, showFigures } from '../measures/schema.ts'
import { addOrganisation } from '../organisations/store.ts'
import * as schema from './schema.ts'

let house: TestHouse
let projectId: ProjectId
let worker: Caller
let supervisor: Caller
let volunteer: Caller
let firm: OrganisationId
const here = community('旭东社区')
const elder = testPerson('王秀云', { communityCode: here })
const neighbour = testPerson('张忠清', { communityCode: here })

beforeAll(async () => {
  house = await openTestHouse()
  projectId = await addProjectTo(house, [here])
  worker = await house.signedIn([{ role: 'socialWorker', projectId, communityCode: here }])
  supervisor = await house.signedIn([{ role: 'supervisor', projectId }])
  volunteer = await house.signedIn([{ role: 'volunteer', projectId }])
  firm = organisationIdSchema.parse(v7())
  await house.write(async (tx) => {
    await addPersons(tx, house.tenantId, [elder, neighbour])
    await register(tx, house.tenantId, projectId, 'elder', [elder, neighbour])
    await addOrganisation(tx, house.tenantId, {
      id: firm,
      name: '光明超市',
      party: 'charity',
      kind: null,
      creditCode: null,
      phone: null,
      divisionCode: null,
    })
  })
})
afterAll(() => house.close())

const written = (more: object = {}) => ({
  id: v7(),
  projectId,
  personId: elder.id,
  sort: 'goods' as const,
  title: '想要一床厚棉被',
  about: '冬天暖和些',
  valueFen: 15_000,
  said: '要1米5宽的，打13800001709联系女儿',
  agreedOn: daySchema.parse('2025-01-10'),
  ...more,
})

/** A wish that the public can see. */
async function published(more: object = {}): Promise<string> {
  const wish = written(more)
  await worker.ask(schema.collectWish, wish)
  await supervisor.ask(schema.screenWish, { id: wish.id, version: 1, publish: true, reason: null })
  return wish.id
}
const standing = async (id: string) => (await supervisor.ask(schema.openWish, { id })).state
const wall = async () => (await house.read('/public/test/wishes')).body
/** A page is made again after two seconds; an address that differs is another page. */
const freshWall = async () => (await house.read(`/public/test/wishes?x=${v7()}`)).body
const delivery = (id: string, version: number) => ({
  id,
  version,
  serviceId: serviceIdSchema.parse(v7()),
  attendanceId: attendanceIdSchema.parse(v7()),
  contributionId: v7(),
  day: daySchema.parse('2025-01-20'),
  worker: '刘社工',
  valueFen: 14_000,
  note: '老人很高兴',
})

test('a wish goes from an elder’s word to its closing: screened by another, shown without a name, claimed, brought, confirmed, counted once', async () => {
  const wish = written()
  await worker.ask(schema.collectWish, wish)
  expect(await wall()).not.toContain('厚棉被')
  const lead = await house.signedIn([
    { role: 'socialWorker', projectId },
    { role: 'supervisor', projectId },
  ])
  const own = written({ title: '想要一把伞' })
  await lead.ask(schema.collectWish, own)
  expect(await lead.refused(schema.screenWish, { id: own.id, version: 1, publish: true, reason: null })).toMatchObject({
    code: 'wishes.ownScreening',
  })
  await supervisor.ask(schema.screenWish, { id: wish.id, version: 1, publish: true, reason: null })

  const shown = await freshWall()
  expect(shown).toContain('想要一床厚棉被')
  expect(shown).toContain('红旗街道')
  for (const secret of ['王秀云', '旭东社区', '13800001709', '1米5']) expect(shown).not.toContain(secret)
  const open = await volunteer.ask(schema.listOpenWishes, {})
  expect(open.open.map(({ title }) => title)).toContain('想要一床厚棉被')
  expect(JSON.stringify(open)).not.toContain('王秀云')

  await volunteer.ask(schema.claimWish, { id: wish.id, claimId: v7(), organisationId: null })
  expect(await freshWall()).toContain('已有人认领')
  const brought = delivery(wish.id, 3)
  await worker.ask(schema.deliverWish, brought)
  await worker.ask(schema.confirmWish, { id: wish.id, version: 4, by: 'relative', on: daySchema.parse('2025-01-20'), words: '谢谢' })
  await worker.ask(schema.closeWish, { id: wish.id, version: 5 })
  const closed = await supervisor.ask(schema.openWish, { id: wish.id })
  expect(closed).toMatchObject({ state: 'closed', confirmedBy: 'relative', serviceId: brought.serviceId, said: wish.said })
  expect(closed.steps.map(({ step }) => step).toReversed()).toEqual([
    'collected',
    'published',
    'claimed',
    'delivered',
    'confirmedRelative',
    'closed',
  ])
  expect(await worker.ask(openService, { id: brought.serviceId })).toMatchObject({
    kind: 'wish',
    status: 'held',
    attended: [{ personId: elder.id, part: 'beneficiary' }],
    contributions: [{ party: 'volunteer', given: 'goods', valueFen: 14_000 }],
  })
  expect((await worker.ask(listServices, { projectId, kind: 'wish', status: 'held' })).total).toBe(1)
})

test('fifty people claim one wish at once: one gets it, the others are told', async () => {
  const id = await published({ title: '想要一个收音机' })
  const callers = [
    volunteer,
    await house.signedIn([{ role: 'volunteer', projectId }]),
    await house.signedIn([{ role: 'volunteer', projectId }]),
  ]
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_each, at) => {
      const caller = callers[at % callers.length] ?? volunteer
      return caller.post('wishes.claim', { id, claimId: v7(), organisationId: null })
    }),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status, body }) => status === 409 && body.includes('wishes.taken'))).toHaveLength(49)
  expect((await supervisor.ask(schema.openWish, { id })).claims).toHaveLength(1)
})

test('a claim that nobody keeps reopens by itself, on the public page too, and fifty who want it then are one again', async () => {
  const id = await published({ title: '想要一副老花镜' })
  await volunteer.ask(schema.claimWish, { id, claimId: v7(), organisationId: null })
  expect(await standing(id)).toBe('claimed')
  await house.write(async (tx) => {
    await sql`update wish_claim set claimed_on = '2025-01-01', until = '2025-01-08' where tenant_id = ${house.tenantId} and wish_id = ${id}`.execute(
      tx,
    )
    await sql`update published_wish set claimed_until = '2025-01-08' where tenant_id = ${house.tenantId} and id = ${id}`.execute(tx)
  })
  expect(await standing(id)).toBe('published')
  const [open] = (await freshWall()).split('已有人认领')
  expect(open).toContain('想要一副老花镜')
  const answers = await Promise.all(
    Array.from({ length: 50 }, () =>
      worker.post('wishes.claimFor', { id, claimId: v7(), party: 'charity', organisationId: firm, donor: null }),
    ),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  const { claims } = await supervisor.ask(schema.openWish, { id })
  expect(claims).toMatchObject([{ ended: null, organisation: '光明超市' }, { ended: 'expired' }])
})

test('whoever gives a claim up says why, and the wish is open again; somebody else’s claim is not theirs to give up', async () => {
  const id = await published({ title: '想要一双棉鞋' })
  const partner = await house.signedIn([{ role: 'partner', organisationId: firm }])
  await partner.ask(schema.claimWish, { id, claimId: v7(), organisationId: firm })
  expect(await volunteer.refused(schema.dropClaim, { id, organisationId: null, reason: '不方便' })).toMatchObject({
    code: 'wishes.notYours',
  })
  expect((await partner.refused(schema.claimWish, { id, claimId: v7(), organisationId: v7() })).status).toBe(403)
  await partner.ask(schema.dropClaim, { id, organisationId: firm, reason: '没有这个尺码' })
  expect(await standing(id)).toBe('published')
  await worker.ask(schema.claimForOther, { id, claimId: v7(), party: 'public', organisationId: null, donor: '热心居民' })
  expect((await supervisor.ask(schema.openWish, { id })).claimer).toBe('热心居民')
})

test('what was brought by mistake is taken back: the service is cancelled, the claim stands, and it can be brought again', async () => {
  const id = await published({ title: '想要一个小推车' })
  await worker.ask(schema.claimForOther, { id, claimId: v7(), party: 'charity', organisationId: firm, donor: null })
  const first = delivery(id, 3)
  await worker.ask(schema.deliverWish, first)
  expect(await worker.refused(schema.deliverWish, delivery(id, 4))).toMatchObject({ code: 'wishes.notNow' })
  expect(await worker.ask(schema.stepBackWish, { id, version: 4, reason: '送错了人家' })).toMatchObject({ state: 'claimed' })
  expect(await worker.ask(openService, { id: first.serviceId })).toMatchObject({ status: 'cancelled' })
  await worker.ask(schema.deliverWish, delivery(id, 5))
  expect(await standing(id)).toBe('delivered')
})

test('a published wish that is taken back is screened anew, and one withdrawn is no longer shown', async () => {
  const id = await published({ title: '想要一盏台灯' })
  expect(await freshWall()).toContain('想要一盏台灯')
  await worker.ask(schema.stepBackWish, { id, version: 2, reason: '老人改主意' })
  expect(await freshWall()).not.toContain('想要一盏台灯')
  await worker.ask(schema.changeWish, {
    id,
    version: 3,
    sort: 'goods',
    title: '想要一盏夜灯',
    about: null,
    valueFen: 5000,
    said: null,
    reason: '换成夜灯',
  })
  await supervisor.ask(schema.screenWish, { id, version: 4, publish: false, reason: '请写清样式' })
  expect(await standing(id)).toBe('returned')
  await worker.ask(schema.withdrawWish, { id, version: 5, reason: '已经买了' })
  expect(await standing(id)).toBe('withdrawn')
})

test.each([
  [{ title: '想要２００元现金' }, 'wishes.money', 'title'],
  [{ about: '请打一三八零零零零一七零九' }, 'wishes.number', 'about'],
  [{ title: '请打138000', about: '01709' }, 'wishes.number', 'about'],
  [{ about: '替张忠清说一声' }, 'wishes.name', 'about'],
  [{ about: '王 秀 云 想要' }, 'wishes.name', 'about'],
  [{ title: '付不起手术费' }, 'wishes.medical', 'title'],
  [{ about: '送到3号楼501室' }, 'wishes.door', 'about'],
  [{ valueFen: 50_001 }, 'wishes.large', 'valueFen'],
])('a wish with %j is refused at its field', async (more, code, field) => {
  const problem = await worker.refused(schema.collectWish, written(more))
  expect(problem.code).toBe(code)
  expect(problem.errors?.[0]?.field).toBe(field)
})

test('a community’s worker may collect and not screen; whoever sees no names sees no note', async () => {
  const community1 = await house.signedIn([{ role: 'communityWorker', projectId, communityCode: here }])
  const wish = written({ title: '想听人读报' })
  await community1.ask(schema.collectWish, wish)
  expect((await community1.refused(schema.screenWish, { id: wish.id, version: 1, publish: true, reason: null })).status).toBe(403)
  const bureau = await house.signedIn([{ role: 'bureau' }])
  expect(await bureau.ask(schema.openWish, { id: wish.id })).toMatchObject({ name: '王**', said: null })
})

test('claimed and come true are shares of the wishes that were published, and a person’s page shows theirs to whom they are within reach', async () => {
  const apart = await addProjectTo(house, [here])
  const lead = await house.signedIn([{ role: 'manager', projectId: apart }])
  const checker = await house.signedIn([{ role: 'supervisor', projectId: apart }])
  const asker = testPerson('吴桂兰', { communityCode: here })
  await house.write(async (tx) => {
    await addPersons(tx, house.tenantId, [asker])
    await register(tx, house.tenantId, apart, 'elder', [asker])
  })
  const rate = async (measure: 'wish_claim_rate' | 'wish_done_rate') =>
    (await lead.ask(showFigures, { projectId: apart })).figures.find((each) => each.key === measure)?.value
  expect(await rate('wish_claim_rate')).toBeNull()
  const ids: string[] = []
  for (const title of ['想要一条围巾', '想要一副手套', '想要一顶帽子', '想要一双棉鞋']) {
    const wish = written({ projectId: apart, personId: asker.id, title })
    await lead.ask(schema.collectWish, wish)
    if (title === '想要一双棉鞋') break
    await checker.ask(schema.screenWish, { id: wish.id, version: 1, publish: true, reason: null })
    ids.push(wish.id)
  }
  const [first, second] = ids
  if (first === undefined || second === undefined) throw new Error('Nothing was published.')
  for (const id of [first, second])
    await lead.ask(schema.claimForOther, { id, claimId: v7(), party: 'charity', organisationId: firm, donor: null })
  const claimed = await lead.ask(schema.openWish, { id: first })
  const { version } = await lead.ask(schema.deliverWish, delivery(first, claimed.version))
  await lead.ask(schema.confirmWish, { id: first, version, by: 'self', on: daySchema.parse('2025-01-21'), words: null })
  expect(await rate('wish_claim_rate')).toBeCloseTo(66.7, 1)
  expect(await rate('wish_done_rate')).toBeCloseTo(33.3, 1)
  // A claim whose time is over is none.
  await house.write(async (tx) => {
    await sql`update wish_claim set claimed_on = '2025-01-01', until = '2025-01-08' where tenant_id = ${house.tenantId} and wish_id = ${second}`.execute(
      tx,
    )
  })
  expect(await rate('wish_claim_rate')).toBeCloseTo(33.3, 1)
  const members = await lead.ask(openMembers, { projectId: apart, measure: 'wishes_published' })
  expect(members).toMatchObject({ value: 3, inside: 3, sort: 'wish' })

  expect((await lead.ask(schema.listWishesOfPerson, { personId: asker.id })).rows).toHaveLength(4)
  expect(await volunteer.refused(schema.listWishesOfPerson, { personId: asker.id })).toMatchObject({ status: 403 })
  const other = await addProjectTo(house, [community('永华社区')])
  const stranger = await house.signedIn([{ role: 'manager', projectId: other }])
  expect(await stranger.refused(schema.listWishesOfPerson, { personId: asker.id })).toMatchObject({ status: 403 })
})
