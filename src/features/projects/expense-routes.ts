import { changedMeanwhile, no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { Day } from '../../kernel/day.ts'
import type { ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { route } from '../../server/route.ts'
import { addTo, nothingBefore, warningsOfEntry, type Entry } from './entry-rules.ts'
import {
  correctExpense,
  listExpenses,
  openExpense,
  recordExpense,
  restoreExpense,
  signaturePartSchema,
  voidExpense,
  type Expense,
} from './expense-schema.ts'
import * as store from './expense-store.ts'
import { listExpenseFiles } from './file-store.ts'
import { expenseFor, projectFor } from './open-routes.ts'
import { countFiles, listSignatures, removeSignatures } from './signature-store.ts'
import { addStep, listSteps } from './step-store.ts'
import { findProject, listBudget } from './store.ts'

type Project = NonNullable<Awaited<ReturnType<typeof findProject>>>

const taken = no('expenses.taken', { zh: '这笔支出已经登记过，请刷新后再看。', en: 'This expense is on record already.' })
const voided = no('expenses.voided', {
  zh: '这笔支出已经作废，先恢复才能改动。',
  en: 'This expense is voided. Restore it before changing anything.',
})
const notOurLine = no(
  'expenses.line',
  { zh: '没有这个预算科目，请重新选择。', en: 'There is no such budget line: choose again.' },
  { field: 'budgetLineId', sort: 'invalid' },
)

const notOurService = no(
  'expenses.service',
  { zh: '这个项目里没有这次服务，请重新选择。', en: 'The project has no such service: choose again.' },
  { field: 'serviceId', sort: 'invalid' },
)

/** An expense is of a line and for a service of its own project. */
async function mayStand(tx: Tx, tenantId: TenantId, projectId: ProjectId, { budgetLineId, serviceId }: Expense): Promise<Verdict> {
  if (budgetLineId !== null && !(await store.isLineOf(tx, tenantId, projectId, budgetLineId))) return notOurLine
  if (serviceId !== null && !(await store.isServiceOf(tx, tenantId, projectId, serviceId))) return notOurService
  return yes()
}

/** The project with its lines, as the rules want it. */
const budgetOf = async (tx: Tx, tenantId: TenantId, project: Project) => ({
  ...project,
  budget: await listBudget(tx, tenantId, project.id),
})

/** What an expense that was just written is to be checked for, beside all others of its project. */
async function warningsBeside(tx: Tx, tenantId: TenantId, project: Project, expense: Expense, today: Day) {
  const before = nothingBefore()
  for (const one of await store.listExpenses(tx, tenantId, project.id))
    if (one.voidedAt === null && one.id !== expense.id) addTo(before, one)
  return warningsOfEntry(expense, await budgetOf(tx, tenantId, project), before, today)
}

const entryOf = ({ budgetLineId, amountFen, spentOn, voucher, invoice, purpose, paidBy }: Expense): Entry => ({
  budgetLineId,
  amountFen,
  spentOn,
  voucher,
  invoice,
  purpose,
  paidBy,
})

export const expenseRoutes = [
  route(listExpenses, async (call) => {
    const { tx, tenantId, input, today } = call
    const project = await projectFor(call, input.projectId, 'look')
    if (!project.ok) return project
    const rows = await store.listExpenses(tx, tenantId, input.projectId)
    const signatures = Map.groupBy(await listSignatures(tx, tenantId, rows), ({ expenseId }) => expenseId)
    const files = await countFiles(tx, tenantId, input.projectId)
    const budget = await budgetOf(tx, tenantId, project.value)
    const before = nothingBefore()
    const listed = rows.map(({ recordedBy, voidedAt, voidedReason: _reason, projectId: _project, ...row }) => {
      const warnings = voidedAt === null ? warningsOfEntry(row, budget, before, today) : []
      if (voidedAt === null) addTo(before, entryOf(row))
      return {
        ...row,
        voided: voidedAt !== null,
        imported: recordedBy === null,
        signed: (signatures.get(row.id) ?? []).flatMap(({ part, stands }) => (stands ? [part] : [])),
        fileCount: files.get(row.id) ?? 0,
        warnings,
      }
    })
    return yes({ rows: input.serviceId === undefined ? listed : listed.filter(({ serviceId }) => serviceId === input.serviceId) })
  }),

  route(openExpense, async (call) => {
    const { tx, tenantId, input, actor, today } = call
    const found = await expenseFor(call, input.id, 'look')
    if (!found.ok) return found
    const { expense, project } = found.value
    const { recordedBy, voidedAt, voidedReason, ...row } = expense
    const steps = await listSteps(tx, tenantId, { projectId: project.id, about: 'expense', key: expense.id })
    const budget = await listBudget(tx, tenantId, project.id)
    return yes({
      ...row,
      project: project.name,
      budgetLine: budget.find(({ id }) => id === row.budgetLineId)?.name ?? null,
      recordedBy: await store.findAccountName(tx, tenantId, recordedBy),
      imported: recordedBy === null,
      voided:
        voidedAt === null
          ? null
          : { at: voidedAt.toISOString(), by: steps.find(({ step }) => step === 'voided')?.by ?? null, reason: voidedReason ?? '' },
      signatures: (await listSignatures(tx, tenantId, [expense])).map(({ part, by, accountId, at, stands }) => ({
        part,
        by,
        isMine: accountId === actor.accountId,
        at: at.toISOString(),
        stands,
      })),
      files: (await listExpenseFiles(tx, tenantId, expense.id)).map(({ dutyKey: _none, ...file }) => file),
      steps: steps.map(({ key: _key, ...step }) => step),
      warnings: voidedAt === null ? await warningsBeside(tx, tenantId, project, expense, today) : [],
    })
  }),

  route(recordExpense, async (call) => {
    const { tx, tenantId, input, actor, today } = call
    const { expense, projectId } = input
    const project = await projectFor(call, projectId, 'change')
    if (!project.ok) return project
    if ((await store.findExpense(tx, tenantId, expense.id)) !== undefined) return taken
    const may = await mayStand(tx, tenantId, projectId, expense)
    if (!may.ok) return may
    await store.addExpense(tx, tenantId, projectId, expense, actor.accountId)
    await addStep(tx, tenantId, { projectId, about: 'expense', key: expense.id }, { step: 'recorded' }, actor.accountId)
    call.note({ subject: `project:${projectId}`, details: { expense: expense.id } })
    return yes({ warnings: await warningsBeside(tx, tenantId, project.value, expense, today) })
  }),

  route(correctExpense, async (call) => {
    const { tx, tenantId, input, actor, today } = call
    await store.lockExpense(tx, tenantId, input.expense.id)
    const found = await expenseFor(call, input.expense.id, 'change')
    if (!found.ok) return found
    const { expense: earlier, project } = found.value
    if (earlier.voidedAt !== null) return voided
    const may = await mayStand(tx, tenantId, project.id, input.expense)
    if (!may.ok) return may
    if (!(await store.changeExpense(tx, tenantId, input.expense, input.version))) return changedMeanwhile
    const signed = (await listSignatures(tx, tenantId, [input.expense])).filter(({ stands }) => !stands)
    if (signed.length > 0) await removeSignatures(tx, tenantId, earlier.id, signaturePartSchema.options)
    await addStep(
      tx,
      tenantId,
      { projectId: project.id, about: 'expense', key: earlier.id },
      { step: signed.length > 0 ? 'correctedSigned' : 'corrected', earlier, reason: input.reason },
      actor.accountId,
    )
    call.note({ subject: `project:${project.id}`, reason: input.reason, details: { expense: earlier.id } })
    return yes({ warnings: await warningsBeside(tx, tenantId, project, input.expense, today) })
  }),

  route(voidExpense, async (call) => {
    const { tx, tenantId, input, actor, now } = call
    const found = await expenseFor(call, input.id, 'change')
    if (!found.ok) return found
    const { expense, project } = found.value
    if (expense.voidedAt !== null) return voided
    if (!(await store.voidExpense(tx, tenantId, input, { reason: input.reason, by: actor.accountId, at: now }))) return changedMeanwhile
    const of = { projectId: project.id, about: 'expense', key: expense.id } as const
    await addStep(tx, tenantId, of, { step: 'voided', reason: input.reason }, actor.accountId)
    call.note({ subject: `project:${project.id}`, reason: input.reason, details: { expense: expense.id } })
    return yes({})
  }),

  route(restoreExpense, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await expenseFor(call, input.id, 'change')
    if (!found.ok) return found
    const { expense, project } = found.value
    if (expense.voidedAt === null) return no('expenses.notVoided', { zh: '这笔支出没有作废。', en: 'This expense is not voided.' })
    if (!(await store.restoreExpense(tx, tenantId, input))) return changedMeanwhile
    const of = { projectId: project.id, about: 'expense', key: expense.id } as const
    await addStep(tx, tenantId, of, { step: 'restored', reason: input.reason }, actor.accountId)
    call.note({ subject: `project:${project.id}`, reason: input.reason, details: { expense: expense.id } })
    return yes({})
  }),
]
