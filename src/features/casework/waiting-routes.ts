import type { AccountId, ProjectId } from '../../kernel/ids.ts'
import { accountIdSchema } from '../../kernel/ids.ts'
import type { SignedInCall } from '../../server/route.ts'
import type { NewNotice } from '../identity/notice-schema.ts'
import { addNotice, addNoticeToRole, settleMatters } from '../identity/notice-store.ts'
import { listQueue } from './review-store.ts'
import type { CaseRecord } from './store.ts'

const matterOf = (projectId: ProjectId, writer: AccountId): string => `caseReviews.waiting:${projectId}:${writer}:`

/**
 * Tells the case's supervisor, or the project's, that records of this writer wait to be read: once a day, however many
 * there are.
 */
export async function tellWaiting({ tx, tenantId, actor, today }: SignedInCall<unknown>, row: CaseRecord): Promise<void> {
  const notice: NewNotice = {
    code: 'caseReviews.waiting',
    words: { zh: '{worker}有个案记录等您阅读', en: '{worker} has casework records for you to read' },
    given: { worker: actor.displayName },
    subject: '/supervision',
    projectId: row.project_id,
    urgency: 'calm',
    matter: `${matterOf(row.project_id, actor.accountId)}${today}`,
  }
  if (row.supervisor_id === null)
    await addNoticeToRole(tx, tenantId, { roles: ['supervisor'], projectId: row.project_id, except: actor.accountId }, notice)
  else if (row.supervisor_id !== actor.accountId) await addNotice(tx, tenantId, accountIdSchema.parse(row.supervisor_id), notice)
}

/** Nothing of this writer waits any more: the notices are done. */
export async function settleWaiting({ tx, tenantId }: SignedInCall<unknown>, projectId: ProjectId, writer: string): Promise<void> {
  const writtenBy = accountIdSchema.parse(writer)
  const left = await listQueue(tx, tenantId, { projectId, review: 'waiting', writtenBy })
  if (left.length === 0) await settleMatters(tx, tenantId, matterOf(projectId, writtenBy))
}
