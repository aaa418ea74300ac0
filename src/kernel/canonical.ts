/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

const lone = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

function textOf(text: string): string {
  if (lone.test(text)) throw new Error('Half a character has no canonical form.')
  return JSON.stringify(text)
}

/**
 * The one text of a value (RFC 8785, JSON Canonicalization Scheme): no spaces, names in order of their UTF-16 code
 * units, numbers as ECMAScript writes them, texts escaped only where they must be. In UTF-8 it is what a hash is over.
 */
export function canonical(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return textOf(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`${value} has no canonical form.`)
    return JSON.stringify(value)
  }
  if (isList(value)) return `[${value.map(canonical).join(',')}]`
  const names = Object.keys(value).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${names.map((name) => `${textOf(name)}:${canonical(value[name] ?? null)}`).join(',')}}`
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)
