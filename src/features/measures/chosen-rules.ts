import { z } from 'zod'
import { measureKeySchema, type MeasureKey } from './measure-schema.ts'
import { addressOfScope, scopeOfAddress, type ScopeAddress } from './scope-address-rules.ts'
import { dimensionSchema, type Dimension, type Scope } from './scope-schema.ts'

/** What somebody wants to see of a project's figures: no measures means all of them, no dimension means the whole. */
export type Chosen = { readonly measures: readonly MeasureKey[]; readonly by: readonly Dimension[]; readonly scope: Scope }

/** So many columns can be read side by side. */
export const mostMeasures = 8

const listed = <T>(text: string | null, schema: z.ZodType<T>): T[] => [
  ...new Set((text ?? '').split(',').flatMap((name) => schema.safeParse(name).data ?? [])),
]

/** What an address asks for; names that mean nothing are passed over. */
export const chosenIn = (read: (name: string) => string | null): Chosen => ({
  measures: listed(read('m'), measureKeySchema).slice(0, mostMeasures),
  by: listed(read('by'), dimensionSchema).slice(0, 2),
  scope: scopeOfAddress(read),
})

/** The parts of the address that asks for it. */
export const addressOfChosen = ({ measures, by, scope }: Chosen): ScopeAddress => ({
  ...(measures.length === 0 ? {} : { m: measures.join(',') }),
  ...(by.length === 0 ? {} : { by: by.join(',') }),
  ...addressOfScope(scope),
})
