import { v7 } from 'uuid'
import { defaultSettings } from '../features/visits/visit-schema.ts'
import type { Cell, Spot } from './matrix.ts'

const version = 9999
const groupPlan = (spot: Spot) => ({
  projectId: spot.projectId,
  number: `XZ${v7().slice(-6)}`,
  name: '暖心小组',
  nature: '支持',
  communityCode: spot.communityCode,
  worker: null,
  theory: null,
  goal: null,
  aims: [],
  criteria: null,
  size: null,
  frequency: null,
  place: null,
  recruiting: null,
  budget: null,
  risks: null,
  evaluation: null,
})
const groupSession = { ordinal: 1, day: '2024-10-08', startsAt: null, minutes: null, place: null, topic: null, goal: null, parts: [] }
const emptyRecord = { course: null, performance: null, dynamics: null, intervention: null, reached: null, review: null, next: null }
const visit = (spot: Spot) => ({
  communityCode: spot.communityCode,
  day: '2024-10-08',
  startsAt: null,
  minutes: null,
  means: 'door',
  informant: null,
  worker: null,
  people: [{ id: v7(), personId: spot.personId, seen: true }],
  checks: {},
  deeds: [],
  problems: [],
  note: null,
})

/** What is asked of visits and groups. */
export const visitMatrix: Record<string, Cell> = {
  'visits.overview': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'visits.duty': { aim: 'project', input: (spot) => ({ projectId: spot.projectId, show: 'all' }) },
  'visits.rates': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'visits.rateMembers': { aim: 'project', input: (spot) => ({ projectId: spot.projectId, month: '2024-10' }) },
  'visits.problems': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'visits.settings': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'visits.saveSettings': { aim: 'project', input: (spot) => ({ projectId: spot.projectId, version, settings: defaultSettings }) },
  'visits.ofPerson': { aim: 'record', input: (spot) => ({ projectId: spot.projectId, personId: spot.personId }) },
  'visits.door': { aim: 'record', input: (spot) => ({ projectId: spot.projectId, personId: spot.personId }) },
  'visits.decideTier': {
    aim: 'record',
    input: (spot) => ({
      id: v7(),
      projectId: spot.projectId,
      personId: spot.personId,
      tier: 'watched',
      reason: '独居高龄',
      reviewOn: null,
    }),
  },
  'visits.withdrawTier': {
    aim: 'record',
    findsNothing: true,
    input: (spot) => ({ id: v7(), projectId: spot.projectId, personId: spot.personId, reason: '定错' }),
  },
  'visits.assign': { aim: 'record', input: (spot) => ({ projectId: spot.projectId, personIds: [spot.personId], worker: '赵敏' }) },
  'visits.record': { aim: 'record', input: (spot) => ({ ...visit(spot), id: v7(), projectId: spot.projectId }) },
  'visits.correct': { aim: 'record', input: (spot) => ({ ...visit(spot), id: spot.visitId, version, reason: '写错' }) },
  'visits.cancel': { aim: 'record', input: (spot) => ({ id: spot.visitId, version, reason: '误记' }) },
  'visits.open': { aim: 'record', input: (spot) => ({ id: spot.visitId }) },
  'visits.settleProblem': { aim: 'record', input: (spot) => ({ id: spot.problemId, settled: '已处理' }) },
  'visits.takeStep': { aim: 'record', input: (spot) => ({ id: v7(), escalationId: spot.escalationId, step: 'neighbour', said: null }) },
  'visits.closeEscalation': { aim: 'record', input: (spot) => ({ id: spot.escalationId, outcome: 'safe', said: '在女儿家' }) },
  'groups.list': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'groups.open': { aim: 'record', input: (spot) => ({ id: spot.groupId }) },
  'groups.save': { aim: 'record', input: (spot) => ({ ...groupPlan(spot), id: spot.groupId, version }) },
  'groups.saveSummary': {
    aim: 'record',
    input: (spot) => ({
      id: spot.groupId,
      version,
      answers: null,
      satisfied: null,
      achieved: null,
      reflection: null,
      costFen: null,
      closedOn: null,
    }),
  },
  'groups.addMembers': {
    aim: 'record',
    input: (spot) => ({ groupId: spot.groupId, members: [{ id: v7(), personId: spot.personId }], on: null }),
  },
  'groups.leave': {
    aim: 'record',
    findsNothing: true,
    input: (spot) => ({ groupId: spot.groupId, memberId: v7(), on: null, reason: '迁走' }),
  },
  'groups.resolveMember': {
    aim: 'record',
    findsNothing: true,
    input: (spot) => ({ groupId: spot.groupId, memberId: v7(), personId: spot.personId }),
  },
  'groups.saveSession': {
    aim: 'record',
    input: (spot) => ({ ...groupSession, groupId: spot.groupId, serviceId: spot.groupSessionId, version, reason: '改期' }),
  },
  'groups.keepRoll': {
    aim: 'record',
    input: (spot) => ({ serviceId: spot.groupSessionId, version, marks: [], phase: null, reason: null }),
  },
  'groups.cancelSession': {
    aim: 'record',
    input: (spot) => ({ serviceId: spot.groupSessionId, version, cancelled: true, reason: '下雪' }),
  },
  'groups.openSession': { aim: 'record', input: (spot) => ({ serviceId: spot.groupSessionId }) },
  'groups.saveRecord': {
    aim: 'record',
    input: (spot) => ({ serviceId: spot.groupSessionId, recordVersion: version, record: emptyRecord }),
  },
  'groups.print': { aim: 'record', input: (spot) => ({ id: spot.groupId, paper: 'plan', format: 'html' }) },
  'visits.print': { aim: 'record', input: (spot) => ({ id: spot.visitId, format: 'html' }) },
  'respite.list': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'respite.waiting': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'respite.print': { aim: 'record', input: (spot) => ({ relationId: spot.relationId, format: 'html' }) },
  'respite.addCarer': {
    aim: 'record',
    input: (spot) => ({ id: v7(), projectId: spot.projectId, carerId: spot.otherPersonId, elderId: spot.personId, relation: '女儿' }),
  },
  'respite.endCarer': { aim: 'record', input: (spot) => ({ id: spot.relationId, on: null, reason: '记错' }) },
  'respite.ask': {
    aim: 'record',
    input: (spot) => ({ id: v7(), relationId: spot.relationId, wantedOn: '2024-10-08', startsAt: null, minutes: 120, need: null }),
  },
  'respite.move': {
    aim: 'record',
    input: (spot) => ({ id: spot.slotId, version, to: 'cancelled', cover: null, coverName: null, familyId: null, reason: '家里有人' }),
  },
  'respite.finish': {
    aim: 'record',
    input: (spot) => ({
      id: spot.slotId,
      version,
      serviceId: v7(),
      carerAttendanceId: v7(),
      elderAttendanceId: v7(),
      day: '2024-10-08',
      startsAt: null,
      minutes: 120,
      content: null,
    }),
  },
  'respite.undo': { aim: 'record', input: (spot) => ({ id: spot.slotId, version, reason: '记错' }) },
}
