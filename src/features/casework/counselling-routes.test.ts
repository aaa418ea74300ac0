import { Client } from 'pg'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { attendanceIdSchema, personIdSchema, serviceIdSchema, type PersonId, type ProjectId, type ServiceId } from '../../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { addProjectTo, community } from '../../testing/project.ts'
import { listTrail } from '../identity/schema.ts'
import { listServices, openService } from '../ledger/schema.ts'
import { addPerson } from '../people/schema.ts'
import { addCase, decideCase, listCases, openCase } from './schema.ts'
import { changeNote, listReviews, openSession, recordSession, reviewRecord, setNoteNarrow, startSession } from './session-schema.ts'

// A counselling note is for its author and the project's supervisors. Whoever else asks, however they ask, learns that
// there was a session and not one word of it; and the database keeps none of it in plain text.

const secrets = ['夜里常常想起井边那件事', '不敢告诉儿子', '下次谈谈井边', '改写后的井边', '请补充井边的年份', '漏写了井边']
const here = community('旭东社区')
const day = daySchema.parse('2024-10-22')

let house: TestHouse
let projectId: ProjectId
let otherProject: ProjectId
let author: Caller
let supervisor: Caller
let others: Record<string, Caller>
let noteId: ServiceId
let caseId: string

beforeAll(async () => {
  house = await openTestHouse()
  projectId = await addProjectTo(house, [here])
  otherProject = await addProjectTo(house, [here])
  author = await house.signedIn([{ role: 'counsellor', projectId, communityCode: here }])
  supervisor = await house.signedIn([{ role: 'supervisor', projectId }])
  others = {
    'the manager': await house.signedIn([{ role: 'manager', projectId }]),
    'the worker of the community': await house.signedIn([{ role: 'socialWorker', projectId, communityCode: here }]),
    'another counsellor': await house.signedIn([{ role: 'counsellor', projectId, communityCode: here }]),
    'the bureau': await house.signedIn([{ role: 'bureau' }]),
    'the community worker': await house.signedIn([{ role: 'communityWorker', projectId, communityCode: here }]),
    'the supervisor of another project': await house.signedIn([
      { role: 'supervisor', projectId: otherProject },
      { role: 'socialWorker', projectId, communityCode: here },
    ]),
    'the auditor': await house.signedIn([{ role: 'auditAdmin' }]),
    'the system’s administrator': await house.signedIn([{ role: 'systemAdmin' }]),
  }
  const manager = others['the manager']
  if (manager === undefined) throw new Error('No manager.')
  const elder: PersonId = personIdSchema.parse(v7())
  await manager.ask(addPerson, {
    id: elder,
    name: '王秀云',
    projectId,
    part: 'elder',
    communityCode: here,
    sex: 'female',
    birthDate: null,
    birthday: { calendar: 'solar', month: null, day: null, leap: false },
    ethnicity: null,
    phone: null,
    otherPhone: null,
    address: null,
    livingWith: null,
    householdNumber: null,
    note: null,
    idNumber: null,
    isNobodyElse: true,
  })
  caseId = v7()
  noteId = serviceIdSchema.parse(v7())
  await author.ask(addCase, {
    id: caseId,
    serviceId: serviceIdSchema.parse(v7()),
    projectId,
    personId: elder,
    communityCode: here,
    on: day,
    form: { source: 'self', appeal: '睡不着' },
  })
  await author.ask(decideCase, {
    id: caseId,
    version: 1,
    accepted: true,
    on: day,
    consent: { givenBy: '本人', capacity: 'self', method: 'signature', givenOn: day, witness: null },
    workerId: author.accountId,
    supervisorId: null,
  })
  await author.ask(recordSession, {
    id: noteId,
    projectId,
    caseIds: [caseId],
    day,
    means: 'office',
    attended: [{ id: attendanceIdSchema.parse(v7()), personId: elder, part: 'beneficiary' }],
    narrow: true,
    content: { facts: secrets[0] ?? '', analysis: secrets[1] ?? '', nextPlan: secrets[2] ?? '' },
  })
  await supervisor.ask(reviewRecord, { id: v7(), of: 'session', recordId: noteId, kind: 'returned', body: secrets[4] ?? '' })
  await author.ask(changeNote, { id: noteId, version: 1, content: { facts: secrets[3] ?? '' }, reason: secrets[5] ?? '' })
})
afterAll(() => house.close())

const saysSomething = (text: string): string[] => secrets.filter((secret) => text.includes(secret))

describe('over HTTP', () => {
  test('its author and the project’s supervisor read it', async () => {
    for (const reader of [author, supervisor]) {
      const found = await reader.ask(openSession, { id: noteId })
      expect(found).toMatchObject({ mayRead: true, isNarrow: true, content: { facts: secrets[3] } })
      expect(found.comments.map((one) => one.body)).toEqual([secrets[4]])
    }
    expect(await supervisor.ask(listReviews, { projectId })).toMatchObject({
      rows: expect.arrayContaining([expect.objectContaining({ id: noteId, isNarrow: true })]),
    })
  })

  test('nobody else reads it by any endpoint, and who works on the case sees that there was a session', async () => {
    const questions: readonly [string, object][] = [
      [openSession.name, { id: noteId }],
      [openCase.name, { id: caseId }],
      [listCases.name, { projectId }],
      [listCases.name, { projectId, search: '井边' }],
      [startSession.name, { caseId }],
      [listReviews.name, { projectId, review: 'waiting' }],
      [openService.name, { id: noteId }],
      [listServices.name, { projectId, search: '井边' }],
      ['people.find', { search: '井边' }],
      ['exports.make', { list: 'services', projectId }],
      ['notices.list', {}],
      ['services.print', { id: noteId, paper: 'record', format: 'html' }],
      ['cases.print', { id: caseId, what: 'file', format: 'html' }],
      ['cases.print', { id: caseId, what: 'session', recordId: noteId, format: 'html' }],
      ['trail.list', { limit: 200 }],
    ]
    for (const [who, caller] of Object.entries(others))
      for (const [name, input] of questions) {
        const { body } = await caller.post(name, input)
        expect([who, name, saysSomething(body)]).toEqual([who, name, []])
        expect(saysSomething((await caller.fetch(name, input)).bytes.toString('utf8'))).toEqual([])
      }
    const seen = await others['the manager']?.ask(openSession, { id: noteId })
    expect(seen).toMatchObject({ mayRead: false, content: null, comments: [], versions: [], day })
  })

  test('nobody else may change it, comment on it, or open it to the case', async () => {
    for (const [who, caller] of Object.entries(others)) {
      expect([
        who,
        (await caller.post(changeNote.name, { id: noteId, version: 2, content: { facts: '换掉' }, reason: '试试' })).status,
      ]).toEqual([who, 403])
      expect([who, (await caller.post(setNoteNarrow.name, { id: noteId, version: 2, narrow: false, reason: '试试' })).status]).toEqual([
        who,
        403,
      ])
      const comment = { id: v7(), of: 'session', recordId: noteId, kind: 'comment', body: '看看' }
      expect([who, [403].includes((await caller.post(reviewRecord.name, comment)).status)]).toEqual([who, true])
    }
  })

  test('an imported note of a counsellor is the supervisor’s to read until they open it to the case', async () => {
    const imported = serviceIdSchema.parse(v7())
    await house.write(async (tx) => {
      const { tenantId } = house
      const service = {
        tenant_id: tenantId,
        id: imported,
        project_id: projectId,
        line: 'mental',
        kind: 'case_session',
        status: 'held',
      } as const
      await tx
        .insertInto('service')
        .values({ ...service, community_code: here, day })
        .execute()
      const sealed = house.services.sealer.seal('导入的咨询内容', `${tenantId}:session_note:${imported}:summary`)
      const note = { tenant_id: tenantId, service_id: imported, case_id: caseId, counsellor: '高静', summary_sealed: sealed }
      await tx.insertInto('session_note').values(note).execute()
    })
    const worker = others['the worker of the community']
    if (worker === undefined) throw new Error('No worker.')
    expect(await worker.ask(openSession, { id: imported })).toMatchObject({ mayRead: false, content: null })
    expect(await supervisor.ask(openSession, { id: imported })).toMatchObject({ mayRead: true, content: { facts: '导入的咨询内容' } })
    await supervisor.ask(setNoteNarrow, { id: imported, version: 1, narrow: false, reason: '是社工的个案记录' })
    expect(await worker.ask(openSession, { id: imported })).toMatchObject({ mayRead: true, content: { facts: '导入的咨询内容' } })
  })
})

describe('in the database', () => {
  test('no row of any table holds a word of it: as text, as JSON, or as bytes that are text', async () => {
    const owner = new Client({ connectionString: house.ownerUrl })
    await owner.connect()
    const { rows: columns } = await owner.query<{ table: string; column: string; type: string }>(
      `select table_name as table, column_name as column, data_type as type from information_schema.columns
       where table_schema = 'public' and data_type in ('text', 'character varying', 'jsonb', 'json', 'bytea', 'ARRAY')`,
    )
    const hits: string[] = []
    for (const { table, column, type } of columns) {
      const shown = type === 'bytea' ? `encode("${column}", 'hex')` : `"${column}"::text`
      const { rows } = await owner.query<{ said: string | null }>(`select ${shown} as said from "${table}"`)
      for (const { said } of rows) {
        if (said === null) continue
        const marks = secrets.flatMap((secret) => [
          secret,
          Buffer.from(secret).toString('hex'),
          Buffer.from(secret).toString('base64').slice(0, 16),
          JSON.stringify(secret).slice(1, -1),
        ])
        if (marks.some((mark) => said.includes(mark))) hits.push(`${table}.${column}`)
      }
    }
    await owner.end()
    expect(columns.length).toBeGreaterThan(200)
    expect(hits).toEqual([])
  })

  test('the log and the trail do not hold a word of it either', async () => {
    expect(saysSomething(house.logged.join(''))).toEqual([])
    const auditor = others['the auditor']
    const { rows } = (await auditor?.ask(listTrail, { limit: 200 })) ?? { rows: [] }
    expect(rows.length).toBeGreaterThan(10)
    expect(saysSomething(JSON.stringify(rows))).toEqual([])
  })
})
