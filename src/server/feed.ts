import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createHash } from 'node:crypto'
import type { Services } from './answer.ts'
import type { TenantId, Tx } from './db.ts'
import type { Sealer } from './seal.ts'

/** What a phone's calendar asks for. `token` is the secret in its address: it stands in no log and no trail. */
export type FeedAsked = {
  readonly tx: Tx
  readonly tenantId: TenantId
  readonly tenantCode: string
  readonly sealer: Sealer
  readonly now: Date
  readonly token: string
  /** Scheme and host under which the calendar was asked for. */
  readonly origin: string
}

/** A calendar's text; `id` when it is time to note that somebody reads it. */
type FeedAnswer = { readonly body: string; readonly seen?: string }

export type Feed = {
  /** Undefined: there is no such address, or it has ended. */
  answer(asked: FeedAsked): Promise<FeedAnswer | undefined>
  noteSeen(tx: Tx, tenantId: TenantId, id: string): Promise<void>
}

/** Where calendars are. The address of one is never written anywhere: logs have this instead. */
export const feedPath = '/calendar/:tenant/:file'

/** The path of a request as a log may have it. */
export const loggedPath = (url: string): string => {
  const path = url.split('?')[0] ?? ''
  return path.startsWith('/calendar/') ? feedPath : path
}

type Params = { readonly tenant: string; readonly file: string }

/** Calendars at `/calendar/<tenant>/<token>.ics`, with a mark by which a phone asks whether anything is new. */
export function serveFeed(
  app: FastifyInstance,
  services: Services,
  feed: Feed,
  tenantOf: (code: string | undefined) => Promise<TenantId | undefined>,
): void {
  app.get<{ Params: Params }>(feedPath, async (request, reply) => {
    const { tenant, file } = request.params
    const token = /^([\w-]{20,100})\.ics$/.exec(file)?.[1]
    const tenantId = token === undefined ? undefined : await tenantOf(tenant)
    if (token === undefined || tenantId === undefined) return gone(reply)
    const { database, sealer, clock } = services
    const origin = `${request.protocol}://${request.host}`
    const found = await database.read(tenantId, (tx) =>
      feed.answer({ tx, tenantId, tenantCode: tenant, sealer, now: clock(), token, origin }),
    )
    if (found === undefined) return gone(reply)
    const { body, seen } = found
    if (seen !== undefined) await database.write(tenantId, (tx) => feed.noteSeen(tx, tenantId, seen))
    return send(request, reply, body)
  })
}

const gone = (reply: FastifyReply): FastifyReply =>
  reply.status(404).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send('没有这个日历地址。 No such calendar.\n')

function send(request: FastifyRequest, reply: FastifyReply, body: string): FastifyReply {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  void reply.header('etag', tag).header('cache-control', 'private, no-cache').header('x-robots-tag', 'noindex')
  const known = request.headers['if-none-match']
  // What comes compressed comes back with a weaker mark.
  if (known !== undefined && known.split(',').some((one) => one.trim().replace(/^W\//, '') === tag)) return reply.status(304).send()
  return reply.type('text/calendar; charset=utf-8').header('content-disposition', 'inline; filename="nuanyang.ics"').send(body)
}
