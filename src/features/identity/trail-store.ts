import { sql } from 'kysely'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { trailLanes, type TenantId, type Tx } from '../../server/db.ts'
import type { Remembered } from './operation-store.ts'
import type { TrailRow } from './schema.ts'

/** What happened, for the trail. `details` is JSON that names fields and counts, never a sensitive value. */
export type TrailNote = {
  readonly at: Date
  readonly accountId?: string
  readonly entry: string
  /** `person:ID`, `service:ID` … */
  readonly subject?: string
  readonly reason?: string
  readonly details: string
  readonly operationId?: string
}

const separator = '\u001f'

/** An operation to be remembered beside its trail entry. */
export type Made = Remembered & { readonly id: string }

/**
 * Adds an entry to this connection's lane: the transaction took the lane's lock when it began, so the last entry it
 * sees is the lane's last. The hash covers the entry before and every column of this one.
 * With `made`, remembers the operation in the same statement. @throws a unique violation when it was just carried out.
 */
export async function addTrail(tx: Tx, tenantId: TenantId, note: TrailNote, made?: Made): Promise<void> {
  const at = note.at.toISOString()
  const tail = [at, note.accountId ?? '', note.entry, note.subject ?? '', note.reason ?? '', note.details, note.operationId ?? ''].join(
    separator,
  )
  const remembered =
    made === undefined
      ? sql``
      : sql`with made as (insert into operation (tenant_id, id, account_id, endpoint, input_hash, answer)
          values (${tenantId}, ${made.id}, ${made.accountId}, ${made.endpoint}, ${made.inputHash}, ${JSON.stringify(made.answer)}::jsonb))`
  await sql`${remembered}
    insert into trail (tenant_id, lane, seq, at, account_id, entry, subject, reason, details, operation_id, previous, hash)
    select ${tenantId}, n.lane, n.seq, ${at}::timestamptz, ${note.accountId ?? null}::uuid, ${note.entry}, ${note.subject ?? null}, ${note.reason ?? null},
      ${note.details}, ${note.operationId ?? null}::uuid, n.previous,
      sha256(n.previous || convert_to(concat_ws(${separator}, ${tenantId}::text, n.lane::text, n.seq::text, ${tail}::text), 'UTF8'))
    from (
      select l.lane, coalesce(last.seq, 0) + 1 as seq, coalesce(last.hash, '\\x'::bytea) as previous
      from (select (pg_backend_pid() % ${trailLanes})::smallint as lane) l
      left join lateral (
        select seq, hash from trail where tenant_id = ${tenantId} and trail.lane = l.lane order by seq desc limit 1
      ) last on true
    ) n`.execute(tx)
}

const linkSchema = z.object({
  lane: z.number(),
  seq: z.number(),
  at: z.date(),
  account_id: z.string().nullable(),
  entry: z.string(),
  subject: z.string().nullable(),
  reason: z.string().nullable(),
  details: z.string(),
  operation_id: z.string().nullable(),
  previous: z.instanceof(Buffer),
  hash: z.instanceof(Buffer),
})

export type Verification = { entries: number; lanes: number; broken: { lane: number; seq: number } | null }

/** Recomputes every lane from its first entry; `broken` is the first entry that is not what was written. Tells of each lane done. */
export async function verifyTrail(
  tx: Tx,
  tenantId: TenantId,
  tell: (lanesDone: number, lanes: number) => void = () => undefined,
): Promise<Verification> {
  let entries = 0
  let lanes = 0
  for (let lane = 0; lane < trailLanes; lane++) {
    let seq = 0
    let previous: Buffer = Buffer.alloc(0)
    for (;;) {
      const { rows } = await sql`select lane, seq, at, account_id, entry, subject, reason, details, operation_id, previous, hash
        from trail where tenant_id = ${tenantId} and lane = ${lane} and seq > ${seq} order by seq limit 5000`.execute(tx)
      for (const row of rows) {
        const link = linkSchema.parse(row)
        if (link.seq !== seq + 1 || !link.previous.equals(previous) || !link.hash.equals(hashOf(tenantId, link, previous)))
          return { entries, lanes: lanes + 1, broken: { lane, seq: seq + 1 } }
        seq = link.seq
        previous = link.hash
        entries++
      }
      if (rows.length < 5000) break
    }
    if (seq > 0) lanes++
    tell(lane + 1, trailLanes)
  }
  return { entries, lanes, broken: null }
}

function hashOf(tenantId: TenantId, link: z.infer<typeof linkSchema>, previous: Buffer): Buffer {
  const text = [
    tenantId,
    link.lane,
    link.seq,
    link.at.toISOString(),
    link.account_id ?? '',
    link.entry,
    link.subject ?? '',
    link.reason ?? '',
    link.details,
    link.operation_id ?? '',
  ].join(separator)
  return createHash('sha256').update(previous).update(text, 'utf8').digest()
}

export type TrailFilter = {
  offset: number
  limit: number
  accountId?: string
  accountName?: string
  entry?: string
  subject?: string
  from?: string
  to?: string
}

/** The newest entries first. */
export async function listTrail(tx: Tx, tenantId: TenantId, filter: TrailFilter): Promise<{ rows: TrailRow[]; total: number }> {
  const where = tx
    .selectFrom('trail')
    .leftJoin('account', (join) => join.onRef('account.tenant_id', '=', 'trail.tenant_id').onRef('account.id', '=', 'trail.account_id'))
    .leftJoin('account as meant', (join) =>
      join.onRef('meant.tenant_id', '=', 'trail.tenant_id').on('trail.subject', '=', sql<string>`'account:' || meant.id::text`),
    )
    .where('trail.tenant_id', '=', tenantId)
    .$if(filter.accountId !== undefined, (q) => q.where(sql<boolean>`trail.account_id = ${filter.accountId}::uuid`))
    .$if(filter.accountName !== undefined, (q) =>
      q.where((e) => {
        const like = `%${(filter.accountName ?? '').replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
        // Nobody is signed in yet while signing in: then it is about whose account it was.
        const signingIn = e.and([
          e('trail.account_id', 'is', null),
          e.or([e('meant.name', 'like', like), e('meant.display_name', 'like', like)]),
        ])
        return e.or([e('account.name', 'like', like), e('account.display_name', 'like', like), signingIn])
      }),
    )
    .$if(filter.entry !== undefined, (q) =>
      q.where('trail.entry', 'like', `${(filter.entry ?? '').replaceAll(/[\\%_]/g, String.raw`\$&`)}%`),
    )
    .$if(filter.subject !== undefined, (q) => q.where('trail.subject', '=', filter.subject ?? null))
    .$if(filter.from !== undefined, (q) => q.where('trail.at', '>=', new Date(filter.from ?? 0)))
    .$if(filter.to !== undefined, (q) => q.where('trail.at', '<', new Date(filter.to ?? 0)))
  const rows = await where
    .select([
      'trail.lane',
      'trail.seq',
      'trail.at',
      'trail.account_id as accountId',
      'account.display_name as account',
      'trail.entry',
      'trail.subject',
      'meant.display_name as subjectName',
      'trail.reason',
      'trail.details',
    ])
    .orderBy('trail.at', 'desc')
    .orderBy('trail.lane')
    .orderBy('trail.seq', 'desc')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute()
  const { total } = await where.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { rows: rows.map((row) => ({ ...row, at: row.at.toISOString() })), total }
}
