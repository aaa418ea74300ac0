import { v7 } from 'uuid'
import { addChange } from '../features/course/change-store.ts'
import { addRisk } from '../features/course/risk-store.ts'
import { addExpense } from '../features/projects/expense-store.ts'
import { addFile } from '../features/projects/file-store.ts'
import { daySchema } from '../kernel/day.ts'
import type { Tx } from '../server/db.ts'
import type { Sealer } from '../server/seal.ts'
import type { Aim, Spot } from './matrix.ts'

// What the endpoints of a project's money and course are asked for.

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
  serviceId: null,
})

const risk = { title: '大雪封路', likelihood: 2, impact: 2, measure: '改为电话问候', owner: '刘社工' }
const staff = { kind: 'staff', role: '社工', leaves: '刘社工', comes: '王社工', on: daySchema.parse('2025-01-01') } as const

/** An expense with a voucher, a risk and a change that waits. */
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
  const by = spot.accountId
  await addRisk(tx, tenantId, { id: spot.course.riskId, projectId: spot.projectId, by, on: daySchema.parse('2024-10-01') }, risk)
  const asked = { id: spot.course.changeId, projectId: spot.projectId, what: staff, reason: '人员调动', reversesId: null }
  await addChange(tx, tenantId, asked, by)
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
  'course.open': { aim: 'project', input: (spot) => ({ projectId: spot.projectId }) },
  'course.saveSettings': {
    aim: 'project',
    input: (spot) => ({ projectId: spot.projectId, version, reports: 'monthly', reportDays: 10, charity: null }),
  },
  'course.saveDuty': {
    aim: 'project',
    input: (spot) => ({ projectId: spot.projectId, key: `own/${v7()}`, version: 0, title: '联席会议', dueOn: '2025-01-10', reason: null }),
  },
  'course.finishDuty': {
    aim: 'project',
    input: (spot) => ({ projectId: spot.projectId, key: 'midterm', version, doneOn: '2025-01-02', note: null }),
  },
  'course.dismissDuty': { aim: 'project', input: (spot) => ({ projectId: spot.projectId, key: 'midterm', version, reason: '合同没有' }) },
  'course.reopenDuty': { aim: 'project', input: (spot) => ({ projectId: spot.projectId, key: 'midterm', version, reason: '点错' }) },
  'course.addRisk': { aim: 'project', input: (spot) => ({ ...risk, id: v7(), projectId: spot.projectId }) },
  'course.changeRisk': { aim: 'project', input: (spot) => ({ ...risk, id: spot.course.riskId, version }) },
  'course.moveRisk': { aim: 'project', input: (spot) => ({ id: spot.course.riskId, version, state: 'closed', reason: '过去了' }) },
  'course.askChange': {
    aim: 'project',
    input: (spot) => ({ id: v7(), projectId: spot.projectId, what: staff, reason: '人员调动', reversesId: null }),
  },
  'course.decideChange': {
    aim: 'project',
    input: (spot) => ({ id: spot.course.changeId, version, approve: false, reason: '再想想', basis: null }),
  },
  'course.withdrawChange': { aim: 'project', input: (spot) => ({ id: spot.course.changeId, version, reason: '不变了' }) },
  'course.printChange': { aim: 'project', input: (spot) => ({ id: spot.course.changeId, format: 'html' }) },
  'projectFiles.add': { aim: 'project', input: (spot) => ({ id: v7(), about: { expenseId: spot.course.expenseId } }) },
  'projectFiles.open': { aim: 'project', input: (spot) => ({ id: spot.course.fileId }) },
  'projectFiles.remove': { aim: 'project', input: (spot) => ({ id: spot.course.fileId, reason: '传错' }) },
}
