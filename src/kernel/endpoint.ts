import type { z } from 'zod'
import type { Permission } from './permission.ts'
import type { Words } from './words.ts'

/**
 * What an endpoint leaves in the trail. A read that answers only masked or public rows may leave none, and says why;
 * a write always leaves one.
 */
type TrailEntry = { readonly writes: `${string}.${string}` } | { readonly unwritten: string }

type Common<I extends z.ZodType, O extends z.ZodType> = {
  /** `feature.verb`, which is also its address: POST /api/feature.verb. */
  readonly name: `${string}.${string}`
  readonly summary: Words
  readonly input: I
  readonly output: O
  readonly permission: Permission
}

export type ReadEndpoint<I extends z.ZodType, O extends z.ZodType> = Common<I, O> & {
  readonly kind: 'read'
  readonly trail: TrailEntry
  /** A file instead of JSON: its media type, or those it may be of. */
  readonly answers?: string | readonly string[]
}

type WriteEndpoint<I extends z.ZodType, O extends z.ZodType> = Common<I, O> & {
  readonly kind: 'write'
  readonly trail: { readonly writes: `${string}.${string}` }
  /** Takes files beside its input, as multipart/form-data. */
  readonly takesFiles?: true
  /** Seconds of work: carried out in a thread of its own, with a memory limit (or this larger one), by the same one way in. */
  readonly heavy?: true | { readonly megabytes: number }
  /** Sees one moment, whatever others write meanwhile, and is carried out alone among its kind in its tenant. */
  readonly atOneMoment?: true
}

export type Endpoint<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = ReadEndpoint<I, O> | WriteEndpoint<I, O>

/**
 * The one way in. Without a permission or a trail entry it does not compile. A read runs in a read-only transaction
 * unless it writes a trail entry; a write carries an operation id of the caller's, and a repeat gets the first answer.
 */
export function endpoint<I extends z.ZodType, O extends z.ZodType, E extends Endpoint<I, O>>(declared: E & Endpoint<I, O>): E {
  return declared
}

export const pathOf = (name: string): string => `/api/${name}`
