import { v7 } from 'uuid'
import { addExpense } from '../features/projects/expense-store.ts'
import { addFile } from '../features/projects/file-store.ts'
import { daySchema } from '../kernel/day.ts'
import type { Tx } from '../server/db.ts'
import type { Sealer } from '../server/seal.ts'
import type { Aim, Spot } from './matrix.ts'

// What the endpoints of a project's money are asked for.

const version = 9999
const expense = (id: string) => ({
  id,
  budgetLineId: null,
  voucher: null,
  spentOn: daySchema.parse('2024-10-01'),
  amountFen: 1,
  purpose: null,
  invoice: null,
  payee: null,
  paidBy: null,
  handledBy: null,
})

/** An expense with a voucher. */
export async function addCourseTo(tx: Tx, tenantId: number, sealer: Sealer, spot: Spot): Promise<void> {
  const { expenseId, fileId } = spot.course
  await addExpense(tx, tenantId, spot.projectId, expense(expenseId), spot.accountId)
  await addFile(
    tx,
    tenantId,
    sealer,
    {
      id: fileId,
      projectId: spot.projectId,
      expenseId,
      dutyKey: null,
      fileName: '发票.pdf',
      mediaType: 'application/pdf',
      sha256: '',
      content: Buffer.from('%PDF-1.7'),
    },
    spot.accountId,
  )
}

export const projectMatrix: Record<string, { aim: Aim; input: (spot: Spot) => object; findsNothing?: true }> = {
  'expenses.list': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'expenses.open': { aim: 'project', input: (spot) => ({ id: spot.course.expenseId }) },
  'expenses.print': { aim: 'project', input: (spot) => ({ id: spot.course.expenseId, format: 'html' }) },
  'expenses.record': { aim: 'project', input: (spot) => ({ projectId: spot.projectId, expense: expense(v7()) }) },
  'expenses.correct': { aim: 'project', input: (spot) => ({ expense: expense(spot.course.expenseId), version, reason: '写错' }) },
  'expenses.sign': { aim: 'project', input: (spot) => ({ id: spot.course.expenseId, version, part: 'handled' }) },
  'expenses.unsign': { aim: 'project', input: (spot) => ({ id: spot.course.expenseId, part: 'handled', reason: '签错' }) },
  'expenses.void': { aim: 'project', input: (spot) => ({ id: spot.course.expenseId, version, reason: '录重' }) },
  'expenses.restore': { aim: 'project', input: (spot) => ({ id: spot.course.expenseId, version, reason: '没有录重' }) },
  'projectFiles.add': { aim: 'project', input: (spot) => ({ id: v7(), about: { expenseId: spot.course.expenseId } }) },
  'projectFiles.open': { aim: 'project', input: (spot) => ({ id: spot.course.fileId }) },
  'projectFiles.remove': { aim: 'project', input: (spot) => ({ id: spot.course.fileId, reason: '传错' }) },
}
