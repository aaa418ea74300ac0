import { CompiledQuery, sql } from 'kysely'
import { createHash, randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import { z } from 'zod'
import { accountIdSchema, type AccountId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { grantSchema, type Grant } from './schema.ts'

/** Whoever makes a request: an account with its grants, through one session. */
export type Actor = {
  readonly tenantId: TenantId
  readonly accountId: AccountId
  readonly sessionId: string
  readonly name: string
  readonly displayName: string
  readonly language: 'zh-CN' | 'zh-Hant' | 'en'
  readonly mustChangePassword: boolean
  readonly grants: readonly Grant[]
}

/** A session ends after twelve hours, or after one without a request. */
const longest = '12 hours'
const idle = '1 hour'

const rowSchema = z.object({
  session_id: z.string(),
  stale: z.boolean(),
  account_id: accountIdSchema,
  name: z.string(),
  display_name: z.string(),
  language: z.enum(['zh-CN', 'zh-Hant', 'en']),
  must_change_password: z.boolean(),
  grants: z.array(grantSchema),
})

export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Grants of an account as the schema has them, in one column. */
export const grantsColumn = (account: string): string => `coalesce((
  select json_agg(json_strip_nulls(json_build_object('id', g.id, 'role', g.role, 'projectId', g.project_id, 'communityCode', g.community_code,
    'organisationId', g.organisation_id)) order by g.id)
  from role_grant g where g.tenant_id = ${account}.tenant_id and g.account_id = ${account}.id and g.ended_at is null
), '[]'::json)`

/** The actor of a live session: $1 the tenant, $2 the hash of the token. */
export const actorText = `select s.id as session_id, s.seen_at < now() - interval '1 minute' as stale, a.id as account_id, a.name, a.display_name,
    a.language, a.must_change_password, ${grantsColumn('a')} as grants
  from session s join account a on a.tenant_id = s.tenant_id and a.id = s.account_id
  where s.tenant_id = $1 and s.token_hash = $2 and s.ended_at is null and a.state = 'active'
    and s.expires_at > now() and s.seen_at > now() - interval '${idle}'`

export type Found = { readonly actor: Actor; /** It is time to note that the session was seen. */ readonly stale: boolean }

/** An actor from a row of the text above. */
export function toActor(tenantId: TenantId, found: unknown): Found {
  const row = rowSchema.parse(found)
  return {
    stale: row.stale,
    actor: {
      tenantId,
      accountId: row.account_id,
      sessionId: row.session_id,
      name: row.name,
      displayName: row.display_name,
      language: row.language,
      mustChangePassword: row.must_change_password,
      grants: row.grants,
    },
  }
}

export async function findActor(tx: Tx, tenantId: TenantId, token: string): Promise<Found | undefined> {
  const { rows } = await tx.executeQuery(CompiledQuery.raw(actorText, [tenantId, hashOf(token)]))
  return rows[0] === undefined ? undefined : toActor(tenantId, rows[0])
}

/** Opens a session and gives its token, which is kept nowhere but with the caller. */
export async function addSession(tx: Tx, tenantId: TenantId, accountId: AccountId, device: string): Promise<{ id: string; token: string }> {
  const token = randomBytes(32).toString('base64url')
  const id = v7()
  await sql`insert into session (tenant_id, id, account_id, token_hash, device, expires_at)
    values (${tenantId}, ${id}, ${accountId}, ${hashOf(token)}, ${device.slice(0, 200)}, now() + interval '${sql.raw(longest)}')`.execute(
    tx,
  )
  return { id, token }
}

export async function touchSession(tx: Tx, tenantId: TenantId, id: string): Promise<void> {
  await tx
    .updateTable('session')
    .set({ seen_at: sql`now()` })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
}

export async function endSession(tx: Tx, tenantId: TenantId, id: string): Promise<void> {
  await tx
    .updateTable('session')
    .set({ ended_at: sql`now()` })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
}

/** Ends every session of an account: its password or its state changed. */
export async function endSessionsOf(tx: Tx, tenantId: TenantId, accountId: AccountId, butNot = ''): Promise<void> {
  await sql`update session set ended_at = now() where tenant_id = ${tenantId} and account_id = ${accountId} and ended_at is null and id::text <> ${butNot}`.execute(
    tx,
  )
}
