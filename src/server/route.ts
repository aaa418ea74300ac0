import type { z } from 'zod'
import type { Day } from '../kernel/day.ts'
import type { Endpoint } from '../kernel/endpoint.ts'
import type { Reach } from '../kernel/reach.ts'
import type { Verdict } from '../kernel/verdict.ts'
import type { Language } from '../kernel/words.ts'
import type { Actor } from '../features/identity/session-store.ts'
import type { TenantId, Tx } from './db.ts'
import type { Outgoing as OutgoingSettings } from './outgoing.ts'
import type { Progress } from './progress.ts'
import type { Sealer } from './seal.ts'

/** A file that came with a request. */
export type Incoming = { readonly name: string; readonly bytes: Buffer }
/**
 * A file for an answer; of the endpoint's media type unless it says another. What takes long and needs no transaction
 * is made `later`, when that has ended. It is to be kept, unless it is to be `shown` where it was asked for.
 */
export type Outgoing = { readonly fileName: string; readonly mediaType?: string; readonly shown?: true } & (
  | { readonly bytes: Buffer }
  | { readonly later: () => Promise<Verdict<Buffer>> }
)

/** All that a handler may use. Whatever it needs beside is an argument of a rule or a row in the database. */
export type Call<I> = {
  readonly input: I
  readonly tx: Tx
  readonly tenantId: TenantId
  readonly now: Date
  /** Today where the service is done (Asia/Shanghai). */
  readonly today: Day
  readonly language: Language
  readonly sealer: Sealer
  readonly outgoing: OutgoingSettings
  readonly files: readonly Incoming[]
  readonly operationId?: string
  readonly progress: Progress
  /** How far another operation of this server has come. */
  progressOf(operationId: string): { step: string; done: number; of: number } | undefined
  /** Ends an operation in a thread of its own that waits or is under way; false when there is none of this id. */
  stopOperation(operationId: string): boolean
  /** Completes the trail's entry: whom or what it is about, the reason given, names of fields and counts. */
  note(about: { subject?: string; reason?: string; details?: Record<string, string | number | boolean | null | readonly string[]> }): void
}

export type SignedInCall<I> = Call<I> & { readonly actor: Actor; readonly reach: Reach }
export type OpenCall<I> = Call<I> & {
  /** What the caller's browser calls itself. */
  readonly device: string
  /** Gives the caller a session's cookie. */
  startSession(token: string): void
}

/** An endpoint with what it does. The input's and output's types are checked where it is made and forgotten after. */
export type Route = {
  readonly endpoint: Endpoint
  readonly open: boolean
  run(call: SignedInCall<unknown>): Promise<Verdict<unknown>>
  runOpen(call: OpenCall<unknown>): Promise<Verdict<unknown>>
}

const notHere = () => Promise.reject(new Error('This endpoint is called the other way.'))

/** A signed-in endpoint and its handler. The input was parsed by the endpoint's own shape before it gets here. */
export function route<I extends z.ZodType, O extends z.ZodType>(
  declared: Endpoint<I, O>,
  handle: (call: SignedInCall<z.output<I>>) => Promise<Verdict<z.input<O> | Outgoing>>,
): Route {
  return {
    endpoint: declared,
    open: false,
    run: (call) => handle({ ...call, input: declared.input.parse(call.input) }),
    runOpen: notHere,
  }
}

/** An endpoint that anybody may call, signed in or not. */
export function openRoute<I extends z.ZodType, O extends z.ZodType>(
  declared: Endpoint<I, O>,
  handle: (call: OpenCall<z.output<I>>) => Promise<Verdict<z.input<O>>>,
): Route {
  return {
    endpoint: declared,
    open: true,
    run: notHere,
    runOpen: (call) => handle({ ...call, input: declared.input.parse(call.input) }),
  }
}
