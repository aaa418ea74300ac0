import { assessmentPrintRoutes } from '../features/assessments/print-routes.ts'
import { riskRoutes } from '../features/assessments/risk-routes.ts'
import { assessmentRoutes } from '../features/assessments/routes.ts'
import { packRoutes } from '../features/acceptance/pack-routes.ts'
import { reportRoutes } from '../features/acceptance/report-routes.ts'
import { activityRoutes } from '../features/activities/activity-routes.ts'
import { attendRoutes } from '../features/activities/attend-routes.ts'
import { calendarRoutes } from '../features/activities/calendar-routes.ts'
import { activityPaperRoutes } from '../features/activities/paper-routes.ts'
import { printRoutes } from '../features/casework/print-routes.ts'
import { reviewRoutes } from '../features/casework/review-routes.ts'
import { caseRoutes } from '../features/casework/routes.ts'
import { sessionRoutes } from '../features/casework/session-routes.ts'
import { stepRoutes } from '../features/casework/step-routes.ts'
import { clinicRoutes } from '../features/clinics/routes.ts'
import { exportRoutes } from '../features/exchange/export-routes.ts'
import { volunteerExportRoutes } from '../features/exchange/volunteer-export-routes.ts'
import { exchangeRoutes } from '../features/exchange/routes.ts'
import { noticeRoutes } from '../features/identity/notice-routes.ts'
import { identityRoutes } from '../features/identity/routes.ts'
import { evidenceRoutes } from '../features/ledger/evidence-routes.ts'
import { ledgerRoutes } from '../features/ledger/routes.ts'
import { linkageRoutes } from '../features/linkage/routes.ts'
import { mergingRoutes } from '../features/merging/routes.ts'
import { measureRoutes } from '../features/measures/routes.ts'
import { needPrintRoutes } from '../features/needs/print-routes.ts'
import { needRoutes } from '../features/needs/routes.ts'
import { organisationRoutes } from '../features/organisations/routes.ts'
import { peopleRoutes } from '../features/people/routes.ts'
import { placeRoutes } from '../features/places/routes.ts'
import { courseRoutes } from '../features/course/routes.ts'
import { programmeRoutes } from '../features/programmes/routes.ts'
import { projectRoutes } from '../features/projects/routes.ts'
import { bulletinRoutes } from '../features/publishing/bulletin-routes.ts'
import { shownRoutes } from '../features/publishing/shown-routes.ts'
import { frozenRoutes } from '../features/publishing/frozen-routes.ts'
import { receivedRoutes } from '../features/referrals/received-routes.ts'
import { referralPrintRoutes } from '../features/referrals/print-routes.ts'
import { referralRoutes } from '../features/referrals/routes.ts'
import { incomeRoutes } from '../features/crafts/income-routes.ts'
import { craftRoutes } from '../features/crafts/routes.ts'
import { goodsRoutes } from '../features/goods/routes.ts'
import { visitRecordRoutes } from '../features/visits/record-routes.ts'
import { visitRoutes } from '../features/visits/routes.ts'
import { memberRoutes } from '../features/groups/member-routes.ts'
import { groupRoutes } from '../features/groups/routes.ts'
import { volunteeringRoutes } from '../features/volunteering/routes.ts'
import { calendarFeed } from '../features/reminders/calendar-routes.ts'
import { reminderJobs, reminderRoutes } from '../features/reminders/routes.ts'
import { respiteRoutes } from '../features/respite/routes.ts'
import { claimRoutes } from '../features/wishes/claim-routes.ts'
import { deliverRoutes } from '../features/wishes/deliver-routes.ts'
import { openRoutes as wishRoutes } from '../features/wishes/open-routes.ts'
import { writeRoutes as wishWriteRoutes } from '../features/wishes/write-routes.ts'
import { portal } from '../features/portal/routes.ts'
import type { Job } from './job.ts'
import type { Route } from './route.ts'

/** Every endpoint of the product: this file alone lists the features. */
export const routes: readonly Route[] = [
  ...identityRoutes,
  ...noticeRoutes,
  ...placeRoutes,
  ...organisationRoutes,
  ...peopleRoutes,
  ...projectRoutes,
  ...courseRoutes,
  ...ledgerRoutes,
  ...assessmentRoutes,
  ...riskRoutes,
  ...assessmentPrintRoutes,
  ...needRoutes,
  ...needPrintRoutes,
  ...evidenceRoutes,
  ...activityRoutes,
  ...activityPaperRoutes,
  ...attendRoutes,
  ...calendarRoutes,
  ...clinicRoutes,
  ...goodsRoutes,
  ...craftRoutes,
  ...incomeRoutes,
  ...measureRoutes,
  ...programmeRoutes,
  ...exchangeRoutes,
  ...exportRoutes,
  ...volunteerExportRoutes,
  ...volunteeringRoutes,
  ...mergingRoutes,
  ...frozenRoutes,
  ...referralRoutes,
  ...receivedRoutes,
  ...visitRoutes,
  ...visitRecordRoutes,
  ...groupRoutes,
  ...memberRoutes,
  ...respiteRoutes,
  ...packRoutes,
  ...bulletinRoutes,
  ...shownRoutes,
  ...reportRoutes,
  ...caseRoutes,
  ...stepRoutes,
  ...sessionRoutes,
  ...reviewRoutes,
  ...printRoutes,
  ...referralPrintRoutes,
  ...reminderRoutes,
  ...wishRoutes,
  ...wishWriteRoutes,
  ...claimRoutes,
  ...deliverRoutes,
  ...linkageRoutes,
]

/** The pages that anybody may read. */
export { portal }

/** The calendars that phones ask for. */
export { calendarFeed }

/** What the server does of itself. */
export const jobs: readonly Job[] = reminderJobs
