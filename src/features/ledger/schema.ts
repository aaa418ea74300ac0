import { z } from 'zod'
import { daySchema, timeSchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import {
  attendanceIdSchema,
  divisionCodeSchema,
  householdIdSchema,
  organisationIdSchema,
  personIdSchema,
  projectIdSchema,
  serviceIdSchema,
} from '../../kernel/ids.ts'
import { fenSchema } from '../../kernel/money.ts'
import { pageOf, pageSchema } from '../../kernel/paging.ts'
import { reasonSchema } from '../../kernel/reason.ts'
import { certaintySchema, givenSchema, kindSchema, lineSchema, partPlayedSchema, partySchema, statusSchema } from './kind-schema.ts'

/** A service as a list shows one. */
const serviceRowSchema = z.object({
  id: serviceIdSchema,
  projectId: projectIdSchema,
  line: lineSchema,
  kind: kindSchema,
  status: statusSchema,
  number: z.string().nullable(),
  title: z.string().nullable(),
  themes: z.array(z.string()),
  communityCode: divisionCodeSchema.nullable(),
  communityName: z.string().nullable(),
  day: daySchema.nullable(),
  startsAt: z.string().nullable(),
  minutes: z.int().nullable(),
  worker: z.string().nullable(),
  /** Beneficiaries and carers who attended; `unresolved` of them are names that nobody has resolved. */
  attendances: z.int(),
  unresolved: z.int(),
  repeats: z.boolean(),
})
export type ServiceRow = z.infer<typeof serviceRowSchema>

export const listServices = endpoint({
  name: 'services.list',
  kind: 'read',
  summary: { zh: '服务台账', en: 'List services' },
  input: z.object({
    ...pageSchema.shape,
    projectId: projectIdSchema,
    line: lineSchema.optional(),
    kind: kindSchema.optional(),
    status: statusSchema.optional(),
    communityCode: divisionCodeSchema.optional(),
    from: daySchema.optional(),
    to: daySchema.optional(),
    search: z.string().trim().max(60).optional(),
    onlyUnresolved: z.boolean().optional(),
  }),
  output: pageOf(serviceRowSchema),
  permission: 'services.read',
  trail: { unwritten: 'Services without the persons who attended.' },
})

const attendanceSchema = z.object({
  id: attendanceIdSchema,
  personId: personIdSchema.nullable(),
  name: z.string(),
  part: partPlayedSchema,
  certainty: certaintySchema,
  writtenName: z.string().nullable(),
  writtenHints: z.string().nullable(),
  checkedInBy: z.string().nullable(),
  minutes: z.int().nullable(),
  minutesClaimed: z.int().nullable(),
  confirmedBy: z.string().nullable(),
  householdId: householdIdSchema.nullable(),
  repeats: z.boolean(),
})

export const contributionSchema = z.object({
  id: z.uuid(),
  party: partySchema,
  organisationId: organisationIdSchema.nullable(),
  organisation: z.string().nullable(),
  given: givenSchema,
  quantity: z.number().nullable(),
  unit: z.string().nullable(),
  valueFen: fenSchema.nullable(),
  note: z.string().nullable(),
})

const serviceDetailSchema = serviceRowSchema.extend({
  version: z.int(),
  place: z.string().nullable(),
  host: z.string().nullable(),
  unnamedCount: z.int(),
  quantity: z.number().nullable(),
  unit: z.string().nullable(),
  partOf: z.object({ id: serviceIdSchema, kind: kindSchema, title: z.string().nullable() }).nullable(),
  note: z.string().nullable(),
  attended: z.array(attendanceSchema),
  contributions: z.array(contributionSchema),
  evidence: z.array(
    z.object({
      id: z.uuid(),
      kind: z.string(),
      title: z.string().nullable(),
      sha256: z.string(),
      bytes: z.int(),
      mediaType: z.string(),
      takenBy: z.string().nullable(),
      takenAt: z.iso.datetime().nullable(),
    }),
  ),
  versions: z.array(
    z.object({
      version: z.int(),
      reason: z.string(),
      changedBy: z.string().nullable(),
      changedAt: z.iso.datetime(),
      changed: z.array(z.string()),
    }),
  ),
})
export type ServiceDetail = z.infer<typeof serviceDetailSchema>

export const openService = endpoint({
  name: 'services.open',
  kind: 'read',
  summary: { zh: '打开一次服务的记录', en: 'Open a service' },
  input: z.object({ id: serviceIdSchema }),
  output: serviceDetailSchema,
  permission: 'services.read',
  trail: { writes: 'services.open' },
})

export const listServicesOfPerson = endpoint({
  name: 'services.ofPerson',
  kind: 'read',
  summary: { zh: '某人的服务经历', en: 'Everything done for or by a person' },
  input: z.object({ ...pageSchema.shape, personId: personIdSchema, projectId: projectIdSchema.optional() }),
  output: pageOf(
    serviceRowSchema
      .omit({ attendances: true, unresolved: true })
      .extend({ part: partPlayedSchema, certainty: certaintySchema, attendanceRepeats: z.boolean(), partMinutes: z.int().nullable() }),
  ),
  permission: 'people.read',
  trail: { writes: 'services.ofPerson' },
})

export const contributionInputSchema = contributionSchema.omit({ organisation: true })
const attendanceInputSchema = z.object({
  id: attendanceIdSchema,
  personId: personIdSchema,
  part: partPlayedSchema,
  minutes: z.int().min(0).max(1440).nullable().default(null),
})

const serviceInputSchema = z.object({
  line: lineSchema,
  status: statusSchema,
  themes: z.array(z.string().trim().min(1).max(20)).max(12),
  number: z.string().trim().max(30).nullable(),
  title: z.string().trim().max(80).nullable(),
  communityCode: divisionCodeSchema,
  day: daySchema,
  startsAt: timeSchema.nullable(),
  minutes: z.int().min(0).max(1440).nullable(),
  place: z.string().trim().max(80).nullable(),
  worker: z.string().trim().max(40).nullable(),
  unnamedCount: z.int().min(0).max(100_000),
  quantity: z.number().min(0).nullable(),
  unit: z.string().trim().max(12).nullable(),
  note: z.string().trim().max(1000).nullable(),
})
export type ServiceInput = z.output<typeof serviceInputSchema>

/** The same with what may be left out when a service is first recorded. A correction has no such defaults. */
const { shape } = serviceInputSchema
const newServiceSchema = serviceInputSchema.extend({
  themes: shape.themes.default([]),
  number: shape.number.default(null),
  title: shape.title.default(null),
  startsAt: shape.startsAt.default(null),
  minutes: shape.minutes.default(null),
  place: shape.place.default(null),
  worker: shape.worker.default(null),
  unnamedCount: shape.unnamedCount.default(0),
  quantity: shape.quantity.default(null),
  unit: shape.unit.default(null),
  note: shape.note.default(null),
})

export const recordService = endpoint({
  name: 'services.record',
  kind: 'write',
  summary: { zh: '登记一次服务', en: 'Record a service' },
  input: newServiceSchema.extend({
    id: serviceIdSchema,
    projectId: projectIdSchema,
    kind: kindSchema,
    attended: z.array(attendanceInputSchema).max(2000).default([]),
    contributions: z.array(contributionInputSchema).max(50).default([]),
  }),
  output: z.object({ id: serviceIdSchema }),
  permission: 'services.write',
  trail: { writes: 'services.record' },
})

export const correctService = endpoint({
  name: 'services.correct',
  kind: 'write',
  summary: { zh: '更正一次服务的记录（保留原记录和理由）', en: 'Correct a service, keeping the earlier version and the reason' },
  input: serviceInputSchema.partial().extend({ id: serviceIdSchema, version: z.int(), reason: reasonSchema }),
  output: z.object({ version: z.int() }),
  permission: 'services.write',
  trail: { writes: 'services.correct' },
})

export const changeAttendance = endpoint({
  name: 'services.changeAttendance',
  kind: 'write',
  summary: { zh: '补录或删除到场人员', en: 'Add or remove who attended' },
  input: z.object({
    id: serviceIdSchema,
    version: z.int(),
    add: z.array(attendanceInputSchema).max(500).default([]),
    remove: z.array(attendanceIdSchema).max(500).default([]),
    reason: reasonSchema,
  }),
  output: z.object({ version: z.int() }),
  permission: 'services.write',
  trail: { writes: 'services.changeAttendance' },
})

export const resolveName = endpoint({
  name: 'services.resolveName',
  kind: 'write',
  summary: { zh: '认领未确认的姓名，或撤回认领', en: 'Say who a name is, or take that back' },
  input: z.object({ attendanceId: attendanceIdSchema, personId: personIdSchema.nullable() }),
  output: z.object({ repeats: z.boolean() }),
  permission: 'services.write',
  trail: { writes: 'services.resolveName' },
})
