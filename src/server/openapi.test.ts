import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { openApiText } from '../cli/house-commands.ts'
import { routes } from './routes.ts'

const committed = readFileSync(join(import.meta.dirname, '../../openapi.json'), 'utf8')
const description = z
  .object({
    openapi: z.literal('3.1.0'),
    paths: z.record(
      z.string(),
      z.object({
        post: z.object({
          operationId: z.string(),
          summary: z.string(),
          description: z.string(),
          security: z.unknown().optional(),
          responses: z.record(z.string(), z.unknown()),
        }),
      }),
    ),
    components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
  })
  .parse(JSON.parse(await openApiText()))

test('the committed description is the one that the endpoints give (npm run openapi writes it)', async () => {
  expect(committed).toBe(await openApiText())
})

test('every endpoint is described, with its permission and its trail', () => {
  expect(Object.keys(description.paths).toSorted()).toEqual(routes.map((route) => `/api/${route.endpoint.name}`).toSorted())
  for (const { post } of Object.values(description.paths))
    expect(post.description).toMatch(/Permission: .+\. (Trail: .+\.|Leaves no trail: .+)/s)
})

test('every reference leads somewhere', () => {
  const references = [...committed.matchAll(/"\$ref": "#\/components\/schemas\/([^"]+)"/g)].flatMap((found) => found[1] ?? [])
  expect(references.length).toBeGreaterThan(50)
  expect(references.filter((name) => !(name in description.components.schemas))).toEqual([])
  expect(committed).not.toContain('#/$defs/')
})
