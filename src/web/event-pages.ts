import type { PageEntry } from './pages.ts'

/** The pages of activities and clinics: part of the office's list of pages. */
export const eventPages: readonly PageEntry[] = [
  {
    path: '/events',
    words: { zh: '活动日历', en: 'Activities' },
    permission: 'services.read',
    place: { group: 'events', icon: 'calendar' },
    load: async () => (await import('../features/activities/calendar-page.tsx')).CalendarPage,
  },
  {
    path: '/events/new',
    words: { zh: '计划活动', en: 'Plan an activity' },
    permission: 'services.write',
    load: async () => (await import('../features/activities/plan-page.tsx')).NewActivityPage,
  },
  {
    path: '/events/card',
    words: { zh: '签到卡', en: 'A card' },
    permission: 'events.attend',
    load: async () => (await import('../features/activities/card-page.tsx')).CardPage,
  },
  {
    path: '/events/:id',
    words: { zh: '活动', en: 'An activity' },
    permission: 'services.read',
    load: async () => (await import('./event-page.tsx')).EventWithVolunteers,
  },
  {
    path: '/events/:id/change',
    words: { zh: '修改活动计划', en: 'Change a plan' },
    permission: 'services.write',
    load: async () => (await import('../features/activities/plan-page.tsx')).ChangeActivityPage,
  },
  {
    path: '/events/:id/check-in',
    words: { zh: '活动签到', en: 'Check-in' },
    permission: 'events.attend',
    load: async () => (await import('../features/activities/check-in-page.tsx')).CheckInPage,
  },
  {
    path: '/events/:id/hall',
    words: { zh: '现场屏幕', en: 'Hall screen' },
    permission: 'events.attend',
    load: async () => (await import('../features/activities/hall-page.tsx')).HallPage,
  },
  {
    path: '/events/:id/cards',
    words: { zh: '签到卡', en: 'Cards' },
    permission: 'events.attend',
    load: async () => (await import('../features/activities/cards-page.tsx')).CardsPage,
  },
  {
    path: '/clinics',
    words: { zh: '义诊', en: 'Clinic days' },
    permission: 'clinics.read',
    place: { group: 'events', icon: 'health' },
    load: async () => (await import('../features/clinics/clinics-page.tsx')).ClinicsPage,
  },
  {
    path: '/clinics/new',
    words: { zh: '计划义诊', en: 'Plan a clinic day' },
    permission: 'clinics.write',
    load: async () => (await import('../features/clinics/plan-clinic-page.tsx')).PlanClinicPage,
  },
  {
    path: '/clinics/follow-ups',
    words: { zh: '义诊随访', en: 'Follow-ups after clinics' },
    permission: 'clinics.read',
    load: async () => (await import('../features/clinics/follow-ups-page.tsx')).FollowUpsPage,
  },
  {
    path: '/clinics/supplies',
    words: { zh: '药品和老花镜', en: 'Medicines and glasses' },
    permission: 'clinics.read',
    load: async () => (await import('../features/clinics/supplies-page.tsx')).SuppliesPage,
  },
  {
    path: '/clinics/:id',
    words: { zh: '一场义诊', en: 'A clinic day' },
    permission: 'clinics.read',
    load: async () => (await import('./event-page.tsx')).ClinicWithVolunteers,
  },
  {
    path: '/clinics/:id/change',
    words: { zh: '调整义诊计划', en: 'Change a clinic day' },
    permission: 'clinics.write',
    load: async () => (await import('../features/clinics/plan-clinic-page.tsx')).ChangeClinicPage,
  },
  {
    path: '/clinics/:id/station',
    words: { zh: '义诊站点', en: 'A clinic’s station' },
    permission: 'clinics.write',
    load: async () => (await import('../features/clinics/station-page.tsx')).StationPage,
  },
]
