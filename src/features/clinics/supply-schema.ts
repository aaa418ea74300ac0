import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { attendanceIdSchema, divisionCodeSchema, organisationIdSchema, projectIdSchema, serviceIdSchema } from '../../kernel/ids.ts'
import { reasonSchema } from '../../kernel/reason.ts'

export const supplyKindSchema = z.enum(['medicine', 'glasses'])
export type SupplyKind = z.infer<typeof supplyKindSchema>

const supplyShape = {
  kind: supplyKindSchema,
  name: z.string().trim().min(1).max(60),
  /** Strength of a medicine, power of glasses. */
  strength: z.string().trim().max(30).nullable(),
  lot: z.string().trim().max(30).nullable(),
  expiresOn: daySchema.nullable(),
  quantity: z.int().min(1).max(100_000),
  unit: z.string().trim().min(1).max(8),
}

const supplySchema = z.object({
  ...supplyShape,
  id: serviceIdSchema,
  version: z.int(),
  source: z.string(),
  communityName: z.string().nullable(),
  receivedOn: daySchema.nullable(),
  checkedBy: z.string().nullable(),
  checkedOn: daySchema.nullable(),
  withdrawnReason: z.string().nullable(),
  handedOut: z.int(),
  left: z.int(),
})
export type Supply = z.infer<typeof supplySchema>

export const listSupplies = endpoint({
  name: 'supplies.list',
  kind: 'read',
  summary: { zh: '捐赠药品和老花镜', en: 'Medicines and reading glasses that were given' },
  input: z.object({ projectId: projectIdSchema }),
  output: z.object({ rows: z.array(supplySchema) }),
  permission: 'clinics.read',
  trail: { unwritten: 'Lots and what is left, without persons.' },
})

export const receiveSupply = endpoint({
  name: 'supplies.receive',
  kind: 'write',
  summary: { zh: '接收一批药品或老花镜', en: 'Receive a lot of medicines or glasses' },
  input: z.object({
    ...supplyShape,
    id: serviceIdSchema,
    projectId: projectIdSchema,
    communityCode: divisionCodeSchema,
    sourceId: organisationIdSchema,
    receivedOn: daySchema,
  }),
  output: z.object({ id: serviceIdSchema }),
  permission: 'clinics.write',
  trail: { writes: 'supplies.receive' },
})

export const checkSupply = endpoint({
  name: 'supplies.check',
  kind: 'write',
  summary: { zh: '登记药师核对，或停发一批', en: 'Record the pharmacist’s check of a lot, or withdraw it' },
  input: z.object({
    id: serviceIdSchema,
    version: z.int(),
    change: z.discriminatedUnion('to', [
      z.object({ to: z.literal('checked'), by: z.string().trim().min(1).max(40), on: daySchema }),
      z.object({ to: z.literal('withdrawn'), reason: reasonSchema }),
      z.object({ to: z.literal('restored'), reason: reasonSchema }),
    ]),
  }),
  output: z.object({ version: z.int() }),
  permission: 'clinics.write',
  trail: { writes: 'supplies.check' },
})

const handOverSchema = z.object({
  id: z.uuid(),
  attendanceId: attendanceIdSchema,
  person: z.string(),
  supplyId: serviceIdSchema,
  name: z.string(),
  strength: z.string().nullable(),
  lot: z.string().nullable(),
  quantity: z.int(),
  unit: z.string(),
  takenBy: z.string().nullable(),
  explainedBy: z.string().nullable(),
  handedBy: z.string().nullable(),
  handedAt: z.iso.datetime(),
})
export type HandOver = z.infer<typeof handOverSchema>

export const handOversOfClinic = endpoint({
  name: 'supplies.handedOver',
  kind: 'read',
  summary: { zh: '一场义诊的领取记录', en: 'What was handed over at a clinic day' },
  input: z.object({ serviceId: serviceIdSchema }),
  output: z.object({ rows: z.array(handOverSchema) }),
  permission: 'clinics.read',
  trail: { writes: 'supplies.handedOver' },
})

export const handOver = endpoint({
  name: 'supplies.handOver',
  kind: 'write',
  summary: { zh: '发放药品或老花镜', en: 'Hand a medicine or glasses over' },
  input: z.object({
    id: z.uuid(),
    supplyId: serviceIdSchema,
    attendanceId: attendanceIdSchema,
    quantity: z.int().min(1).max(1000),
    /** Who took it for them; null: they themselves. */
    takenBy: z.string().trim().max(40).nullable(),
    /** The pharmacist or doctor who explained how it is taken: needed for a medicine. */
    explainedBy: z.string().trim().max(40).nullable(),
  }),
  output: z.object({ left: z.int() }),
  permission: 'clinics.write',
  trail: { writes: 'supplies.handOver' },
})

export const undoHandOver = endpoint({
  name: 'supplies.undoHandOver',
  kind: 'write',
  summary: { zh: '撤销一次发放', en: 'Take a hand-over back' },
  input: z.object({ attendanceId: attendanceIdSchema, id: z.uuid(), reason: reasonSchema }),
  output: z.object({}),
  permission: 'clinics.write',
  trail: { writes: 'supplies.undoHandOver' },
})
