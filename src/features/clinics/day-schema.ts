import { z } from 'zod'
import { daySchema, timeSchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import {
  attendanceIdSchema,
  divisionCodeSchema,
  organisationIdSchema,
  personIdSchema,
  projectIdSchema,
  serviceIdSchema,
} from '../../kernel/ids.ts'
import { pageOf, pageSchema } from '../../kernel/paging.ts'
import { reasonSchema } from '../../kernel/reason.ts'
import { statusSchema } from '../ledger/kind-schema.ts'
import { levels } from './band-words.ts'
import { readingPartSchema, readingSchema } from './part-schema.ts'

export const stationSchema = z.object({
  name: z.string().trim().min(1).max(20),
  parts: z.array(readingPartSchema).min(1).max(6),
  staff: z.string().trim().max(40).nullable(),
})
export type Station = z.infer<typeof stationSchema>

/** A clinic day as a list shows one. `toRefer` are visitors at a danger limit for whom nothing was arranged. */
const dayRowSchema = z.object({
  id: serviceIdSchema,
  title: z.string().nullable(),
  number: z.string().nullable(),
  day: daySchema.nullable(),
  startsAt: z.string().nullable(),
  communityCode: divisionCodeSchema.nullable(),
  communityName: z.string().nullable(),
  host: z.string().nullable(),
  status: statusSchema,
  isEnded: z.boolean(),
  visitors: z.int(),
  measured: z.int(),
  unresolved: z.int(),
  dangers: z.int(),
  toRefer: z.int(),
  followUps: z.int(),
  openFollowUps: z.int(),
})
export type DayRow = z.infer<typeof dayRowSchema>

export const listClinicDays = endpoint({
  name: 'clinics.list',
  kind: 'read',
  summary: { zh: '义诊列表', en: 'List clinic days' },
  input: z.object({
    ...pageSchema.shape,
    projectId: projectIdSchema,
    communityCode: divisionCodeSchema.optional(),
    status: statusSchema.optional(),
    onlyToRefer: z.boolean().optional(),
  }),
  output: pageOf(dayRowSchema),
  permission: 'clinics.read',
  trail: { unwritten: 'Days and how many came, without persons.' },
})

const plannedSchema = z.object({
  title: z.string().trim().max(80).nullable(),
  communityCode: divisionCodeSchema,
  day: daySchema,
  startsAt: timeSchema.nullable(),
  minutes: z.int().min(0).max(1440).nullable(),
  place: z.string().trim().max(80).nullable(),
  worker: z.string().trim().max(40).nullable(),
  /** The medical institution that holds it. */
  hostId: organisationIdSchema,
  staff: z.string().trim().max(200).nullable(),
  stations: z.array(stationSchema).min(1).max(8),
})
export type Planned = z.output<typeof plannedSchema>

export const planClinic = endpoint({
  name: 'clinics.plan',
  kind: 'write',
  summary: { zh: '计划一场义诊', en: 'Plan a clinic day' },
  input: plannedSchema.extend({ id: serviceIdSchema, projectId: projectIdSchema }),
  output: z.object({ id: serviceIdSchema }),
  permission: 'clinics.write',
  trail: { writes: 'clinics.plan' },
})

export const changeClinic = endpoint({
  name: 'clinics.change',
  kind: 'write',
  summary: { zh: '调整义诊计划', en: 'Change the plan of a clinic day' },
  input: plannedSchema.extend({ id: serviceIdSchema, version: z.int(), reason: reasonSchema }),
  output: z.object({ version: z.int() }),
  permission: 'clinics.write',
  trail: { writes: 'clinics.change' },
})

export const beginClinic = endpoint({
  name: 'clinics.begin',
  kind: 'write',
  summary: { zh: '开诊', en: 'Begin a clinic day' },
  input: z.object({ id: serviceIdSchema, version: z.int() }),
  output: z.object({ version: z.int() }),
  permission: 'clinics.write',
  trail: { writes: 'clinics.begin' },
})

export const endClinic = endpoint({
  name: 'clinics.end',
  kind: 'write',
  summary: { zh: '收诊，或重新打开', en: 'End a clinic day, or open it again' },
  input: z.object({ id: serviceIdSchema, ended: z.boolean() }),
  output: z.object({ ended: z.boolean() }),
  permission: 'clinics.write',
  trail: { writes: 'clinics.end' },
})

export const signIn = endpoint({
  name: 'clinics.signIn',
  kind: 'write',
  summary: { zh: '义诊签到', en: 'Sign somebody in at a clinic day' },
  input: z.object({
    id: attendanceIdSchema,
    serviceId: serviceIdSchema,
    /** null: somebody who is not on the register, by the name they give. */
    personId: personIdSchema.nullable(),
    writtenName: z.string().trim().min(1).max(30).nullable().default(null),
    writtenHints: z.string().trim().max(80).nullable().default(null),
  }),
  /** `already`: was signed in before; `id` is that sign-in's. */
  output: z.object({ id: attendanceIdSchema, already: z.boolean() }),
  permission: 'clinics.write',
  trail: { writes: 'clinics.signIn' },
})

export const undoSignIn = endpoint({
  name: 'clinics.undoSignIn',
  kind: 'write',
  summary: { zh: '撤销签到（还没有读数的）', en: 'Take back a sign-in that has no readings' },
  input: z.object({ attendanceId: attendanceIdSchema, reason: reasonSchema }),
  output: z.object({}),
  permission: 'clinics.write',
  trail: { writes: 'clinics.undoSignIn' },
})

const versionsSchema = z.partialRecord(
  readingPartSchema,
  z.object({ version: z.int(), savedBy: z.string().nullable(), savedAt: z.iso.datetime() }),
)

export const visitorSchema = z.object({
  attendanceId: attendanceIdSchema,
  personId: personIdSchema.nullable(),
  name: z.string(),
  hints: z.string().nullable(),
  sex: z.enum(['unknown', 'male', 'female']),
  age: z.int().nullable(),
  /** A second row of somebody at the same service: kept, not counted. */
  repeats: z.boolean(),
  /** The lower bound of oxygen that a doctor set for them. */
  ownOxygenLow: z.number().nullable(),
  reading: readingSchema.nullable(),
  versions: versionsSchema,
  /** Whether the readings may go to the institution under their name; null: nobody asked. */
  sharing: z.boolean().nullable(),
  followUp: z.object({ id: z.uuid(), isClosed: z.boolean(), told: z.boolean() }).nullable(),
})
export type Visitor = z.infer<typeof visitorSchema>

export const openClinic = endpoint({
  name: 'clinics.open',
  kind: 'read',
  summary: { zh: '打开一场义诊', en: 'Open a clinic day' },
  input: z.object({ id: serviceIdSchema }),
  output: dayRowSchema.extend({
    projectId: projectIdSchema,
    version: z.int(),
    minutes: z.int().nullable(),
    place: z.string().nullable(),
    worker: z.string().nullable(),
    note: z.string().nullable(),
    hostId: organisationIdSchema.nullable(),
    staff: z.string().nullable(),
    stations: z.array(stationSchema),
    endedAt: z.iso.datetime().nullable(),
    people: z.array(visitorSchema),
  }),
  permission: 'clinics.read',
  trail: { writes: 'clinics.open' },
})
export type ClinicDay = z.output<typeof openClinic.output>

/** Somebody as a station's list shows them: what is done, not what was measured. */
const queuedSchema = z.object({
  attendanceId: attendanceIdSchema,
  name: z.string(),
  hints: z.string().nullable(),
  sex: z.enum(['unknown', 'male', 'female']),
  age: z.int().nullable(),
  done: z.array(readingPartSchema),
  level: z.enum(levels),
})
export type Queued = z.infer<typeof queuedSchema>

export const queueOfClinic = endpoint({
  name: 'clinics.queue',
  kind: 'read',
  summary: { zh: '义诊排队', en: 'Who waits at a clinic day' },
  input: z.object({ id: serviceIdSchema }),
  output: z.object({
    title: z.string().nullable(),
    day: daySchema.nullable(),
    communityCode: divisionCodeSchema.nullable(),
    communityName: z.string().nullable(),
    projectId: projectIdSchema,
    status: statusSchema,
    isEnded: z.boolean(),
    stations: z.array(stationSchema),
    rows: z.array(queuedSchema),
  }),
  permission: 'clinics.read',
  trail: { unwritten: 'Names and what is done, asked every few seconds by open screens; values are opened one by one, which is trailed.' },
})
