import { z } from 'zod'
import { daySchema, monthSchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { divisionCodeSchema, organisationIdSchema, projectIdSchema, serviceIdSchema } from '../../kernel/ids.ts'
import { reasonSchema } from '../../kernel/reason.ts'
import { kindSchema, partySchema, statusSchema } from '../ledger/kind-schema.ts'
import { measureKeySchema } from '../measures/measure-schema.ts'

const programmeIdSchema = z.uuid().meta({ id: 'ProgrammeId' })
export const programmeStateSchema = z.enum(['draft', 'active', 'ended'])
export type ProgrammeState = z.infer<typeof programmeStateSchema>

/** Where a community stands: without a programme, with one by name alone, or with one that has a page. */
export const standingSchema = z.enum(['none', 'named', 'draft', 'active', 'ended'])
export type Standing = z.infer<typeof standingSchema>

const partnerSchema = z.object({
  id: z.uuid(),
  party: partySchema,
  /** Null while it is still to be found. */
  organisationId: organisationIdSchema.nullable(),
  does: z.string().trim().max(80).nullable(),
})
export type Partner = z.infer<typeof partnerSchema>

const stepSchema = z.object({ id: z.uuid(), month: monthSchema, what: z.string().trim().min(1).max(120), doneOn: daySchema.nullable() })
export type Step = z.infer<typeof stepSchema>

const planSchema = z.object({
  name: z.string().trim().min(2).max(60),
  forWhom: z.string().trim().max(120).nullable(),
  purpose: z.string().trim().max(1000).nullable(),
  partners: z.array(partnerSchema).max(20),
  steps: z.array(stepSchema).max(60),
  /** What it came to, in words. The figures are counted. */
  results: z.string().trim().max(2000).nullable(),
})
export type Plan = z.infer<typeof planSchema>

/** All that a version keeps. */
export const contentSchema = planSchema.extend({ markId: z.uuid().nullable() })
export type Content = z.infer<typeof contentSchema>

const figureSchema = z.object({ key: measureKeySchema, value: z.number().nullable() })

const listedSchema = z.object({
  communityCode: divisionCodeSchema,
  communityName: z.string(),
  townName: z.string().nullable(),
  standing: standingSchema,
  id: programmeIdSchema.nullable(),
  name: z.string().nullable(),
  forWhom: z.string().nullable(),
  steps: z.int(),
  stepsDone: z.int(),
  /** Steps whose month is over and which are not done. */
  stepsLate: z.int(),
  services: z.int(),
  persons: z.number().nullable(),
  times: z.number().nullable(),
  markId: z.uuid().nullable(),
})
export type ListedProgramme = z.infer<typeof listedSchema>

export const listProgrammes = endpoint({
  name: 'programmes.list',
  kind: 'read',
  summary: { zh: '各社区的一社一品，也列出还没有的社区', en: 'The signature programme of each community, and communities without one' },
  input: z.object({ projectId: projectIdSchema }),
  output: z.object({ rows: z.array(listedSchema) }),
  permission: 'programmes.read',
  trail: { unwritten: 'Programmes and counts, no persons.' },
})

/** A service that belongs to a programme, as it is listed. */
export const serviceSchema = z.object({
  id: serviceIdSchema,
  kind: kindSchema,
  title: z.string().nullable(),
  number: z.string().nullable(),
  day: daySchema.nullable(),
  status: statusSchema,
  attendances: z.int(),
  photos: z.int(),
})
export type ProgrammeService = z.infer<typeof serviceSchema>

export const actSchema = z.enum([
  'begun',
  'copied',
  'changed',
  'stepped',
  'restored',
  'marked',
  'started',
  'ended',
  'reopened',
  'backToDraft',
])
export type Act = z.infer<typeof actSchema>

const programmeSchema = contentSchema.extend({
  id: programmeIdSchema,
  version: z.int(),
  state: programmeStateSchema,
  projectId: projectIdSchema,
  communityCode: divisionCodeSchema,
  communityName: z.string(),
  townName: z.string().nullable(),
  partners: z.array(partnerSchema.extend({ organisation: z.string().nullable() })),
  /** Counted by the measures from the services that belong to it; what came to nothing is left out. */
  figures: z.array(figureSchema),
  /** The last day that its figures and duties are seen from: today, or the project's last. */
  asOf: daySchema,
})
export type Programme = z.infer<typeof programmeSchema>

const openedSchema = programmeSchema.extend({
  services: z.array(serviceSchema),
  copiedFrom: z.object({ id: programmeIdSchema, name: z.string(), communityName: z.string() }).nullable(),
  versions: z.array(
    z.object({
      version: z.int(),
      act: actSchema,
      name: z.string(),
      reason: z.string().nullable(),
      by: z.string().nullable(),
      at: z.iso.datetime(),
    }),
  ),
  /** Whether the caller may change it. */
  mayChange: z.boolean(),
})
export type OpenedProgramme = z.infer<typeof openedSchema>

export const openProgramme = endpoint({
  name: 'programmes.open',
  kind: 'read',
  summary: { zh: '一个社区的一社一品', en: 'A signature programme' },
  input: z.object({ id: programmeIdSchema }),
  output: openedSchema,
  permission: 'programmes.read',
  trail: { unwritten: 'A programme and the services that belong to it, no persons.' },
})

export const compareProgrammes = endpoint({
  name: 'programmes.compare',
  kind: 'read',
  summary: { zh: '一社一品并排比较', en: 'Signature programmes side by side' },
  input: z.object({
    ids: z
      .array(programmeIdSchema)
      .min(1)
      .max(4)
      .refine((ids) => new Set(ids).size === ids.length),
  }),
  output: z.object({ programmes: z.array(programmeSchema.extend({ services: z.int() })) }),
  permission: 'programmes.read',
  trail: { unwritten: 'Programmes and counts, no persons.' },
})

export const saveProgramme = endpoint({
  name: 'programmes.save',
  kind: 'write',
  summary: { zh: '新建或修改一社一品', en: 'Begin or change a signature programme' },
  input: planSchema.extend({
    id: programmeIdSchema,
    /** 0: a new one. */
    version: z.int().min(0),
    projectId: projectIdSchema,
    communityCode: divisionCodeSchema,
    reason: reasonSchema.nullable(),
  }),
  output: z.object({ version: z.int() }),
  permission: 'programmes.write',
  trail: { writes: 'programmes.save' },
})

export const copyProgramme = endpoint({
  name: 'programmes.copy',
  kind: 'write',
  summary: { zh: '把一社一品的方案复制到另一个社区', en: 'Take a programme’s plan to another community' },
  input: z.object({
    id: programmeIdSchema,
    newId: programmeIdSchema,
    projectId: projectIdSchema,
    communityCode: divisionCodeSchema,
    name: z.string().trim().min(2).max(60),
    /** The month of the first step; the others follow at the same distance. */
    firstMonth: monthSchema,
  }),
  output: z.object({ id: programmeIdSchema }),
  permission: 'programmes.write',
  trail: { writes: 'programmes.copy' },
})

export const moveProgramme = endpoint({
  name: 'programmes.move',
  kind: 'write',
  summary: { zh: '启动、结束一社一品，或撤回', en: 'Start or end a programme, or take that back' },
  input: z.object({ id: programmeIdSchema, version: z.int(), to: programmeStateSchema, reason: reasonSchema.nullable() }),
  output: z.object({ version: z.int() }),
  permission: 'programmes.write',
  trail: { writes: 'programmes.move' },
})

export const finishStep = endpoint({
  name: 'programmes.finishStep',
  kind: 'write',
  summary: { zh: '年度计划的一步已完成，或撤回', en: 'A step of the year’s plan is done, or is not after all' },
  input: z.object({ id: programmeIdSchema, version: z.int(), stepId: z.uuid(), doneOn: daySchema.nullable() }),
  output: z.object({ version: z.int() }),
  permission: 'programmes.write',
  trail: { writes: 'programmes.finishStep' },
})

export const restoreProgramme = endpoint({
  name: 'programmes.restore',
  kind: 'write',
  summary: { zh: '恢复到以前的一版', en: 'Bring an earlier version back' },
  input: z.object({ id: programmeIdSchema, version: z.int(), to: z.int().min(1), reason: reasonSchema }),
  output: z.object({ version: z.int() }),
  permission: 'programmes.write',
  trail: { writes: 'programmes.restore' },
})

export const addProgrammeServices = endpoint({
  name: 'programmes.addServices',
  kind: 'write',
  summary: { zh: '把台账里的服务归入一社一品', en: 'Let services of the ledger belong to a programme' },
  input: z.object({ id: programmeIdSchema, serviceIds: z.array(serviceIdSchema).min(1).max(200) }),
  output: z.object({ added: z.int() }),
  permission: 'programmes.write',
  trail: { writes: 'programmes.addServices' },
})

export const removeProgrammeService = endpoint({
  name: 'programmes.removeService',
  kind: 'write',
  summary: { zh: '把误归入的服务移出', en: 'Take a service off a programme' },
  input: z.object({ id: programmeIdSchema, serviceId: serviceIdSchema, reason: reasonSchema }),
  output: z.object({}),
  permission: 'programmes.write',
  trail: { writes: 'programmes.removeService' },
})

export const markProgramme = endpoint({
  name: 'programmes.mark',
  kind: 'write',
  summary: { zh: '上传或撤下标志', en: 'Give a programme its mark, or take it off' },
  /** With one picture, or with none to take the mark off. */
  input: z.object({ id: programmeIdSchema, version: z.int(), markId: z.uuid() }),
  output: z.object({ version: z.int() }),
  permission: 'programmes.write',
  trail: { writes: 'programmes.mark' },
  takesFiles: true,
})

export const lookAtMark = endpoint({
  name: 'programmes.lookAtMark',
  kind: 'read',
  summary: { zh: '一社一品的标志', en: 'A programme’s mark' },
  input: z.object({ id: programmeIdSchema, markId: z.uuid() }),
  output: z.unknown(),
  permission: 'programmes.read',
  trail: { unwritten: 'A picture that stands for a programme.' },
  answers: 'image/jpeg',
})
