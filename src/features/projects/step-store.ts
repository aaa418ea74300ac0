import { sql } from 'kysely'
import { z } from 'zod'
import type { AccountId, ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { newId } from '../../server/ids.ts'

type About = { readonly projectId: ProjectId; readonly about: 'expense' | 'duty' | 'risk'; readonly key: string }
type Step = { readonly step: string; readonly earlier?: object; readonly reason?: string | null }

/** Writes down what happened to an expense, a duty or a risk of a project. */
export async function addStep(tx: Tx, tenantId: TenantId, of: About, step: Step, by: AccountId): Promise<void> {
  await sql`insert into project_step (tenant_id, id, project_id, about, about_key, step, earlier, reason, taken_by)
    values (${tenantId}, ${newId()}, ${of.projectId}, ${of.about}, ${of.key}, ${step.step},
      ${step.earlier === undefined ? null : JSON.stringify(step.earlier)}::jsonb, ${step.reason ?? null}, ${by})`.execute(tx)
}

const rowSchema = z.object({
  id: z.uuid(),
  key: z.string(),
  step: z.string(),
  reason: z.string().nullable(),
  by: z.string().nullable(),
  at: z.date(),
})

/** What happened to all of a sort in a project, or to one of them: the latest first. */
export async function listSteps(tx: Tx, tenantId: TenantId, of: Omit<About, 'key'> & { readonly key?: string }) {
  const { rows } = await sql`select s.id, s.about_key as key, s.step, s.reason, s.taken_at as at,
      (select a.display_name from account a where a.tenant_id = ${tenantId} and a.id = s.taken_by) as by
    from project_step s where s.tenant_id = ${tenantId} and s.project_id = ${of.projectId} and s.about = ${of.about}
      and (${of.key ?? null}::text is null or s.about_key = ${of.key ?? null}) order by s.taken_at desc, s.id desc`.execute(tx)
  return z
    .array(rowSchema)
    .parse(rows)
    .map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}
