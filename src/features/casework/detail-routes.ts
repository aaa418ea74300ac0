import { maskedName } from '../../kernel/masks.ts'
import { accountIdSchema } from '../../kernel/ids.ts'
import type { SignedInCall } from '../../server/route.ts'
import { maySeeNames } from '../identity/role-rules.ts'
import { listOfPerson } from '../needs/store.ts'
import { listReferralsOfCase } from '../referrals/store.ts'
import { nextOf } from './case-rules.ts'
import { beforeAfter } from './closing-rules.ts'
import { findAccountName, findConsent, listCrises, listForms, listScores, listSteps } from './file-store.ts'
import { asOfFor, boxFor, factsOf, lastDayOf } from './load-routes.ts'
import { mayReadNote } from './note-rules.ts'
import { listSessions, type SessionRecord } from './note-store.ts'
import type { CaseDetail } from './schema.ts'
import type { CaseSession } from './session-schema.ts'
import { getCaseRow, type CaseRecord } from './store.ts'
import { closeReasonSchema } from './vocabulary-schema.ts'

/** A session as a list shows it to the caller: who may not read it learns that it was, and no more. */
export function shownSession(call: SignedInCall<unknown>, row: SessionRecord): CaseSession {
  const sees = maySeeNames(call.actor.grants)
  return {
    id: row.id,
    ordinal: row.ordinal,
    day: row.day,
    startsAt: row.starts_at,
    minutes: row.minutes,
    means: row.method,
    place: row.place,
    worker: row.worker,
    status: row.status,
    repeats: row.repeats,
    attended: row.attended.map(({ personId, name, part }) => ({ personId, name: sees ? name : maskedName(name), part })),
    isNarrow: row.is_narrow,
    mayRead: mayReadNote({ isNarrow: row.is_narrow, writtenBy: row.written_by, projectId: row.project_id }, call.actor),
    isWritten: row.is_written,
    isOverdue: row.is_overdue,
    review: row.review,
    nextOn: row.next_on,
  }
}

/** A case with all that belongs to it, as the caller may see it. */
export async function detailFor(call: SignedInCall<unknown>, row: CaseRecord): Promise<CaseDetail> {
  const { tx, tenantId, today } = call
  const box = boxFor(call)
  const asOf = await asOfFor(call, row.project_id)
  const forms = await listForms(tx, tenantId, box, row.id)
  const sessions = await listSessions(tx, tenantId, row.id, asOf)
  const next = nextOf(await factsOf(call, row, forms, sessions))
  const scores =
    row.person_id === null
      ? []
      : await listScores(tx, tenantId, { projectId: row.project_id, personId: row.person_id, number: row.number, from: row.opened_on })
  const needs =
    row.person_id === null
      ? []
      : (await listOfPerson(tx, tenantId, row.person_id, call.sealer)).filter(
          (need) => need.projectId === row.project_id && need.state !== 'withdrawn',
        )
  const referrals = await listReferralsOfCase(tx, tenantId, row.id, today)
  return {
    ...(await getCaseRow(tx, tenantId, row.id, asOf)),
    version: row.version,
    communityCode: row.community_code,
    openingServiceId: row.opening_service_id,
    source: row.source,
    problem: row.problem,
    note: row.note,
    closeReason: closeReasonSchema.safeParse(row.close_reason).data ?? null,
    workerId: row.worker_id === null ? null : accountIdSchema.parse(row.worker_id),
    supervisorId: row.supervisor_id === null ? null : accountIdSchema.parse(row.supervisor_id),
    supervisor: await findAccountName(tx, tenantId, row.supervisor_id),
    consent: (await findConsent(tx, tenantId, row.consent_id)) ?? null,
    forms,
    caseSessions: sessions.map((one) => shownSession(call, one)),
    crises: await listCrises(tx, tenantId, box, row.id),
    steps: await listSteps(tx, tenantId, box, row.id),
    next: next === undefined ? null : { to: next.to, missing: [...next.missing] },
    scores: beforeAfter(scores),
    needs,
    lastDay: await lastDayOf(call, row.project_id),
    referrals: referrals.map(({ id, organisation, state, isOverdue }) => ({ id, organisation, state, isOverdue })),
  }
}
