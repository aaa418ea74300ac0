import { configFrom } from '../server/config.ts'
import { logTo } from '../server/log.ts'
import { openHouse, serverOf, type House } from '../server/main.ts'
import { listTenants } from '../features/identity/tenant-store.ts'
import type { ReadPage } from './manifest.ts'
import { callerAs, type TerminalCaller } from './caller.ts'

/** Opens the house for one command and closes it after, whatever happens. */
export async function withHouse<T>(work: (house: House) => Promise<T>): Promise<T> {
  const house = await openHouse(configFrom(process.env))
  try {
    return await work(house)
  } finally {
    await house.close()
  }
}

export type CallerOptions = { readonly as: string; readonly tenant?: string }

/** Opens the house and a session of the named account. */
export function withCaller<T>(
  options: CallerOptions,
  work: (caller: TerminalCaller, house: House, tenantId: number) => Promise<T>,
): Promise<T> {
  return withHouse(async (house) => {
    const tenantId = (await tenantNamed(house, options.tenant)).tenant_id
    const caller = await callerAs(house, tenantId, options.as)
    try {
      return await work(caller, house, tenantId)
    } finally {
      await caller.end()
    }
  })
}

async function tenantNamed(house: House, code: string | undefined): Promise<{ tenant_id: number; code: string }> {
  const tenants = await house.services.database.outside(listTenants)
  const named = tenants.filter((tenant) => code === undefined || tenant.code === code)
  const [tenant] = named
  if (tenant === undefined)
    throw new Error(tenants.length === 0 ? 'There is no tenant yet. Add one with: nuanyang tenant add' : `There is no tenant “${code}”.`)
  if (named.length > 1) throw new Error(`There are several tenants. Name one with --tenant: ${named.map((each) => each.code).join(', ')}`)
  return tenant
}

export type PagesOptions = { readonly at: string; readonly tenant?: string }

/** Reads the public pages as this house makes them from its records, for whoever reads them at an origin. */
export function withPages<T>({ at, tenant }: PagesOptions, work: (tenant: string, read: ReadPage) => Promise<T>): Promise<T> {
  return withHouse(async (house) => {
    const { code } = await tenantNamed(house, tenant)
    const { portal, routes } = await import('../server/routes.ts')
    const app = await serverOf(house.services, routes, logTo(process.stderr, 'error'), {
      portal: { database: house.portalDatabase, site: portal },
    })
    const { host, protocol } = new URL(at)
    try {
      return await work(code, async (path) => {
        const answered = await app.inject({ url: path, headers: { host, 'x-forwarded-proto': protocol.replace(':', '') } })
        return { status: answered.statusCode, bytes: answered.rawPayload }
      })
    } finally {
      await app.close()
    }
  })
}
