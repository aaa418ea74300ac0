import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { accountIdSchema, divisionCodeSchema, personIdSchema, projectIdSchema, serviceIdSchema } from '../../kernel/ids.ts'
import { pageOf, pageSchema } from '../../kernel/paging.ts'
import { needSchema } from '../needs/schema.ts'
import { referralStateSchema } from '../referrals/schema.ts'
import { caseFormSchema, closingFormSchema, intakeFormSchema, signatureSchema } from './form-schema.ts'
import { caseSessionSchema, commentSchema } from './session-schema.ts'
import {
  caseFormKindSchema,
  caseStageSchema,
  caseStepSchema,
  closeReasonSchema,
  reviewSchema,
  riskSchema,
  suspendReasonSchema,
} from './vocabulary-schema.ts'

const reasonSchema = z.string().trim().min(2).max(400)

const caseRowSchema = z.object({
  id: z.uuid(),
  projectId: projectIdSchema,
  number: z.string(),
  personId: personIdSchema.nullable(),
  person: z.string().nullable(),
  communityName: z.string().nullable(),
  stage: caseStageSchema,
  suspendedOn: daySchema.nullable(),
  openedOn: daySchema.nullable(),
  closedOn: daySchema.nullable(),
  worker: z.string().nullable(),
  counsellor: z.string().nullable(),
  risk: riskSchema.nullable(),
  isCrisis: z.boolean(),
  sessions: z.int(),
  lastOn: daySchema.nullable(),
  nextOn: daySchema.nullable(),
  /** Sessions not written down in time, or a next one whose day is over. */
  overdue: z.int(),
})
export type CaseRow = z.infer<typeof caseRowSchema>

export const caseStateFilterSchema = z.enum([...caseStageSchema.options, 'open', 'suspended'])

export const listCases = endpoint({
  name: 'cases.list',
  kind: 'read',
  summary: { zh: '个案列表', en: 'List cases' },
  input: z.object({
    ...pageSchema.shape,
    projectId: projectIdSchema,
    state: caseStateFilterSchema.optional(),
    worker: z.string().trim().max(40).optional(),
    mine: z.boolean().optional(),
    overdue: z.boolean().optional(),
    crisis: z.boolean().optional(),
    communityCode: divisionCodeSchema.optional(),
    search: z.string().trim().max(40).optional(),
  }),
  output: pageOf(caseRowSchema).extend({ workers: z.array(z.string()) }),
  permission: 'casework.read',
  trail: { unwritten: 'Which cases there are, without what they say.' },
})

export const listCasesOfPerson = endpoint({
  name: 'cases.ofPerson',
  kind: 'read',
  summary: { zh: '某人的个案', en: 'A person’s cases' },
  input: z.object({ personId: personIdSchema }),
  output: z.object({ rows: z.array(caseRowSchema) }),
  permission: 'casework.read',
  trail: { writes: 'cases.ofPerson' },
})

/** A filled-in form on file, with who signed it and what the supervisor said. */
const formOnFileSchema = z.object({
  id: z.uuid(),
  ordinal: z.int(),
  form: caseFormSchema,
  review: reviewSchema,
  writtenBy: z.string().nullable(),
  writtenAt: z.iso.datetime(),
  signatures: z.array(signatureSchema),
  comments: z.array(commentSchema),
})
export type FormOnFile = z.infer<typeof formOnFileSchema>

const wordsSchema = z.object({ zh: z.string(), en: z.string() })

const caseNeedSchema = needSchema.pick({
  id: true,
  version: true,
  domain: true,
  priority: true,
  state: true,
  statement: true,
  goal: true,
  actions: true,
  outcome: true,
  settledOn: true,
  metServiceId: true,
})
export type CaseNeed = z.infer<typeof caseNeedSchema>

const caseDetailSchema = caseRowSchema.extend({
  version: z.int(),
  communityCode: divisionCodeSchema.nullable(),
  openingServiceId: serviceIdSchema,
  source: z.string().nullable(),
  /** From an imported book. */
  problem: z.string().nullable(),
  note: z.string().nullable(),
  closeReason: closeReasonSchema.nullable(),
  workerId: accountIdSchema.nullable(),
  supervisorId: accountIdSchema.nullable(),
  supervisor: z.string().nullable(),
  consent: z
    .object({
      givenBy: z.string(),
      method: z.enum(['signature', 'fingerprint', 'spoken']),
      givenOn: daySchema,
      witness: z.string().nullable(),
    })
    .nullable(),
  forms: z.array(formOnFileSchema),
  caseSessions: z.array(caseSessionSchema),
  crises: z.array(
    z.object({
      id: z.uuid(),
      level: z.enum(['high', 'crisis']),
      raisedOn: daySchema,
      raisedBy: z.string().nullable(),
      happened: z.string(),
      done: z.string(),
      endedOn: daySchema.nullable(),
      outcome: z.string().nullable(),
    }),
  ),
  steps: z.array(
    z.object({
      id: z.uuid(),
      step: caseStepSchema,
      on: daySchema,
      by: z.string().nullable(),
      at: z.iso.datetime(),
      note: z.string().nullable(),
      isUndone: z.boolean(),
      undoneWhy: z.string().nullable(),
    }),
  ),
  /** The next stage, and what is missing for it. */
  next: z.object({ to: caseStageSchema, missing: z.array(wordsSchema) }).nullable(),
  scores: z.array(
    z.object({
      scale: z.string(),
      first: z.object({ score: z.number(), day: daySchema.nullable() }),
      last: z.object({ score: z.number(), day: daySchema.nullable() }).nullable(),
    }),
  ),
  /** What the person needs in this project, as far as it was not withdrawn. */
  needs: z.array(caseNeedSchema),
  /** Today, or the last day of a project that is over: what is counted and offered as a day goes no further. */
  lastDay: daySchema,
  referrals: z.array(z.object({ id: z.uuid(), organisation: z.string(), state: referralStateSchema, isOverdue: z.boolean() })),
})
export type CaseDetail = z.infer<typeof caseDetailSchema>

export const openCase = endpoint({
  name: 'cases.open',
  kind: 'read',
  summary: { zh: '打开一个个案', en: 'Open a case' },
  input: z.object({ id: z.uuid() }),
  output: caseDetailSchema,
  permission: 'casework.read',
  trail: { writes: 'cases.open' },
})

export const listCaseworkers = endpoint({
  name: 'cases.workers',
  kind: 'read',
  summary: { zh: '可负责个案的社工、咨询师与督导', en: 'Who may be in charge of a case' },
  input: z.object({ projectId: projectIdSchema }),
  output: z.object({
    workers: z.array(z.object({ id: accountIdSchema, name: z.string() })),
    supervisors: z.array(z.object({ id: accountIdSchema, name: z.string() })),
    recordDays: z.int(),
  }),
  permission: 'casework.read',
  trail: { unwritten: 'Names of staff accounts.' },
})

export const saveCaseworkSetting = endpoint({
  name: 'cases.saveSetting',
  kind: 'write',
  summary: { zh: '设置记录期限（工作日）', en: 'Set within how many working days a session is written down' },
  input: z.object({ projectId: projectIdSchema, recordDays: z.int().min(1).max(30) }),
  output: z.object({}),
  permission: 'casework.supervise',
  trail: { writes: 'cases.saveSetting' },
})

export const addCase = endpoint({
  name: 'cases.add',
  kind: 'write',
  summary: { zh: '接案登记', en: 'Open a case by its intake form' },
  input: z.object({
    id: z.uuid(),
    serviceId: serviceIdSchema,
    projectId: projectIdSchema,
    personId: personIdSchema,
    communityCode: divisionCodeSchema,
    on: daySchema,
    form: intakeFormSchema,
  }),
  output: z.object({ id: z.uuid(), number: z.string() }),
  permission: 'casework.write',
  trail: { writes: 'cases.add' },
})

const caseConsentSchema = z.object({
  givenBy: z.string().trim().min(1).max(40),
  capacity: z.enum(['self', 'guardian', 'relative']),
  method: z.enum(['signature', 'fingerprint', 'spoken']),
  givenOn: daySchema,
  witness: z.string().trim().max(40).nullable(),
})
export type CaseConsent = z.output<typeof caseConsentSchema>

const step = { id: z.uuid(), version: z.int() }

export const decideCase = endpoint({
  name: 'cases.decide',
  kind: 'write',
  summary: { zh: '接案或不接案', en: 'Accept a case, or not' },
  input: z.discriminatedUnion('accepted', [
    z.object({
      ...step,
      accepted: z.literal(true),
      on: daySchema,
      reason: z.string().trim().max(400).default(''),
      consent: caseConsentSchema,
      workerId: accountIdSchema,
      supervisorId: accountIdSchema.nullable(),
    }),
    z.object({ ...step, accepted: z.literal(false), on: daySchema, reason: reasonSchema }),
  ]),
  output: z.object({ version: z.int() }),
  permission: 'casework.write',
  trail: { writes: 'cases.decide' },
})

export const saveCaseForm = endpoint({
  name: 'cases.saveForm',
  kind: 'write',
  summary: { zh: '保存个案表格（每次保存留一个版本）', en: 'Save a form of a case; each saving is a version' },
  input: z.object({ ...step, formId: z.uuid(), form: caseFormSchema }),
  output: z.object({ version: z.int(), stage: caseStageSchema }),
  permission: 'casework.write',
  trail: { writes: 'cases.saveForm' },
})

export const signCaseForm = endpoint({
  name: 'cases.sign',
  kind: 'write',
  summary: { zh: '签名（屏幕签名，或登记纸面已签）', en: 'Sign a form on the screen, or record that it was signed on paper' },
  input: z.object({ ...step, signatureId: z.uuid(), formId: z.uuid(), signature: signatureSchema }),
  output: z.object({ version: z.int(), stage: caseStageSchema }),
  permission: 'casework.write',
  trail: { writes: 'cases.sign' },
})

export const changeStage = endpoint({
  name: 'cases.changeStage',
  kind: 'write',
  summary: { zh: '进入评估、中止、恢复或重新开案', en: 'Go to evaluation, suspend, resume or reopen' },
  input: z.object({
    ...step,
    to: z.enum(['evaluation', 'suspended', 'resumed', 'reopened']),
    on: daySchema,
    reason: z.string().trim().max(400).default(''),
    suspendReason: suspendReasonSchema.nullable().default(null),
  }),
  output: z.object({ version: z.int() }),
  permission: 'casework.write',
  trail: { writes: 'cases.changeStage' },
})

export const closeCase = endpoint({
  name: 'cases.close',
  kind: 'write',
  summary: { zh: '结案', en: 'Close a case' },
  input: z.object({
    ...step,
    formId: z.uuid(),
    on: daySchema,
    form: closingFormSchema,
    /** Needs that are settled by it, and by which service. */
    needs: z
      .array(
        z.object({ id: z.uuid(), version: z.int(), state: z.enum(['met', 'notMet']), serviceId: serviceIdSchema.nullable().default(null) }),
      )
      .max(20)
      .default([]),
  }),
  output: z.object({ version: z.int() }),
  permission: 'casework.write',
  trail: { writes: 'cases.close' },
})

const undoneNeedSchema = z.object({ id: z.uuid(), statement: z.string() })

export const undoCaseStep = endpoint({
  name: 'cases.undo',
  kind: 'write',
  summary: { zh: '撤销个案的上一步', en: 'Take back the last step of a case' },
  input: z.object({ ...step, reason: reasonSchema }),
  output: z.object({
    version: z.int(),
    /** What its closing had settled and is open again. */
    reopened: z.array(undoneNeedSchema),
    /** What its closing had settled, but somebody has changed since: that stays. */
    left: z.array(undoneNeedSchema),
  }),
  permission: 'casework.write',
  trail: { writes: 'cases.undo' },
})

export const saveCrisis = endpoint({
  name: 'cases.saveCrisis',
  kind: 'write',
  summary: { zh: '标记或解除危机', en: 'Raise a crisis on a case, or end it' },
  input: z.discriminatedUnion('act', [
    z.object({
      ...step,
      act: z.literal('raise'),
      crisisId: z.uuid(),
      level: z.enum(['high', 'crisis']),
      on: daySchema,
      happened: z.string().trim().min(2).max(2000),
      done: z.string().trim().min(2).max(2000),
    }),
    z.object({ ...step, act: z.literal('end'), crisisId: z.uuid(), on: daySchema, outcome: z.string().trim().min(2).max(2000) }),
  ]),
  output: z.object({ version: z.int() }),
  permission: 'casework.write',
  trail: { writes: 'cases.saveCrisis' },
})

export const assignCase = endpoint({
  name: 'cases.assign',
  kind: 'write',
  summary: { zh: '更换负责社工或督导', en: 'Change who is in charge of a case' },
  input: z.object({ ...step, workerId: accountIdSchema, supervisorId: accountIdSchema.nullable() }),
  output: z.object({ version: z.int() }),
  permission: 'casework.write',
  trail: { writes: 'cases.assign' },
})

/** A form's kind in its address. */
export const formKindOf = (text: string | undefined) => caseFormKindSchema.safeParse(text).data
