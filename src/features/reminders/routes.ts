import type { Job } from '../../server/job.ts'
import { calendarFeedRoutes } from './calendar-routes.ts'
import { dueRoutes } from './due-routes.ts'
import { deliveryJob } from './deliver-routes.ts'
import { dailyJob } from './job-routes.ts'
import { webhookRoutes } from './webhook-routes.ts'

export const reminderRoutes = [...dueRoutes, ...calendarFeedRoutes, ...webhookRoutes]

export const reminderJobs: readonly Job[] = [dailyJob, deliveryJob]
