import type { PageEntry } from './pages.ts'

/** Pages about who could meet what. */
export const linkagePages: readonly PageEntry[] = [
  {
    path: '/linkage',
    words: { zh: '资源链接', en: 'Linkage' },
    permission: 'linkage.read',
    place: { group: 'resources', icon: 'refer' },
    load: async () => (await import('../features/linkage/linkage-page.tsx')).LinkagePage,
  },
  {
    path: '/linkage/directory',
    words: { zh: '对外公开目录', en: 'Public directory' },
    permission: 'directory.publish',
    place: { group: 'resources', icon: 'globe' },
    load: async () => (await import('../features/linkage/directory-page.tsx')).DirectoryPage,
  },
  {
    path: '/linkage/match',
    words: { zh: '一次配好', en: 'Match all at once' },
    permission: 'linkage.read',
    load: async () => (await import('../features/linkage/match-page.tsx')).MatchPage,
  },
  {
    path: '/linkage/needs/:id',
    words: { zh: '一项待链接的需求', en: 'A need to be linked' },
    permission: 'linkage.read',
    load: async () => (await import('../features/linkage/need-page.tsx')).NeedPage,
  },
]
