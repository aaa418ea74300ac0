/** One line of a shape: a field, how deep it stands, and what it may be. */
export type ShapeLine = { readonly name: string; readonly depth: number; readonly type: string; readonly required: boolean }

type Json = Readonly<Record<string, unknown>>

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isJson) : [])

const nameIn = (schema: Json): string | undefined => (typeof schema['$ref'] === 'string' ? schema['$ref'].split('/').at(-1) : undefined)

/** What a schema accepts, in one line. */
export function typeOf(schema: Json): string {
  const named = nameIn(schema)
  if (named !== undefined) return named
  if (Array.isArray(schema['enum'])) return schema['enum'].map((value) => JSON.stringify(value)).join(' | ')
  if ('const' in schema) return JSON.stringify(schema['const'])
  const several = [...listOf(schema['anyOf']), ...listOf(schema['oneOf'])]
  if (several.length > 0) return [...new Set(several.map(typeOf))].join(' | ')
  if (schema['type'] === 'array') return isJson(schema['items']) ? `${typeOf(schema['items'])}[]` : 'array'
  if (typeof schema['format'] === 'string') return `${String(schema['type'])} (${schema['format']})`
  const limits = [limit(schema['minLength'] ?? schema['minimum'], '≥'), limit(schema['maxLength'] ?? schema['maximum'], '≤')].filter(
    (text) => text !== '',
  )
  const type = typeof schema['type'] === 'string' ? schema['type'] : 'any'
  return limits.length === 0 ? type : `${type} (${limits.join(', ')})`
}

const limit = (value: unknown, sign: string): string =>
  typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER ? `${sign} ${value}` : ''

/** The part of a schema that has fields of its own: itself, what a list holds, or the one shape among alternatives. */
function fieldsIn(schema: Json): Json | undefined {
  const items = schema['items']
  const properties = schema['properties']
  if (isJson(properties)) return schema
  if (isJson(items)) return fieldsIn(items)
  const several = [...listOf(schema['anyOf']), ...listOf(schema['oneOf'])].map(fieldsIn).filter((each) => each !== undefined)
  return several.length === 1 ? several[0] : undefined
}

/** The fields of a shape, those inside of others below them. */
export function linesOf(schema: Json, depth = 0): ShapeLine[] {
  const held = fieldsIn(schema)
  if (held === undefined || !isJson(held['properties'])) return []
  const required = Array.isArray(held['required']) ? held['required'] : []
  return Object.entries(held['properties']).flatMap(([name, field]) =>
    isJson(field) ? [{ name, depth, type: typeOf(field), required: required.includes(name) }, ...linesOf(field, depth + 1)] : [],
  )
}
