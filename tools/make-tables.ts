// Writes src/server/tables.ts from a freshly migrated schema. Run: npm run tables
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../src/server/embedded.ts'
import { Client } from 'pg'
import { migrate } from '../src/server/migrate.ts'

/** Which column is whose id, by its name. */
const brands: Record<string, string> = {
  person_id: 'PersonId',
  recorded_person_id: 'PersonId',
  merged_into: 'PersonId',
  kept_id: 'PersonId',
  merged_id: 'PersonId',
  first_id: 'PersonId',
  second_id: 'PersonId',
  carer_id: 'PersonId',
  elder_id: 'PersonId',
  head_person_id: 'PersonId',
  service_id: 'ServiceId',
  part_of: 'ServiceId',
  opening_service_id: 'ServiceId',
  attendance_id: 'AttendanceId',
  project_id: 'ProjectId',
  household_id: 'HouseholdId',
  organisation_id: 'OrganisationId',
  agency_id: 'OrganisationId',
  funder_id: 'OrganisationId',
  host_id: 'OrganisationId',
  donor_id: 'OrganisationId',
  account_id: 'AccountId',
  import_id: 'ImportId',
  evidence_id: 'EvidenceId',
  community_code: 'DivisionCode',
  division_code: 'DivisionCode',
  parent_code: 'DivisionCode',
}
const ownIds: Record<string, string> = {
  Person: 'PersonId',
  Service: 'ServiceId',
  Attendance: 'AttendanceId',
  Project: 'ProjectId',
  Household: 'HouseholdId',
  Organisation: 'OrganisationId',
  Account: 'AccountId',
  Import: 'ImportId',
  Evidence: 'EvidenceId',
}

const folder = mkdtempSync(join(tmpdir(), 'nuanyang-tables-'))
chmodSync(folder, 0o755)
const embedded = await startEmbedded(folder, { fsync: 'off' })
try {
  await migrate(embedded.url, { app: 'unused', portal: 'unused' })
  const out = join(import.meta.dirname, '../src/server/tables.ts')
  execFileSync(
    join(import.meta.dirname, '../node_modules/.bin/kysely-codegen'),
    [
      '--dialect',
      'postgres',
      '--url',
      embedded.url,
      '--out-file',
      out,
      '--date-parser',
      'string',
      '--numeric-parser',
      'number',
      '--default-schema',
      'public',
    ],
    { stdio: 'inherit' },
  )
  writeFileSync(out, withBrands(withUnions(readFileSync(out, 'utf8'), await listedValues(embedded.url)), await dateColumns(embedded.url)))
} finally {
  await embedded.stop()
  rmSync(folder, { recursive: true, force: true })
}

type Listed = { table: string; column: string; values: string[] }

/** Columns whose check constraint lists what they may hold. */
async function listedValues(url: string): Promise<Listed[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ table: string; definition: string }>(
    `select conrelid::regclass::text as table, pg_get_constraintdef(oid) as definition from pg_constraint where contype = 'c'`,
  )
  await client.end()
  return rows.flatMap(({ table, definition }) => {
    const found = /^CHECK \(\((\w+) = ANY \(ARRAY\[(.*)\]\)\)\)$/.exec(definition)
    return found?.[1] === undefined || found[2] === undefined
      ? []
      : [
          {
            table: table.replaceAll('"', ''),
            column: found[1],
            values: [...found[2].matchAll(/'([^']*)'::text/g)].map((value) => value[1] ?? ''),
          },
        ]
  })
}

/** The generated text with those columns as unions, and with numbers as the drivers read them. */
function withUnions(text: string, listed: Listed[]): string {
  let made = text
    .replace(/\/\*\*[\s\S]*?\*\/\n/, '// Made by `npm run tables` from the migrated schema. Do not edit.\n')
    .replace(/Int8 = ColumnType<.*>/, 'Int8 = ColumnType<number, number, number>')
  for (const { table, column, values } of listed) {
    const name = table.replace(/(^|_)(\w)/g, (_all, _bar, letter: string) => letter.toUpperCase())
    const at = made.indexOf(`export interface ${name} {`)
    const end = made.indexOf('\n}', at)
    const union = values.map((value) => `'${value}'`).join(' | ')
    made =
      made.slice(0, at) + made.slice(at, end).replace(new RegExp(`(\\n  ${column}: )(Generated<)?string`), `$1$2${union}`) + made.slice(end)
  }
  return made
}

async function dateColumns(url: string): Promise<Set<string>> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ at: string }>(
    `select table_name || '.' || column_name as at from information_schema.columns where table_schema = 'public' and data_type = 'date'`,
  )
  await client.end()
  return new Set(rows.map((row) => row.at))
}

/** Ids, division codes and days as the kernel's own types, so that one cannot be taken for another. */
function withBrands(text: string, days: Set<string>): string {
  const used = new Set<string>()
  const made = text.replace(/export interface (\w+) \{([^}]*)\}/g, (_all, name: string, body: string) => {
    const table = name.replace(/(?<!^)[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).toLowerCase()
    const lines = body.replace(/^  (\w+): (Generated<)?string/gm, (line, column: string, generated: string | undefined) => {
      const brand = days.has(`${table}.${column}`)
        ? 'Day'
        : name === 'Division' && column === 'code'
          ? 'DivisionCode'
          : column === 'id'
            ? ownIds[name]
            : brands[column]
      if (brand === undefined) return line
      used.add(brand)
      return `  ${column}: ${generated ?? ''}${brand}`
    })
    return `export interface ${name} {${lines}}`
  })
  const ids = [...used].filter((name) => name !== 'Day').toSorted()
  return made.replace(
    'import type { ColumnType } from "kysely";',
    `import type { ColumnType } from 'kysely'\nimport type { Day } from '../kernel/day.ts'\nimport type { ${ids.join(', ')} } from '../kernel/ids.ts'`,
  )
}
