import type { Permission } from '../../kernel/permission.ts'

type Entry = {
  readonly path: string
  readonly permission: Permission
  readonly place?: { readonly group: string; readonly to?: Permission }
}

/** Whether somebody with these permissions may open what asks for one. What is one's own needs no role. */
export const allows = (permissions: readonly Permission[], permission: Permission): boolean =>
  permission === 'open' || permission === 'session.own' || permissions.includes(permission)

/** The pages in the navigation that somebody with these permissions may open, in their order. */
export const pagesFor = <E extends Entry>(pages: readonly E[], permissions: readonly Permission[]): (E & Required<Pick<E, 'place'>>)[] =>
  pages.filter(
    (page): page is E & Required<Pick<E, 'place'>> => page.place !== undefined && allows(permissions, page.place.to ?? page.permission),
  )

/** The page of the navigation that an address belongs to: the one with the longest path that the address begins with. */
export function pageAt<E extends Entry>(pages: readonly E[], address: string): E | undefined {
  const within = (path: string) => path === address || (path !== '/' && address.startsWith(`${path}/`))
  let found: E | undefined
  for (const page of pages) if (within(page.path) && page.path.length > (found?.path.length ?? 0)) found = page
  return found
}

/** The tabs at the foot of a phone: the first four, when there are more pages than fit. */
export const tabsOf = <E>(pages: readonly E[]): readonly E[] => (pages.length < 4 ? [] : pages.slice(0, 4))
