import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { z } from 'zod'
import { receiveImport, type ImportRow } from '../features/exchange/schema.ts'
import { addPlace } from '../features/places/schema.ts'
import { shuangtaizi } from '../features/places/shuangtaizi-schema.ts'
import { addProject } from '../features/projects/schema.ts'
import { daySchema } from '../kernel/day.ts'
import { importIdSchema, projectIdSchema, type ProjectId } from '../kernel/ids.ts'
import type { Caller, TestHouse } from './house.ts'

const folder = join(import.meta.dirname, '../../demo/reference-project')

/** The reference project's workbooks, as an agency would choose them. */
export const referenceBooks = (): { name: string; bytes: Buffer }[] =>
  readdirSync(folder)
    .filter((name) => /\.(xlsx|csv)$/.test(name))
    .toSorted()
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))

const placeSchema = z.object({ file: z.string(), sheet: z.string().optional(), row: z.number().nullish(), column: z.string().nullish() })

const expectedSchema = z.object({
  figures: z.record(z.string(), z.object({ value: z.number() })),
  breakdowns: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.number()))),
  labels: z.object({ persons_with: z.record(z.string(), z.number()), disability_grade: z.record(z.string(), z.number()) }),
  persons_by_line: z.record(z.string(), z.number()),
  defects: z.array(placeSchema.extend({ kind: z.string() })),
  project: z.object({ communities: z.array(z.object({ name: z.string(), code: z.string() })) }),
})
export type Expected = z.infer<typeof expectedSchema>

/** What must come out of them. */
export const expected = (): Expected => expectedSchema.parse(JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')))

/** An empty project with the reference project's period, in a tenant that knows its places, and its manager. */
export async function emptyReferenceProject(house: TestHouse): Promise<{ manager: Caller; projectId: ProjectId }> {
  const system = await house.signedIn([{ role: 'systemAdmin' }])
  for (const { validTo: _open, ...division } of shuangtaizi) await system.post('places.add', addPlace.input.parse(division))
  const manager = await house.signedIn([{ role: 'manager' }])
  const projectId = projectIdSchema.parse(v7())
  await manager.ask(addProject, {
    id: projectId,
    name: '五社联动公益创投为老服务项目',
    agencyId: null,
    funderId: null,
    startsOn: daySchema.parse('2024-09-01'),
    endsOn: daySchema.parse('2025-05-01'),
    served: null,
    budgetFen: null,
  })
  return { manager, projectId }
}

/** Books on the way into a project, tried out. */
export function receive(manager: Caller, projectId: ProjectId, files: readonly { name: string; bytes: Buffer }[]): Promise<ImportRow> {
  return manager.ask(receiveImport, { id: importIdSchema.parse(v7()), projectId }, { files })
}
