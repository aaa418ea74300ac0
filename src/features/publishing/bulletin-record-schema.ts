import { z } from 'zod'
import { measureKeySchema, wordsSchema } from '../measures/measure-schema.ts'
import { frozenIdSchema } from './figure-record-schema.ts'

// What the public may read, and nothing else.

const publicInlineSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('text'), text: z.string(), strong: z.literal(true).optional() }),
  z.strictObject({ is: z.literal('link'), text: z.string(), href: z.string() }),
  /** `id` is a frozen figure's; `printed` is how it is said. */
  z.strictObject({ is: z.literal('figure'), id: frozenIdSchema, measure: measureKeySchema, printed: wordsSchema }),
])
export type PublicInline = z.infer<typeof publicInlineSchema>
const line = z.array(publicInlineSchema)

const publicBlockSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('heading'), text: z.string() }),
  z.strictObject({ is: z.literal('paragraph'), line }),
  z.strictObject({ is: z.literal('list'), ordered: z.boolean(), items: z.array(line) }),
  z.strictObject({ is: z.literal('quote'), line, by: z.string() }),
  /** A photo, known by the SHA-256 of its bytes. */
  z.strictObject({
    is: z.literal('picture'),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    caption: z.string(),
    width: z.int(),
    height: z.int(),
  }),
  z.strictObject({
    is: z.literal('figures'),
    title: z.string(),
    as: z.enum(['table', 'bars', 'line', 'shares']),
    /** Without a figure: left blank, because it would show too few people. */
    rows: z.array(z.strictObject({ name: z.string(), figure: publicInlineSchema.options[2].nullable(), value: z.number().nullable() })),
  }),
])
export type PublicBlock = z.infer<typeof publicBlockSchema>

/** A bulletin as it was published. Its hash is SHA-256 over the UTF-8 of its canonical form, as of a figure. */
export const bulletinRecordSchema = z
  .strictObject({
    format: z.literal('nuanyang-bulletin-1'),
    tenant: z.string(),
    id: z.uuid(),
    /** The first edition's id, and which edition this is. */
    series: z.uuid(),
    edition: z.int(),
    corrects: z.strictObject({ id: z.uuid(), hash: z.string(), reason: z.string() }).nullable(),
    project: z.strictObject({ id: z.uuid(), name: z.string() }),
    publisher: z.string(),
    title: z.string(),
    blocks: z.array(publicBlockSchema),
    publishedAt: z.iso.datetime(),
    /** Every frozen figure that it says or leans on. */
    figures: z.array(z.strictObject({ id: frozenIdSchema, hash: z.string() })),
  })
  .meta({ id: 'PublishedBulletin' })
export type BulletinRecord = z.output<typeof bulletinRecordSchema>
