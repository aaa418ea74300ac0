import { z } from 'zod'
import { no, yes, type Verdict } from '../../kernel/verdict.ts'
import { atLocationsOf, listedService, organizationsOf, taxonomy, termsOf, type HsdsService } from './hsds-rules.ts'

// What may be asked of the lists of the HSDS API 3.0, by the parameters that its OpenAPI gives to each list.

const narrowing = ['search', 'taxonomy_term_id', 'taxonomy_id', 'organization_id', 'modified_after'] as const
const paging = ['page', 'per_page', 'format'] as const
const asked = {
  services: [...narrowing, ...paging, 'minimal', 'full'],
  organizations: ['search', ...paging, 'full', 'full_service'],
  service_at_locations: [...narrowing, ...paging, 'full'],
  taxonomies: ['search', ...paging],
  taxonomy_terms: ['search', ...paging, 'taxonomy_id', 'top_only', 'parent_id'],
} as const
export type HsdsList = keyof typeof asked

/** Where a place lies is not kept: a community is known by its code. */
const unsupported: readonly string[] = ['postcode', 'proximity']
const known: ReadonlySet<string> = new Set([...Object.values(asked).flat(), ...unsupported])

const flag = z.enum(['true', 'false']).transform((value) => value === 'true')
const querySchema = z.object({
  search: z.string().trim().default(''),
  taxonomy_term_id: z.uuid().optional(),
  taxonomy_id: z.uuid().optional(),
  organization_id: z.uuid().optional(),
  parent_id: z.uuid().optional(),
  modified_after: z
    .union([z.iso.datetime({ offset: true }), z.iso.date()])
    .transform(Date.parse)
    .optional(),
  page: z.coerce.number().int().min(1).default(1),
  per_page: z.coerce.number().int().min(1).max(200).optional(),
  format: z.enum(['json', 'ndjson']).default('json'),
  minimal: flag.default(false),
  full: flag.default(false),
  full_service: flag.default(false),
  top_only: flag.default(false),
})
export type HsdsQuery = z.output<typeof querySchema>

/** What a query asks for, or which of its parameters is not understood. What no list of the API knows is passed over. */
export function queryOf(list: HsdsList, query: Readonly<Record<string, string>>): Verdict<HsdsQuery> {
  const names = Object.keys(query).filter((name) => known.has(name))
  const place = names.find((name) => unsupported.includes(name))
  if (place !== undefined)
    return no(
      'hsds.unsupported',
      {
        zh: `不支持参数 ${place}：目录只记社区，不记坐标。请按 service_areas 里的社区查找。`,
        en: `The parameter ${place} is not supported: places are known by community and not by position. Look at service_areas.`,
      },
      { field: place },
    )
  const foreign = names.find((name) => !asked[list].some((own) => own === name))
  if (foreign !== undefined)
    return no(
      'hsds.foreign',
      { zh: `${list} 没有参数 ${foreign}。`, en: `${list} takes no parameter ${foreign}.` },
      { field: foreign, sort: 'invalid' },
    )
  const parsed = querySchema.safeParse(Object.fromEntries(names.map((name) => [name, query[name]])))
  const wrong = parsed.error?.issues[0]?.path[0]
  if (!parsed.success)
    return no(
      'hsds.value',
      { zh: `参数 ${String(wrong)} 的值不对。`, en: `The parameter ${String(wrong)} has a value that is not understood.` },
      { field: String(wrong), sort: 'invalid' },
    )
  if (parsed.data.minimal && parsed.data.full)
    return no(
      'hsds.minimalFull',
      { zh: 'minimal 和 full 只能用一个。', en: 'minimal and full exclude each other.' },
      { field: 'minimal', sort: 'invalid' },
    )
  return yes(parsed.data)
}

/** The services that a query asks for. */
const askedOf = (services: readonly HsdsService[], query: HsdsQuery): HsdsService[] => {
  const { organization_id: organization, taxonomy_term_id: term, taxonomy_id: of, modified_after: since } = query
  return services.filter(
    (service) =>
      `${service.name}\n${service.description}\n${service.organization.name}`.includes(query.search) &&
      (organization === undefined || service.organization_id === organization) &&
      (term === undefined || service.attributes.some((attribute) => attribute.taxonomy_term_id === term)) &&
      (of === undefined || service.attributes.some((attribute) => attribute.taxonomy_term.taxonomy_id === of)) &&
      (since === undefined || Date.parse(service.last_modified) >= since),
  )
}

type Row = { readonly id: string }
const named = <One extends Row & { name: string; description: string }>(rows: readonly One[], { search }: HsdsQuery): One[] =>
  rows.filter(({ name, description }) => `${name}\n${description}`.includes(search))

/** An organization with all that it offers. */
export const fullOrganizationOf = (services: readonly HsdsService[]) => (organization: Row) => ({
  ...organization,
  services: services.filter((service) => service.organization_id === organization.id),
})

/** Where a service is, each place with the service but for its places. */
export const fullPlacesOf = ({ service_at_locations: places, ...service }: HsdsService) => places.map((at) => ({ ...at, service }))

/** What stands in a list, as the query wants it: bare ids and days, as usual, or with all that hangs on it. */
export const rowsOf: Readonly<Record<HsdsList, (services: readonly HsdsService[], query: HsdsQuery) => readonly Row[]>> = {
  services: (services, query) =>
    askedOf(services, query).map((service) =>
      query.minimal ? { id: service.id, last_modified: service.last_modified } : query.full ? service : listedService(service),
    ),
  organizations: (services, query) => {
    const found = named(organizationsOf(services), query)
    return query.full || query.full_service ? found.map(fullOrganizationOf(services)) : found
  },
  service_at_locations: (services, query) =>
    query.full ? askedOf(services, query).flatMap(fullPlacesOf) : atLocationsOf(askedOf(services, query)),
  taxonomies: (_services, query) => named([taxonomy], query),
  // The terms have none above or below them.
  taxonomy_terms: (services, query) =>
    query.parent_id === undefined
      ? named(termsOf(services), query).filter((term) => query.taxonomy_id === undefined || term.taxonomy_id === query.taxonomy_id)
      : [],
}

/** A page of a list as the HSDS API answers it; pages are counted from 1. Bare ids come in one page unless a size is asked for. */
export function pageIn<One>(rows: readonly One[], { page, per_page: wanted, minimal }: Pick<HsdsQuery, 'page' | 'per_page' | 'minimal'>) {
  const size = wanted ?? (minimal ? Math.max(1, rows.length) : 50)
  const pages = Math.max(1, Math.ceil(rows.length / size))
  const contents = rows.slice((page - 1) * size, page * size)
  return {
    total_items: rows.length,
    total_pages: pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: contents.length === 0,
    contents,
  }
}
