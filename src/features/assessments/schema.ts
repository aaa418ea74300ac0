import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { divisionCodeSchema, personIdSchema, projectIdSchema, serviceIdSchema } from '../../kernel/ids.ts'
import { pageOf, pageSchema } from '../../kernel/paging.ts'
import { reasonSchema } from '../../kernel/reason.ts'
import { answersSchema, informantSchema, phaseSchema, riskContactSchema, riskProtocolSchema } from './scale-schema.ts'

const assessmentIdSchema = z.uuid().meta({ id: 'AssessmentId' })
const scaleCodeSchema = z.string().max(40)
const protocolInputSchema = riskProtocolSchema.extend({ nextContactOn: daySchema })

/** An agency's own text of a scale whose text belongs to somebody else. */
const scaleTextSchema = z.object({
  scale: scaleCodeSchema,
  version: z.int(),
  permission: z.string().trim().min(4).max(300),
  items: z.record(z.string().max(40), z.string().trim().min(1).max(300)),
  /** `item/option` → its text; `*` stands for every item. */
  options: z.record(z.string().max(80), z.string().trim().min(1).max(160)),
  changedBy: z.string().nullable(),
  changedAt: z.iso.datetime(),
})
export type ScaleText = z.infer<typeof scaleTextSchema>

export const listScaleTexts = endpoint({
  name: 'scales.texts',
  kind: 'read',
  summary: { zh: '机构自备的量表文字', en: 'The agency’s own texts of scales' },
  input: z.object({}),
  output: z.object({ texts: z.array(scaleTextSchema) }),
  permission: 'assessments.read',
  trail: { unwritten: 'Texts of questions; nothing about anybody.' },
})

export const saveScaleText = endpoint({
  name: 'scales.saveText',
  kind: 'write',
  summary: { zh: '录入量表文字和所持许可', en: 'Enter a scale’s text with the permission held' },
  input: scaleTextSchema.omit({ changedBy: true, changedAt: true }),
  output: z.object({ version: z.int() }),
  permission: 'scales.manage',
  trail: { writes: 'scales.saveText' },
})

const riskFollowUpSchema = riskContactSchema.extend({
  id: z.uuid(),
  contactedOn: daySchema,
  /** Null: none is needed any more. */
  nextContactOn: daySchema.nullable(),
  by: z.string().nullable(),
  at: z.iso.datetime(),
})
export type RiskFollowUp = z.infer<typeof riskFollowUpSchema>

const assessmentSchema = z.object({
  id: assessmentIdSchema,
  version: z.int(),
  projectId: projectIdSchema,
  scale: z.string(),
  scaleVersion: z.string(),
  phase: phaseSchema,
  occasion: z.string().nullable(),
  day: daySchema.nullable(),
  score: z.number().nullable(),
  band: z.string().nullable(),
  /** Null: only a total is known, from a workbook. */
  answers: answersSchema.nullable(),
  informant: informantSchema.nullable(),
  note: z.string().nullable(),
  assessor: z.string().nullable(),
  serviceId: serviceIdSchema.nullable(),
  protocol: riskProtocolSchema.nullable(),
  /** Contacts after the protocol was opened, in order. */
  followUps: z.array(riskFollowUpSchema),
  withdrawn: z.object({ reason: z.string(), by: z.string().nullable(), at: z.iso.datetime() }).nullable(),
  versions: z.array(
    z.object({ version: z.int(), reason: z.string(), by: z.string().nullable(), at: z.iso.datetime(), score: z.number().nullable() }),
  ),
})
export type Assessment = z.infer<typeof assessmentSchema>

export const listAssessmentsOfPerson = endpoint({
  name: 'assessments.ofPerson',
  kind: 'read',
  summary: { zh: '某人的测评', en: 'A person’s assessments' },
  input: z.object({ personId: personIdSchema }),
  output: z.object({ rows: z.array(assessmentSchema) }),
  permission: 'assessments.read',
  trail: { writes: 'assessments.ofPerson' },
})

const facts = {
  answers: answersSchema,
  day: daySchema,
  phase: phaseSchema,
  occasion: z.string().trim().min(1).max(40).nullable(),
  informant: informantSchema,
  note: z.string().trim().max(1000).nullable(),
  protocol: protocolInputSchema.nullable(),
}

const outcomeSchema = z.object({
  id: assessmentIdSchema,
  version: z.int(),
  score: z.number().nullable(),
  band: z.string().nullable(),
  /** How many supervisors (or, where there is none, managers) were told of a risk; null: there was none to tell of. */
  told: z.int().nullable(),
})

export const recordAssessment = endpoint({
  name: 'assessments.record',
  kind: 'write',
  summary: { zh: '登记一次测评', en: 'Record an assessment' },
  input: z.object({
    id: assessmentIdSchema,
    projectId: projectIdSchema,
    personId: personIdSchema,
    scale: scaleCodeSchema,
    ...facts,
    phase: phaseSchema.default('during'),
    occasion: facts.occasion.default(null),
    informant: informantSchema.default('self'),
    note: facts.note.default(null),
    protocol: facts.protocol.default(null),
    /** The session at which it was done. */
    serviceId: serviceIdSchema.nullable().default(null),
  }),
  output: outcomeSchema,
  permission: 'assessments.write',
  trail: { writes: 'assessments.record' },
})

export const correctAssessment = endpoint({
  name: 'assessments.correct',
  kind: 'write',
  summary: { zh: '更正一次测评（保留原记录和理由）', en: 'Correct an assessment, keeping what stood before and the reason' },
  input: z.object({ personId: personIdSchema, id: assessmentIdSchema, version: z.int(), ...facts, reason: reasonSchema }),
  output: outcomeSchema,
  permission: 'assessments.write',
  trail: { writes: 'assessments.correct' },
})

export const followRiskUp = endpoint({
  name: 'assessments.followUp',
  kind: 'write',
  summary: { zh: '登记风险处置之后的一次跟进', en: 'Record a contact after a risk protocol was opened' },
  input: z.object({
    id: z.uuid(),
    personId: personIdSchema,
    assessmentId: assessmentIdSchema,
    contactedOn: daySchema,
    ...riskContactSchema.shape,
    nextContactOn: daySchema.nullable(),
  }),
  output: z.object({}),
  permission: 'assessments.write',
  trail: { writes: 'assessments.followUp' },
})

export const withdrawAssessment = endpoint({
  name: 'assessments.withdraw',
  kind: 'write',
  summary: { zh: '作废一次测评，或撤销作废', en: 'Withdraw an assessment, or take that back' },
  input: z.object({
    personId: personIdSchema,
    id: assessmentIdSchema,
    version: z.int(),
    withdrawn: z.boolean(),
    reason: reasonSchema,
  }),
  output: z.object({ version: z.int() }),
  permission: 'assessments.write',
  trail: { writes: 'assessments.withdraw' },
})

const listedSchema = z.object({
  id: assessmentIdSchema,
  personId: personIdSchema,
  name: z.string(),
  communityName: z.string().nullable(),
  scale: z.string(),
  day: daySchema.nullable(),
  score: z.number().nullable(),
  band: z.string().nullable(),
  phase: phaseSchema,
  assessor: z.string().nullable(),
  /** When it is done again; null when the day of the last is not known. */
  dueOn: daySchema.nullable(),
  /** How many there are of this person on this scale. */
  times: z.int(),
})
export type ListedAssessment = z.infer<typeof listedSchema>

export const listAssessments = endpoint({
  name: 'assessments.list',
  kind: 'read',
  summary: { zh: '项目里的测评：每人每张量表最近一次', en: 'A project’s assessments: the latest of each person on each scale' },
  input: z.object({
    ...pageSchema.shape,
    projectId: projectIdSchema,
    scale: scaleCodeSchema.optional(),
    band: z.string().max(20).optional(),
    communityCode: divisionCodeSchema.optional(),
    due: z.boolean().optional(),
  }),
  output: pageOf(listedSchema).extend({
    /** The day as of which something is due: today, or the project's last. */
    asOf: daySchema,
    due: z.int(),
    intervals: z.array(z.object({ scale: z.string(), months: z.int(), version: z.int() })),
  }),
  permission: 'assessments.read',
  trail: { writes: 'assessments.list' },
})

export const setInterval = endpoint({
  name: 'assessments.setInterval',
  kind: 'write',
  summary: { zh: '设定一张量表的复评周期', en: 'Say after how many months a scale is done again' },
  input: z.object({ projectId: projectIdSchema, scale: scaleCodeSchema, months: z.int().min(1).max(60), version: z.int().min(0) }),
  output: z.object({ version: z.int() }),
  permission: 'projects.manage',
  trail: { writes: 'assessments.setInterval' },
})
