import { z } from 'zod'
import { pathOf, type Endpoint } from '../kernel/endpoint.ts'
import { problemSchema } from '../kernel/problem.ts'

type Json = Record<string, unknown>

/** The OpenAPI 3.1 description of endpoints, made from the very shapes that parse their input. */
export function openApiOf(endpoints: readonly Endpoint[]): Json {
  const sorted = endpoints.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const definitions: Json = {}
  const shape = (schema: z.ZodType, io: 'input' | 'output'): Json => {
    const { $defs, $schema: _dialect, ...made } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' })
    for (const [name, definition] of Object.entries($defs ?? {})) definitions[name] = repointed(definition)
    return asObject(repointed(made))
  }
  const problem = shape(problemSchema, 'output')
  const paths = Object.fromEntries(sorted.map((endpoint) => [pathOf(endpoint.name), { post: operationOf(endpoint, shape) }]))
  return {
    openapi: '3.1.0',
    info: {
      title: 'Nuanyang 暖阳',
      version: '1',
      description:
        'Community elder care under the linkage of five parties. Every call is a POST: nothing personal stands in an address. Writes carry an Operation-Id (a UUID of the caller); a repeat gets the first answer. Refusals are RFC 9457 problem details in the language of Accept-Language.',
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    paths,
    components: {
      schemas: { ...Object.fromEntries(Object.entries(definitions).toSorted(([a], [b]) => (a < b ? -1 : 1))), ProblemDetails: problem },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-nuanyang' } },
    },
  }
}

function operationOf(endpoint: Endpoint, shape: (schema: z.ZodType, io: 'input' | 'output') => Json): Json {
  const input = shape(endpoint.input, 'input')
  const takesFiles = endpoint.kind === 'write' && endpoint.takesFiles === true
  const media = endpoint.kind === 'read' ? endpoint.answers : undefined
  return {
    operationId: endpoint.name,
    tags: [endpoint.name.split('.')[0]],
    summary: endpoint.summary.zh,
    description: `${endpoint.summary.en}. Permission: ${endpoint.permission}. ${'writes' in endpoint.trail ? `Trail: ${endpoint.trail.writes}.` : `Leaves no trail: ${endpoint.trail.unwritten}`}`,
    ...(endpoint.permission === 'open' ? {} : { security: [{ session: [] }] }),
    ...(endpoint.kind === 'write' && endpoint.permission !== 'open'
      ? { parameters: [{ name: 'Operation-Id', in: 'header', required: true, schema: { type: 'string', format: 'uuid' } }] }
      : {}),
    requestBody: {
      required: true,
      content: takesFiles
        ? {
            'multipart/form-data': {
              schema: {
                type: 'object',
                properties: { input, files: { type: 'array', items: { type: 'string', format: 'binary' } } },
                required: ['input', 'files'],
              },
            },
          }
        : { 'application/json': { schema: input } },
    },
    responses: {
      200: {
        description: 'OK',
        content:
          media === undefined
            ? { 'application/json': { schema: shape(endpoint.output, 'output') } }
            : Object.fromEntries([media].flat().map((type) => [type, { schema: { type: 'string', format: 'binary' } }])),
      },
      default: {
        description: 'A refusal',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDetails' } } },
      },
    },
  }
}

const asObject = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {}

/** References to named shapes, from the schema's own place to the description's. */
function repointed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(repointed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'id' || !('$ref' in value))
      .map(([key, inner]) => [
        key,
        key === '$ref' && typeof inner === 'string' ? inner.replace('#/$defs/', '#/components/schemas/') : repointed(inner),
      ]),
  )
}
