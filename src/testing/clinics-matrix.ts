import { v7 } from 'uuid'
import type { Aim, Spot } from './matrix.ts'

// What the endpoints of clinic days are asked for.

const version = 9999

const plannedClinic = (spot: Spot) => ({
  title: null,
  communityCode: spot.communityCode,
  day: '2024-10-08',
  startsAt: null,
  minutes: null,
  place: null,
  worker: null,
  hostId: spot.organisationId,
  staff: null,
  stations: [{ name: '血压', parts: ['pressure'], staff: null }],
})

export const clinicsMatrix: Record<string, { aim: Aim; input: (spot: Spot) => object; findsNothing?: true }> = {
  'clinics.list': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'clinics.plan': { aim: 'record', input: (spot) => ({ ...plannedClinic(spot), id: v7(), projectId: spot.projectId }) },
  'clinics.change': { aim: 'record', input: (spot) => ({ ...plannedClinic(spot), id: spot.serviceId, version, reason: '改期' }) },
  'clinics.begin': { aim: 'record', input: (spot) => ({ id: spot.serviceId, version }) },
  'clinics.end': { aim: 'record', input: (spot) => ({ id: spot.serviceId, ended: true }) },
  'clinics.open': { aim: 'record', input: (spot) => ({ id: spot.serviceId }) },
  'clinics.print': { aim: 'record', input: (spot) => ({ id: spot.serviceId, paper: 'sheet', format: 'html' }) },
  'readings.print': { aim: 'record', input: (spot) => ({ attendanceId: spot.attendanceId, format: 'html' }) },
  'clinics.queue': { aim: 'record', input: (spot) => ({ id: spot.serviceId }) },
  'clinics.signIn': { aim: 'record', input: (spot) => ({ id: v7(), serviceId: spot.serviceId, personId: null, writtenName: '王大爷' }) },
  'clinics.undoSignIn': { aim: 'record', input: (spot) => ({ attendanceId: spot.attendanceId, reason: '签错了' }) },
  'clinics.bundle': { aim: 'record', input: (spot) => ({ id: spot.serviceId }) },
  'readings.open': { aim: 'record', input: (spot) => ({ attendanceId: spot.attendanceId }) },
  'readings.save': {
    aim: 'record',
    input: (spot) => ({ attendanceId: spot.attendanceId, version, values: { part: 'oxygen', oxygen: 97 } }),
  },
  'readings.setSharing': {
    aim: 'record',
    input: (spot) => ({
      attendanceId: spot.attendanceId,
      sharing: { agreed: true, givenBy: '本人', capacity: 'self', method: 'signature', witness: null },
    }),
  },
  'readings.ofPerson': { aim: 'record', input: (spot) => ({ personId: spot.personId }) },
  'readings.saveTarget': {
    aim: 'record',
    input: (spot) => ({
      personId: spot.personId,
      target: {
        id: v7(),
        measure: 'weight',
        low: 50,
        high: 70,
        lowSecond: null,
        highSecond: null,
        doctor: '李医生',
        institution: null,
        saidOn: '2024-10-01',
      },
    }),
  },
  'readings.endTarget': { aim: 'record', findsNothing: true, input: (spot) => ({ personId: spot.personId, id: v7(), reason: '试试' }) },
  'followUps.list': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'followUps.open': { aim: 'record', input: (spot) => ({ id: spot.followUpId }) },
  'followUps.add': {
    aim: 'record',
    input: (spot) => ({ serviceId: spot.serviceId, visitors: [{ id: v7(), attendanceId: spot.attendanceId }], told: true }),
  },
  'followUps.addEntry': {
    aim: 'record',
    input: (spot) => ({
      id: spot.followUpId,
      version,
      entry: { id: v7(), day: '2024-10-08', means: 'phone', result: 'went', note: null },
    }),
  },
  'followUps.close': { aim: 'record', input: (spot) => ({ id: spot.followUpId, version, outcome: 'moved', note: null }) },
  'followUps.reopen': { aim: 'record', input: (spot) => ({ id: spot.followUpId, version, reason: '试试' }) },
  'supplies.list': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'supplies.receive': {
    aim: 'record',
    input: (spot) => ({
      id: v7(),
      projectId: spot.projectId,
      communityCode: spot.communityCode,
      sourceId: spot.organisationId,
      receivedOn: '2024-10-08',
      kind: 'glasses',
      name: '老花镜',
      strength: '+2.00',
      lot: null,
      expiresOn: null,
      quantity: 10,
      unit: '副',
    }),
  },
  'supplies.check': {
    aim: 'record',
    input: (spot) => ({ id: spot.serviceId, version, change: { to: 'checked', by: '刘药师', on: '2024-10-08' } }),
  },
  'supplies.handedOver': { aim: 'record', input: (spot) => ({ serviceId: spot.serviceId }) },
  'supplies.handOver': {
    aim: 'record',
    input: (spot) => ({
      id: v7(),
      supplyId: spot.serviceId,
      attendanceId: spot.attendanceId,
      quantity: 1,
      takenBy: null,
      explainedBy: null,
    }),
  },
  'supplies.undoHandOver': { aim: 'record', input: (spot) => ({ attendanceId: spot.attendanceId, id: v7(), reason: '试试' }) },
}
