import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { fullOrganizationOf, fullPlacesOf } from './hsds-query-rules.ts'
import { atLocationsOf, hsdsServiceSchema, listedService, organizationsOf, taxonomy } from './hsds-rules.ts'
import { organisation, service } from './hsds-testing.ts'
import { mayPublish } from './publish-rules.ts'

test('a published resource is a service with its organization, areas, times and kind, and nothing of persons', () => {
  expect(hsdsServiceSchema.strict().parse(service)).toEqual(service)
  expect(service).toMatchObject({
    name: '义剪服务',
    schedules: [{ byday: 'SA', description: '周六、上午' }],
    organization: { name: '惠民理发店' },
  })
})

const offered = { organisationId: organisation.id, freshness: 'fresh', title: '义剪', content: null, limits: null, skill: null } as const
test.each([
  [offered, null, undefined],
  [offered, '0427-1234567', undefined],
  [{ ...offered, organisationId: null }, null, 'directory.person'],
  [{ ...offered, freshness: 'over' as const }, null, 'directory.over'],
  [{ ...offered, content: '联系王师傅13800000000' }, null, 'directory.personal'],
  [{ ...offered, limits: '凭000000194001010018登记' }, null, 'directory.personal'],
  [offered, '138 0000 0000', 'directory.phone'],
])('%j with the telephone %s: %s', (resource, phone, code) => {
  const verdict = mayPublish(resource, phone)
  expect(verdict.ok ? undefined : verdict.code).toBe(code)
})

/** The folder `schema` of the specification (github openreferral/specification), which is not kept here. */
const folder = process.env['NUANYANG_HSDS']

/** A schema that refuses what it does not know. */
function strict(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(strict)
  const found = z.record(z.string(), z.unknown()).safeParse(schema).data
  if (found === undefined) return schema
  const whole = Object.fromEntries(Object.entries(found).map(([key, value]) => [key, strict(value)]))
  return found['type'] === 'object' && found['properties'] !== undefined ? { ...whole, additionalProperties: false } : whole
}

const schemaIn = (name: string): object =>
  z.record(z.string(), z.unknown()).parse(strict(JSON.parse(readFileSync(join(folder ?? '', name), 'utf8'))))

const checked =
  folder === undefined
    ? []
    : ([
        ['compiled/service.json', service],
        ['compiled/service_list.json', listedService(service)],
        ['compiled/organization.json', organizationsOf([service])[0]],
        ['compiled/organization_list.json', organizationsOf([service])[0]],
        ['compiled/organization.json', fullOrganizationOf([service])(service.organization)],
        ['compiled/service_at_location.json', atLocationsOf([service])[0]],
        ['compiled/service_at_location.json', fullPlacesOf(service)[0]],
        ['compiled/service_at_location_list.json', atLocationsOf([service])[0]],
        ['taxonomy.json', taxonomy],
      ] as const)

test('what is published fits the published schema of HSDS 3, where that is at hand', () => {
  for (const [name, value] of checked) {
    const ajv = new Ajv({
      strict: false,
      allErrors: true,
      schemas: { 'metadata.json': {} },
      formats: { uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, uri: true, email: true, 'date-time': true, date: true },
    })
    const validate = ajv.compile(schemaIn(name))
    validate(value)
    expect([name, validate.errors ?? []]).toEqual([name, []])
  }
})
