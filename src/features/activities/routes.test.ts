import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { attendanceIdSchema, serviceIdSchema, type PersonId, type ProjectId, type ServiceId } from '../../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { addPersons, register, testPerson, type TestPerson } from '../../testing/ledger.ts'
import { addProjectTo, community } from '../../testing/project.ts'
import { listServices, openService } from '../ledger/schema.ts'
import { blankPlan } from './activity-rules.ts'
import { changeActivity, copyActivity, openActivity, planActivity, stepActivity, summariseActivity, type Plan } from './activity-schema.ts'
import {
  checkIn,
  checkInChild,
  checkInSelf,
  countHeads,
  openRoll,
  printCards,
  scanCode,
  showCode,
  signUp,
  signUpIdSchema,
  undoCheckIn,
  withdraw,
} from './attend-schema.ts'
import { markDay, openCalendar } from './calendar-schema.ts'

let house: TestHouse
let worker: Caller
let manager: Caller
let communityWorker: Caller
let projectId: ProjectId
const here = community('旭东社区')
const there = community('永华社区')
let elders: TestPerson[]

beforeAll(async () => {
  house = await openTestHouse()
  projectId = await addProjectTo(house, [here, there])
  elders = Array.from({ length: 20 }, (_one, at) => testPerson(`老人${at}`, { communityCode: here }))
  await house.write(async (tx) => {
    await addPersons(tx, house.tenantId, elders)
    await register(tx, house.tenantId, projectId, 'elder', elders)
    await tx
      .updateTable('person')
      .set({ phone: '13800001709', phone_tail: '1709' })
      .where('tenant_id', '=', house.tenantId)
      .where('name', '=', '老人7')
      .execute()
  })
  worker = await house.signedIn([{ role: 'socialWorker', projectId }])
  manager = await house.signedIn([{ role: 'manager', projectId }])
  communityWorker = await house.signedIn([{ role: 'communityWorker', projectId, communityCode: here }])
})
afterAll(() => house.close())

const whole: Plan = {
  ...blankPlan,
  contingency: { emergency: '打120', firstAid: '刘社工', transport: '接送', floor: '防滑垫', weather: '改室内' },
}
const facts = (more: object = {}) => ({
  title: '中秋做月饼',
  communityCode: here,
  day: daySchema.parse('2024-09-17'),
  startsAt: '09:00',
  minutes: 120,
  place: '活动室',
  worker: '刘社工',
  line: 'cultural' as const,
  themes: ['festival', 'intergenerational'],
  contributions: [
    {
      id: v7(),
      party: 'charity' as const,
      organisationId: null,
      given: 'goods' as const,
      quantity: 50,
      unit: '块',
      valueFen: 25_000,
      note: null,
    },
  ],
  plan: whole,
  ...more,
})
async function planned(more: object = {}): Promise<ServiceId> {
  const id = serviceIdSchema.parse(v7())
  await worker.ask(planActivity, { id, projectId, ...facts(more) })
  return id
}
const idOf = (at: number): PersonId => {
  const person = elders[at]
  if (person === undefined) throw new Error('Not so many elders.')
  return person.id
}
const going = (at: number, more: object = {}) => ({
  id: signUpIdSchema.parse(v7()),
  personId: idOf(at),
  part: 'beneficiary' as const,
  ...more,
})
const present = (at: number) => ({ id: attendanceIdSchema.parse(v7()), personId: idOf(at), part: 'beneficiary' as const })

describe('a plan', () => {
  test('is confirmed with its contingency plan, held after its day, and stands once in the ledger with both themes', async () => {
    const id = await planned({ plan: blankPlan })
    expect((await worker.refused(stepActivity, { id, version: 1, step: 'confirm' })).code).toBe('activity.contingency')
    await worker.ask(changeActivity, { id, version: 1, ...facts(), reason: '补应急预案' })
    await worker.ask(stepActivity, { id, version: 2, step: 'confirm' })
    expect((await worker.refused(changeActivity, { id, version: 3, ...facts({ plan: blankPlan }), reason: '删掉预案' })).code).toBe(
      'activity.contingency',
    )
    await worker.ask(stepActivity, { id, version: 3, step: 'hold' })
    const opened = await worker.ask(openActivity, { id })
    expect(opened).toMatchObject({
      status: 'held',
      themes: ['festival', 'intergenerational'],
      contributions: [{ party: 'charity', valueFen: 25_000 }],
    })
    const { rows } = await worker.ask(listServices, { projectId, search: '中秋做月饼' })
    expect(rows.filter((row) => row.id === id)).toHaveLength(1)
  })

  test('is cancelled with a reason that is kept, and restored', async () => {
    const id = await planned()
    expect((await worker.refused(stepActivity, { id, version: 1, step: 'cancel' })).code).toBe('activity.reason')
    await worker.ask(stepActivity, { id, version: 1, step: 'cancel', reason: '当天大雪' })
    expect(await worker.ask(openActivity, { id })).toMatchObject({ status: 'cancelled', lastReason: '当天大雪' })
    await worker.ask(stepActivity, { id, version: 2, step: 'restore', reason: '改日再办' })
    expect((await worker.ask(openActivity, { id })).status).toBe('planned')
  })

  test('is copied to other communities and days, without the place, the people and the school of this one', async () => {
    const id = await planned({
      plan: { ...whole, guardian: { school: '实验小学', keptBy: 'school', agreedOn: '2024-09-10', children: 20 } },
    })
    const copies = [
      { id: serviceIdSchema.parse(v7()), communityCode: there, day: daySchema.parse('2024-09-18') },
      { id: serviceIdSchema.parse(v7()), communityCode: here, day: daySchema.parse('2024-10-17') },
    ]
    await worker.ask(copyActivity, { id, copies })
    const [elsewhere, later] = await Promise.all(copies.map((copy) => worker.ask(openActivity, { id: copy.id })))
    expect(elsewhere).toMatchObject({
      status: 'planned',
      communityCode: there,
      place: null,
      plan: { guardian: null, contingency: whole.contingency },
    })
    expect(later).toMatchObject({ place: '活动室', day: '2024-10-17', contributions: [{ unit: '块' }] })
    expect((await worker.ask(openActivity, { id })).series).toHaveLength(2)
  })
})

describe('sign-up', () => {
  test('fills the places, lets the next ones wait, and moves them up in their order; helpers take no place', async () => {
    const id = await planned({ plan: { ...whole, capacity: 2 } })
    const [a, b, c, d] = [going(0), going(1), going(2, { note: '膝盖不好，不能久站' }), going(3)]
    expect(await worker.ask(signUp, { serviceId: id, people: [a, b, c, d] })).toEqual({ going: 2, waiting: 2 })
    expect(await communityWorker.ask(signUp, { serviceId: id, people: [going(4, { part: 'volunteer' })] })).toEqual({
      going: 1,
      waiting: 0,
    })
    expect((await worker.refused(signUp, { serviceId: id, people: [going(0)] })).code).toBe('activity.signedUp')
    expect(await worker.ask(withdraw, { id: a.id, reason: '身体不适' })).toEqual({ movedUp: ['老人2'] })
    const { signUps } = await worker.ask(openRoll, { id })
    expect(signUps.map((one) => [one.name, one.state, one.waitsAt])).toEqual([
      ['老人1', 'going', null],
      ['老人2', 'going', null],
      ['老人4', 'going', null],
      ['老人3', 'waiting', 1],
      ['老人0', 'withdrawn', null],
    ])
    expect(signUps[1]?.note).toBe('膝盖不好，不能久站')
    const { version } = await worker.ask(openActivity, { id })
    await worker.ask(changeActivity, { id, version, ...facts({ plan: { ...whole, capacity: 5 } }), reason: '换了大场地' })
    expect((await worker.ask(openActivity, { id })).waiting).toBe(0)
    const kept = await house.write((tx) =>
      tx.selectFrom('sign_up').select('note_sealed').where('tenant_id', '=', house.tenantId).where('id', '=', c.id).executeTakeFirst(),
    )
    expect(kept?.note_sealed?.includes('膝盖')).toBe(false)
  })

  test('of a child asks for the guardian’s consent', async () => {
    const id = await planned()
    expect((await worker.refused(signUp, { serviceId: id, people: [going(9, { part: 'child' })] })).code).toBe('activity.guardianOfChild')
  })
})

describe('check-in', () => {
  test('twice is once; taken back and done again it is there; at an event called off it is refused', async () => {
    const id = await planned()
    expect(await communityWorker.ask(checkIn, { serviceId: id, means: 'name', people: [present(1)] })).toEqual({ added: 1, already: 0 })
    expect(await worker.ask(checkIn, { serviceId: id, means: 'card', people: [present(1), present(2)] })).toEqual({ added: 1, already: 1 })
    const first = (await worker.ask(openRoll, { id })).present.find((one) => one.personId === idOf(1))
    if (first === undefined) throw new Error('Not there.')
    await worker.ask(undoCheckIn, { serviceId: id, id: first.id, reason: '同名点错' })
    expect((await worker.ask(openRoll, { id })).present).toHaveLength(1)
    expect(await worker.ask(checkIn, { serviceId: id, means: 'list', people: [present(1)] })).toMatchObject({ added: 1 })
    await worker.ask(stepActivity, { id, version: 1, step: 'cancel', reason: '大雨' })
    expect((await worker.refused(checkIn, { serviceId: id, means: 'list', people: [present(5)] })).code).toBe('activity.cancelled')
  })

  test('passers-by are a head-count and children a first name, with the guardians’ consent; neither becomes a person', async () => {
    const id = await planned()
    await worker.ask(countHeads, { serviceId: id, by: 6 })
    const child = { serviceId: id, id: attendanceIdSchema.parse(v7()), calledBy: '小明' }
    expect((await worker.refused(checkInChild, child)).code).toBe('activity.child')
    const guardian = { school: '实验小学', keptBy: 'school', agreedOn: '2024-09-10', children: 12 }
    await worker.ask(changeActivity, { id, version: 1, ...facts({ plan: { ...whole, guardian } }), reason: '学校交来同意书' })
    await worker.ask(checkInChild, child)
    const opened = await worker.ask(openService, { id })
    expect(opened).toMatchObject({ unnamedCount: 6, attendances: 0, attended: [{ name: '小明', part: 'child', personId: null }] })
    expect((await worker.ask(openActivity, { id })).heads).toMatchObject({ child: 1, unnamed: 6 })
  })

  test('by a scanned code: the hall’s screen says which event, a card says who; made up, changed or old ones say nothing', async () => {
    const id = await planned()
    await worker.ask(signUp, { serviceId: id, people: [going(7)] })
    const { code } = await worker.ask(showCode, { id })
    expect(await worker.ask(scanCode, { code })).toMatchObject({ sort: 'screen', serviceId: id })
    const [card] = (await worker.ask(printCards, { id })).cards
    expect(card?.code).not.toContain('老人')
    expect(await communityWorker.ask(scanCode, { code: card?.code ?? '', serviceId: id })).toEqual({
      sort: 'card',
      personId: idOf(7),
      name: '老人7',
      part: 'beneficiary',
    })
    for (const wrong of [`${code}x`, code.replace(id, v7()), 'e.x.y', ''])
      expect((await worker.refused(scanCode, { code: wrong })).code).toBe('activity.code')
    const stranger = await house.signedIn([{ role: 'socialWorker', projectId: await addProjectTo(house, [there]), communityCode: there }])
    expect((await stranger.refused(scanCode, { code: card?.code ?? '' })).status).toBe(404)
  })

  test('by one’s own telephone: name and last four, told nothing when they do not fit', async () => {
    const id = await planned()
    const { code } = await worker.ask(showCode, { id })
    const me = { tenant: 'test', code, name: '老人7', lastFour: '1709' }
    const anybody = house.anybody()
    expect((await anybody.refused(checkInSelf, { ...me, lastFour: '0000' })).code).toBe('activity.notMeant')
    expect((await anybody.refused(checkInSelf, { ...me, name: '没这个人' })).code).toBe('activity.notMeant')
    expect(await anybody.ask(checkInSelf, me)).toEqual({ title: '中秋做月饼', again: false })
    expect(await anybody.ask(checkInSelf, me)).toEqual({ title: '中秋做月饼', again: true })
    expect((await worker.ask(openRoll, { id })).present).toMatchObject([{ personId: idOf(7), means: 'self' }])
  })
})

test('the summary is written once the event was held, and counts by itself who came', async () => {
  const id = await planned()
  const summary = {
    course: '揉面、包馅、压模',
    effect: null,
    improve: '座位要多备',
    satisfaction: { very: 8, content: 2, neutral: 0, discontent: 0, veryDiscontent: 0 },
    costs: [{ item: '面粉', amountFen: 12_000, voucher: null }],
    report: null,
  }
  const { planVersion } = await worker.ask(openActivity, { id })
  expect((await worker.refused(summariseActivity, { id, planVersion, summary })).code).toBe('activity.notHeld')
  await worker.ask(checkIn, { serviceId: id, means: 'list', people: [present(1), present(2), present(3)] })
  await worker.ask(stepActivity, { id, version: 1, step: 'hold' })
  const held = await worker.ask(openActivity, { id })
  await worker.ask(summariseActivity, { id, planVersion: held.planVersion, summary })
  expect(await worker.ask(openActivity, { id })).toMatchObject({ heads: { beneficiary: 3 }, summary: { improve: '座位要多备' } })
  expect((await worker.refused(summariseActivity, { id, planVersion: held.planVersion, summary })).code).toBe('record.changedMeanwhile')
})

describe('the calendar', () => {
  test('shows events among lunar days and holidays, and where the nearest events are when there are none', async () => {
    await planned()
    const month = await worker.ask(openCalendar, { projectId, from: daySchema.parse('2024-09-01'), to: daySchema.parse('2024-09-30') })
    expect(month.days.find((day) => day.day === '2024-09-17')).toMatchObject({ lunar: '十五', festivals: ['中秋节'] })
    expect(month.events.length).toBeGreaterThan(0)
    const later = await worker.ask(openCalendar, { projectId, from: daySchema.parse('2025-03-01'), to: daySchema.parse('2025-03-31') })
    expect(later).toMatchObject({ events: [], after: null, before: '2024-10-17' })
  })
  test('takes a holiday from the manager, and gives it back', async () => {
    const day = daySchema.parse('2027-02-06')
    const ask = async () => (await worker.ask(openCalendar, { projectId, from: day, to: day })).days[0]?.marked
    await manager.ask(markDay, { day, name: '春节', sort: 'holiday' })
    expect(await ask()).toEqual({ name: '春节', sort: 'holiday', byHand: true })
    expect((await worker.refused(markDay, { day, name: '不放假', sort: 'ordinary' })).status).toBe(403)
    await manager.ask(markDay, { day, name: '', sort: 'ordinary' })
    expect(await ask()).toBeNull()
  })
  test('shows a community’s worker the own community alone', async () => {
    const id = await planned({ communityCode: there })
    const { events } = await communityWorker.ask(openCalendar, {
      projectId,
      from: daySchema.parse('2024-09-01'),
      to: daySchema.parse('2024-09-30'),
    })
    expect(events.map((event) => event.id)).not.toContain(id)
    expect((await communityWorker.refused(openActivity, { id })).status).toBe(403)
  })
})
