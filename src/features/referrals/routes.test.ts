import { Client } from 'pg'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { organisationIdSchema, personIdSchema, type OrganisationId, type PersonId, type ProjectId } from '../../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { addProjectTo, community } from '../../testing/project.ts'
import { addGrant, addAccount } from '../identity/schema.ts'
import { addOrganisation } from '../organisations/store.ts'
import { addPerson } from '../people/schema.ts'
import { answerReferral, listReceived, openReceived } from './received-schema.ts'
import {
  finishReferral,
  listReferrals,
  listReferralsOfPerson,
  openReferral,
  recordReferralAnswer,
  recordReferralConsent,
  saveReferral,
  sendReferral,
  undoReferralStep,
  withdrawReferral,
  type HandedField,
} from './schema.ts'

let house: TestHouse
let worker: Caller
let hospital: Caller
let school: Caller
let projectId: ProjectId
let toHospital: OrganisationId
const here = community('旭东社区')
const today = daySchema.parse(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10))

async function organisation(name: string): Promise<OrganisationId> {
  const id = organisationIdSchema.parse(v7())
  await house.write((tx) =>
    addOrganisation(tx, house.tenantId, { id, name, party: 'charity', kind: null, creditCode: null, phone: null, divisionCode: null }),
  )
  return id
}

beforeAll(async () => {
  house = await openTestHouse()
  projectId = await addProjectTo(house, [here])
  worker = await house.signedIn([{ role: 'socialWorker', projectId, communityCode: here }])
  toHospital = await organisation('双台子区人民医院')
  hospital = await house.signedIn([{ role: 'partner', organisationId: toHospital }])
  school = await house.signedIn([{ role: 'partner', organisationId: await organisation('实验小学') }])
})
afterAll(() => house.close())

async function elder(name: string): Promise<PersonId> {
  const id = personIdSchema.parse(v7())
  await worker.ask(addPerson, {
    id,
    name,
    projectId,
    part: 'elder',
    communityCode: here,
    sex: 'female',
    birthDate: daySchema.parse('1945-03-07'),
    birthday: { calendar: 'solar', month: null, day: null, leap: false },
    ethnicity: null,
    phone: '13800001709',
    otherPhone: null,
    address: '旭东社区3号楼2单元',
    livingWith: '独居',
    householdNumber: null,
    note: null,
    idNumber: null,
    isNobodyElse: true,
  })
  return id
}

const written = (personId: PersonId, fields: HandedField[] = ['name', 'age', 'phone']) => ({
  id: v7(),
  version: 0,
  projectId,
  personId,
  communityCode: here,
  organisationId: toHospital,
  receiver: '心内科',
  receiverPhone: null,
  content: { reason: '连续三次血压190以上', given: '个案面谈3次', needs: '住院检查', enclosed: ['血压记录'] },
  fields,
  dueOn: daySchema.parse('2024-11-01'),
})
const consent = {
  givenBy: '本人',
  capacity: 'self',
  method: 'spoken',
  givenOn: daySchema.parse('2024-10-20'),
  witness: '网格员赵某',
} as const

/** A referral to the hospital that has been sent; its id, at version 3. */
async function sent(name: string): Promise<string> {
  const input = written(await elder(name))
  await worker.ask(saveReferral, input)
  await worker.ask(recordReferralConsent, { id: input.id, version: 1, consent })
  await worker.ask(sendReferral, { id: input.id, version: 2 })
  return input.id
}

describe('a worker refers an elder to a hospital', () => {
  test('which is sent only after the elder agreed, and hands over only what was chosen', async () => {
    const personId = await elder('王秀云')
    const input = written(personId)
    await worker.ask(saveReferral, input)
    expect((await worker.refused(sendReferral, { id: input.id, version: 1 })).code).toBe('referral.consent.missing')
    expect(
      (await worker.refused(recordReferralConsent, { id: input.id, version: 1, consent: { ...consent, witness: null } })).errors?.[0]
        ?.field,
    ).toBe('witness')
    await worker.ask(recordReferralConsent, { id: input.id, version: 1, consent })
    expect(await hospital.ask(listReceived, {})).toMatchObject({ total: 0 })
    expect((await hospital.refused(openReceived, { id: input.id })).status).toBe(404)
    await worker.ask(sendReferral, { id: input.id, version: 2 })

    expect(await hospital.ask(listReceived, {})).toMatchObject({ rows: [{ id: input.id, person: '王秀云', state: 'sent' }] })
    const received = await hospital.ask(openReceived, { id: input.id })
    expect(received.content?.handed.map((one) => one.field)).toEqual(['name', 'age', 'phone'])
    expect(received.content?.handed[2]?.value).toBe('13800001709')
    expect(JSON.stringify(received)).not.toContain('3号楼')
    expect((await worker.ask(openReferral, { id: input.id })).handed[2]?.value).toBe('138****1709')
    expect((await school.refused(openReceived, { id: input.id })).status).toBe(403)
    expect(await school.ask(listReceived, {})).toMatchObject({ total: 0 })
    expect((await hospital.refused(openReferral, { id: input.id })).status).toBe(403)
  })

  test('consent lapses when the recipient or what is handed over grows', async () => {
    const input = written(await elder('张忠清'))
    await worker.ask(saveReferral, input)
    await worker.ask(recordReferralConsent, { id: input.id, version: 1, consent })
    expect(await worker.ask(saveReferral, { ...input, version: 2, fields: ['name'] })).toMatchObject({ consentLapsed: false })
    expect(await worker.ask(saveReferral, { ...input, version: 3, fields: ['name', 'address'] })).toMatchObject({ consentLapsed: true })
    expect((await worker.refused(sendReferral, { id: input.id, version: 4 })).code).toBe('referral.consent.missing')
  })

  test('the hospital accepts it, and the worker closes it with what came of it', async () => {
    const id = await sent('李桂兰')
    await hospital.ask(answerReferral, { id, version: 3, answer: 'accepted', by: '李医生', note: '周三上午来' })
    expect((await worker.refused(undoReferralStep, { id, version: 4, reason: '试试' })).code).toBe('referral.undo.partner')
    await worker.ask(finishReferral, { id, version: 4, on: today, outcome: '住院一周，血压平稳' })
    const opened = await worker.ask(openReferral, { id })
    expect(opened).toMatchObject({ state: 'done', answeredBy: '李医生', answer: '周三上午来', outcome: '住院一周，血压平稳' })
    expect(opened.steps.map((step) => step.step)).toEqual(['done', 'accepted', 'sent', 'consented', 'written'])
    await worker.ask(undoReferralStep, { id, version: 5, reason: '还没出院' })
    expect(await worker.ask(openReferral, { id })).toMatchObject({ state: 'accepted', outcome: null })
  })

  test('a refusal gives its reason and takes what was handed over out of the hospital’s sight', async () => {
    const id = await sent('赵玉珍')
    expect(
      (await hospital.refused(answerReferral, { id, version: 3, answer: 'refused', by: '李医生', note: null })).errors?.[0]?.field,
    ).toBe('note')
    await hospital.ask(answerReferral, { id, version: 3, answer: 'refused', by: '李医生', note: '没有床位' })
    expect(await hospital.ask(openReceived, { id })).toMatchObject({ state: 'refused', content: null, person: null })
    expect(await worker.ask(openReferral, { id })).toMatchObject({ state: 'refused', answer: '没有床位', answeredVia: 'partner' })
  })

  test('an answer that came by telephone is recorded by the office and can be taken back', async () => {
    const id = await sent('孙玉芝')
    await worker.ask(recordReferralAnswer, { id, version: 3, answer: 'accepted', on: today, by: '导医台', note: null })
    await worker.ask(undoReferralStep, { id, version: 4, reason: '记错了一家' })
    expect(await worker.ask(openReferral, { id })).toMatchObject({ state: 'sent', answeredBy: null })
  })

  test('withdrawn with the elder’s consent it goes out of sight, and the consent says so', async () => {
    const id = await sent('周桂芹')
    await worker.ask(withdrawReferral, { id, version: 3, reason: '本人改主意了', consentWithdrawn: true })
    expect(await hospital.ask(openReceived, { id })).toMatchObject({ state: 'withdrawn', content: null })
    const consents = await house.write((tx) =>
      tx
        .selectFrom('consent')
        .select('withdrawn_on')
        .where('tenant_id', '=', house.tenantId)
        .where('withdrawn_on', 'is not', null)
        .execute(),
    )
    expect(consents).toHaveLength(1)
  })

  test('what is past its day surfaces, as of the last day of a project that has ended', async () => {
    const { rows, total } = await worker.ask(listReferrals, { projectId, overdue: true })
    expect(total).toBeGreaterThan(0)
    expect(rows.every((row) => row.isOverdue && (row.state === 'sent' || row.state === 'accepted'))).toBe(true)
    const [first] = rows
    if (first === undefined) throw new Error('Nothing is overdue.')
    expect((await worker.ask(listReferralsOfPerson, { personId: first.personId })).rows).toHaveLength(1)
  })

  test('and of an elder who is not theirs a worker is told so, as wherever a file is opened', async () => {
    const elsewhere = await house.signedIn([{ role: 'socialWorker', projectId, communityCode: community('振兴社区') }])
    const { rows } = await worker.ask(listReferrals, { projectId })
    const [one] = rows
    if (one === undefined) throw new Error('There is no referral.')
    expect((await elsewhere.refused(listReferralsOfPerson, { personId: one.personId })).code).toBe('people.outside')
  })
})

test('a partner’s grant names its organisation, and no other role’s does', async () => {
  const system = await house.signedIn([{ role: 'systemAdmin' }])
  const security = await house.signedIn([{ role: 'securityAdmin' }])
  const accountId = v7()
  await system.ask(addAccount, { id: accountId, name: `p${accountId.slice(-8)}`, displayName: '医院', password: 'a first password' })
  const grant = { id: v7(), accountId, role: 'partner' }
  expect((await security.refused(addGrant, grant)).errors?.[0]?.field).toBe('organisationId')
  expect((await security.refused(addGrant, { ...grant, role: 'bureau', organisationId: toHospital })).code).toBe(
    'grant.organisation.needless',
  )
  expect((await security.post(addGrant.name, { ...grant, organisationId: toHospital })).status).toBe(200)
})

test('nothing of what a referral says stands in the database in plain text', async () => {
  const owner = new Client({ connectionString: house.ownerUrl })
  await owner.connect()
  const { rows } = await owner.query<{ name: string }>(
    `select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`,
  )
  const found: string[] = []
  for (const { name } of rows) {
    const { rows: hits } = await owner.query<{ n: number }>(
      `select count(*)::int as n from ${name} t where t::text like '%连续三次血压190以上%'`,
    )
    if ((hits[0]?.n ?? 0) > 0) found.push(name)
  }
  await owner.end()
  expect(found).toEqual([])
  expect(house.logged.join('')).not.toContain('血压190')
})
