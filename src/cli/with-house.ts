import { configFrom } from '../server/config.ts'
import { openHouse, type House } from '../server/main.ts'
import { listTenants } from '../features/identity/tenant-store.ts'
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
    const tenants = await house.services.database.outside(listTenants)
    const named = tenants.filter((tenant) => options.tenant === undefined || tenant.code === options.tenant)
    const [tenant] = named
    if (tenant === undefined)
      throw new Error(
        tenants.length === 0 ? 'There is no tenant yet. Add one with: nuanyang tenant add' : `There is no tenant “${options.tenant}”.`,
      )
    if (named.length > 1) throw new Error(`There are several tenants. Name one with --tenant: ${named.map(({ code }) => code).join(', ')}`)
    const tenantId = tenant.tenant_id
    const caller = await callerAs(house, tenantId, options.as)
    try {
      return await work(caller, house, tenantId)
    } finally {
      await caller.end()
    }
  })
}
