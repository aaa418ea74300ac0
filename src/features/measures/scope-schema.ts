import { z } from 'zod'
import { daySchema, monthSchema } from '../../kernel/day.ts'
import { divisionCodeSchema } from '../../kernel/ids.ts'
import { certaintySchema, kindSchema, lineSchema } from '../ledger/kind-schema.ts'
import { hardshipCodeSchema } from '../people/hardship-schema.ts'

/** By what a figure can be broken down. `community` and `town` are the place of the service, `home` is where the person lives. */
export const dimensionSchema = z
  .enum(['community', 'town', 'home', 'month', 'line', 'kind', 'label', 'grade'])
  .meta({ id: 'Dimension', description: '`label` is the hardship label, `grade` the grade of a certified disability.' })
export type Dimension = z.infer<typeof dimensionSchema>

/**
 * The part of a project that a figure is wanted for; all of it when nothing is named. What a measure is not counted by
 * (the register has no months) leaves it without a value rather than with a wrong one.
 */
export const scopeSchema = z
  .object({
    /** Places of service: communities, or towns, streets and districts with all that lies in them. */
    places: z.array(divisionCodeSchema).min(1).max(200).optional(),
    /** Where the persons live, in the same way. */
    homes: z.array(divisionCodeSchema).min(1).max(200).optional(),
    months: z.object({ from: monthSchema, to: monthSchema }).optional(),
    days: z.object({ from: daySchema, to: daySchema }).optional(),
    lines: z.array(lineSchema).min(1).optional(),
    kinds: z.array(kindSchema).min(1).optional(),
    labels: z.array(hardshipCodeSchema).min(1).optional(),
    /** Signature programmes: only the services that belong to one of them. */
    programmes: z.array(z.uuid()).min(1).max(50).optional(),
    /** How sure it must be who was there. */
    certainties: z.array(certaintySchema).min(1).optional(),
  })
  .meta({ id: 'Scope' })
export type Scope = z.infer<typeof scopeSchema>
