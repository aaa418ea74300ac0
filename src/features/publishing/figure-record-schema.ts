import { z } from 'zod'
import { daySchema } from '../../kernel/day.ts'
import { projectIdSchema } from '../../kernel/ids.ts'
import { measureKeySchema, wordsSchema } from '../measures/measure-schema.ts'
import { dimensionSchema, scopeSchema } from '../measures/scope-schema.ts'

/** What figures are frozen for. A correction is a figure of its own. */
export const purposeSchema = z
  .enum(['bulletin', 'monthly', 'midterm', 'closing', 'other', 'correction'])
  .meta({ id: 'Purpose', description: 'What figures are frozen for.' })
export type Purpose = z.infer<typeof purposeSchema>

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)
export const frozenIdSchema = z.uuid().brand<'FrozenFigureId'>().meta({ id: 'FrozenFigureId' })
export type FrozenFigureId = z.infer<typeof frozenIdSchema>
export const frozenSetIdSchema = z.uuid().brand<'FrozenSetId'>().meta({ id: 'FrozenSetId' })
export type FrozenSetId = z.infer<typeof frozenSetIdSchema>

/** Where in a breakdown a figure stands; nothing for the whole of what was asked for. */
const cellAtSchema = z.partialRecord(dimensionSchema, z.string().nullable())

export const correctionReasonSchema = z.enum(['late', 'merged', 'cancelled', 'wrong', 'rule', 'other'])

/** The figure that a correction stands in for, with what it said. */
const correctedSchema = z.object({
  id: frozenIdSchema,
  seq: z.int(),
  hash: sha256Schema,
  value: z.number().nullable(),
  asOf: z.iso.datetime(),
  reason: correctionReasonSchema,
  note: z.string(),
})

/**
 * A figure as it was frozen. Its hash is SHA-256 over the UTF-8 of its canonical form (RFC 8785, kernel/canonical.ts).
 * Nothing here names a person: members are known by how many and by a hash.
 */
export const figureRecordSchema = z
  .strictObject({
    format: z.literal('nuanyang-figure-1'),
    tenant: z.string(),
    id: frozenIdSchema,
    /** Its place in the tenant's chain, from 1, and the hash of the one before; 64 noughts before the first. */
    seq: z.int().min(1),
    previous: sha256Schema,
    set: z.strictObject({ id: frozenSetIdSchema, purpose: purposeSchema, title: z.string(), scope: scopeSchema, by: z.string() }),
    project: z.strictObject({ id: projectIdSchema, name: z.string() }),
    /** The days between which the project's services count. */
    period: z.strictObject({ from: daySchema, to: daySchema }),
    asOf: z.iso.datetime(),
    measure: measureKeySchema,
    version: z.int().min(1),
    name: wordsSchema,
    unit: wordsSchema,
    rule: wordsSchema,
    decimals: z.int().min(0).max(2),
    scope: scopeSchema,
    scopeText: wordsSchema,
    at: cellAtSchema,
    /** Null for a mean or a percentage of nothing. */
    value: z.number().nullable(),
    /** An estimate with what it is based on; null for what was counted. */
    estimate: z
      .strictObject({ basis: z.array(z.strictObject({ basis: z.string(), value: z.number(), method: z.string().nullable() })) })
      .nullable(),
    /** A percentage: the two figures it is made of. */
    parts: z.array(z.strictObject({ measure: measureKeySchema, value: z.number().nullable() })).nullable(),
    /** What it was counted from; null for a percentage. */
    members: z.strictObject({ sort: z.string(), count: z.int().min(0), sha256: sha256Schema }).nullable(),
    corrects: correctedSchema.strict().nullable(),
  })
  .meta({ id: 'FrozenFigure' })
export type FigureRecord = z.output<typeof figureRecordSchema>

/** A frozen figure as it is stored: the record's text and hash, and columns that repeat parts of it. */
export type StoredFigure = {
  readonly id: string
  readonly seq: number
  readonly setId: string
  readonly projectId: string
  readonly measure: string
  readonly at: string
  readonly membersSha256: string | null
  readonly corrects: string | null
  readonly body: string
  readonly hash: string
}

/** Members: ids alone, or each with its amount where the measure adds or averages; in order of the ids. */
export const membersSchema = z.union([z.array(z.string()), z.array(z.tuple([z.string(), z.number().nullable()]))])
