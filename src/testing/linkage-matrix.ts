import { v7 } from 'uuid'
import { daySchema } from '../kernel/day.ts'
import { addLink } from '../features/linkage/link-store.ts'
import { saveLinkNeed } from '../features/linkage/need-schema.ts'
import { addNeed } from '../features/linkage/need-store.ts'
import { saveResource } from '../features/linkage/resource-schema.ts'
import { addResource } from '../features/linkage/resource-store.ts'
import type { Tx } from '../server/db.ts'
import type { Sealer } from '../server/seal.ts'
import type { Cell, Spot } from './matrix.ts'

const version = 9999
const need = (spot: Spot) => ({
  communityCode: spot.communityCode,
  holder: 'community',
  personId: null,
  groupId: null,
  needId: null,
  planId: null,
  kind: 'service',
  title: '一项需求',
  note: null,
  skill: null,
  quantity: 1,
  unit: null,
  times: { days: [], parts: [] },
  wantedBy: null,
  needsVetting: false,
  priority: 'usual',
})
const resource = {
  organisationId: null,
  provider: '某人',
  party: 'charity',
  kind: 'service',
  title: '一项资源',
  content: null,
  skill: null,
  quantity: null,
  unit: null,
  communities: [],
  times: { days: [], parts: [] },
  limits: null,
  validFrom: null,
  validUntil: null,
  confirmEvery: 90,
}
const plan = {
  title: '一个项目',
  goal: null,
  leadId: null,
  partners: null,
  budgetFen: null,
  startsOn: null,
  endsOn: null,
  state: 'open',
  stateReason: null,
  needIds: [],
}
const giver = (spot: Spot) => ({ sort: 'volunteer', id: spot.volunteer.id })
const day = '2024-10-08'

/** What is asked of linkage. */
export const linkageMatrix: Record<string, Cell> = {
  'linkage.needs': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'linkage.saveNeed': { aim: 'record', input: (spot) => ({ id: v7(), projectId: spot.projectId, version: 0, file: need(spot) }) },
  'linkage.settleNeed': {
    aim: 'record',
    input: (spot) => ({ id: spot.linkage.needId, version, state: 'withdrawn', reason: '不需要了' }),
  },
  'linkage.resources': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'linkage.saveResource': {
    aim: 'project',
    input: (spot) => ({ id: v7(), projectId: spot.projectId, version: 0, confirmedOn: day, file: resource }),
  },
  'linkage.renewResource': { aim: 'project', input: (spot) => ({ id: spot.linkage.resourceId, version, on: day, validUntil: null }) },
  'linkage.endResource': { aim: 'project', input: (spot) => ({ id: spot.linkage.resourceId, version, endedOn: day, reason: '停了' }) },
  'linkage.plans': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'linkage.savePlan': { aim: 'project', input: (spot) => ({ id: v7(), projectId: spot.projectId, version: 0, file: plan }) },
  'linkage.links': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'linkage.propose': { aim: 'record', input: (spot) => ({ needId: spot.linkage.needId }) },
  'linkage.setPair': { aim: 'record', input: (spot) => ({ needId: spot.linkage.needId, giver: giver(spot), rule: 'pin' }) },
  'linkage.ask': {
    aim: 'record',
    input: (spot) => ({
      projectId: spot.projectId,
      on: day,
      links: [{ id: v7(), needId: spot.linkage.needId, giver: giver(spot), quantity: 1 }],
    }),
  },
  'linkage.step': { aim: 'record', input: (spot) => ({ id: spot.linkage.linkId, version, step: 'confirm', on: day, confirmedBy: '某人' }) },
  'linkage.solve': {
    aim: 'record',
    input: (spot) => ({ id: v7(), projectId: spot.projectId, communityCode: spot.communityCode, perVolunteer: 3 }),
  },
  'linkage.openRun': { aim: 'record', input: (spot) => ({ projectId: spot.projectId, communityCode: spot.communityCode }) },
  'linkage.figures': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'directory.list': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'directory.preview': { aim: 'project', input: (spot) => ({ id: spot.linkage.resourceId, phone: null }) },
  'directory.publish': {
    aim: 'project',
    input: (spot) => ({ id: spot.linkage.resourceId, version, phone: null, agreedBy: '店主', agreedOn: day }),
  },
  'directory.withdraw': { aim: 'project', findsNothing: true, input: (spot) => ({ id: spot.linkage.resourceId, reason: '不公开了' }) },
  'linkage.records': { aim: 'project', input: (spot) => ({ projectId: spot.projectId, of: { figure: 'linkages' } }) },
}

/** A need, a resource and a link between them. */
export async function addLinkage(tx: Tx, tenantId: number, sealer: Sealer, spot: Spot): Promise<void> {
  const { projectId, accountId: by } = spot
  const on = daySchema.parse(day)
  const file = saveLinkNeed.input.shape.file.parse(need(spot))
  await addNeed(tx, tenantId, sealer, { id: spot.linkage.needId, projectId, by }, file)
  await addResource(
    tx,
    tenantId,
    { id: spot.linkage.resourceId, projectId, confirmedOn: on, by },
    saveResource.input.shape.file.parse(resource),
  )
  const giver = { sort: 'resource', id: spot.linkage.resourceId } as const
  await addLink(tx, tenantId, { id: spot.linkage.linkId, projectId, needId: spot.linkage.needId, giver, quantity: 1, on, by })
}
