import { Client } from 'pg'
import { v7 } from 'uuid'
import { nameColumns, searchTerms } from '../src/features/people/name-index-store.ts'
import { shuangtaizi } from '../src/features/places/shuangtaizi-schema.ts'
import { dayOfNumber, dayNumber, daySchema } from '../src/kernel/day.ts'
import { nameFrom, pick, randomFrom } from './random.ts'

export const sizes = { elders: 20_000, services: 200_000, attendances: 600_000, workers: 50 }

export type Data = {
  tenantId: number
  projectId: string
  communities: string[]
  names: string[]
  elders: { id: string; community: string }[]
}

const kinds = [
  ['activity', 'cultural'],
  ['clinic_day', 'physical'],
  ['hand_out', 'living'],
  ['home_visit', 'social'],
  ['case_session', 'mental'],
  ['group_session', 'mental'],
] as const

/** Fills an empty tenant with a project of 18 communities and eight months. */
export async function fill(ownerUrl: string, tenantId: number): Promise<Data> {
  const random = randomFrom(20_240_901)
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  const communities = shuangtaizi.filter((division) => division.code.length === 12).slice(0, 18)
  const projectId = v7()
  await client.query(
    `insert into division (tenant_id, code, name, level, parent_code, valid_from) select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::date[]) on conflict do nothing`,
    [
      tenantId,
      ...(['code', 'name', 'level', 'parentCode', 'validFrom'] as const).map((key) => shuangtaizi.map((division) => division[key])),
    ],
  )
  await client.query(`insert into project (tenant_id, id, name, starts_on, ends_on) values ($1, $2, '量尺', '2024-09-01', '2025-04-30')`, [
    tenantId,
    projectId,
  ])
  await client.query(`insert into project_community (tenant_id, project_id, community_code) select $1, $2, unnest($3::text[])`, [
    tenantId,
    projectId,
    communities.map((one) => one.code),
  ])
  const elders = Array.from({ length: sizes.elders }, () => ({
    id: v7(),
    name: nameFrom(random),
    community: pick(random, communities).code,
  }))
  for (const piece of pieces(elders, 5000)) {
    const rows = piece.map((elder) => ({
      tenant_id: tenantId,
      id: elder.id,
      ...nameColumns(elder.name),
      sex: 'unknown',
      birth_date: '1950-01-01',
      community_code: elder.community,
      id_number_state: 'missing',
    }))
    await insert(client, 'person', rows)
    await insert(
      client,
      'person_term',
      piece.flatMap((elder) => searchTerms(elder.name).map((term) => ({ tenant_id: tenantId, term, person_id: elder.id }))),
    )
    await insert(
      client,
      'person_part',
      piece.map((elder) => ({ tenant_id: tenantId, id: v7(), person_id: elder.id, part: 'elder' })),
    )
    await insert(
      client,
      'registration',
      piece.map((elder) => ({
        tenant_id: tenantId,
        id: v7(),
        project_id: projectId,
        person_id: elder.id,
        recorded_person_id: elder.id,
        part: 'elder',
        community_code: elder.community,
      })),
    )
  }
  const byCommunity = Map.groupBy(elders, (elder) => elder.community)
  const firstDay = dayNumber(daySchema.parse('2024-09-01'))
  const perService = sizes.attendances / sizes.services
  for (let done = 0; done < sizes.services; done += 10_000) {
    const services = Array.from({ length: 10_000 }, () => {
      const [kind, line] = pick(random, kinds)
      return {
        tenant_id: tenantId,
        id: v7(),
        project_id: projectId,
        line,
        kind,
        status: random(20) < 19 ? 'held' : 'cancelled',
        themes: [],
        community_code: pick(random, communities).code,
        day: dayOfNumber(firstDay + Math.floor(random(242))),
        worker: `社工${Math.floor(random(sizes.workers))}`,
        unnamed_count: 0,
        repeats: false,
      }
    })
    await insert(client, 'service', services)
    const attendances = services.flatMap((service) => {
      const local = byCommunity.get(service.community_code) ?? []
      const who = new Set(Array.from({ length: perService }, () => pick(random, local).id))
      while (who.size < perService) who.add(pick(random, local).id)
      return [...who].map((person) => ({
        tenant_id: tenantId,
        id: v7(),
        service_id: service.id,
        person_id: person,
        recorded_person_id: person,
        part: 'beneficiary',
        certainty: 'name',
        repeats: false,
      }))
    })
    for (const piece of pieces(attendances, 10_000)) await insert(client, 'attendance', piece)
  }
  await client.query('vacuum analyze')
  await client.end()
  const names = Array.from({ length: 500 }, () => {
    const { name } = pick(random, elders)
    return name.slice(-2)
  })
  return { tenantId, projectId, communities: communities.map((one) => one.code), names, elders }
}

function* pieces<T>(rows: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size)
}

async function insert(client: Client, table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ')
  await client.query(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [
    JSON.stringify(rows),
  ])
}
