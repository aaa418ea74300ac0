import { sql } from 'kysely'
import { pinyin } from 'pinyin-pro'
import type { PersonId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import { evened, termsOf } from './search-rules.ts'

/** The surname is read as surnames are read (单 shàn, 解 xiè). */
const syllablesOf = (name: string): string[] =>
  pinyin(evened(name), { toneType: 'none', type: 'array', surname: 'head', v: true, nonZh: 'consecutive' })

/** The name with its pinyin, by which lists are sorted. */
export const nameColumns = (name: string): { name: string; pinyin: string } => ({ name, pinyin: syllablesOf(name).join('') })

/** The terms under which a name is found. */
export const searchTerms = (name: string): string[] => termsOf({ name, syllables: syllablesOf(name) })

/** Keeps under which terms people are found, in place of what was kept before. */
export async function indexNames(tx: Tx, tenantId: TenantId, people: readonly { id: PersonId; name: string }[]): Promise<void> {
  const rows = people.flatMap(({ id, name }) => searchTerms(name).map((term) => ({ id, term })))
  await sql`delete from person_term where tenant_id = ${tenantId} and person_id = any(${people.map((person) => person.id)}::uuid[])`.execute(
    tx,
  )
  await sql`insert into person_term (tenant_id, term, person_id)
    select ${tenantId}, t.term, t.id from unnest(${rows.map((row) => row.term)}::text[], ${rows.map((row) => row.id)}::uuid[]) as t (term, id)`.execute(
    tx,
  )
}
