import { sql } from 'kysely'
import { z } from 'zod'
import type { ProjectId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { ImportFacts } from './drift-rules.ts'

/** What imports did to services and attendances since a moment. `said` are the names of the files that came in. */
export type ImportChanges = ImportFacts & {
  /** How a service or an attendance stood before the first import that changed it. */
  readonly changed: ReadonlyMap<string, { readonly before: unknown; readonly at: Date; readonly said: string }>
  readonly addedAt: ReadonlyMap<string, Date>
  /** The services that any of it is about. */
  readonly services: ReadonlySet<string>
}

const importSchema = z.object({ id: z.string(), at: z.date(), undone: z.boolean(), reason: z.string().nullable(), files: z.string() })
const changeSchema = z.object({ import_id: z.string(), record_id: z.string(), service_id: z.string(), before: z.unknown() })
const addedSchema = z.object({ import_id: z.string(), record_id: z.string(), service_id: z.string().nullable() })

/** An import that was both accepted and taken back since then changed nothing. */
export async function findImportChanges(tx: Tx, tenantId: TenantId, projectId: ProjectId, since: string): Promise<ImportChanges> {
  const found = await sql`
    select i.id, coalesce(i.undone_at, i.accepted_at) as at, i.state = 'undone' as undone, i.undo_reason as reason,
      coalesce((select string_agg(f.name, '、' order by f.position) from import_file f where f.tenant_id = ${tenantId} and f.import_id = i.id), '') as files
    from import i where i.tenant_id = ${tenantId} and i.project_id = ${projectId} and (
      (i.state = 'accepted' and i.accepted_at > ${since}::timestamptz)
      or (i.state = 'undone' and i.accepted_at <= ${since}::timestamptz and i.undone_at > ${since}::timestamptz))
    order by 2`.execute(tx)
  const imports = z.array(importSchema).parse(found.rows)
  const accepted = new Map(imports.filter(({ undone }) => !undone).map((one) => [one.id, one]))
  const ids = [...accepted.keys()]
  const changes = await sql`
    select c.import_id, c.record_id, coalesce(c.before -> 'row' ->> 'service_id', c.record_id) as service_id, c.before -> 'row' as before
    from import_change c join import i on i.tenant_id = ${tenantId} and i.id = c.import_id
    where c.tenant_id = ${tenantId} and c.import_id = any(${ids}::uuid[]) and c.table_name in ('service', 'attendance')
    order by i.accepted_at, c.position`.execute(tx)
  const additions = await sql`
    select r.added_by as import_id, r.record_id, case r.entity when 'attendance' then a.service_id::text when 'service' then r.record_id end as service_id
    from imported_record r left join attendance a on a.tenant_id = ${tenantId} and r.entity = 'attendance' and a.id = r.record_id::uuid
    where r.tenant_id = ${tenantId} and r.project_id = ${projectId} and r.entity in ('service', 'attendance', 'person') and r.added_by = any(${ids}::uuid[])`.execute(
    tx,
  )
  const changed = new Map<string, { before: unknown; at: Date; said: string }>()
  const services = new Set<string>()
  for (const { import_id, record_id, service_id, before } of z.array(changeSchema).parse(changes.rows)) {
    const one = accepted.get(import_id)
    services.add(service_id)
    if (one !== undefined && !changed.has(record_id)) changed.set(record_id, { before, at: one.at, said: one.files })
  }
  const added = new Map<string, string>()
  const addedAt = new Map<string, Date>()
  for (const { import_id, record_id, service_id } of z.array(addedSchema).parse(additions.rows)) {
    const one = accepted.get(import_id)
    if (one === undefined) continue
    if (service_id !== null) services.add(service_id)
    added.set(record_id, one.files)
    addedAt.set(record_id, one.at)
  }
  return { changed, added, addedAt, services, undone: imports.findLast(({ undone }) => undone)?.reason ?? undefined }
}
