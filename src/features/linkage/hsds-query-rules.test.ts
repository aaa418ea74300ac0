import { expect, test } from 'vitest'
import { pageIn, queryOf, rowsOf, type HsdsList } from './hsds-query-rules.ts'
import { taxonomy } from './hsds-rules.ts'
import { organisation, service } from './hsds-testing.ts'

const term = service.attributes[0]?.taxonomy_term_id ?? ''

const rows = (list: HsdsList, query: Record<string, string>) => {
  const asked = queryOf(list, query)
  if (!asked.ok) throw new Error(asked.because.en)
  return rowsOf[list]([service], asked.value)
}

test.each<[HsdsList, Record<string, string>, number]>([
  ['services', { search: '义剪' }, 1],
  ['services', { search: '送餐' }, 0],
  ['services', { organization_id: organisation.id, modified_after: '2025-01-01T00:00:00Z' }, 1],
  ['services', { organization_id: '01890000-0000-7000-8000-000000000009' }, 0],
  ['services', { taxonomy_term_id: term, taxonomy_id: taxonomy.id }, 1],
  ['services', { taxonomy_id: term }, 0],
  // On that moment or after it.
  ['services', { modified_after: '2025-01-10T10:00:00+08:00' }, 1],
  ['services', { modified_after: '2025-02-01' }, 0],
  ['service_at_locations', { search: '送餐' }, 0],
  ['service_at_locations', { search: '义剪' }, 1],
  ['organizations', { search: '理发' }, 1],
  ['organizations', { search: '医院' }, 0],
  ['taxonomies', { search: '类别' }, 1],
  ['taxonomy_terms', { taxonomy_id: taxonomy.id, top_only: 'true' }, 1],
  ['taxonomy_terms', { parent_id: term }, 0],
  // What the API does not know is passed over.
  ['services', { utm_source: 'x' }, 1],
])('%s asked for %j: %i', (list, query, count) => expect(rows(list, query)).toHaveLength(count))

test('a service comes bare, as usual, or whole, and an organization and a place with what they offer', () => {
  expect(rows('services', { minimal: 'true' })).toEqual([{ id: service.id, last_modified: service.last_modified }])
  expect(rows('services', {})[0]).not.toHaveProperty('schedules')
  expect(rows('services', { full: 'true' })).toEqual([service])
  expect(rows('organizations', { full_service: 'true' })).toEqual([{ ...service.organization, services: [service] }])
  expect(rows('service_at_locations', { full: 'true' })).toMatchObject([{ service: { schedules: [{ byday: 'SA' }] } }])
})

test.each<[HsdsList, Record<string, string>, string, string]>([
  ['service_at_locations', { postcode: '124000', proximity: '2000' }, 'hsds.unsupported', 'postcode'],
  ['services', { proximity: '2000' }, 'hsds.unsupported', 'proximity'],
  ['organizations', { minimal: 'true' }, 'hsds.foreign', 'minimal'],
  ['services', { format: 'xml' }, 'hsds.value', 'format'],
  ['services', { minimal: 'yes' }, 'hsds.value', 'minimal'],
  ['services', { page: '0' }, 'hsds.value', 'page'],
  ['services', { per_page: '5000' }, 'hsds.value', 'per_page'],
  ['services', { modified_after: 'yesterday' }, 'hsds.value', 'modified_after'],
  ['services', { minimal: 'true', full: 'true' }, 'hsds.minimalFull', 'minimal'],
])('%s asked for %j is refused: %s', (list, query, code, parameter) =>
  expect(queryOf(list, query)).toMatchObject({ ok: false, code, field: parameter }),
)

test('lists come in pages that are counted from one; bare ids all at once', () => {
  const every = { page: 1, per_page: undefined, minimal: false }
  expect(pageIn([1, 2, 3], { ...every, page: 2, per_page: 2 })).toMatchObject({
    total_items: 3,
    total_pages: 2,
    first_page: false,
    last_page: true,
    contents: [3],
  })
  expect(pageIn([], every)).toMatchObject({ total_pages: 1, empty: true, contents: [] })
  const many = Array.from({ length: 130 }, (_, n) => n)
  expect(pageIn(many, every)).toMatchObject({ total_pages: 3, size: 50 })
  expect(pageIn(many, { ...every, minimal: true })).toMatchObject({ total_pages: 1, size: 130 })
})
