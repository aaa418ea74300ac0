import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client } from 'pg'
import {
  acceptImport,
  decideName,
  listFindings,
  listUnresolved,
  undoImport,
  type FindingRow,
  type ImportRow,
} from '../features/exchange/schema.ts'
import { differenceOf } from '../features/goods/lot-rules.ts'
import { listLots } from '../features/goods/lot-schema.ts'
import { listFigureRecords, readLinkFigures } from '../features/linkage/figures-schema.ts'
import { breakDown, showFigures } from '../features/measures/schema.ts'
import { measureKeySchema, type MeasureKey } from '../features/measures/measure-schema.ts'
import { measureKeys } from '../features/measures/measure-list-rules.ts'
import type { ProjectId } from '../kernel/ids.ts'
import { openTestHouse, type Caller, type TestHouse } from './house.ts'
import { emptyReferenceProject, expected, receive, referenceBooks } from './reference.ts'

const truth = expected()
let house: TestHouse
let manager: Caller
let projectId: ProjectId
let tried: ImportRow

beforeAll(async () => {
  house = await openTestHouse()
  ;({ manager, projectId } = await emptyReferenceProject(house))
  tried = await receive(manager, projectId, referenceBooks())
}, 120_000)
afterAll(() => house.close())

async function figures(): Promise<Map<string, number | null>> {
  const { figures, estimates } = await manager.ask(showFigures, { projectId })
  return new Map([...figures, ...estimates].map((figure) => [figure.key, figure.value]))
}

async function findings(): Promise<FindingRow[]> {
  const all: FindingRow[] = []
  for (;;) {
    const { rows, total } = await manager.ask(listFindings, { id: tried.id, offset: all.length, limit: 200 })
    all.push(...rows)
    if (all.length >= total) return all
  }
}

/** How many rows each table of the database holds, trail and import apart. */
async function rowCounts(): Promise<Record<string, number>> {
  const client = new Client({ connectionString: house.ownerUrl })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname !~ '^(import|trail|operation|session|account|role_grant|schema_migration|sign_in)' order by 1`,
  )
  const counts: Record<string, number> = {}
  for (const { name } of rows) counts[name] = (await client.query<{ n: number }>(`select count(*)::int as n from ${name}`)).rows[0]?.n ?? 0
  await client.end()
  return counts
}

describe('the reference project’s workbooks', () => {
  test('are only tried out at first: nothing is written', async () => {
    expect(tried.state).toBe('read')
    expect((await rowCounts())['person']).toBe(0)
    expect(tried.summary?.records.find((record) => record.table === 'person')).toMatchObject({ changed: 0, left: 0 })
  })

  test('have every planted defect found at its file, sheet, row and column, and no row wrongly accused', async () => {
    const at = (
      finding: { file: string; sheet?: string | null | undefined; row?: number | null | undefined; column?: string | null | undefined },
      code: string,
    ) => [code, finding.file, finding.sheet ?? '', finding.row ?? '', finding.column ?? ''].join(' | ')
    const found = (await findings()).map((finding) => at(finding, finding.code)).toSorted()
    expect(found).toEqual(truth.defects.map((defect) => at(defect, defect.kind)).toSorted())
    expect(found).toHaveLength(336)
  })

  test('give, once accepted, every figure exactly', async () => {
    const accepted = await manager.ask(acceptImport, { id: tried.id })
    expect(accepted.state).toBe('accepted')
    const counted = await figures()
    const wanted = Object.entries(truth.figures).map(([key, { value }]) => [key, value])
    expect(wanted.map(([key]) => [key, counted.get(String(key))])).toEqual(wanted)
  })

  test('show the one lot that does not add up, by how much, and every other in balance', async () => {
    const { rows } = await manager.ask(listLots, { projectId })
    const apart = rows.flatMap((row) => {
      const difference = differenceOf(row, row.count)
      return difference === undefined ? [] : [[row.number, difference.missing]]
    })
    expect(apart).toEqual([['WZ038', 2]])
    expect(rows).toHaveLength(62)
    for (const { received, handedOut, stock, lost } of rows) expect(received).toBe(handedOut + stock + lost)
  })

  test('show in the figures of linkage as many linkages as are counted, and each of them opens', async () => {
    const { linkages } = await manager.ask(readLinkFigures, { projectId })
    const { total, rows } = await manager.ask(listFigureRecords, { projectId, of: { figure: 'linkages' }, limit: 100 })
    expect([linkages, total, rows.length]).toEqual(Array.from({ length: 3 }, () => truth.figures['linkages']?.value))
  })

  test('give every breakdown by community and by month exactly', async () => {
    const codes = new Map(truth.project.communities.map(({ name, code }) => [name, code]))
    const dimensions = {
      by_community: 'community',
      by_place_of_service: 'community',
      by_home_community: 'home',
      by_month: 'month',
    } as const
    const isDimension = (name: string): name is keyof typeof dimensions => name in dimensions
    for (const [key, breakdowns] of Object.entries(truth.breakdowns))
      for (const [name, cells] of Object.entries(breakdowns)) {
        if (!isDimension(name)) throw new Error(`Which dimension is ${name}?`)
        const by = dimensions[name]
        const broken = await manager.ask(breakDown, { projectId, measures: [measureKeySchema.parse(key)], by: [by] })
        const counted = Object.fromEntries(broken.cells.map((cell) => [cell.at[by] ?? '', cell.values[0]]))
        const wanted = Object.fromEntries(
          Object.entries(cells).map(([point, value]) => [by === 'month' ? point : (codes.get(point) ?? point), value]),
        )
        expect({ key, name, counted }).toEqual({ key, name, counted: wanted })
      }
  })

  test('give the register’s labels exactly', async () => {
    const names: Record<string, string> = {
      丧偶: 'SO',
      低保: 'DB',
      半失能: 'BSN',
      失独: 'JSTS',
      失能: 'SN',
      残疾: 'CJ',
      特困: 'TK',
      独居: 'DJ',
      留守: 'LS',
      空巢: 'KC',
      高龄: 'GL',
    }
    const { cells } = await manager.ask(breakDown, { projectId, measures: ['register_persons'], by: ['label'] })
    const counted = Object.fromEntries(
      cells.flatMap((cell) => (cell.at.label === null || cell.at.label === undefined ? [] : [[cell.at.label, cell.values[0]]])),
    )
    expect(counted).toEqual(Object.fromEntries(Object.entries(truth.labels.persons_with).map(([label, value]) => [names[label], value])))
    const grades = await manager.ask(breakDown, { projectId, measures: ['register_persons'], by: ['grade'] })
    const byGrade = Object.fromEntries(
      grades.cells.flatMap((cell) => (cell.at.grade === null || cell.at.grade === undefined ? [] : [[cell.at.grade, cell.values[0]]])),
    )
    expect(byGrade).toEqual(
      Object.fromEntries(
        Object.entries(truth.labels.disability_grade).map(([grade, value]) => [String('一二三四'.indexOf(grade) + 1), value]),
      ),
    )
  })

  test('count 1,900 persons still after every name is resolved, the attendances staying what they were', async () => {
    const { rows } = await manager.ask(listUnresolved, { id: tried.id })
    expect(rows).toHaveLength(8)
    for (const row of rows) {
      const [likeliest] = row.candidates
      if (likeliest === undefined) throw new Error(`Nobody is suggested for ${row.name}.`)
      await manager.ask(decideName, { id: tried.id, subject: row.subject, decision: likeliest.person })
    }
    const counted = await figures()
    expect([counted.get('direct_persons'), counted.get('attendances'), counted.get('attendances_unresolved')]).toEqual([1900, 1550, 0])
    const [first] = rows
    if (first === undefined) throw new Error('There was a name a moment ago.')
    await manager.ask(decideName, { id: tried.id, subject: first.subject, decision: null })
    expect((await figures()).get('attendances_unresolved')).toBe(1)
  })

  test('change nothing when they come again, in any order and under other names', async () => {
    const before = await rowCounts()
    const figuresBefore = await figures()
    const renamed = referenceBooks()
      .toReversed()
      .map((file) => ({ ...file, name: `副本 ${file.name}` }))
    const again = await receive(manager, projectId, renamed)
    const changed = again.summary?.records.filter((record) => record.added + record.changed > 0 && record.table !== 'attendance')
    expect(changed).toEqual([])
    const accepted = await manager.ask(acceptImport, { id: again.id })
    expect(accepted.state).toBe('accepted')
    expect(await rowCounts()).toEqual(before)
    expect(await figures()).toEqual(figuresBefore)
    await manager.ask(undoImport, { id: again.id, reason: '只是再试一次', evenIfEdited: true })
  })

  test('leave nothing behind when the import is undone, and can come in again', async () => {
    const undone = await manager.ask(undoImport, { id: tried.id, reason: '导错项目', evenIfEdited: true })
    expect(undone.state).toBe('undone')
    const left = Object.entries(await rowCounts()).filter(
      ([name, count]) => count > 0 && !['division', 'project', 'tenant_directory'].includes(name),
    )
    expect(left).toEqual([])
    const again = await receive(manager, projectId, referenceBooks())
    await manager.ask(acceptImport, { id: again.id })
    expect((await figures()).get('direct_persons')).toBe(1900)
  }, 120_000)

  test('are measured by measures of which each has its rule in words', () => {
    const keys: readonly MeasureKey[] = measureKeys
    expect(Object.keys(truth.figures).filter((key) => !keys.some((known) => known === key))).toEqual([])
  })
})
