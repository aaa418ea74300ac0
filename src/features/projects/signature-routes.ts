import { canReachProject } from '../../kernel/reach.ts'
import { changedMeanwhile, no, yes } from '../../kernel/verdict.ts'
import { paperFile } from '../../server/paper.ts'
import { route } from '../../server/route.ts'
import { reachOf } from '../identity/role-rules.ts'
import { expensePaper } from './expense-paper-rules.ts'
import { printExpense, signExpense, unsignExpense } from './expense-schema.ts'
import { lockExpense } from './expense-store.ts'
import { listExpenseFiles } from './file-store.ts'
import { expenseFor } from './open-routes.ts'
import { maySign, partsFrom } from './signature-rules.ts'
import { addSignature, listSignatures, removeSignatures } from './signature-store.ts'
import { addStep } from './step-store.ts'
import { findProjectDetail } from './store.ts'

const notApprover = no(
  'expenses.notApprover',
  { zh: '审批由机构负责人签字。', en: 'An expense is approved by the agency’s manager.' },
  { sort: 'forbidden' },
)
const voided = no('expenses.voidedSign', { zh: '这笔支出已经作废，不能签字。', en: 'This expense is voided and cannot be signed.' })

export const signatureRoutes = [
  route(signExpense, async (call) => {
    const { tx, tenantId, input, actor } = call
    await lockExpense(tx, tenantId, input.id)
    const found = await expenseFor(call, input.id, 'change')
    if (!found.ok) return found
    const { expense, project } = found.value
    if (input.part === 'approved') {
      const reach = reachOf(actor.grants, 'expenses.approve')
      if (reach === undefined || !canReachProject(reach, project.id)) return notApprover
    }
    if (expense.voidedAt !== null) return voided
    // Whoever signs signs what they saw.
    if (expense.version !== input.version) return changedMeanwhile
    const files = await listExpenseFiles(tx, tenantId, expense.id)
    const may = maySign(input.part, actor.accountId, await listSignatures(tx, tenantId, [expense]), files.length)
    if (!may.ok) return may
    await addSignature(tx, tenantId, expense, input.part, actor.accountId)
    const of = { projectId: project.id, about: 'expense', key: expense.id } as const
    await addStep(tx, tenantId, of, { step: `signed.${input.part}` }, actor.accountId)
    call.note({ subject: `project:${project.id}`, details: { expense: expense.id, part: input.part } })
    return yes({})
  }),

  route(unsignExpense, async (call) => {
    const { tx, tenantId, input, actor } = call
    await lockExpense(tx, tenantId, input.id)
    const found = await expenseFor(call, input.id, 'change')
    if (!found.ok) return found
    const { expense, project } = found.value
    const mine = (await listSignatures(tx, tenantId, [expense])).find(({ part }) => part === input.part)
    if (mine?.accountId !== actor.accountId)
      return no('expenses.notYours', { zh: '只能撤回自己签的字。', en: 'You can only take your own signature back.' })
    await removeSignatures(tx, tenantId, expense.id, partsFrom(input.part))
    const of = { projectId: project.id, about: 'expense', key: expense.id } as const
    await addStep(tx, tenantId, of, { step: `unsigned.${input.part}`, reason: input.reason }, actor.accountId)
    call.note({ subject: `project:${project.id}`, reason: input.reason, details: { expense: expense.id, part: input.part } })
    return yes({})
  }),

  route(printExpense, async (call) => {
    const { tx, tenantId, input } = call
    const found = await expenseFor(call, input.id, 'look')
    if (!found.ok) return found
    const { expense, project } = found.value
    call.note({ subject: `project:${project.id}`, details: { expense: expense.id } })
    const detail = await findProjectDetail(tx, tenantId, project.id)
    const signatures = (await listSignatures(tx, tenantId, [expense])).filter(({ stands }) => stands)
    const files = await listExpenseFiles(tx, tenantId, expense.id)
    return paperFile(
      call,
      input.format,
      '费用报销单',
      expensePaper({
        ...expense,
        project: project.name,
        agency: detail?.agency ?? null,
        budgetLine: detail?.budget.find(({ id }) => id === expense.budgetLineId)?.name ?? null,
        isVoided: expense.voidedAt !== null,
        signatures,
        fileCount: files.length,
      }),
    )
  }),
]
