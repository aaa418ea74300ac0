import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client } from 'pg'
import { personIdSchema, type PersonId, type ProjectId } from '../../kernel/ids.ts'
import { daySchema } from '../../kernel/day.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { addPersons, register, testPerson } from '../../testing/ledger.ts'
import { addProjectTo, community } from '../../testing/project.ts'
import { listNotices } from '../identity/notice-schema.ts'
import { showFigures } from '../measures/schema.ts'
import { gds15 } from './gds-scale-rules.ts'
import {
  correctAssessment,
  followRiskUp,
  listAssessments,
  listAssessmentsOfPerson,
  listScaleTexts,
  recordAssessment,
  saveScaleText,
  setInterval,
  withdrawAssessment,
} from './schema.ts'

let house: TestHouse
let projectId: ProjectId
let worker: Caller
let supervisor: Caller
let manager: Caller
const here = community('旭东社区')
beforeAll(async () => {
  house = await openTestHouse()
  projectId = await addProjectTo(house, [here])
  worker = await house.signedIn([{ role: 'socialWorker', projectId, communityCode: here }])
  supervisor = await house.signedIn([{ role: 'supervisor', projectId }])
  manager = await house.signedIn([{ role: 'manager', projectId }])
})
afterAll(() => house.close())

async function elder(name = '王秀云'): Promise<PersonId> {
  const person = testPerson(name, { communityCode: here })
  await house.write(async (tx) => {
    await addPersons(tx, house.tenantId, [person])
    await register(tx, house.tenantId, projectId, 'elder', [person])
  })
  return person.id
}

/** A GDS-15 of so many points. */
const gdsOf = (points: number) =>
  Object.fromEntries(
    gds15.items.map((item, at) => [item.key, item.options.find((option) => option.value === (at < points ? 1 : 0))?.key ?? '']),
  )
const phq = (ninth: string) => ({ '1': '1', '2': '1', '3': '0', '4': '0', '5': '0', '6': '0', '7': '0', '8': '0', '9': ninth })
const day = (text: string) => daySchema.parse(text)
const protocol = {
  asked: '问了是否想过死，本人说“活着没意思，没想过怎么做”',
  safeNow: 'unsure' as const,
  means: '家中有农药，已请儿子带走',
  told: '儿子、督导',
  done: '陪到儿子来；约好明天再来',
  nextContactOn: day('2025-01-11'),
}
const record = (personId: PersonId, more: object) => ({
  id: v7(),
  projectId,
  personId,
  scale: 'GDS-15',
  answers: gdsOf(11),
  day: day('2024-10-08'),
  ...more,
})

describe('an elder is assessed', () => {
  test('at 11 and then at 5: both stand in one trend with an imported total, and the figures of the project count them', async () => {
    const personId = await elder()
    await house.write((tx) =>
      tx
        .insertInto('assessment')
        .values({
          tenant_id: house.tenantId,
          id: v7(),
          project_id: projectId,
          person_id: personId,
          recorded_person_id: personId,
          occasion: '旧案',
          phase: 'during',
          scale: 'GDS-15',
          scale_version: '15',
          score: 12,
          day: day('2024-09-10'),
        })
        .execute(),
    )
    const first = await worker.ask(recordAssessment, record(personId, { phase: 'before', occasion: 'GA-1' }))
    expect(first).toMatchObject({ score: 11, band: 'moderate', told: null })
    const last = record(personId, { phase: 'after', occasion: 'GA-1', answers: gdsOf(5), day: day('2025-02-20') })
    expect(await worker.ask(recordAssessment, last)).toMatchObject({ score: 5, band: 'mild' })
    const { rows } = await worker.ask(listAssessmentsOfPerson, { personId })
    expect(rows.map((row) => [row.day, row.score, row.answers === null])).toEqual([
      ['2025-02-20', 5, false],
      ['2024-10-08', 11, false],
      ['2024-09-10', 12, true],
    ])
    const figures = async () => {
      const { figures: shown } = await manager.ask(showFigures, { projectId })
      return Object.fromEntries(shown.flatMap((figure) => (figure.key.startsWith('gds_') ? [[figure.key, figure.value]] : [])))
    }
    expect(await figures()).toMatchObject({ gds_pre_n: 1, gds_both_n: 1, gds_pre_mean: 11, gds_post_mean: 5 })
    const withdrawing = { personId, id: last.id, version: 1, withdrawn: true, reason: '录错人' }
    await worker.ask(withdrawAssessment, withdrawing)
    expect(await figures()).toMatchObject({ gds_pre_n: 1, gds_both_n: 0 })
    await worker.ask(withdrawAssessment, { ...withdrawing, version: 2, withdrawn: false, reason: '没有录错' })
    expect(await figures()).toMatchObject({ gds_both_n: 1, gds_post_mean: 5 })
  })

  test('a second first score of the same case is refused: it would be counted twice', async () => {
    const personId = await elder()
    await worker.ask(recordAssessment, record(personId, { phase: 'before', occasion: 'GA-2' }))
    expect((await worker.refused(recordAssessment, record(personId, { phase: 'before', occasion: 'GA-2' }))).code).toBe(
      'assessments.samePhase',
    )
    await worker.ask(recordAssessment, record(personId, { phase: 'before', occasion: 'GA-3' }))
  })

  test('a correction keeps what stood before and why; somebody who read an earlier version is told', async () => {
    const personId = await elder()
    const made = record(personId, {})
    await worker.ask(recordAssessment, made)
    const correction = {
      personId,
      id: made.id,
      version: 1,
      answers: gdsOf(9),
      day: made.day,
      phase: 'during' as const,
      occasion: null,
      informant: 'self' as const,
      note: null,
      protocol: null,
      reason: '第三题点错',
    }
    expect(await worker.ask(correctAssessment, correction)).toMatchObject({ version: 2, score: 9 })
    expect((await worker.refused(correctAssessment, correction)).code).toBe('record.changedMeanwhile')
    const [row] = (await worker.ask(listAssessmentsOfPerson, { personId })).rows
    expect(row?.versions).toMatchObject([{ version: 1, reason: '第三题点错', score: 11 }])
  })

  test.each([
    ['an answer that the scale does not have', { answers: { '1': 'maybe' } }, 'assessments.unknownAnswer'],
    ['nothing answered', { answers: {} }, 'assessments.empty'],
    ['a day to come', { day: '2099-01-01' }, 'assessments.future'],
    ['a scale whose text nobody entered', { scale: 'LSNS-6', answers: { '1': '0' } }, 'assessments.noText'],
  ])('%s is refused', async (_, more, code) => {
    expect((await worker.refused(recordAssessment, record(await elder(), more))).code).toBe(code)
  })

  test('too much unanswered is kept as it is, without a total, and never as nothing', async () => {
    const personId = await elder()
    expect(await worker.ask(recordAssessment, record(personId, { answers: { '1': 'no', '2': 'yes' } }))).toMatchObject({
      score: null,
      band: null,
    })
  })
})

describe('somebody who thinks of dying', () => {
  test.each(['1', '2', '3'])('cannot be filed away with an answer of %s and no protocol, and nothing is kept', async (ninth) => {
    const personId = await elder()
    const asked = record(personId, { scale: 'PHQ-9', answers: phq(ninth), day: day('2025-01-10') })
    expect(await worker.refused(recordAssessment, asked)).toMatchObject({
      code: 'assessments.riskProtocol',
      errors: [{ field: 'protocol' }],
    })
    expect((await worker.ask(listAssessmentsOfPerson, { personId })).rows).toEqual([])
  })

  test.each(Object.keys(protocol))('the protocol is whole: %s may not be left out', async (field) => {
    const rest = Object.fromEntries(Object.entries(protocol).filter(([key]) => key !== field))
    const asked = record(await elder(), { scale: 'PHQ-9', answers: phq('1'), day: day('2025-01-10'), protocol: rest })
    expect((await worker.refused(recordAssessment, asked)).status).toBe(422)
  })

  test('with the protocol it is kept; the supervisor is told the same day, once however often it is sent, and no notice says why', async () => {
    const personId = await elder('孙玉珍')
    const asked = record(personId, { scale: 'PHQ-9', answers: phq('2'), day: day('2025-01-10'), protocol })
    const operationId = v7()
    const outcome = await worker.ask(recordAssessment, asked, { operationId })
    expect(await worker.ask(recordAssessment, asked, { operationId })).toEqual(outcome)
    expect(outcome.told).toBe(1)
    const told = (await supervisor.ask(listNotices, {})).rows.filter((notice) => notice.given['name'] === '孙玉珍')
    expect(told).toMatchObject([{ urgency: 'now', code: 'assessments.risk' }])
    expect(told[0]?.dueOn).toBe(
      told[0]?.madeAt === undefined ? '' : new Date(Date.parse(told[0].madeAt) + 8 * 3_600_000).toISOString().slice(0, 10),
    )
    expect(JSON.stringify(told)).not.toMatch(/自杀|自伤|轻生|PHQ|农药/)
    expect((await worker.ask(listNotices, {})).rows).toMatchObject([{ code: 'assessments.nextContact', dueOn: '2025-01-11' }])
    const [row] = (await supervisor.ask(listAssessmentsOfPerson, { personId })).rows
    expect(row?.protocol).toEqual(protocol)
  })

  test('each contact afterwards is written down: the reminder goes on to the next day, and the supervisor is told while it is not safe', async () => {
    const personId = await elder('周桂芹')
    const asked = record(personId, { scale: 'PHQ-9', answers: phq('1'), day: day('2025-01-10'), protocol })
    await worker.ask(recordAssessment, asked)
    const contact = (more: object) => ({
      id: v7(),
      personId,
      assessmentId: asked.id,
      contactedOn: day('2025-01-11'),
      how: '儿子在家，说夜里睡了四小时',
      safeNow: 'unsure' as const,
      done: '请社区晚上再去一趟',
      nextContactOn: day('2025-01-12'),
      ...more,
    })
    const urgent = async () =>
      (await supervisor.ask(listNotices, {})).rows.filter((notice) => notice.given['name'] === '周桂芹' && notice.urgency === 'now').length
    const reminders = async () =>
      (await worker.ask(listNotices, {})).rows.filter((notice) => notice.given['name'] === '周桂芹').map((notice) => notice.dueOn)
    expect([await urgent(), await reminders()]).toEqual([1, ['2025-01-11']])
    expect((await worker.refused(followRiskUp, contact({ nextContactOn: null }))).code).toBe('assessments.stillAtRisk')
    expect((await worker.refused(followRiskUp, contact({ contactedOn: '2025-01-09' }))).errors?.[0]?.field).toBe('contactedOn')
    await worker.ask(followRiskUp, contact({}))
    expect([await urgent(), await reminders()]).toEqual([2, ['2025-01-12']])
    await worker.ask(followRiskUp, contact({ contactedOn: day('2025-01-12'), safeNow: 'yes', nextContactOn: null }))
    expect([await urgent(), await reminders()]).toEqual([2, []])
    const [row] = (await supervisor.ask(listAssessmentsOfPerson, { personId })).rows
    expect(row?.followUps.map((one) => [one.contactedOn, one.safeNow, one.nextContactOn])).toEqual([
      ['2025-01-11', 'unsure', '2025-01-12'],
      ['2025-01-12', 'yes', null],
    ])
    const plain = record(await elder(), { scale: 'PHQ-9', answers: phq('0'), day: day('2025-01-10') })
    await worker.ask(recordAssessment, plain)
    const without = contact({ personId: plain.personId, assessmentId: plain.id })
    expect((await worker.refused(followRiskUp, without)).code).toBe('assessments.noProtocol')
  })

  test('a correction is no way around it either', async () => {
    const personId = await elder()
    const made = record(personId, { scale: 'PHQ-9', answers: phq('0'), day: day('2025-01-10') })
    await worker.ask(recordAssessment, made)
    const correction = {
      personId,
      id: made.id,
      version: 1,
      answers: phq('1'),
      day: made.day,
      phase: 'during',
      occasion: null,
      informant: 'self',
      note: null,
      reason: '第九题点错',
    }
    expect((await worker.refused(correctAssessment, { ...correction, protocol: null })).code).toBe('assessments.riskProtocol')
    const corrected = await worker.post('assessments.correct', { ...correction, protocol })
    expect(corrected.status).toBe(200)
  })

  test('answers, note and protocol are sealed: the database’s plain text has none of it', async () => {
    const personId = await elder()
    await worker.ask(
      recordAssessment,
      record(personId, { scale: 'PHQ-9', answers: phq('3'), day: day('2025-01-10'), protocol, note: '说话很慢' }),
    )
    const client = new Client({ connectionString: house.ownerUrl })
    await client.connect()
    await client.query(`set app.tenant_id = '${house.tenantId}'`)
    for (const table of ['assessment', 'risk_protocol', 'risk_follow_up', 'notice', 'trail', 'operation']) {
      const { rows } = await client.query<{ text: string }>(`select row_to_json(t)::text as text from ${table} t`)
      expect(rows.map((row) => row.text).join(), table).not.toMatch(/农药|说话很慢|活着没意思|睡了四小时|晚上再去/)
    }
    await client.end()
  })
})

describe('the list of a project', () => {
  test('has the latest of each person, and those due again by the project’s own interval, as of its last day', async () => {
    const project = await addProjectTo(house, [community('永华社区')])
    const other = await house.signedIn([{ role: 'manager', projectId: project }])
    const person = testPerson('李桂兰', { communityCode: community('永华社区') })
    await house.write(async (tx) => {
      await addPersons(tx, house.tenantId, [person])
      await register(tx, house.tenantId, project, 'elder', [person])
    })
    const done = (on: string, points: number) =>
      other.ask(recordAssessment, { ...record(person.id, { answers: gdsOf(points), day: day(on) }), projectId: project })
    await done('2024-10-01', 11)
    await done('2024-12-15', 5)
    const listed = await other.ask(listAssessments, { projectId: project, scale: 'GDS-15' })
    expect(listed).toMatchObject({ total: 1, asOf: '2025-05-01', due: 0, rows: [{ score: 5, times: 2, dueOn: '2025-06-15' }] })
    await other.ask(setInterval, { projectId: project, scale: 'GDS-15', months: 3, version: 0 })
    const due = await other.ask(listAssessments, { projectId: project, due: true })
    expect(due).toMatchObject({ total: 1, due: 1, rows: [{ dueOn: '2025-03-15' }] })
    expect(await other.ask(listAssessments, { projectId: project, band: 'severe' })).toMatchObject({ total: 0 })
    expect(await worker.ask(listAssessmentsOfPerson, { personId: await elder() })).toEqual({ rows: [] })
    expect((await worker.refused(listAssessments, { projectId: project })).status).toBe(403)
  })
})

test('an agency’s own text opens a scale whose text belongs to others; each change is a version that sheets are kept under', async () => {
  const text = {
    scale: 'UCLA-3',
    version: 0,
    permission: '2026 年获作者书面同意',
    items: { '1': '第一题', '2': '第二题', '3': '第三题' },
    options: { '*/1': '很少', '*/2': '有时', '*/3': '经常' },
  }
  expect((await manager.refused(saveScaleText, { ...text, items: { '1': '第一题' } })).code).toBe('scales.incomplete')
  expect((await manager.refused(saveScaleText, { ...text, scale: 'GDS-15' })).code).toBe('scales.ours')
  await manager.ask(saveScaleText, text)
  expect((await manager.refused(saveScaleText, text)).code).toBe('record.changedMeanwhile')
  expect((await worker.ask(listScaleTexts, {})).texts).toMatchObject([{ scale: 'UCLA-3', version: 1 }])
  const personId = personIdSchema.parse(await elder())
  const made = record(personId, { scale: 'UCLA-3', answers: { '1': '2', '2': '2', '3': '2' } })
  expect(await worker.ask(recordAssessment, made)).toMatchObject({ score: 6, band: 'lonely' })
  expect((await worker.ask(listAssessmentsOfPerson, { personId })).rows[0]?.scaleVersion).toBe('3+1')
})
