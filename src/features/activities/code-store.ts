import { z } from 'zod'
import { personIdSchema, serviceIdSchema, type PersonId, type ServiceId } from '../../kernel/ids.ts'
import type { TenantId, Tx } from '../../server/db.ts'
import type { Sealer } from '../../server/seal.ts'

// Codes that are shown or printed as squares to be scanned: they say which event or whose card, and carry a keyed hash, so
// that nobody can make one up. They hold no name.

/** How long the code on a hall's screen is good for; the screen takes a new one well before. */
const codeMinutes = 10

export type Scanned = { readonly sort: 'screen'; readonly serviceId: ServiceId } | { readonly sort: 'card'; readonly personId: PersonId }

const macOf = (sealer: Sealer, tenantId: TenantId, text: string): string =>
  sealer.index(`scan:${text}`, tenantId).subarray(0, 15).toString('base64url')

export function screenCode(sealer: Sealer, tenantId: TenantId, serviceId: ServiceId, now: Date): { code: string; until: Date } {
  const until = new Date(now.getTime() + codeMinutes * 60_000)
  const text = `e.${serviceId}.${Math.floor(until.getTime() / 1000).toString(36)}`
  return { code: `${text}.${macOf(sealer, tenantId, text)}`, until }
}

/** A card is good for as long as its bearer's file: it only says who it is, and who scans it must be allowed to. */
export function cardCode(sealer: Sealer, tenantId: TenantId, personId: PersonId): string {
  const text = `p.${personId}`
  return `${text}.${macOf(sealer, tenantId, text)}`
}

/** What a code says; undefined when it was made up, changed, made for another tenant, or has run out. */
export function readCode(sealer: Sealer, tenantId: TenantId, code: string, now: Date): Scanned | undefined {
  const at = code.lastIndexOf('.')
  const text = code.slice(0, at)
  if (at < 1 || code.slice(at + 1) !== macOf(sealer, tenantId, text)) return undefined
  const [sort, id, until] = text.split('.')
  if (sort === 'p') {
    const personId = personIdSchema.safeParse(id)
    return personId.success ? { sort: 'card', personId: personId.data } : undefined
  }
  const serviceId = serviceIdSchema.safeParse(id)
  if (!serviceId.success || Number.parseInt(until ?? '', 36) * 1000 < now.getTime()) return undefined
  return { sort: 'screen', serviceId: serviceId.data }
}

/** The code by which the tenant is named at the door; it stands in the address that a screen shows. */
export async function tenantCode(tx: Tx, tenantId: TenantId): Promise<string> {
  const row = await tx.selectFrom('tenant_directory').select('code').where('tenant_id', '=', tenantId).executeTakeFirst()
  return z.string().parse(row?.code)
}
