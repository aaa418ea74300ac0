import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathOf } from '../kernel/endpoint.ts'
import { isCarriedOut } from '../features/identity/operation-store.ts'
import { no } from '../kernel/verdict.ts'
import { languageOf } from '../kernel/words.ts'
import { answer, type Answer, type Asked, type Services } from './answer.ts'
import type { Database } from './db.ts'
import { feedPath, loggedPath, serveFeed, type Feed } from './feed.ts'
import { stopped } from './heavy.ts'
import type { Logger } from './log.ts'
import { openApiOf } from './openapi.ts'
import { servePortal } from './portal.ts'
import { faultProblem, problemOf } from './problem.ts'
import type { PublicSite } from './public-page.ts'
import type { Incoming, Outgoing, Route } from './route.ts'

export const sessionCookie = '__Host-nuanyang'

export type Site = {
  readonly services: Services
  readonly routes: readonly Route[]
  readonly log: Logger
  /** The built web application; absent in tests of endpoints alone. */
  readonly webFolder?: string
  readonly portal?: { readonly database: Database; readonly site: PublicSite }
  /** The calendars that phones ask for. */
  readonly feed?: Feed
  /** The tenant of a caller that names none. */
  tenantOf(code: string | undefined): Promise<number | undefined>
}

const megabyte = 1024 * 1024

/** The HTTP server: every endpoint at POST /api/name, the description at /api, the web application beside it. */
export async function httpServer(site: Site): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = site.log
  const app = Fastify({
    loggerInstance,
    bodyLimit: megabyte,
    connectionTimeout: 120_000,
    requestTimeout: 120_000,
    keepAliveTimeout: 72_000,
    forceCloseConnections: true,
    trustProxy: 'loopback',
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 200 },
  })
  await app.register(helmet, {
    contentSecurityPolicy: { directives: policy },
    strictTransportSecurity: { maxAge: 31_536_000 },
    referrerPolicy: { policy: 'no-referrer' },
  })
  // Behind one address there may be a whole agency: only what anybody may ask is limited by address.
  const open = new Set([
    ...site.routes.filter((route) => route.open).map((route) => `POST ${pathOf(route.endpoint.name)}`),
    ...(site.portal?.site.forms ?? []).map(({ path }) => `POST /public/:tenant${path}`),
    `GET ${feedPath}`,
  ])
  const isLimited = ({ method, routeOptions }: FastifyRequest) => open.has(`${method} ${routeOptions.url}`)
  await app.register(rateLimit, { max: 120, timeWindow: '1 minute', allowList: (request) => !isLimited(request) })
  await app.register(compress, { threshold: 2048 })
  await app.register(cookie)
  await app.register(multipart, { limits: { fileSize: 40 * megabyte, files: 30, fields: 2, fieldSize: megabyte } })
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => fail(site, request, reply, error))

  for (const route of site.routes) app.post(pathOf(route.endpoint.name), (request, reply) => serve(site, route, request, reply))
  // Megabytes that few servers are ever asked for.
  let description: string | undefined
  app.get('/api/openapi.json', (_request, reply) => {
    description ??= JSON.stringify(openApiOf(site.routes.map((route) => route.endpoint)))
    return reply.type('application/json; charset=utf-8').send(description)
  })
  app.get('/api/healthz', () => ({ ok: true }))
  if (site.feed !== undefined) serveFeed(app, site.services, site.feed, site.tenantOf)
  if (site.portal !== undefined) await servePortal(app, site.portal.database, site.portal.site)
  if (site.webFolder !== undefined && existsSync(site.webFolder)) await serveWeb(app, site.webFolder)
  return app
}

const policy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  // The component library writes its styles at run time.
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  workerSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
  upgradeInsecureRequests: null,
}

async function serveWeb(app: FastifyInstance, folder: string): Promise<void> {
  const page = readFileSync(join(folder, 'index.html'))
  await app.register(fastifyStatic, { root: folder, index: false, wildcard: false, cacheControl: true, maxAge: '1y', immutable: true })
  app.setNotFoundHandler((request, reply) => {
    if (request.method !== 'GET' || request.url.startsWith('/api/') || request.url.startsWith('/assets/'))
      return sendProblem(
        reply,
        problemOf(
          no('address.absent', { zh: '没有这个地址。', en: 'There is nothing at this address.' }, { sort: 'absent' }),
          languageOf(request.headers['accept-language']),
        ),
      )
    return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page)
  })
}

async function serve(site: Site, route: Route, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const language = languageOf(request.headers['accept-language'])
  if (isForeign(request)) return sendProblem(reply, problemOf(foreign, language))
  const started = performance.now()
  const { input, files } = await bodyOf(route, request)
  const credential = credentialOf(request)
  const tenantCode =
    route.open && typeof input === 'object' && input !== null && 'tenant' in input && typeof input.tenant === 'string'
      ? input.tenant
      : undefined
  const tenantId = credential?.tenantId ?? (await site.tenantOf(tenantCode))
  if (tenantId === undefined) return sendProblem(reply, problemOf(unknownTenant, language))
  const operationId = request.headers['operation-id']
  const asked: Asked = {
    input,
    credential,
    tenantId: route.open ? ((await site.tenantOf(tenantCode)) ?? tenantId) : tenantId,
    operationId: typeof operationId === 'string' ? operationId.toLowerCase() : undefined,
    language,
    device: request.headers['user-agent'] ?? '',
    files,
  }
  const given = await carriedOut(route, asked, site.services)
  const status = given.ok ? 200 : given.problem.status
  site.log.info(
    {
      endpoint: route.endpoint.name,
      status,
      ms: Math.round(performance.now() - started),
      ...(given.ok ? {} : { code: given.problem.code }),
    },
    'answered',
  )
  return send(reply, route, given)
}

/** A heavy endpoint's in a thread. Where it was stopped in the moment in which it was written, what it wrote is its answer. */
async function carriedOut(route: Route, asked: Asked, services: Services): Promise<Answer> {
  const { heavy, database } = services
  if (heavy === undefined || route.endpoint.kind !== 'write' || route.endpoint.heavy === undefined) return answer(route, asked, services)
  const given = await heavy(route.endpoint, asked)
  const { tenantId, operationId } = asked
  if (given.ok || given.problem.code !== stopped.code || operationId === undefined) return given
  const isWritten = await database.read(tenantId, (tx) => isCarriedOut(tx, tenantId, operationId))
  return isWritten ? answer(route, asked, services) : given
}

const foreign = no(
  'origin.foreign',
  { zh: '这个请求来自别的网站，已拒绝。', en: 'This request came from another site and was refused.' },
  { sort: 'forbidden' },
)
const unknownTenant = no(
  'tenant.absent',
  { zh: '没有这个单位代码，请核对。', en: 'There is no such tenant code.' },
  { sort: 'invalid', field: 'tenant' },
)

/** A browser that sends a request for another site says so; others send no such header and have no cookie to borrow. */
const isForeign = (request: FastifyRequest): boolean => {
  const site = request.headers['sec-fetch-site']
  return site !== undefined && site !== 'same-origin' && site !== 'none'
}

function credentialOf(request: FastifyRequest): Asked['credential'] {
  const [tenant, token] = (request.cookies[sessionCookie] ?? '').split('.')
  const tenantId = Number(tenant)
  return token === undefined || token === '' || !Number.isInteger(tenantId) || tenantId < 1 || tenantId > 2_147_483_647
    ? undefined
    : { tenantId, token }
}

async function bodyOf(route: Route, request: FastifyRequest): Promise<{ input: unknown; files: Incoming[] }> {
  if (!request.isMultipart()) return { input: request.body ?? {}, files: [] }
  const files: Incoming[] = []
  let input: unknown = {}
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      if (part.fieldname === 'input' && typeof part.value === 'string') input = JSON.parse(part.value)
    } else if (route.endpoint.kind === 'write' && route.endpoint.takesFiles === true)
      files.push({ name: part.filename, bytes: await part.toBuffer() })
  }
  return { input, files }
}

function send(reply: FastifyReply, route: Route, given: Answer): FastifyReply {
  if (!given.ok) return sendProblem(reply, given.problem)
  void reply.header('cache-control', 'no-store')
  if (given.repeated) void reply.header('operation-repeated', 'true')
  if (given.sessionToken !== undefined)
    void reply.setCookie(sessionCookie, given.sessionToken, { path: '/', secure: true, httpOnly: true, sameSite: 'strict' })
  if (route.endpoint.kind === 'read' && route.endpoint.answers !== undefined && isOutgoing(given.value))
    return (
      reply
        .type(given.value.mediaType ?? mediaTypeOf(route.endpoint.answers))
        .header(
          'content-disposition',
          `${given.value.shown === true ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(given.value.fileName)}`,
        )
        // Whatever is inside, nothing of it runs here.
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(given.value.bytes)
    )
  return reply.send(given.value)
}

const mediaTypeOf = (answers: string | readonly string[]): string =>
  typeof answers === 'string' ? answers : (answers[0] ?? 'application/octet-stream')

const isOutgoing = (value: unknown): value is Outgoing & { readonly bytes: Buffer } =>
  typeof value === 'object' && value !== null && 'fileName' in value && 'bytes' in value

const sendProblem = (reply: FastifyReply, problem: { status: number }): FastifyReply =>
  reply
    .status(problem.status)
    .type('application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problem))

const badBody = no('body.unreadable', { zh: '请求内容无法读取。', en: 'The request body cannot be read.' }, { sort: 'invalid' })
const tooLarge = no(
  'body.tooLarge',
  { zh: '内容过大，请分次提交。单个文件不超过40MB。', en: 'Too large: send it in parts. A file may have at most 40 MB.' },
  { sort: 'too-large' },
)
const tooOften = no(
  'request.tooOften',
  { zh: '请求太频繁，请一分钟后再试。', en: 'Too many requests; try again in a minute.' },
  { sort: 'too-often' },
)

function fail(site: Site, request: FastifyRequest, reply: FastifyReply, error: Error & { statusCode?: number }): FastifyReply {
  const language = languageOf(request.headers['accept-language'])
  if (error.statusCode === 413) return sendProblem(reply, problemOf(tooLarge, language))
  if (error.statusCode === 429) return sendProblem(reply, problemOf(tooOften, language))
  if (error instanceof SyntaxError || (error.statusCode !== undefined && error.statusCode < 500))
    return sendProblem(reply, problemOf(badBody, language))
  site.log.error({ err: error, path: loggedPath(request.url) }, 'fault')
  return sendProblem(reply, faultProblem(language))
}
