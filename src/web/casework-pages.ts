import type { PageEntry } from './pages.ts'

/** The pages of casework and referrals. */
export const caseworkPages: readonly PageEntry[] = [
  {
    path: '/cases',
    words: { zh: '个案', en: 'Cases' },
    permission: 'casework.read',
    place: { group: 'persons', icon: 'case' },
    load: async () => (await import('../features/casework/cases-page.tsx')).CasesPage,
  },
  {
    path: '/cases/new',
    words: { zh: '接案登记', en: 'Open a case' },
    permission: 'casework.write',
    load: async () => (await import('../features/casework/add-case-page.tsx')).AddCasePage,
  },
  {
    path: '/cases/:id',
    words: { zh: '个案', en: 'A case' },
    permission: 'casework.read',
    load: async () => (await import('../features/casework/case-page.tsx')).CasePage,
  },
  {
    path: '/cases/:id/write/:kind',
    words: { zh: '填写个案表格', en: 'Write a form' },
    permission: 'casework.write',
    load: async () => (await import('../features/casework/form-page.tsx')).CaseFormPage,
  },
  {
    path: '/cases/:id/forms/:form',
    words: { zh: '个案表格', en: 'A form of a case' },
    permission: 'casework.read',
    load: async () => (await import('../features/casework/written-form-page.tsx')).WrittenFormPage,
  },
  {
    path: '/cases/:id/session',
    words: { zh: '写服务记录', en: 'Write a session' },
    permission: 'casework.write',
    load: async () => (await import('../features/casework/record-session-page.tsx')).RecordSessionPage,
  },
  {
    path: '/case-sessions/:id',
    words: { zh: '个案服务记录', en: 'A casework session' },
    permission: 'casework.read',
    load: async () => (await import('../features/casework/session-page.tsx')).SessionPage,
  },
  {
    path: '/supervision',
    words: { zh: '督导', en: 'Supervision' },
    permission: 'casework.read',
    place: { group: 'persons', icon: 'supervise' },
    load: async () => (await import('../features/casework/supervision-page.tsx')).SupervisionPage,
  },
  {
    path: '/referrals',
    words: { zh: '转介', en: 'Referrals' },
    permission: 'referrals.read',
    place: { group: 'persons', icon: 'refer' },
    load: async () => (await import('../features/referrals/referrals-page.tsx')).ReferralsPage,
  },
  {
    path: '/referrals/new',
    words: { zh: '新建转介', en: 'Refer somebody' },
    permission: 'referrals.write',
    load: async () => (await import('./refer-page.tsx')).ReferPage,
  },
  {
    path: '/referrals/received',
    words: { zh: '转来的事项', en: 'Referred to us' },
    permission: 'referrals.receive',
    place: { group: 'persons', icon: 'refer' },
    load: async () => (await import('../features/referrals/received-page.tsx')).ReceivedPage,
  },
  {
    path: '/referrals/received/:id',
    words: { zh: '转来的事项', en: 'A referral received' },
    permission: 'referrals.receive',
    load: async () => (await import('../features/referrals/received-one-page.tsx')).ReceivedOnePage,
  },
  {
    path: '/referrals/:id',
    words: { zh: '转介表', en: 'A referral' },
    permission: 'referrals.read',
    load: async () => (await import('../features/referrals/referral-page.tsx')).ReferralPage,
  },
  {
    path: '/referrals/:id/change',
    words: { zh: '修改转介', en: 'Change a referral' },
    permission: 'referrals.write',
    load: async () => (await import('./refer-page.tsx')).ChangeReferralPage,
  },
]
