import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { projectIdSchema, serviceIdSchema } from '../../kernel/ids.ts'
import { fenSchema } from '../../kernel/money.ts'
import { paperAnswers, paperFormatSchema } from '../../kernel/paper.ts'
import { reasonSchema } from '../../kernel/reason.ts'

const wordsSchema = z.object({ zh: z.string(), en: z.string() })

export const paidBySchema = z.enum(['transfer', 'card', 'cash'])
export type PaidBy = z.infer<typeof paidBySchema>

/** The service that an expense was made for, as the ledger has it. */
export const spentForSchema = z.object({
  id: serviceIdSchema,
  kind: z.string(),
  title: z.string().nullable(),
  day: daySchema.nullable(),
})
export type SpentFor = z.infer<typeof spentForSchema>

const expenseSchema = z.object({
  id: z.uuid(),
  budgetLineId: z.uuid().nullable(),
  voucher: z.string().max(40).nullable(),
  spentOn: daySchema,
  amountFen: fenSchema,
  purpose: z.string().max(120).nullable(),
  invoice: z.string().max(40).nullable(),
  /** Whom the money went to. */
  payee: z.string().max(60).nullable(),
  paidBy: paidBySchema.nullable(),
  /** The handler as written, on paper or in a workbook. Who signed here is a signature. */
  handledBy: z.string().max(40).nullable(),
  /** The service that it was made for. */
  serviceId: serviceIdSchema.nullable().default(null),
})
export type Expense = z.infer<typeof expenseSchema>

/** The three who sign an expense: 经手、证明、审批. */
export const signaturePartSchema = z.enum(['handled', 'verified', 'approved'])
export type SignaturePart = z.infer<typeof signaturePartSchema>

const warningSchema = z.object({ code: z.string(), text: wordsSchema })

/** An expense with the service that it was made for. */
export const paidSchema = expenseSchema.extend({ service: spentForSchema.nullable() })

const listedSchema = paidSchema.extend({
  version: z.int(),
  voided: z.boolean(),
  /** Came with an import. */
  imported: z.boolean(),
  /** Parts whose signature stands. */
  signed: z.array(signaturePartSchema),
  fileCount: z.int(),
  warnings: z.array(warningSchema),
})
export type ListedExpense = z.infer<typeof listedSchema>

export const listExpenses = endpoint({
  name: 'expenses.list',
  kind: 'read',
  summary: { zh: '项目支出明细', en: 'A project’s expenses' },
  /** `serviceId`: only what was spent on that one. */
  input: z.object({ projectId: projectIdSchema, serviceId: serviceIdSchema.optional() }),
  output: z.object({ rows: z.array(listedSchema) }),
  permission: 'projects.read',
  trail: { unwritten: 'A project’s own money, no persons who are served.' },
})

const signatureSchema = z.object({
  part: signaturePartSchema,
  by: z.string(),
  isMine: z.boolean(),
  at: z.iso.datetime(),
  /** False: the expense says something else than what was signed. */
  stands: z.boolean(),
})

export const projectFileSchema = z.object({
  id: z.uuid(),
  fileName: z.string(),
  mediaType: z.string(),
  bytes: z.number(),
  addedBy: z.string().nullable(),
  addedAt: z.iso.datetime(),
})
export type ProjectFile = z.infer<typeof projectFileSchema>

export const stepSchema = z.object({
  id: z.uuid(),
  step: z.string(),
  reason: z.string().nullable(),
  by: z.string().nullable(),
  at: z.iso.datetime(),
})
export type ProjectStep = z.infer<typeof stepSchema>

const openedSchema = paidSchema.extend({
  version: z.int(),
  projectId: projectIdSchema,
  project: z.string(),
  budgetLine: z.string().nullable(),
  recordedBy: z.string().nullable(),
  imported: z.boolean(),
  voided: z.object({ at: z.iso.datetime(), by: z.string().nullable(), reason: z.string() }).nullable(),
  signatures: z.array(signatureSchema),
  files: z.array(projectFileSchema),
  steps: z.array(stepSchema),
  warnings: z.array(warningSchema),
})
export type OpenedExpense = z.infer<typeof openedSchema>

export const openExpense = endpoint({
  name: 'expenses.open',
  kind: 'read',
  summary: { zh: '一笔支出：签字、凭证与经过', en: 'An expense with its signatures, vouchers and history' },
  input: z.object({ id: z.uuid() }),
  output: openedSchema,
  permission: 'projects.read',
  trail: { unwritten: 'A project’s own money, no persons who are served.' },
})

export const recordExpense = endpoint({
  name: 'expenses.record',
  kind: 'write',
  summary: { zh: '登记支出', en: 'Record an expense' },
  input: z.object({ projectId: projectIdSchema, expense: expenseSchema }),
  output: z.object({ warnings: z.array(warningSchema) }),
  permission: 'projects.record',
  trail: { writes: 'expenses.record' },
})

/** What was signed before is signed anew. */
export const correctExpense = endpoint({
  name: 'expenses.correct',
  kind: 'write',
  summary: { zh: '更正支出；已有的签字作废，要重新签', en: 'Correct an expense; what was signed is signed anew' },
  input: z.object({ expense: expenseSchema, version: z.int(), reason: reasonSchema }),
  output: z.object({ warnings: z.array(warningSchema) }),
  permission: 'projects.record',
  trail: { writes: 'expenses.correct' },
})

export const signExpense = endpoint({
  name: 'expenses.sign',
  kind: 'write',
  summary: { zh: '支出签字：经手、证明或审批', en: 'Sign an expense: handled, verified or approved' },
  input: z.object({ id: z.uuid(), version: z.int(), part: signaturePartSchema }),
  output: z.object({}),
  permission: 'projects.record',
  trail: { writes: 'expenses.sign' },
})

/** One's own, with those that came after it. */
export const unsignExpense = endpoint({
  name: 'expenses.unsign',
  kind: 'write',
  summary: { zh: '撤回自己的签字', en: 'Take one’s signature back' },
  input: z.object({ id: z.uuid(), part: signaturePartSchema, reason: reasonSchema }),
  output: z.object({}),
  permission: 'projects.record',
  trail: { writes: 'expenses.unsign' },
})

export const voidExpense = endpoint({
  name: 'expenses.void',
  kind: 'write',
  summary: { zh: '作废支出：留着看得到，不再计入', en: 'Void an expense: it stays to be seen and counts nowhere' },
  input: z.object({ id: z.uuid(), version: z.int(), reason: reasonSchema }),
  output: z.object({}),
  permission: 'projects.record',
  trail: { writes: 'expenses.void' },
})

export const restoreExpense = endpoint({
  name: 'expenses.restore',
  kind: 'write',
  summary: { zh: '恢复作废的支出', en: 'Restore a voided expense' },
  input: z.object({ id: z.uuid(), version: z.int(), reason: reasonSchema }),
  output: z.object({}),
  permission: 'projects.record',
  trail: { writes: 'expenses.restore' },
})

export const printExpense = endpoint({
  name: 'expenses.print',
  kind: 'read',
  summary: { zh: '费用报销单', en: 'The sheet of an expense' },
  input: z.object({ id: z.uuid(), format: paperFormatSchema }),
  output: z.unknown(),
  permission: 'projects.read',
  trail: { writes: 'expenses.print' },
  answers: paperAnswers,
})
