import { sql } from 'kysely'
import { z } from 'zod'
import type { ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { countCells } from '../measures/cell-store.ts'
import type { MemberSort } from '../measures/schema.ts'
import { memberSortOf } from '../measures/member-sort-rules.ts'
import { measures } from '../measures/measure-list-rules.ts'
import { listMemberships } from '../measures/membership-store.ts'
import type { ProjectFacts } from '../measures/project-facts-store.ts'
import type { DriftFacts, ServiceFacts } from './drift-rules.ts'
import type { FigureRecord } from './figure-record-schema.ts'
import { findImportChanges, type ImportChanges } from './import-drift-store.ts'
import type { Naming } from './pseudonym-store.ts'

const attendedSchema = z.object({
  id: z.string(),
  person_id: z.string().nullable(),
  recorded_person_id: z.string().nullable(),
  part: z.string(),
  repeats: z.boolean(),
})

const serviceSchema = z.object({
  status: z.string(),
  day: z.string().nullable(),
  community_code: z.string().nullable(),
  kind: z.string(),
  line: z.string(),
  themes: z.array(z.string()),
  repeats: z.boolean(),
  attended: z.array(attendedSchema),
})

type StoredService = z.output<typeof serviceSchema>

const toFacts = ({ community_code, attended, ...service }: StoredService): ServiceFacts => ({
  ...service,
  communityCode: community_code,
  attended: attended.map((one) => ({
    id: one.id,
    personId: one.person_id,
    recordedId: one.recorded_person_id,
    part: one.part,
    repeats: one.repeats,
  })),
})

const touchedSchema = z.object({
  id: z.string(),
  is_new: z.boolean(),
  earlier: serviceSchema.nullable(),
  changed_at: z.date().nullable(),
  now: serviceSchema,
  reason: z.string().nullable(),
})

/** What happened to a project's records since a moment. */
export async function findDriftFacts(tx: Tx, tenantId: TenantId, projectId: ProjectId, since: string): Promise<DriftFacts> {
  const imports = await findImportChanges(tx, tenantId, projectId, since)
  const services = await sql`
    select s.id, s.created_at > ${since}::timestamptz as is_new, v.earlier, v.changed_at, v.reason,
      to_jsonb(s) || jsonb_build_object('attended', coalesce((select jsonb_agg(to_jsonb(a) order by a.id) from attendance a
        where a.tenant_id = ${tenantId} and a.service_id = s.id), '[]')) as now
    from service s
    left join lateral (
      select v.earlier, v.reason, v.changed_at from service_version v
      where v.tenant_id = ${tenantId} and v.service_id = s.id and v.changed_at > ${since}::timestamptz order by v.version limit 1
    ) v on true
    where s.tenant_id = ${tenantId} and s.project_id = ${projectId} and (s.created_at > ${since}::timestamptz or v.earlier is not null
      or s.id = any(${[...imports.services]}::uuid[]))
    order by s.id`.execute(tx)
  const merges = await sql<{ keptId: string; mergedId: string; undone: boolean; reason: string }>`
    select m.kept_id as "keptId", m.merged_id as "mergedId", m.undone_at is not null as undone, m.reason
    from person_merge m where m.tenant_id = ${tenantId} and (m.merged_at > ${since}::timestamptz) <> (coalesce(m.undone_at > ${since}::timestamptz, false))
    order by m.merged_at`.execute(tx)
  const resolved = await sql<{ attendance: string }>`
    select distinct (t.details::jsonb)->>'attendance' as attendance from trail t
    where t.tenant_id = ${tenantId} and t.at > ${since}::timestamptz and t.entry = 'services.resolveName'
      and (t.details::jsonb)->>'attendance' is not null`.execute(tx)
  return {
    touched: z
      .array(touchedSchema)
      .parse(services.rows)
      .map((row) => {
        const { service, said } = beforeImports(row.earlier ?? row.now, row.changed_at, row.id, imports)
        return {
          serviceId: row.id,
          before: row.is_new ? undefined : toFacts(service),
          now: toFacts(row.now),
          said: row.reason ?? said,
        }
      }),
    merges: merges.rows,
    resolved: new Set(resolved.rows.map(({ attendance }) => attendance)),
    imports: { added: imports.added, undone: imports.undone },
  }
}

/** A service as it stood before imports touched it and who attended; those alone that came before `changedAt`, its first correction. */
function beforeImports(
  service: StoredService,
  changedAt: Date | null,
  id: string,
  { changed, added, addedAt }: ImportChanges,
): { service: StoredService; said: string | null } {
  const isEarlier = (at: Date | undefined) => at !== undefined && (changedAt === null || at < changedAt)
  const own = changed.get(id)
  const before =
    own !== undefined && isEarlier(own.at) ? { ...service, ...serviceSchema.omit({ attended: true }).parse(own.before) } : service
  const earlier = service.attended.flatMap((one): { one: typeof one; said: string | null }[] => {
    if (isEarlier(addedAt.get(one.id))) return []
    const change = changed.get(one.id)
    return change !== undefined && isEarlier(change.at)
      ? [{ one: attendedSchema.parse(change.before), said: change.said }]
      : [{ one, said: null }]
  })
  const said = [own?.said, ...earlier.map((one) => one.said), ...service.attended.map((one) => added.get(one.id))]
  return { service: { ...before, attended: earlier.map(({ one }) => one) }, said: said.find((one) => typeof one === 'string') ?? null }
}

export type Now = {
  readonly value: number | null
  /** By the names that a frozen list would give them, with the ids behind. */
  readonly members: ReadonlyMap<string, number | null>
  readonly ids: ReadonlyMap<string, string>
  readonly sort: MemberSort | null
}

/** What a frozen figure's measure says of the same scope now. */
export async function countNow(tx: Tx, project: ProjectFacts, record: FigureRecord, naming: Naming): Promise<Now> {
  const cells = await countCells(tx, project, [record.measure], record.scope, [[]])
  const value = cells.get(record.measure)?.[0]?.value ?? null
  const measure = measures[record.measure]
  if (measure.over === 'measures') return { value, members: new Map(), ids: new Map(), sort: null }
  const sort = memberSortOf(measure)
  const [found] = await listMemberships(tx, project, record.measure, record.scope, [[]])
  const entries = [...(found?.members ?? [])].map(([id, amount]) => ({ id, name: naming(sort, id), amount }))
  return {
    value,
    members: new Map(entries.map(({ name, amount }) => [name, amount])),
    ids: new Map(entries.map(({ name, id }) => [name, id])),
    sort,
  }
}
