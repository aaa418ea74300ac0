import type { ComponentType } from 'react'
import type { Permission } from '../kernel/permission.ts'
import type { Words } from '../kernel/words.ts'
import type { IconName } from './ui/icon.tsx'

/** A page of the office: where it is, who may open it, and its code, which is loaded when it is opened. */
export type PageEntry = {
  readonly path: string
  readonly words: Words
  readonly permission: Permission
  readonly load: () => Promise<ComponentType>
  /** Where it stands in the navigation; absent for pages reached from others. */
  readonly place?: { readonly group: 'work' | 'administration'; readonly icon: IconName }
}

/** Every page of the office: this file alone lists them. */
export const pages: readonly PageEntry[] = [
  {
    path: '/',
    words: { zh: '首页', en: 'Start' },
    permission: 'session.own',
    place: { group: 'work', icon: 'home' },
    load: async () => (await import('./start-page.tsx')).StartPage,
  },
  {
    path: '/accounts',
    words: { zh: '账号', en: 'Accounts' },
    permission: 'accounts.manage',
    place: { group: 'administration', icon: 'people' },
    load: async () => (await import('../features/identity/accounts-page.tsx')).AccountsPage,
  },
  {
    path: '/grants',
    words: { zh: '授权', en: 'Permissions' },
    permission: 'grants.manage',
    place: { group: 'administration', icon: 'key' },
    load: async () => (await import('../features/projects/grants-page.tsx')).GrantsPage,
  },
  {
    path: '/trail',
    words: { zh: '操作痕迹', en: 'Trail' },
    permission: 'trail.read',
    place: { group: 'administration', icon: 'trail' },
    load: async () => (await import('../features/identity/trail-page.tsx')).TrailPage,
  },
  {
    path: '/me',
    words: { zh: '我的账号', en: 'My account' },
    permission: 'session.own',
    load: async () => (await import('../features/identity/my-account-page.tsx')).MyAccountPage,
  },
  {
    path: '/interface',
    words: { zh: '接口说明', en: 'API' },
    permission: 'accounts.manage',
    place: { group: 'administration', icon: 'code' },
    load: async () => (await import('./interface-page.tsx')).InterfacePage,
  },
]
