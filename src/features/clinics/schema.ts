import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { attendanceIdSchema, personIdSchema, serviceIdSchema } from '../../kernel/ids.ts'
import { reasonSchema } from '../../kernel/reason.ts'
import { kindSchema } from '../ledger/kind-schema.ts'
import { visitorSchema } from './day-schema.ts'
import { partValuesSchema, readingPartSchema, readingSchema } from './part-schema.ts'

export const openReading = endpoint({
  name: 'readings.open',
  kind: 'read',
  summary: { zh: '某人这次的读数', en: 'What was measured of somebody at one service' },
  input: z.object({ attendanceId: attendanceIdSchema }),
  output: visitorSchema.extend({
    corrections: z.array(
      z.object({
        part: readingPartSchema,
        version: z.int(),
        /** What stood before. */
        earlier: readingSchema,
        reason: z.string(),
        changedBy: z.string().nullable(),
        changedAt: z.iso.datetime(),
      }),
    ),
  }),
  permission: 'clinics.read',
  trail: { writes: 'readings.open' },
})

export const saveReading = endpoint({
  name: 'readings.save',
  kind: 'write',
  summary: { zh: '记录一项读数，或更正', en: 'Save a part of a reading, or correct it' },
  input: z.object({
    attendanceId: attendanceIdSchema,
    values: partValuesSchema,
    /** Of this part as the station has seen it; 0 where nothing was saved. */
    version: z.int().min(0),
    /** Values that are rare were looked at once more. */
    confirmed: z.boolean().default(false),
    /** For a correction. */
    reason: reasonSchema.nullable().default(null),
  }),
  output: z.object({ version: z.int(), reading: readingSchema }),
  permission: 'clinics.write',
  trail: { writes: 'readings.save' },
})

export const setSharing = endpoint({
  name: 'readings.setSharing',
  kind: 'write',
  summary: { zh: '登记是否同意把读数实名提供给医疗机构', en: 'Record whether readings may go to the institution under the person’s name' },
  input: z.object({
    attendanceId: attendanceIdSchema,
    sharing: z.object({
      agreed: z.boolean(),
      givenBy: z.string().trim().min(1).max(40),
      capacity: z.enum(['self', 'guardian', 'relative']),
      method: z.enum(['signature', 'fingerprint', 'spoken']),
      witness: z.string().trim().max(40).nullable(),
    }),
  }),
  output: z.object({}),
  permission: 'clinics.write',
  trail: { writes: 'readings.setSharing' },
})

export const targetMeasureSchema = z.enum(['pressure', 'glucose_fasting', 'glucose_after_meal', 'oxygen', 'weight'])

const targetSchema = z.object({
  id: z.uuid(),
  measure: targetMeasureSchema,
  low: z.number().min(0).max(400).nullable(),
  high: z.number().min(0).max(400).nullable(),
  /** Of the diastolic pressure. */
  lowSecond: z.number().min(0).max(400).nullable(),
  highSecond: z.number().min(0).max(400).nullable(),
  doctor: z.string().trim().min(1).max(40),
  institution: z.string().trim().max(80).nullable(),
  saidOn: daySchema,
})
export type Target = z.infer<typeof targetSchema>

export const readingsOfPerson = endpoint({
  name: 'readings.ofPerson',
  kind: 'read',
  summary: { zh: '某人的读数趋势和医生给的目标', en: 'A person’s readings over time, and the targets that a doctor set' },
  input: z.object({ personId: personIdSchema }),
  output: z.object({
    rows: z.array(
      z.object({
        attendanceId: attendanceIdSchema,
        serviceId: serviceIdSchema,
        kind: kindSchema,
        day: daySchema.nullable(),
        host: z.string().nullable(),
        reading: readingSchema,
      }),
    ),
    targets: z.array(
      targetSchema.extend({ endedOn: daySchema.nullable(), endReason: z.string().nullable(), recordedBy: z.string().nullable() }),
    ),
  }),
  permission: 'clinics.read',
  trail: { writes: 'readings.ofPerson' },
})

export const saveTarget = endpoint({
  name: 'readings.saveTarget',
  kind: 'write',
  summary: { zh: '登记医生给某人定的目标', en: 'Record the target that a doctor set for a person' },
  input: z.object({ personId: personIdSchema, target: targetSchema }),
  output: z.object({}),
  permission: 'clinics.write',
  trail: { writes: 'readings.saveTarget' },
})

export const endTarget = endpoint({
  name: 'readings.endTarget',
  kind: 'write',
  summary: { zh: '停用一个目标', en: 'End a target' },
  input: z.object({ personId: personIdSchema, id: z.uuid(), reason: reasonSchema }),
  output: z.object({}),
  permission: 'clinics.write',
  trail: { writes: 'readings.endTarget' },
})

export const bundleOfClinic = endpoint({
  name: 'clinics.bundle',
  kind: 'read',
  summary: { zh: '导出一场义诊的读数（FHIR R4）', en: 'A clinic day’s observations as a FHIR R4 bundle' },
  input: z.object({
    id: serviceIdSchema,
    /** Under their names those who agreed to it; everybody else, and otherwise everybody, under a pseudonym. */
    identified: z.boolean().default(false),
    reason: reasonSchema.nullable().default(null),
  }),
  output: z.unknown(),
  answers: 'application/fhir+json',
  permission: 'clinics.export',
  trail: { writes: 'clinics.bundle' },
})
