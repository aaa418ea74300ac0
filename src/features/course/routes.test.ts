import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import type { ProjectId } from '../../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { addProjectTo, community } from '../../testing/project.ts'
import { addProjectFile } from '../projects/file-schema.ts'
import { openProject, saveProjectLists } from '../projects/schema.ts'
import { askChange, decideChange, withdrawChange, type What } from './change-schema.ts'
import { addRisk, changeRisk, moveRisk } from './risk-schema.ts'
import { dismissDuty, finishDuty, openCourse, reopenDuty, saveCourseSettings, saveDuty } from './schema.ts'

let house: TestHouse
let manager: Caller
let worker: Caller
let bureau: Caller
let projectId: ProjectId
const [from, to] = [v7(), v7()]
const day = (text: string) => daySchema.parse(text)

beforeAll(async () => {
  house = await openTestHouse()
  projectId = await addProjectTo(house, [community('旭东社区')])
  manager = await house.signedIn([{ role: 'manager', projectId }])
  worker = await house.signedIn([{ role: 'socialWorker', projectId }])
  bureau = await house.signedIn([{ role: 'bureau' }])
  await manager.ask(saveProjectLists, {
    id: projectId,
    version: (await manager.ask(openProject, { id: projectId })).version,
    budget: [
      { id: from, name: '活动物资', amountFen: 100_000, capPercent: null },
      { id: to, name: '宣传费', amountFen: 20_000, capPercent: null },
    ],
  })
})
afterAll(() => house.close())

const course = () => worker.ask(openCourse, { projectId })
const duty = async (key: string) => {
  const found = (await course()).duties.find((one) => one.key === key)
  if (found === undefined) throw new Error(`No duty ${key}.`)
  return found
}
const budget = async () => (await manager.ask(openProject, { id: projectId })).budget.map((line) => line.amountFen)
const asked = async (what: What, reversesId: string | null = null) => {
  const id = v7()
  await worker.ask(askChange, { id, projectId, what, reason: '实际需要', reversesId })
  return id
}
const change = async (id: string) => {
  const found = (await course()).changes.find((one) => one.id === id)
  if (found === undefined) throw new Error('No such change.')
  return found
}
const decided = (id: string, approve = true, basis: string | null = '民函〔2025〕3号') =>
  manager.ask(decideChange, { id, version: 1, approve, reason: '同意调整', basis })

test('a duty is done with what shows it, taken back, moved and struck off, and each is kept with its reason', async () => {
  const of = { projectId, key: 'report/2024-09' }
  expect(await duty(of.key)).toMatchObject({ dueOn: '2024-10-10', version: 0, doneOn: null })
  await worker.ask(finishDuty, { ...of, version: 0, doneOn: day('2024-10-09'), note: '报区民政局' })
  await worker.ask(
    addProjectFile,
    { id: v7(), about: { projectId, dutyKey: of.key } },
    { files: [{ name: '月报.pdf', bytes: Buffer.from('%PDF-1.7 …') }] },
  )
  expect(await duty(of.key)).toMatchObject({ doneOn: '2024-10-09', note: '报区民政局', files: [{ fileName: '月报.pdf' }] })
  expect((await worker.refused(dismissDuty, { ...of, version: 1, reason: '不用报' })).code).toBe('course.settled')
  await worker.ask(reopenDuty, { ...of, version: 1, reason: '点错了一行' })
  await worker.ask(saveDuty, { ...of, version: 2, title: null, dueOn: day('2024-10-15'), reason: '国庆顺延' })
  expect(await duty(of.key)).toMatchObject({ dueOn: '2024-10-15', moved: true, doneOn: null })
  await worker.ask(dismissDuty, { ...of, version: 3, reason: '首月不报' })
  const now = await duty(of.key)
  expect(now.dismissed).toBe('首月不报')
  expect(now.steps.map(({ step }) => step)).toEqual(['dismissed', 'moved', 'reopened', 'fileAdded', 'done'])
  expect((await worker.refused(reopenDuty, { ...of, version: 2, reason: '旧的版本' })).code).toBe('record.changedMeanwhile')
})

test('a project that ended long ago is looked at as of its last day', async () => {
  expect(await course()).toMatchObject({ asOf: '2025-05-01', ended: true })
  expect((await duty('midterm')).late).toBe(121)
  expect((await duty('closing')).late).toBe(-30)
})

test('a charity owes publications, and reports by the quarter are other duties', async () => {
  await manager.ask(saveCourseSettings, { projectId, version: 0, reports: 'quarterly', reportDays: 15, charity: 'charity' })
  const keys = (await course()).duties.map(({ key }) => key)
  expect(keys).toContain('report/2024-Q4')
  expect(keys).not.toContain('report/2024-10')
  expect(keys).toContain('publication/2025')
  const again = { projectId, version: 0, reports: 'monthly', reportDays: 10, charity: null } as const
  expect((await manager.refused(saveCourseSettings, again)).code).toBe('record.changedMeanwhile')
  await manager.ask(saveCourseSettings, { ...again, version: 1 })
})

test('a transfer is asked for by one, takes effect when another approves it, and is taken back by another change', async () => {
  const id = await asked({ kind: 'transfer', fromId: from, toId: to, amountFen: 30_000 })
  expect(await budget()).toEqual([100_000, 20_000])
  expect((await manager.refused(decideChange, { id, version: 1, approve: true, reason: '同意', basis: null })).errors?.[0]?.field).toBe(
    'basis',
  )
  await decided(id)
  expect(await budget()).toEqual([70_000, 50_000])
  const { inverse } = await change(id)
  if (inverse === null) throw new Error('It is not in force.')
  const back = await asked(inverse, id)
  expect((await worker.refused(askChange, { id: v7(), projectId, what: inverse, reason: '再来一次', reversesId: id })).code).toBe(
    'course.reversed',
  )
  await decided(back)
  expect(await budget()).toEqual([100_000, 20_000])
  expect(await change(id)).toMatchObject({ reversed: 'approved' })
})

test('what cannot take effect any more when it is decided is told, and nothing moves', async () => {
  const id = await asked({ kind: 'transfer', fromId: to, toId: from, amountFen: 20_000 })
  const other = await asked({ kind: 'transfer', fromId: to, toId: from, amountFen: 10_000 })
  await decided(other)
  expect((await manager.refused(decideChange, { id, version: 1, approve: true, reason: '同意', basis: '会议纪要' })).code).toBe(
    'course.spent',
  )
  await worker.ask(withdrawChange, { id, version: 1, reason: '不够调了' })
  expect((await change(id)).state).toBe('withdrawn')
})

test('nobody decides on what they asked for; the bureau decides on a period, and the duties follow it', async () => {
  const id = v7()
  const what = { kind: 'period', startsOn: day('2024-09-01'), endsOn: day('2025-06-30') } as const
  await manager.ask(askChange, { id, projectId, what, reason: '疫情耽误', reversesId: null })
  expect((await manager.refused(decideChange, { id, version: 1, approve: true, reason: '同意', basis: '批复' })).code).toBe('course.own')
  await bureau.ask(decideChange, { id, version: 1, approve: true, reason: '同意延期', basis: null })
  expect((await duty('closing')).dueOn).toBe('2025-07-30')
})

test('a risk is recorded, changed, happens and is over, and can be watched again', async () => {
  const id = v7()
  const risk = { title: '大雪封路', likelihood: 2, impact: 2, measure: '改为电话问候', owner: '刘社工' }
  await worker.ask(addRisk, { ...risk, id, projectId })
  await worker.ask(changeRisk, { ...risk, likelihood: 3, id, version: 1 })
  await worker.ask(moveRisk, { id, version: 2, state: 'happened', reason: '一月大雪' })
  await worker.ask(moveRisk, { id, version: 3, state: 'closed', reason: '路通了' })
  await worker.ask(moveRisk, { id, version: 4, state: 'open', reason: '又要下雪' })
  const [found] = (await course()).risks
  expect(found).toMatchObject({ state: 'open', likelihood: 3 })
  expect(found?.steps.map(({ step }) => step)).toEqual(['open', 'closed', 'happened', 'changed', 'recorded'])
})
