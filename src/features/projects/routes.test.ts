import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { daySchema } from '../../kernel/day.ts'
import { projectIdSchema, type ProjectId } from '../../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../testing/house.ts'
import { addProjectTo, community } from '../../testing/project.ts'
import { addProject, changeProject, listProjects, openProject, saveProjectLists } from './schema.ts'

let house: TestHouse
let manager: Caller
let projectId: ProjectId

beforeAll(async () => {
  house = await openTestHouse()
  projectId = await addProjectTo(house, [community('旭东社区')])
  manager = await house.signedIn([{ role: 'manager', projectId }])
})
afterAll(() => house.close())

const facts = {
  name: '新项目',
  agencyId: null,
  funderId: null,
  startsOn: daySchema.parse('2025-01-01'),
  endsOn: daySchema.parse('2025-12-31'),
  served: '困境老人',
  budgetFen: 20_000_000,
}
describe('a project', () => {
  test('is opened by an agency’s manager, who manages it from then on and sees it among theirs', async () => {
    const founder = await house.signedIn([{ role: 'manager' }])
    const id = projectIdSchema.parse(v7())
    await founder.ask(addProject, { ...facts, id })
    expect((await founder.ask(listProjects, {})).projects.map((one) => one.id)).toEqual([id])
    expect((await manager.refused(openProject, { id })).status).toBe(403)
  })

  test('that would end before it starts is refused at the field', async () => {
    const founder = await house.signedIn([{ role: 'manager' }])
    const problem = await founder.refused(addProject, { ...facts, id: v7(), endsOn: '2024-12-31' })
    expect(problem.errors?.[0]?.field).toBe('endsOn')
  })

  test('saved by two people at once is saved by the first, and the second is told', async () => {
    const { version, name } = await manager.ask(openProject, { id: projectId })
    await manager.ask(changeProject, { ...facts, id: projectId, name: `${name}改`, version })
    expect((await manager.refused(changeProject, { ...facts, id: projectId, name: '后到', version })).code).toBe('record.changedMeanwhile')
  })

  test('keeps its communities with the signature programme of each, its targets, needs and estimates', async () => {
    const { version } = await manager.ask(openProject, { id: projectId })
    await manager.ask(saveProjectLists, {
      id: projectId,
      version,
      communities: [{ communityCode: community('永华社区'), programmeName: '书香夕阳', programmeFor: '老少家庭' }],
      targets: [{ id: v7(), measure: 'sessions', wording: '个案服务人次', value: 310, unit: '人次' }],
      needs: [{ id: v7(), need: '心理能量低', answeredBy: '心理健康' }],
      estimates: [{ id: v7(), measure: 'indirect_persons', basis: '同住家属', value: 4140, method: '估算' }],
    })
    expect(await manager.ask(openProject, { id: projectId })).toMatchObject({
      communities: [{ name: '永华社区', townName: '红旗街道', programmeName: '书香夕阳' }],
      targets: [{ measure: 'sessions', value: 310 }],
      needs: [{ need: '心理能量低' }],
      estimates: [{ value: 4140 }],
    })
  })

  test('cannot take in a community that there is not', async () => {
    const { version } = await manager.ask(openProject, { id: projectId })
    const problem = await manager.refused(saveProjectLists, {
      id: projectId,
      version,
      communities: [{ communityCode: '999999999999', programmeName: null, programmeFor: null }],
    })
    expect(problem.code).toBe('community.unknown')
  })
})
