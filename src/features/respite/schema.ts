import { z } from 'zod'
import { daySchema, timeSchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { attendanceIdSchema, divisionCodeSchema, personIdSchema, projectIdSchema, serviceIdSchema } from '../../kernel/ids.ts'
import { paperAnswers, paperFormatSchema } from '../../kernel/paper.ts'
import { reasonSchema } from '../../kernel/reason.ts'
import { coverSchema, slotStateSchema } from './slot-schema.ts'

const slotSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  relationId: z.uuid(),
  carer: z.string(),
  elder: z.string(),
  communityName: z.string().nullable(),
  state: slotStateSchema,
  wantedOn: daySchema,
  startsAt: z.string().nullable(),
  minutes: z.int().nullable(),
  need: z.string().nullable(),
  cover: coverSchema.nullable(),
  coverName: z.string().nullable(),
  serviceId: serviceIdSchema.nullable(),
  steps: z.array(z.object({ state: slotStateSchema, at: z.iso.datetime(), by: z.string().nullable(), reason: z.string().nullable() })),
})
export type Slot = z.infer<typeof slotSchema>

const carerSchema = z.object({
  relationId: z.uuid(),
  carerId: personIdSchema,
  carer: z.string(),
  phone: z.string().nullable(),
  elderId: personIdSchema.nullable(),
  elder: z.string(),
  relation: z.string().nullable(),
  communityCode: divisionCodeSchema.nullable(),
  communityName: z.string().nullable(),
  /** The last sheet of strain; null: never asked. */
  strain: z.object({ score: z.number(), day: daySchema.nullable() }).nullable(),
  sessions: z.int(),
  minutes: z.int(),
  lastOn: daySchema.nullable(),
  endedOn: daySchema.nullable(),
  endReason: z.string().nullable(),
})
export type Carer = z.infer<typeof carerSchema>

export const listCarers = endpoint({
  name: 'respite.list',
  kind: 'read',
  summary: { zh: '照护者与喘息服务', en: 'Carers and respite' },
  input: z.object({ projectId: projectIdSchema }),
  output: z.object({
    carers: z.array(carerSchema),
    slots: z.array(slotSchema),
    families: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        vettedOn: daySchema.nullable(),
        vettedUntil: daySchema.nullable(),
        endedOn: daySchema.nullable(),
      }),
    ),
  }),
  permission: 'respite.read',
  trail: { writes: 'respite.list' },
})

export const addCarer = endpoint({
  name: 'respite.addCarer',
  kind: 'write',
  summary: { zh: '登记照护关系', en: 'Say who cares for whom' },
  input: z.object({
    id: z.uuid(),
    projectId: projectIdSchema,
    carerId: personIdSchema,
    elderId: personIdSchema,
    relation: z.string().trim().max(20).nullable(),
  }),
  output: z.object({}),
  permission: 'respite.write',
  trail: { writes: 'respite.addCarer' },
})

export const endCarer = endpoint({
  name: 'respite.endCarer',
  kind: 'write',
  summary: { zh: '结束照护关系，或撤回', en: 'End that somebody cares for somebody, or take that back' },
  input: z.object({ id: z.uuid(), on: daySchema.nullable(), reason: reasonSchema }),
  output: z.object({}),
  permission: 'respite.write',
  trail: { writes: 'respite.endCarer' },
})

export const askRespite = endpoint({
  name: 'respite.ask',
  kind: 'write',
  summary: { zh: '登记喘息申请', en: 'Ask for respite' },
  input: z.object({
    id: z.uuid(),
    relationId: z.uuid(),
    wantedOn: daySchema,
    startsAt: timeSchema.nullable(),
    minutes: z.int().min(1).max(1440).nullable(),
    need: z.string().trim().max(200).nullable(),
  }),
  output: z.object({}),
  permission: 'respite.write',
  trail: { writes: 'respite.ask' },
})

export const moveSlot = endpoint({
  name: 'respite.move',
  kind: 'write',
  summary: { zh: '安排、确认、谢绝或取消喘息', en: 'Offer, accept, decline or cancel respite' },
  input: z.object({
    id: z.uuid(),
    version: z.int(),
    to: z.enum(['asked', 'offered', 'taken', 'declined', 'cancelled']),
    /** Who covers, for an offer. */
    cover: coverSchema.nullable(),
    coverName: z.string().trim().max(40).nullable(),
    familyId: z.uuid().nullable(),
    reason: reasonSchema.nullable(),
  }),
  output: z.object({ version: z.int() }),
  permission: 'respite.write',
  trail: { writes: 'respite.move' },
})

export const finishRespite = endpoint({
  name: 'respite.finish',
  kind: 'write',
  summary: { zh: '登记完成的喘息服务', en: 'Record respite that was done' },
  input: z.object({
    id: z.uuid(),
    version: z.int(),
    serviceId: serviceIdSchema,
    carerAttendanceId: attendanceIdSchema,
    elderAttendanceId: attendanceIdSchema,
    day: daySchema,
    startsAt: timeSchema.nullable(),
    minutes: z.int().min(1).max(1440),
    content: z.string().trim().max(300).nullable(),
  }),
  output: z.object({ version: z.int() }),
  permission: 'respite.write',
  trail: { writes: 'respite.finish' },
})

export const undoRespite = endpoint({
  name: 'respite.undo',
  kind: 'write',
  summary: { zh: '撤回误记的喘息服务', en: 'Take back respite recorded by mistake' },
  input: z.object({ id: z.uuid(), version: z.int(), reason: reasonSchema }),
  output: z.object({ version: z.int() }),
  permission: 'respite.write',
  trail: { writes: 'respite.undo' },
})

export const countRespite = endpoint({
  name: 'respite.waiting',
  kind: 'read',
  summary: { zh: '等着安排、确认和登记的喘息', en: 'How much respite waits to be offered, answered or recorded' },
  input: z.object({ projectId: projectIdSchema }),
  output: z.object({ asked: z.int(), offered: z.int(), unrecorded: z.int() }),
  permission: 'respite.read',
  trail: { unwritten: 'How many, and of nobody.' },
})

export const printRespite = endpoint({
  name: 'respite.print',
  kind: 'read',
  summary: { zh: '打印喘息服务单', en: 'A carer’s respite, to print' },
  input: z.object({ relationId: z.uuid(), format: paperFormatSchema }),
  output: z.any().meta({ description: 'The paper as HTML, PDF or Word.' }),
  permission: 'respite.read',
  trail: { writes: 'respite.print' },
  answers: paperAnswers,
})
