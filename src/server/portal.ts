import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
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
/** Pages that are kept at once. */
const shelf = 2000

type Tenant = { readonly id: TenantId; readonly code: string; readonly name: string }
type Made = { readonly answer: PublicAnswer; readonly until: number }

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

  const make = async (page: PublicPage['answer'], tenant: Tenant, request: FastifyRequest): Promise<Made> => {
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
    const body = query['lang'] === 'zh-Hant' && answer.type === 'text/html' ? toTraditional(answer.body) : answer.body
    return { answer: { ...answer, body }, until: performance.now() + freshness }
  }

  const answerWith = (page: PublicPage['answer']) => async (request: FastifyRequest, reply: FastifyReply) => {
    const { tenant: code = '' } = textsOf(request.params)
    const tenant = await tenantCalled(code)
    if (tenant === undefined) return reply.callNotFound()
    const key = `${request.host} ${request.url}`
    const before = kept.get(key)
    const now = performance.now()
    if (before !== undefined && (before instanceof Promise || before.until > now)) return send(reply, (await before).answer)
    if (kept.size >= shelf) kept.clear()
    const making = make(page, tenant, request)
    kept.set(key, making)
    try {
      const made = await making
      kept.set(key, made)
      return send(reply, made.answer)
    } catch (error) {
      kept.delete(key)
      throw error
    }
  }

  for (const page of site.pages) app.get(`/public/:tenant${page.path}`, answerWith(page.answer))
  app.get('/public/:tenant/*', answerWith(site.absent))
  app.get('/public/portal.css', (_request, reply) => asset(reply, 'text/css', site.css))
  app.get('/public/portal.js', (_request, reply) => asset(reply, 'text/javascript', site.js))
}

/** Single texts of a query or of an address; lists and objects are left out. */
function textsOf(values: unknown): Record<string, string> {
  if (typeof values !== 'object' || values === null) return {}
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
}

const guarded = (reply: FastifyReply): FastifyReply =>
  reply.header('content-security-policy', policy).header('cross-origin-resource-policy', 'same-origin')

function send(reply: FastifyReply, answer: PublicAnswer): FastifyReply {
  if (answer.fileName !== undefined)
    void reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(answer.fileName)}`)
  return guarded(reply).status(answer.status).header('cache-control', 'no-cache').type(`${answer.type}; charset=utf-8`).send(answer.body)
}

const asset = (reply: FastifyReply, type: string, text: string): FastifyReply =>
  guarded(reply).header('cache-control', 'public, max-age=3600').type(`${type}; charset=utf-8`).send(text)
