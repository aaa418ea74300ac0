import type { Job } from '../../server/job.ts'
import { calendarFeedRoutes } from './calendar-routes.ts'
import { dueRoutes } from './due-routes.ts'
import { dailyJob } from './job-routes.ts'

export const reminderRoutes = [...dueRoutes, ...calendarFeedRoutes]

export const reminderJobs: readonly Job[] = [dailyJob]
