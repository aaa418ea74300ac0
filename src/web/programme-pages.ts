import type { PageEntry } from './pages.ts'

/** The pages of signature programmes: part of the office's list of pages. */
export const programmePages: readonly PageEntry[] = [
  {
    path: '/programmes',
    words: { zh: '一社一品', en: 'Signature programmes' },
    permission: 'programmes.read',
    place: { group: 'project', icon: 'emblem' },
    load: async () => (await import('../features/programmes/programmes-page.tsx')).ProgrammesPage,
  },
  {
    path: '/programmes/new',
    words: { zh: '策划一社一品', en: 'Plan a signature programme' },
    permission: 'programmes.write',
    load: async () => (await import('../features/programmes/plan-page.tsx')).NewProgrammePage,
  },
  {
    path: '/programmes/compare',
    words: { zh: '并排比较', en: 'Side by side' },
    permission: 'programmes.read',
    load: async () => (await import('../features/programmes/compare-page.tsx')).ComparePage,
  },
  {
    path: '/programmes/:id',
    words: { zh: '一社一品', en: 'A signature programme' },
    permission: 'programmes.read',
    load: async () => (await import('../features/programmes/programme-page.tsx')).ProgrammePage,
  },
  {
    path: '/programmes/:id/change',
    words: { zh: '修改一社一品', en: 'Change a signature programme' },
    permission: 'programmes.write',
    load: async () => (await import('../features/programmes/plan-page.tsx')).ChangeProgrammePage,
  },
]
