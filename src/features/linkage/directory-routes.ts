import { z } from 'zod'
import { absent, changedMeanwhile, no, yes, type No, type Verdict } from '../../kernel/verdict.ts'
import type { PublicAnswer, PublicAsked, PublicPage } from '../../server/public-page.ts'
import { route, type SignedInCall } from '../../server/route.ts'
import { findTenantCode } from '../identity/tenant-store.ts'
import { listDirectory, previewEntry, publishEntry, withdrawEntry } from './directory-schema.ts'
import * as store from './directory-store.ts'
import { listPlacesOf } from './giver-store.ts'
import { fullOrganizationOf, pageIn, queryOf, rowsOf, type HsdsList, type HsdsQuery } from './hsds-query-rules.ts'
import { atLocationsOf, organizationsOf, serviceOf, taxonomy, termsOf, type HsdsService } from './hsds-rules.ts'
import { mayPublish } from './publish-rules.ts'
import { projectFor, resourceFor } from './place-routes.ts'
import type { ResourceRow } from './resource-schema.ts'

async function bodyOf(call: SignedInCall<unknown>, resource: ResourceRow, phone: string | null): Promise<Verdict<HsdsService>> {
  const { tx, tenantId, now } = call
  const may = mayPublish(resource, phone)
  if (!may.ok) return may
  const organisation = await store.findGiverOrganisation(tx, tenantId, may.value)
  if (organisation === undefined) return absent({ zh: '这个组织', en: 'organisation' })
  const places = await listPlacesOf(tx, tenantId, resource.projectId)
  return yes(
    serviceOf({
      ...resource,
      organisation: { id: may.value, ...organisation },
      communities: places.filter(({ code }) => resource.communities.length === 0 || resource.communities.some((own) => own === code)),
      phone,
      now: now.toISOString(),
    }),
  )
}

export const directoryRoutes = [
  route(listDirectory, async (call) => {
    const at = await projectFor(call, call.input.projectId)
    if (!at.ok) return at
    const { tx, tenantId, input } = call
    return yes({
      address: `/public/${encodeURIComponent(await findTenantCode(tx, tenantId))}/hsds/services`,
      rows: await store.listEntries(tx, tenantId, input.projectId, at.value.asOf),
    })
  }),

  route(previewEntry, async (call) => {
    const found = await resourceFor(call, call.input.id)
    if (!found.ok) return found
    const body = await bodyOf(call, found.value, call.input.phone)
    return body.ok ? yes({ service: body.value }) : body
  }),

  route(publishEntry, async (call) => {
    const { tx, tenantId, input, actor, note, today } = call
    const found = await resourceFor(call, input.id)
    if (!found.ok) return found
    if (input.agreedOn > today)
      return no(
        'directory.future',
        { zh: '日期不能晚于今天。', en: 'The day cannot be after today.' },
        { sort: 'invalid', field: 'agreedOn' },
      )
    if (found.value.version !== input.version) return changedMeanwhile
    const body = await bodyOf(call, found.value, input.phone)
    if (!body.ok) return body
    note({ details: { resource: input.id } })
    const of = { ...input, projectId: found.value.projectId, validUntil: found.value.validUntil, by: actor.accountId }
    await store.publish(tx, tenantId, of, body.value)
    return yes({})
  }),

  route(withdrawEntry, async (call) => {
    const { tx, tenantId, input, note } = call
    const found = await resourceFor(call, input.id)
    if (!found.ok) return found
    note({ reason: input.reason, details: { resource: input.id } })
    return (await store.withdraw(tx, tenantId, input.id)) ? yes({}) : absent({ zh: '公开的这一项', en: 'published entry' })
  }),
]

const json = (value: unknown): PublicAnswer => ({ status: 200, type: 'application/json', body: JSON.stringify(value) })
const nothing: PublicAnswer = { status: 404, type: 'application/json', body: JSON.stringify({ message: 'Not found' }) }

/** A query that is not understood, as RFC 9457 has it, with the parameter. */
const problem = ({ code, because, field, sort }: No): PublicAnswer => {
  const status = sort === 'invalid' ? 400 : 501
  return {
    status,
    type: 'application/problem+json',
    body: JSON.stringify({
      type: 'about:blank',
      title: status === 400 ? 'Bad Request' : 'Not Implemented',
      status,
      code,
      detail: `${because.en} ${because.zh}`,
      parameter: field,
    }),
  }
}

const published = ({ tx, tenantId }: PublicAsked): Promise<HsdsService[]> => store.listPublished(tx, tenantId)

/** A list in pages, or line by line and whole. */
const listPage = (list: HsdsList): PublicPage => ({
  path: `/hsds/${list}`,
  answer: async (asked) => {
    const query = queryOf(list, asked.query)
    if (!query.ok) return problem(query)
    const rows = rowsOf[list](await published(asked), query.value)
    return query.value.format === 'json'
      ? json(pageIn(rows, query.value))
      : { status: 200, type: 'application/x-ndjson', body: rows.map((row) => `${JSON.stringify(row)}\n`).join('') }
  },
})

type Whole = (services: readonly HsdsService[], query: HsdsQuery) => readonly { readonly id: string }[]

/** A list of the HSDS API, and one of it by its id. */
const pair = (list: HsdsList, whole: Whole): PublicPage[] => [
  listPage(list),
  {
    path: `/hsds/${list}/:id`,
    answer: async (asked) => {
      const query = queryOf(list, asked.query)
      if (!query.ok) return problem(query)
      const id = z.uuid().safeParse(asked.params['id']).data
      const found = whole(await published(asked), query.value).find((row) => row.id === id)
      return found === undefined ? nothing : json(found)
    },
  },
]

/**
 * The directory for others, as the HSDS API 3.0 has it: lists in pages or as `ndjson`, narrowed and filled as
 * `hsds-query-rules.ts` says; one by its id.
 */
export const directoryPages: readonly PublicPage[] = [
  {
    path: '/hsds',
    answer: () =>
      Promise.resolve(
        json({
          version: '3.0',
          profile: 'https://docs.openreferral.org/en/v3.0/hsds/',
          openapi_url: 'https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json',
        }),
      ),
  },
  ...pair('services', (services) => services),
  ...pair('organizations', (services, { full_service: full }) =>
    full ? organizationsOf(services).map(fullOrganizationOf(services)) : organizationsOf(services),
  ),
  ...pair('service_at_locations', atLocationsOf),
  ...pair('taxonomies', () => [taxonomy]),
  ...pair('taxonomy_terms', termsOf),
]
