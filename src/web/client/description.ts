import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { z } from 'zod'
import { Unreachable } from './failure.ts'

const json = z.record(z.string(), z.unknown())

const operationSchema = z.object({
  operationId: z.string(),
  tags: z.array(z.string()),
  summary: z.string(),
  description: z.string(),
  parameters: z.array(z.object({ name: z.string(), description: z.string().optional() })).optional(),
  requestBody: z.object({ content: z.record(z.string(), z.object({ schema: json })) }),
  responses: z.object({ 200: z.object({ content: z.record(z.string(), z.object({ schema: json })) }) }),
})
export type Operation = z.infer<typeof operationSchema>

const descriptionSchema = z.object({
  info: z.object({ description: z.string() }),
  paths: z.record(z.string(), z.object({ post: operationSchema })),
  components: z.object({ schemas: z.record(z.string(), json) }),
})
export type Description = z.infer<typeof descriptionSchema>

async function fetchDescription(signal: AbortSignal): Promise<Description> {
  const response = await fetch('/api/openapi.json', { signal }).catch((error: unknown) => {
    throw new Unreachable('openapi.json', { cause: error })
  })
  if (!response.ok) throw new Unreachable(`openapi.json: status ${response.status}`)
  return descriptionSchema.parse(await response.json())
}

/** The server's own description of its endpoints. */
export const useDescription = (): UseQueryResult<Description> =>
  useQuery({ queryKey: ['openapi.json'], queryFn: ({ signal }) => fetchDescription(signal), staleTime: Infinity })
