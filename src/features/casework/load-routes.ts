import { asOf, type Day } from '../../kernel/day.ts'
import type { ProjectId, ServiceId } from '../../kernel/ids.ts'
import { canReach } from '../../kernel/reach.ts'
import { absent, no, yes, type Verdict } from '../../kernel/verdict.ts'
import type { SignedInCall } from '../../server/route.ts'
import { workdaysFor } from '../ledger/workday-routes.ts'
import { findFile } from '../people/store.ts'
import { findProject } from '../projects/store.ts'
import type { CaseFacts } from './case-rules.ts'
import type { CaseForm } from './form-schema.ts'
import { writtenBefore } from './note-rules.ts'
import { findSession, type SessionRecord } from './note-store.ts'
import type { FormOnFile } from './schema.ts'
import { boxOf, type Box } from './sealed-store.ts'
import { findCase, getRecordDays, type AsOf, type CaseRecord } from './store.ts'
import type { CaseFormKind, CaseStage } from './vocabulary-schema.ts'

const aCase = { zh: '这个个案', en: 'case' }
const aSession = { zh: '这次个案服务', en: 'casework session' }
export const outside = no(
  'cases.outside',
  { zh: '这个个案不在您负责的社区或项目内。', en: 'This case is not in your communities or projects.' },
  { sort: 'forbidden' },
)

type Call = SignedInCall<unknown>

export const boxFor = (call: Call): Box => boxOf(call.sealer, call.tenantId)

/** By which day sessions must have been written down: working days and holidays are those of the agency's calendar. */
export async function asOfFor(call: Call, projectId?: string): Promise<AsOf> {
  const days = projectId === undefined ? 3 : await getRecordDays(call.tx, call.tenantId, projectId)
  return { writtenBefore: writtenBefore(call.today, days, await workdaysFor(call)) }
}

/** Today, or the last day of a project that is over. */
export async function lastDayOf(call: Call, projectId: ProjectId): Promise<Day> {
  const project = await findProject(call.tx, call.tenantId, projectId)
  return project === undefined ? call.today : asOf(call.today, project.endsOn)
}

/** A case within the caller's reach. */
export async function caseFor(call: Call, id: string): Promise<Verdict<CaseRecord>> {
  call.note({ subject: `case:${id}` })
  const found = await findCase(call.tx, call.tenantId, id)
  if (found === undefined) return absent(aCase)
  return canReach(call.reach, { projectId: found.project_id, communityCode: found.community_code }) ? yes(found) : outside
}

/** A casework session within the caller's reach: by where it was, or by one of its cases. */
export async function sessionFor(call: Call, id: ServiceId): Promise<Verdict<SessionRecord>> {
  call.note({ subject: `service:${id}` })
  const found = await findSession(call.tx, call.tenantId, id, await asOfFor(call))
  if (found === undefined) return absent(aSession)
  if (canReach(call.reach, { projectId: found.project_id, communityCode: found.community_code })) return yes(found)
  for (const caseId of found.case_ids) {
    const one = await findCase(call.tx, call.tenantId, caseId)
    if (one !== undefined && canReach(call.reach, { projectId: one.project_id, communityCode: one.community_code })) return yes(found)
  }
  return outside
}

/** Where a case stands; an imported one stands where its state says. */
function stageOf(row: CaseRecord): CaseStage {
  if (row.stage !== null) return row.stage
  if (row.state === 'open') return 'intervention'
  return row.state
}

/** The version of a form that holds. */
export function lastOf<K extends CaseFormKind>(
  forms: readonly FormOnFile[],
  kind: K,
): (FormOnFile & { form: Extract<CaseForm, { kind: K }> }) | undefined {
  const is = (one: FormOnFile): one is FormOnFile & { form: Extract<CaseForm, { kind: K }> } => one.form.kind === kind
  return forms.findLast(is)
}

/** What the rules ask of a case. */
export async function factsOf(
  call: Call,
  row: CaseRecord,
  forms: readonly FormOnFile[],
  sessions: readonly SessionRecord[],
): Promise<CaseFacts> {
  const plan = lastOf(forms, 'plan')
  const file = row.person_id === null ? undefined : await findFile(call.tx, call.tenantId, row.person_id, { whole: true })
  return {
    stage: stageOf(row),
    suspendedOn: row.suspended_on,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
    hasAssessment: lastOf(forms, 'assessment') !== undefined,
    plan: plan === undefined ? null : { goals: plan.form.content.goals.length, signed: plan.signatures.map((one) => one.party) },
    sessions: sessions.filter((one) => one.status === 'held' && one.is_written && !one.repeats).length,
    isDeceased: file !== undefined && file.deceasedOn !== null,
  }
}
