import { canReach, canReachInto, canReachProject } from '../../kernel/reach.ts'
import { absent, changedMeanwhile, no, yes, type Verdict } from '../../kernel/verdict.ts'
import { accountIdSchema, serviceIdSchema, type ProjectId } from '../../kernel/ids.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { addNotice } from '../identity/notice-store.ts'
import { findProject } from '../projects/store.ts'
import { findForm } from './file-store.ts'
import { boxFor, caseFor, outside, sessionFor } from './load-routes.ts'
import { isSupervisorOf, mayReview } from './note-rules.ts'
import { addComment, findSupervision, listQueue, listSupervisionRows, saveSupervision as save } from './review-store.ts'
import { listReviews, listSupervision, reviewRecord, saveSupervision } from './session-schema.ts'
import { formKindWords, stageWords } from './vocabulary-words.ts'
import { settleWaiting } from './waiting-routes.ts'

type Reviewed = { caseId: string; projectId: ProjectId; review: string | null; writtenBy: string | null }

/** The record that is reviewed, within the supervisor's reach. */
async function recordFor(call: SignedInCall<{ of: 'session' | 'form'; recordId: string }>): Promise<Verdict<Reviewed>> {
  const { input } = call
  if (input.of === 'session') {
    const found = await sessionFor(call, serviceIdSchema.parse(input.recordId))
    if (!found.ok) return found
    const [caseId] = found.value.case_ids
    return caseId === undefined
      ? absent({ zh: '这次服务的个案', en: 'case of this session' })
      : yes({ caseId, projectId: found.value.project_id, review: found.value.review, writtenBy: found.value.written_by })
  }
  const form = await findForm(call.tx, call.tenantId, input.recordId)
  if (form === undefined) return absent({ zh: '这份表', en: 'form' })
  const found = await caseFor(call, form.case_id)
  return found.ok
    ? yes({ caseId: form.case_id, projectId: found.value.project_id, review: form.review, writtenBy: form.written_by })
    : found
}

export const reviewRoutes = [
  route(listReviews, async ({ tx, tenantId, input, reach, actor }) => {
    if ((await findProject(tx, tenantId, input.projectId)) === undefined) return absent({ zh: '这个项目', en: 'project' })
    if (!canReachInto(reach, input.projectId)) return outside
    const all = isSupervisorOf(actor, input.projectId) && !input.mine
    const queue = await listQueue(tx, tenantId, {
      projectId: input.projectId,
      review: input.review,
      writtenBy: all ? undefined : actor.accountId,
    })
    const rows = queue.filter((row) => canReach(reach, { projectId: input.projectId, communityCode: row.community_code }))
    return yes({
      rows: rows.map((row) => ({
        of: row.of,
        id: row.id,
        caseId: row.case_id,
        number: row.number,
        person: row.person,
        what: row.kind === null ? (row.ordinal === null ? stageWords.intervention.zh : String(row.ordinal)) : formKindWords[row.kind].zh,
        day: row.day,
        writtenBy: row.writer,
        writtenAt: row.written_at?.toISOString() ?? null,
        isNarrow: row.is_narrow,
        review: row.review,
        isMine: row.written_by === actor.accountId,
      })),
      total: rows.length,
    })
  }),

  route(reviewRecord, async (call) => {
    const { tx, tenantId, input, actor } = call
    const found = await recordFor(call)
    if (!found.ok) return found
    const may = mayReview(found.value, input.kind, input.body, actor.accountId)
    if (!may.ok) return may
    call.note({ subject: `case:${found.value.caseId}`, details: { of: input.of, record: input.recordId, kind: input.kind } })
    await addComment(tx, tenantId, boxFor(call), { ...input, caseId: found.value.caseId, by: actor.accountId })
    if (input.kind !== 'comment' && found.value.writtenBy !== null) await settleWaiting(call, found.value.projectId, found.value.writtenBy)
    const matter = `caseReviews.returned:${input.recordId}`
    // A notice names no case and no person: it is shown where others may look on.
    if (input.kind === 'returned' && found.value.writtenBy !== null)
      await addNotice(tx, tenantId, accountIdSchema.parse(found.value.writtenBy), {
        code: 'caseReviews.returned',
        words: { zh: '督导退回了一份您写的个案记录，请按意见修改', en: 'Your supervisor returned a record for you to change' },
        subject: input.of === 'session' ? `/case-sessions/${input.recordId}` : `/cases/${found.value.caseId}/forms/${input.recordId}`,
        urgency: 'soon',
        matter: `${matter}:${input.id}`,
      })
    return yes({})
  }),

  route(listSupervision, async (call) => {
    const { tx, tenantId, input, reach, actor } = call
    if ((await findProject(tx, tenantId, input.projectId)) === undefined) return absent({ zh: '这个项目', en: 'project' })
    if (!canReachInto(reach, input.projectId)) return outside
    call.note({ subject: `project:${input.projectId}` })
    const all = isSupervisorOf(actor, input.projectId)
    const found = await listSupervisionRows(tx, tenantId, boxFor(call), input.projectId, all ? undefined : actor.accountId)
    return yes({
      rows: found.map(({ supervisorId, ...row }) => ({ ...row, isMine: supervisorId === actor.accountId })),
      totalMinutes: found.reduce((sum, row) => sum + row.minutes, 0),
    })
  }),

  route(saveSupervision, async (call) => {
    const { tx, tenantId, input, reach, actor, today } = call
    if ((await findProject(tx, tenantId, input.projectId)) === undefined) return absent({ zh: '这个项目', en: 'project' })
    if (!canReachProject(reach, input.projectId)) return outside
    if (input.day > today)
      return no('supervision.future', { zh: '日期在今天之后，请核对。', en: 'The day lies ahead.' }, { field: 'day', sort: 'invalid' })
    const known = await findSupervision(tx, tenantId, input.id)
    if (known === undefined && input.version !== 0) return changedMeanwhile
    if (known !== undefined && (known.project_id !== input.projectId || known.supervisor_id !== actor.accountId))
      return no(
        'supervision.author',
        { zh: '督导记录由写的人自己改。', en: 'A record of supervision is changed by its author.' },
        { sort: 'forbidden' },
      )
    call.note({ subject: `project:${input.projectId}`, details: { supervised: input.supervised.length, minutes: input.minutes } })
    return (await save(tx, tenantId, boxFor(call), input, actor.accountId)) ? yes({ version: input.version + 1 }) : changedMeanwhile
  }),
]
