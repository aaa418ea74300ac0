import { canReachInto, canReachProject } from '../../kernel/reach.ts'
import type { ProjectId } from '../../kernel/ids.ts'
import { absent, no, yes } from '../../kernel/verdict.ts'
import type { SignedInCall } from '../../server/route.ts'
import { findExpense } from './expense-store.ts'
import { findProject } from './store.ts'

export const aProject = { zh: '这个项目', en: 'project' }
export const outside = no(
  'project.outside',
  { zh: '这个项目不在您的负责范围内。', en: 'This project is not among yours.' },
  { sort: 'forbidden' },
)

/** A project within the caller's reach: the whole of it to change something, any part of it to look. */
export async function projectFor(call: SignedInCall<unknown>, id: ProjectId, to: 'look' | 'change') {
  const project = await findProject(call.tx, call.tenantId, id)
  if (project === undefined) return absent(aProject)
  const may = to === 'look' ? canReachInto(call.reach, id) : canReachProject(call.reach, id)
  return may ? yes(project) : outside
}

/** An expense of a project within the caller's reach. */
export async function expenseFor(call: SignedInCall<unknown>, id: string, to: 'look' | 'change') {
  const expense = await findExpense(call.tx, call.tenantId, id)
  if (expense === undefined) return absent({ zh: '这笔支出', en: 'expense' })
  const project = await projectFor(call, expense.projectId, to)
  return project.ok ? yes({ expense, project: project.value }) : project
}
