import type { PageEntry } from './pages.ts'

/** The pages of what is due, and of how people are told elsewhere. */
export const reminderPages: readonly PageEntry[] = [
  {
    path: '/due',
    words: { zh: '待办与到期', en: 'What is due' },
    permission: 'due.read',
    place: { group: 'overview', icon: 'bell' },
    load: async () => (await import('../features/reminders/due-page.tsx')).DuePage,
  },
  {
    path: '/webhooks',
    words: { zh: '对外消息', en: 'Messages to other systems' },
    permission: 'webhooks.manage',
    place: { group: 'administration', icon: 'refer' },
    load: async () => (await import('../features/reminders/webhooks-page.tsx')).WebhooksPage,
  },
  {
    path: '/calendars',
    words: { zh: '手机日历订阅', en: 'Calendar on a phone' },
    permission: 'calendar.feed',
    load: async () => (await import('../features/reminders/calendar-page.tsx')).CalendarsPage,
  },
]
