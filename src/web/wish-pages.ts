import type { PageEntry } from './pages.ts'

/** The pages of wishes: part of the office's list of pages. */
export const wishPages: readonly PageEntry[] = [
  {
    path: '/wishes',
    words: { zh: '微心愿', en: 'Wishes' },
    permission: 'wishes.read',
    place: { group: 'resources', icon: 'star' },
    load: async () => (await import('../features/wishes/wishes-page.tsx')).WishesPage,
  },
  {
    path: '/wishes/new',
    words: { zh: '登记心愿', en: 'Collect a wish' },
    permission: 'wishes.write',
    load: async () => (await import('../features/wishes/new-wish-page.tsx')).NewWishPage,
  },
  {
    path: '/wishes/claim',
    words: { zh: '认领微心愿', en: 'Claim a wish' },
    permission: 'wishes.claim',
    place: { group: 'resources', icon: 'star' },
    load: async () => (await import('../features/wishes/claim-page.tsx')).ClaimPage,
  },
  {
    path: '/wishes/:id',
    words: { zh: '一个微心愿', en: 'A wish' },
    permission: 'wishes.read',
    load: async () => (await import('../features/wishes/wish-page.tsx')).WishPage,
  },
  {
    path: '/wishes/:id/change',
    words: { zh: '修改心愿', en: 'Change a wish' },
    permission: 'wishes.write',
    load: async () => (await import('../features/wishes/new-wish-page.tsx')).ChangeWishPage,
  },
]
