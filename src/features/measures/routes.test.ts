import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { v7 } from 'uuid'
import { daySchema, monthSchema } from '../../kernel/day.ts'
import { projectIdSchema, type ProjectId } from '../../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { addPersons, addServices, register, testAttendance, testPerson, testService } from '../../testing/ledger.ts'
import { addProjectTo, community } from '../../testing/project.ts'
import { listTrail } from '../identity/schema.ts'
import { nameOf, type CellAt } from './cell-store.ts'
import { breakDown, listMeasures, openMembers, showFigures } from './schema.ts'

const [jingqi, tuwei] = [community('旌旗社区'), community('秃尾村')]
const zhang = testPerson('张桂兰', { communityCode: jingqi, labels: ['DB', 'DJ'] })
const li = testPerson('李秀英', { communityCode: jingqi, labels: ['DB'] })
const ouyang = testPerson('欧阳德福', { communityCode: tuwei })

let house: TestHouse
let projectId: ProjectId
let manager: Caller

beforeAll(async () => {
  house = await openTestHouse()
  projectId = await addProjectTo(house, [jingqi, tuwei])
  const t = house.tenantId
  await house.write(async (tx) => {
    await addPersons(tx, t, [zhang, li, ouyang])
    await register(tx, t, projectId, 'elder', [zhang, li, ouyang])
    await addServices(tx, t, projectId, [
      testService('activity', '2024-09-17', {
        communityCode: jingqi,
        attended: [testAttendance(zhang), testAttendance(ouyang), testAttendance(null)],
      }),
      testService('activity', '2024-10-11', { communityCode: tuwei, attended: [testAttendance(zhang), testAttendance(ouyang)] }),
      testService('activity', null, { communityCode: null, attended: [testAttendance(li)] }),
      testService('clinic_day', '2024-10-20', { communityCode: jingqi, attended: [testAttendance(zhang), testAttendance(li)] }),
    ])
    const asked = (measure: string | null, value: number, position: number) => ({
      tenant_id: t,
      id: v7(),
      project_id: projectId,
      position,
      measure,
      wording: `合同指标${position}`,
      value,
      unit: '场',
    })
    await tx
      .insertInto('target')
      .values([asked('activities', 4, 1), asked('indirect_persons', 100, 2), asked(null, 3, 3), asked('tai_chi_lessons', 5, 4)])
      .execute()
    await tx
      .insertInto('estimate_line')
      .values({
        tenant_id: t,
        id: v7(),
        project_id: projectId,
        position: 1,
        measure: 'indirect_persons',
        basis: '公众号阅读',
        value: 90,
        method: '去重估计',
      })
      .execute()
  })
  manager = await house.signedIn([{ role: 'manager', projectId }])
})
afterAll(() => house.close())

describe('the figures of a project', () => {
  test('stand beside their targets and the time that is over, estimates apart with their basis', async () => {
    const shown = await manager.ask(showFigures, { projectId })
    expect(shown.figures.find((figure) => figure.key === 'activities')).toEqual({
      key: 'activities',
      version: 1,
      value: 3,
      target: { wording: '合同指标1', value: 4, unit: '场', percent: 75 },
    })
    expect(shown.figures.some((figure) => figure.key === 'indirect_persons')).toBe(false)
    expect(shown.estimates).toMatchObject([
      { key: 'indirect_persons', value: 90, target: { percent: 90 }, basis: [{ basis: '公众号阅读', value: 90, method: '去重估计' }] },
    ])
    expect(shown.unmeasured.map((target) => target.wording)).toEqual(['合同指标3', '合同指标4'])
    expect(shown.elapsedPercent).toBe(100)
  })

  test('of a part of the project are not held against what was promised for the whole', async () => {
    const shown = await manager.ask(showFigures, { projectId, scope: { places: [jingqi] } })
    expect(shown.figures.find((figure) => figure.key === 'activities')).toMatchObject({ value: 1, target: null })
    expect(shown.estimates).toMatchObject([{ value: null, basis: [] }])
  })

  test('are explained: what is counted, by what it can be broken down, whether it opens on members', async () => {
    const { measures } = await manager.ask(listMeasures, {})
    expect(measures.find((one) => one.key === 'closure_rate')).toMatchObject({ hasMembers: false, decimals: 1 })
    expect(measures.find((one) => one.key === 'direct_persons')?.dimensions).toContain('home')
  })

  test('a scope that runs backwards is refused, and the field is named', async () => {
    const months = { from: monthSchema.parse('2025-02'), to: monthSchema.parse('2025-01') }
    const problem = await manager.refused(showFigures, { projectId, scope: { months } })
    expect(problem).toMatchObject({ status: 422, errors: [{ field: 'scope.months' }] })
  })
})

describe('a breakdown', () => {
  test('gives table and chart in one answer, each total counted for itself', async () => {
    const answer = await manager.ask(breakDown, {
      projectId,
      measures: ['activity_people', 'attendances', 'register_persons'],
      by: ['community', 'month'],
      totals: true,
    })
    expect(answer.uncounted).toEqual(['register_persons'])
    const valuesAt = (at: CellAt) => answer.cells.find((cell) => nameOf(cell.at) === nameOf(at))?.values
    expect(valuesAt({ community: jingqi, month: '2024-09' })).toEqual([2, 3, null])
    expect(valuesAt({ community: jingqi })).toEqual([2, 3, null])
    expect(valuesAt({ month: '2024-10' })).toEqual([2, 2, null])
    expect(valuesAt({ community: null, month: null })).toEqual([1, 1, null])
    expect(valuesAt({})).toEqual([3, 6, null])
    expect(answer.cells).toHaveLength(3 + 3 + 3 + 1)
  })

  test('names each community and month of the project, also one in which nothing was done, and the undated last', async () => {
    const { axes } = await manager.ask(breakDown, { projectId, measures: ['activities'], by: ['month', 'community'] })
    const [months, communities] = axes
    expect(months?.points.map((point) => point.value)).toEqual([
      '2024-09',
      '2024-10',
      '2024-11',
      '2024-12',
      '2025-01',
      '2025-02',
      '2025-03',
      '2025-04',
      '2025-05',
      null,
    ])
    expect(communities?.points.map((point) => point.name.zh)).toEqual(['旌旗社区', '秃尾村', '没有写社区'])
  })

  test('by label and month together counts a person with two labels once under each, and the month’s total once', async () => {
    const { cells } = await manager.ask(breakDown, {
      projectId,
      measures: ['clinic_people', 'clinic_visits'],
      by: ['label', 'month'],
      totals: true,
    })
    const at = (label: string | undefined) => cells.find((cell) => cell.at.label === label && cell.at.month === '2024-10')?.values
    expect(at('DB')).toEqual([2, 2])
    expect(at('DJ')).toEqual([1, 1])
    expect(at(undefined)).toEqual([2, 2])
    expect(cells.find((cell) => Object.keys(cell.at).length === 0)?.values).toEqual([2, 2])
  })
})

describe('the members of a figure', () => {
  test('are the persons it counted, with the way to each and how often they came', async () => {
    const members = await manager.ask(openMembers, { projectId, measure: 'activity_people' })
    expect(members).toMatchObject({ sort: 'person', value: 3, inside: 3, outside: 0, amountIn: null })
    expect(members.rows.find((row) => row.personId === zhang.id)).toMatchObject({ name: '张桂兰', times: 2, community: '旌旗社区' })
  })

  test('of attendances lead to the service and the person, and an unresolved name is shown as it was written', async () => {
    const members = await manager.ask(openMembers, { projectId, measure: 'attendances', scope: { places: [jingqi] } })
    expect(members.rows).toHaveLength(3)
    expect(new Set(members.rows.map((row) => row.name))).toEqual(new Set(['张桂兰', '无名氏', '欧阳德福']))
    for (const row of members.rows) expect(row).toMatchObject({ kind: 'activity', day: '2024-09-17', community: '旌旗社区' })
    expect(new Set(members.rows.map((row) => row.serviceId)).size).toBe(1)
  })

  test('come in pages that hold each member once', async () => {
    const ids: string[] = []
    for (let offset = 0; offset < 6; offset += 2) {
      const { rows } = await manager.ask(openMembers, { projectId, measure: 'attendances', offset, limit: 2 })
      ids.push(...rows.map((row) => row.id))
    }
    expect(new Set(ids).size).toBe(6)
    expect(await manager.ask(openMembers, { projectId, measure: 'attendances', offset: 6 })).toMatchObject({ inside: 6, rows: [] })
  })

  test('a community worker sees those of its community, and how many lie outside', async () => {
    const worker = await house.signedIn([{ role: 'communityWorker', projectId, communityCode: jingqi }])
    const members = await worker.ask(openMembers, { projectId, measure: 'activity_people' })
    expect(members).toMatchObject({ value: 3, inside: 2, outside: 1 })
    expect(new Set(members.rows.map((row) => row.personId))).toEqual(new Set([zhang.id, li.id]))
    const services = await worker.ask(openMembers, { projectId, measure: 'activities' })
    expect(services).toMatchObject({ sort: 'service', value: 3, inside: 1, outside: 2 })
    const attendances = await worker.ask(openMembers, { projectId, measure: 'attendances' })
    expect(attendances).toMatchObject({ value: 6, inside: 4, outside: 2 })
    expect(attendances.rows.map((row) => row.name)).not.toContain('欧阳德福')
  })

  test('a bureau officer sees the list with the names masked', async () => {
    const officer = await house.signedIn([{ role: 'bureau' }])
    const { rows } = await officer.ask(openMembers, { projectId, measure: 'activity_people' })
    expect(new Set(rows.map((row) => row.name))).toEqual(new Set(['张**', '李**', '欧阳**']))
  })

  test('opening them leaves a trail that says of which figure, and names nobody', async () => {
    await manager.ask(openMembers, { projectId, measure: 'clinic_people', scope: { places: [jingqi] } })
    const auditor = await house.signedIn([{ role: 'auditAdmin' }])
    const { rows } = await auditor.ask(listTrail, { entry: 'figures.openMembers' })
    expect(rows[0]).toMatchObject({ subject: `project:${projectId}` })
    expect(rows[0]?.details).toContain('clinic_people')
    expect(rows.map((row) => row.details).join()).not.toContain('张桂兰')
  })

  test('a percentage opens on its two parts, and a scope that a measure is not counted by on nothing', async () => {
    expect(await manager.refused(openMembers, { projectId, measure: 'closure_rate' })).toMatchObject({
      status: 422,
      code: 'figure.percentage',
    })
    const scope = { days: { from: daySchema.parse('2024-09-01'), to: daySchema.parse('2024-09-30') } }
    expect(await manager.refused(openMembers, { projectId, measure: 'register_persons', scope })).toMatchObject({
      code: 'figure.uncounted',
    })
  })
})

describe('whose figures', () => {
  const asks = (caller: Caller, id: ProjectId) => [
    caller.refused(showFigures, { projectId: id }),
    caller.refused(breakDown, { projectId: id, measures: ['sessions'], by: [] }),
    caller.refused(openMembers, { projectId: id, measure: 'sessions' }),
  ]

  test('of another tenant’s project look as if there were none', async () => {
    const other = await house.addTenant('elsewhere')
    const stranger = await house.signedIn([{ role: 'bureau' }], other)
    for (const problem of await Promise.all(asks(stranger, projectId))) expect(problem.status).toBe(404)
    for (const problem of await Promise.all(asks(manager, projectIdSchema.parse(v7())))) expect(problem.status).toBe(404)
  })

  test('of another agency’s project are refused, and a volunteer or an administrator sees none', async () => {
    const elsewhere = await addProjectTo(house, [tuwei])
    const other = await house.signedIn([{ role: 'manager', projectId: elsewhere }])
    for (const problem of await Promise.all(asks(other, projectId))) expect(problem).toMatchObject({ status: 403, code: 'figures.outside' })
    for (const role of ['volunteer', 'partner', 'systemAdmin'] as const) {
      const caller = await house.signedIn([{ role, projectId }])
      for (const problem of await Promise.all(asks(caller, projectId)))
        expect(problem).toMatchObject({ status: 403, code: 'permission.absent' })
    }
  })
})
