import { sql } from 'kysely'
import type { AccountId, PersonId, ProjectId } from '../../kernel/ids.ts'
import type { Day } from '../../kernel/day.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Sealer } from '../../server/seal.ts'
import { stateWith } from './need-rules.ts'
import type { Need, NeedAction, NeedState, NeedWords, Priority } from './schema.ts'
import { boundAction, boundEarlier, boundWords } from './store.ts'

export type WrittenNeed = {
  id: string
  domainId: string | null
  priority: Priority
  assessmentId: string | null
  words: NeedWords
  actions: readonly NeedAction[]
}

const sealWords = (sealer: Sealer, tenantId: TenantId, id: string, words: NeedWords): Buffer =>
  sealer.seal(JSON.stringify(words), boundWords(tenantId, id))

/** A need with its actions. It is in hand when there are any. */
export async function addNeed(
  tx: Tx,
  tenantId: TenantId,
  sealer: Sealer,
  of: { projectId: ProjectId; personId: PersonId; by: AccountId },
  need: WrittenNeed,
): Promise<void> {
  await sql`insert into need (tenant_id, id, project_id, person_id, recorded_person_id, domain_id, priority, assessment_id, state, words_sealed, created_by)
    values (${tenantId}, ${need.id}, ${of.projectId}, ${of.personId}, ${of.personId}, ${need.domainId}, ${need.priority}, ${need.assessmentId},
      ${stateWith(need.actions)}, ${sealWords(sealer, tenantId, need.id, need.words)}, ${of.by})`.execute(tx)
  await setActions(tx, tenantId, sealer, need.id, need.actions)
}

async function setActions(tx: Tx, tenantId: TenantId, sealer: Sealer, needId: string, actions: readonly NeedAction[]): Promise<void> {
  await sql`delete from need_action where tenant_id = ${tenantId} and need_id = ${needId}`.execute(tx)
  for (const [position, action] of actions.entries())
    await sql`insert into need_action (tenant_id, id, need_id, position, what_sealed, who, due_on, done_on)
      values (${tenantId}, ${action.id}, ${needId}, ${position}, ${sealer.seal(action.what, boundAction(tenantId, action.id))}, ${action.who},
        ${action.dueOn}, ${action.doneOn})`.execute(tx)
}

/** Whether it stood at this version and is not settled. */
export async function changeNeed(tx: Tx, tenantId: TenantId, sealer: Sealer, version: number, need: WrittenNeed): Promise<boolean> {
  const { rows } =
    await sql`update need set domain_id = ${need.domainId}::uuid, priority = ${need.priority}, assessment_id = ${need.assessmentId}::uuid,
      state = ${stateWith(need.actions)}, words_sealed = ${sealWords(sealer, tenantId, need.id, need.words)}, version = version + 1
    where tenant_id = ${tenantId} and id = ${need.id} and version = ${version} and state in ('open', 'inHand') returning id`.execute(tx)
  if (rows.length === 0) return false
  await setActions(tx, tenantId, sealer, need.id, need.actions)
  return true
}

/** Whether it stood at this version. */
export async function setState(
  tx: Tx,
  tenantId: TenantId,
  sealer: Sealer,
  of: { id: string; version: number },
  to: { state: NeedState; settledOn: Day | null; serviceId: string | null; words: NeedWords },
): Promise<boolean> {
  const { rows } =
    await sql`update need set state = ${to.state}, settled_on = ${to.settledOn}::date, met_service_id = ${to.serviceId}::uuid,
      words_sealed = ${sealWords(sealer, tenantId, of.id, to.words)}, version = version + 1
    where tenant_id = ${tenantId} and id = ${of.id} and version = ${of.version} returning id`.execute(tx)
  return rows.length === 1
}

/** Whether the need stood at this version and has such an action. */
export async function setDone(
  tx: Tx,
  tenantId: TenantId,
  of: { needId: string; version: number; actionId: string },
  doneOn: Day | null,
): Promise<boolean> {
  const { rows } = await sql`with changed as (
      update need set version = version + 1 where tenant_id = ${tenantId} and id = ${of.needId} and version = ${of.version} and state = 'inHand' returning id)
    update need_action a set done_on = ${doneOn}::date from changed c
    where a.tenant_id = ${tenantId} and a.need_id = c.id and a.id = ${of.actionId} returning a.id`.execute(tx)
  return rows.length === 1
}

export async function keepEarlier(
  tx: Tx,
  tenantId: TenantId,
  sealer: Sealer,
  of: { version: number; reason: string; by: AccountId },
  earlier: Need,
): Promise<void> {
  const { versions: _versions, ...kept } = earlier
  await sql`insert into need_version (tenant_id, need_id, version, earlier_sealed, reason, changed_by)
    values (${tenantId}, ${earlier.id}, ${of.version}, ${sealer.seal(JSON.stringify(kept), boundEarlier(tenantId, earlier.id, of.version))}, ${of.reason}, ${of.by})`.execute(
    tx,
  )
}

/** The needs that a case's plan works on, by its goals: those of the version before are let go. */
export async function setGoals(
  tx: Tx,
  tenantId: TenantId,
  caseId: string,
  links: readonly { needId: string; goalId: string }[],
): Promise<void> {
  await sql`delete from need_goal where tenant_id = ${tenantId} and case_id = ${caseId}`.execute(tx)
  for (const { needId, goalId } of links)
    await sql`insert into need_goal (tenant_id, need_id, goal_id, case_id) values (${tenantId}, ${needId}, ${goalId}, ${caseId}) on conflict do nothing`.execute(
      tx,
    )
}
