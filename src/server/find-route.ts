import type { Route } from './route.ts'

/**
 * Features whose endpoints are asked alone, by a heavy one's own thread or by a command, under the first word of their
 * names. All features together take a second and a half and 60 MB to load, which every import would pay twice.
 */
const alone: Readonly<Record<string, () => Promise<readonly Route[]>>> = {
  acceptance: async () => (await import('../features/acceptance/pack-routes.ts')).packRoutes,
  frozen: async () => (await import('../features/publishing/frozen-routes.ts')).frozenRoutes,
  imports: async () => (await import('../features/exchange/routes.ts')).exchangeRoutes,
  linkage: async () => (await import('../features/linkage/match-routes.ts')).matchRoutes,
  reports: async () => (await import('../features/acceptance/report-routes.ts')).reportRoutes,
}

/** How an endpoint is carried out; loads no more features than it takes. @throws Error when there is no such endpoint. */
export async function findRoute(name: string): Promise<Route> {
  const named = (routes: readonly Route[] | undefined) => routes?.find((route) => route.endpoint.name === name)
  const found = named(await alone[name.split('.')[0] ?? '']?.()) ?? named((await import('./routes.ts')).routes)
  if (found === undefined) throw new Error(`There is no endpoint ${name}.`)
  return found
}
