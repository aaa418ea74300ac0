import { hash } from 'node:crypto'
import type { TenantId, Tx } from '../../server/db.ts'
import { canonical } from '../../kernel/canonical.ts'
import { beforeTheFirst, faultOfFigure, isListOf, jsonOf, recordOf, type Fault } from './figure-record-rules.ts'
import type { FigureRecord, StoredFigure } from './figure-record-schema.ts'

export type Verified = { figures: number; sets: number; lastHash: string; broken: { seq: number; fault: Fault } | null }

const sha = (text: string): string => hash('sha256', text, 'hex')
const perPage = 1000

/** A page of a tenant's chain, in its order. */
async function listStored(tx: Tx, tenantId: TenantId, after: number, limit: number): Promise<StoredFigure[]> {
  return tx
    .selectFrom('frozen_figure')
    .select([
      'id',
      'seq',
      'set_id as setId',
      'project_id as projectId',
      'measure',
      'at',
      'members_sha256 as membersSha256',
      'corrects',
      'body',
      'hash',
    ])
    .where('tenant_id', '=', tenantId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute()
}

type SetRow = {
  id: string
  project_id: string
  purpose: string
  title: string
  scope: string
  as_of: Date
  by_account: string
  first_seq: number
  last_seq: number
}

const isSetOf = (set: SetRow | undefined, record: FigureRecord): boolean =>
  set !== undefined &&
  set.project_id === record.project.id &&
  set.purpose === record.set.purpose &&
  set.title === record.set.title &&
  set.scope === canonical(jsonOf(record.set.scope)) &&
  set.as_of.toISOString() === record.asOf &&
  set.by_account === record.set.by &&
  set.first_seq <= record.seq &&
  record.seq <= set.last_seq

/**
 * Goes through a tenant's chain from its first figure: each figure, its list of members, its set, and that none is
 * missing, at the end neither. `broken` is the first that is not what was frozen.
 */
export async function verifyChain(
  tx: Tx,
  tenantId: TenantId,
  tell: (done: number, of: number) => void = () => undefined,
): Promise<Verified> {
  const rows = await tx.selectFrom('frozen_set').selectAll().where('tenant_id', '=', tenantId).orderBy('first_seq').execute()
  const sets = new Map<string, SetRow>(rows.map((set) => [set.id, set]))
  const last = Math.max(0, ...rows.map((set) => set.last_seq), await lastNoted(tx, tenantId))
  let before = { seq: 0, hash: beforeTheFirst }
  const checked = new Set<string>()
  const broken = (seq: number, fault: Fault): Verified => ({
    figures: before.seq,
    sets: sets.size,
    lastHash: before.hash,
    broken: { seq, fault },
  })
  for (;;) {
    const page = await listStored(tx, tenantId, before.seq, perPage)
    const lists = await findLists(tx, tenantId, page, checked)
    for (const stored of page) {
      if (stored.seq !== before.seq + 1) return broken(before.seq + 1, 'missing')
      const fault = faultOfFigure(stored, before, sha)
      if (fault !== undefined) return broken(stored.seq, fault)
      const record = recordOf(stored.body)
      if (record === undefined || !isSetOf(sets.get(stored.setId), record)) return broken(stored.seq, 'set')
      const list = record.members === null ? undefined : lists.get(record.members.sha256)
      if (record.members !== null && !checked.has(`${record.members.sha256} ${record.members.count}`)) {
        if (list === undefined || !isListOf(list, record.members, sha(list))) return broken(stored.seq, 'members')
        checked.add(`${record.members.sha256} ${record.members.count}`)
      }
      before = { seq: stored.seq, hash: stored.hash }
    }
    tell(before.seq, last)
    if (page.length < perPage) break
  }
  if (before.seq < last) return broken(before.seq + 1, 'missing')
  // Every set that is there has its figures: the ends of the chain's pieces meet.
  let next = 1
  for (const set of rows) {
    if (set.first_seq !== next || set.last_seq < next) return broken(next, 'set')
    next = set.last_seq + 1
  }
  return { figures: before.seq, sets: sets.size, lastHash: before.hash, broken: null }
}

/** The lists of a page's figures that were not looked at before. */
async function findLists(tx: Tx, tenantId: TenantId, page: readonly StoredFigure[], checked: ReadonlySet<string>) {
  const wanted = new Set<string>()
  for (const { body, membersSha256 } of page) {
    const count = recordOf(body)?.members?.count
    if (membersSha256 !== null && !checked.has(`${membersSha256} ${count}`)) wanted.add(membersSha256)
  }
  if (wanted.size === 0) return new Map<string, string>()
  const rows = await tx
    .selectFrom('frozen_members')
    .select(['sha256', 'members'])
    .where('tenant_id', '=', tenantId)
    .where('sha256', 'in', [...wanted])
    .execute()
  return new Map(rows.map((row) => [row.sha256, row.members]))
}

/** How far the trail, a chain of its own, says that figures were frozen: figures cut off at the end are missed by it. */
async function lastNoted(tx: Tx, tenantId: TenantId): Promise<number> {
  const rows = await tx
    .selectFrom('trail')
    .select('details')
    .where('tenant_id', '=', tenantId)
    .where('subject', 'like', 'frozen-set:%')
    .where('entry', 'in', ['frozen.freeze', 'frozen.correct', 'bulletins.publish'])
    .orderBy('at', 'desc')
    .limit(20)
    .execute()
  return Math.max(0, ...rows.map(({ details }) => noted(details)))
}

function noted(details: string): number {
  const found = /"lastSeq":(\d+)/.exec(details)?.[1]
  return found === undefined ? 0 : Number(found)
}
