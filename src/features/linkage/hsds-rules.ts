import { z } from 'zod'
import { sha256 } from '../../kernel/sha256.ts'
import { linkKindWords, weekdayWords, partWords, type LinkKind, type Times } from './link-kind-schema.ts'

// Open Referral HSDS 3.0 (Human Services Data Specification): the shapes below are what of it is used here.

const termSchema = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  description: z.string(),
  taxonomy: z.string(),
  taxonomy_id: z.uuid(),
  language: z.string(),
})
const locationSchema = z.object({
  id: z.uuid(),
  location_type: z.literal('physical'),
  name: z.string(),
  external_identifier: z.string(),
  external_identifier_type: z.string(),
})
const organizationSchema = z.object({ id: z.uuid(), name: z.string(), description: z.string() })
export const hsdsServiceSchema = z.object({
  id: z.uuid(),
  organization_id: z.uuid(),
  name: z.string(),
  description: z.string(),
  status: z.literal('active'),
  fees_description: z.string(),
  eligibility_description: z.string().optional(),
  assured_date: z.iso.date(),
  last_modified: z.iso.datetime(),
  phones: z.array(z.object({ id: z.uuid(), service_id: z.uuid(), number: z.string() })),
  schedules: z.array(
    z.object({ id: z.uuid(), service_id: z.uuid(), freq: z.literal('WEEKLY'), byday: z.string(), description: z.string() }),
  ),
  service_areas: z.array(z.object({ id: z.uuid(), service_id: z.uuid(), name: z.string() })),
  service_at_locations: z.array(z.object({ id: z.uuid(), service_id: z.uuid(), location_id: z.uuid(), location: locationSchema })),
  organization: organizationSchema,
  attributes: z.array(
    z.object({ id: z.uuid(), link_id: z.uuid(), taxonomy_term_id: z.uuid(), link_entity: z.literal('service'), taxonomy_term: termSchema }),
  ),
})
export type HsdsService = z.infer<typeof hsdsServiceSchema>

export type PublicFacts = {
  readonly id: string
  readonly title: string
  readonly content: string | null
  readonly limits: string | null
  readonly kind: LinkKind
  readonly times: Times
  readonly confirmedOn: string
  readonly organisation: { readonly id: string; readonly name: string; readonly kind: string | null }
  readonly communities: readonly { readonly code: string; readonly name: string }[]
  readonly phone: string | null
  readonly now: string
}

/** An id that is the same for the same thing, in the form of a UUID of version 8. */
function idFor(text: string): string {
  const hex = sha256(text)
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}

export const taxonomy = {
  id: idFor('nuanyang/taxonomy/link-kinds'),
  name: '资源类别',
  description: '五社联动资源清单的类别',
  version: '1',
} as const

const termOf = (kind: LinkKind): z.infer<typeof termSchema> => ({
  id: idFor(`nuanyang/link-kind/${kind}`),
  code: kind,
  name: linkKindWords[kind].zh,
  description: linkKindWords[kind].en,
  taxonomy: taxonomy.name,
  taxonomy_id: taxonomy.id,
  language: 'zh-CN',
})

const byDay = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** A resource as an HSDS service with its organization, areas and locations. */
export function serviceOf(facts: PublicFacts): HsdsService {
  const { id, organisation } = facts
  const term = termOf(facts.kind)
  const days = facts.times.days.length === 0 ? [1, 2, 3, 4, 5, 6, 7] : facts.times.days
  const said = [...facts.times.days.map((day) => weekdayWords[day - 1]?.zh ?? ''), ...facts.times.parts.map((part) => partWords[part].zh)]
  return {
    id,
    organization_id: organisation.id,
    name: facts.title,
    description: facts.content ?? facts.title,
    status: 'active',
    fees_description: '免费',
    ...(facts.limits === null ? {} : { eligibility_description: facts.limits }),
    assured_date: facts.confirmedOn,
    last_modified: facts.now,
    phones: facts.phone === null ? [] : [{ id: idFor(`${id}/phone`), service_id: id, number: facts.phone }],
    schedules: [
      {
        id: idFor(`${id}/schedule`),
        service_id: id,
        freq: 'WEEKLY',
        byday: days.map((day) => byDay[day - 1] ?? '').join(','),
        description: said.length === 0 ? '时间不限' : said.join('、'),
      },
    ],
    service_areas: facts.communities.map(({ code, name }) => ({ id: idFor(`${id}/area/${code}`), service_id: id, name })),
    service_at_locations: facts.communities.map(({ code, name }) => ({
      id: idFor(`${id}/at/${code}`),
      service_id: id,
      location_id: idFor(`location/${code}`),
      location: {
        id: idFor(`location/${code}`),
        location_type: 'physical',
        name,
        external_identifier: code,
        external_identifier_type: '统计用区划代码',
      },
    })),
    organization: { id: organisation.id, name: organisation.name, description: organisation.kind ?? organisation.name },
    attributes: [{ id: idFor(`${id}/kind`), link_id: id, taxonomy_term_id: term.id, link_entity: 'service', taxonomy_term: term }],
  }
}

/** One of a list of the API: without what hangs on it but the organization. */
export const listedService = ({
  phones: _p,
  schedules: _s,
  service_areas: _a,
  service_at_locations: _l,
  attributes: _t,
  ...service
}: HsdsService) => service

export const organizationsOf = (services: readonly HsdsService[]): z.infer<typeof organizationSchema>[] => [
  ...new Map(services.map(({ organization }) => [organization.id, organization])).values(),
]

export const atLocationsOf = (services: readonly HsdsService[]) =>
  services.flatMap((service) => service.service_at_locations.map((at) => ({ ...at, service: listedService(service) })))

export const termsOf = (services: readonly HsdsService[]) => [
  ...new Map(services.flatMap(({ attributes }) => attributes.map(({ taxonomy_term: term }) => [term.id, term] as const))).values(),
]
