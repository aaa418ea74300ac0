import { blankFile } from '../features/volunteering/volunteering-testing.ts'
import { v7 } from 'uuid'
import type { DivisionCode } from '../kernel/ids.ts'
import type { Cell, Spot } from './matrix.ts'

const familyFile = (communityCode: DivisionCode) => ({
  number: `F${v7().slice(-8)}`,
  name: null,
  contactName: null,
  contactPhone: null,
  communityCode,
  size: null,
  joinedOn: null,
  vettedOn: null,
  vettedUntil: null,
  vettedBy: null,
  endedOn: null,
  endReason: null,
  note: null,
})
const task = (spot: Spot) => ({
  communityCode: spot.communityCode,
  partOf: null,
  title: '帮厨',
  content: null,
  skills: null,
  place: null,
  day: '2024-10-08',
  startsAt: '09:00',
  minutes: 60,
  wanted: 2,
  elderId: null,
  needsVetting: false,
  needsInsurance: false,
})

// A version that no record has, so that asking changes nothing.
const version = 9999

/** What the endpoints of volunteering are asked for. */
export const volunteeringMatrix: Record<string, Cell> = {
  'volunteers.list': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'volunteers.open': { aim: 'record', input: (spot) => ({ id: spot.volunteer.id }) },
  'volunteers.add': {
    aim: 'record',
    input: (spot) => ({ id: v7(), projectId: spot.projectId, personId: spot.personId, file: blankFile }),
  },
  'volunteers.change': { aim: 'record', input: (spot) => ({ id: spot.volunteer.id, version, file: blankFile }) },
  'volunteers.saveMerit': {
    aim: 'record',
    input: (spot) => ({
      volunteerId: spot.volunteer.id,
      merit: { id: v7(), kind: 'training', title: '岗前培训', content: null, minutes: 60, givenBy: '街道', day: '2024-10-08' },
    }),
  },
  'volunteers.removeMerit': {
    aim: 'record',
    findsNothing: true,
    input: (spot) => ({ volunteerId: spot.volunteer.id, id: v7(), version, reason: '录错' }),
  },
  'volunteers.openAccount': { aim: 'record', input: (spot) => ({ volunteerId: spot.volunteer.id, name: 'nobody.at.all' }) },
  'volunteers.closeAccount': { aim: 'record', findsNothing: true, input: (spot) => ({ volunteerId: spot.volunteer.id, reason: '退出' }) },
  'volunteers.families': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'volunteers.saveFamily': {
    aim: 'record',
    input: (spot) => ({
      id: spot.volunteer.familyId,
      projectId: spot.projectId,
      version,
      file: familyFile(spot.communityCode),
      members: [],
    }),
  },
  'volunteers.settings': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'volunteers.saveSettings': { aim: 'project', input: (spot) => ({ projectId: spot.projectId, version, settings: {} }) },
  'volunteerTasks.list': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'volunteerTasks.save': {
    aim: 'record',
    input: (spot) => ({ id: spot.volunteer.taskId, projectId: spot.projectId, version, file: task(spot) }),
  },
  'volunteerTasks.end': { aim: 'record', input: (spot) => ({ id: spot.volunteer.taskId, version, state: 'closed', reason: '人够了' }) },
  'volunteerTasks.assign': {
    aim: 'record',
    input: (spot) => ({ id: spot.volunteer.taskId, serviceId: v7(), volunteerId: spot.volunteer.id }),
  },
  'volunteerShifts.list': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'volunteerShifts.record': {
    aim: 'record',
    input: (spot) => ({
      id: v7(),
      volunteerId: spot.volunteer.id,
      communityCode: spot.communityCode,
      title: '帮厨',
      day: '2024-10-08',
      startsAt: '09:00',
      endsAt: '10:00',
      claimed: 60,
      reason: '补录',
    }),
  },
  'volunteerShifts.setTimes': {
    aim: 'record',
    input: (spot) => ({
      id: spot.volunteer.shiftId,
      version,
      day: '2024-10-08',
      startsAt: '09:00',
      endsAt: '10:00',
      claimed: 60,
      reason: '补签',
    }),
  },
  'volunteerShifts.confirm': {
    aim: 'record',
    input: (spot) => ({ id: spot.volunteer.shiftId, version, minutes: 60, witness: 'communityWorker' }),
  },
  'volunteerShifts.unconfirm': { aim: 'record', input: (spot) => ({ id: spot.volunteer.shiftId, version, reason: '记错' }) },
  'volunteerShifts.refuse': { aim: 'record', input: (spot) => ({ id: spot.volunteer.shiftId, version, status: 'failed', reason: '没来' }) },
  'volunteerShifts.due': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'volunteerQueries.list': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'volunteerQueries.decide': { aim: 'record', input: (spot) => ({ id: spot.volunteer.queryId, accepted: false, answer: '已核对' }) },
  'volunteerOwn.show': { aim: 'tenant', input: () => ({}) },
  'volunteerOwn.take': { aim: 'tenant', input: (spot) => ({ taskId: spot.volunteer.taskId, serviceId: v7() }) },
  'volunteerOwn.giveBack': { aim: 'tenant', input: (spot) => ({ serviceId: spot.volunteer.shiftId, reason: '有事' }) },
  'volunteerOwn.checkIn': { aim: 'tenant', input: (spot) => ({ serviceId: spot.volunteer.shiftId }) },
  'volunteerOwn.checkOut': { aim: 'tenant', input: (spot) => ({ serviceId: spot.volunteer.shiftId }) },
  'volunteerOwn.query': {
    aim: 'tenant',
    input: (spot) => ({ id: v7(), volunteerId: spot.volunteer.id, serviceId: null, text: '少记了一次' }),
  },
  'timeBank.list': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'timeBank.entries': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'timeBank.book': {
    aim: 'record',
    input: (spot) => ({ id: v7(), volunteerId: spot.volunteer.id, kind: 'redeem', minutes: 1 }),
  },
  'volunteerRecords.export': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'volunteerSheets.list': { aim: 'record', input: (spot) => ({ volunteerId: spot.volunteer.id }) },
  'volunteerSheets.issue': { aim: 'record', input: (spot) => ({ id: v7(), volunteerId: spot.volunteer.id }) },
  'volunteerSheets.revoke': { aim: 'record', input: (spot) => ({ id: spot.volunteer.sheetId, reason: '写错' }) },
  'volunteerSheets.print': {
    aim: 'record',
    input: (spot) => ({ id: spot.volunteer.sheetId, format: 'html', origin: 'https://nuanyang.example' }),
  },
  'volunteerSheets.file': { aim: 'record', input: (spot) => ({ id: spot.volunteer.sheetId }) },
  'volunteerSheets.verify': { aim: 'open', input: () => ({ code: 'AAAA-BBBB-CCCC-DDDD' }) },
}
