import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { divisionCodeSchema, organisationIdSchema, personIdSchema, projectIdSchema, serviceIdSchema } from '../../kernel/ids.ts'
import { pageOf, pageSchema } from '../../kernel/paging.ts'

export const referralStateSchema = z.enum(['draft', 'sent', 'accepted', 'refused', 'done', 'withdrawn'])
export type ReferralState = z.infer<typeof referralStateSchema>

/** What of a person's file may be handed over, each chosen by itself. */
export const handedFieldSchema = z.enum([
  'name',
  'sex',
  'age',
  'birthDate',
  'idNumber',
  'phone',
  'otherPhone',
  'community',
  'address',
  'livingWith',
  'contacts',
  'labels',
])
export type HandedField = z.infer<typeof handedFieldSchema>

const reasonSchema = z.string().trim().min(2).max(400)

const contentSchema = z.object({
  reason: z.string().trim().min(2).max(2000),
  /** Services given so far. */
  given: z.string().trim().max(2000),
  needs: z.string().trim().min(2).max(2000),
  /** Papers that go along, by name. */
  enclosed: z.array(z.string().trim().min(1).max(60)).max(12),
  /** Readings chosen one by one, each a line with its day as it stood then. */
  measured: z.array(z.string().trim().min(1).max(200)).max(20).default([]),
})
export type ReferralContent = z.output<typeof contentSchema>

export const referralConsentSchema = z.object({
  givenBy: z.string().trim().min(1).max(40),
  capacity: z.enum(['self', 'guardian', 'relative']),
  method: z.enum(['signature', 'fingerprint', 'spoken']),
  givenOn: daySchema,
  witness: z.string().trim().max(40).nullable(),
})
export type ReferralConsent = z.output<typeof referralConsentSchema>

const referralRowSchema = z.object({
  id: z.uuid(),
  state: referralStateSchema,
  projectId: projectIdSchema,
  personId: personIdSchema,
  person: z.string(),
  communityName: z.string().nullable(),
  organisationId: organisationIdSchema,
  organisation: z.string(),
  dueOn: daySchema.nullable(),
  sentOn: daySchema.nullable(),
  answeredOn: daySchema.nullable(),
  endedOn: daySchema.nullable(),
  hasConsent: z.boolean(),
  isOverdue: z.boolean(),
  writtenBy: z.string(),
})
export type ReferralRow = z.infer<typeof referralRowSchema>

export const listReferrals = endpoint({
  name: 'referrals.list',
  kind: 'read',
  summary: { zh: '转介列表', en: 'List referrals' },
  input: z.object({
    ...pageSchema.shape,
    projectId: projectIdSchema,
    state: referralStateSchema.optional(),
    /** Past its day: sent without an answer, or accepted and not done. */
    overdue: z.boolean().optional(),
    organisationId: organisationIdSchema.optional(),
    communityCode: divisionCodeSchema.optional(),
  }),
  output: pageOf(referralRowSchema),
  permission: 'referrals.read',
  trail: { unwritten: 'Who was referred where, without what was handed over.' },
})

export const listReferralsOfPerson = endpoint({
  name: 'referrals.ofPerson',
  kind: 'read',
  summary: { zh: '某人的转介', en: 'A person’s referrals' },
  input: z.object({ personId: personIdSchema }),
  output: z.object({ rows: z.array(referralRowSchema) }),
  permission: 'referrals.read',
  trail: { writes: 'referrals.ofPerson' },
})

/** A field handed over, with its value as it was copied when the referral was sent. */
const handedSchema = z.object({ field: handedFieldSchema, value: z.string().nullable() })
export type Handed = z.infer<typeof handedSchema>

const stepSchema = z.object({
  id: z.uuid(),
  step: z.enum(['written', 'changed', 'consented', 'sent', 'accepted', 'refused', 'done', 'withdrawn', 'undone']),
  by: z.string().nullable(),
  at: z.iso.datetime(),
  note: z.string().nullable(),
})

const referralDetailSchema = referralRowSchema.extend({
  version: z.int(),
  communityCode: divisionCodeSchema.nullable(),
  receiver: z.string().nullable(),
  receiverPhone: z.string().nullable(),
  caseId: z.uuid().nullable(),
  serviceId: serviceIdSchema.nullable(),
  content: contentSchema,
  fields: z.array(handedFieldSchema),
  /** Copied when it is sent; numbers masked for the office, which has them on file. */
  handed: z.array(handedSchema),
  consent: referralConsentSchema.nullable(),
  answeredBy: z.string().nullable(),
  answeredVia: z.enum(['partner', 'office']).nullable(),
  answer: z.string().nullable(),
  outcome: z.string().nullable(),
  steps: z.array(stepSchema),
})
export type ReferralDetail = z.infer<typeof referralDetailSchema>

export const openReferral = endpoint({
  name: 'referrals.open',
  kind: 'read',
  summary: { zh: '打开一份转介', en: 'Open a referral' },
  input: z.object({ id: z.uuid() }),
  output: referralDetailSchema,
  permission: 'referrals.read',
  trail: { writes: 'referrals.open' },
})

/** What is written of a referral until it is sent. */
export const referralInputSchema = z.object({
  id: z.uuid(),
  /** 0 for a new one. */
  version: z.int().min(0),
  projectId: projectIdSchema,
  personId: personIdSchema,
  communityCode: divisionCodeSchema.nullable(),
  organisationId: organisationIdSchema,
  receiver: z.string().trim().max(40).nullable(),
  receiverPhone: z.string().trim().max(40).nullable(),
  content: contentSchema,
  fields: z.array(handedFieldSchema).min(1).max(12),
  dueOn: daySchema,
  caseId: z.uuid().nullable().default(null),
  serviceId: serviceIdSchema.nullable().default(null),
})
export type ReferralInput = z.output<typeof referralInputSchema>

export const saveReferral = endpoint({
  name: 'referrals.save',
  kind: 'write',
  summary: { zh: '填写或修改转介（发出之前）', en: 'Write a referral, or change it before it is sent' },
  input: referralInputSchema,
  /** `consentLapsed`: what was agreed to has changed, so the consent must be asked for again. */
  output: z.object({ version: z.int(), consentLapsed: z.boolean() }),
  permission: 'referrals.write',
  trail: { writes: 'referrals.save' },
})

const step = { id: z.uuid(), version: z.int() }

export const recordReferralConsent = endpoint({
  name: 'referrals.recordConsent',
  kind: 'write',
  summary: { zh: '登记本人对这次转介的单独同意', en: 'Record the separate consent to this referral' },
  input: z.object({ ...step, consent: referralConsentSchema }),
  output: z.object({ version: z.int() }),
  permission: 'referrals.write',
  trail: { writes: 'referrals.recordConsent' },
})

export const sendReferral = endpoint({
  name: 'referrals.send',
  kind: 'write',
  summary: { zh: '发出转介', en: 'Send a referral' },
  input: z.object(step),
  output: z.object({ version: z.int() }),
  permission: 'referrals.write',
  trail: { writes: 'referrals.send' },
})

export const recordReferralAnswer = endpoint({
  name: 'referrals.recordAnswer',
  kind: 'write',
  summary: { zh: '登记对方电话答复的接收或拒绝', en: 'Record the answer that came by telephone' },
  input: z.object({
    ...step,
    answer: z.enum(['accepted', 'refused']),
    on: daySchema,
    by: z.string().trim().min(1).max(40),
    note: z.string().trim().max(400).nullable(),
  }),
  output: z.object({ version: z.int() }),
  permission: 'referrals.write',
  trail: { writes: 'referrals.recordAnswer' },
})

export const finishReferral = endpoint({
  name: 'referrals.finish',
  kind: 'write',
  summary: { zh: '办结转介，写明跟进结果', en: 'Close a referral with what came of it' },
  input: z.object({ ...step, on: daySchema, outcome: z.string().trim().min(2).max(2000) }),
  output: z.object({ version: z.int() }),
  permission: 'referrals.write',
  trail: { writes: 'referrals.finish' },
})

export const withdrawReferral = endpoint({
  name: 'referrals.withdraw',
  kind: 'write',
  summary: { zh: '撤回转介', en: 'Withdraw a referral' },
  input: z.object({ ...step, reason: reasonSchema, consentWithdrawn: z.boolean().default(false) }),
  output: z.object({ version: z.int() }),
  permission: 'referrals.write',
  trail: { writes: 'referrals.withdraw' },
})

export const undoReferralStep = endpoint({
  name: 'referrals.undo',
  kind: 'write',
  summary: { zh: '撤销转介的上一步', en: 'Take back the last step of a referral' },
  input: z.object({ ...step, reason: reasonSchema }),
  output: z.object({ version: z.int() }),
  permission: 'referrals.write',
  trail: { writes: 'referrals.undo' },
})
