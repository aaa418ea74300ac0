import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { findTenantByCode } from '../features/identity/tenant-store.ts'
import { toTraditional } from './traditional.ts'
import type { Database, TenantId } from './db.ts'
import type { PublicAnswer, PublicPage, PublicSite } from './public-page.ts'

/**
 * Nothing from another host, no script but the one that prints, no text that a script could turn into code, no frame.
 * What is published cannot be made to do anything.
 */
const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "script-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

/** A page is made again after so many milliseconds: what is published or corrected is seen this soon. */
const freshness = 2000
/** Bytes of a text that is taken to be verified. */
const longest = 1024 * 1024
/** Pages that are kept at once. */
const shelf = 2000

type Tenant = { readonly id: TenantId; readonly code: string; readonly name: string }
/** An answer as it goes out: its head made once, its body plain and, when first asked for, compressed. */
type Ready = {
  readonly status: PublicAnswer['status']
  readonly headers: Readonly<Record<string, string>>
  readonly etag: string
  readonly plain: Buffer
  zipped: Buffer | undefined
}
type Made = { readonly answer: Ready; readonly until: number }

/** The public pages at /public/:tenant, through a database role that sees published tables and nothing else. */
export async function servePortal(app: FastifyInstance, database: Database, site: PublicSite): Promise<void> {
  const tenants = new Map<string, Tenant>()
  const kept = new Map<string, Made | Promise<Made>>()

  const tenantCalled = async (code: string): Promise<Tenant | undefined> => {
    const known = tenants.get(code)
    if (known !== undefined) return known
    const found = await database.outside((tx) => findTenantByCode(tx, code))
    if (found !== undefined) tenants.set(code, found)
    return found
  }

  const make = async (page: PublicPage['answer'], tenant: Tenant, request: FastifyRequest): Promise<Ready> => {
    const query = textsOf(request.query)
    const answer = await database.read(tenant.id, (tx) =>
      page({
        tx,
        tenantId: tenant.id,
        tenant: { code: tenant.code, name: tenant.name },
        path: request.url.split('?')[0] ?? '',
        params: textsOf(request.params),
        query,
        origin: `${request.protocol}://${request.host}`,
      }),
    )
    const { body: made } = answer
    const body = query['lang'] === 'zh-Hant' && answer.type === 'text/html' && typeof made === 'string' ? toTraditional(made) : made
    return readied({ ...answer, body })
  }

  const answerWith = (page: PublicPage['answer']) => async (request: FastifyRequest, reply: FastifyReply) => {
    const { tenant: code = '' } = textsOf(request.params)
    const tenant = await tenantCalled(code)
    if (tenant === undefined) return reply.callNotFound()
    const key = `${request.host} ${request.url}`
    const before = kept.get(key)
    const now = performance.now()
    if (before !== undefined && (before instanceof Promise || before.until > now)) return send(request, reply, (await before).answer)
    if (kept.size >= shelf) kept.clear()
    const making = make(page, tenant, request).then((answer): Made => ({ answer, until: performance.now() + freshness }))
    kept.set(key, making)
    try {
      const made = await making
      kept.set(key, made)
      return send(request, reply, made.answer)
    } catch (error) {
      kept.delete(key)
      throw error
    }
  }

  // What is kept is kept compressed as well.
  const asIs = { compress: false } as const
  for (const page of site.pages) app.get(`/public/:tenant${page.path}`, asIs, answerWith(page.answer))
  for (const form of site.forms)
    app.post(`/public/:tenant${form.path}`, asIs, async (request, reply) => {
      const { tenant: code = '' } = textsOf(request.params)
      const tenant = await tenantCalled(code)
      if (tenant === undefined) return reply.callNotFound()
      const text = await textIn(request)
      return send(request, reply, await make((asked) => form.answer(asked, text), tenant, request))
    })
  app.get('/public/:tenant/*', asIs, answerWith(site.absent))
  app.get('/public/portal.css', (_request, reply) => asset(reply, 'text/css', site.css))
  app.get('/public/portal.js', (_request, reply) => asset(reply, 'text/javascript', site.js))
}

/** What was pasted into a form, or stands in the file that was chosen. */
async function textIn(request: FastifyRequest): Promise<string | undefined> {
  if (!request.isMultipart()) return undefined
  let found: string | undefined
  try {
    for await (const part of request.parts({ limits: { fileSize: longest, fieldSize: longest, files: 1, fields: 1 } })) {
      const text = part.type === 'field' ? part.value : new TextDecoder('utf-8').decode(await part.toBuffer())
      if (typeof text === 'string' && text.trim() !== '') found = text
    }
  } catch {
    // Too long, cut off, or no form at all.
    return undefined
  }
  return found
}

/** Single texts of a query or of an address; lists and objects are left out. */
function textsOf(values: unknown): Record<string, string> {
  if (typeof values !== 'object' || values === null) return {}
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
}

const guards = { 'content-security-policy': policy, 'cross-origin-resource-policy': 'same-origin' }

function readied({ status, type, body, fileName }: PublicAnswer): Ready {
  const plain = typeof body === 'string' ? Buffer.from(body) : body
  const etag = `"${hash('sha256', plain, 'base64url').slice(0, 27)}"`
  const headers = {
    ...guards,
    'cache-control': 'no-cache',
    'content-type': type === 'image/jpeg' ? type : `${type}; charset=utf-8`,
    etag,
    vary: 'accept-encoding',
    ...(fileName === undefined ? {} : { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}` }),
  }
  return { status, headers, etag, plain, zipped: undefined }
}

/** Bytes from which on compressing is worth it. */
const worthZipping = 1024

function send(request: FastifyRequest, reply: FastifyReply, ready: Ready): FastifyReply {
  void reply.headers(ready.headers)
  if (request.headers['if-none-match'] === ready.etag) return reply.status(304).send()
  void reply.status(ready.status)
  if (
    ready.plain.length < worthZipping ||
    ready.headers['content-type'] === 'image/jpeg' ||
    request.headers['accept-encoding']?.includes('gzip') !== true
  )
    return reply.send(ready.plain)
  ready.zipped ??= gzipSync(ready.plain)
  return reply.header('content-encoding', 'gzip').send(ready.zipped)
}

const asset = (reply: FastifyReply, type: string, text: string): FastifyReply =>
  reply.headers(guards).header('cache-control', 'public, max-age=3600').type(`${type}; charset=utf-8`).send(text)
